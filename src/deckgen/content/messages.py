"""In: `messages:` of the project. Out: the language that the project is told in what is wrong with it."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from deckgen.content.files import PROJECT
from deckgen.diagnostics import Diagnostics
from deckgen.messages import MESSAGE_LANGUAGES, MessageLanguage
from deckgen.nodes.node import Mapping, Node
from deckgen.nodes.reader import read
from deckgen.nodes.scalars import INVALID, to_choice


def messages_language(content: str | PathLike[str] = "content") -> MessageLanguage:
    """What the project in a folder says, whatever else is wrong with it; English where it says none."""
    file, unheard = Path(content, PROJECT), Diagnostics()
    node = read(file if file.exists() else file.with_suffix(".yml"), file.as_posix(), unheard)
    return "en" if node is None else read_messages_language(node, unheard)


def read_messages_language(project: Node, diagnostics: Diagnostics) -> MessageLanguage:
    """One language, the same for all audiences; English where it is none, which is reported."""
    said = project.get("messages") if isinstance(project, Mapping) else None
    language = INVALID if said is None else to_choice(MESSAGE_LANGUAGES, said, diagnostics)
    return "en" if language is INVALID else language
