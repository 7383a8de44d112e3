"""Which groups differ by more than chance. In: the groups of a tabulation and their rows. Out: the rows, marked.

The groups of one question are compared with each other, or each with all that are not in it. A row has the letters of
the groups that it is above, or an arrow. Groups under the base that is asked for, and cells that are hidden, are not
compared: nothing is said of them by what is said of others.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from deckgen.data.declarations import Comparison, Declared
from deckgen.data.groups import Group
from deckgen.data.rows import rows
from deckgen.data.significance import corrected, of_counts, of_means, of_weighed
from deckgen.data.tallies import Tally
from deckgen.model.data import ABOVE, BELOW, TabulationRow
from deckgen.model.lazy_dataclasses import replace

_Found = Mapping[str, list[str]]
"""The marks of rows, by their keys."""

_LEAST: Final = 2


def compared(
    declared: Declared, made: Sequence[Group], told: tuple[TabulationRow, ...], together: Group | None
) -> tuple[TabulationRow, ...]:
    """The rows with the marks of what differs; `together` is the group of all."""
    wanted = declared.compare
    if wanted is None:
        return told
    tested = [group for group in made if group.by and group.whole.n >= max(wanted.least, _LEAST)]
    found: dict[str, list[str]] = {}
    letters: dict[str, str] = {}
    if wanted.with_ == "total":
        if together is not None:
            _with_the_others(declared, wanted, tested, told, together, found)
    else:
        letters = _by_letters(wanted, [group.label for group in tested], told, found)
    return _marked(told, letters, found)


def compared_waves(wanted: Comparison, told: tuple[TabulationRow, ...]) -> tuple[TabulationRow, ...]:
    """The rows of several waves, each a group of respondents of its own, with the marks of what differs."""
    large = [row for row in told if row.base >= max(wanted.least, _LEAST)]
    found: dict[str, list[str]] = {}
    letters = _by_letters(wanted, list(dict.fromkeys(row.group for row in large)), large, found)
    tested = {row.key for row in large}
    return tuple(one if one.key in tested else replace(one, letter="") for one in _marked(told, letters, found))


def _by_letters(
    wanted: Comparison, labels: Sequence[str], told: Sequence[TabulationRow], found: dict[str, list[str]]
) -> dict[str, str]:
    """The letter of each group; cells get those of the ones that they are above."""
    letters = dict(zip(labels, _letters(), strict=False))
    for line in _lines(labels, told):
        _in_pairs(wanted, line, letters, found)
    return letters


def _marked(told: Sequence[TabulationRow], letters: Mapping[str, str], found: _Found) -> tuple[TabulationRow, ...]:
    return tuple(replace(row, letter=letters.get(row.group, ""), marks=tuple(found.get(row.key, ()))) for row in told)


def _letters() -> Iterator[str]:
    """A to Z, then AA and so on."""
    yield from string.ascii_uppercase
    yield from (first + second for first in string.ascii_uppercase for second in string.ascii_uppercase)


def _lines(labels: Sequence[str], told: Sequence[TabulationRow]) -> Iterator[list[TabulationRow]]:
    """The cells of one answer in the groups of one question that may be compared; those of a wave, part by part."""
    lines: dict[tuple[str, str, str], list[TabulationRow]] = {}
    for row in told:
        if row.group in labels and not row.hidden and row.value is not None:
            lines.setdefault((row.by, row.answer, row.part), []).append(row)
    yield from lines.values()


def _in_pairs(
    wanted: Comparison, line: Sequence[TabulationRow], letters: Mapping[str, str], found: dict[str, list[str]]
) -> None:
    """Give each cell the letters of those that it is above."""
    pairs = list(combinations(line, 2))
    chances = corrected([chance(one, other) for one, other in pairs], wanted.correction)
    for (one, other), likely in zip(pairs, chances, strict=True):
        if likely < wanted.risk:
            high, low = (one, other) if _value(one) > _value(other) else (other, one)
            found.setdefault(high.key, []).append(letters[low.group])


def _with_the_others(
    declared: Declared,
    wanted: Comparison,
    tested: Sequence[Group],
    told: Sequence[TabulationRow],
    together: Group,
    found: dict[str, list[str]],
) -> None:
    """Give each cell an arrow where it differs from that of all others together."""
    beside = {(group.label, row.answer): row for group in tested for row in rows(declared, others(together, group))}
    for line in _lines([group.label for group in tested], told):
        pairs = [(row, beside[row.group, row.answer]) for row in line]
        pairs = [(row, other) for row, other in pairs if other.base >= max(wanted.least, _LEAST)]
        chances = corrected([chance(row, other) for row, other in pairs], wanted.correction)
        for (row, other), likely in zip(pairs, chances, strict=True):
            if likely < wanted.risk:
                found[row.key] = [ABOVE if _value(row) > _value(other) else BELOW]


def others(together: Group, group: Group) -> Group:
    """All who are not in a group."""
    inside = group.answers
    left = {at: tally - inside.get(at, Tally()) for at, tally in together.answers.items()}
    return replace(together, answers={at: tally for at, tally in left.items() if tally.n})


def chance(one: TabulationRow, other: TabulationRow) -> float:
    """How likely two cells differ so much by chance alone."""
    apart, errors, n = _value(one) - _value(other), (one.error, other.error), (one.base, other.base)
    if one.effective is not None:
        return of_weighed(apart, errors, n)
    if one.answer:
        return of_counts(one.count, one.base, other.count, other.base)
    return of_means(apart, errors, n)


def _value(row: TabulationRow) -> float:
    return float(row.value or 0)
