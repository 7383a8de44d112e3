"""A small safe arithmetic over figures. In: `members.larger + members.smaller`. Out: an exact value, or why none.

Operators + - − * × / ÷ and parentheses; `sum(a, b, …)`; `share(a, b)`, which is a in per cent of b. Names hold dots
and hyphens, so they are found first and a minus has spaces around it. Nothing else is evaluated.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, Literal, assert_never

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.formula import FigureTerm, Formula, Negative, NumberTerm, Operation, Place, Share, Sign, Sum, Term
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import is_name
from deckgen.nodes.node import Scalar

MAX_LENGTH: Final = 500
MAX_PARENTHESES: Final = 30
LARGEST: Final = Fraction(10**20)
"""No figure of a deck comes near it; with six decimals it still has all its digits as a Decimal."""

FINEST: Final = 10**30
"""No denominator is larger; a chain of products would otherwise take any time."""

_PART: Final = r"(?:[^\W_]|[.\u0300-\u1fff])+"
"""Letters, digits and dots; the range holds the marks that scripts write on their letters."""

_NAME: Final = re.compile(rf"{_PART}(?:-{_PART})*")
_TOKEN: Final = re.compile(rf"\s*(?:(?P<name>{_NAME.pattern})|(?P<sign>[-+−*×/÷(),])|(?P<other>\S))")
_NUMBER: Final = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?\Z")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+\Z")
_SIGNS: Final = {"−": "-", "×": "*", "÷": "/"}
_FUNCTIONS: Final = ("share", "sum")
_HINT: Final = "write names and numbers with + - * / ( ), share(a, b) or sum(a, b); a minus has spaces around it"


class NoValueError(ValueError):
    """Why a formula has no value."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a formula: a sign, a function, or a name or number with its place."""

    kind: Literal["sign", "function", "figure", "number"]
    text: str
    place: Place


def parse_formula(written: Scalar, diagnostics: Diagnostics) -> Formula | None:
    """The formula that a value says; None (and a diagnostic) where it says none."""
    text = written.text
    if len(text) > MAX_LENGTH or text.count("(") > MAX_PARENTHESES:
        hint = "compute parts of it as figures of their own"
        diagnostics.error("bad-formula", "the formula is too long", written.span, hint)
        return None
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text.rstrip()):
        start = match.end() - len(match[0].lstrip())
        place = Place(match["name"] or "", start, _at(written, start, match.end()))
        token = _token(match, text, place)
        if token is None:
            diagnostics.error("bad-formula", _unfit(match[0].strip()), place.span, _HINT)
            return None
        tokens.append(token)
    tree = _tree(tokens)
    if tree is None:
        diagnostics.error("bad-formula", f"`{text}` is no formula", written.span, _HINT)
        return None
    return Formula(text, _term(tree, tokens), tuple(token.place for token in tokens if token.kind == "figure"))


def _token(match: re.Match[str], text: str, place: Place) -> _Token | None:
    """A token of a formula; None where it cannot stand in one."""
    name, sign = match["name"], match["sign"]
    if sign:
        return _Token("sign", _SIGNS.get(sign, sign), place)
    if name in _FUNCTIONS and text[match.end() :].lstrip().startswith("("):
        return _Token("function", name, place)
    if name and is_name(name) and not _GROUPED.match(name):
        return _Token("number" if _NUMBER.match(name) else "figure", name, place)
    return None


def _unfit(token: str) -> str:
    return f"`{token}` can be read in two ways" if _GROUPED.match(token) else f"`{token}` cannot stand in a formula"


def _at(written: Scalar, start: int, end: int) -> Span:
    span = written.span
    if not written.exact or "\n" in written.text:
        return span
    return Span(span.file, span.line, span.column + start).first(end - start)


def _tree(tokens: list[_Token]) -> ast.expr | None:
    """The tree of a Python expression in which names and numbers are identifiers, if all of it is arithmetic."""
    parts = [token.text if token.kind in ("sign", "function") else f"_{at}" for at, token in enumerate(tokens)]
    try:
        tree = ast.parse(" ".join(parts), mode="eval").body
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


def _term(node: ast.expr, tokens: list[_Token]) -> Term:
    """What a tree of arithmetic says, in terms of our own."""
    match node:
        case ast.Name():
            token = tokens[int(node.id[1:])]
            return FigureTerm(token.text) if token.kind == "figure" else NumberTerm(Fraction(token.text))
        case ast.UnaryOp():
            operand = _term(node.operand, tokens)
            return Negative(operand) if isinstance(node.op, ast.USub) else operand
        case ast.BinOp():
            return Operation(_OPERATORS[type(node.op)], _term(node.left, tokens), _term(node.right, tokens))
        case ast.Call(func=ast.Name(id="share"), args=[part, whole]):
            return Share(_term(part, tokens), _term(whole, tokens))
        case ast.Call():
            return Sum(tuple(_term(argument, tokens) for argument in node.args))
    raise TypeError(node)


def evaluate(formula: Formula, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value; raises NoValueError where it divides by zero or grows beyond all figures."""
    return _value(formula.term, values)


def worked(formula: Formula, values: Mapping[str, str]) -> str:
    """The formula with values in the place of names: `123 + 252`."""
    said, end = [], 0
    for place in formula.places:
        said += [formula.text[end : place.start], values[place.name]]
        end = place.start + len(place.name)
    return "".join((*said, formula.text[end:]))


def renamed(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The formula with other names for the figures that it names."""
    places, moved = [], 0
    for place in formula.places:
        places.append(replace(place, name=names[place.name], start=place.start + moved))
        moved += len(names[place.name]) - len(place.name)
    return Formula(worked(formula, names), _renamed(formula.term, names), tuple(places))


def _renamed(term: Term, names: Mapping[str, str]) -> Term:
    match term:
        case FigureTerm(name):
            return FigureTerm(names[name])
        case NumberTerm():
            return term
        case Negative(negated):
            return Negative(_renamed(negated, names))
        case Operation(sign, left, right):
            return Operation(sign, _renamed(left, names), _renamed(right, names))
        case Sum(terms):
            return Sum(tuple(_renamed(part, names) for part in terms))
        case Share(part, whole):
            return Share(_renamed(part, names), _renamed(whole, names))
    assert_never(term)


def _value(term: Term, values: Mapping[str, Fraction]) -> Fraction:
    match term:
        case FigureTerm(name):
            return values[name]
        case NumberTerm(number):
            return number
        case Negative(negated):
            return -_value(negated, values)
        case Operation(sign, left, right):
            return _within(_OPERATIONS[sign](_value(left, values), _value(right, values)))
        case Sum(terms):
            return _within(sum((_value(part, values) for part in terms), Fraction(0)))
        case Share(part, whole):
            return _within(_divided(_value(part, values) * 100, _value(whole, values)))
    assert_never(term)


def _divided(a: Fraction, b: Fraction) -> Fraction:
    if not b:
        raise NoValueError("it divides by zero")
    return a / b


def _within(value: Fraction) -> Fraction:
    if abs(value) > LARGEST or value.denominator > FINEST:
        raise NoValueError("its value is beyond what can be shown")
    return value


_OPERATORS: Final[dict[type[ast.operator], Sign]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_OPERATIONS: Final[dict[Sign, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
}
