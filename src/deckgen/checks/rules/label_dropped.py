"""A value or a point of a chart that has no label, since none has room.

Why: a part that is narrower than its label would be covered by it, and labels of close lines by each other. So
they are left out by rule, and the reader sees a mark without its number; the alt text has all of them. It is
listed so that somebody has seen it.

Example: a part of 1 % in a stacked bar.

Mend: nothing, where the small parts may be read as small; else show fewer rows or series, or a chart of one
series for what the slide is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart import Plot
from deckgen.model.frames import ChartItem

CODE: Final = "label-dropped"
SEVERITY: Final[Severity] = "info"
STAGE: Final[Stage] = "frames"
HINT: Final = "the alt text says them; where the reader needs them, show fewer rows or series"

MOST_NAMED: Final = 3
"""Labels that are named in one message."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.fitting:
        for item in flat(frame.items):
            if isinstance(item, ChartItem) and (dropped := list(_dropped(item.plot))):
                more = f" and {len(dropped) - MOST_NAMED} more" if len(dropped) > MOST_NAMED else ""
                listed = ", ".join(dropped[:MOST_NAMED])
                yield Fault(f"no label of the chart has room for {listed}{more}", place(item, slide))


def _dropped(plot: Plot) -> Iterator[str]:
    """The values that have a label in the content and none on the slide."""
    for series in plot.series:
        for point, category in enumerate(plot.categories):
            if series.place(point).dropped and (said := series.label(point)):
                name = f"{category}, {series.name}" if len(plot.series) > 1 else category
                yield f"`{said}`" if said == category else f"`{said}` ({name})"
