"""In: the answers to a question, those it is filtered and grouped by. Out: a tabulation, exact, with its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from deckgen.data import cell_values
from deckgen.data.answers import DontKnow, Question
from deckgen.data.codes import Mask
from deckgen.data.comparisons import compared
from deckgen.data.declarations import Declared
from deckgen.data.disclosure import with_hidden
from deckgen.data.groups import groups
from deckgen.data.rows import rows
from deckgen.data.tallies import Sample
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import TabulationRow
from deckgen.nodes.node import Scalar

_APART: Final = ("median", "quantile", "minimum", "maximum")
"""Statistics of which those of some groups tell nothing of the others'."""
UNTOLD: Final = "\0"
"""The group of all, where several questions group respondents and it is not asked for: it is known all the same."""


def kept_rows(question: Question, wanted: tuple[Scalar, ...], diagnostics: Diagnostics) -> Mask:
    """A mask of the respondents who gave one of the answers named; an answer that is none is reported."""
    values = [_wanted(question, scalar, diagnostics) for scalar in wanted]
    fits = [at for at, value in enumerate(question.values) if any(_matches(value, one) for one in values)]
    return question.codes.given(fits)


def _wanted(question: Question, scalar: Scalar, diagnostics: Diagnostics) -> Any:
    if scalar.text in question.dont_know:
        return DontKnow(scalar.text)
    kind = "single" if question.type == "multiple" else question.type
    try:
        return cell_values.value(scalar.text, kind, question.options, "", question.style)
    except cell_values.UnreadableError as problem:
        diagnostics.error("unknown-answer", f"{question.name}: {problem}", scalar.span, problem.hint)
        return None


def _matches(value: Any, wanted: Any) -> bool:
    if wanted is None or value is None:
        return False
    return bool(wanted in value) if isinstance(value, frozenset) else bool(value == wanted)


def tabulated(
    declared: Declared, question: Question, by: Sequence[Question], sample: Sample
) -> tuple[int, tuple[TabulationRow, ...]]:
    """The base n of all groups of a question together, and the rows, those hidden behind which too few stand."""
    named = declared.total or (UNTOLD if len(by) > 1 or (by and declared.compare) else "")
    made = groups(question, by, named, sample, declared.dont_know == "in")
    told = tuple(row for group in made for row in rows(declared, group))
    hidden = with_hidden(told, sample.least, adds_up(declared), not tells_all(declared, question))
    base = sum(group.whole.n for group in made if not named or not group.by)
    together = next((group for group in made if not group.by), None)
    marked = compared(declared, made, hidden, together)
    return base, tuple(row for row in marked if row.group != UNTOLD)


def adds_up(declared: Declared) -> bool:
    """Whether the respondents of several rows are no respondents of another."""
    return declared.statistic not in _APART


def tells_all(declared: Declared, question: Question) -> bool:
    """Whether the rows of a group, of a question with options, come to its base: each respondent stands in one."""
    told = {one.text for gathered in declared.gather.values() for one in gathered}
    left = question.options.keys() - told - (question.dont_know if declared.dont_know == "out" else frozenset())
    return question.type != "multiple" and not (declared.gather and left)
