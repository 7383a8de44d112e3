"""Shares in words that are made up. In: an amount, its text, its slide. Out: whether no number bears it out.

`Ni ud af ti vil skifte job` is a number as `90 %` is, and somebody has to have counted it. It is so of what is said
as exactly as a share in words can be, nine in ten or every third, in the title of a drawing, in a deck with shares.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from deckgen.checks.engine.subject import Subject
from deckgen.checks.figures.facts import Fact, share_facts, shares_of
from deckgen.checks.figures.grid import Grid
from deckgen.checks.figures.in_words import fits_any
from deckgen.checks.figures.offered import written_shares
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.prose import Said

_WHOLES: Final = (3, 4, 5, 10, 100)
"""Of so many one says how many, and means a share; of seven one counts."""
_CLAIMING: Final = ("title", "so-what")


def is_of_nothing(
    amount: Amount, text: Said, shown: tuple[Fact, ...], said: Iterable[Said], grid: Grid | None, subject: Subject
) -> bool:
    """Whether an exact share in words is none of the slide, nor of a figure that has a word in common with it."""
    supposed = found(subject.language.prose.reading.comparing.supposes, text.plain.casefold())
    if text.path not in _CLAIMING or supposed or not _is_exact(amount, subject):
        return False
    if grid and amount.of and amount.of[1] == len(grid.rows):
        return False  # so many are drawn, and are counted
    like = tuple(one for one in shown if one.likeness(amount.words)[0])
    drawn = (ratio.value for ratio in shares_of(shown))
    written = written_shares(said, subject.language)
    if any(map(amount.holds, (*drawn, *written))) or fits_any(amount, like):
        return False
    shares = share_facts(subject.content.figures, subject.content, subject.language)
    others = (one.value / 100 for one in shares if not shown or one.likeness(amount.words)[0])
    return bool(shares) and not any(amount.holds(one) or amount.holds(1 - one) for one in others)


def _is_exact(amount: Amount, subject: Subject) -> bool:
    """Whether it is said as a share: `ni ud af ti`, `hver tredje`."""
    reading = subject.language.prose.reading
    ordinals = reading.amounts.ordinals
    whole = (
        amount.of[1] if amount.of else next((ordinals[word] for word in amount.said.split() if word in ordinals), 0)
    )
    is_part = not amount.of and any(word in reading.amounts.parts for word in amount.said.split())  # a third
    return amount.sort == "share" and not amount.is_side and not is_part and whole in _WHOLES
