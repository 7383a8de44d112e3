"""What is said over a chart, in the room that its plot leaves for it.

In: a chart's block, its type and the room that it stands in. Out: the plot settled with its levels and totals and
with room for the rest, shapes behind the chart and over it, and what has no room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.layout.break_signs import break_signs
from deckgen.layout.in_hole import in_hole
from deckgen.layout.lanes import Laid, Seen, lanes
from deckgen.layout.panels import settled
from deckgen.layout.placement import bounds
from deckgen.layout.remark_shapes import BAND, Canvas
from deckgen.layout.setting import Misfit, Setting
from deckgen.model.annotation import AxisBreak, Band, Bracket, Callout, LevelLine, Remark, Totals
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart import NAMELESS, Plot, Rect
from deckgen.model.chart_break import with_break
from deckgen.model.chart_geometry import Room, placed_legend
from deckgen.model.chart_levels import aside, level_marks, placed_levels, total_marks, with_levels, with_totals
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import GroupItem, Item
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.text import EMPTY
from deckgen.model.theme import Color
from deckgen.model.units import Box

MOST_OVER = 0.5
"""Of the height of a chart, or of its width where bars lie, for what is said beyond the ends of its marks."""

MOST_ASIDE = 0.35
"""Of the width, for the names of levels."""

_FEWER = "leave one of them out, or shorten its text"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A settled plot, the shapes behind it and over it, and what of its annotations has no place.

    Where they take too much they are the cause of whatever else has none; what `touches` may have another cause.
    """

    plot: Plot
    behind: tuple[Item, ...] = ()
    over: tuple[Item, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    touches: tuple[Misfit, ...] = ()

    @property
    def totals(self) -> str:
        """What the totals of its stacks come to, for who hears the chart."""
        totals = self.plot.totals
        if totals is None:
            return ""
        said = (f"{row} {text}" for row, text in zip(self.plot.categories, totals.labels.texts, strict=True) if text)
        return f"; {totals.name}: {', '.join(said)}"


def annotated(
    block: ChartBlock, chart_type: ChartType, plot: Plot, room: Room, box: Box, setting: Setting
) -> Annotated:
    """The plot settled in `room` with all that is said over it; `box` is the chart's on the slide.

    ValueError where its stacks have no totals.
    """
    if not chart_type.settle:
        return Annotated(placed_legend(plot, room))
    block = _with_findings(block, chart_type, plot)
    if not block.annotations:
        return Annotated(placed_legend(settled(chart_type.settle, plot, room), room))
    if chart_type.hole:
        return _with_whole(block, chart_type, plot, room, box, setting)
    remarks = tuple(one for one in block.annotations if isinstance(one, Remark))
    plot = _with_computed(block, chart_type, plot, room)
    plot = chart_type.settle(plot, room)
    if lost := tuple(_lost(remarks, plot)):
        return Annotated(placed_legend(plot, room), misfits=lost)
    _, depth = lanes(remarks, _seen(chart_type, plot, room), setting)
    if depth:
        plot = chart_type.settle(replace(plot, over=depth), room)
    plot = placed_levels(plot, room, _seen(chart_type, plot, room).marks, _grounds(remarks, plot))
    plot = placed_legend(plot, room)
    return _drawn(block, remarks, _seen(chart_type, plot, room), box, setting)


def _with_whole(
    block: ChartBlock, chart_type: ChartType, plot: Plot, room: Room, box: Box, setting: Setting
) -> Annotated:
    """The plot of a ring with its total in the hole."""
    assert chart_type.settle and chart_type.hole
    plot = placed_legend(chart_type.settle(plot, room), room)
    over: list[Item] = []
    misfits: list[Misfit] = []
    for one in (one for one in block.annotations if isinstance(one, Totals)):
        item, wrong = in_hole(block, one, chart_type.hole(plot, room), box, setting)
        misfits += wrong
        if item:
            alt = " ".join(run.text for paragraph in item.paragraphs for run in paragraph.runs)
            over.append(GroupItem(f"{block.name} annotations", item.box, (item,), alt))
    around = _around(chart_type.hole(plot, room), Rect(0, 0, room.width, room.height))
    return Annotated(
        replace(plot, filled=tuple(map(room.share, around))) if over else plot, (), tuple(over), tuple(misfits)
    )


def _around(hole: Rect, whole: Rect) -> tuple[Rect, ...]:
    """What a chart fills but for a hole: over it, under it and at its sides."""
    return (
        Rect(0, 0, whole.width, hole.top),
        Rect(0, hole.bottom, whole.width, whole.height - hole.bottom),
        Rect(0, hole.top, hole.left, hole.height),
        Rect(hole.right, hole.top, whole.width - hole.right, hole.height),
    )


def _with_findings(block: ChartBlock, chart_type: ChartType, plot: Plot) -> ChartBlock:
    """The block with a band behind each row to see first, where the chart has no colour for a row."""
    if "band" not in chart_type.takes or any(series.point_colors for series in plot.series):
        return block
    rows = [row.label for row in block.data.categories if row.emphasis]
    banded = {name for one in block.annotations if isinstance(one, Band) for name in one.rows}
    found = tuple(Band((row, row), EMPTY, finding=True) for row in rows if row not in banded)
    return replace(block, annotations=(*block.annotations, *found)) if found else block


def _with_computed(block: ChartBlock, chart_type: ChartType, plot: Plot, room: Room) -> Plot:
    """The plot with its levels and totals, and with the room for the names of levels."""
    totals = [one for one in block.annotations if isinstance(one, Totals) and "totals" in chart_type.takes]
    for one in totals[:1]:
        plot = with_totals(plot, one, block.data)
    lying = chart_type.settle(plot, room).lying if chart_type.settle else False
    levels = tuple(one for one in block.annotations if isinstance(one, LevelLine))
    for gap in (one for one in block.annotations if isinstance(one, AxisBreak)):
        plot = with_break(plot, gap.low, gap.high)
    plot = with_levels(replace(plot, lying=lying), levels, block.data)
    return replace(plot, aside=aside(plot, room))


def _grounds(remarks: Sequence[Remark], plot: Plot) -> dict[int, Color]:
    """The colours of the bands behind categories, by their numbers."""
    bands = (sorted(map(plot.categories.index, one.rows)) for one in remarks if isinstance(one, Band))
    return {at: BAND for first, last in bands for at in range(first, last + 1)}


def _seen(chart_type: ChartType, plot: Plot, room: Room) -> Seen:
    marks = chart_type.marks(plot, room) if chart_type.marks else ()
    return Seen(plot, room, (*marks, *total_marks(plot, room, marks)), level_marks(plot, room))


def _drawn(block: ChartBlock, remarks: tuple[Remark, ...], seen: Seen, box: Box, setting: Setting) -> Annotated:
    laid, depth = lanes(remarks, seen, setting)
    said = tuple(one.text_box(seen) for one in laid if one.text)
    canvas = Canvas(box, seen, (*seen.labels, *said))
    children = (*canvas.levels(), *break_signs(canvas), *canvas.over(laid))
    alt = "; ".join(_told(block, seen.plot))
    over = (GroupItem(f"{block.name} annotations", bounds(children), children, alt),) if children else ()
    misfits = tuple(_crowded(block, laid, depth, seen))
    plot = replace(seen.plot, filled=tuple(map(seen.room.share, seen.filled)))
    return Annotated(plot, tuple(canvas.behind(laid)), over, misfits, tuple(_touching(laid, seen)))


def _told(block: ChartBlock, plot: Plot) -> Iterator[str]:
    """What the shapes over the chart say, for who hears a page."""
    for one in block.annotations:
        if isinstance(one, LevelLine) and not plot.has_level_series:
            yield f"{one.name}: {one.level.shown}"
        elif isinstance(one, AxisBreak):
            yield one.text.plain
        elif isinstance(one, Remark) and one.text:
            yield f"{_named(one)}: {one.text.plain}"


def _named(one: Remark) -> str:
    return one.row if isinstance(one, Callout) else " – ".join((one.rows[0], one.rows[-1]))


def _lost(remarks: Sequence[Remark], plot: Plot) -> Iterator[Misfit]:
    """Remarks on rows that the chart adds up with others, and brackets over rows that stand apart in it."""
    named = [row for row in plot.categories if row != NAMELESS]
    for one in remarks:
        rows = (one.row,) if isinstance(one, Callout) else one.rows
        gone = next((row for row in rows if row not in named), "")
        if gone:
            said = f"the row '{gone}' is added up with others, and nothing can point at it"
            hint = "put `emphasis: true` on the row, which keeps it"
            yield Misfit("chart", said, one.span, "annotation-lost", hint)
            continue
        places = sorted(map(named.index, rows))
        if isinstance(one, Bracket) and places != list(range(places[0], places[-1] + 1)):
            said = "the rows of a bracket do not stand beside each other in the chart"
            hint = "name rows that follow each other, or keep their order with `ordered: true`"
            yield Misfit("chart", said, one.span, "annotation-lost", hint)


def _crowded(block: ChartBlock, laid: Sequence[Laid], depth: float, seen: Seen) -> Iterator[Misfit]:
    """Annotations that take more of the chart than it can give."""
    room, plot = seen.room, seen.plot
    for one in laid:
        if one.text and one.text.too_wide:
            said = f"the word '{one.text.too_wide}' has no room over the chart"
            yield Misfit("chart", said, one.remark.span, "annotation-no-room", "use a shorter word")
            return
    levels = [one for one in block.annotations if isinstance(one, LevelLine)]
    if depth > MOST_OVER * (room.width if plot.lying else room.height):
        said = "its annotations take more room than the chart itself"
        yield Misfit("chart", said, laid[-1].remark.span, "annotation-no-room", _FEWER)
    elif plot.aside > MOST_ASIDE * (room.height if plot.lying else room.width):
        widest = max(range(len(levels)), key=lambda at: len(seen.levels[at].text))
        said = f"'{seen.levels[widest].text}' has no room beside the chart"
        yield Misfit("chart", said, levels[widest].span, "annotation-no-room", "shorten its text")


def _touching(laid: Sequence[Laid], seen: Seen) -> Iterator[Misfit]:
    """What is said over the chart and stands over something else, or out of the chart."""
    whole = Rect(0, 0, seen.room.width, seen.room.height)
    said = [(one, one.text_box(seen)) for one in laid if one.text]
    for one, own in said:
        others = (*seen.labels, *(box for other, box in said if other is not one))
        if not whole.holds(own) or any(own.touches(other) for other in others):
            text = f"'{one.remark.text.plain}' has no room over the chart"
            yield Misfit("chart", text, one.remark.span, "annotation-no-room", _FEWER)
            return
