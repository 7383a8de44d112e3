"""In: the source of deckgen. Out: every text that it can say in a message or a hint, as templates with holes.

Read, not run: from whatever makes a diagnostic back over names, constants, parameters and functions to the literals
that flow into it. What is found is a superset by a little, since names are followed without types.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

HOLE: Final = "{}"
_QUOTES: Final = "`\"'"
_SINKS: Final[dict[str, tuple[int, ...]]] = {
    "error": (1, 3),
    "warning": (1, 3),
    "note": (1, 2),
    "Fault": (0, 2),
    "Diagnostic": (1, 3),
    "Related": (1,),
    "Misfit": (0, 1, 4),
    "RefusedError": (1, 2),
    "_Fault": (3, 4),
    "Outcome": (1,),
    "SavedAgain": (1,),
    "said": (0,),
}
_TOLD: Final = (1, 3)
_NAMED: Final = frozenset(("message", "hint"))
_PASSED: Final = frozenset(
    ("items", "values", "capitalize", "strip", "rstrip", "removeprefix", "replace", "sub", "lower")
)
_UNSEEN: Final = frozenset(
    ("AssertionError", "KeyError", "IndexError", "LookupError", "AttributeError", "FrozenInstanceError")
)
_SKIPPED: Final = ("codes/entries",)

FEW: Final = 3
"""So many things of one name may all be meant by it."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Meant = TypeVar("Meant")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its file, the functions around it, innermost first, and its class."""

    file: Path
    functions: tuple[Function, ...]


