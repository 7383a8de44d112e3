"""Points on axes of numbers: what one looks like, in every program alike.

In: its colour and its size. Out: the look of a series or of one point as text, and the shape.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Rect
from deckgen.model.chart_sketch import ChartPath, circle
from deckgen.model.chart_type import ChartXml
from deckgen.model.theme import Color

POINT_EDGE: Final = 0.75
"""The line of the ground around a point, in points, which tells those apart that lie on each other."""


def series_look(color: Color, size: int, xml: ChartXml) -> str:
    """The look of all points of a series."""
    return _unseen(color, xml) + _marker(color, size, xml)


def point_look(color: Color, size: int, xml: ChartXml) -> str:
    """The look of one point that differs."""
    return f'{_marker(color, size, xml)}<c:bubble3D val="0"/>{_unseen(color, xml)}'


def drawn_point(box: Rect, color: Color) -> ChartPath:
    return ChartPath(circle(box), color, "background", POINT_EDGE)


def _marker(color: Color, size: int, xml: ChartXml) -> str:
    look = f"<c:spPr>{xml.fill(color)}{xml.line('background', POINT_EDGE)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{look}</c:marker>'


def _unseen(color: Color, xml: ChartXml) -> str:
    """A line between points that is not seen: LibreOffice paints points in the colour of theirs."""
    return f"<c:spPr>{xml.line(color, POINT_EDGE, opacity=0)}</c:spPr>"
