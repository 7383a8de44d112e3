"""In: a content folder. Out: the nodes of its files, each by its role; what cannot be read is reported.

A file that ends in `.yml` is read as if it ended in `.yaml`, and called so here.
"""

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
_SUFFIXES = (".yaml", ".yml")
_SINGLE = (PROJECT, SOURCES, FIGURES, DATA, INVARIANTS)


@dataclass(frozen=True, slots=True)
class Files:
    """All nodes of a content folder; None for a file that is missing or cannot be read.

    `unreadable` names the files that are there and could not be read, or not as a whole, and folders with a `/` at
    the end: nothing is said of names they may hold.
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
    """Every YAML file under a folder; None where there is no such folder."""
    if not _is_folder(folder, diagnostics):
        return None
    paths, unreadable = _paths(folder, diagnostics)
    nodes: dict[str, Node | None] = {}
    for name, path in paths.items():
        nodes[name], whole = known.read(path, path.as_posix(), diagnostics, _may_be_slides(name))
        unreadable |= set() if whole else {name}
    known.keep(path.as_posix() for path in paths.values())
    single = {name: nodes.pop(name, None) for name in _SINGLE}
    decks = {name: node for name, node in nodes.items() if name.startswith(f"{DECKS}/")}
    unreadable |= {name for name in decks if not _can_be_deck(name, paths[name], diagnostics)}
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


def _can_be_deck(name: str, path: Path, diagnostics: Diagnostics) -> bool:
    """Whether a file in `decks/` has a name that a deck can have, on every system that its file is copied to."""
    span, stem = Span(path.as_posix()), _stem(name)
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


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in an order that no file system decides."""
    return list(_paths(folder, Diagnostics())[0].values())


def _paths(folder: Path, diagnostics: Diagnostics) -> tuple[dict[str, Path], set[str]]:
    """Paths by name below the folder, in an order that no file system decides, and names that cannot be opened.

    Hidden files and folders are no content.
    """
    paths: dict[str, Path] = {}
    unreadable = set()

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
            if path.suffix.lower() not in _SUFFIXES:
                continue
            name = path.with_suffix(".yaml").relative_to(folder).as_posix()
            if not is_file(path):
                message = "this is no file, or a link that leads nowhere"
                diagnostics.error("file-unreadable", message, Span(path.as_posix()), _MAY_OPEN)
                unreadable.add(name)
            elif name in paths:
                one, other = sorted((paths[name], path))
                message = f"`{one.name}` and `{other.name}` are one file by their name"
                diagnostics.error("file-twice", message, Span(other.as_posix()), "delete or rename one of them")
                unreadable.add(name)
            else:
                paths[name] = path
    return {name: path for name, path in sorted(paths.items()) if name not in unreadable}, unreadable
