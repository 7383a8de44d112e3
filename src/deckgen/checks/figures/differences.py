"""What a sentence says that two numbers differ by. In: a sentence, a grid, numbers in reach. Out: what it should say.

Which two are meant is known where the sentence names their rows, or a moment that something goes on from; else any
two of the numbers will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Final

from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.words import Words
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass

_DIGITS: Final = r"\d[\d.,]*\d|\d"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EXACT: Final = 0.006
_MOST_LETTERS: Final = 24


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that is said to be what two others differ by; `unit` is the word behind it, or `%`."""

    said: str
    value: float
    unit: str
    start: int
    end: int


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    reading = language.prose.reading
    words = "|".join(sorted(map(re.escape, reading.amounts.numbers), key=len, reverse=True))
    units = r"(?: (?:%|[^\W\d_.]+\.?)){0,3}?"
    number = rf"(?P<number>{_DIGITS}|(?<!\w)(?:{words})(?!\w))(?P<unit> ?%|{units})"
    every = (*reading.claims.differs, reading.claims.within)
    bare = rf"(?:{_DIGITS}|(?:{words})(?!\w))"
    return tuple(re.compile(one.replace("{number})", f"{bare})").replace("{number}", number)) for one in every if one)


def differences(sentence: str, language: Language) -> Iterator[Difference]:
    """The differences that a sentence (in small letters) gives in numbers, each once."""
    reading = language.prose.reading
    met: list[tuple[int, int]] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(sentence):
            value = _value(match["number"], language)
            spoken = reading.small_words.intersection(match["unit"].split())
            if (
                value is None
                or value in (0, 1)
                or spoken
                or _YEAR.fullmatch(match["number"])
                or any(match.start("number") == start for start, _ in met)
            ):
                continue
            met.append(match.span("number"))
            behind = sentence[match.end("number") : match.end("number") + _MOST_LETTERS].lstrip()
            percent = re.match(rf"(?:{language.prose.reading.amounts.percent or 'Z'})(?!\w)", behind)
            unit = percent[0] if percent else behind.split()[0] if behind.split() else ""
            if any(unit.startswith(part) for part in reading.amounts.parts):
                continue  # three tenths are a share
            yield Difference(match["number"], value, unit, match.start("number"), match.end("number"))


def _value(said: str, language: Language) -> float | None:
    word = language.prose.reading.amounts.numbers.get(said)
    read = language.numbers.read(said)
    return float(word) if word else float(read[0]) if len(read) == 1 else None


def meant_by(sentence: str, said: Difference, grid: Grid, language: Language) -> tuple[float, ...]:
    """The differences that a sentence can mean in a grid; empty where it is not known which numbers it is about."""
    reading = language.prose.reading
    clause = _around(said, sentence, language)
    columns = grid.named_columns(tokens(clause, reading))
    if not grid.in_order:
        parts = (clause, *(part for part in sentence.split(", ") if clause in part))
        return tuple(by for part in parts for by in _between_rows(tokens(part, reading), grid))
    if len(grid.columns) > 1 and not columns and grid.shares:
        return ()  # what is made of the parts of a whole, such as a score, nobody knows
    taken = [grid.column(at) for at in columns] or ([_sums(grid)] if len(grid.columns) > 1 else [grid.column(0)])
    ends = _ends(sentence, grid, language)
    return tuple(abs(one - other) for column in taken for one, other in _taken(column, ends))


def _between_rows(said: Words, grid: Grid) -> Iterator[float]:
    """What two rows that are named differ by, column by column, or the two series of one row."""
    rows = grid.named_rows(said)
    if len(rows) == 2:
        one, other = (grid.numbers[at] for at in rows)
        yield from (abs(a - b) for a, b in _pairs(zip(one, other, strict=True)))
    elif not grid.is_table:
        yield from (abs(a - b) for at in rows for a, b in _pairs(combinations(grid.numbers[at], 2)))


def _pairs(pairs: Iterable[tuple[float | None, float | None]]) -> Iterator[tuple[float, float]]:
    yield from ((one, other) for one, other in pairs if one is not None and other is not None)


def _around(said: Difference, sentence: str, language: Language) -> str:
    """The clause of a sentence in which something is said."""
    ends = [end for end in re.finditer(language.prose.reading.clause_ends, sentence) if end[0] != "."]
    start = max((end.end() for end in ends if end.end() <= said.start), default=0)
    return sentence[start : min((end.start() for end in ends if end.start() >= said.end), default=len(sentence))]


def _sums(grid: Grid) -> tuple[float | None, ...]:
    return tuple(None if None in row else sum(one for one in row if one is not None) for row in grid.numbers)


def _ends(sentence: str, grid: Grid, language: Language) -> tuple[tuple[int, int], ...]:
    """The rows between which something changed, where the sentence says which; more than one pair may be meant."""
    claims = language.prose.reading.claims
    last = len(grid.rows) - 1
    ago = found(claims.ago, sentence)
    years = ago and language.prose.reading.amounts.numbers.get(next(filter(None, ago.groups()), ""), 0)
    if years:
        wanted = {line.year: at for at, line in enumerate(grid.rows)}
        first = str(int(grid.rows[last].year or 0) - years)
        return ((wanted[first], last),) if first in wanted else ()
    rows = grid.named_rows(tokens(sentence, language.prose.reading))
    if len(rows) == 2:
        return ((rows[0], rows[1]),)
    if len(rows) == 1 and found(claims.since, sentence) and rows[0] < last:
        return ((rows[0], last),)
    if len(rows) != 1 or not rows[0]:
        return ()
    steps = found(claims.rising, sentence) or found(claims.falling, sentence)
    # What is more than something else, such as today, is compared with a row that is not said.
    return ((rows[0] - 1, rows[0]),) if steps else tuple((at, rows[0]) for at in range(last + 1) if at != rows[0])


def _taken(column: tuple[float | None, ...], ends: tuple[tuple[int, int], ...]) -> Iterator[tuple[float, float]]:
    yield from _pairs(((column[one], column[other]) for one, other in ends) if ends else combinations(column, 2))


def holds(said: float, meant: Iterable[float], scales: Iterable[float] = (1,)) -> bool:
    """Whether what is said is one of the differences, in one of the scales in which it may be given."""
    return any(abs(said - one * scale) <= max(_EXACT * said, 1e-9) for one in meant for scale in scales)
