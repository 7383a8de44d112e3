"""In: the answers to a question, those it is filtered and grouped by. Out: a tabulation, exact, with its rows.

Every statistic is made from how many respondents gave which answer, so nothing is a float and nothing is rounded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final, overload

from deckgen.data import cell_values
from deckgen.data.answers import DontKnow, Question
from deckgen.data.codes import Mask
from deckgen.data.declarations import Declared
from deckgen.data.disclosure import with_hidden
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import COEFFICIENTS, TabulationRow
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import suggestion

ALL: Final = "all"
"""The key of the one row of a tabulation that is about everybody."""

_CHOICES: Final = ("single", "scale", "multiple")
_SPREAD: Final = ("mean", "median", "minimum", "maximum", *COEFFICIENTS)
LEAST_SPREAD: Final = 8
"""Of fewer answers nobody can say how they are spread."""
MOST_QUANTILES: Final = 100


class Lines(Sequence[int]):
    """The line numbers of the respondents who gave one of some answers, in order; looked up when first asked for."""

    def __init__(self, question: Question, kept: Mask | None, answers: list[int]) -> None:
        self._held: list[int] | None = None
        self._made_from = (question, kept, answers)

    @property
    def _lines(self) -> list[int]:
        if self._held is None:
            question, kept, answers = self._made_from
            given = question.codes.given(answers)
            self._held = (given if kept is None else given.both(kept)).picked(question.lines)
        return self._held

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> list[int]: ...

    def __getitem__(self, index: int | slice) -> int | list[int]:
        return self._lines[index]


@dataclass(frozen=True, slots=True)
class _Group:
    """Respondents of one group: how many gave each answer, by the answer's index in the question.

    `kept` is a mask of the respondents, or None where they are all.
    """

    key: str
    label: str
    question: Question
    kept: Mask | None
    answers: dict[int, int]

    def lines(self, answers: list[int]) -> Lines:
        return Lines(self.question, self.kept, answers)


def check_statistic(declared: Declared, question: Question, by: Question | None, diagnostics: Diagnostics) -> bool:
    """Whether the question can be told in that statistic, and groups can be made."""
    statistic, kind = declared.statistic, question.type
    possible = statistic == "count" or (statistic == "share" and kind in _CHOICES)
    possible = possible or (kind in ("integer", "decimal") and statistic != "share")
    possible = possible or (kind == "scale" and statistic in _SPREAD and _has_numbers(question))
    if possible and not _can_gather(declared, question, diagnostics):
        return False
    if not possible:
        message = f"`{question.name}` is {kind}, of which there is no {statistic}"
        hint = "share wants options; sum wants numbers; the others but count want numbers, or codes that are numbers"
        diagnostics.error("statistic-impossible", message, declared.question.span, hint)
    if by is not None and by.type not in ("single", "scale"):
        span = declared.by.span if declared.by else declared.span
        diagnostics.error("group-impossible", f"`{by.name}` is {by.type}; groups want single or scale", span)
        return False
    return possible


def _can_gather(declared: Declared, question: Question, diagnostics: Diagnostics) -> bool:
    """Whether the answers that are gathered are some of the question's, each once, and are counted."""
    wrong, seen = Diagnostics(), set[str]()
    for scalar in (one for gathered in declared.gather.values() for one in gathered):
        if question.type not in _CHOICES or declared.statistic in _SPREAD:
            message = f"there are no answers of `{question.name}` to gather in its {declared.statistic}"
            wrong.error("gather-unfit", message, scalar.span, "`gather` wants a count or a share of options")
            break
        if scalar.text not in question.options:
            named = f"`{scalar.text}` is no option of `{question.name}`"
            wrong.error("unknown-answer", named, scalar.span, suggestion(scalar.text, tuple(question.options)))
        elif scalar.text in seen:
            wrong.error("gather-unfit", f"`{scalar.text}` is gathered twice", scalar.span, "keep it in one place")
        seen.add(scalar.text)
    diagnostics.extend(wrong)
    return not wrong.has_errors


def _has_numbers(question: Question) -> bool:
    return all(
        numeric(code, question.style) is not None for code in question.options if code not in question.dont_know
    )


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
    declared: Declared, question: Question, by: Question | None, kept: Mask | None, least: int
) -> tuple[int, tuple[TabulationRow, ...]]:
    """The base n of all groups together, and the rows, those hidden behind which fewer than `least` stand.

    `kept` is a mask, or None where nobody is left out.
    """
    rows: list[TabulationRow] = []
    base = 0
    for group in _groups(question, by, kept):
        known = _in_base(group, question, declared.dont_know == "in")
        n = sum(known.values())
        base += n
        rows.extend(_rows(declared, question, group, known, n, least))
    return base, with_hidden(tuple(rows), least, adds_up(declared), not tells_all(declared, question))


def adds_up(declared: Declared) -> bool:
    """Whether the respondents of several rows are no respondents of another."""
    return declared.statistic not in ("median", "minimum", "maximum", *COEFFICIENTS)


def tells_all(declared: Declared, question: Question) -> bool:
    """Whether the rows of a group, of a question with options, come to its base: each respondent stands in one."""
    told = {one.text for gathered in declared.gather.values() for one in gathered}
    left = question.options.keys() - told - (question.dont_know if declared.dont_know == "out" else frozenset())
    return question.type != "multiple" and not (declared.gather and left)


