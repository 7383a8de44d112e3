"""In: an amount that a text says in words, and the facts of its slide. Out: those that say otherwise.

Nothing is said where it is not known what a text is about: its clause must name a number, or it is the title of a
slide that shows nothing but what its title says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from deckgen.checks.figures.facts import Fact, Ratio, growths_of, shares_of
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.words import shared
from deckgen.model.lazy_dataclasses import dataclass

_MORE: Final = 1
"""So many words beside those of a label may stand in a clause that counts what the label names."""
_ITEM: Final = re.compile(r"/\d+\Z")
_ALL: Final = 1.01
_DATA: Final = "data/"
_CLOSE: Final = 0.02
"""How near twice a sum of parts must be to both ends of what is said, where the clause hardly names them."""
NARROW: Final = 0.03
"""A share in words that is as exact as this is said in per cent, and is that of the slide."""
SMALL: Final = 12
"""A number in words up to this may be of anything; one above it that stands on the slide in digits is the same."""
_TOGETHER: Final = (2, 3)
"""So many shares are added up at most: `satisfied` is said of those who are and those who are very much."""


def against(amount: Amount, found: tuple[Fact, ...], place: str, claims: bool) -> tuple[Fact, ...]:
    """The facts that an amount is about and that say otherwise; none where it holds, or nobody knows.

    `place` is where its text stands, empty for the slide's own; `claims` on a title that says what the slide shows.
    """
    if amount.sort == "count":
        return _counts(amount, found)
    ratios = tuple(shares_of(found) if amount.sort == "share" else growths_of(found))
    meant = _meant(amount, ratios, place)
    if meant.best:
        return () if any(map(amount.holds, _values(amount, meant, ratios))) else _of(meant.best)
    timed = amount.sort == "share" or len({fact.moment for fact in found}) > 1
    if not (claims and timed and ratios) or any(map(amount.holds, _any(amount, ratios))):
        return ()
    return _of(ratios)


def borne_out(amount: Amount, found: tuple[Fact, ...], place: str) -> tuple[Fact, ...]:
    """The facts that an amount says over again in words: those of a share, or the number that is counted."""
    if amount.sort == "count":
        large = amount.low > SMALL
        alike = (fact for fact in found if not fact.is_share and amount.holds(fact.value))
        return tuple(fact for fact in alike if large or fact.is_named(amount.words))
    if amount.sort == "growth":
        return ()
    if amount.high - amount.low < NARROW:
        return tuple(fact for fact in found if fact.is_share and amount.holds(fact.value / 100))
    best = _meant(amount, tuple(shares_of(found)), place).best
    return _of(ratio for ratio in best if amount.holds(ratio.value))


@dataclass(frozen=True, slots=True)
class _Meant:
    """The ratios that a clause is about: those most like it, those that say as many of its words, or any."""

    best: tuple[Ratio, ...] = ()
    alike: tuple[Ratio, ...] = ()
    touched: tuple[Ratio, ...] = ()


def _meant(amount: Amount, ratios: tuple[Ratio, ...], place: str) -> _Meant:
    """The ratios whose facts are most like the clause of the amount; those of its own row come first."""
    own = tuple(ratio for ratio in ratios if place and any(fact.place == place for fact in ratio.of))
    if own:
        return _Meant(own, own, own)
    if _ITEM.search(place):  # what its neighbours say is of something else, unless it is named
        ratios = tuple(ratio for ratio in ratios if any(fact.is_named(amount.words) for fact in ratio.of))
    likeness = [_likeness(amount, ratio) for ratio in ratios]
    most = max(likeness, default=(0, 0.0, 0))
    like = tuple(zip(ratios, likeness, strict=True))
    best = tuple(ratio for ratio, one in like if one == most)
    if any(len(ratio.of) == 1 for ratio in best):  # a share of its own base, and not of what nobody speaks of
        best = tuple(ratio for ratio in best if all(fact.likeness(amount.words)[0] for fact in ratio.of))
    is_known = any(fact.is_meant(amount.words) for ratio in best for fact in ratio.of)
    only = len(best) == 1 and len(best[0].of) == 1 and best[0].of[0].is_share and most[0] > 1 and amount.is_side
    if not most[0] or not (is_known or only):
        return _Meant()
    alike = tuple(ratio for ratio, one in like if one[0] == most[0])
    return _Meant(best, alike, tuple(ratio for ratio, one in like if one[0]))


def _likeness(amount: Amount, ratio: Ratio) -> tuple[int, float, int]:
    """How many words of its better fact's label are said, what part of it that is, and of how many facts."""
    each = [fact.likeness(amount.words) for fact in ratio.of]
    return *max(each), each.count(max(each))


