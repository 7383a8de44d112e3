"""Points on axes of numbers: what one looks like, in every program alike.

In: its colour and its size. Out: the look of a series or of one point as text, the shape, and its label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_geometry import ChartMark
from deckgen.model.chart_sketch import ChartPath, ChartText, circle, value_labels
from deckgen.model.chart_type import ChartXml
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

POINT_EDGE: Final = 0.75
"""The line of the ground around a point, in points, which tells those apart that lie on each other."""

_WIDE: Final = 2.0
"""So much more room than it is measured to take a label is drawn in, so that it never breaks."""


def series_look(color: Color, size: int, xml: ChartXml) -> str:
    """The look of all points of a series."""
    return _unseen(color, xml) + _marker(color, size, xml)


def point_look(color: Color, size: int, xml: ChartXml) -> str:
    """The look of one point that differs."""
    return f'{_marker(color, size, xml)}<c:bubble3D val="0"/>{_unseen(color, xml)}'


def drawn_point(box: Rect, color: Color) -> ChartPath:
    return ChartPath(circle(box), color, "background", POINT_EDGE)


def point_labels(plot: Plot, marks: Sequence[ChartMark]) -> Iterator[ChartText]:
    """The labels of points: one beside its point begins or ends there, however wide it is set."""
    for text, label, point in zip(value_labels(plot, marks), *_labelled(marks), strict=True):
        if label.left >= point.right:
            yield replace(text, box=replace(label, width=_WIDE * label.width), align="left")
        elif label.right <= point.left:
            left = label.right - _WIDE * label.width
            yield replace(text, box=replace(label, left=left, width=_WIDE * label.width), align="right")
        else:
            yield text


def _labelled(marks: Sequence[ChartMark]) -> tuple[list[Rect], list[Rect]]:
    """The labels that are shown, and their points."""
    shown = [(mark.label, mark.box) for mark in marks if mark.label]
    return [label for label, _ in shown], [box for _, box in shown]


def _marker(color: Color, size: int, xml: ChartXml) -> str:
    look = f"<c:spPr>{xml.fill(color)}{xml.line('background', POINT_EDGE)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{look}</c:marker>'


def _unseen(color: Color, xml: ChartXml) -> str:
    """A line between points that is not seen: LibreOffice paints points in the colour of theirs."""
    return f"<c:spPr>{xml.line(color, POINT_EDGE, opacity=0)}</c:spPr>"
