"""A chart, and beside it the two to four things to take away from it.

In: a chart's fields and the takeaways. Out: a native chart and a list, each in its placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.chart_fields import ChartFields
from deckgen.model.kind import Context, Problem, described
from deckgen.model.text import Text

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
  - De mindre virksomheder fylder mest
  - Alle klynger har medlemmer i regionen
"""


@dataclass(frozen=True, kw_only=True)
class Fields(ChartFields):
    takeaways: tuple[Text, ...] = described("What the chart shows, in short sentences.", minimum=1, maximum=5)


def check(fields: Fields) -> Iterator[Problem]:
    return fields.problems()


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = TextBlock((Styled(fields.counted, "body", "muted"),), slot="lead")
    says = TextBlock(tuple(Styled(item, "body", marker="bullet") for item in fields.takeaways), slot="takeaways")
    return (Arrangement("Chart and Takeaways", (lead, fields.block(context.title), says)),)
