"""A small safe arithmetic over figures. In: `members.larger + members.smaller`. Out: an exact value, or why none.

Operators + - − * × / ÷ and parentheses; `sum(a, b, …)`; `share(a, b)`, which is a in per cent of b. Names hold dots
and hyphens, so they are found first and a minus has spaces around it. Nothing else is evaluated.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.node import Scalar

MAX_LENGTH: Final = 500
MAX_PARENTHESES: Final = 30
LARGEST: Final = Fraction(10**20)
"""No figure of a deck comes near it; with six decimals it still has all its digits as a Decimal."""

FINEST: Final = 10**30
"""No denominator is larger; a chain of products would otherwise take any time."""

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<name>[a-z0-9æøå]+(?:[.-][a-z0-9æøå]+)*)|(?P<sign>[-+−*×/÷(),])|(?P<other>\S))", re.IGNORECASE
)
_NAME: Final = re.compile(r"[a-z0-9æøå]+(?:[.-][a-z0-9æøå]+)*")
_NUMBER: Final = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?\Z")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+\Z")
_SIGNS: Final = {"−": "-", "×": "*", "÷": "/"}
_FUNCTIONS: Final = ("share", "sum")
_HINT: Final = "write names and numbers with + - * / ( ), share(a, b) or sum(a, b); a minus has spaces around it"


class NoValueError(ValueError):
    """Why a formula has no value."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that is well-formed. `names` are the figures it uses, each with its first place, in order."""

    text: str
    names: dict[str, Span]
    numbers: dict[str, Fraction]
    """What each identifier of the tree stands for where it is a number."""
    figures: dict[str, str]
    """The same where it is a figure."""
    tree: ast.expr


@dataclass(slots=True)
class _Read:
    """What was read of a formula so far: the parts of a Python expression in which names are identifiers."""

    parts: list[str] = field(default_factory=list)
    names: dict[str, Span] = field(default_factory=dict)
    numbers: dict[str, Fraction] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, span: Span) -> None:
        identifier = f"_{len(self.parts)}"
        self.parts.append(identifier)
        if _NUMBER.match(name):
            self.numbers[identifier] = Fraction(name)
        else:
            self.figures[identifier] = name
            self.names.setdefault(name, span)


def parse_formula(written: Scalar, diagnostics: Diagnostics) -> Formula | None:
    """The formula that a value says; None (and a diagnostic) where it says none."""
    text = written.text
    if len(text) > MAX_LENGTH or text.count("(") > MAX_PARENTHESES:
        hint = "compute parts of it as figures of their own"
        diagnostics.error("bad-formula", "the formula is too long", written.span, hint)
        return None
    read = _Read()
    for match in _TOKEN.finditer(text.rstrip()):
        span = _at(written, match.end() - len(match[0].lstrip()), match.end())
        if not _add(read, match, text, span):
            diagnostics.error("bad-formula", _unfit(match[0].strip()), span, _HINT)
            return None
    tree = _tree(" ".join(read.parts))
    if tree is None:
        diagnostics.error("bad-formula", f"`{text}` is no formula", written.span, _HINT)
        return None
    return Formula(text, read.names, read.numbers, read.figures, tree)


def _add(read: _Read, match: re.Match[str], text: str, span: Span) -> bool:
    """Take up one token; False where it cannot stand in a formula."""
    name, sign = match["name"], match["sign"]
    if sign:
        read.parts.append(_SIGNS.get(sign, sign))
    elif name in _FUNCTIONS and text[match.end() :].lstrip().startswith("("):
        read.parts.append(name)
    elif name and name == name.lower() and not _GROUPED.match(name):
        read.add(name, span)
    else:
        return False
    return True


def _unfit(token: str) -> str:
    return f"`{token}` can be read in two ways" if _GROUPED.match(token) else f"`{token}` cannot stand in a formula"


def _at(written: Scalar, start: int, end: int) -> Span:
    span = written.span
    if not written.exact or "\n" in written.text:
        return span
    return Span(span.file, span.line, span.column + start).first(end - start)


def _tree(expression: str) -> ast.expr | None:
    """The tree, if all of it is arithmetic."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree if all(_is_arithmetic(node) for node in ast.walk(tree)) else None


def _is_arithmetic(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return _is_function(node)
    return isinstance(
        node, (ast.BinOp, ast.UnaryOp, ast.Name, ast.Load, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.USub, ast.UAdd)
    )


def _is_function(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Name) or node.keywords or node.func.id not in _FUNCTIONS:
        return False
    return len(node.args) == 2 if node.func.id == "share" else bool(node.args)


def evaluate(formula: Formula, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value; raises NoValueError where it divides by zero or grows beyond all figures."""
    return _value(formula.tree, formula, values)


def worked(formula: Formula, values: Mapping[str, str]) -> str:
    """The formula with values in the place of names: `123 + 252`."""
    return _NAME.sub(lambda match: values[match[0]] if match[0] in formula.names else match[0], formula.text)


def _value(node: ast.expr, formula: Formula, values: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Name():
            number = formula.numbers.get(node.id)
            return values[formula.figures[node.id]] if number is None else number
        case ast.UnaryOp():
            value = _value(node.operand, formula, values)
            return -value if isinstance(node.op, ast.USub) else value
        case ast.BinOp():
            operation = _OPERATIONS[type(node.op)]
            return _within(operation(_value(node.left, formula, values), _value(node.right, formula, values)))
        case ast.Call():
            arguments = [_value(argument, formula, values) for argument in node.args]
            is_sum = isinstance(node.func, ast.Name) and node.func.id == "sum"
            return _within(sum(arguments, Fraction(0)) if is_sum else _divided(arguments[0] * 100, arguments[1]))
    raise NoValueError("it is no arithmetic")


def _divided(a: Fraction, b: Fraction) -> Fraction:
    if not b:
        raise NoValueError("it divides by zero")
    return a / b


def _within(value: Fraction) -> Fraction:
    if abs(value) > LARGEST or value.denominator > FINEST:
        raise NoValueError("its value is beyond what can be shown")
    return value


_OPERATIONS: Final[dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: _divided,
}
