"""Panels that share one scale: each is settled so that all of them are alike.

In: what settles a chart, and a plot with those beside it. Out: the plot in its place.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.model.chart import Plot
from deckgen.model.chart_geometry import Room
from deckgen.model.lazy_dataclasses import replace


def settled(settle: Callable[[Plot, Room], Plot], plot: Plot, room: Room) -> Plot:
    """The plot in its place; that of panels in the type in which each of them has room."""
    every = plot.together
    if len(every) > 1:
        turned = (replace(one, beside=(*every[:at], *every[at + 1 :])) for at, one in enumerate(every))
        room = replace(room, sizes=(min(settle(one, room).type_size for one in turned),))
    return replace(settle(plot, room), beside=())
