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
    rows = [(row, value) for one in plot.series for row, value in zip(plot.categories, one.values, strict=True)]
    known = [(row, value) for row, value in rows if value is not None]
    for row, value in known:
        if value < 0 or low < value < high:
            raise ValueError(f"`{row}` lies below zero, or in what the axis leaves out")
    if max(value for _, value in known) < high or min(value for _, value in known) >= high:
        raise ValueError("a broken axis has bars that the break cuts, and others that end before it")
    longest = max(value for _, value in known) - (high - low)
    broken = Break(low, high, Decimal(f"{high - low - longest * Decimal(str(_SIGN)):.6g}"))
    shortened = tuple(_shortened(one, f"{{{at}}}", broken) for at, one in enumerate(plot.series))
    return replace(plot, broken=broken, shortened=shortened)


def _shortened(given: Series, cell: str, broken: Break) -> Series:
    """The bars that are drawn of a series, which stands in that cell of each row."""
    values = tuple(None if value is None else broken.shortened(value) for value in given.values)
    formula = f"IF({cell}>={broken.high:f},{cell}-{broken.skip:f},{cell})"
    formulas = tuple("" if value is None else formula for value in values)
    return replace(given, values=values, helper=True, formulas=formulas)


def measured(plot: Plot) -> Plot:
    """The plot with one scale for its shortened bars and one for the given values; both end the longest alike."""
    both = (plot.shortened, plot.series)
    longest, whole = (max(float(value or 0) for one in series for value in one.values) for series in both)
    end = longest / (1 - HEAD_ROOM)
    return replace(plot, scale=(0.0, end), unit=None, own_scale=(0.0, end * whole / longest))


def labelled(plot: Plot, room: Room) -> Plot:
    """The plot with its labels moved from the ends of the given values to those of the shortened bars."""
    series = (
        replace(
            given, places=tuple(_moved(plot, room, *ends) for ends in zip(given.values, drawn.values, strict=True))
        )
        for given, drawn in zip(plot.series, plot.shortened, strict=True)
    )
    return replace(plot, series=tuple(series))


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
