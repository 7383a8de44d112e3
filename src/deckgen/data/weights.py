"""What respondents weigh. In: a column of weights, or margins to rake to, and the sheet. Out: weights.

Weights of a column are taken as they stand, and who weighs nothing is not counted. Raked ones come to as many as
there are respondents, and begin at those of the column where a dataset has both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from deckgen.data.answers import Question, read_question
from deckgen.data.cell_values import CellStyle
from deckgen.data.codes import Codes
from deckgen.data.declarations import Column, Dataset
from deckgen.data.labels import Labels
from deckgen.data.raking import read_raked
from deckgen.data.sheet import Sheet
from deckgen.data.tallies import Weights
from deckgen.diagnostics import Diagnostics, Related
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Scalar

_DIGITS: Final = 15
"""Digits of what all weigh together: arrays hold as many, so that their sums are exact."""
_HINT: Final = "write a number of 0 or more: who weighs 0 is not counted"


def of_column(
    dataset: Dataset,
    named: Scalar,
    questions: Mapping[str, Question | None],
    sheet: Sheet,
    style: CellStyle,
    diagnostics: Diagnostics,
) -> Weights | None:
    """What each respondent weighs by a column; None where nobody can be weighed by it, which is reported."""
    column = _column(dataset, named, questions, sheet, style, diagnostics)
    amounts = _amounts(column, named, dataset, sheet, diagnostics) if column else None
    return _weights(column.codes, amounts) if column and amounts else None


def of_dataset(
    dataset: Dataset,
    questions: Mapping[str, Question | None],
    sheet: Sheet,
    style: CellStyle,
    diagnostics: Diagnostics,
) -> Weights | None:
    """What each respondent weighs where a tabulation says nothing of its own; None where all weigh one.

    So it is too where somebody cannot be weighed, which is reported.
    """
    if dataset.rake is None:
        named = dataset.weight
        return of_column(dataset, named, questions, sheet, style, diagnostics) if named else None
    column = starts = None
    if dataset.weight:
        column = _column(dataset, dataset.weight, questions, sheet, style, diagnostics)
        starts = _amounts(column, dataset.weight, dataset, sheet, diagnostics) if column else None
        if starts is None:
            return None
    raked = read_raked(dataset.rake, questions, column, starts, diagnostics)
    return _weights(*raked) if raked else None


def _column(
    dataset: Dataset,
    named: Scalar,
    questions: Mapping[str, Question | None],
    sheet: Sheet,
    style: CellStyle,
    diagnostics: Diagnostics,
) -> Question | None:
    """The column of weights: one that is declared, or else a head of the file."""
    if named.text not in dataset.columns:
        head = Column("decimal", named.text, span=named.span)
        return read_question(named.text, head, sheet, Labels(), style, diagnostics)
    question = questions[named.text]
    if question is None or question.type in ("integer", "decimal"):
        return question
    message = f"`{named.text}` is {question.type}, and weights are numbers"
    diagnostics.error("bad-weight", message, named.span, "name a column of type decimal, or a head of the file")
    return None


def _amounts(
    question: Question, named: Scalar, dataset: Dataset, sheet: Sheet, diagnostics: Diagnostics
) -> Sequence[Decimal] | None:
    """What each answer of a column of weights weighs; None where one is no weight, which is reported at its cell."""
    declared = dataset.columns.get(named.text)
    head = declared.heads(named.text)[0] if declared else named.text
    wrong = Diagnostics()
    for at, value in enumerate(question.values):
        rows = question.codes.rows_of(at) if not isinstance(value, Decimal) or value < 0 else ()
        if rows:
            said = f"{value} is no weight" if isinstance(value, Decimal) else "this respondent has no weight"
            more = f" (and in {len(rows) - 1} more rows)" if len(rows) > 1 else ""
            related = (Related(named.span, "weighed by it here"),)
            wrong.error("bad-weight", said + more, sheet.place(rows[0], head), _HINT, related)
    if not wrong.has_errors and not any(question.values):
        message = f"by `{named.text}` nobody weighs anything"
        wrong.error("bad-weight", message, named.span, "name the column of weights")
    diagnostics.extend(wrong)
    return None if wrong.has_errors else question.values


def _weights(codes: Codes, amounts: Sequence[Decimal]) -> Weights:
    """Weights by what each answer of a column weighs, in the largest unit in which all can be told exactly.

    Where their digits are too many, they are rounded to what a sum of all can hold.
    """
    counts = codes.counted(None)
    together = sum((amounts[at] * n for at, n in counts.items()), Decimal(0))
    finest = max(-int(amounts[at].normalize().as_tuple().exponent) for at in counts)
    places = min(max(finest, 0), _DIGITS - 1 - together.adjusted())
    whole = [round(amount.scaleb(places)) for amount in amounts]
    squares = [amount * amount for amount in whole]
    weighing = [at for at, amount in enumerate(whole) if amount]
    unit = Decimal(1).scaleb(-places)
    respondents = sum(counts[at] for at in weighing)
    made = Weights(codes.amounts_by(whole), codes.amounts_by(squares), unit, respondents)
    return made if len(weighing) == len(whole) else replace(made, weighing=codes.given(weighing))
