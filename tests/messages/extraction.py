"""In: the source of deckgen. Out: every text that it can say in a message or a hint, as templates with holes.

Read, not run: from whatever makes a diagnostic back over names, constants, parameters and functions to the literals
that flow into it. What is found is a little more than can be said, as names are followed without types.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from source_index import NAMED, Function, Place, Source, assigned, called, meant

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
    "Wrong": (1,),
    "said": (0,),
}
"""What makes something that is told, and which of its arguments are texts."""
_TOLD: Final = (1, 3)
"""Those of any function that is given a code."""
_PASSED: Final = frozenset(
    ("items", "values", "capitalize", "strip", "rstrip", "removeprefix", "replace", "sub", "lower")
)
"""Methods whose outcome says what their object says."""
_UNSEEN: Final = frozenset(
    ("AssertionError", "KeyError", "IndexError", "LookupError", "AttributeError", "FrozenInstanceError")
)
"""What is wrong with the program, and told to nobody."""


class Flow:
    """Follows expressions back to the literals in them."""

    def __init__(self, source: Source, codes: Collection[str]) -> None:
        self.source, self.codes = source, codes
        self.found: dict[str, str] = {}
        self._seen: set[tuple[int, Place]] = set()

    def sinks(self) -> None:
        """Take in what every message and hint may be."""
        for name, calls in self.source.calls.items():
            for place, call in calls:
                for argument in self._said(name, call):
                    self.follow(argument, place)
        for place, value in (*self.source.constants["HINT"], *self.source.kept):
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
        yield from (each.value for each in call.keywords if each.arg in NAMED)

    def _is_told(self, call: ast.Call) -> bool:
        """Whether a call is given a code, whatever it is called."""
        first = call.args[0] if call.args else None
        return isinstance(first, ast.Constant) and first.value in self.codes

    def follow(self, node: ast.expr | None, place: Place) -> None:
        """Take in every text that the expression may be."""
        if node is None or (id(node), place) in self._seen:
            return
        self._seen.add((id(node), place))
        match node:
            case ast.Constant(value=str(said)):
                self._take(_escaped(said), node, place)
            case ast.JoinedStr():
                self._template(node, place)
            case ast.BinOp(op=ast.Add()):
                self.follow(node.left, place)
                self.follow(node.right, place)
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
                for home, function in meant(self.source.properties.get(node.attr, []), place, None):
                    self._returns(home, function)

    def _template(self, node: ast.JoinedStr, place: Place) -> None:
        """A text with holes, and what stands in those that are no echo."""
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
        before = set(self.found)
        self.follow(node, place)
        for said in self.found.keys() - before:
            where = self.found.pop(said)
            self.found[said.replace("{{", "{").replace("}}", "}")] = where

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
            if isinstance(each, ast.Return | ast.Yield | ast.YieldFrom):
                self.follow(each.value, inner)

    def _functions(self, name: str, place: Place) -> list[tuple[Place, Function]]:
        return meant(self.source.functions.get(name, []), place, self.source.imported.get((place.file, name)))

    def _name(self, name: str, place: Place) -> None:
        for depth, function in enumerate(place.functions):
            around = Place(place.file, place.functions[depth:])
            known = False
            for each in ast.walk(function):
                for target, value in assigned(each):
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
        home = self.source.imported.get((place.file, name))
        for there, value in meant(self.source.constants.get(name, []), place, home):
            self.follow(value, there)

    def _arguments(self, function: Function, name: str, at: int, place: Place) -> None:
        """What a parameter is given, by its callers or by itself."""
        arguments = function.args
        named = [*arguments.posonlyargs, *arguments.args]
        for each, default in zip(reversed(named), reversed(arguments.defaults), strict=False):
            if each.arg == name:
                self.follow(default, place)
        position = at - (named[0].arg in ("self", "cls") if named else 0)
        for caller, call in self.source.calls.get(function.name, []):
            if function.name.startswith("_") and caller.file != place.file:
                continue
            by_name = [each.value for each in call.keywords if each.arg == name]
            for value in by_name or ([call.args[position]] if 0 <= position < len(call.args) else []):
                self.follow(value, caller)

    def _take(self, said: str, node: ast.expr, place: Place) -> None:
        if any(map(str.isalpha, said.replace(HOLE, ""))):
            there = place.file.relative_to(self.source.root)
            self.found.setdefault(said.replace("\n", " ").strip(), f"{there}:{node.lineno}")


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
