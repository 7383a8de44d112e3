"""Which colours a client's design shows, whatever its theme names.

In: the slide layouts of a master. Out: the colours of what is drawn, of grounds and of titles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from deckgen.model.oklch import oklch
from deckgen.powerpoint.client_template.adopt.scores import Page
from deckgen.powerpoint.client_template.adopt.sheets import Master, Sheet

_MOST, _LEAST = 0.25, 0.002
"""What one thing counts for at most, as a part of the page, and what it does where it is small: a bar, a line."""
_TITLE = 0.05
"""What the colour of a title counts for."""
_CHROMA = 0.05
"""Under this a colour is a grey."""


def shown(master: Master, page: Page) -> tuple[str, ...]:
    """`RRGGBB` of the colours of a design, greys left out; those that take most of its pages first."""
    counted: defaultdict[str, float] = defaultdict(float)
    for sheet in master.sheets:
        for color, worth in _on(sheet, page):
            counted[color] += worth
    colors = sorted(counted, key=lambda one: (-round(counted[one], 6), one))
    return tuple(one for one in colors if oklch(one).chroma >= _CHROMA)


def _on(sheet: Sheet, page: Page) -> Iterator[tuple[str, float]]:
    pictured = any(one.sample and page.share(one.box) >= 1 for one in sheet.drawn)
    if sheet.ground and not pictured:
        yield sheet.ground, _MOST
    for one in sheet.drawn:
        if one.ink:
            yield one.ink, min(_MOST, max(_LEAST, page.share(one.box)))
    if sheet.title is not None:
        yield sheet.title.color, _TITLE
