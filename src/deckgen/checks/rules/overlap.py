"""Two texts, charts, tables or pictures that lie over each other.

Why: neither can be read, and a screen reader tells them in an order that nobody sees. Shapes
without text may lie under a text, and a picture under a text on a ground of its own.

Example: a text box that a slide layout of somebody's own template puts over the chart.

Mend: move one of them in the kind or the slide layout.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import boxes, flat, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import Item, PictureItem, ShapeItem
from deckgen.model.units import Box, points

CODE: Final = "overlap"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "report the slide: a kind or a slide layout puts two texts in one place"
EACH_SLIDE: Final = True


SLACK: Final = points(1)


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.fitting:
        drawn = list(flat(frame.items))
        placed = [(at, tuple(_boxes(item))) for at, item in enumerate(drawn) if _says(item)]
        for (at, own), (after, others) in itertools.combinations(placed, 2):
            one, other = drawn[at], drawn[after]
            if any(box.overlaps(over) for box in own for over in others) and not _is_on_band(drawn[at:after], other):
                yield Fault(f"`{one.name}` and `{other.name}` lie over each other", place(one, slide))


def _is_on_band(before: list[Item], text: Item) -> bool:
    """Whether a text lies over a picture on a ground of its own, which is drawn between the two."""
    picture, *between = before
    bands = (item for item in between if isinstance(item, ShapeItem) and item.fill and item.geometry == "rect")
    return isinstance(picture, PictureItem) and any(band.box.contains(text.box) for band in bands)


def _boxes(item: Item) -> Iterator[Box]:
    return (box.inset(SLACK, SLACK, SLACK, SLACK) for box in boxes(item))


def _says(item: Item) -> bool:
    return not isinstance(item, ShapeItem) and item.box.width > 2 * SLACK and item.box.height > 2 * SLACK
