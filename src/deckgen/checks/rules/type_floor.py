"""Type that is too small to be read from the other end of the table.

Why: nothing that carries the message is set under 16 points in a chamber or under 12 on a desk, and the foot not
under 11 and 9.

Example: a table cell of 8 points.

Mend: shorten, or split the slide. A slide that a client's template leaves too little room for has a
warning of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import AROUND, field, flat, paragraphs, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import ChartItem, Item
from deckgen.model.theme import Role

CODE: Final = "type-floor"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "shorten the text so that it can be set larger"
EACH_SLIDE: Final = True


SMALL: Final[tuple[Role, ...]] = ("foot", "tracker")
"""Roles that carry no message."""


def check(subject: Subject) -> Iterator[Fault]:
    scale = subject.theme.type_scale(subject.plan.facts.room)
    around, body = scale["foot"][-1], _floor(scale)
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            floor = (
                around if field(item).partition("/")[0] in AROUND else body * frame.size
            ) * subject.template.scale
            size = min(_sizes(item), default=floor)
            if size < floor - 0.05:
                yield Fault(f"`{item.name}` is set in {size:g} points", place(item, slide))


def _floor(scale: Mapping[Role, tuple[float, ...]]) -> float:
    """The least type of what carries a message."""
    return min(steps[-1] for role, steps in scale.items() if role not in SMALL)


def _sizes(item: Item) -> Iterator[float]:
    if isinstance(item, ChartItem):
        yield item.plot.type_size
    yield from (paragraph.size for paragraph in paragraphs(item) if paragraph.runs)
