"""In: a chart's block and its box. Out: a chart with its plot settled in the box, and what of it has no room."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator

from deckgen.diagnostics import Span
from deckgen.layout.annotations import annotated
from deckgen.layout.lines import break_lines
from deckgen.layout.metrics import Face
from deckgen.layout.placement import Placed
from deckgen.layout.setting import Misfit, Setting
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart import Plot
from deckgen.model.chart_fields import ADD_UP
from deckgen.model.chart_geometry import Room, legend_width, outside, touching
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import ChartItem, SlotRef
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.text import NOWHERE, Run
from deckgen.model.units import EMU_PER_POINT, Box, points

LEGEND_BESIDE = 0.45
"""How much of a chart's width a legend beside it may take; one above it breaks into rows."""

FEWER = "show fewer rows"


@dataclass(frozen=True, slots=True)
class FaceRuler:
    """Measures the type of a chart by its face, on the safe side."""

    face: Face

    def line(self, size: float) -> float:
        return self.face.line * size

    def width(self, text: str, size: float) -> float:
        return self.face.advance(text, False) * size

    def lines(self, text: str, size: float, width: float) -> float:
        broken = break_lines([Run(text)], self.face, size, width)
        return math.inf if broken.widest > width else broken.count


def place_chart(block: ChartBlock, box: Box, setting: Setting, slot: SlotRef | None = None) -> Placed:
    """A native chart; data that its type cannot show is a misfit at the chart's place in the content."""
    span = block.text.span if block.text else NOWHERE
    try:
        chart_type, plot = _plotted(block, setting)
    except ValueError as error:
        return Placed((), (_unfit(error, span),))
    plot = _legend_over(plot, _room(box, setting))
    own = _chart_box(chart_type, plot, box)
    room = _room(own, setting)
    try:
        set_ = annotated(block, chart_type, plot, room, own, setting)
    except ValueError as error:
        return Placed((), (_unfit(error, span),))
    item = ChartItem(block.name, own, chart_type, set_.plot, _alt(block) + set_.totals, slot)
    misfits = set_.misfits or tuple(_misfits(item, room, span)) or set_.touches
    return Placed((*set_.behind, item, *set_.over), misfits)


def _alt(block: ChartBlock) -> str:
    return f"{block.alt}. {'; '.join(block.told)}" if block.told else block.alt


def _unfit(error: ValueError, span: Span) -> Misfit:
    hint = "mend the data, or choose another chart type: without `chart`, what is compared picks one"
    return Misfit("chart", str(error), span, "chart-data", hint)


def _room(box: Box, setting: Setting) -> Room:
    return Room(
        box.width / EMU_PER_POINT,
        box.height / EMU_PER_POINT,
        FaceRuler(setting.face_of(False)),
        setting.sizes("chart"),
    )


def _plotted(block: ChartBlock, setting: Setting) -> tuple[ChartType, Plot]:
    charts = setting.charts
    if block.type not in charts:
        near = difflib.get_close_matches(block.type, charts, 1)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        raise ValueError(f"there is no chart type '{block.type}': {', '.join(sorted(charts))}{meant}")
    width = len(block.data.series)
    for row in block.data.categories:
        if len(row.values) != width:
            raise ValueError(f"'{row.label}' has {len(row.values)} values, but there are {width} series")
    chart_type = charts[block.type]
    plot, *beside = (chart_type.plot(data) for data in (block.data, *block.data.beside))
    return chart_type, replace(plot, type_size=setting.size("chart"), beside=tuple(beside))


def _legend_over(plot: Plot, room: Room) -> Plot:
    """The plot with its legend above, where its names have no room beside it."""
    legend = plot.legend
    if legend is None or legend.side != "right" or legend_width(legend, plot, room) <= room.width * LEGEND_BESIDE:
        return plot
    return replace(plot, legend=replace(legend, side="top"))


def _chart_box(chart_type: ChartType, plot: Plot, box: Box) -> Box:
    if chart_type.most_height is None:
        return box
    height = min(box.height, points(chart_type.most_height(plot)))
    return Box(box.x, box.y + (box.height - height) // 3, box.width, height)


def _misfits(item: ChartItem, room: Room, span: Span) -> Iterator[Misfit]:
    """What has no room: labels of categories first, which are the cause where labels of values have none either."""
    found = (
        *_category_misfits(item, room, span),
        *_legend_misfits(item, room, span),
        *_title_misfits(item, room, span),
    )
    yield from found or _value_misfits(item, room, span)


def _category_misfits(item: ChartItem, room: Room, span: Span) -> Iterator[Misfit]:
    """Labels of categories that would be turned or cut, by what the chart type says of their room.

    Where not one line of a label has room, the rows are too many, and no label is at fault.
    """
    if item.type.label_room is None:
        return
    own = item.type.label_room(item.plot, room)
    if own.lines < 1:
        said = f"its {len(item.plot.categories)} rows have no room for a label each"
        yield Misfit("chart", said, span, "chart-label-too-long", ADD_UP if "top" in item.type.takes else FEWER)
        return
    for label in item.plot.categories:
        if room.ruler.lines(label, item.plot.type_size, own.width) > own.lines:
            yield Misfit("chart", f"the label '{label}' has no room", span, "chart-label-too-long", own.hint)


def _legend_misfits(item: ChartItem, room: Room, span: Span) -> Iterator[Misfit]:
    """A legend that is wider than the chart, or than what it may take beside a ring."""
    legend = item.plot.legend
    share = LEGEND_BESIDE if legend and legend.side == "right" else 1.0
    if legend and legend_width(legend, item.plot, room) > room.width * share:
        hint = "shorten the names of the series"
        yield Misfit("chart", "its legend is wider than the chart", span, "chart-label-too-long", hint)


def _title_misfits(item: ChartItem, room: Room, span: Span) -> Iterator[Misfit]:
    """Titles of axes that are wider than the chart."""
    for axis, series in zip(item.plot.axes, item.plot.series, strict=False):
        if axis.title and room.ruler.width(series.name, item.plot.type_size) > room.width:
            said = f"the title of an axis, '{series.name}', is wider than the chart"
            yield Misfit("chart", said, span, "chart-label-too-long", "shorten the name of the series")


def _value_misfits(item: ChartItem, room: Room, span: Span) -> Iterator[Misfit]:
    """The first two labels of values that touch, and those that stand out of the chart."""
    found = item.type.marks(item.plot, room) if item.type.marks else ()
    hint = "show fewer rows or series, or use a bar chart"
    for one, other in touching(found):
        said = f"the labels '{one.text}' and '{other.text}' stand over each other"
        yield Misfit("chart", said, span, "chart-labels-touch", hint)
        return
    for mark in outside(found, room):
        yield Misfit("chart", f"the label '{mark.text}' has no room", span, "chart-label-too-long", hint)
