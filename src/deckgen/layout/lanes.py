"""Where remarks on a chart stand: in lanes beyond the ends of its marks, the shorter ones nearer to them.

In: a settled chart and its remarks. Out: each remark with its text set and its place in a lane, and how deep all
lanes are. Places are counted `across`, along the categories, and `out`, away from where values begin; so bars that
lie have their lanes at the right and all else has them above, by the same rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import assert_never

from deckgen.layout.setting import Setting
from deckgen.layout.text import line_width, measure, paragraphs
from deckgen.model.annotation import Arrow, Band, Bracket, Callout, Remark
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_geometry import ChartMark, Room, legend_beside, legend_height
from deckgen.model.frames import FrameParagraph
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.styled import Align, Styled
from deckgen.model.text import Text
from deckgen.model.units import EMU_PER_POINT, points

PILL_ACROSS, PILL_DOWN = 9.0, 3.0
"""Around the number on an arrow, in points."""
TICK, TICK_GAP = 6.0, 6.0
"""How far a bracket reaches towards its marks, and what is between it and what it says."""
FOOT = 16.0
"""Between the marks and the first lane: so long is a line that leads to one at least."""
LANE_GAP = 6.0
ABREAST = 5.0
"""How far lines that lead to the same mark stand from its middle."""

_MOST_WIDE = {Arrow: 0.4, Bracket: 0.3, Callout: 0.26, Band: 0.22}
"""Of the width of a chart, for what is said in a line; a longer text is broken."""
_MOST_BESIDE = 0.24
"""The same beside bars that lie."""

Stretch = tuple[float, float]


@dataclass(frozen=True)
class Seen:
    """A settled plot and where its marks, its totals and its levels stand."""

    plot: Plot
    room: Room
    marks: tuple[ChartMark, ...]
    levels: tuple[ChartMark, ...]

    @cached_property
    def base(self) -> float:
        """Where the lanes begin."""
        if self.plot.lying:
            return self.room.width - legend_beside(self.plot, self.room) - self.plot.over
        return legend_height(self.plot, self.room) + self.plot.over

    @cached_property
    def labels(self) -> tuple[Rect, ...]:
        return tuple(mark.label for mark in (*self.marks, *self.levels) if mark.label)

    @property
    def length(self) -> float:
        """How long a lane is."""
        return self.room.height if self.plot.lying else self.room.width - legend_beside(self.plot, self.room)

    @property
    def filled(self) -> tuple[Rect, ...]:
        """What the chart fills: its legend above, and what is below the lanes or beside them; nothing said: all."""
        plot, room = self.plot, self.room
        top = legend_height(plot, room)
        begin = top + plot.aside if plot.lying else self.base
        width = self.base if plot.lying else room.width - plot.aside * (not plot.has_level_series)
        body = Rect(0, begin, width, room.height - begin)
        if begin == top and width == room.width:
            return ()
        return (*((Rect(0, 0, room.width, top),) if top else ()), body)

    def rect(self, across: Stretch, out: Stretch) -> Rect:
        low, high = self.point(across[0], out[0]), self.point(across[1], out[1])
        left, right = sorted((low[0], high[0]))
        top, bottom = sorted((low[1], high[1]))
        return Rect(left, top, right - left, bottom - top)

    def point(self, across: float, out: float) -> tuple[float, float]:
        return (self.base + out, across) if self.plot.lying else (across, self.base - out)

    def across(self, box: Rect) -> Stretch:
        return (box.top, box.bottom) if self.plot.lying else (box.left, box.right)

    def out(self, box: Rect) -> float:
        """How far out a box ends."""
        return box.right - self.base if self.plot.lying else self.base - box.top

    @property
    def begin(self) -> float:
        """Where the plot begins."""
        inner = self.room.inner(self.plot)
        return inner.left - self.base if self.plot.lying else self.base - inner.bottom

    def category(self, row: str) -> Stretch:
        """What a row takes along the axis."""
        (begin, end), half = self.across(self.room.inner(self.plot)), self.plot.slot / 2
        middle = self.plot.across(self.plot.categories.index(row))
        return begin + max(middle - half, 0) * (end - begin), begin + min(middle + half, 1) * (end - begin)

    def _is_of(self, mark: ChartMark, series: str) -> bool:
        """Whether a mark is one of a series, as content calls it, or of any where none is named."""
        own = self.plot.columns[mark.series]
        return not series or series == (own.called or own.name)

    def mark(self, row: str, series: str) -> tuple[Stretch, float]:
        """Where the mark of a row stands, and how far out it ends with its label; where it has none, its row."""
        at = self.plot.categories.index(row)
        own = [mark for mark in self.marks if mark.point == at and self._is_of(mark, series)]
        if not own:
            return self.category(row), self.begin
        sides = [self.across(mark.box) for mark in own]
        ends = [self.out(box) for mark in own for box in (mark.box, mark.label) if box]
        return (min(side[0] for side in sides), max(side[1] for side in sides)), max(ends)


@dataclass(frozen=True, slots=True)
class SetText:
    """A text with what it takes across and down the page, in points, and in how many lines."""

    written: tuple[FrameParagraph, ...]
    width: float
    height: float
    lines: int
    too_wide: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A line that leads to a mark: where it stands, and where the mark and its label end."""

    across: float
    out: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A remark in its lane, which begins at `start`: what it spans, its legs, and the middle of what it says."""

    remark: Remark
    text: SetText | None
    span: Stretch
    legs: tuple[Leg, ...]
    extent: Stretch
    depth: float
    start: float = 0.0

    def text_box(self, seen: Seen) -> Rect:
        """Where its text stands; that of an arrow with the pill around it."""
        inset = TICK + TICK_GAP if isinstance(self.remark, Bracket) else 0.0
        along = _along(self, seen)
        middle = (self.span[0] + self.span[1]) / 2
        low = max(0.0, min(middle - along / 2, seen.length - along))
        return seen.rect((low, low + along), (self.start + inset, self.start + self.depth))


def _along(laid: Laid, seen: Seen) -> float:
    wide, high = _size(laid.remark, laid.text)
    return high if seen.plot.lying else wide


def _size(remark: Remark, text: SetText | None) -> tuple[float, float]:
    if text is None:
        return 0.0, 0.0
    pill = isinstance(remark, Arrow)
    return text.width + 2 * PILL_ACROSS * pill, text.height + 2 * PILL_DOWN * pill


def lanes(remarks: Sequence[Remark], seen: Seen, setting: Setting) -> tuple[tuple[Laid, ...], float]:
    """Each remark in its lane, as they were written, and how deep the lanes are together."""
    laid = [_laid(one, seen, setting) for one in _abreast(remarks, seen)]
    order = sorted(range(len(laid)), key=lambda at: laid[at].span[1] - laid[at].span[0])
    lane: dict[int, int] = {}
    for at in order:
        under = [lane[other] for other in lane if _overlap(laid[at].extent, laid[other].extent)]
        lane[at] = max(under, default=-1) + 1
    starts, depth = [], 0.0
    for number in range(max(lane.values(), default=-1) + 1):
        deepest = max(laid[at].depth for at in lane if lane[at] == number)
        starts.append(depth + (LANE_GAP if number else FOOT) * bool(deepest))
        depth = starts[-1] + deepest
    return tuple(replace(one, start=starts[lane[at]]) for at, one in enumerate(laid)), depth


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] + LANE_GAP and other[0] < one[1] + LANE_GAP


@dataclass(frozen=True, slots=True)
class _Standing:
    """A remark, what it spans, and its legs."""

    remark: Remark
    span: Stretch
    legs: tuple[Leg, ...] = ()


def _abreast(remarks: Sequence[Remark], seen: Seen) -> Iterator[_Standing]:
    """Remarks with what they span; lines that lead to the same mark stand beside each other."""
    every = [_standing(one, seen) for one in remarks]
    at: dict[float, list[_Standing]] = {}
    for one in every:
        for leg in one.legs:
            at.setdefault(leg.across, []).append(one)
    for one in every:
        legs = tuple(_beside(leg, one, at[leg.across]) for leg in one.legs)
        ends = [leg.across for leg in legs] or one.span
        yield replace(one, legs=legs, span=(min(ends), max(ends)))


def _beside(leg: Leg, own: _Standing, every: Sequence[_Standing]) -> Leg:
    """The leg beside others at its mark, so that none crosses what another comes from: the longer, the farther."""

    def turn(one: _Standing) -> tuple[int, float]:
        length = one.span[1] - one.span[0]
        if not length:
            return 0, 0.0
        return (-1, length) if one.span[1] == leg.across else (1, -length)

    place = sorted(range(len(every)), key=lambda at: turn(every[at])).index(every.index(own))
    return replace(leg, across=leg.across + (2 * place - len(every) + 1) * ABREAST)


def _standing(one: Remark, seen: Seen) -> _Standing:
    match one:
        case Arrow():
            legs = tuple(_leg(row, one.series, seen) for row in one.rows)
            return _Standing(one, (min(leg.across for leg in legs), max(leg.across for leg in legs)), legs)
        case Callout():
            leg = _leg(one.row, one.series, seen)
            return _Standing(one, (leg.across, leg.across), (leg,))
        case Bracket():
            sides = [seen.mark(row, "")[0] for row in one.rows]
            return _Standing(one, (min(side[0] for side in sides), max(side[1] for side in sides)))
        case Band():
            sides = [seen.category(row) for row in one.rows]
            return _Standing(one, (min(side[0] for side in sides), max(side[1] for side in sides)))
        case _:
            assert_never(one)


def _leg(row: str, series: str, seen: Seen) -> Leg:
    side, out = seen.mark(row, series)
    return Leg((side[0] + side[1]) / 2, out)


def _laid(one: _Standing, seen: Seen, setting: Setting) -> Laid:
    text = _set(one, seen, setting) if one.remark.text else None
    wide, high = _size(one.remark, text)
    depth = wide if seen.plot.lying else high
    if isinstance(one.remark, Bracket):
        depth += TICK + TICK_GAP * bool(text)
    laid = Laid(one.remark, text, one.span, one.legs, one.span, depth)
    if text:
        said = seen.across(laid.text_box(seen))
        laid = replace(laid, extent=(min(said[0], one.span[0]), max(said[1], one.span[1])))
    return laid


def _set(one: _Standing, seen: Seen, setting: Setting) -> SetText:
    lying, room = seen.plot.lying, seen.room
    most = room.width * (_MOST_BESIDE if lying else _MOST_WIDE[type(one.remark)])
    if isinstance(one.remark, Bracket | Band) and not lying:
        most = max(most, one.span[1] - one.span[0] - 2 * LANE_GAP)
    align: Align = "left" if lying and not isinstance(one.remark, Arrow) else "center"
    return set_text(one.remark.text, seen.plot.type_size, most, align, setting, bold=isinstance(one.remark, Arrow))


def set_text(text: Text, size: float, most: float, align: Align, setting: Setting, *, bold: bool = False) -> SetText:
    """A text in the type of the chart, as wide as it is, or broken where that is more than it may take."""
    styled = paragraphs((Styled(text, "chart", bold=bold, align=align),), setting)
    written = tuple(replace(one, size=size, space_before=0) for one in styled)
    width = min(line_width(written, setting), points(most))
    taken = measure(written, setting, width)
    return SetText(written, width / EMU_PER_POINT, taken.height / EMU_PER_POINT, taken.lines, taken.too_wide)
