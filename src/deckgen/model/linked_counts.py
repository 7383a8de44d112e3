"""Counts that lead to each other from left to right, where each group of one leads to its own signs of the next.

In: the counts, the first at the left. Out: one plane of square units in which each count has its number over its
signs; the groups of the last but one are rows, and a line leads from each to its part of the last. A count before
them has as many rows, on a ground that says that they lead on together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.blocks import Block, Column, TextBlock
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.plane import Area, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.sign_marks import GAP, SIGN, Counted
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, SignShape

NUMBER: Final = 1.6
"""What numbers take over their signs; all here in what a sign of a group takes with its gap."""
ROW: Final = 1.15
"""From row to row of groups."""
UPPER: Final = 0.8
"""How large a sign is of a count that has no groups to lead on, in a square of one."""
INSET: Final = 0.15
"""Between those squares and the edge of their ground."""
LINK, LONG_LINK = 1.0, 1.9
"""Between counts, for the lines that lead on: where there is height for large signs, and where there is not."""
CLEAR: Final = 0.15
"""Between a line and what it joins."""
SAID: Final = 2.3
"""What a group's name takes beside the signs that it leads to."""
LINE: Final = 2.25
PITCH: Final = 40.0
"""Points that a sign takes at least."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How many, the number as it is set, the sign of one, its colour, and the groups.

    A group is how many it has, to how many signs of the next count it leads, and what it is.
    """

    count: int
    number: Block
    shape: SignShape | Outline
    color: Color
    groups: tuple[tuple[int, int, Text], ...] = ()


def linked(counts: tuple[Counting, ...], link: float = LINK) -> Plane:
    """The groups of the last count but one are its rows; `link` is what lies between counts."""
    *upper, leading, last = counts
    high = NUMBER + ROW * len(leading.groups)
    marks: list[PlaneMark] = []
    x = 0.0
    for one in upper:
        marks += _upper(one, x, leading, link)
        x += _across(one, leading) + link
    widest = max(size for size, _, _ in leading.groups)
    most = max(led for _, led, _ in leading.groups)
    after = x + widest - GAP + link
    wide = after + most - GAP + CLEAR + SAID
    marks += [_number(leading, x, after), *_leading(leading, x, after), _number(last, after, wide)]
    marks += _led(leading, last, after, wide)
    return Plane(Linear(0, wide), Linear(0, high), tuple(marks), height=PITCH * high, contained="left")


def _number(one: Counting, start: float, end: float) -> Area:
    held = Column((one.number,), justify="middle")
    return Area("number", Paint(), (start, end - CLEAR), (0, NUMBER), holds=held)


def _upper(one: Counting, x: float, leading: Counting, link: float) -> Iterator[PlaneMark]:
    """A count whose signs lead on together: on a ground as high as the groups, from which one line leads to them.

    Shorter rows are set in, so that none of them seems to lead to the group beside it.
    """
    rows = _rows(one, leading)
    end, tall = x + _across(one, leading), ROW * len(leading.groups)
    middle = NUMBER + tall / 2
    yield _number(one, x, end + link)
    yield Area("ground", Paint("tint1"), (x, end), (NUMBER + INSET / 2, NUMBER + tall - INSET / 2))
    number = 0
    for row, size in enumerate(rows):
        start = x + INSET + (max(rows) - size) / 2 + (1 - UPPER) / 2
        down = middle + (row + 0.5 - len(rows) / 2) * (tall - 3 * INSET) / len(rows)
        for step in range(size):
            yield _sign(one, number, start + step, down, UPPER)
            number += 1
    line = Paint(line="muted", width=LINE)
    yield Segment("link", line, (end + CLEAR, end + link - 2 * CLEAR), (middle, middle), arrow=True)


def _rows(one: Counting, leading: Counting) -> tuple[int, ...]:
    """How many signs stand in each row, the longer rows last."""
    rows = min(len(leading.groups), one.count)
    return tuple((one.count + row) // rows for row in range(rows))


def _across(one: Counting, leading: Counting) -> float:
    return max(_rows(one, leading)) + 2 * INSET


def _leading(one: Counting, x: float, led: float) -> Iterator[PlaneMark]:
    """Each group in a row of its own, and the line from it to where the next count begins."""
    line, number = Paint(line="muted", width=LINE), 0
    for row, (size, _, _) in enumerate(one.groups):
        middle = _middle(row)
        for step in range(size):
            yield _sign(one, number, x + step, middle, SIGN)
            number += 1
        yield Segment("link", line, (x + size - GAP + CLEAR, led - CLEAR), (middle, middle))


def _led(leading: Counting, last: Counting, x: float, end: float) -> Iterator[PlaneMark]:
    """The signs that each group leads to, and after them what the group is."""
    number = 0
    for row, (_, led, label) in enumerate(leading.groups):
        for step in range(led):
            yield _sign(last, number, x + step, _middle(row), SIGN)
            number += 1
        said = TextBlock((Styled(label, "body"),), anchor="middle")
        down = (NUMBER + row * ROW, NUMBER + (row + 1) * ROW)
        after = x + led - GAP + CLEAR
        yield Area("group", Paint(), (after, end), down, holds=said)


def _middle(row: int) -> float:
    return NUMBER + (row + 0.5) * ROW


def _sign(one: Counting, number: int, x: float, middle: float, size: float) -> Area:
    counted = Counted(one.count, one.count, one.shape, one.color)
    half = counted.tall / SIGN * size / 2
    return Area(
        f"mark {number + 1}", counted.paint(number), (x, x + size), (middle - half, middle + half), counted.geometry
    )
