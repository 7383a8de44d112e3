"""In: `project.yaml`. Out: the project as each audience sees it: language, audiences, who speaks, for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from deckgen.content.audiences import FOR, resolve
from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics, Span
from deckgen.locale import language, languages
from deckgen.model.check import NO_SETTINGS, CheckSettings
from deckgen.model.deck import Client, Organisation, Project
from deckgen.model.text import NOWHERE
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, keys, suggestion

_AUDIENCE = re.compile(r"[a-zæøå][a-z0-9æøå-]*\Z")


_NOBODY = Client("")


@dataclass(frozen=True, slots=True)
class _Entry:
    language: Scalar
    audiences: tuple[Scalar, ...]
    organisation: Organisation
    client: Client = _NOBODY
    check: CheckSettings = NO_SETTINGS
    span: Span = NOWHERE


def read_audiences(node: Node, found: Diagnostics) -> tuple[str, ...]:
    """The audiences that the project declares; none where the list is wrong."""
    listed = node.get("audiences") if isinstance(node, Mapping) else None
    if listed is None:
        hint = "write `audiences: [board, directorate]`"
        found.error("missing-key", "`audiences` is missing", node.span, hint)
        return ()
    names: tuple[Scalar, ...] = convert(listed, tuple[Scalar, ...], "audiences", found) or ()
    if listed and not names:
        found.error("missing-value", "no audience is declared", listed.span)
    taken = {FOR, *keys(SlideHead)}
    good: dict[str, None] = {}
    for name in names:
        if not _AUDIENCE.match(name.text):
            found.error(
                "bad-name", f"`{name.text}` cannot name an audience", name.span, "use small letters and hyphens"
            )
        elif name.text in taken:
            found.error("bad-name", f"`{name.text}` is a key of slides and cannot name an audience", name.span)
        elif name.text in good:
            found.error("duplicate-audience", f"the audience `{name.text}` is declared twice", name.span)
        good[name.text] = None
    return tuple(good)


def read_projects(node: Node, audiences: tuple[str, ...], folder: Path, found: Diagnostics) -> dict[str, Project]:
    """The project by audience; an audience whose view is wrong is left out, and that is reported."""
    projects = {}
    for audience in audiences:
        wrong = Diagnostics()
        resolved = resolve(node, audience, audiences, audiences, wrong)
        entry: Any = INVALID if wrong.has_errors else convert(resolved, _Entry, "", wrong)
        found.extend(wrong)
        if entry is not INVALID and _is_known(entry.language, found):
            client = _with_logo(entry.client, folder, found)
            projects[audience] = Project(
                entry.language.text, audiences, entry.organisation, client, entry.span, entry.check
            )
    return projects


def _is_known(code: Scalar, found: Diagnostics) -> bool:
    if language(code.text) is not None:
        return True
    hint = suggestion(code.text, languages())
    found.error("unknown-language", f"`{code.text}` is no language that decks can be in", code.span, hint)
    return False


def _with_logo(client: Client, folder: Path, found: Diagnostics) -> Client:
    """The client with a logo that can be opened; without one where the path leaves the folder or nothing is there."""
    if not client.logo:
        return client
    inside = PurePosixPath(client.logo)
    leaves = ".." in inside.parts or inside.is_absolute() or PureWindowsPath(client.logo).drive or "\\" in client.logo
    path = folder / inside
    if leaves or not path.resolve().is_relative_to(folder.resolve()):
        hint = "put the picture inside and write its path with /"
        found.error("logo-outside", f"`{client.logo}` is not inside the content folder", client.logo_span, hint)
    elif not path.is_file():
        found.error("logo-missing", f"there is no file {path.as_posix()}", client.logo_span)
    else:
        return Client(client.name, path.as_posix(), client.logo_span)
    return Client(client.name)
