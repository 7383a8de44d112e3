"""A chart's data as content gives it, and the plot that powerpoint draws.

In: kinds make ChartData. charts/ answers with a Plot. Out: powerpoint writes the Plot as a native chart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from deckgen.model.theme import Color


@dataclass(frozen=True, slots=True)
class Category:
    """One row of chart data: its label and a value per series (None: no answer, drawn as nothing)."""

    label: str
    values: tuple[Decimal | None, ...]
    shown: tuple[str, ...]
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class ChartData:
    """`series` names each value column; `sort` false keeps the order of the content, which then means something."""

    categories: tuple[Category, ...]
    series: tuple[str, ...]
    sort: bool = True

    def one_series(self, form: str) -> ChartData:
        """These data, where they are one series; else ValueError."""
        if len(self.series) != 1:
            raise ValueError(f"{form} wants one series; here are {len(self.series)}")
        return self

    def sorted_rows(self) -> tuple[Category, ...]:
        """The rows by their sum, largest first, unless their own order means something."""
        if not self.sort:
            return self.categories
        return tuple(sorted(self.categories, key=lambda row: -sum(value or 0 for value in row.values)))

    def emphasised(self, rows: tuple[Category, ...]) -> Series:
        """The one series of `rows`: emphasised rows in the accent and the rest muted, or all in primary."""
        marked, said = any(row.emphasis for row in rows), labels(rows, 0)
        colors: tuple[Color, ...] = tuple("accent" if row.emphasis else "data5" for row in rows) if marked else ()
        return Series(
            self.series[0],
            tuple(row.values[0] for row in rows),
            "data5" if marked else "primary",
            colors,
            number_format=said.number_format,
            shown=said.shown,
        )


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one series with its colour; `point_colors` differ where a point is emphasised."""

    name: str
    values: tuple[Decimal | None, ...]
    color: Color
    point_colors: tuple[Color, ...] = ()
    label_color: Color = "foreground"
    label_colors: tuple[Color, ...] = ()
    """Label colours per point, where `point_colors` call for different ones."""
    number_format: str = "#,##0"
    shown: tuple[str, ...] = ()
    """Labels as text where they say more than the number (a qualifier); else empty and the number is printed."""


@dataclass(frozen=True, slots=True)
class Labels:
    """How the values of a series are printed: by a number format, or as texts where no format can say it."""

    number_format: str
    shown: tuple[str, ...]


_NUMBER = re.compile(r"(\D*?)([\d.]+)(\D*)")


def labels(rows: tuple[Category, ...], series: int, hide_zero: bool = False) -> Labels:
    """Labels of a series: a qualifier or unit that all values share goes into the format, so labels follow edits.

    With `hide_zero`, as for the parts of a whole, a part of nothing has no label.
    """
    shown = tuple("" if row.values[series] is None else row.shown[series] for row in rows)
    found = [_NUMBER.fullmatch(one) for one in shown if one and one != "0"]
    around = {(one[1], one[3]) if one else None for one in found}
    # A minus in a format would stand beside the one that a program writes itself.
    if len(around) == 1 and None not in around and not any(one[1].endswith("−") for one in found if one):
        before, after = (f'"{part}"' if part else "" for part in around.pop() or ())
        return Labels(f"{before}#,##0{after}" + (";-#,##0;" if hide_zero else ""), ())
    return Labels("#,##0", shown if around else ())


@dataclass(frozen=True, slots=True)
class Tone:
    """A fill, and the colour of a label on it."""

    fill: Color
    label: Color


PALETTE: tuple[Tone, ...] = (
    Tone("primary", "background"),
    Tone("accent", "background"),
    Tone("data3", "background"),
    Tone("data4", "foreground"),
    Tone("data5", "foreground"),
)
"""The ordered data palette."""

FINDING = PALETTE[1]
QUIET: tuple[Tone, ...] = (PALETTE[4], PALETTE[3], PALETTE[2], PALETTE[0])
"""Tones for what stands beside a finding, quietest first."""


@dataclass(frozen=True, slots=True)
class Legend:
    """Where the colours are named: what a legend says, and on which side of the plot it stands."""

    side: Literal["top", "right"]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """What a native chart draws. Series are in stack order; type in points."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    legend: Legend | None = None
    type_size: float = 14
