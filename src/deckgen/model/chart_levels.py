"""What a chart computes from its own series and draws over them: lines at one level, and totals over stacks.

In: a plot whose chart type has settled it, and what is to be drawn. Out: the series of it, by whose formulas the
workbook computes them again, the places of their labels, and what they look like.

The name of a level stands behind the last category, or over the first of bars that lie. Names that are close move
apart, and a label of the chart that a level would go through stands on a field of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.annotation import LevelLine, Totals
from deckgen.model.chart import LabelPlace, Plot, Rect, Series
from deckgen.model.chart_axis import axis_of
from deckgen.model.chart_data import Category, ChartData, Label, labels
from deckgen.model.chart_geometry import LABEL_GAP, ChartMark, Room, centred, legend_beside, legend_height, spread
from deckgen.model.chart_sketch import ChartPath, ChartShape, ChartText, value_labels
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

LEVEL: Final[Color] = "foreground"
LEVEL_WIDTH: Final = 1.25
"""Of a line across a chart, in points."""
NAME_GAP: Final = 8.0
"""Between the end of a level and its name."""
_BESIDE: Final = 2.0
"""Between a point without a marker and the label that programs put beside it."""
_AVERAGE: Final = "AVERAGE({{{0}:all}})"
_MEDIAN: Final = "MEDIAN({{{0}:all}})"
_ABOVE: Final = "{{{0}:above}}"

Segment = tuple[tuple[float, float], tuple[float, float]]


def with_totals(plot: Plot, totals: Totals, data: ChartData) -> Plot:
    """The plot with the totals of its stacks; a row of which a part is not known has none. Else ValueError."""
    known = {row.label: row for row in data.categories}
    rows = tuple(_total(known[name]) for name in plot.categories)
    parts = range(len(plot.series))
    formula = "+".join(f"{{{at}}}" for at in parts)
    values = tuple(row.values[0] for row in rows)
    formulas = tuple(formula if value is not None else "" for value in values)
    made = Series(totals.name, values, LEVEL, labels=labels(rows, 0), formulas=formulas)
    return replace(plot, totals=made)


def whole(data: ChartData) -> str:
    """What all rows of one series come to, with the most decimals of them; ValueError where they have no sum."""
    values = tuple(row.values[0] for row in data.categories)
    forms = [row.shown[0].number_format for row in data.categories]
    most = max((form.decimals for form in forms if form), default=0)
    shown = tuple(Label("", form and replace(form, decimals=most)) for form in forms)
    return _total(Category(data.series[0] or data.categories[0].label, values, shown)).shown[0].text


def _total(row: Category) -> Category:
    known = [value for value in row.values if value is not None]
    if len(known) < len(row.values):
        return replace(row, values=(None,), shown=(Label(""),))
    forms = {one.number_format for one in row.shown}
    form = forms.pop()
    if forms or form is None:
        raise ValueError(f"the parts of `{row.label}` are printed in words, or in several ways: they have no total")
    total = sum(known, Decimal())
    return replace(row, values=(total,), shown=(Label(form.text(total), form),))


def with_levels(plot: Plot, lines: Sequence[LevelLine], data: ChartData) -> Plot:
    """The plot with its lines across. Of rows that are added up, the workbook cannot know what they were."""
    every = len(plot.categories) == len(data.categories)
    for line in lines:
        if plot.own_scale and line.series and line.series == plot.series[-1].called:
            raise ValueError(f"`{line.series}` is measured by itself, and lines across the chart are of the columns")
    made = (
        _level(line, at, plot, _computed_from(line, plot, len(lines)) if every else None)
        for at, line in enumerate(lines)
    )
    return replace(plot, levels=tuple(made))


def _level(line: LevelLine, at: int, plot: Plot, of: int | None) -> Series:
    level, places = line.level, len(plot.categories)
    row = Category(line.name, (level.amount,), (Label(level.shown, level.number_format),))
    said = labels((row,) * places, 0)
    texts = ("",) * (places - 1) + said.texts[-1:]
    first = {"average": _AVERAGE, "median": _MEDIAN}.get(level.statistic, "")
    follows = _ABOVE.format(len(plot.series) + at)
    formulas = (first.format(of) if first and of is not None else "", *(follows,) * (places - 1))
    return Series(
        line.name,
        (level.amount,) * places,
        LEVEL,
        labels=replace(said, texts=texts),
        formulas=formulas,
        named=(places - 1,),
    )


def _computed_from(line: LevelLine, plot: Plot, count: int) -> int | None:
    """The column of the workbook that a statistic is of: a series, or the totals behind so many levels."""
    names = [series.called or series.name for series in plot.series]
    if line.series or len(names) == 1:
        return names.index(line.series) if line.series else 0
    return len(names) + count if plot.totals else None


def aside(plot: Plot, room: Room) -> float:
    """What the names of levels take behind the last category, or over the first."""
    if not plot.levels:
        return 0.0
    if plot.lying:
        return room.ruler.line(plot.type_size) + NAME_GAP
    return max(_name_size(plot, one, room)[0] for one in plot.levels) + 2 * NAME_GAP


def _name_size(plot: Plot, level: Series, room: Room) -> tuple[float, float]:
    text = level.label(len(level.values) - 1)
    return room.ruler.width(text, plot.type_size), room.ruler.line(plot.type_size)


def place_of(plot: Plot, room: Room, value: Decimal | float) -> float:
    """How far across or down the chart a value stands."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    share = (float(value) - low) / (high - low)
    return inner.left + share * inner.width if plot.lying else inner.bottom - share * inner.height


