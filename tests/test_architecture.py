"""The rooms of ARCHITECTURE.md are those of the tree, and each knows what the table says and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/deckgen"
ROW = re.compile(r"^\| `([a-z_/.]+)` \| .+ \| ([^|]+) \|$", re.MULTILINE)


@cache
def table() -> dict[str, set[str]]:
    """Room → the rooms that it may know, as ARCHITECTURE.md says."""
    said = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = ROW.findall(said)
    return {room.strip("/").removesuffix(".py"): set(knows.strip().split(", ")) - {"nothing"} for room, knows in rows}


def room_of(parts: tuple[str, ...]) -> str:
    """The innermost room of the table that holds a module."""
    inner = "/".join(parts[:2])
    return inner if inner in table() else parts[0]


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if parts[0] not in ("__init__", "__main__"):
            yield room_of(tuple(part for part in parts if part != "__init__")), path


def imported(path: Path) -> Iterator[str]:
    """The rooms that a module imports from, functions and type checking included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "deckgen":
            yield from (room_of((alias.name,)) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("deckgen."):
            inside = tuple(node.module.split(".")[1:])
            yield from (room_of((*inside, alias.name)) for alias in node.names)


@cache
def known() -> dict[str, set[str]]:
    """Room → the rooms that it does import from."""
    rooms: dict[str, set[str]] = {}
    for room, path in modules():
        rooms.setdefault(room, set()).update(set(imported(path)) - {room})
    return rooms


def test_every_room_of_the_tree_is_in_the_table() -> None:
    assert {room.split("/")[0] for room, _ in modules()} <= {room.split("/")[0] for room in table()}


@pytest.mark.parametrize("room", sorted(table()))
def test_a_room_knows_what_the_table_says(room: str) -> None:
    assert known().get(room, set()) == table()[room]


def test_every_module_opens_with_what_it_holds() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for _, path in modules()}
    assert not [path for path, tree in trees.items() if not ast.get_docstring(tree)]
