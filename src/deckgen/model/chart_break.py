"""An axis of values of which a stretch is left out, so that one long bar leaves the others to be seen.

In: a plot of bars, and the stretch. Out: the bars that are drawn, shortened by it, as series that the workbook
computes; the given values stay in a chart of their own over them, which is not seen and has the labels, so that these
follow an edit.

A bar that goes beyond the stretch is shorter by all of it but a little, where the sign of the break stands.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from deckgen.model.chart import Break, LabelPlace, Plot, Series
from deckgen.model.chart_geometry import HEAD_ROOM, Room
from deckgen.model.lazy_dataclasses import replace

_SIGN: Final = 0.05
"""What the sign of a break takes of the longest bar."""


def with_break(plot: Plot, low: Decimal, high: Decimal) -> Plot:
    """The plot with its bars shortened. ValueError where its values do not lie on both sides of the break."""
    (given,) = plot.series
    known = [(row, value) for row, value in zip(plot.categories, given.values, strict=True) if value is not None]
    for row, value in known:
        if value < 0 or low < value < high:
            raise ValueError(f"`{row}` lies below zero, or in what the axis leaves out")
    if max(value for _, value in known) < high or min(value for _, value in known) >= high:
        raise ValueError("a broken axis has bars that the break cuts, and others that end before it")
    longest = max(value for _, value in known) - (high - low)
    broken = Break(low, high, Decimal(f"{high - low - longest * Decimal(str(_SIGN)):.6g}"))
    values = tuple(None if value is None else broken.shortened(value) for value in given.values)
    formula = f"IF({{0}}>={high:f},{{0}}-{broken.skip:f},{{0}})"
    formulas = tuple("" if value is None else formula for value in values)
    drawn = replace(given, values=values, helper=True, formulas=formulas)
    return replace(plot, broken=broken, shortened=(drawn,))


def measured(plot: Plot) -> Plot:
    """The plot with one scale for its shortened bars and one for the given values; both end the longest alike."""
    (given,), (drawn,) = plot.series, plot.shortened
    longest, whole = (max(float(value or 0) for value in one.values) for one in (drawn, given))
    end = longest / (1 - HEAD_ROOM)
    return replace(plot, scale=(0.0, end), unit=None, own_scale=(0.0, end * whole / longest))


def labelled(plot: Plot, room: Room) -> Plot:
    """The plot with its labels moved from the ends of the given values to those of the shortened bars."""
    (given,), (drawn,) = plot.series, plot.shortened
    places = (_moved(plot, room, *ends) for ends in zip(given.values, drawn.values, strict=True))
    return replace(plot, series=(replace(given, places=tuple(places)),))


def _moved(plot: Plot, room: Room, value: Decimal | None, drawn: Decimal | None) -> LabelPlace:
    (_, end), (_, own), inner = plot.scale or (0.0, 1.0), plot.own_scale or (0.0, 1.0), room.inner(plot)
    share = float(drawn or 0) / end - float(value or 0) / own
    if plot.lying:
        return LabelPlace("outEnd", (share * inner.width / room.width, 0.0))
    return LabelPlace("outEnd", (0.0, -share * inner.height / room.height))


def is_cut(plot: Plot, series: Series, point: int) -> bool:
    """Whether the break cuts a bar."""
    value = series.values[point]
    return bool(plot.broken and value is not None and value >= plot.broken.high)
