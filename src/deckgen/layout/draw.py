"""In: blocks that are drawn as one thing, and their box. Out: tables, charts and pictures."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from deckgen.diagnostics import Span
from deckgen.layout.excess import too_high
from deckgen.layout.lines import break_lines
from deckgen.layout.measure import (
    TABLE_PADDING_X,
    table_heights,
    table_padding,
    table_widths,
)
from deckgen.layout.memory import remembered
from deckgen.layout.placement import Placed
from deckgen.layout.setting import TOO_WIDE, Misfit, Setting
from deckgen.layout.text import divided, measure, paragraphs
from deckgen.model.blocks import ChartBlock, PictureBlock, TableBlock, TableCell
from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_type import ChartType, Room
from deckgen.model.frames import ChartItem, FrameCell, PictureItem, SlotRef, TableItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.text import NOWHERE, Run
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

ROW_MOST = 1.7
"""How far a table's rows may open to fill their region, as a multiple of their natural height."""

LEGEND_KEY = 24.0
"""Room for the key and the gap of one entry of a legend, in points."""

LEGEND_BESIDE = 0.45
"""How much of a chart's width a legend beside it may take; one above it breaks into rows."""


def place_table(block: TableBlock, box: Box, setting: Setting, slot: SlotRef | None = None) -> Placed:
    """A native table, its rows opened to fill the box in a calm way."""
    widths = table_widths(block, box.width, setting)
    natural = table_heights(block, widths, setting)
    heights = natural if block.compact else _opened(natural, box.height)
    rows = tuple(_row(row, setting, widths) for row in (block.header, *block.rows))
    own = Box(box.x, box.y, box.width, sum(heights))
    item = TableItem(block.name, own, widths, heights, rows, block.alt, TABLE_PADDING_X, table_padding(block), slot)
    return Placed((item,), _table_misfits(block, box, widths, sum(natural), setting))


@remembered
def _row(row: tuple[TableCell, ...], setting: Setting, widths: tuple[Emu, ...]) -> tuple[FrameCell, ...]:
    return tuple(
        FrameCell(divided(paragraphs(cell.parts, setting), setting, width - 2 * TABLE_PADDING_X), cell.fill)
        for cell, width in zip(row, widths, strict=True)
    )


def _opened(heights: tuple[Emu, ...], room: Emu) -> tuple[Emu, ...]:
    head, rows = heights[0], heights[1:]
    if not rows:
        return heights
    factor = max(1.0, min(ROW_MOST, (room - head) / sum(rows)))
    return (head, *(int(height * factor) for height in rows))


def _table_misfits(
    block: TableBlock, box: Box, widths: tuple[Emu, ...], height: Emu, setting: Setting
) -> tuple[Misfit, ...]:
    found = [misfit for row in (block.header, *block.rows) for misfit in _row_misfits(row, setting, widths)]
    over = height - box.height
    if over > EMU_PER_POINT:
        found.append(too_high(block, box.width, over, setting))
    return tuple(found)


@remembered
def _row_misfits(row: tuple[TableCell, ...], setting: Setting, widths: tuple[Emu, ...]) -> tuple[Misfit, ...]:
    found = []
    for cell, width in zip(row, widths, strict=True):
        measured = measure(paragraphs(cell.parts, setting), setting, width - 2 * TABLE_PADDING_X)
        if measured.too_wide:
            excess = f"the word '{measured.too_wide}' is wider than its column"
            hint = "use a shorter word, or give the column more weight"
            found.append(Misfit("table", excess, cell.parts[0].text.span, "word-too-wide", hint, TOO_WIDE))
    return tuple(found)


def place_chart(block: ChartBlock, box: Box, setting: Setting, slot: SlotRef | None = None) -> Placed:
    """A native chart; data that its type cannot show is a misfit at the chart's place in the content."""
    span = block.text.span if block.text else NOWHERE
    try:
        chart_type, plot = _plotted(block, setting.charts)
    except ValueError as error:
        hint = "mend the data, or choose another chart type"
        return Placed((), (Misfit("chart", str(error), span, "chart-data", hint),))
    plot = _legend_over(plot, box, setting)
    own = _chart_box(chart_type, plot, box)
    item = ChartItem(block.name, own, chart_type, plot, block.alt, slot)
    return Placed((item,), (*_label_misfits(item, setting, span), *_legend_misfits(item, setting, span)))


def _plotted(block: ChartBlock, charts: Mapping[str, ChartType]) -> tuple[ChartType, Plot]:
    if block.type not in charts:
        near = difflib.get_close_matches(block.type, charts, 1)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        raise ValueError(f"there is no chart type '{block.type}': {', '.join(sorted(charts))}{meant}")
    width = len(block.data.series)
    for row in block.data.categories:
        if len(row.values) != width:
            raise ValueError(f"'{row.label}' has {len(row.values)} values, but there are {width} series")
    chart_type = charts[block.type]
    return chart_type, chart_type.plot(block.data)


def _legend_over(plot: Plot, box: Box, setting: Setting) -> Plot:
    """The plot with its legend above, where its names have no room beside it."""
    legend = plot.legend
    if legend is None or legend.side != "right" or _legend_width(legend, plot, setting) <= _legend_room(legend, box):
        return plot
    return replace(plot, legend=replace(legend, side="top"))


def _legend_width(legend: Legend, plot: Plot, setting: Setting) -> float:
    """What the widest entry takes, in points."""
    face = setting.face_of(False)
    return max((face.advance(name, False) * plot.type_size + LEGEND_KEY for name in legend.names), default=0)


def _legend_room(legend: Legend, box: Box) -> float:
    return box.width / EMU_PER_POINT * (LEGEND_BESIDE if legend.side == "right" else 1)


def _legend_misfits(item: ChartItem, setting: Setting, span: Span) -> tuple[Misfit, ...]:
    """A legend that is wider than the chart."""
    legend = item.plot.legend
    if legend is None or _legend_width(legend, item.plot, setting) <= _legend_room(legend, item.box):
        return ()
    hint = "shorten the names of the series"
    return (Misfit("chart", "its legend is wider than the chart", span, "chart-label-too-long", hint),)


def _label_misfits(item: ChartItem, setting: Setting, span: Span) -> Iterator[Misfit]:
    """Labels of categories that would be turned or cut, by what the chart type says of their room."""
    if item.type.label_room is None:
        return
    face, size = setting.face_of(False), item.plot.type_size
    whole = Room(item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, face.line * size)
    room = item.type.label_room(item.plot, whole)
    for label in item.plot.categories:
        broken = break_lines([Run(label)], face, size, room.width)
        if broken.widest > room.width or broken.count > room.lines:
            yield Misfit("chart", f"the label '{label}' has no room", span, "chart-label-too-long", room.hint)


def _chart_box(chart_type: ChartType, plot: Plot, box: Box) -> Box:
    if chart_type.most_height is None:
        return box
    height = min(box.height, points(chart_type.most_height(plot)))
    return Box(box.x, box.y + (box.height - height) // 3, box.width, height)


def place_picture(block: PictureBlock, box: Box, slot: SlotRef | None) -> Placed:
    """The picture as large as the box holds it in its own proportions, at the left and half way up."""
    return Placed((PictureItem(block.name, _contained(block.size, box), block.path, block.alt, slot),))


def _contained(size: tuple[int, int], box: Box) -> Box:
    across, down = size
    if not across or not down:
        return box
    width = max(1, min(box.width, box.height * across // down))
    height = max(1, min(box.height, box.width * down // across))
    return Box(box.x, box.y + (box.height - height) // 2, width, height)
