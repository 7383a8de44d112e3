"""How closely questions go together. In: their answers. Out: a coefficient for each two of them, of one base.

Who has not answered all of them counts in none, so that every coefficient rests on the same respondents. What is
summed are whole numbers, and nothing is rounded before the root at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from deckgen.data.answers import Question
from deckgen.data.codes import Mask
from deckgen.data.declarations import Declared
from deckgen.data.groups import Lines
from deckgen.data.rows import numeric
from deckgen.data.tallies import Sample, Tally, tallied, total
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import TabulationRow
from deckgen.model.lazy_dataclasses import dataclass, replace

FEWEST: Final = 2
"""Questions that can go together."""
LEAST_PAIRS: Final = 8
"""Of fewer respondents a coefficient says nothing."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """A question as whole numbers: the amount of each of its answers that is counted, by its index."""

    question: Question
    amounts: Mapping[int, int]
    differing: int
    """How many respondents gave another answer than the one that most gave."""

    @property
    def label(self) -> str:
        return self.question.label or self.question.name


def correlated(
    declared: Declared,
    questions: tuple[Question, ...],
    sample: Sample,
    diagnostics: Diagnostics,
) -> tuple[int, tuple[TabulationRow, ...]] | None:
    """The base n and a row for each two questions; None where no coefficient can be told, which is reported.

    Where fewer than may be told of differ from what most answered, a coefficient would tell of them, and is hidden.
    """
    numbers = [_numbers(question) for question in questions]
    complete = _complete(questions, numbers, sample.kept)
    counts = [tallied(question.codes, complete, sample.weights) for question in questions]
    whole = total(counts[0].values())
    base = whole.n
    if base < LEAST_PAIRS:
        message = f"{base} respondents answered all of the questions, too few for a coefficient"
        hint = f"at least {LEAST_PAIRS} are wanted: name fewer questions, or leave the filter out"
        diagnostics.error("statistic-impossible", message, declared.question.span, hint)
        return None
    ranked = declared.statistic == "spearman"
    measures = []
    for question, known, count in zip(questions, numbers, counts, strict=True):
        amounts = _amounts(known, count, ranked)
        if len(set(amounts.values())) < FEWEST:
            message = f"everybody gave the same answer to `{question.name}`"
            hint = "leave it out: nothing goes together with it"
            diagnostics.error("statistic-impossible", message, declared.question.span, hint)
            return None
        measures.append(_Measure(question, amounts, base - _most_given(known, count)))
    lines = Lines(questions[0], complete, list(counts[0]))
    rows = _rows(measures, replace(sample, kept=complete), base, lines)
    return base, tuple(replace(row, effective=whole.effective) for row in rows) if sample.weights else tuple(rows)


def check_correlated(declared: Declared, questions: Sequence[Question], diagnostics: Diagnostics) -> bool:
    """Whether there are coefficients of these questions, and nothing is asked that they cannot be."""
    wrong = Diagnostics()
    if len(questions) < FEWEST:
        message, hint = f"{declared.statistic} is of two questions or more", "name the others in `with`"
        wrong.error("statistic-impossible", message, declared.question.span, hint)
    for twice in {one.name for one in questions if questions.count(one) > 1}:
        message = f"`{twice}` stands twice among the questions"
        wrong.error("statistic-impossible", message, declared.question.span, "name each once")
    if declared.by:
        message, hint = "coefficients are not told by groups", "leave `by` out; `where` keeps one group"
        wrong.error("group-impossible", message, declared.by[0].span, hint)
    diagnostics.extend(wrong)
    return not wrong.has_errors


def _numbers(question: Question) -> dict[int, Decimal]:
    """The number that each answer is, by its index; none of an answer that is missing or not known."""
    read = ((at, numeric(value, question.style)) for at, value in enumerate(question.values))
    return {at: number for at, number in read if number is not None}


def _complete(questions: Sequence[Question], numbers: Sequence[Mapping[int, Decimal]], kept: Mask | None) -> Mask:
    """A mask of those who answered all questions in numbers."""
    first, *others = (question.codes.given(known) for question, known in zip(questions, numbers, strict=True))
    both = first if kept is None else first.both(kept)
    for other in others:
        both = both.both(other)
    return both


def _amounts(known: Mapping[int, Decimal], counts: Mapping[int, Tally], ranked: bool) -> dict[int, int]:
    """Each answer as a whole number: ranks doubled, so that the middle of several alike is one too, or the number.

    A coefficient is the same whatever the unit is.
    """
    if not ranked:
        places = max(-int(known[at].as_tuple().exponent) for at in counts)
        return {at: int(known[at].scaleb(max(places, 0))) for at in counts}
    ranks: dict[Decimal, int] = {}
    below = 0
    for number in sorted({known[at] for at in counts}):
        alike = sum(tally.weight for at, tally in counts.items() if known[at] == number)
        ranks[number] = 2 * below + alike + 1
        below += alike
    return {at: ranks[known[at]] for at in counts}


def _most_given(known: Mapping[int, Decimal], counts: Mapping[int, Tally]) -> int:
    given: dict[Decimal, int] = {}
    for at, tally in counts.items():
        given[known[at]] = given.get(known[at], 0) + tally.n
    return max(given.values())


def _rows(measures: Sequence[_Measure], complete: Sample, base: int, lines: Lines) -> Iterator[TabulationRow]:
    """A row for each two, those of a measure together, with every measure before it."""
    for later, one in enumerate(measures):
        for other in measures[:later]:
            yield TabulationRow(
                f"{one.question.name}/{other.question.name}",
                f"{one.label} – {other.label}",
                _coefficient(one, other, complete),
                base,
                base,
                lines,
                group=one.label,
                answer=other.label,
                hidden=min(base, one.differing, other.differing) < complete.least,
            )


def _coefficient(one: _Measure, other: _Measure, complete: Sample) -> Decimal:
    """Pearson's product-moment coefficient of the amounts; of ranks it is Spearman's."""
    codes, pairs = one.question.codes.paired(other.question.codes, len(other.question.values))
    counts = tallied(codes, complete.kept, complete.weights)
    met = [(one.amounts[pairs[at][0]], other.amounts[pairs[at][1]], tally.weight) for at, tally in counts.items()]
    n = sum(count for _, _, count in met)
    across, along = sum(x * count for x, _, count in met), sum(y * count for _, y, count in met)
    shared = n * sum(x * y * count for x, y, count in met) - across * along
    spread = n * sum(x * x * count for x, _, count in met) - across**2
    spread *= n * sum(y * y * count for _, y, count in met) - along**2
    return (Decimal(shared * shared) / Decimal(spread)).sqrt().copy_sign(Decimal(shared))
