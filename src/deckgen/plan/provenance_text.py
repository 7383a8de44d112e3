"""How a figure came about, in words of the deck's language. In: a figure and those it is made of. Out: a sentence.

A reader of the deck knows labels and values, not names of figures: "Klynger, der har svaret (12) − Klynger uden
aftale (4)". Where the source itself gives the number there is nothing to say.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.figures.evaluate import as_decimal
from deckgen.figures.formulas import Formula, parse_formula
from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.number import Number, literal
from deckgen.nodes.node import Scalar

_SUM, _PRODUCT, _ATOM = 0, 1, 2
_SIGNS: Final[dict[type[ast.operator], tuple[str, int]]] = {
    ast.Add: ("+", _SUM),
    ast.Sub: ("−", _SUM),
    ast.Mult: ("×", _PRODUCT),
    ast.Div: ("÷", _PRODUCT),
}


def came_about(figure: Figure, figures: Mapping[str, Figure], language: Language) -> str:
    """The tabulation, or the formula in labels and shown values; empty for a figure that was given."""
    if figure.counted is not None:
        return _tabulated(figure.counted, language)
    formula = parse_formula(Scalar(figure.formula, True, figure.span), Diagnostics()) if figure.formula else None
    if formula is None or not all(name in figures for name in formula.names):
        return ""
    return f"{language.labels.computed}: {_Speller(formula, figures, language).said(formula.tree, _SUM)}"


def _tabulated(counted: Counted, language: Language) -> str:
    labels = language.labels
    n = language.show(Number(Decimal(counted.base)))
    done = labels.tabulated[counted.statistic].format(file=counted.file)
    form = labels.answered if counted.answer else labels.quoted
    asked = form.format(question=counted.question, answer=counted.answer)
    filters = [
        labels.where.format(question=question, answers=f" {labels.either} ".join(answers))
        for question, answers in counted.where
    ]
    return f"{done}, n = {n}: {', '.join((asked, *filters))}"


@dataclass(frozen=True, slots=True)
class _Speller:
    """A formula, and what its names stand for."""

    formula: Formula
    figures: Mapping[str, Figure]
    language: Language

    def said(self, node: ast.expr, binds: int) -> str:
        """A part of the formula, in parentheses where it binds less than what stands around it."""
        text, own = self._part(node)
        return f"({text})" if own < binds else text

    def _part(self, node: ast.expr) -> tuple[str, int]:
        match node:
            case ast.Name():
                return self._name(node.id), _ATOM
            case ast.UnaryOp():
                sign = "−" if isinstance(node.op, ast.USub) else ""
                return f"{sign}{self.said(node.operand, _ATOM)}", _SUM
            case ast.BinOp():
                sign, binds = _SIGNS[type(node.op)]
                # a − (b − c) and a ÷ (b × c) are not what they are without the parentheses.
                after = binds + isinstance(node.op, ast.Sub | ast.Div)
                return f"{self.said(node.left, binds)} {sign} {self.said(node.right, after)}", binds
            case ast.Call(func=ast.Name(id="sum")):
                return " + ".join(self.said(part, _SUM) for part in node.args), _ATOM if len(node.args) < 2 else _SUM
            case ast.Call():
                part, whole = (self.said(argument, _ATOM) for argument in node.args)
                return self.language.labels.share_of.format(part=part, whole=whole), _SUM
        raise TypeError(node)

    def _name(self, identifier: str) -> str:
        number = self.formula.numbers.get(identifier)
        if number is not None:
            return self._number(number)
        figure = self.figures[self.formula.figures[identifier]]
        return f"{figure.label} ({self.language.show(figure.number())})"

    def _number(self, number: Fraction) -> str:
        return self.language.show(literal(as_decimal(number)))
