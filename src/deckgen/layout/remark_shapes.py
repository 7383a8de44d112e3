"""Remarks on a chart as shapes and texts. In: remarks in their lanes, and the chart's box. Out: items of a frame.

A line that leads to a mark is left out where a label stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from deckgen.layout.lanes import PILL_ACROSS, PILL_DOWN, TICK, Laid, Leg, Seen, SetText
from deckgen.model.annotation import Arrow, Band, Bracket, Callout
from deckgen.model.chart import Rect
from deckgen.model.chart_geometry import LABEL_GAP
from deckgen.model.chart_levels import LEVEL_WIDTH, NAME_GAP, Segment, around, unbroken
from deckgen.model.frames import FrameParagraph, FrameRun, Item, ShapeItem, TextItem
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.styled import Align
from deckgen.model.theme import Color
from deckgen.model.units import Box, points

LINE: Final[Color] = "muted"
LINE_WIDTH = 1.25
"""Of arrows, brackets and lines that lead to marks, in points."""
PILL_WIDTH = 1.0
BAND: Final[Color] = "panel"
EDGE: Final = 3.0
"""Of the band behind a finding, in points."""
_SLACK = 0.5
"""How much wider than its text a box is, in points."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The chart's box on the slide, in which places are counted in points."""

    box: Box
    seen: Seen
    obstacles: tuple[Rect, ...]
    """The labels that no line may go through."""

    def rect(self, one: Rect) -> Box:
        left, top = self.box.x + points(one.left), self.box.y + points(one.top)
        return Box(left, top, points(one.width), points(one.height))

    def behind(self, laid: Sequence[Laid]) -> Iterator[Item]:
        for one in laid:
            if isinstance(one.remark, Band):
                end = one.start + one.depth + LABEL_GAP / 2 if one.text else 0.0
                # Of bars that lie the name of the row stands on it; under columns names stand close to each other.
                begin = -self.seen.base if self.seen.plot.lying else self.seen.begin
                yield self._field(one, "band", (begin, end), BAND)
                if one.remark.finding:
                    edge = (begin, begin + EDGE) if self.seen.plot.lying else (end - EDGE, end)
                    yield self._field(one, "edge", edge, "accent")

    def _field(self, one: Laid, name: str, out: tuple[float, float], color: Color) -> ShapeItem:
        return ShapeItem(f"{_path(one)} {name}", self.rect(self.seen.rect(one.span, out)), "rect", color)

    def over(self, laid: Sequence[Laid]) -> Iterator[Item]:
        for one in laid:
            match one.remark:
                case Arrow():
                    yield from self._arrow(one)
                case Bracket():
                    yield from self._bracket(one)
                case Callout():
                    for leg in one.legs:
                        yield from self._leg(leg, one.start - LABEL_GAP, one)
                case Band():
                    pass
                case _:
                    assert_never(one.remark)
            yield from self._text(one)

    def _arrow(self, one: Laid) -> Iterator[Item]:
        """Up from one mark, across, and down to the other, where its head is; the number stands on it."""
        middle = one.start + one.depth / 2
        first, last = one.legs
        yield from self._leg(first, middle, one)
        pill = one.text_box(self.seen)
        others = tuple(box for box in self.obstacles if box != pill)
        for segment in around(
            self.seen.point(first.across, middle), self.seen.point(last.across, middle), others, gap=0
        ):
            yield self._line(segment, _path(one))
        yield from self._leg(last, middle, one, headed=True)
        corner = min(pill.width, pill.height) / 2
        yield ShapeItem(f"{_path(one)} pill", self.rect(pill), "rect", "background", LINE, PILL_WIDTH, corner=corner)

    def _bracket(self, one: Laid) -> Iterator[Item]:
        low, high = one.span
        at = self.seen.point
        yield self._line((at(low, one.start), at(low, one.start + TICK)), _path(one))
        yield self._line((at(low, one.start + TICK), at(high, one.start + TICK)), _path(one))
        yield self._line((at(high, one.start), at(high, one.start + TICK)), _path(one))

    def _leg(self, leg: Leg, end: float, one: Laid, headed: bool = False) -> Iterator[Item]:
        """A line from a mark outwards; with a head at the mark."""
        start = self.seen.point(leg.across, leg.out + LABEL_GAP)
        pieces = list(around(start, self.seen.point(leg.across, end), self.obstacles))
        for number, piece in enumerate(pieces):
            line = self._line(piece, _path(one))
            if headed and number == 0:
                line = replace(line, arrow="left" if self.seen.plot.lying else "right")
            yield line

    def _line(self, segment: Segment, name: str) -> ShapeItem:
        return self._drawn(segment, name, LINE, LINE_WIDTH, dashed=False)

    def _drawn(self, segment: Segment, name: str, color: Color, width: float, *, dashed: bool) -> ShapeItem:
        (x, y), (right, bottom) = segment
        left, right = sorted((x, right))
        top, bottom = sorted((y, bottom))
        box = self.rect(Rect(left, top, right - left, bottom - top))
        return ShapeItem(f"{name} line", box, "line", None, color, width, dashed)

    def _text(self, one: Laid) -> Iterator[Item]:
        if one.text is None:
            return
        box = one.text_box(self.seen)
        if isinstance(one.remark, Arrow):
            box = Rect(
                box.left + PILL_ACROSS,
                box.top + PILL_DOWN,
                box.width - 2 * PILL_ACROSS,
                box.height - 2 * PILL_DOWN,
            )
        yield self._said(one.text, box, _path(one))

    def _said(self, text: SetText, box: Rect, name: str) -> TextItem:
        return TextItem(name, self.rect(_wider(box, _SLACK)), text.written, anchor="middle", lines=text.lines)

    def levels(self) -> Iterator[Item]:
        """The lines across bars that lie, or over points, which no series of a chart draws, and their names over the
        first bar or behind the points."""
        plot = self.seen.plot
        for mark in () if plot.has_level_series else self.seen.levels:
            name = f"annotate level {mark.series}"
            for piece in unbroken(mark, self.obstacles, plot.lying):
                yield self._drawn(piece, name, plot.levels[0].color, LEVEL_WIDTH, dashed=True)
            if mark.label:
                align: Align = "center" if plot.lying else "left"
                said = FrameParagraph((FrameRun(mark.text),), plot.type_size, align=align)
                yield TextItem(name, self.rect(_wider(mark.label, NAME_GAP / 2)), (said,), anchor="middle", lines=1)


def _wider(box: Rect, by: float) -> Rect:
    return Rect(box.left - by, box.top, box.width + 2 * by, box.height)


def _path(one: Laid) -> str:
    return one.remark.text.path or "annotate"
