"""What a sentence sets over another: `mere tilfreds end`. In: a sentence and a grid. Out: what is wrong.

Two rows, or two columns, must be named, one on either side; and what they are compared by is what the grid counts, or
the other end of it, as `utilfreds` is of `tilfreds`. Else nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from deckgen.checks.figures.grid import Grid, Line, tokens
from deckgen.checks.figures.patterns import Column, Wrong, found
from deckgen.checks.figures.scales import is_opposite, scale_of
from deckgen.checks.text.clauses import clauses
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.language import Language
from deckgen.model.reading import Comparing, Reading

_WORD: Final = re.compile(r"[^\W\d_]+")


class _Comparison(NamedTuple):
    """What is said, whether of more, what stands before and behind it, and patterns of its measure, if any."""

    said: str
    up: bool
    before: str
    behind: str
    measure: tuple[str, str] = ("", "")


def wrong_comparatives(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """The comparisons of a sentence that the grid does not bear out."""
    reading = language.prose.reading
    for clause in clauses(sentence, language):
        if found(reading.claims.perhaps, clause):
            continue
        nobody = found(reading.comparing.nobody, clause)
        for one in _comparisons(clause, reading.comparing):
            if nobody and nobody.start() < clause.find(one.said):
                yield from _beyond(one, clause, grid, language)
            elif not found(reading.negations, clause):
                yield from _judged(one, clause, grid, language)


def _comparisons(clause: str, comparing: Comparing) -> Iterator[_Comparison]:
    than = found(comparing.than, clause)
    if than:
        before, behind = clause[: than.start()], clause[than.end() :]
        for more, fewer, *measure in comparing.measured:
            for pattern, up in ((more, True), (fewer, False)):
                if match := found(pattern, before):
                    called, unit = measure
                    yield _Comparison(match[0], up, _without(match, before), behind, (called, unit))
        for pattern, up in ((comparing.more, True), (comparing.fewer, False)):
            if match := found(pattern, before):
                yield _Comparison(match[0], up, _without(match, before), behind)
    for pattern, up in ((comparing.above, True), (comparing.below, False)):
        if match := found(pattern, clause):
            yield _Comparison(match[0], up, clause[: match.start()], clause[match.end() :])


def _without(match: re.Match[str], said: str) -> str:
    return f"{said[: match.start()]} {said[match.end() :]}"


def _judged(one: _Comparison, clause: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    ends = _between_ends(one, clause, grid, language)
    if ends:
        yield from ends
        return
    for table in (grid, grid.turned) if len(grid.columns) > 1 else (grid,):
        before, behind = named_lines(table.rows, one.before, language), _compared_with(one, table, language)
        first = [at for at in before if at not in behind]
        if len(first) != 1 or len(behind) != 1 or found(language.prose.reading.comparing.together, clause):
            continue
        pair = first[0], behind[0]
        way = _way(one, pair, table, language)
        sides = [(column[pair[0]], column[pair[1]]) for column in _columns(one, clause, table, language)]
        if way and sides and not any(_holds(low, high, one.up == (way > 0)) for low, high in sides):
            shown = ", ".join(f"{table.rows[at].label} {number:g}" for at, number in zip(pair, sides[0], strict=True))
            yield Wrong(one.said, shown)
        return


def named_lines(lines: tuple[Line, ...], said: str, language: Language) -> tuple[int, ...]:
    """The rows that a text names: by a word that no other has, or by a whole label that has none, such as `ja`."""
    words = tokens(said, language.prose.reading)
    spoken = _WORD.findall(said.casefold())
    return tuple(
        at
        for at, line in enumerate(lines)
        if shared(words, line.own) or (not line.words and line.label.casefold() in spoken)
    )


def _compared_with(one: _Comparison, grid: Grid, language: Language) -> tuple[int, ...]:
    """The rows that are named behind a comparison; of `the average` that of all."""
    if found(language.prose.reading.claims.average, one.behind):
        heads = (re.split(r"[(,]", line.label)[0].casefold().strip() for line in grid.rows)
        return tuple(at for at, head in enumerate(heads) if is_of_all(head, language))
    return named_lines(grid.rows, one.behind, language)


def is_of_all(head: str, language: Language) -> bool:
    """Whether a row is called as that of all is: `Alle`, `I alt`, `Gennemsnit`."""
    labels, average = language.labels, language.prose.reading.claims.average
    return head in language.numbers.totals or head == labels.all.casefold() or bool(found(average, head))


def _beyond(one: _Comparison, clause: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """What has more than a row, of which it is said that nobody has."""
    rows = named_lines(grid.rows, one.behind, language)
    columns = tuple(_columns(one, clause, grid, language))
    if len(rows) == 1 and columns and _way(one, (rows[0], rows[0]), grid, language):
        beyond = [
            [
                at
                for at, number in enumerate(column)
                if not _holds(column[rows[0]], number, one.up) and number != column[rows[0]]
            ]
            for column in columns
        ]
        if all(beyond):
            yield Wrong(one.said, f"that is {grid.rows[beyond[0][0]].label}")


def _between_ends(one: _Comparison, clause: str, grid: Grid, language: Language) -> list[Wrong]:
    """The same of the two ends of a scale, `flere uenige end enige`: of the row that is named, or of the only one."""
    reading = language.prose.reading
    for table in (grid, grid.turned):
        scale = scale_of(table, language)
        first, then = tokens(one.before, reading), tokens(one.behind, reading)
        rows = named_lines(table.rows, clause, language) if len(table.rows) > 1 else (0,)
        if scale is None or len(rows) != 1 or any(one.measure):
            continue
        for this, other, words, others in (
            (scale.upper, scale.lower, scale.upper_words, scale.lower_words),
            (scale.lower, scale.upper, scale.lower_words, scale.upper_words),
        ):
            pair = this[rows[0]], other[rows[0]]
            if shared(first, words) and shared(then, others) and not _holds(*pair, one.up):
                return [Wrong(one.said, ", ".join(f"{number:g}" for number in pair if number is not None))]
    return []


def _holds(one: float | None, other: float | None, up: bool) -> bool:
    return one is None or other is None or (one > other if up else one < other)


def _way(one: _Comparison, pair: tuple[int, int], grid: Grid, language: Language) -> int:
    """1 where what is said is what the grid counts, -1 where it is its opposite, 0 where nobody knows."""
    if any(one.measure):
        return 1
    reading = language.prose.reading
    rows = frozenset[str]().union(*(grid.rows[at].words for at in pair))
    said = f"{one.before} {one.behind}"
    for spoken in filter(None, (reading.comparing.of_any, f"\\w*(?:{reading.claims.average})\\w*")):
        said = re.sub(spoken, " ", said)
    return way_of(content_words(said, reading), rows, grid, language)


def way_of(said: Words, rows: Words, grid: Grid, language: Language) -> int:
    """Which way words lie of what a grid counts, `rows` left out: 1, or -1 for its opposite, 0 for neither."""
    reading = language.prose.reading
    left = [word for word in said if not shared({word}, rows)]
    if any(_is_against(word, grid, reading) for word in left):
        return -1
    return 1 if not left or any(shared({word}, grid.about) for word in left) else 0


def _is_against(word: str, grid: Grid, reading: Reading) -> bool:
    """Whether a word is the other end of one that is counted, and is not counted itself."""
    if shared({word}, grid.about):
        return False
    return any(is_opposite(one, word, reading) or is_opposite(word, one, reading) for one in grid.about)


def _columns(one: _Comparison, clause: str, grid: Grid, language: Language) -> Iterator[Column]:
    """The columns that a comparison may be of: those of its measure, the end of a scale, or those that it names."""
    said = tokens(clause, language.prose.reading)
    if any(one.measure):
        heads = [at for at, line in enumerate(grid.columns) if _is_in(one.measure, line.label, language)]
        if not heads and len(grid.columns) == 1 and _is_in(one.measure, grid.counted, language):
            heads = [0]
        yield from map(grid.column, heads)
    elif len(grid.columns) > 1 and (scale := scale_of(grid, language)):
        yield scale.meant(said)
    else:
        yield from map(grid.column, grid.likely_columns(said))


def _is_in(measure: tuple[str, str], said: str, language: Language) -> bool:
    return any(found(pattern, said.casefold()) for pattern in measure)