def placed_levels(plot: Plot, room: Room, marks: Sequence[ChartMark], grounds: Mapping[int, Color]) -> Plot:
    """The plot with the names of its levels in their places, and with labels that levels would cross on fields.

    `marks` are those of all columns that have labels; `grounds` the colours of what lies behind categories.
    """
    if not plot.has_level_series or not plot.levels:
        return plot
    labelled = ((mark, mark.label) for mark in marks if mark.label)
    found = {
        (mark.series, mark.point): _field(plot, mark, label, grounds)
        for mark, label in labelled
        if any(label.top < place_of(plot, room, _value(one)) < label.bottom for one in plot.levels)
    }
    levels = tuple(
        replace(level, places=_places(plot, level, mark, room))
        for level, mark in zip(plot.levels, level_marks(plot, room), strict=True)
    )
    series = tuple(_on_fields(one, at, found) for at, one in enumerate(plot.series))
    totals = _on_fields(plot.totals, len(plot.columns) - 1, found) if plot.totals else None
    return replace(plot, series=series, levels=levels, totals=totals)


def _on_fields(series: Series, index: int, fields: Mapping[tuple[int, int], Color]) -> Series:
    if not any(at == index for at, _ in fields):
        return series
    points = range(len(series.values))
    return replace(series, places=tuple(replace(series.place(at), behind=fields.get((index, at))) for at in points))


def _field(plot: Plot, mark: ChartMark, label: Rect, grounds: Mapping[int, Color]) -> Color:
    """What a label stands on: its mark, or what lies behind it."""
    series = plot.columns[mark.series]
    if not mark.box.holds(label):
        return grounds.get(mark.point, "background")
    return series.point_colors[mark.point] if series.point_colors else series.color


def _places(plot: Plot, level: Series, mark: ChartMark, room: Room) -> tuple[LabelPlace, ...]:
    """No label but the last, which is moved from where programs put it to where it stands."""
    last, inner = len(level.values) - 1, room.inner(plot)
    left = inner.left + plot.across(last) * inner.width + _BESIDE
    x, y = (mark.label.left, mark.label.middle[1]) if mark.label else (left, mark.box.middle[1])
    moved = ((x - left) / room.width, (y - mark.box.middle[1]) / room.height)
    return (*(LabelPlace(dropped=True),) * last, LabelPlace(moved=moved))


def reaching_levels(plot: Plot, values: Sequence[Decimal | None]) -> Plot:
    """The plot with its last axis over these values and to the lines across."""
    if not plot.levels:
        return plot
    *others, axis = plot.axes
    levels = (_value(level) for level in plot.levels)
    return replace(plot, axes=(*others, axis_of((*values, *levels), (axis.format,))))


def level_values(plot: Plot) -> tuple[float, ...]:
    """The values that lines go across the chart at, which its axis reaches."""
    return tuple(float(_value(level)) for level in plot.levels)


def _value(level: Series) -> Decimal:
    return level.values[0] or Decimal()


