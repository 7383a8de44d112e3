"""What a slide offers a number in words. In: what it draws and says. Out: whether that bears it out.

A reader who finds `25 % of the staff` beside `a quarter of the staff` takes the one for the other. No word is wrong
that a share, a pair of numbers (`36 of 45`, `from 900 to 600`) or rows that are named bear out: written in digits
with a word in common or in one item, or drawn under a label all of which is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations
from typing import Final

from deckgen.checks.figures.facts import Fact, place_of
from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.figures.rows_in_words import MOST_ROWS, factors_of_rows, shares_of_rows
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.prose import Said
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass

_DIGITS: Final = r"\d[\d.,]*\d|\d"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WHOLE: Final = 100
_FEW: Final = 2
"""Shares of a slide of which what they leave over is meant as well."""
_ROOM: Final = 0.15
"""How far beyond an open end, as `over half`, a share may lie that bears it out."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a slide draws and says, and the place on it of the text that is judged, empty for the slide's own."""

    found: tuple[Fact, ...]
    said: tuple[Said, ...]
    grid: Grid | None
    place: str


def is_offered(amount: Amount, line: str, offer: Offer, language: Language) -> bool:
    """Whether a share or a factor in words is one that the slide draws, or writes in digits."""
    if amount.sort == "count":
        return False
    reading = language.prose.reading
    around = next((one for one in sentences(line, language) if amount.said in one), "")
    found, said, grid, place = offer.found, offer.said, offer.grid, offer.place
    beside = " ".join(text.plain for text in said if place and place_of(text.path) == place)
    words = amount.words | content_words(beside, reading)
    written = {*_written_like(words, said, amount.said, language), *_in_items(words, found, said, language)}
    about = around.replace(amount.said, " ")
    rows = grid.named_rows(tokens(about, reading)) if grid and not grid.is_table else ()
    drawn = [fact for fact in found if fact.is_share]
    if amount.of and any(amount.of == (fact.value, fact.base) for fact in found):
        return True
    if amount.sort == "share":
        known = {fact.value / _WHOLE for fact in drawn if fact.is_said(content_words(around, reading))}
        left = {1 - share for share in written} if len(written) <= _FEW else set[float]()
        of_rows = shares_of_rows(grid, rows) if grid and len(rows) in range(2, MOST_ROWS + 1) else ()
        return any(_fits(amount, share) for share in (*known, *written, *left, *of_rows))
    touched = {fact.value / _WHOLE for fact in drawn if fact.likeness(words)[0]}
    factors = (one / other for one, other in permutations(touched.union(written), 2) if other)
    grown = (factor for share in written for factor in (1 + share, 1 - share, share, 1 / share if share else 0))
    of_rows = factors_of_rows(grid, rows) if grid and len(rows) in range(2, MOST_ROWS + 1) else ()
    return any(_fits(amount, factor) for factor in (*factors, *grown, *of_rows))


def ends_said(amount: Amount, line: str, language: Language) -> tuple[float, float] | None:
    """What something was and became by its sentence, where an amount is the part by which it grew or shrank."""
    reading = language.prose.reading
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    by_part = amount.sort == "growth" and any(part in amount.said for part in reading.amounts.parts)
    found = [match for match in _patterns(language)[1].finditer(sentence) if match["n2"]] if by_part else []
    ends = [number for match in found for name in ("n2", "m2") for number in language.numbers.read(match[name])]
    if len(ends) != 2 or not all(ends) or all(_YEAR.fullmatch(str(one)) for one in ends):
        return None
    return float(ends[0]), float(ends[1])


def _fits(amount: Amount, share: float) -> bool:
    return amount.holds(share) and (share <= amount.low + _ROOM or amount.high - _ROOM <= share)


def _written_like(words: Words, said: Iterable[Said], own: str, language: Language) -> Iterator[float]:
    """The shares in digits of those sentences that have a word in common with the number in words (`own`)."""
    for sentence in (one.replace(own, " ") for text in said for one in sentences(text.plain, language)):
        if shared(words, content_words(sentence, language.prose.reading)):
            yield from _written(sentence, language)


def written_shares(said: Iterable[Said], language: Language) -> Iterator[float]:
    """All shares that texts give in digits."""
    for text in said:
        yield from _written(text.plain, language)


def _written(line: str, language: Language) -> Iterator[float]:
    """The shares that a line gives in digits: per cents, a number of a larger one, and what is left of one."""
    percents, pairs = _patterns(language)
    for match in percents.finditer(line):
        yield from (float(number) / _WHOLE for number in language.numbers.read(match["n"]))
    for match in pairs.finditer(line):
        part, whole = (language.numbers.read(match[name] or match[f"{name}2"]) for name in ("n", "m"))
        if len(part) == len(whole) == 1 and part[0] and whole[0] and not _YEAR.fullmatch(str(part[0])):
            small, large = sorted((float(part[0]), float(whole[0])))
            yield from (small / large, 1 - small / large)


def _in_items(words: Words, found: tuple[Fact, ...], said: tuple[Said, ...], language: Language) -> Iterator[float]:
    """What a number that is drawn, and one that is written beside it, are of each other."""
    for fact in found:
        for text in said if fact.place and not fact.is_share and fact.likeness(words)[0] else ():
            beside = language.numbers.read(text.plain) if place_of(text.path) == fact.place else ()
            for number in map(float, beside):
                if number and fact.value and number != fact.value and not _YEAR.fullmatch(f"{number:g}"):
                    small, large = sorted((number, fact.value))
                    yield from (small / large, 1 - small / large)


@cache
def ends_pattern(language: Language) -> re.Pattern[str] | None:
    """What something was (`n2`) and became (`m2`), in digits."""
    said = language.prose.reading.claims.from_to
    filled = said.replace("{first}", f"(?P<n2>{_DIGITS})").replace("{last}", f"(?P<m2>{_DIGITS})")
    return re.compile(filled) if said else None


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    reading = language.prose.reading
    units = "|".join((*map(re.escape, sorted(language.numbers.per_cent)), reading.amounts.percent))
    between = rf" {reading.of_whole}(?: [^\W\d_]+){{0,2}} "
    ends = ends_pattern(language)
    return (
        re.compile(rf"(?<![\w.,])(?P<n>{_DIGITS}) ?(?:{units})(?!\w)"),
        re.compile(
            rf"(?<![\w.,])(?P<n>{_DIGITS}){between}(?P<m>{_DIGITS})(?![\w.,]*%)|{ends.pattern if ends else 'Z'}"
        ),
    )
