"""A ring of two to five parts that make a whole.

In: one series. Out: a ring in the data palette, the finding in the accent, the parts named beside it. A label stands
in its part of the ring where that holds it, else outside of the ring beside its part. Outside, two labels that would
touch move apart along the ring, each by some degrees at most.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import Final

from deckgen.model.chart import AS_THE_SERIES, LabelPlace, Legend, Plot, Rect, Series
from deckgen.model.chart_data import ChartData, labels
from deckgen.model.chart_geometry import (
    LABEL_GAP,
    ChartMark,
    Room,
    centred,
    label_size,
    legend_beside,
    legend_height,
)
from deckgen.model.chart_sketch import ChartPath, ChartShape, arc, legend, value_labels
from deckgen.model.chart_tones import FINDING, PALETTE, QUIET
from deckgen.model.chart_type import ChartOption, ChartXml, Shows
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.outline import Commands
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "parts of a whole"
TAKES: Final[frozenset[ChartOption]] = frozenset(("totals",))

EXAMPLE = """\
title: Hver anden krone kommer fra projekter
chart: doughnut
counted: Indtægter i mio. kr. i en opdigtet klynge
data:
  - label: Projekter
    value: 12
    emphasis: true
  - label: Kontingenter
    value: 7
  - label: Tilskud
    value: 5
annotate:
  - totals: true
"""

HOLE = 50
"""Of the ring, in per cent of its diameter. LibreOffice draws every hole so: labels stand alike in all programs."""

SLICE_GAP = 1.5
"""The line of the ground between parts, in points."""

IN_THE_RING = 3.0
"""Between a label and the edges of its part, in points."""

MOST_MOVED, _STEP = 20, math.radians(1)
"""How many degrees a label outside is moved at most to keep clear of another one."""

AROUND = 8.0
"""Between the ring and what stands beside the chart, in points."""

SMALLEST, _SHORTER = 40.0, 2.0
"""A ring's radius at the least, and by how much it is made shorter at a time, in points."""


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a doughnut").sorted_rows()
    if not 2 <= len(rows) <= 5:
        raise ValueError(f"a doughnut wants 2 to 5 parts; here are {len(rows)}: use a bar chart")
    if any(value is None or value < 0 for row in rows for value in row.values):
        raise ValueError("the parts of a doughnut cannot be missing or negative")
    if not any(value for row in rows for value in row.values):
        raise ValueError("the parts of a doughnut are all nothing: there is no whole to show")
    marked = any(row.emphasis for row in rows)
    rest = iter(QUIET if marked else PALETTE)
    tones = [FINDING if row.emphasis else next(rest) for row in rows]
    series = Series(
        data.series[0],
        tuple(row.values[0] for row in rows),
        "primary",
        tuple(tone.fill for tone in tones),
        label_colors=tuple(tone.label for tone in tones),
        labels=labels(rows, 0, hide_zero=True),
    )
    names = tuple(row.label for row in rows)
    return Plot(names, (series,), Legend("right", names))


def write(plot: Plot, xml: ChartXml) -> str:
    """PowerPoint calls a file broken where the labels of a ring name a position."""
    ring = xml.series(
        0,
        _look(plot.series[0].color, xml),
        xml.points(0, lambda color: '<c:bubble3D val="0"/>' + _look(color, xml), every=True),
        xml.labels(0, None),
        xml.categories(),
        xml.values(0),
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{ring}<c:firstSliceAng val="0"/><c:holeSize val="{HOLE}"/>'
        "</c:doughnutChart>"
    )


def _look(color: Color, xml: ChartXml) -> str:
    return f"<c:spPr>{xml.fill(color)}{xml.line('background', SLICE_GAP)}</c:spPr>"


