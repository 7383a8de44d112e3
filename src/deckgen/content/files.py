"""In: a content folder. Out: the nodes of its files, each by its role; what cannot be read is reported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.node import Node
from deckgen.nodes.reader import read

PROJECT, SOURCES, FIGURES, DECKS = "project.yaml", "sources.yaml", "figures.yaml", "decks"
DATA, INVARIANTS = "data.yaml", "invariants.yaml"
_SINGLE = (PROJECT, SOURCES, FIGURES, DATA, INVARIANTS)


@dataclass(frozen=True, slots=True)
class Files:
    """All nodes of a content folder; None for a file that is missing or cannot be read.

    `unreadable` names the files that are there and could not be read: nothing is said of names they may hold.
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
        return self.unreadable <= {*_SINGLE}


def read_folder(folder: Path, found: Diagnostics) -> Files | None:
    """Every `.yaml` file under a folder; None where there is no such folder."""
    if not folder.is_dir():
        found.error(
            "no-content", "there is no such folder", Span(folder.as_posix()), "name the folder of project.yaml"
        )
        return None
    nodes: dict[str, Node | None] = {}
    for name in _names(folder, found):
        nodes[name] = read(folder / name, (folder / name).as_posix(), found)
    unreadable = frozenset(name for name, node in nodes.items() if node is None)
    single = {name: nodes.pop(name, None) for name in _SINGLE}
    decks = {name: node for name, node in nodes.items() if name.startswith(f"{DECKS}/") and name.count("/") == 1}
    return Files(
        folder,
        single[PROJECT],
        single[SOURCES],
        single[FIGURES],
        single[DATA],
        single[INVARIANTS],
        {Path(name).stem: node for name, node in decks.items() if node is not None},
        tuple(node for name, node in nodes.items() if name not in decks and node is not None),
        unreadable,
    )


def _names(folder: Path, found: Diagnostics) -> list[str]:
    """Paths below the folder, in an order that no file system decides; hidden files are no content."""
    names = []
    for path in folder.rglob("*.y*ml"):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or not path.is_file():
            continue
        if path.suffix == ".yaml":
            names.append(relative.as_posix())
        elif path.suffix == ".yml":
            found.warning(
                "file-not-read", "files that end in .yml are not read", Span(path.as_posix()), "name it .yaml"
            )
    return sorted(names)
