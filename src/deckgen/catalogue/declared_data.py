"""What the content declares of data, outside of a build. In: a content folder. Out: profiles of its datasets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckgen.content.audience_limits import datasets_for
from deckgen.content.files import DATA, PROJECT, Files, read_folder
from deckgen.content.languages import Spoken, read_languages
from deckgen.content.memory import KnownFiles
from deckgen.content.project import read_audiences
from deckgen.data.profiles import DatasetProfile, profiles
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Node


@dataclass(frozen=True, slots=True)
class Declares:
    """A content folder in its first language: its nodes, audiences and data, and who sees datasets with a `for`."""

    files: Files
    spoken: Spoken
    audiences: tuple[str, ...]
    data: Node
    seen_by: Mapping[str, tuple[str, ...]]


def declares(content: Path, diagnostics: Diagnostics) -> Declares | None:
    """What a content folder declares; None (and a diagnostic) where it has no project or no data."""
    files = read_folder(content, KnownFiles(), diagnostics)
    if files is None or diagnostics.has_errors:
        return None
    if files.project is None:
        message, hint = f"the content folder has no {PROJECT}", "begin with `deckgen new`, or name the folder"
        diagnostics.error("no-project", message, Span((content / PROJECT).as_posix()), hint)
        return None
    spoken = read_languages(files.project, "", diagnostics)
    audiences = read_audiences(files.project, spoken.codes if spoken else (), diagnostics)
    if spoken is None or not audiences:
        return None
    files = files.in_language(spoken.code, spoken.codes, diagnostics)
    if files.data is None:
        message, hint = f"the content folder has no {DATA}", "`deckgen data add FILE` declares an export of a survey"
        diagnostics.error("no-data", message, Span((content / DATA).as_posix()), hint)
        return None
    node, seen_by = datasets_for(files.data, audiences, diagnostics)
    return Declares(files, spoken, audiences, node, seen_by)


def data_profiles(content: Path, diagnostics: Diagnostics) -> tuple[DatasetProfile, ...]:
    """The profile of each dataset, in order; what is wrong is reported."""
    found = declares(content, diagnostics)
    return () if found is None else profiles(found.data, content, found.spoken.default, diagnostics)