def level_marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each level as a mark, its line as a box of no thickness, with its name; numbered behind the series."""
    inner, half = room.inner(plot), LEVEL_WIDTH / 2
    order = sorted(range(len(plot.levels)), key=lambda at: place_of(plot, room, _value(plot.levels[at])))
    places = [place_of(plot, room, _value(plot.levels[at])) for at in order]
    sizes = [_name_size(plot, plot.levels[at], room) for at in order]
    made = {}
    if plot.lying:
        top = legend_height(plot, room)
        wide = [size[0] + NAME_GAP for size in sizes]
        for at, x, middle, size in zip(order, places, spread(places, wide, (0, room.width)), sizes, strict=True):
            label = centred((middle, top + size[1] / 2), size)
            made[at] = _mark(
                plot, at, Rect(x - half, top + size[1], LEVEL_WIDTH, inner.bottom - top - size[1]), label
            )
    else:
        left = room.width - legend_beside(plot, room) - plot.aside + NAME_GAP
        high = [size[1] for size in sizes]
        ends = (inner.top - high[0] / 2 if high else 0, inner.bottom + (high[-1] / 2 if high else 0))
        for at, y, middle, size in zip(order, places, spread(places, high, ends), sizes, strict=True):
            label = Rect(left, middle - size[1] / 2, *size)
            made[at] = _mark(plot, at, Rect(inner.left, y - half, inner.width, LEVEL_WIDTH), label)
    return tuple(made[at] for at in range(len(plot.levels)))


def _mark(plot: Plot, at: int, box: Rect, label: Rect) -> ChartMark:
    level = plot.levels[at]
    return ChartMark(len(plot.series) + at, len(level.values) - 1, box, level.label(len(level.values) - 1), label)


def total_marks(plot: Plot, room: Room, marks: Sequence[ChartMark]) -> tuple[ChartMark, ...]:
    """The totals over stacks, each with the box of its stack."""
    if plot.totals is None:
        return ()
    made = []
    for point, value in enumerate(plot.totals.values):
        boxes = [mark.box for mark in marks if mark.point == point]
        if value is None or not boxes:
            continue
        left, right = min(box.left for box in boxes), max(box.right for box in boxes)
        top = place_of(plot, room, value)
        text = plot.totals.labels.text(point)
        size = room.ruler.width(text, plot.type_size), room.ruler.line(plot.type_size)
        stack = Rect(left, top, right - left, max(box.bottom for box in boxes) - top)
        label = centred((stack.middle[0], top - LABEL_GAP - size[1] / 2), size)
        made.append(ChartMark(len(plot.columns) - 1, point, stack, text, label))
    return tuple(made)


def unbroken(mark: ChartMark, labels: Sequence[Rect], lying: bool) -> Iterator[Segment]:
    """The line of a level in the pieces that go through no label."""
    x, y = mark.box.middle
    start, end = ((x, mark.box.top), (x, mark.box.bottom)) if lying else ((mark.box.left, y), (mark.box.right, y))
    yield from around(start, end, labels)


def around(
    start: tuple[float, float], end: tuple[float, float], boxes: Sequence[Rect], gap: float = LABEL_GAP / 2
) -> Iterator[Segment]:
    """A straight line along an axis, in the pieces that stand in none of the boxes; it goes the way it went."""
    down = start[0] == end[0]
    low, high = sorted((start[1], end[1]) if down else (start[0], end[0]))
    hit = sorted(
        (box.top - gap, box.bottom + gap) if down else (box.left - gap, box.right + gap)
        for box in boxes
        if (box.left < start[0] < box.right if down else box.top < start[1] < box.bottom)
    )
    pieces, at = [], low
    for first, last in hit:
        if at < first < high:
            pieces.append((at, first))
        at = max(at, min(last, high)) if first < high else at
    if at < high:
        pieces.append((at, high))
    turned = (start[1] > end[1]) if down else (start[0] > end[0])
    for one, other in (piece[::-1] for piece in reversed(pieces)) if turned else pieces:
        if abs(other - one) > gap:
            yield ((start[0], one), (start[0], other)) if down else ((one, start[1]), (other, start[1]))


def drawn(plot: Plot, room: Room, marks: Sequence[ChartMark]) -> Iterator[ChartShape]:
    """Levels, their names, and totals, as a file draws them; of bars that lie, levels are shapes over the chart."""
    totals = total_marks(plot, room, marks)
    said = [mark.label for mark in (*marks, *totals) if mark.label]
    for mark in level_marks(plot, room) if plot.has_level_series else ():
        for segment in unbroken(mark, said, plot.lying):
            yield ChartPath((("M", segment[0]), ("L", segment[1])), line=LEVEL, width=LEVEL_WIDTH, dashed=True)
        if mark.label:
            yield ChartText(mark.text, mark.label, LEVEL, align="left")
    if plot.totals:
        yield from value_labels(replace(plot, series=plot.columns), totals)
