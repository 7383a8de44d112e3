"""In: the source of deckgen. Out: its functions, calls and constants by name, and where each stands."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

NAMED: Final = frozenset(("message", "hint"))
"""Arguments and fields that are told."""
WRITERS: Final = frozenset(("writer", "ooxml", "own_template", "svg"))
"""Rooms whose texts go into files; what they raise is found where they raise it."""
FEW: Final = 3
"""So many things of one name may all be meant by it."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Meant = TypeVar("Meant")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its file, and the functions around it, innermost first."""

    file: Path
    functions: tuple[Function, ...]


class Source:
    """All modules, with what names may mean in them.

    `holders` are the fields of classes that keep a message or a hint, by their positions, and `kept` what those are
    where nobody says another.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees = {
            path: ast.parse(path.read_text(encoding="utf-8"))
            for path in sorted(root.rglob("*.py"))
            if root / "codes/entries" not in path.parents
        }
        self.functions: dict[str, list[tuple[Place, Function]]] = defaultdict(list)
        self.properties: dict[str, list[tuple[Place, Function]]] = defaultdict(list)
        self.calls: dict[str, list[tuple[Place, ast.Call]]] = defaultdict(list)
        self.constants: dict[str, list[tuple[Place, ast.expr]]] = defaultdict(list)
        self.holders: dict[str, list[int]] = defaultdict(list)
        self.kept: list[tuple[Place, ast.expr]] = []
        self.imported: dict[tuple[Path, str], Path] = {}
        for path, tree in self.trees.items():
            self._index(tree, Place(path, ()))

    def _index(self, node: ast.AST, place: Place) -> None:
        for child in ast.iter_child_nodes(node):
            inner = place
            if isinstance(child, Function):
                decorated = any(getattr(each, "id", "").endswith("property") for each in child.decorator_list)
                (self.properties if decorated else self.functions)[child.name].append((place, child))
                inner = Place(place.file, (child, *place.functions))
            elif isinstance(child, ast.ClassDef):
                self._fields(child, place)
            elif isinstance(child, ast.Call):
                self.calls[called(child)].append((place, child))
            elif isinstance(child, ast.ImportFrom) and child.module and child.module.startswith("deckgen."):
                module = self.root.joinpath(*child.module.split(".")[1:])
                home = module.with_suffix(".py") if module.with_suffix(".py").exists() else module / "__init__.py"
                self.imported.update({(place.file, each.asname or each.name): home for each in child.names})
            if not place.functions:
                for name, value in assigned(child):
                    self.constants[name].append((place, value))
            self._index(child, inner)

    def _fields(self, made: ast.ClassDef, place: Place) -> None:
        fields = [each for each in made.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
        for at, each in enumerate(fields):
            if isinstance(each.target, ast.Name) and each.target.id in NAMED:
                self.holders[made.name].append(at)
                if each.value is not None:
                    self.kept.append((place, each.value))


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names and what they are made to mean."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _unpacked(target, node.value)
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign) and node.value is not None:
        yield from _unpacked(node.target, node.value)
    elif isinstance(node, ast.For | ast.comprehension):
        for each in node.iter.elts if isinstance(node.iter, ast.Tuple | ast.List) else (node.iter,):
            yield from _unpacked(node.target, each)
    elif isinstance(node, ast.Call) and called(node) in ("append", "extend", "add", "setdefault"):
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.args:
            yield node.func.value.id, node.args[-1]
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield from _unpacked(node.optional_vars, node.context_expr)


def _unpacked(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
        for at, each in enumerate(target.elts):
            yield from _unpacked(each, values[at] if values else value)


def meant(named: Sequence[tuple[Place, Meant]], place: Place, home: Path | None) -> list[tuple[Place, Meant]]:
    """Which of one name are meant in a file: its own, what it imports, else all where they are few."""
    for file in (place.file, home):
        if found := [each for each in named if each[0].file == file]:
            return found
    others = [each for each in named if not WRITERS.intersection(parent.name for parent in each[0].file.parents)]
    return others if home is None and len(others) <= FEW else []