def _groups(question: Question, by: Question | None, kept: Mask | None) -> Iterator[_Group]:
    if by is None:
        yield _Group("", "", question, kept, question.codes.counted(kept))
        return
    for code, label in by.options.items():
        given = (DontKnow(code), code)
        at = next((at for at, value in enumerate(by.values) if value in given), -1)
        if code not in by.dont_know:
            inside = by.codes.given((at,))
            those = inside if kept is None else inside.both(kept)
            yield _Group(code, label, question, those, question.codes.counted(those))


def _in_base(group: _Group, question: Question, dont_know: bool) -> dict[int, int]:
    """The answers that count: not the missing ones, and "don't know" only where it is said to be in."""
    values = question.values
    return {
        at: count
        for at, count in group.answers.items()
        if values[at] is not None and (dont_know or not isinstance(values[at], DontKnow))
    }


def _rows(
    declared: Declared, question: Question, group: _Group, known: Mapping[int, int], n: int, least: int
) -> Iterator[TabulationRow]:
    if question.type not in _CHOICES or declared.statistic in _SPREAD:
        key, label = group.key or ALL, group.label or question.label or question.name
        yield _one_row(declared.statistic, key, label, group, known, n, least)
        return
    for code, label, codes in _told(declared, question):
        gave = [at for at in known if any(_gave(question.values[at], one) for one in codes)]
        count = sum(known[at] for at in gave)
        value = Decimal(count) if declared.statistic == "count" else _share(Decimal(count), n)
        path = (f"{group.key}/{code}", f"{group.label}/{label}") if group.key else (code, label)
        yield TabulationRow(*path, value, count, n, group.lines(gave), group.label, label)


def _told(declared: Declared, question: Question) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Key, label and codes of each answer that has a row."""
    if declared.gather:
        for label, gathered in declared.gather.items():
            yield label, label, tuple(one.text for one in gathered)
        return
    for code, label in question.options.items():
        if code not in question.dont_know or declared.dont_know == "in":
            yield code, label, (code,)


def _gave(value: Any, code: str) -> bool:
    if isinstance(value, DontKnow):
        return value.code == code
    return code in value if isinstance(value, frozenset) else bool(value == code)


def _share(counted: Decimal, n: int) -> Decimal | None:
    return counted * 100 / n if n else None


def _one_row(
    statistic: str, key: str, label: str, group: _Group, known: Mapping[int, int], n: int, least: int
) -> TabulationRow:
    if statistic == "count":
        return TabulationRow(key, label, Decimal(n), n, n, group.lines(list(known)), group.label)
    numbers: dict[Decimal, list[int]] = {}
    for at in known:
        number = numeric(group.question.values[at], group.question.style)
        if number is not None:
            numbers.setdefault(number, []).append(at)
    counts = {number: sum(known[at] for at in numbers[number]) for number in sorted(numbers)}
    value = _STATISTICS[statistic](counts) if counts else None
    behind = [value] if value is not None and statistic in ("minimum", "maximum") else list(numbers)
    answers = [at for number in behind for at in numbers[number]]
    count = sum(known[at] for at in answers)
    spread = _spread(counts, least) if statistic == "median" else ()
    base = sum(counts.values())
    return TabulationRow(key, label, value, count, base, group.lines(answers), group.label, quantiles=spread)


def _spread(counts: Mapping[Decimal, int], least: int) -> tuple[Decimal, ...]:
    """How the numbers, in order, are spread: quantiles at equal steps; none where they are too few to say it of.

    What lies beyond the `least` lowest or highest is told as if it stood at the last of them: an end of a
    distribution is what one respondent answered.
    """
    numbers, below = tuple(counts), tuple(accumulate(counts.values()))
    n = below[-1] if below else 0
    if n < max(LEAST_SPREAD, 2 * least):
        return ()
    many, first, last = min(n, MOST_QUANTILES), max(least - 1, 0), n - max(least, 1)
    ranks = (min(max((2 * at + 1) * n // (2 * many), first), last) for at in range(many))
    return tuple(numbers[bisect_right(below, rank)] for rank in ranks)


def numeric(value: Any, style: cell_values.CellStyle) -> Decimal | None:
    """A number, or the number that the code of a scale is."""
    if isinstance(value, Decimal):
        return value
    try:
        return cell_values.number(value, False, style) if isinstance(value, str) else None
    except cell_values.UnreadableError:
        return None


def _sum(counts: Mapping[Decimal, int]) -> Decimal:
    return sum((number * count for number, count in counts.items()), Decimal(0))


def _mean(counts: Mapping[Decimal, int]) -> Decimal:
    return _sum(counts) / sum(counts.values())


def _median(counts: Mapping[Decimal, int]) -> Decimal:
    n = sum(counts.values())
    return (_nth(counts, (n - 1) // 2) + _nth(counts, n // 2)) / 2


def _nth(counts: Mapping[Decimal, int], index: int) -> Decimal:
    """The number at an index (from 0) of all numbers in order; `counts` is in order."""
    for number, count in counts.items():
        if index < count:
            return number
        index -= count
    raise IndexError(index)


_STATISTICS: Final[dict[str, Callable[[Mapping[Decimal, int]], Decimal]]] = {
    "sum": _sum,
    "mean": _mean,
    "median": _median,
    "minimum": min,
    "maximum": max,
}
