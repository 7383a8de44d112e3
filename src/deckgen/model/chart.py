"""A chart's data as content gives it, and the plot that powerpoint draws.

In: kinds make ChartData. charts/ answers with a Plot. Out: powerpoint writes the Plot as a native chart.
"""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one series with its colour; `point_colors` differ where a point is emphasised."""

    name: str
    values: tuple[Decimal | None, ...]
    color: Color
    point_colors: tuple[Color, ...] = ()
    label_color: Color = "foreground"
    number_format: str = "#,##0"
    shown: tuple[str, ...] = ()
    """Labels as text where they say more than the number (a qualifier); else empty and the number is printed."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A native chart. Bars and columns carry labels on the marks, hence no value axis and no gridlines.

    Sizes are in points. `gap_width` and `overlap` are PowerPoint's percentages. Series are in stack order.
    """

    form: Literal["bar", "column", "line", "doughnut"]
    grouping: Literal["clustered", "stacked", "standard"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    label_position: Literal["outEnd", "ctr", "t", "none"]
    legend: Literal["none", "top", "right"] = "none"
    gap_width: int = 50
    overlap: int = 0
    hole: int = 62
    maximum: Decimal | None = None
    type_size: float = 14
    reverse: bool = False
    """True where the first category stands on top of a bar chart."""
