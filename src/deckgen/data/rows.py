"""The rows of a group in a tabulation. In: a group, and what is to be told of it. Out: rows, nothing hidden yet.

Every statistic is made from how many respondents gave which answer and what they weigh, so that nothing is rounded;
an interval around one is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from deckgen.data import cell_values
from deckgen.data.answers import DontKnow, Question
from deckgen.data.declarations import Declared
from deckgen.data.groups import Group
from deckgen.data.intervals import FEWEST, mean_interval, of_mean, of_share, share_interval
from deckgen.data.measures import STATISTICS, Numbers, quantile, scores, spread
from deckgen.data.tallies import Tally, total
from deckgen.model.data import COEFFICIENTS, TabulationRow
from deckgen.model.lazy_dataclasses import replace

ALL: Final = "all"
"""The key of the one row of a tabulation that is about everybody."""

CHOICES: Final = ("single", "scale", "multiple")
"""Types of questions with options."""

OF_NUMBERS: Final = ("mean", "median", "quantile", "nps", "minimum", "maximum", *COEFFICIENTS)
"""Statistics of answers that are numbers, be they codes."""


def rows(declared: Declared, group: Group) -> Iterator[TabulationRow]:
    """A row for each answer, or for each quantile, else one."""
    if declared.statistic == "quantile":
        yield from _quantiles(declared, group)
    elif group.question.type in CHOICES and declared.statistic not in OF_NUMBERS:
        yield from _answers(declared, group)
    else:
        yield _one(declared, group)


def _answers(declared: Declared, group: Group) -> Iterator[TabulationRow]:
    values, whole, level = group.question.values, group.whole, declared.level
    is_share = declared.statistic == "share"
    for code, label, codes in _told(declared, group.question):
        gave = [at for at in group.answers if any(_gave(values[at], one) for one in codes)]
        part = total(group.answers[at] for at in gave)
        row = TabulationRow(
            *_path(group, code, label),
            _share(part, whole) if is_share else part.weight * group.unit,
            part.n,
            whole.n,
            group.lines(gave),
            group.label,
            label,
            by=group.by,
            effective=group.effective(whole),
            interval=share_interval(part, whole, group.sample.respondents, level) if is_share and level else (),
        )
        if declared.base == "answers":
            row = _of_answers(row, codes, declared, group)
        elif is_share and whole.n >= FEWEST:
            row = replace(row, error=100 * of_share(part, whole, group.sample.respondents).error)
        yield row


def _of_answers(row: TabulationRow, codes: tuple[str, ...], declared: Declared, group: Group) -> TabulationRow:
    """The row of some answers as a share of all that the respondents gave."""
    question = group.question
    each = {
        one: total(tally for at, tally in group.answers.items() if _gave(question.values[at], one))
        for one in question.options
        if one not in question.dont_know or declared.dont_know == "in"
    }
    whole = total(each.values())
    return replace(row, value=_share(total(each[one] for one in codes if one in each), whole), answers=whole.n)


def _path(group: Group, code: str, label: str) -> tuple[str, str]:
    """The key and the label of a row that is one of several of its group."""
    return (f"{group.key}/{code}", f"{group.label}/{label}") if group.key else (code, label)


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


def _share(part: Tally, whole: Tally) -> Decimal | None:
    return Decimal(part.weight) * 100 / whole.weight if whole.weight else None


def _one(declared: Declared, group: Group) -> TabulationRow:
    """The one row of a group: how many answered, or a statistic of the numbers that they gave."""
    statistic = declared.statistic
    if statistic == "count":
        whole = group.whole
        return _row(group, whole.weight * group.unit, list(group.answers), whole)
    answers = _by_number(group)
    numbers = _numbers(group, answers)
    if statistic == "nps":
        numbers = scores(numbers)
    value = STATISTICS[statistic](numbers) if numbers else None
    if value is not None and statistic == "sum":
        value *= group.unit
    behind = [value] if value is not None and statistic in ("minimum", "maximum") else list(answers)
    gave = [at for number in behind for at in answers[number]]
    row = _row(group, value, gave, total(numbers.values()))
    if statistic == "median":
        return replace(row, quantiles=spread(numbers, group.sample.least))
    if numbers and statistic in ("mean", "nps"):
        row = replace(row, error=_error(numbers, group))
    if declared.level and numbers:
        return replace(row, interval=mean_interval(numbers, group.sample.respondents, declared.level))
    return row


def _error(numbers: Numbers, group: Group) -> float:
    """The standard error of a mean; of respondents who are not weighed, by the variance of their own group alone."""
    n, respondents = total(numbers.values()).n, group.sample.respondents
    if n < FEWEST:
        return 0.0
    error = of_mean(numbers, respondents).error
    return error if group.sample.weights else error * math.sqrt((respondents - 1) / respondents * n / (n - 1))


def _row(group: Group, value: Decimal | None, gave: list[int], whole: Tally) -> TabulationRow:
    """The row of a group of `whole`, of whom those stand behind it who gave one of some answers."""
    return TabulationRow(
        group.key or ALL,
        group.label or group.question.label or group.question.name,
        value,
        total(group.answers[at] for at in gave).n,
        whole.n,
        group.lines(gave),
        group.label,
        by=group.by,
        effective=group.effective(whole),
    )


def _quantiles(declared: Declared, group: Group) -> Iterator[TabulationRow]:
    """A row for each quantile; hidden where few gave its number or one beyond it."""
    answers = _by_number(group)
    numbers = _numbers(group, answers)
    gave = [at for number in answers for at in answers[number]]
    for part in declared.at:
        value = quantile(numbers, part) if numbers else None
        row = _row(group, value, gave, total(numbers.values()))
        label = f"{part.normalize():f} %"
        key, path = _path(group, f"{part.normalize():f}", label)
        hidden = value is not None and _lies_outside(numbers, value, group.sample.least)
        yield replace(row, key=key, label=path, answer=label, hidden=hidden)


def _lies_outside(numbers: Numbers, value: Decimal, least: int) -> bool:
    """Whether fewer than `least` gave a number, or one beyond it."""
    below = sum(tally.n for number, tally in numbers.items() if number <= value)
    above = sum(tally.n for number, tally in numbers.items() if number >= value)
    return min(below, above) < least


def _by_number(group: Group) -> dict[Decimal, list[int]]:
    """The answers that say each number, by their indices, the lowest first."""
    answers: dict[Decimal, list[int]] = {}
    for at in group.answers:
        number = numeric(group.question.values[at], group.question.style)
        if number is not None:
            answers.setdefault(number, []).append(at)
    return dict(sorted(answers.items()))


def _numbers(group: Group, answers: Mapping[Decimal, list[int]]) -> Numbers:
    return {number: total(group.answers[at] for at in gave) for number, gave in answers.items()}


def numeric(value: Any, style: cell_values.CellStyle) -> Decimal | None:
    """A number, or the number that the code of a scale is."""
    if isinstance(value, Decimal):
        return value
    try:
        return cell_values.number(value, False, style) if isinstance(value, str) else None
    except cell_values.UnreadableError:
        return None
