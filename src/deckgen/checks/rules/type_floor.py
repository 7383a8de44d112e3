"""Type that is too small to be read from the other end of the table.

Why: nothing that carries the message is set under 12 points, and the foot not under 9.

Example: a table cell of 8 points.

Mend: shorten, or split the slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import AROUND, field, flat, paragraphs, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import ChartItem, Item
from deckgen.model.theme import TYPE_STEPS

CODE: Final = "type-floor"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "shorten the text so that it can be set larger"


FOOT: Final = TYPE_STEPS["foot"][-1]
FLOOR: Final = min(steps[-1] for role, steps in TYPE_STEPS.items() if role != "foot")


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            floor = (FOOT if field(item) in AROUND else FLOOR) * subject.template.scale
            size = min(_sizes(item), default=floor)
            if size < floor - 0.05:
                yield Fault(f"`{item.name}` is set in {size:g} points", place(item, slide))


def _sizes(item: Item) -> Iterator[float]:
    if isinstance(item, ChartItem):
        yield item.plot.type_size
    yield from (paragraph.size for paragraph in paragraphs(item) if paragraph.runs)
