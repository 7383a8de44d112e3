"""One chart with one message, and what is counted above it.

In: a chart type from charts/ and its data, bound to figures. Out: a native chart in its placeholder. With
`continues`, rows that have no room go on on a next slide, in one order and on one scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement
from deckgen.model.chart_fields import MOST_GIVEN, ChartFields
from deckgen.model.chart_type import ChartOption
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import NOWHERE

PURPOSE: Final[Purpose] = "finding"
LEAVE_OUT: Final = "leave `annotate` out"

EXAMPLE = """\
id: example.chart
kind: chart
title: Flest klynger har medlemmer i regionen
chart: bar
counted: Antal klynger, n = 12
data:
  - label: Har medlemmer
    value: 12
    emphasis: true
  - label: Har samarbejdspartnere
    value: 9
  - label: Er fysisk til stede
    value: 7
  - label: Har en aftale
    value: 4
so-what: Alle klynger har allerede en grund til at være her
"""


@dataclass(frozen=True)
class Fields(ChartFields):
    """What every chart has, and that it may go on."""

    continues: bool = described(
        "True where rows that have no room go on on a next slide, on the same scale.", default=False
    )
    continues_span: Span = described("No key: its place.", default=NOWHERE)

    @property
    def most_rows(self) -> int:
        return MOST_GIVEN if self.continues else super().most_rows

    def asked(self) -> Iterator[tuple[ChartOption, Span]]:
        if self.continues:
            yield "continues", self.continues_span
        yield from super().asked()


def check(fields: Fields) -> Iterator[Fault]:
    yield from fields.problems()
    if not fields.continues:
        return
    if fields.top:
        yield Fault("rows are added up or go on on a next slide", fields.top_span, "leave `top` and `rest` out")
    for one in fields.annotate:
        yield Fault("what is said over a chart that goes on belongs to none of its slides", one.span, LEAVE_OUT)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    block = fields.block(context.title, context)
    if fields.continues:
        block = replace(block, splits=True)
    return (Arrangement("Chart", (block,), subtitle=fields.counted),)
