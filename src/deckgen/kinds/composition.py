"""What a whole is made of: one bar in two to four parts, each with its number on it, and a bracket over the whole.

In: the parts, what they come to, and what to know of it. Out: one bar across the page, the parts as long as they are
large; where a part does not hold what it says, the numbers stand under the bar beside a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Group, Layered, Panel, Row, Space, TextBlock
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Linear, Plane, Point, Segment
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import Paint
from deckgen.model.styled import Align, Anchor, Styled
from deckgen.model.text import Text, Value
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("labels on the bar", "a key under the bar", "a key in lines")
SHOWS: Final[Shows] = "parts of a whole"

EXAMPLE = """\
id: example.composition
kind: composition
title: To af tre medlemmer er mindre virksomheder
subtitle: Medlemmer i tolv klynger
parts:
  - value: 252
    label: har færre end 50 ansatte
    emphasis: true
  - value: 123
    label: har flere end 50 ansatte
total: 375
total-label: medlemmer tilsammen
points:
  - De mindre fylder mest i alle tolv klynger
  - Tallene er opgjort ved årets udgang
"""

SEAM: Final = 3.0
STRIPES, STRIPE, APART = 3, 3.0, 0.01
"""Stripes before a border that nobody knows just: how many, how wide in points, and the way from one to the next."""
BRACKET: Final = 14.0
BAR_PADDING: Final = 14.0
"""Between the edges of a part and what stands on it, in points."""
THIN: Final = 56.0
"""How high a bar without words is by nature, in points."""
KEY: Final = 16.0
LABELLED: Final[Mapping[str, Role]] = {"labels on the bar, large": "hero", "labels on the bar": "figure"}
"""The ways of numbers on the bar, and in what type: the largest that it holds."""
KEYED: Final = 3
"""The step of the type scale from which a key may take the words: large numbers on the parts are at their floor."""
QUIET: Final[tuple[Color, Color]] = ("tint1", "tint2")
"""The parts beside the one to see, in turn."""
_WHOLE: Final = Linear(0, 1)


@dataclass(frozen=True)
class Part:
    value: Value = described("How many it is.")
    label: Text = described("What they are, as it is read after the number.")
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    parts: tuple[Part, ...] = described("The parts, in order.", minimum=2, maximum=4)
    total: Value = described("What they come to.")
    total_label: Text = described("What all of them are, as it is read after the number.")
    points: tuple[Text, ...] = described("What to know of it.", default=(), maximum=3)


def check(fields: Fields) -> Iterator[Fault]:
    """The parts come to the whole."""
    amounts = [part.value.amount for part in fields.parts]
    for part in fields.parts:
        if part.value.amount is not None and part.value.amount <= 0:
            yield Fault(f"{part.value.amount} is no part that can be seen", part.value.span, "leave it out")
    known = [amount for amount in amounts if amount is not None]
    total = fields.total.amount
    if total is not None and len(known) == len(amounts) and sum(known, Decimal(0)) != total:
        message = f"the parts come to {sum(known, Decimal(0))}, and the whole is {total}"
        yield Fault(
            message, fields.total.span, "add the part that is missing, such as 'ikke oplyst', or mend the whole"
        )


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    large, labelled = (
        _stands((*_whole(fields), _bar(fields, role)), fields, name) for name, role in LABELLED.items()
    )
    keyed = _stands((*_whole(fields), _bar(fields), _key(fields)), fields, "a key under the bar", KEYED)
    listed = _stands((*_whole(fields), _bar(fields), _key(fields, down=True)), fields, "a key in lines", KEYED)
    return large, replace(labelled, step=1), keyed, listed


def _stands(parts: tuple[Block, ...], fields: Fields, name: str, step: int = 0) -> Arrangement:
    """The bar takes the height that the rest leaves."""
    alt = "; ".join(f"{part.value.shown} {part.label.plain}" for part in fields.parts)
    drawn = Group(
        Column(parts, gap=6, justify="grow", grows=(2,)),
        "composition",
        f"{fields.total.shown} {fields.total_label.plain}: {alt}",
    )
    if not fields.points:
        return Arrangement("Diagram", canvas=Column((drawn,), justify="grow"), name=name, step=step)
    points = Row(tuple(map(_point, fields.points)), gap=2 * GUTTER)
    canvas = Column((drawn, points), gap=20, justify="grow", grows=(0,))
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _whole(fields: Fields) -> tuple[Block, Block]:
    """What the whole is, over a bracket as wide as the bar."""
    number = TextBlock((Styled(fields.total.said, "number", "primary", bold=True),))
    says = TextBlock((Styled(fields.total_label, "lead", "primary"),))
    paint = Paint(line="primary", width=1.5)
    bracket = (
        Segment("bracket start", paint, (0, 0), (0, 1)),
        Segment("bracket", paint, (0, 1), (0, 0)),
        Segment("bracket end", paint, (1, 1), (0, 1)),
    )
    row = Row((number, says), hugs=((number,), ()), gap=10, baseline=True)
    return row, Plane(_WHOLE, _WHOLE, bracket, height=BRACKET)


def _fills(fields: Fields) -> tuple[Color, ...]:
    """The one to see dark and the others quiet; where there is none, dark to light."""
    if any(part.emphasis for part in fields.parts):
        return tuple("primary" if part.emphasis else QUIET[at % 2] for at, part in enumerate(fields.parts))
    return sequence(len(fields.parts))[::-1]


def _bar(fields: Fields, role: Role | None = None) -> Block:
    """The bar, with the numbers of its parts on it in type of a role where one is given."""
    parts = tuple(
        _labelled(part, fill, role) if role else Panel(Space(THIN), fill, name="part")
        for part, fill in zip(fields.parts, _fills(fields), strict=True)
    )
    bar = Row(parts, _shares(fields), gap=SEAM, levels=role is not None)
    marks = tuple(_soft(fields))
    return Layered((bar, Plane(_WHOLE, _WHOLE, marks, height=1))) if marks else bar


def _soft(fields: Fields) -> Iterator[Segment]:
    """Stripes before each border of numbers that are qualified: nobody knows just where it lies."""
    shares, line = _shares(fields), Paint(line="background", width=STRIPE)
    ends = accumulate(share / sum(shares) for share in shares)
    for (part, after), end in zip(pairwise(fields.parts), ends, strict=False):
        if part.value.qualifier or after.value.qualifier:
            for at in range(1, STRIPES + 1):
                yield Segment("open end", line, (end - at * APART, end - at * APART), (0, 1))


def _shares(fields: Fields) -> tuple[float, ...]:
    return tuple(float(part.value.amount or 0) for part in fields.parts)


def _labelled(part: Part, fill: Color, role: Role) -> Block:
    says = Column(
        (
            _line(part.value.qualified, "lead", ink(fill), "bottom"),
            _line(part.value.bare, role, "highlight" if part.emphasis else ink(fill), "middle"),
            _line(part.label, "lead", ink(fill), "top"),
        ),
        gap=0,
        justify="middle",
    )
    return Panel(says, fill, padding=BAR_PADDING, name="part")


def _line(said: Text, role: Role, color: Color, anchor: Anchor, align: Align = "left") -> TextBlock:
    bold = role != "lead"
    return TextBlock((Styled(said, role, color, bold=bold, align=align),) if said else (), anchor=anchor)


def _key(fields: Fields, down: bool = False) -> Block:
    """Each part with its colour and its number; each under its part, or one under the other."""
    keys = tuple(_named(part, fill) for part, fill in zip(fields.parts, _fills(fields), strict=True))
    return Column(keys, gap=6) if down else Row(keys, _shares(fields), gap=GUTTER)


def _named(part: Part, fill: Color) -> Block:
    sign = Plane(_WHOLE, _WHOLE, (Point("key", Paint(fill), 0.5, 0.5, KEY, "rect"),), KEY)
    number = TextBlock((Styled(part.value.said, "number", "foreground", bold=True),), anchor="middle")
    says = TextBlock((Styled(part.label, "body"),), anchor="middle")
    return Row((sign, number, says), fixed=(KEY, 0, 0), hugs=((), (number,), ()), gap=10)


def _point(point: Text) -> Block:
    return Panel(TextBlock((Styled(point, "body", "muted"),)), rule="top", padding=8)
