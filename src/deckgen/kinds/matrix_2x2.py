"""What is placed by two properties: four quadrants with their names, and in them what belongs there.

In: two axes, and items by their quadrant or by their place on both axes. Out: the items written into their
quadrants; or numbered points on the field with a list of them beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, badge
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Point, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = (
    "quadrants",
    "one quadrant under the other",
    "the list beside the field",
    "the list under the field",
)

EXAMPLE = """\
id: example.matrix-2x2
kind: matrix_2x2
title: Fælles aftaler giver mest for mindst
across: {name: Indsats, low: Lille, high: Stor}
up: {name: Udbytte, low: Lille, high: Stort}
quadrants: {top-left: Begynd her, top-right: Planlæg, bottom-left: Gør det i forbifarten, bottom-right: Vent}
items:
  - {heading: Fælles aftaler, quadrant: top-left, emphasis: true}
  - {heading: En indgang for virksomheder, quadrant: top-left}
  - {heading: Fælles innovationsmiljø, quadrant: top-right}
  - {heading: Egen klynge, quadrant: top-right}
  - {heading: Temadage, quadrant: bottom-left}
  - {heading: Nyhedsbrev, quadrant: bottom-left}
  - {heading: Nyt kontorhus, quadrant: bottom-right}
"""

Quadrant = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
QUADRANTS: Final[tuple[Quadrant, ...]] = ("top-left", "top-right", "bottom-left", "bottom-right")
TOP_RIGHT: Final = 1
AXIS: Final = 2.0
"""How much of the width the names of the axis up take, against that of the field."""
FIELD: Final = 11.0
POINT: Final = 34.0
END: Final = 100
"""Where a scale ends that begins at 0."""
EDGE: Final = 10.0
"""What is left around the scales, so that a point at their end stands on the field."""
HEIGHT: Final = 180.0
"""The least height of a field of points."""


@dataclass(frozen=True)
class Axis:
    name: Text = described("What is high or low.")
    low: Text = described("What it is called at the low end.")
    high: Text = described("What it is called at the high end.")


@dataclass(frozen=True)
class Names:
    top_left: Text | None = described("What belongs there.", default=None)
    top_right: Text | None = described("What belongs there.", default=None)
    bottom_left: Text | None = described("What belongs there.", default=None)
    bottom_right: Text | None = described("What belongs there.", default=None)


@dataclass(frozen=True)
class Item:
    heading: Text = described("What is placed.")
    quadrant: Quadrant | None = described("Where it belongs.", default=None)
    x: Value | None = described("Or its place across, from 0 to 100.", default=None)
    y: Value | None = described("And its place up, from 0 to 100.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    across: Axis = described("The axis across.")
    up: Axis = described("The axis up.")
    items: tuple[Item, ...] = described("What is placed.", minimum=1, maximum=9)
    quadrants: Names = described("What each quadrant is called.", default=Names())


def check(fields: Fields) -> Iterator[Fault]:
    """All items are placed in one way, and points stand on the field."""
    by_place = [item for item in fields.items if item.x is not None and item.y is not None]
    by_quadrant = [item for item in fields.items if item.quadrant]
    for item in fields.items:
        wanted = item in by_quadrant if by_quadrant else item in by_place
        if not wanted or (item in by_place and item in by_quadrant):
            hint = "give every item a `quadrant`, or every item `x` and `y`"
            yield Fault(f"`{item.heading.plain}` is not placed as the others are", item.heading.span, hint)
    for name in _names(fields.quadrants).values() if by_place else ():
        if name:
            hint = "leave `quadrants` out where items are points"
            yield Fault("points stand on the field, and no quadrant is named there", name.span, hint)
    for value in (value for item in by_place for value in (item.x, item.y) if value):
        if value.amount is not None and not 0 <= value.amount <= END:
            yield Fault(f"a place on an axis is from 0 to {END}", value.span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    if any(item.x is not None for item in fields.items):
        return _points(fields)
    named = _names(fields.quadrants)
    cells = tuple(_cell(fields, quadrant, name) for quadrant, name in named.items())
    across = Grid(cells, 2, gap=8, fill=True)
    told = (quadrant for quadrant, name in named.items() if name or _held(fields, quadrant))
    listed = (_axes(fields), *(_cell(fields, quadrant, named[quadrant]) for quadrant in told))
    return (
        Arrangement("Diagram", canvas=_framed(fields, Group(across, "field", _alt(fields))), name="quadrants"),
        Arrangement(
            "Diagram", canvas=Column(listed, gap=8, splits=True), name="one quadrant under the other", step=2
        ),
    )


def _names(names: Names) -> Mapping[Quadrant, Text | None]:
    said = (names.top_left, names.top_right, names.bottom_left, names.bottom_right)
    return dict(zip(QUADRANTS, said, strict=True))


def _held(fields: Fields, quadrant: Quadrant) -> tuple[Item, ...]:
    return tuple(item for item in fields.items if item.quadrant == quadrant)


def _alt(fields: Fields) -> str:
    axes = f"{fields.up.name.plain} / {fields.across.name.plain}"
    return f"{axes}: {', '.join(f'{item.heading.plain} ({_place(item)})' for item in fields.items)}"


def _place(item: Item) -> str:
    return item.quadrant or f"{item.x.shown if item.x else ''}; {item.y.shown if item.y else ''}"


def _cell(fields: Fields, quadrant: Quadrant, name: Text | None) -> Block:
    best = quadrant == QUADRANTS[TOP_RIGHT]
    parts = [Styled(name, "number", "primary", bold=True)] if name else []
    for item in _held(fields, quadrant):
        color: Color = "accent" if item.emphasis else "foreground"
        parts.append(Styled(item.heading, "point", color, bold=item.emphasis, space=6))
    return Panel(TextBlock(tuple(parts)), "tint1" if best else "panel", padding=INSET)


def _axes(fields: Fields) -> Block:
    """What the axes are called, over quadrants that stand in a list."""
    return Row(tuple(_axis(axis) for axis in (fields.up, fields.across)))


def _axis(axis: Axis) -> Block:
    ends = (Styled(end, "label", "muted") for end in (axis.low, axis.high))
    return TextBlock((Styled(axis.name, "card", "primary", bold=True), *ends))


def _framed(fields: Fields, field: Block) -> Block:
    """The field with the names of the axes at its left and under it."""
    up, across = fields.up, fields.across
    beside = Column(
        (
            TextBlock((Styled(up.high, "label", "muted", align="right"),)),
            TextBlock((Styled(up.name, "card", "primary", bold=True, align="right"),), anchor="middle"),
            TextBlock((Styled(up.low, "label", "muted", align="right"),), anchor="bottom"),
        ),
        justify="grow",
        grows=(1,),
    )
    under = Row(
        (
            TextBlock((Styled(across.low, "label", "muted"),)),
            TextBlock((Styled(across.name, "card", "primary", bold=True, align="center"),)),
            TextBlock((Styled(across.high, "label", "muted", align="right"),)),
        ),
        weights=(1, 2, 1),
    )
    above = Row((beside, field), (AXIS, FIELD))
    return Column((above, Row((Space(0), under), (AXIS, FIELD))), gap=8, justify="grow", grows=(0,))


def _points(fields: Fields) -> tuple[Arrangement, ...]:
    plane = Group(_field(fields), "field", _alt(fields))
    keys = Column(tuple(_key(item, number) for number, item in enumerate(fields.items, 1)), gap=8, justify="middle")
    beside = Column((Row((_framed(fields, plane), keys), (8, 4), gap=24),), justify="grow")
    under = Column((_framed(fields, plane), Grid(keys.children, 2, gap=6)), gap=10, justify="grow", grows=(0,))
    return (
        Arrangement("Diagram", canvas=beside, name="the list beside the field"),
        Arrangement("Diagram", canvas=under, name="the list under the field", step=1),
    )


def _field(fields: Fields) -> Plane:
    """Four quadrants, the lines between them, and a numbered point for each item."""
    half, ends = END / 2, (-EDGE, END + EDGE)
    marks: list[PlaneMark] = [
        Area("field", Paint("panel"), ends, ends),
        Area("best quadrant", Paint("tint1"), (half, ends[1]), (half, ends[1])),
        Segment("axis across", Paint(line="tint3", width=1.25), ends, (half, half)),
        Segment("axis up", Paint(line="tint3", width=1.25), (half, half), ends),
    ]
    for number, item in enumerate(fields.items, 1):
        if item.x is None or item.y is None:
            continue
        color: Color = "accent" if item.emphasis else "primary"
        said = Styled(text(str(number), f"items/{number}/point"), "label", "background", bold=True, align="center")
        place = (float(item.x.amount or 0), float(item.y.amount or 0))
        marks.append(Point("point", Paint(color, "background", 1.5), *place, POINT, label=Label((said,), gap=0)))
    return Plane(Linear(*ends), Linear(*reversed(ends)), tuple(marks), HEIGHT)


def _key(item: Item, number: int) -> Block:
    color: Color = "accent" if item.emphasis else "primary"
    said = TextBlock((Styled(item.heading, "body", bold=item.emphasis),), anchor="middle")
    return Row((badge(number, item.heading.path, color, size=POINT), said), fixed=(POINT, 0), gap=10)
