"""Two values of each row back to back around one middle: where one side weighs more, and where the other does.

In: two series, one of which may be the finding. Out: a bar to the left and one to the right for each row, measured
alike, and the names of the series on both sides of the middle. Rows stand in the order of the finding, else of their
sum. The values stand in their bars, or all of them beside the bars where one of these is too short for its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, LabelPlace, Legend, Plot, Series
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import Category, ChartData
from deckgen.model.chart_geometry import (
    HEAD_ROOM,
    LABEL_GAP,
    Room,
    label_size,
    legend_columns,
    legend_rows,
    placed_legend,
)
from deckgen.model.chart_tones import tone
from deckgen.model.chart_type import REMARKS, ChartOption, Shows
from deckgen.model.lazy_dataclasses import replace

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"top"}
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: Havnene tilbyder mest af det, som virksomhederne bruger mindst
chart: butterfly
counted: Andel i procent af 12 havne og af 240 virksomheder i en opdigtet undersøgelse
series:
  - Havne, som tilbyder det
  - {text: "Virksomheder, som bruger det", emphasis: true}
data:
  - label: Kran
    value: [92, 38]
  - label: Landstrøm
    value: [67, 12]
  - label: Nattevagt
    value: [58, 44]
  - label: Fælles lager
    value: [17, 61]
annotate:
  - {callout: Nattevagt, text: Næsten lige mange}
"""

LEFT, RIGHT = 1, 2
"""The series that are seen. The first keeps room before them."""

MOST_BESIDE = 0.4
"""Of the width between the names and the edge, for the values beside the bars."""

BARS: Final = Bars(lying=True, stacked=True, labels="ctr")
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
marks, draw = BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    rows = data.several("a butterfly chart", 2, 2).sorted_rows()
    for row in rows:
        if any(value is not None and value < 0 for value in row.values):
            raise ValueError(f"the bars of a butterfly chart begin at zero; `{row.label}` has a value below it")
    sides = (replace(side, label_color=tone(side.color).label) for side in data.side_by_side(rows))
    return Plot(tuple(row.label for row in rows), (_spacer(rows), *sides), Legend("top", (NAMELESS, *data.series)))


def _spacer(rows: tuple[Category, ...]) -> Series:
    """What keeps room, so that all bars to the left end at one middle."""
    reach = [row.values[0] or Decimal() for row in rows]
    values = tuple(max(reach) - own for own in reach)
    return Series(
        NAMELESS, values, "background", helper=True, formulas=(f"MAX({{{LEFT}:all}})-{{{LEFT}}}",) * len(rows)
    )


def settle(plot: Plot, room: Room) -> Plot:
    """The plot with its values in the bars or beside them, and its legend around the middle."""
    settled = BARS.settle(plot, room)
    if any(place.dropped for series in settled.series for place in series.places):
        settled = _beside(settled, room)
    return _around_the_middle(settled, room)


def _beside(plot: Plot, room: Room) -> Plot:
    """The plot with room for the values at both ends of its bars, and the values there."""
    inner, points = room.inner(plot), range(len(plot.categories))
    left, right = (
        max(label_size(plot, side, point, room)[0] for point in points) + 2 * LABEL_GAP for side in (LEFT, RIGHT)
    )
    right = max(right, HEAD_ROOM * inner.width)
    bars = max(inner.width - left - right, inner.width * (1 - MOST_BESIDE))
    reach = sum(max(float(value or 0) for value in plot.series[side].values) for side in (LEFT, RIGHT)) or 1.0
    end = reach * inner.width / bars
    spacer = _widened(plot.series[0], Decimal(f"{reach * left / bars:.4g}"))
    plot = replace(plot, series=(spacer, *plot.series[1:]), scale=(0.0, end), unit=end)
    return replace(plot, series=(spacer, *(_moved(plot, side, room) for side in (LEFT, RIGHT))))


def _widened(spacer: Series, by: Decimal) -> Series:
    values = tuple((value or Decimal()) + by for value in spacer.values)
    return replace(spacer, values=values, formulas=tuple(f"{formula}+{by:f}" for formula in spacer.formulas))


def _moved(plot: Plot, side: int, room: Room) -> Series:
    """A series with its values moved from the middles of its bars to outside of them."""
    series, inner, (_, end) = plot.series[side], room.inner(plot), plot.scale or (0.0, 1.0)
    away = -1 if side == LEFT else 1
    places = []
    for point, value in enumerate(series.values):
        bar, wide = float(value or 0) / end * inner.width, label_size(plot, side, point, room)[0]
        places.append(LabelPlace(moved=(away * (bar / 2 + LABEL_GAP + wide / 2) / room.width, 0.0)))
    return replace(series, places=tuple(places), label_color="foreground")


def _around_the_middle(plot: Plot, room: Room) -> Plot:
    """The plot with the names of its series in the legend at the left and at the right of the middle."""
    placed = placed_legend(plot, room)
    legend, inner, end = placed.legend, room.inner(plot), (plot.scale or (0.0, 1.0))[1]
    if legend is None or legend.box is None or len(legend_rows(legend, plot, room)) > 1:
        return placed
    before = float((plot.series[0].values[0] or 0) + (plot.series[LEFT].values[0] or 0))
    middle, width = inner.left + before / end * inner.width, legend.box.width * room.width
    columns = legend_columns([list(legend.names)], plot, room)
    left = middle - sum(columns[:-1]) - (width - sum(columns)) / 2
    box = replace(legend.box, left=min(max(left, 0.0), room.width - width) / room.width)
    return replace(placed, legend=replace(legend, box=box))
