"""In: a content folder. Out: the nodes of its files, each by its role; what cannot be read is reported."""

from __future__ import annotations

import os
import re
from pathlib import Path

from deckgen.content.memory import KnownFiles
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import HOW, composed, is_name
from deckgen.nodes.node import Node
from deckgen.nodes.translations import in_language
from deckgen.paths import is_file

PROJECT, SOURCES, FIGURES, DECKS = "project.yaml", "sources.yaml", "figures.yaml", "decks"
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)")
WHOLE_FOLDER = "./"
"""What stands in `Files.unreadable` where the content folder itself cannot be read."""
_MAY_OPEN = "see that it is there and that you may open it"
DATA, INVARIANTS = "data.yaml", "invariants.yaml"
_SINGLE = (PROJECT, SOURCES, FIGURES, DATA, INVARIANTS)


@dataclass(frozen=True, slots=True)
class Files:
    """All nodes of a content folder; None for a file that is missing or cannot be read.

    `unreadable` names the files that are there and could not be read, and folders with a `/` at the end: nothing is
    said of names they may hold.
    """

    folder: Path
    project: Node | None
    sources: Node | None
    figures: Node | None
    data: Node | None
    invariants: Node | None
    decks: dict[str, Node]
    slides: tuple[Node, ...]
    unreadable: frozenset[str]

    @property
    def all_slides_read(self) -> bool:
        return not any(_may_be_slides(name) for name in self.unreadable)

    def in_language(self, language: str, languages: tuple[str, ...], diagnostics: Diagnostics) -> Files:
        """The same as one of the project's languages has it."""

        def read(node: Node | None, shown: bool = True) -> Node | None:
            return in_language(node, language, languages, diagnostics, shown)

        return replace(
            self,
            project=read(self.project, shown=False),
            sources=read(self.sources),
            figures=read(self.figures),
            data=read(self.data, shown=False),
            invariants=read(self.invariants, shown=False),
            decks={name: node for name, deck in self.decks.items() if (node := read(deck))},
            slides=tuple(node for file in self.slides if (node := read(file))),
        )


def _may_be_slides(name: str) -> bool:
    return name not in _SINGLE and not name.startswith(f"{DECKS}/")


def read_folder(folder: Path, known: KnownFiles, diagnostics: Diagnostics) -> Files | None:
    """Every `.yaml` file under a folder; None where there is no such folder."""
    if not _is_folder(folder, diagnostics):
        return None
    names, unreadable = _names(folder, diagnostics)
    nodes = {name: known.read(folder / name, (folder / name).as_posix(), diagnostics) for name in names}
    known.keep((folder / name).as_posix() for name in names)
    unreadable |= {name for name, node in nodes.items() if node is None}
    single = {name: nodes.pop(name, None) for name in _SINGLE}
    decks = {name: node for name, node in nodes.items() if name.startswith(f"{DECKS}/")}
    unreadable |= {name for name in decks if not _can_be_deck(name, folder, diagnostics)}
    return Files(
        folder,
        single[PROJECT],
        single[SOURCES],
        single[FIGURES],
        single[DATA],
        single[INVARIANTS],
        {_stem(name): node for name, node in decks.items() if node is not None and name not in unreadable},
        tuple(node for name, node in nodes.items() if name not in decks and node is not None),
        frozenset(unreadable),
    )


def _is_folder(folder: Path, diagnostics: Diagnostics) -> bool:
    span = Span(folder.as_posix())
    try:
        there = folder.is_dir()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        diagnostics.error("folder-unreadable", f"the folder cannot be read: {reason}", span, _MAY_OPEN)
        return False
    if not there:
        message = "this is a file, and no folder" if is_file(folder) else "there is no such folder"
        diagnostics.error("no-content", message, span, "name the folder of project.yaml")
    return there


def _stem(name: str) -> str:
    """What a deck is called by its file, whose name a Mac may have written decomposed."""
    return composed(Path(name).stem)


def _can_be_deck(name: str, folder: Path, diagnostics: Diagnostics) -> bool:
    """Whether a file in `decks/` has a name that a deck can have, on every system that its file is copied to."""
    span, stem = Span((folder / name).as_posix()), _stem(name)
    if name.count("/") > 1:
        hint = f"move it to {DECKS}/ itself: a deck is called what its file is called"
        diagnostics.error("deck-in-folder", "a deck stands in a folder of its own", span, hint)
    elif not is_name(stem):
        hint = f"{HOW}, as in board.yaml"
        diagnostics.error("bad-name", f"`{stem}` cannot be the name of a deck", span, hint)
    elif _DEVICE.match(stem):
        diagnostics.error("bad-name", f"Windows has no file called `{stem}`", span, "give the deck another name")
    else:
        return True
    return False


def _names(folder: Path, diagnostics: Diagnostics) -> tuple[list[str], set[str]]:
    """Paths below the folder, in an order that no file system decides, and what cannot be opened.

    Hidden files and folders are no content.
    """
    names, unreadable = [], set()

    def report(problem: OSError) -> None:
        place = Path(problem.filename)
        reason = problem.strerror or type(problem).__name__
        diagnostics.error(
            "folder-unreadable", f"the folder cannot be read: {reason}", Span(place.as_posix()), _MAY_OPEN
        )
        unreadable.add(place.relative_to(folder).as_posix() + "/")

    for parent, folders, files in os.walk(folder, onerror=report):
        folders[:] = (name for name in folders if not name.startswith("."))
        for path in (Path(parent) / name for name in files if not name.startswith(".")):
            if path.suffix == ".yaml" and is_file(path):
                names.append(path.relative_to(folder).as_posix())
            elif path.suffix == ".yaml":
                message = "this is no file, or a link that leads nowhere"
                diagnostics.error("file-unreadable", message, Span(path.as_posix()), _MAY_OPEN)
                unreadable.add(path.relative_to(folder).as_posix())
            elif path.suffix.lower() in (".yaml", ".yml"):
                message = f"a file that ends in {path.suffix} is not read"
                diagnostics.warning(
                    "file-not-read", message, Span(path.as_posix()), "name it .yaml, in small letters"
                )
    return sorted(names), unreadable
