"""Bars that are neither sorted nor in an order that means something.

Why: sorted bars answer which is most at a glance. Bar charts of this program sort themselves; a
chart type of another package that shows a comparison may not.

Example: a bar chart whose longest bar stands in the middle, without `ordered: true`.

Mend: sort the values in the chart type, or write `ordered: true` on the slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import Shows
from deckgen.model.frames import ChartItem
from deckgen.model.plan import PlannedSlide

CODE: Final = "bars-unsorted"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "sort the bars, or say `ordered: true` where the order means something"
COMPARING: Final[frozenset[Shows]] = frozenset(("comparison", "parts of several wholes"))


def check(subject: Subject) -> Iterator[Fault]:
    for slide, charts in _charts(subject):
        fields = slide.fields if isinstance(slide.fields, ChartFields) else None
        ordered = fields and (fields.ordered or fields.in_time(subject.language.dates))
        if not ordered and not _in_order(charts, fields):
            yield Fault(f"the bars of `{charts[0].name}` are in no order", slide.span)


def _charts(subject: Subject) -> Iterator[tuple[PlannedSlide, list[ChartItem]]]:
    """The charts of each slide, those of the same rows together: panels have one order."""
    for slide, framed in groupby(subject.framed, key=itemgetter(0)):
        alike: dict[tuple[str, ...], list[ChartItem]] = {}
        for item in (one for _, frame in framed for one in flat(frame.items)):
            if isinstance(item, ChartItem):
                alike.setdefault(item.plot.categories, []).append(item)
        yield from ((slide, charts) for charts in alike.values())


def _in_order(charts: Sequence[ChartItem], fields: ChartFields | None) -> bool:
    """Whether the values of their rows go up or down, or those of one series, where lengths are compared.

    So do those of the answers at one end of a scale together. What is added up stands last whatever it comes to.
    """
    if charts[0].type.shows not in COMPARING:
        return True
    shown = len(charts[0].plot.categories) - bool(fields and fields.top)
    drawn = (one for item in charts for one in item.plot.series if not one.helper)
    series = [[value or 0 for value in one.values[:shown]] for one in drawn]
    scale = series[: len(series) - sum(one.apart for one in fields.series)] if fields else series
    ends = [part for at in range(1, len(scale)) for part in (scale[:at], scale[at:])]
    sums = [[sum(row) for row in zip(*part, strict=True)] for part in (series, *ends)]
    return any(one in (sorted(one), sorted(one, reverse=True)) for one in (*sums, *series))
