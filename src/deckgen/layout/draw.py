"""In: blocks that are drawn as one thing, and their box. Out: tables, charts, pictures, share bars and tallies."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace

from deckgen.diagnostics import Span
from deckgen.layout.excess import too_high
from deckgen.layout.lines import break_lines
from deckgen.layout.measure import (
    MARK_GAP,
    SHARE_BAR,
    TABLE_PADDING_X,
    table_heights,
    table_padding,
    table_widths,
    tally_mark,
)
from deckgen.layout.memory import remembered
from deckgen.layout.placement import Placed
from deckgen.layout.setting import TOO_WIDE, Misfit, Setting
from deckgen.layout.text import divided, measure, paragraphs
from deckgen.model.blocks import ChartBlock, PictureBlock, ShareBar, TableBlock, TableCell, Tally
from deckgen.model.chart import Plot
from deckgen.model.frames import ChartItem, FrameCell, GroupItem, Item, PictureItem, ShapeItem, SlotRef, TableItem
from deckgen.model.kind import ChartType
from deckgen.model.text import NOWHERE, Run
from deckgen.model.theme import Color
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

ROW_MOST = 1.7
"""How far a table's rows may open to fill their region, as a multiple of their natural height."""

BAR_MOST = 84.0
"""Room for one bar at most, in points, so that few bars do not turn into slabs."""

BAR_LABELS = 0.45
"""How much of a bar chart's width its labels may take: PowerPoint gives them about half at most."""

LEGEND_KEY = 24.0
"""Room for the key and the gap of one entry of a legend, in points."""

LEGEND_BESIDE = 0.45
"""How much of a chart's width a legend beside it may take; one above it breaks into rows."""

OPEN_END = 0.05
"""How much of the whole the open end of an inexact share covers."""

STACK_STRETCH = 1.9
"""How much more room one or two stacked bars get: they are all that there is to see."""


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
    try:
        plot = _plot(block, setting.charts)
    except ValueError as error:
        span = block.text.span if block.text else NOWHERE
        hint = "mend the data, or choose another chart type"
        return Placed((), (Misfit("chart", str(error), span, "chart-data", hint),))
    plot = _legend_over(plot, box, setting)
    own = _chart_box(plot, box)
    span = block.text.span if block.text else NOWHERE
    return Placed((ChartItem(block.name, own, plot, block.alt, slot),), _label_misfits(plot, own, setting, span))


def _legend_over(plot: Plot, box: Box, setting: Setting) -> Plot:
    """The plot with its legend above, where its names have no room beside it."""
    names = plot.categories if plot.form == "doughnut" else [series.name for series in plot.series]
    face = setting.face_of(False)
    widest = max((face.advance(name, False) * plot.type_size + LEGEND_KEY for name in names), default=0)
    beside = plot.legend == "right" and widest > box.width / EMU_PER_POINT * LEGEND_BESIDE
    return replace(plot, legend="top") if beside else plot


def _label_misfits(plot: Plot, box: Box, setting: Setting, span: Span) -> tuple[Misfit, ...]:
    """Labels of categories that would be turned or cut, and a legend that is wider than the chart."""
    face, size = setting.face_of(False), plot.type_size
    width, height = box.width / EMU_PER_POINT, box.height / EMU_PER_POINT
    count = max(len(plot.categories), 1)
    room, lines = (
        (width * BAR_LABELS, height / count / (face.line * size)) if plot.form == "bar" else (width / count, 3)
    )
    found = []
    for label in plot.categories if plot.form != "doughnut" else ():
        broken = break_lines([Run(label)], face, size, room)
        if broken.widest > room or broken.count > lines:
            hint = "shorten it, or show fewer rows" if plot.form == "bar" else "shorten it, or use a bar chart"
            found.append(Misfit("chart", f"the label '{label}' has no room", span, "chart-label-too-long", hint))
    named = [series.name for series in plot.series] if plot.form != "doughnut" else list(plot.categories)
    widest = max((face.advance(name, False) * size + LEGEND_KEY for name in named), default=0)
    if plot.legend != "none" and widest > width * (LEGEND_BESIDE if plot.legend == "right" else 1):
        hint = "shorten the names of the series"
        found.append(Misfit("chart", "its legend is wider than the chart", span, "chart-label-too-long", hint))
    return tuple(found)


def _plot(block: ChartBlock, charts: Mapping[str, ChartType]) -> Plot:
    if block.type not in charts:
        near = difflib.get_close_matches(block.type, charts, 1)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        raise ValueError(f"there is no chart type '{block.type}': {', '.join(sorted(charts))}{meant}")
    width = len(block.data.series)
    for row in block.data.categories:
        if len(row.values) != width:
            raise ValueError(f"'{row.label}' has {len(row.values)} values, but there are {width} series")
    return charts[block.type].plot(block.data)


def _chart_box(plot: Plot, box: Box) -> Box:
    if plot.form != "bar":
        return box
    stretch = STACK_STRETCH if plot.grouping == "stacked" and len(plot.categories) < 3 else 1
    most = points(BAR_MOST * stretch * len(plot.categories) + (36 if plot.legend != "none" else 0))
    height = min(box.height, most)
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


def place_share_bar(block: ShareBar, box: Box) -> Placed:
    """A bar that is solid up to what is sure and then open, in dashes, towards where the truth lies."""
    height = points(SHARE_BAR)
    y = box.y + (box.height - height) // 2
    color: Color = "accent" if block.emphasis else "primary"
    near, margin = block.share, OPEN_END
    solid, end = {"over": (near, near + margin), "under": (near - margin, near)}.get(
        block.direction, (near - margin, near + margin)
    )
    sure_to, open_to = (int(box.width * min(max(share, 0.0), 1.0)) for share in (solid, end))
    track = ShapeItem("whole", Box(box.x, y, box.width, height), "rect", "panel")
    sure = ShapeItem("sure", Box(box.x, y, sure_to, height), "rect", color)
    beyond = Box(box.x + sure_to, y, open_to - sure_to, height)
    rest = ShapeItem("open", beyond, "rect", None, color, 1.0, True)
    whole = Box(box.x, y, box.width, height)
    return Placed((GroupItem(block.name, whole, (track, sure, rest), block.alt),))


def place_tally(block: Tally, box: Box) -> Placed:
    """As many marks as there are, the counted ones filled and the others outlined."""
    side, gap = tally_mark(block, box.width), points(MARK_GAP)
    marks: list[Item] = []
    for number in range(block.total):
        own = Box(box.x + number * (side + gap), box.y, side, side)
        name = f"mark {number + 1}"
        if number < block.count:
            marks.append(ShapeItem(name, own, "rect", "primary"))
        else:
            marks.append(ShapeItem(name, own, "rect", None, "muted", 1.0, True))
    whole = Box(box.x, box.y, marks[-1].box.right - box.x, side)
    return Placed((GroupItem(block.name, whole, tuple(marks), block.alt),))