def settle(plot: Plot, room: Room) -> Plot:
    """The plot with the largest ring that leaves room for the labels outside of it, and those labels moved there."""
    area = _area(plot, room)
    ring = _Ring(*area.middle, min(area.width, area.height) / 2 - AROUND)
    stands = _outside(plot, room, ring)
    while ring.radius > SMALLEST and not all(area.holds(label) for label in stands.values()):
        ring = replace(ring, radius=ring.radius - _SHORTER)
        stands = _outside(plot, room, ring)
    return replace(plot, inner=room.share(ring.box), series=(_placed(plot, room, ring, stands),))


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each part of the ring, with the box around the whole ring, and its label."""
    ring, series = _Ring.of(room.inner(plot)), plot.series[0]
    found = []
    for point in range(len(series.values)):
        text = series.label(point)
        label = _inside(plot, room, ring, point) if text else None
        moved = series.place(point).moved
        if label and moved:
            label = replace(label, left=label.left + moved[0] * room.width, top=label.top + moved[1] * room.height)
        found.append(ChartMark(0, point, ring.box, text, label))
    return tuple(found)


def hole(plot: Plot, room: Room) -> Rect:
    """The square in the hole of the ring, where a total stands."""
    ring = _Ring.of(room.inner(plot))
    side = (ring.hole - IN_THE_RING) * math.sqrt(2)
    return centred((ring.x, ring.y), (side, side))


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """The parts of the ring, their labels and the legend."""
    ring, colors = _Ring.of(room.inner(plot)), plot.series[0].point_colors
    parts = (point for point, value in enumerate(plot.series[0].values) if value)
    return (
        *(ChartPath(ring.part(*_span(plot, point)), colors[point], "background", SLICE_GAP) for point in parts),
        *value_labels(plot, marks(plot, room)),
        *legend(plot, room, colors),
    )


@dataclass(frozen=True, slots=True)
class _Ring:
    """A ring by its middle and its outer radius, in points; angles go clockwise from the top."""

    x: float
    y: float
    radius: float

    @staticmethod
    def of(box: Rect) -> _Ring:
        return _Ring(*box.middle, min(box.width, box.height) / 2)

    @property
    def hole(self) -> float:
        return self.radius * HOLE / 100

    @property
    def box(self) -> Rect:
        return Rect(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)

    def at(self, angle: float, distance: float) -> tuple[float, float]:
        return self.x + distance * math.sin(angle), self.y - distance * math.cos(angle)

    def part(self, start: float, end: float) -> Commands:
        """The outline of a part of the ring between two angles."""
        middle = (self.x, self.y)
        return (
            ("M", self.at(start, self.radius)),
            *arc(middle, self.radius, self.radius, start, end),
            ("L", self.at(end, self.hole)),
            *arc(middle, self.hole, self.hole, end, start),
            ("Z", ()),
        )

    def polar(self, x: float, y: float) -> tuple[float, float]:
        """Angle and distance of a place."""
        return math.atan2(x - self.x, self.y - y) % math.tau, math.hypot(x - self.x, y - self.y)


def _area(plot: Plot, room: Room) -> Rect:
    """What the legend leaves of the chart."""
    top = legend_height(plot, room)
    return Rect(0, top, max(room.width - legend_beside(plot, room), 1.0), max(room.height - top, 1.0))


def _span(plot: Plot, point: int) -> tuple[float, float]:
    """Where a part begins and ends."""
    values = [float(value or 0) for value in plot.series[0].values]
    whole = sum(values)
    return math.tau * sum(values[:point]) / whole, math.tau * sum(values[: point + 1]) / whole


def _middle(plot: Plot, point: int) -> float:
    return sum(_span(plot, point)) / 2


def _inside(plot: Plot, room: Room, ring: _Ring, point: int) -> Rect:
    """A label where every program puts it: in the middle of its part."""
    middle = ring.at(_middle(plot, point), (ring.hole + ring.radius) / 2)
    return centred(middle, label_size(plot, 0, point, room))


def _is_held(plot: Plot, room: Room, ring: _Ring, point: int) -> bool:
    """Whether a label stands wholly in its part of the ring."""
    label = _inside(plot, room, ring, point)
    start, end = _span(plot, point)
    corners = [ring.polar(x, y) for x in (label.left, label.right) for y in (label.top, label.bottom)]
    across = max(label.left - ring.x, ring.x - label.right, 0.0), max(label.top - ring.y, ring.y - label.bottom, 0.0)
    if math.hypot(*across) < ring.hole + IN_THE_RING or max(far for _, far in corners) > ring.radius - IN_THE_RING:
        return False
    slack = IN_THE_RING / ring.hole
    return all(slack <= (angle - start) % math.tau <= end - start - slack for angle, _ in corners)


def _placed(plot: Plot, room: Room, ring: _Ring, stands: dict[int, Rect]) -> Series:
    """The series with those labels where they stand, in the colour of text on the ground."""
    series = plot.series[0]
    places = [AS_THE_SERIES] * len(series.values)
    colors = list(series.label_colors) or [series.label_color] * len(series.values)
    for point, now in stands.items():
        was = _inside(plot, room, ring, point)
        places[point] = LabelPlace(moved=((now.left - was.left) / room.width, (now.top - was.top) / room.height))
        colors[point] = "foreground"
    return replace(series, places=tuple(places), label_colors=tuple(colors))


def _outside(plot: Plot, room: Room, ring: _Ring) -> dict[int, Rect]:
    """Where the labels stand that their parts do not hold, moved apart along the ring where they would touch."""
    series = plot.series[0]
    parts = (point for point in range(len(series.values)) if series.label(point))
    angles = {point: _middle(plot, point) for point in parts if not _is_held(plot, room, ring, point)}
    for _ in range(MOST_MOVED):
        stands = _besides(plot, room, ring, angles)
        pairs = [pair for pair in combinations(angles, 2) if stands[pair[0]].touches(stands[pair[1]])]
        for before, after in pairs:
            step = -_STEP if (angles[after] - angles[before]) % math.tau > math.pi else _STEP
            angles[before] -= step
            angles[after] += step
        if not pairs:
            break
    return _besides(plot, room, ring, angles)


def _besides(plot: Plot, room: Room, ring: _Ring, angles: dict[int, float]) -> dict[int, Rect]:
    return {point: _beside(ring, angle, label_size(plot, 0, point, room)) for point, angle in angles.items()}


def _beside(ring: _Ring, angle: float, size: tuple[float, float]) -> Rect:
    """A label outside of the ring in the direction of an angle, as near as it may stand."""
    reach = abs(math.sin(angle)) * size[0] / 2 + abs(math.cos(angle)) * size[1] / 2
    return centred(ring.at(angle, ring.radius + LABEL_GAP + reach), size)
