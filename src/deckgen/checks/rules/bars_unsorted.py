"""Bars that are neither sorted nor in an order that means something.

Why: sorted bars answer which is most at a glance. Bar charts of this program sort themselves; a
chart type of another package that shows a comparison may not.

Example: a bar chart whose longest bar stands in the middle, without `ordered: true`.

Mend: sort the values in the chart type, or write `ordered: true` on the slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import Shows
from deckgen.model.frames import ChartItem

CODE: Final = "bars-unsorted"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "sort the bars, or say `ordered: true` where the order means something"
COMPARING: Final[frozenset[Shows]] = frozenset(("comparison", "parts of several wholes"))


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        fields = slide.fields if isinstance(slide.fields, ChartFields) else None
        for item in flat(frame.items):
            if fields and (fields.ordered or fields.in_time(subject.language.dates)):
                continue
            if isinstance(item, ChartItem) and not _in_order(item, fields):
                yield Fault(f"the bars of `{item.name}` are in no order", slide.span)


def _in_order(item: ChartItem, fields: ChartFields | None) -> bool:
    """Whether the values of its rows go up or down, or those of one series, where its lengths are compared.

    What is added up stands last whatever it comes to.
    """
    if item.type.shows not in COMPARING:
        return True
    shown = len(item.plot.categories) - bool(fields and fields.top)
    series = [[value or 0 for value in one.values[:shown]] for one in item.plot.series if not one.helper]
    sums = [sum(row) for row in zip(*series, strict=True)]
    return any(one in (sorted(one), sorted(one, reverse=True)) for one in (sums, *series))