class Source:
    """All modules, with what names may mean in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees = {
            path: ast.parse(path.read_text(encoding="utf-8"))
            for path in sorted(root.rglob("*.py"))
            if not any(part in path.as_posix() for part in _SKIPPED)
        }
        self.functions: dict[str, list[tuple[Place, Function]]] = defaultdict(list)
        self.properties: dict[str, list[tuple[Place, Function]]] = defaultdict(list)
        self.calls: dict[str, list[tuple[Place, ast.Call]]] = defaultdict(list)
        self.constants: dict[str, list[tuple[Place, ast.expr]]] = defaultdict(list)
        self.holders: dict[str, list[int]] = defaultdict(list)
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
                for name, value in _assigned(child):
                    self.constants[name].append((place, value))
            self._index(child, inner)

    def _fields(self, made: ast.ClassDef, place: Place) -> None:
        """Where a class keeps a message or a hint, and what that is where nobody says another."""
        fields = [each for each in made.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
        for at, each in enumerate(fields):
            if isinstance(each.target, ast.Name) and each.target.id in _NAMED:
                self.holders[made.name].append(at)
                if each.value is not None:
                    self.constants["HINT"].append((place, each.value))


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
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
        pairwise = isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts)
        for at, each in enumerate(target.elts):
            yield from _unpacked(each, value.elts[at] if pairwise else value)  # type: ignore[attr-defined]


class Flow:
    """Follows expressions back to the literals in them."""

    def __init__(self, source: Source, codes: Collection[str]) -> None:
        self.source, self.codes = source, codes
        self.found: dict[str, str] = {}
        self._seen: set[tuple[int, int]] = set()

    def sinks(self) -> None:
        for name, calls in self.source.calls.items():
            for place, call in calls:
                for argument in self._said(name, call):
                    self.follow(argument, place)
        for name in ("HINT",):
            for place, value in self.source.constants[name]:
                self.follow(value, place)

    def _said(self, name: str, call: ast.Call) -> Iterator[ast.expr]:
        places = _SINKS.get(name) or self.source.holders.get(name) or (_TOLD if self._is_told(call) else ())
        if places:
            yield from (call.args[at] for at in places if at < len(call.args))
            yield from (each for each in call.args if isinstance(each, ast.Starred))
        elif name == "TypeError":  # of an extension, and not of what the code itself got wrong
            yield from (each for each in call.args if isinstance(each, ast.Constant))
        elif name.endswith("Error") and name not in _UNSEEN:
            yield from call.args
        else:
            return
        yield from (each.value for each in call.keywords if each.arg in _NAMED)

    def _is_told(self, call: ast.Call) -> bool:
        """Whether a call is given a code, whatever it is called."""
        first = call.args[0] if call.args else None
        return isinstance(first, ast.Constant) and first.value in self.codes

    def follow(self, node: ast.expr | None, place: Place) -> None:
        """Take in every text that the expression may be."""
        if node is None or (id(node), hash(place.functions)) in self._seen:
            return
        self._seen.add((id(node), hash(place.functions)))
        match node:
            case ast.Constant(value=str(said)):
                self._take(_escaped(said), node, place)
            case ast.JoinedStr():
                self._template(node, place)
            case ast.BinOp(op=ast.Add()):
                self._joined(node, place)
            case ast.IfExp():
                self.follow(node.body, place)
                self.follow(node.orelse, place)
            case ast.BoolOp():
                for value in node.values:
                    self.follow(value, place)
            case ast.Tuple() | ast.List() | ast.Set():
                for value in node.elts:
                    self.follow(value, place)
            case ast.Dict():
                for value in node.values:
                    self.follow(value, place)
            case ast.Starred() | ast.Subscript() | ast.NamedExpr():
                self.follow(node.value, place)
            case ast.GeneratorExp() | ast.ListComp() | ast.SetComp():
                self.follow(node.elt, place)
            case ast.Call():
                self._call(node, place)
            case ast.Name():
                self._name(node.id, place)
            case ast.Attribute():
                if node.attr.isupper() or node.attr.startswith("_"):
                    self._constant(node.attr, place)
                for home, function in _meant(self.source.properties.get(node.attr, []), place, None):
                    self._returns(home, function)

    def _template(self, node: ast.JoinedStr, place: Place) -> None:
        said = ""
        for at, part in enumerate(node.values):
            if isinstance(part, ast.Constant):
                said += _escaped(str(part.value))
                continue
            assert isinstance(part, ast.FormattedValue)
            if not is_quoted(said, _first(node.values[at + 1 :])):
                self.follow(part.value, place)
            said += HOLE
        self._take(said, node, place)

    def _formatted(self, node: ast.expr, place: Place) -> None:
        """A text whose holes are filled later."""
        before = self.found.keys() | set()
        self.follow(node, place)
        for said in self.found.keys() - before:
            where = self.found.pop(said)
            self.found[said.replace("{{", "{").replace("}}", "}")] = where

    def _joined(self, node: ast.BinOp, place: Place) -> None:
        self.follow(node.left, place)
        self.follow(node.right, place)

    def _call(self, node: ast.Call, place: Place) -> None:
        name = called(node)
        if name in ("str", "next", "tuple", "sorted", "filter", "iter", "list", "set", "max", "min"):
            for argument in node.args:
                self.follow(argument, place)
        elif name == "join":
            self.follow(node.args[0], place)
        elif name == "get" and isinstance(node.func, ast.Attribute):
            self.follow(node.func.value, place)
            for argument in node.args[1:]:
                self.follow(argument, place)
        elif name == "format" and isinstance(node.func, ast.Attribute):
            self._formatted(node.func.value, place)
        elif name in _PASSED and isinstance(node.func, ast.Attribute):
            self.follow(node.func.value, place)
            if name == "sub":
                self.follow(node.args[-1], place)
        for home, function in self._functions(name, place):
            self._returns(home, function)

    def _returns(self, home: Place, function: Function) -> None:
        inner = Place(home.file, (function, *home.functions))
        for each in ast.walk(function):
            if isinstance(each, ast.Return | ast.Yield):
                self.follow(each.value, inner)

    def _functions(self, name: str, place: Place) -> list[tuple[Place, Function]]:
        return _meant(self.source.functions.get(name, []), place, self.source.imported.get((place.file, name)))

    def _name(self, name: str, place: Place) -> None:
        for depth, function in enumerate(place.functions):
            around = Place(place.file, place.functions[depth:])
            known = False
            for each in ast.walk(function):
                for target, value in _assigned(each):
                    if target == name:
                        self.follow(value, around)
                        known = True
            if (at := _parameter(function, name)) is not None:
                self._arguments(function, name, at, place)
                known = True
            if known:
                return
        self._constant(name, place)

    def _constant(self, name: str, place: Place) -> None:
        meant = _meant(self.source.constants.get(name, []), place, self.source.imported.get((place.file, name)))
        for home, value in meant:
            self.follow(value, home)

    def _arguments(self, function: Function, name: str, at: int, place: Place) -> None:
        arguments = function.args
        defaults = dict(
            zip(
                reversed([each.arg for each in (*arguments.posonlyargs, *arguments.args)]),
                reversed(arguments.defaults),
                strict=False,
            )
        )
        self.follow(defaults.get(name), place)
        method = bool(arguments.args) and arguments.args[0].arg in ("self", "cls")
        for caller, call in self.source.calls.get(function.name, []):
            if function.name.startswith("_") and caller.file != place.file:
                continue
            by_name = [each.value for each in call.keywords if each.arg == name]
            position = at - method
            for value in by_name or ([call.args[position]] if 0 <= position < len(call.args) else []):
                self.follow(value, caller)

    def _take(self, said: str, node: ast.expr, place: Place) -> None:
        if any(map(str.isalpha, said.replace(HOLE, ""))):
            there = place.file.relative_to(self.source.root)
            self.found.setdefault(said.replace("\n", " ").strip(), f"{there}:{node.lineno}")


def _meant(named: Sequence[tuple[Place, Meant]], place: Place, home: Path | None) -> list[tuple[Place, Meant]]:
    """Which of one name are meant in a file: its own, what it imports, else all where they are few."""
    for file in (place.file, home):
        if found := [each for each in named if each[0].file == file]:
            return found
    return list(named) if home is None and len(named) <= FEW else []


def is_quoted(before: str, after: str) -> bool:
    """Whether what stands between is echoed: somebody's own words, or what is to be typed as it stands."""
    return before.count("`") % 2 == 1 or (before[-1:] in _QUOTES and after[:1] == before[-1:] != "")


def _first(parts: Sequence[ast.expr]) -> str:
    return str(parts[0].value) if parts and isinstance(parts[0], ast.Constant) else ""


def _escaped(said: str) -> str:
    return said.replace("{", "{{").replace("}", "}}")


def _parameter(function: Function, name: str) -> int | None:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if name in names:
        return names.index(name)
    return 999 if name in [each.arg for each in function.args.kwonlyargs] else None


def templates(root: Path, codes: Collection[str]) -> dict[str, str]:
    """Each text with its holes as `{}`, and where it stands first."""
    flow = Flow(Source(root), codes)
    flow.sinks()
    return flow.found
