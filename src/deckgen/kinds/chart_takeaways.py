"""A chart, and beside it the two to four things to take away from it.

In: a chart's fields and the takeaways. Out: a native chart and a list, each in its placeholder; or two halves.
What is too long to stand beside it continues on a next slide, with the chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import GUTTER, Arrangement, Column, Row, TextBlock
from deckgen.model.chart_fields import ChartFields
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, taken_away

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("takeaways beside", "two halves")

EXAMPLE = """\
id: example.chart-takeaways
kind: chart_takeaways
title: To tredjedele af medlemmerne er mindre virksomheder
chart: doughnut
counted: Antal medlemmer
data:
  - label: Mindre
    value: 252
    emphasis: true
  - label: Større
    value: 123
takeaways:
  - De mindre virksomheder fylder mest i alle klynger
  - De større bidrager med flest timer i projekterne
  - Alle klynger har medlemmer i regionen
so-what: Et tilbud skal kunne bruges af dem uden egen udviklingsafdeling
"""


@dataclass(frozen=True, kw_only=True)
class Fields(ChartFields):
    takeaways: tuple[ListItem, ...] = described("What the chart shows, in short sentences.", minimum=1, maximum=5)


def check(fields: Fields) -> Iterator[Fault]:
    return fields.problems()


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    counted = fields.counted
    parts = taken_away(fields.takeaways, "body")
    chart, says = (
        fields.block(context.title, context),
        TextBlock(parts, slot="takeaways", splits=True, spread=True),
    )
    halves = Row((replace(chart, slot=""), replace(says, slot="")), gap=2 * GUTTER)
    return (
        Arrangement("Chart and Takeaways", (chart, says), name="takeaways beside", subtitle=counted),
        Arrangement("Diagram", canvas=Column((halves,), justify="grow"), name="two halves", step=1, subtitle=counted),
    )
