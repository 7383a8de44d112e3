"""A ring or pie of more than five parts.

Why: angles are hard to compare, and after five the colours are too. Every chart type that says that
it shows the parts of a whole is looked at.

Example: a doughnut with six answers.

Mend: use `chart: bar`, or gather the smallest parts in one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import ChartItem

CODE: Final = "pie-slices"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "use a bar chart, or gather the smallest parts"
EACH_SLIDE: Final = True


MOST: Final = 5


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            if isinstance(item, ChartItem) and item.type.shows == "parts of a whole":
                parts = len(item.plot.categories)
                if parts > MOST:
                    yield Fault(f"`{item.name}` has {parts} parts", slide.span)
