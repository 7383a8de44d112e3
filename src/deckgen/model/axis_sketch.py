"""Axes of numbers that are seen: the room that their ticks and titles take, and what they look like.

In: a plot with two axes, across and up, and the names of the series that they are for. Out: the plot with its inner
box and the places of the titles: one over the axis that goes up, from the left edge of the chart on, and one under
the end of the axis across, so that both are read without turning the head; and the axes as shapes and texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_axis import Axis
from deckgen.model.chart_geometry import AXIS_GAP, Room, legend_height
from deckgen.model.chart_sketch import AXIS_LABELS, AXIS_WIDTH, ChartShape, ChartText, rule
from deckgen.model.lazy_dataclasses import replace

TICK_INK: Final = "muted"
"""Of the numbers along an axis."""

_TITLE_GAP: Final = 4.0
"""Between a title of an axis and the numbers beside it, in points."""

_TICK_ROOM: Final = 1.2
"""How much more room than it takes a number of the axis across has; where it has not, there are fewer."""

_TITLE_UNDER: Final = 8.0
"""Under the title of the axis across, in points: its padding, which is to stand in the chart too."""


def axes_around(plot: Plot, room: Room) -> Plot:
    """The plot with its inner box between the numbers and titles of its axes, and with these in their places.

    A legend above stands over all of it, unless it has been placed.
    """
    across, up = plot.axes
    line = room.ruler.line(plot.type_size)
    left = widest(up, plot, room) + AXIS_GAP
    across = thinned(across, plot, room, room.width - left - plot.aside)
    right = max(widest(across, plot, room) / 2, plot.aside)
    over = plot.over + (0.0 if plot.legend and plot.legend.box else legend_height(plot, room))
    top, under = over + line * 1.5 + _TITLE_GAP, AXIS_GAP + line * 2 + _TITLE_GAP + _TITLE_UNDER
    inner = Rect(left, top, max(room.width - left - right, 1.0), max(room.height - top - under, 1.0))
    begin = max(inner.right - room.ruler.width(plot.series[0].name, plot.type_size), 0.0)
    titled = replace(across, title=(begin / room.width, (room.height - line - _TITLE_UNDER) / room.height))
    return replace(plot, inner=room.share(inner), axes=(titled, replace(up, title=(0.0, over / room.height))))


def thinned(axis: Axis, plot: Plot, room: Room, width: float) -> Axis:
    """An axis across with as many ticks as their numbers have room for."""
    while widest(axis, plot, room) * _TICK_ROOM > width / len(axis.ticks):
        axis = axis.coarser()
    return axis


def widest(axis: Axis, plot: Plot, room: Room) -> float:
    """What the widest number of an axis takes."""
    return max(room.ruler.width(axis.text(tick), plot.type_size) for tick in axis.ticks)


def plane(plot: Plot, room: Room) -> Rect:
    """Where the names of points may stand: between the axes, over the last tick by half a line, and to the edge."""
    inner, half = room.inner(plot), room.ruler.line(plot.type_size) / 2
    return Rect(inner.left, inner.top - half, room.width - plot.aside - inner.left, inner.height + half)


def axis_lines(plot: Plot, room: Room) -> tuple[Rect, Rect]:
    """The lines of both axes: each at the zero of the other where that has one, else at its beginning."""
    inner, (across, up), half = room.inner(plot), plot.axes, AXIS_WIDTH / 2
    x = inner.left + (across.share(0) if across.has_zero else 0.0) * inner.width
    y = inner.bottom - (up.share(0) if up.has_zero else 0.0) * inner.height
    return Rect(inner.left, y - half, inner.width, AXIS_WIDTH), Rect(x - half, inner.top, AXIS_WIDTH, inner.height)


def drawn_axes(plot: Plot, room: Room) -> Iterator[ChartShape]:
    """Both axes, their numbers and their titles."""
    level, upright = axis_lines(plot, room)
    yield rule((level.left, level.middle[1]), (level.right, level.middle[1]))
    yield rule((upright.middle[0], upright.top), (upright.middle[0], upright.bottom))
    inner, line = room.inner(plot), room.ruler.line(plot.type_size)
    yield from numbers_below(plot.axes[0], plot, inner)
    yield from numbers_beside(plot.axes[1], inner, line)
    for at, axis in enumerate(plot.axes):
        if axis.title:
            left, top = axis.title[0] * room.width, axis.title[1] * room.height
            yield ChartText(plot.series[at].name, Rect(left, top, room.width, line), align="left")


def numbers_below(axis: Axis, plot: Plot, inner: Rect) -> Iterator[ChartText]:
    """The numbers of an axis across."""
    for tick in axis.ticks:
        x = inner.left + axis.share(tick) * inner.width
        box = Rect(x - inner.width / 2, inner.bottom + AXIS_LABELS, inner.width, plot.type_size)
        yield ChartText(axis.text(tick), box, TICK_INK, anchor="top")


def numbers_beside(axis: Axis, inner: Rect, line: float) -> Iterator[ChartText]:
    """The numbers of an axis that goes up."""
    for tick in axis.ticks:
        y = inner.bottom - axis.share(tick) * inner.height
        box = Rect(0, y - line / 2, inner.left - AXIS_LABELS, line)
        yield ChartText(axis.text(tick), box, TICK_INK, align="right")
