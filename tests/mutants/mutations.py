"""The small bugs that a source file could have. In: its text. Out: mutations, each one piece of code replaced.

Only what is done is changed: no text (words are read by people and held by goldens), no annotation, no decorator.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_COMPARISONS: Final[dict[type[ast.cmpop], tuple[ast.cmpop, ...]]] = {
    ast.Lt: (ast.LtE(), ast.Gt()),
    ast.LtE: (ast.Lt(), ast.GtE()),
    ast.Gt: (ast.GtE(), ast.Lt()),
    ast.GtE: (ast.Gt(), ast.LtE()),
    ast.Eq: (ast.NotEq(),),
    ast.NotEq: (ast.Eq(),),
    ast.In: (ast.NotIn(),),
    ast.NotIn: (ast.In(),),
    ast.Is: (ast.IsNot(),),
    ast.IsNot: (ast.Is(),),
}
_OPERATORS: Final[dict[type[ast.operator], ast.operator]] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Div(),
    ast.Div: ast.Mult(),
    ast.FloorDiv: ast.Div(),
}
_NAMES: Final = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "floor": "ceil",
    "ceil": "floor",
    "strip": "lstrip",
    "startswith": "endswith",
    "endswith": "startswith",
}
_ALIKE: Final = (ast.Name, ast.Attribute, ast.Subscript)
"""Arguments that somebody could mistake for each other."""
_UNTOUCHED: Final = frozenset({"annotation", "returns", "decorator_list", "bases", "format_spec"})
_Place = ast.expr | ast.stmt


@dataclass(frozen=True, slots=True)
class Mutation:
    """One piece of code, from `start` to `end` in the text, replaced by another; `line` is where it begins."""

    line: int
    start: int
    end: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        return source[: self.start] + self.after + source[self.end :]


def mutations(source: str) -> list[Mutation]:
    """All of a file, in the order of its lines."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def place(line: int, column: int) -> int:
        begin = starts[line - 1]  # columns of syntax trees count bytes
        return begin + len(source[begin : starts[line]].encode()[:column].decode())

    found = []
    for node in _nodes(ast.parse(source)):
        for old, new in _changes(node):
            start, end = place(old.lineno, old.col_offset), place(old.end_lineno or 0, old.end_col_offset or 0)
            after = new if isinstance(old, ast.stmt) else f"({new})"
            if new != (before := ast.unparse(old)):
                found.append(Mutation(old.lineno, start, end, before, after))
    return sorted(found, key=lambda one: (one.start, one.end, one.after))


def lines_in_functions(source: str) -> frozenset[int]:
    """The lines that run when something is called, and not when the file is imported."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return frozenset(
        line for function in functions for line in range(function.body[0].lineno, (function.end_lineno or 0) + 1)
    )


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All that does something; what stands in a format string has no place of its own in the text."""
    for name, value in ast.iter_fields(tree):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in _UNTOUCHED and not isinstance(child, ast.JoinedStr):
                yield child
                yield from _nodes(child)


def _changes(node: ast.AST) -> Iterator[tuple[_Place, str]]:
    """What could stand in the place of a node, or of a part of it."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.comprehension(ifs=[test]):
            yield test, f"not ({ast.unparse(test)})"
        case ast.Constant(value=bool(value)):
            yield node, str(not value)
        case ast.Constant(value=int(value)):
            yield from ((node, str(value + 1)), (node, str(value - 1)))
        case ast.Constant(value=float(value)):
            yield from ((node, str(value * 2)), (node, str(value / 2))) if value else ((node, "1.0"),)
        case ast.Name(id=name) if name in _NAMES:
            yield node, _NAMES[name]
        case ast.Attribute(value=owner, attr=name) if name in _NAMES:
            yield node, f"{ast.unparse(owner)}.{_NAMES[name]}"
        case ast.Continue():
            yield node, "break"
        case ast.Break():
            yield node, "continue"
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield node, "return None"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
            yield node, "pass"
        case ast.expr():
            yield from ((node, ast.unparse(other)) for other in _other_operations(node))
    if isinstance(node, ast.For | ast.comprehension):
        yield from ((node.iter, f"list({ast.unparse(node.iter)}){part}") for part in ("[:1]", "[1:]"))


def _other_operations(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right):
            yield from (ast.Compare(left, [other], right) for other in _COMPARISONS[type(op)])
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            yield from values
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS and not _text_or_list(left, right):
            yield ast.BinOp(left, _OPERATORS[type(op)], right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp(test=test, body=body, orelse=other):
            yield ast.IfExp(test, other, body)
        case ast.Call(func=called, args=[first, second, *rest]) if type(first) is type(second) in _ALIKE:
            yield ast.Call(called, [second, first, *rest], node.keywords)


def _text_or_list(*operands: ast.expr) -> bool:
    """Whether the operands are such as can only be added, which nobody needs a test to notice."""
    return any(
        isinstance(one, ast.JoinedStr | ast.Tuple | ast.List | ast.Constant) and not _number(one) for one in operands
    )


def _number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)