def is_meant(amount: Amount, found: tuple[Fact, ...], place: str) -> bool:
    """Whether it is known which facts of a slide an amount is about."""
    return amount.sort == "share" and bool(_meant(amount, tuple(shares_of(found)), place).best)


def fits_any(amount: Amount, found: tuple[Fact, ...]) -> bool:
    """Whether an amount may be of any numbers of a slide, whatever they are called."""
    ratios = tuple(shares_of(found) if amount.sort == "share" else growths_of(found))
    return any(map(amount.holds, _any(amount, ratios)))


def _values(amount: Amount, meant: _Meant, ratios: tuple[Ratio, ...]) -> Iterator[float]:
    yield from (ratio.value for ratio in meant.best)
    if amount.sort == "growth":
        yield from (ratio.value for ratio in meant.alike if _is_of_one_row(ratio))
        if any(_is_drawn(ratio) for ratio in meant.best):
            yield from (ratio.value for ratio in ratios if _is_drawn(ratio))
    if amount.sort == "share":
        yield from _sums(meant.alike)
        parts = tuple(ratio for ratio in meant.touched if ratio.of[0].is_part)
        yield from (value for value in _sums(parts) if abs(2 * value - amount.low - amount.high) <= _CLOSE)
        if amount.negated or amount.of:
            yield from (1 - ratio.value for ratio in meant.best)
        if 0 < amount.low < amount.high < 1:  # what is lost of the larger of two
            yield from (1 - ratio.value for ratio in meant.best if len(ratio.of) > 1)


def _is_drawn(ratio: Ratio) -> bool:
    """Whether both numbers stand in one drawing, whose rows are of the same, whatever they are called."""
    return all(fact.place.startswith(_DATA) for fact in ratio.of)


def _is_of_one_row(ratio: Ratio) -> bool:
    return len({fact.place for fact in ratio.of}) == 1 and bool(ratio.of[0].place)


def _any(amount: Amount, ratios: tuple[Ratio, ...]) -> Iterator[float]:
    yield from (ratio.value for ratio in ratios)
    if amount.sort == "share":
        yield from (1 - ratio.value for ratio in ratios)
        yield from _sums(ratios)


def _sums(ratios: Iterable[Ratio]) -> Iterator[float]:
    parts = list({id(ratio.of[0]): ratio.value for ratio in ratios if len(ratio.of) == 1}.values())
    for count in _TOGETHER:
        yield from (sum(some) for some in combinations(parts, count) if sum(some) <= _ALL)


def _counts(amount: Amount, found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A count is known only by all that the label of a figure says, in a clause that says little else."""
    named = tuple(fact for fact in found if not fact.is_share and fact.figure and _is_counted(fact, amount))
    return () if any(amount.holds(fact.value) for fact in found) else named


def _is_counted(fact: Fact, amount: Amount) -> bool:
    more = len(amount.words) - shared(fact.name, amount.words)
    return fact.is_named(amount.words) and more <= _MORE and _is_its_noun(fact, amount)


def _is_its_noun(fact: Fact, amount: Amount) -> bool:
    """Whether what stands behind a number is what a figure counts: that of `four towns` is not `answers from towns`.

    Where the label has no such word, it says of what is counted what the clause goes on to say.
    """
    if not amount.noun or shared(amount.noun, fact.counts):
        return True
    return not shared(amount.noun, fact.name) and shared(amount.behind, fact.name) == len(fact.name)


def _of(ratios: Iterable[Ratio]) -> tuple[Fact, ...]:
    return tuple({id(fact): fact for ratio in ratios for fact in ratio.of}.values())
