"""How long bars are, as their axis of values measures them.

In: a plot of bars, and whether they stand for themselves, are parts in one line, or parts of a whole. Out: the length
of each bar, and between which ends all of them lie.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from deckgen.model.chart import Plot
from deckgen.model.chart_levels import level_values
from deckgen.model.lazy_dataclasses import replace


class Stacking(Protocol):
    """What bars are to each other: parts in one line, or for themselves; parts of a `whole` are shares of it."""

    @property
    def stacked(self) -> bool: ...

    @property
    def whole(self) -> bool: ...


def fills(plot: Plot, bars: Stacking) -> bool:
    """Whether each bar, of parts, is as long as the others: it is drawn as a whole, whatever it comes to."""
    if bars.whole or not bars.stacked or is_spaced(plot) or plot.is_annotated or plot.beside or plot.scale:
        return bars.whole
    values = [value for series in plot.series for value in series.values]
    return len(set(_sums(plot))) == 1 and all(value is not None and value >= 0 for value in values)


def lengths(plot: Plot, bars: Stacking) -> tuple[tuple[float | None, ...], ...]:
    """What each bar or part takes of the axis, series after series; of wholes it is a share."""
    if plot.broken:
        plot = replace(plot, series=plot.shortened)
    wholes = [float(whole) or 1.0 for whole in _sums(plot)] if fills(plot, bars) else [1.0] * len(plot.categories)
    return tuple(
        tuple(
            float(value) / whole if value is not None and value.is_finite() else None
            for value, whole in zip(series.values, wholes, strict=True)
        )
        for series in plot.series
    )


def ends(plot: Plot, bars: Stacking) -> tuple[float, float]:
    """The lowest and the highest place that a bar or a level reaches, zero among them."""
    low, high = min([0.0, *level_values(plot)]), max([0.0, *level_values(plot)])
    alike = (lengths(replace(one, beside=plot.beside), bars) for one in plot.together)
    for column in (column for each in alike for column in zip(*each, strict=True)):
        known = [length for length in column if length is not None]
        together = [sum(value for value in known if value < 0), sum(value for value in known if value > 0)]
        reached = together if bars.stacked else known
        low, high = min([low, *reached]), max([high, *reached])
    return (low, high) if low < high else (0.0, 1.0)


def is_spaced(plot: Plot) -> bool:
    """Whether what keeps room stands between the axis and the bars."""
    return any(series.helper for series in plot.series)


def _sums(plot: Plot) -> list[Decimal]:
    """What the values of each category come to."""
    columns = zip(*(series.values for series in plot.series), strict=True)
    return [
        sum((value for value in column if value is not None and value.is_finite()), Decimal()) for column in columns
    ]
