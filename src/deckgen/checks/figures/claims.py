"""What a sentence claims of the rows of a grid, held against them. In: a sentence and a grid. Out: what is wrong.

Where no row is named, or what is measured is not known, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from deckgen.checks.figures.comparatives import is_of_all, way_of, wrong_comparatives
from deckgen.checks.figures.grid import Grid, Line, steps, tokens
from deckgen.checks.figures.patterns import Column, Wrong, found
from deckgen.checks.figures.quantified import wrong_quantities
from deckgen.checks.figures.rows_in_words import is_average
from deckgen.checks.figures.scales import scale_of
from deckgen.checks.text.clauses import clauses
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.language import Language
from deckgen.model.reading import Claims

_NEAR: Final = 1e-9
_NONE: Final[Words] = frozenset()
_UNALIKE: Final = 1.5
"""How many times one number is another where nobody would call them alike."""


def wrong_claims(sentence: str, grid: Grid, language: Language, is_about: bool) -> Iterator[Wrong]:
    """The claims of a sentence that the grid does not show; `is_about`: the sentence is about the grid as a whole."""
    if not found(language.prose.reading.claims.per, sentence):
        yield from _superlatives(sentence, grid, language)
        yield from wrong_comparatives(sentence, grid, language)
    yield from _trends(sentence, grid, language, is_about)
    yield from _equals(sentence, grid, language)
    yield from _alike(sentence, grid, language, is_about)
    if is_about:
        yield from wrong_quantities(sentence, grid, language)


def _superlatives(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    reading = language.prose.reading
    before: tuple[int, ...] = ()
    for part in _around_superlatives(sentence, language):
        match, top, columns = _superlative(part, grid, language)
        named = grid.named_rows(tokens(part, reading))
        goes_on, before = before if found(reading.claims.has, part) and not named else (), named
        if match is None or (reading.negations and found(reading.negations, part)):
            continue
        if _counts_others(part, grid, language):
            continue
        rank = next((at for word, at in reading.claims.ranks.items() if match[0].startswith(word)), 0)
        rows = _rows_of(part, match[0], grid, language) or goes_on
        names = _named_best(part, grid, columns, top, rank, language)
        if rows and names and not any(set(rows) & best for best in names):
            shown = " or ".join(sorted({grid.rows[at].label for best in names for at in best}))
            yield Wrong(match[0], f"that is {shown}")


def _counts_others(part: str, grid: Grid, language: Language) -> bool:
    """Whether a part says where there are most or fewest of something, over averages that are of something else."""
    reading = language.prose.reading
    match = found(reading.claims.counts, part) if is_average(grid, language) else None
    if match is None:
        return False
    noun = content_words(match["noun"] or "", reading)
    return not shared(noun, content_words(grid.counted, reading))


def _rows_of(part: str, superlative: str, grid: Grid, language: Language) -> tuple[int, ...]:
    """The rows that a part names beside its superlative, the last of those in order by where it stands."""
    claims = language.prose.reading.claims
    last = len(grid.rows) - 1 if grid.in_order and found(claims.last, part) else None
    rows = grid.named_rows(tokens(part.replace(superlative, " "), language.prose.reading))
    return rows if last is None or last in rows else (*rows, last)


def _around_superlatives(sentence: str, language: Language) -> list[str]:
    """The clauses of a sentence, those without a superlative joined to the one before, or else to the first."""
    reading = language.prose.reading
    parts: list[str] = []
    ahead = ""
    for clause in clauses(sentence, language):
        if _is_superlative(clause, reading.claims, (reading.comparing.most, reading.comparing.least)):
            parts.append(f"{ahead} {clause}")
            ahead = ""
        elif parts:
            parts[-1] += f" {clause}"
        else:
            ahead += f" {clause}"
    return parts


def _is_superlative(said: str, claims: Claims, degrees: tuple[str, str]) -> bool:
    measured = (pattern for most, least, *_ in claims.measured for pattern in (most, least))
    return any(found(pattern, said) for pattern in (claims.most, claims.least, *degrees, *measured))


def _superlative(part: str, grid: Grid, language: Language) -> tuple[re.Match[str] | None, bool, tuple[Column, ...]]:
    """The superlative of a part, whether it is of the most, and the columns that it may be of."""
    claims = language.prose.reading.claims
    degree = _degree(part, grid, language)
    if degree:
        return degree
    for most, least, called, unit in claims.measured:
        for pattern, top in ((most, True), (least, False)):
            match = found(pattern, part)
            if match:
                return _alone(match, part, claims), top, tuple(_measured(part, grid, called, unit, language))
    for pattern, top in ((claims.most, True), (claims.least, False)):
        match = found(pattern, part)
        if match:
            # of what is against what is counted, the most is the least of that
            against = (
                len(grid.columns) == 1
                and way_of(content_words(part, language.prose.reading), _NONE, grid, language) < 0
            )
            return _alone(match, part, claims), top != against, tuple(_columns_of(part, grid, language))
    return None, True, ()


def _degree(
    part: str, grid: Grid, language: Language
) -> tuple[re.Match[str] | None, bool, tuple[Column, ...]] | None:
    """The same of `mest tilfreds`, where that is what the grid counts, or its opposite; None where nobody knows."""
    reading = language.prose.reading
    for pattern, top in ((reading.comparing.most, True), (reading.comparing.least, False)):
        match = found(pattern, part)
        what = content_words(match["what"] or "", reading) if match else frozenset()
        known = bool(match and ((match["much"] and not what) or found(reading.comparing.of_any, match["what"] or "")))
        way = 1 if known else way_of(what, frozenset(), grid, language) if what else 0
        if match and way:
            columns = tuple(_columns_of(part, grid, language))
            return _alone(match, part, reading.claims), top == (way > 0), columns
    return None


def _measured(part: str, grid: Grid, called: str, unit: str, language: Language) -> Iterator[Column]:
    """The columns of a measure: those that are called so, or else those in its unit."""
    for what in (called, unit):
        heads = [at for at, one in enumerate(grid.columns) if found(what, one.label.casefold())]
        if not heads and len(grid.columns) == 1 and found(what, grid.counted.casefold()):
            heads = [0]
        if heads:
            likely = set(grid.likely_columns(tokens(part, language.prose.reading)))
            yield from (grid.column(at) for at in heads if at in likely or likely.isdisjoint(heads))
            return


def _alone(match: re.Match[str], part: str, claims: Claims) -> re.Match[str] | None:
    """The superlative, where it is of one and not of several."""
    return None if found(claims.several, part[: match.start()]) else match


def _columns_of(part: str, grid: Grid, language: Language) -> Iterator[Column]:
    """The columns that a part names, or all; and the gaps between two of them, where they are what is compared."""
    changes = bool(found(language.prose.reading.claims.change, part))
    said = tokens(part, language.prose.reading)
    if not changes and len(grid.columns) > 1 and not grid.named_columns(said) and (scale := scale_of(grid, language)):
        yield scale.meant(said)
        return
    if not changes or len(grid.columns) == 1:
        yield from (grid.column(at) for at in grid.likely_columns(said))
    for one, other in pairwise(range(len(grid.columns))):
        gaps = zip(grid.column(one), grid.column(other), strict=True)
        yield tuple(None if low is None or high is None else abs(high - low) for low, high in gaps)


def _named_best(
    part: str, grid: Grid, columns: tuple[Column, ...], top: bool, rank: int, language: Language
) -> list[set[int]]:
    """The rows that are the most or the least of each column; of a step, both its ends."""
    if found(language.prose.reading.claims.change, part) and len(grid.columns) == 1 and grid.in_order:
        taken = list(steps(grid.column(0)))
        furthest = (max if top else min)((abs(by) for _, by in taken), default=0)
        ends = {by for _, by in taken if abs(by) == furthest} | (
            {max(by for _, by in taken)} if taken and top else set()
        )
        return [{at - 1, at} for at, by in taken if by in ends]
    best = []
    for column in columns:
        known = sorted({one for one in column if one is not None}, reverse=top)
        if len(known) > rank and all(line.own or is_of_all(line.label.casefold(), language) for line in grid.rows):
            best.append({at for at, one in enumerate(column) if one == known[rank]})
    return best


def _trends(sentence: str, grid: Grid, language: Language, is_about: bool) -> Iterator[Wrong]:
    reading = language.prose.reading
    claims = reading.claims
    for clause in clauses(sentence, language):
        up, down = found(claims.rising, clause), found(claims.falling, clause)
        if bool(up) == bool(down) or found(claims.perhaps, clause) or found(reading.negations, clause):
            continue
        said = up or down
        always = found(claims.always, sentence)
        followed = tuple(_followed(clause, grid, language, is_about))
        wrong = [
            column
            for column, lines in followed
            if not _goes(column, lines, (clause, sentence), bool(up), bool(always), language)
        ]
        every = bool(grid.in_order and len(grid.columns) > 1 and not grid.named_columns(tokens(clause, reading)))
        for column in wrong if not every or len(wrong) == len(followed) else ():
            if said:
                shown = ", ".join(f"{one:g}" for one in column if one is not None)
                yield Wrong(f"{said[0]} {always[0]}" if always else said[0], f"the numbers are {shown}")


def _followed(
    clause: str, grid: Grid, language: Language, is_about: bool
) -> Iterator[tuple[Column, tuple[Line, ...]]]:
    """The numbers that a clause follows, each with its place: down a column in order, or along a row of years."""
    said = tokens(clause, language.prose.reading)
    if grid.in_order and grid.shows != "steps to a total":
        years = len(grid.columns) > 1 and all(column.year for column in grid.columns)
        named = grid.named_columns(said) or (tuple(range(len(grid.columns))) if years and is_about else ())
        named = named if len(grid.columns) > 1 else ((0,) if is_about else ())
        yield from ((grid.column(at), grid.rows) for at in named)
    elif len(grid.columns) > 1 and all(column.year for column in grid.columns):
        yield from ((grid.numbers[at], grid.columns) for at in grid.named_rows(said))


def _goes(
    column: Column, lines: tuple[Line, ...], within: tuple[str, str], up: bool, always: bool, language: Language
) -> bool:
    """Whether numbers go the way that a clause (`within`: and its sentence) says: each step of them, or all in all.

    A moment that they go from may be named before: "rose in 2021 and has fallen since". Where none is, what goes
    this way at last goes it.
    """
    clause, sentence = within
    claims = language.prose.reading.claims
    sign = 1 if up else -1
    for part in (clause, sentence) if found(claims.since, clause) else (clause,):
        said = tokens(part, language.prose.reading)
        named = [at for at, line in enumerate(lines) if line.own & said]
        if named:
            break
    first, last = 0, len(column) - 1
    if len(named) == 2:
        first, last = named
    elif len(named) == 1 and found(claims.since, clause) and named[0] < last:
        first = named[0]
    elif len(named) == 1 and named[0] > 0:
        first, last = named[0] - 1, named[0]
    taken = [one for one in column[first : last + 1] if one is not None]
    if len(taken) < 2:
        return True
    if always:
        return all(sign * (other - one) > 0 for one, other in pairwise(taken))
    lately = not named and sign * (taken[-1] - taken[-2]) > 0
    return lately or sign * (taken[-1] - taken[0]) > 0


def _equals(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    reading = language.prose.reading
    for part in re.split(r"[,;]", sentence):
        same = found(reading.claims.same, part)
        if not same or found(reading.claims.perhaps, part) or found(reading.negations, part):
            continue
        said = tokens(part, reading)
        rows = grid.named_rows(said - {column.year for column in grid.columns})
        if rows and len(grid.columns) > 1 and all(column.year for column in grid.columns):
            unlike = [at for at in rows if not _is_one(grid.numbers[at])]
            yield from (Wrong(same[0], f"{grid.rows[at].label} is {_listed(grid.numbers[at])}") for at in unlike[:1])
        elif len(rows) > 1:
            columns = [tuple(grid.numbers[at][to] for at in rows) for to in range(len(grid.columns))]
            if not any(map(_is_one, columns)):
                yield Wrong(same[0], f"the numbers are {_listed(columns[0])}")


def _alike(sentence: str, grid: Grid, language: Language, is_about: bool) -> Iterator[Wrong]:
    """That all rows have the same, where one has half as much again as another or more."""
    reading = language.prose.reading
    said = found(reading.comparing.alike, sentence)
    if not said or not is_about or found(reading.claims.perhaps, sentence) or len(grid.columns) > 1:
        return
    if any(grid.named_rows(tokens(sentence, reading))) or grid.shows == "parts of a whole":
        return
    known = [one for one in grid.column(0) if one is not None]
    if len(known) > 1 and max(known) > _UNALIKE * min(known) >= 0:
        yield Wrong(said[0], f"the numbers are {_listed(grid.column(0))}")


def _is_one(numbers: Column) -> bool:
    known = [one for one in numbers if one is not None]
    return not known or max(known) - min(known) <= _NEAR


def _listed(numbers: Column) -> str:
    return " and ".join(f"{one:g}" for one in numbers if one is not None)
