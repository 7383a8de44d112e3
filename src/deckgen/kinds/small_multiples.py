"""One form of chart for several groups, side by side on one scale: where a pattern is the same, and where another.

In: a chart type and its rows, of which each is a panel, and `series`, which names the marks in every panel. Out: a
native chart for each row under its name. All have one axis, one size of type and one order of their marks; `emphasis`
on a row sets a panel off, and on a series the same mark in each. A `line` at a number goes across all of them. More
panels than have room continue on a next slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.annotation import ChartAnnotation
from deckgen.model.blocks import Arrangement, Block, ChartBlock, Column, Grid, TextBlock
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import ChartOption
from deckgen.model.kind import Context, Purpose
from deckgen.model.styled import Styled
from deckgen.model.text import text

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("one row", "two rows", "two in a row")

EXAMPLE = """\
id: example.small-multiples
kind: small_multiples
title: Kun i Nord er der blevet flere hvert år
chart: column
counted: Antal projekter pr. år i fem opdigtede landsdele
ordered: true
series: ["2021", "2022", "2023"]
data:
  - {label: Nord, value: [22, 31, 38], emphasis: true}
  - {label: Midt, value: [33, 35, 30]}
  - {label: Syd, value: [24, 19, 23]}
  - {label: Sjælland, value: [30, 26, 29]}
  - {label: Hovedstaden, value: [39, 41, 40]}
so-what: Det, der virker i Nord, kan prøves andre steder
"""

FEWEST, MOST = 2, 9
"""Panels: one alone is a chart, and more are no longer compared."""

IN_A_ROW: Final = 5
"""So many panels stand in one row; more stand in two."""

WAITS: Final = 2
"""Steps of the type scale that narrow panels are tried at before flat ones."""

LEAST: Final = 92.0
"""Points that the chart of a panel is high at the least."""

GAP, NAME_GAP = 24.0, 4.0
"""Between panels, and between the name of one and its chart, in points."""


@dataclass(frozen=True)
class Fields(ChartFields):
    """What every chart has: a row is a panel, and a series is a mark in each of them."""

    @property
    def along(self) -> tuple[str, ...]:
        return tuple(series.text.plain for series in self.series)

    def asked(self) -> Iterator[tuple[ChartOption, Span]]:
        yield "panels", self.chart_span
        yield from super().asked()


def check(fields: Fields) -> Iterator[Fault]:
    yield from fields.problems()
    if not FEWEST <= len(fields.data) <= MOST:
        message = f"panels are {FEWEST} to {MOST}; here are {len(fields.data)}"
        yield Fault(
            message, fields.data[-1].label.span, "show one group with `kind: chart`, of many those that matter"
        )
    if len(fields.series) < 2 and all(len(row.value) == 1 for row in fields.data):
        message = "a panel shows two values or more, and `series` names them"
        yield Fault(message, fields.data[0].label.span, "name each value of a row in `series`, or use `kind: chart`")
    for one in fields.annotate:
        if one.line is None or one.line.statistic:
            hint = "write a `line` at a number or a figure, which goes across all of them, or leave it out"
            yield Fault("what is said over panels is the same in each of them", one.span, hint)
    if fields.top:
        yield Fault("panels stand for themselves: none are added up", fields.top_span, "leave `top` and `rest` out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    whole = fields.block(context.title)
    panels = tuple(_panel(fields, at, data, whole.annotations) for at, data in enumerate(whole.data.panels()))
    abreast = dict(zip(ARRANGEMENTS, (len(panels), -(-len(panels) // 2), 2), strict=True))
    if len(panels) > IN_A_ROW:
        del abreast["one row"]
    return tuple(
        Arrangement(
            "Diagram",
            canvas=Grid(panels, columns, gap=GAP, fill=True, splits=True, levels=True),
            name=name,
            step=WAITS * at,
            subtitle=fields.counted,
        )
        for at, (name, columns) in enumerate(abreast.items())
    )


def _panel(fields: Fields, at: int, data: ChartData, lines: tuple[ChartAnnotation, ...]) -> Block:
    label = fields.data[at].label
    name = TextBlock((Styled(text(data.series[0], label.path, label.span), "chart", bold=True),))
    alt = f"{data.series[0]}. {fields.counted.plain}. {_said(data)}"
    chart = ChartBlock(fields.chart, data, alt, f"data/{at}", text=fields.counted, annotations=lines, least=LEAST)
    return Column((name, chart), gap=NAME_GAP, justify="grow", grows=(1,))


def _said(data: ChartData) -> str:
    """What each mark of a panel comes to."""
    return "; ".join(f"{row.label}: {row.shown[0].text}" for row in data.categories)
