"""So many of so many, as one large number and as signs that can be counted.

In: a count and a total, both bound. Out: the number with what it counts, and a sign for each beside it as one figure,
those not counted dashed and parts named beside their rows; or the signs in lines below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Label
from deckgen.model.shapes import Mark
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import MOST_OF_A_HONEYCOMB, Counted, block, lines, parted, parted_rows
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("a part in rows of its own", "signs beside", "signs below")
SHOWS: Final[Shows] = "parts of a whole"

EXAMPLE = """\
id: example.tally
kind: tally
title: Tolv af tretten klynger har svaret
count: 12
total: 13
label: af 13 klynger har svaret
rest: ikke svaret
text: Undersøgelsen gik til alle de nationale klynger
sign: hexagon
"""

MOST = 40
"""Signs that can still be counted on a slide."""
ACROSS = 10
"""Signs in a line where there are many."""
SIDES, NAMED_SIDES = (10.0, 11.0), (11.0, 10.0)
"""What is said and the figure against each other; the same where its parts are named beside it, and it is high."""
NAMES: Final = 168.0
"""Points for the names of parts beside a figure."""
PITCH, LINE_PITCH = 44, 26
"""What a sign takes by nature, in points, in a figure and in a line; it grows where there is room."""


@dataclass(frozen=True)
class Fields:
    count: Value = described("How many.")
    total: Value = described("Of how many: at most 40.")
    label: Text = described("What is counted, as it is read after the number: 'af 12 klynger, der har svaret'.")
    rest: Text | None = described("What those are that are not counted, in a word or two.", default=None)
    part: Value | None = described("How many of those counted are told apart, dark.", default=None)
    part_label: Text | None = described("What those are: 'store med kontor'.", default=None)
    other_label: Text | None = described("What the others are that are counted.", default=None)
    text: Text | None = described("What it means, in a sentence.", default=None)
    points: tuple[Text, ...] = described("What belongs to it.", default=(), maximum=5)
    sign: Sign = described("The sign that stands for one.", default=Sign())
    emphasis: bool = described("True where it is the one finding of the page.", default=False)


def check(fields: Fields) -> Iterator[Fault]:
    """Both are whole numbers, and the count is a part of a total that can be drawn."""
    count, total = fields.count.amount, fields.total.amount
    for value in (fields.count, fields.total):
        if value.amount is not None and value.amount != value.amount.to_integral_value():
            yield Fault(f"{value.amount} is no whole number of signs", value.span, "show it as a share")
    if total is not None and not 1 <= total <= MOST:
        hint = "show more as a share, with kind `shares` or `chart`"
        yield Fault(f"{total} signs cannot be shown: at least 1 and at most {MOST}", fields.total.span, hint)
    if count is not None and (count < 0 or (total is not None and count > total)):
        message = f"{count} is no part of {total}" if total is not None else f"{count} is below zero"
        yield Fault(message, fields.count.span, "the count is from 0 to the total")
    elif fields.rest and count is not None and count == total:
        yield Fault("`rest` names those that are not counted, and all are", fields.rest.span, "leave it out")
    yield from _no_part(fields)


def _no_part(fields: Fields) -> Iterator[Fault]:
    count, part = fields.count.amount, fields.part.amount if fields.part else None
    if fields.part and part is not None and count is not None and not (0 < part <= count and part == int(part)):
        message = f"{part} is no part of {count}, those that are counted"
        yield Fault(message, fields.part.span, "it is from 1 to the count, and whole")
    if (fields.part is None) != (fields.part_label is None):
        here = fields.part.span if fields.part else fields.part_label.span if fields.part_label else fields.count.span
        yield Fault("`part` and `part-label` go together, and one of them is missing", here, "write both")
    if fields.other_label and not fields.part:
        message = "`other-label` names those that are no part, and no part is told apart"
        yield Fault(message, fields.other_label.span, "leave it out, or write `part`")
    elif fields.other_label and part is not None and part == count:
        message = "`other-label` names those that are no part, and all that are counted are"
        yield Fault(message, fields.other_label.span, "leave it out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    color: Color = "accent" if fields.emphasis else "primary" if fields.part else "mark"
    other: Color = "mark" if fields.emphasis else "tint3"
    count, total = int(fields.count.amount or 0), int(fields.total.amount or 0)
    part = int(fields.part.amount or 0) if fields.part else 0
    counted = Counted(count, total, fields.sign.shape, color, part, other)
    under = _below(fields, counted, "signs below")
    many = counted.total > MOST_OF_A_HONEYCOMB
    rows = parted_rows(counted.parts) if part and not many and counted.shape == "hexagon" else ()
    if rows:
        return (_parted(fields, counted, rows), _beside(fields, counted, False), under)
    named_inside = bool(fields.rest) and counted.total - counted.count == 1 and not many
    beside = _beside(fields, counted, False)
    return (_beside(fields, counted, True), beside, under) if named_inside else (beside, under)


def _parted(fields: Fields, counted: Counted, rows: tuple[int, ...]) -> Arrangement:
    """Each part in rows of its own, its name beside them: all that are counted have the colour of the number."""
    names = (fields.part_label, fields.other_label, fields.rest)
    alike = replace(counted, other=counted.color)
    return _arranged(fields, alike, parted(alike, rows, PITCH, names, NAMES), (), "a part in rows of its own")


def _beside(fields: Fields, counted: Counted, named_inside: bool) -> Arrangement:
    rest = fields.rest
    label = Label((Styled(rest, "label", "muted", align="center"),), gap=6) if rest and named_inside else None
    many = counted.total > MOST_OF_A_HONEYCOMB
    figure = lines(counted, LINE_PITCH, "center", ACROSS) if many else block(counted, PITCH, label)
    named = (*_part_key(fields, counted), *((_key(rest, counted),) if rest and not named_inside else ()))
    name = "signs beside, those left out named below" if rest and not named_inside else "signs beside"
    return _arranged(fields, counted, figure, named, name)


def _arranged(fields: Fields, counted: Counted, figure: Block, named: tuple[Block, ...], name: str) -> Arrangement:
    """The number and what it says at the left; the figure at the right, as large as its half holds it."""
    signs = Group(figure, "tally", _alt(fields, counted))
    right = Column((signs, *named), gap=8, justify="grow", grows=(0,))
    left = Column((Column(_number(fields, _of_all(counted)), gap=0), *_says(fields)), gap=10, justify="upper")
    row = Row((left, right), weights=NAMED_SIDES if fields.part else SIDES, gap=36)
    return Arrangement("Diagram", canvas=Column((row,), justify="grow"), name=name)


def _below(fields: Fields, counted: Counted, name: str) -> Arrangement:
    across = counted.total if counted.total <= ACROSS else ACROSS
    signs = Group(lines(counted, LINE_PITCH, across=across), "tally", _alt(fields, counted))
    named = (*_part_key(fields, counted), *((_key(fields.rest, counted),) if fields.rest else ()))
    number = _number(fields, _of_all(counted))
    parts = (*number, signs, *named, *_says(fields))
    grows = len(number)
    return Arrangement("Diagram", canvas=Column(parts, gap=14, justify="grow", grows=(grows,)), name=name)


def _of_all(counted: Counted) -> Color:
    """The colour of the number, which counts all: no colour of a part is that of the whole."""
    told_apart = counted.part and counted.other != counted.color
    return "foreground" if told_apart and counted.color == "accent" else counted.color


def _number(fields: Fields, color: Color) -> tuple[Block, ...]:
    """The number with what it counts on its baseline, the word that qualifies it above."""
    number = TextBlock((Styled(fields.count.bare, "hero", color, bold=True),))
    label = TextBlock((Styled(fields.label, "number", bold=True),))
    row = Row((number, label), hugs=((number,), ()), gap=20, baseline=True)
    if not fields.count.qualifier:
        return (row,)
    return (TextBlock((Styled(fields.count.qualified, "lead", color, bold=True),)), row)


def _says(fields: Fields) -> tuple[Block, ...]:
    says: list[Block] = []
    if fields.text:
        says += [Mark("rect", "tint3", 0, 1.25), TextBlock((Styled(fields.text, "lead"),))]
    if fields.points:
        says.append(Column(tuple(map(_point, fields.points)), gap=8, splits=True))
    return tuple(says)


def _point(point: Text) -> Block:
    return Panel(TextBlock((Styled(point, "point"),)), rule="top", padding=8)


def _part_key(fields: Fields, counted: Counted) -> tuple[Block, ...]:
    """A dark sign with what it means, and a lighter one, where some of those counted are told apart."""
    if not fields.part_label:
        return ()
    part = _named(fields.part_label, Counted(1, 1, counted.shape, counted.color))
    if not fields.other_label:
        return (part,)
    return (part, _named(fields.other_label, Counted(1, 1, counted.shape, counted.other)))


def _key(rest: Text, counted: Counted) -> Block:
    """A dashed sign with what it means."""
    return _named(rest, Counted(0, 1, counted.shape, counted.color))


def _named(said: Text, sign: Counted) -> Block:
    words = TextBlock((Styled(said, "body", "muted"),), anchor="middle")
    return Row((Group(lines(sign, 18), "tally key", said.plain), words), fixed=(20, 0), gap=6)


def _alt(fields: Fields, counted: Counted) -> str:
    left = f"; {counted.total - counted.count} {fields.rest.plain}" if fields.rest else ""
    told = "".join(f"; {said.plain}" for said in (fields.part_label, fields.other_label) if said)
    return f"{fields.count.shown} {fields.label.plain}{told}{left}"
