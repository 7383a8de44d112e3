"""Counts that lead to each other as rows of signs, where each group of a row leads to its own signs of the next.

In: the counts, the first at the top. Out: one plane of square units in which each row has its number before its
signs, and lines lead from the groups of the last row but one to their part of the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from deckgen.model.blocks import Block, Column, TextBlock
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.plane import Area, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.sign_marks import BRACKET, GAP, SIGN, Counted, bracket
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, SignShape

NUMBER: Final = 4.0
"""Where signs begin, after the numbers; all here in what a sign takes with its gap."""
ROW, LED_ROW = 1.2, 1.6
"""From row to row, and down to the last one, to which lines lead."""
FOOT: Final = 0.55
"""From the middle of the last row to its foot."""
BETWEEN: Final = 0.3
"""Between groups."""
SAID: Final = 2.3
"""What a group's name takes beside the signs that it leads to."""
LINK_LINE: Final = 2.0
PITCH: Final = 40.0
"""Points that a sign takes at least."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How many, the number as it is set, the sign of one, its colour, and the groups.

    A group is how many it has, to how many signs of the next row it leads, and what it is.
    """

    count: int
    number: Block
    shape: SignShape | Outline
    color: Color
    groups: tuple[tuple[int, int, Text], ...] = ()

    @property
    def starts(self) -> tuple[float, ...]:
        """Where the signs of each group begin: in the middle of what it takes with those that it leads to."""
        takes = [max(size, led) for size, led, _ in self.groups]
        begins = accumulate((one + BETWEEN for one in takes), initial=NUMBER)
        return tuple(
            start + (one - size) / 2 for start, one, (size, _, _) in zip(begins, takes, self.groups, strict=False)
        )

    @property
    def wide(self) -> float:
        """What its signs take, and those that its groups lead to."""
        takes = [max(size, led) for size, led, _ in self.groups] or [self.count]
        return sum(takes) + BETWEEN * (len(takes) - 1) - GAP


def linked(rows: tuple[Counting, ...]) -> Plane:
    """The last row stands under the groups of the one before it."""
    *upper, leading, last = rows
    marks: list[PlaneMark] = [mark for at, row in enumerate((*upper, leading)) for mark in _row(row, at)]
    high = ROW * (len(rows) - 1.5) + LED_ROW
    marks += [*_number(last, high), *_led(leading, last, high)]
    named = _first(leading, -1) + leading.groups[-1][1] + SAID
    wide, high = max(named, *(NUMBER + row.wide for row in rows)), high + FOOT
    return Plane(Linear(0, wide), Linear(0, high), tuple(marks), height=PITCH * high, contained="left")


def _row(row: Counting, at: int) -> Iterator[PlaneMark]:
    """A number and its signs, group by group."""
    middle = (at + 0.5) * ROW
    yield from _number(row, middle)
    number = 0
    sizes = [size for size, _, _ in row.groups] or [row.count]
    for start, size in zip(row.starts or (NUMBER,), sizes, strict=True):
        for step in range(size):
            yield _sign(row, number, start + step, middle)
            number += 1


def _number(row: Counting, middle: float) -> Iterator[PlaneMark]:
    yield Area("number", Paint(), (0, NUMBER), _across(middle), holds=Column((row.number,), justify="middle"))


def _across(middle: float) -> tuple[float, float]:
    """From the top of a row to its foot."""
    return middle - ROW / 2, middle + ROW / 2


def _sign(row: Counting, number: int, x: float, middle: float) -> Area:
    counted = Counted(row.count, row.count, row.shape, row.color)
    half = counted.tall / 2
    down = (middle - half, middle + half)
    return Area(f"mark {number + 1}", counted.paint(number), (x, x + SIGN), down, counted.geometry)


def _middle(row: Counting, group: int) -> float:
    return row.starts[group] + (row.groups[group][0] - GAP) / 2


def _first(row: Counting, group: int) -> float:
    """Where the signs begin to which a group leads."""
    return _middle(row, group) - (row.groups[group][1] - GAP) / 2


def _led(leading: Counting, last: Counting, low: float) -> Iterator[PlaneMark]:
    """A bracket under each group, its line on to the signs that stand under its middle, and its name beside them."""
    paint = Paint(line=leading.color, width=LINK_LINE)
    foot = low - LED_ROW + Counted(1, 1, leading.shape, leading.color).tall / 2
    top = low - Counted(1, 1, last.shape, last.color).tall / 2
    parts, number = (foot + BRACKET + top) / 2, 0
    for group, (size, led, label) in enumerate(leading.groups):
        start, middle = leading.starts[group], _middle(leading, group)
        yield from bracket(start, start + size - GAP, foot, leading.color)
        first = _first(leading, group)
        ends = [first + step + SIGN / 2 for step in range(led)]
        yield Segment("link", paint, (middle, middle), (foot + BRACKET, parts))
        if len(ends) > 1:
            yield Segment("link", paint, (ends[0], ends[-1]), (parts, parts))
        for end in ends:
            yield Segment("link", paint, (end, end), (parts, top))
            yield _sign(last, number, end - SIGN / 2, low)
            number += 1
        ends_at = _first(leading, group + 1) - GAP if group + 1 < len(leading.groups) else first + led + SAID
        said = TextBlock((Styled(label, "body"),), anchor="middle")
        yield Area("group", Paint(), (first + led + GAP, ends_at), _across(low), holds=said)
