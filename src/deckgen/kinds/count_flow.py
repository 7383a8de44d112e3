"""Counts that lead to each other: five municipalities, seven agreements, three clusters.

In: two to four counts, maybe in groups, and maybe the groups of one base below. Out: blocks of a large number and as
many signs, with chevrons between them and brackets under groups; rows of signs, where each group leads to its own
part of the last count; the base as a line of smaller signs under a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.icon import Icon
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.linked_counts import LINK, LONG_LINK, Counting, linked
from deckgen.model.outline import Outline
from deckgen.model.plane import Linear, Plane, Segment
from deckgen.model.shapes import Paint
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import Counted, lines, width_of
from deckgen.model.styled import Styled
from deckgen.model.text import EMPTY, NOWHERE, Text, Value
from deckgen.model.theme import Color, Role, SignShape

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("linked", "nouns beside their numbers", "nouns under their numbers", "one under the other")

EXAMPLE = """\
id: example.count-flow
kind: count_flow
title: Fem kommuner har i alt syv aftaler med tre klynger
subtitle: Et kvadrat er én aftale, en sekskant er én klynge
blocks:
  - count: 5
    label: kommuner
    sign: circle
  - count: 7
    label: samarbejdsaftaler
    sign: square
    groups:
      - count: 4
        label: 4 hos én klynge
      - count: 3
        label: 3 hos to klynger
    emphasis: true
  - count: 3
    label: klynger
    sign: hexagon
base:
  heading: Alle 12, der har svaret
  body: Samarbejdsaftaler med nordjyske aktører
  sign: hexagon
  groups:
    - count: 8
      label: 8 har mindst én aftale (12 − 4)
    - count: 4
      label: 4 har ingen
      left-out: true
"""

MOST = 12
"""Signs that can still be counted in a block; a base may have more."""
BASE_MOST = 20
PITCH, ROW_PITCH, BASE_PITCH, SMALL_PITCH = 46, 36, 40, 30
"""What a sign takes by nature, in points: in a block, in one on a row, in the base, in one without names."""
GROWS_MOST = 28
"""By how many points the signs of blocks may grow where there is room."""
LEAST_SHARE = 2.4
"""The least share of the width that a block has, in signs, so that its number and noun stand on a line."""
CHEVRON, GAP = 18, 12
"""How wide a chevron is, and the room at its sides, in points."""
BETWEEN = 16
"""Points between groups."""
LINKED: Final[Role] = "figure"
"""What the numbers are where lines lead from row to row."""
UNDER, UNDER_DIGITS = 8, -4
"""Points under a line of text, and under one whose only low letters are small beside its figures."""


@dataclass(frozen=True)
class Part:
    count: Value = described("How many of the block.")
    label: Text | None = described("What they have in common: '4 hos én klynge'.", default=None)
    left_out: bool = described("True where they lack what the others have: they are dashed.", default=False)
    leads_to: int | None = described(
        "In the last block but one, on each of its groups: to how many of the last block it leads.", default=None
    )
    leads_to_span: Span = described("Where `leads-to` is written.", default=NOWHERE)


@dataclass(frozen=True)
class Counts:
    count: Value = described("How many: at most 12.")
    label: Text = described("What is counted, in a word or two.")
    sign: Sign = described("The sign that stands for one.", default=Sign())
    icon: Icon | None = described("An icon that stands for one, in place of a sign.", default=None)
    groups: tuple[Part, ...] = described("The groups that they fall into, under brackets.", default=(), maximum=3)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Base:
    groups: tuple[Part, ...] = described("The groups that all of them fall into.", minimum=1, maximum=3)
    heading: Text = described("Whom the line below shows; without names of the groups what they come to.")
    body: Text | None = described("What is asked of them, or one must know beside it.", default=None)
    sign: Sign = described("The sign that stands for one.", default=Sign())


@dataclass(frozen=True)
class Fields:
    blocks: tuple[Counts, ...] = described("The counts, in the order in which they lead on.", minimum=2, maximum=4)
    base: Base | None = described("Counts of one base, as a smaller line below.", default=None)
    note: Text | None = described("What one must know beside it, in a few words.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Every count is whole and can be drawn, and the groups of a block are the whole block."""
    for one in fields.blocks:
        yield from _uncountable(one.count, MOST)
        counts = [part.count.amount for part in one.groups]
        known = [count for count in counts if count is not None]
        if counts and one.count.amount is not None and len(known) == len(counts) and sum(known) != one.count.amount:
            message = f"the groups come to {sum(known)}, and the block has {one.count.amount}"
            yield Fault(message, one.groups[0].count.span, "every one of the block belongs to one group")
    yield from _astray(fields)
    for part in (
        *(part for one in fields.blocks for part in one.groups),
        *(fields.base.groups if fields.base else ()),
    ):
        yield from _uncountable(part.count, BASE_MOST)
    if fields.base:
        total = sum(part.count.amount or 0 for part in fields.base.groups)
        if total > BASE_MOST:
            hint = "show more as shares, with kind `shares` or `chart`"
            yield Fault(
                f"{total} signs cannot stand in a line: at most {BASE_MOST}", fields.base.groups[0].count.span, hint
            )


def _astray(fields: Fields) -> Iterator[Fault]:
    """Groups lead to the last block, all of them or none, and to every one of it."""
    *others, leading, last = fields.blocks
    for one in (*others, last):
        for part in one.groups:
            if part.leads_to is not None:
                hint = "groups of the last block but one lead on, and no others"
                yield Fault("`leads-to` is not understood here", part.leads_to_span, hint)
    led = [part for part in leading.groups if part.leads_to is not None]
    if led and len(led) < len(leading.groups):
        yield Fault("`leads-to` is said of some groups alone", led[0].leads_to_span, "say it of each, or of none")
    elif led:
        yield from _unled(led, last)


def _unled(led: list[Part], last: Counts) -> Iterator[Fault]:
    for part in led:
        if (part.leads_to or 0) < 1:
            yield Fault("a group leads to one or more", part.leads_to_span, "leave `leads-to` out of all groups")
            return
    total, known = sum(part.leads_to or 0 for part in led), last.count.amount
    if known is not None and total != known:
        message = f"the groups lead to {total}, and the last block has {known}"
        yield Fault(message, led[0].leads_to_span, "every one of the last block belongs to one group")


def _uncountable(value: Value, most: int) -> Iterator[Fault]:
    amount = value.amount
    if amount is not None and not (1 <= amount <= most and amount == int(amount)):
        yield Fault(f"{amount} signs cannot be drawn: from 1 to {most}, whole", value.span, "leave the count out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside, under = _below(fields, beside=True), _below(fields, beside=False)
    flows = (
        _arrangement(_flow(fields), beside, "nouns beside their numbers"),
        _arrangement(_flow(fields, narrow=True), under, "nouns under their numbers"),
        _arrangement(_down(fields), under, "one under the other"),
    )
    if not _is_linked(fields):
        return flows
    signs = linked(tuple(map(_counting, fields.blocks)), LONG_LINK if fields.base else LINK)
    drawn = Group(signs, "flow", _alt(fields))
    return (_arrangement(drawn, beside, "linked"), *(replace(flow, step=2) for flow in flows))


def _is_linked(fields: Fields) -> bool:
    return any(part.leads_to for part in fields.blocks[-2].groups)


def _role(fields: Fields) -> Role:
    return LINKED if _is_linked(fields) else "figure"


def _arrangement(flow: Block, below: tuple[Block, ...], name: str) -> Arrangement:
    canvas = Column((flow, *below), gap=14, justify="grow", grows=(0,))
    return Arrangement("Diagram", canvas=canvas, name=name)


def _counting(one: Counts) -> Counting:
    """A row of signs with its number; the groups say how many they are, and to how many they lead."""
    parts = tuple((_amount(part.count), part.leads_to or 0, part.label or EMPTY) for part in one.groups)
    shape = one.icon.outline if one.icon else one.sign.shape
    return Counting(_amount(one.count), _number(one, LINKED, narrow=False), shape, _color(one), parts)


def _color(one: Counts) -> Color:
    return "accent" if one.emphasis else "primary"


def _flow(fields: Fields, narrow: bool = False) -> Block:
    """The blocks side by side, each as wide as its signs ask for, with chevrons between them."""
    children: list[Block] = []
    weights: list[float] = []
    for number, one in enumerate(fields.blocks):
        if number:
            children.append(_chevron(narrow))
            weights.append(0)
        children.append(_block(one, _role(fields), narrow))
        weights.append(max(width_of(_amount(one.count)), LEAST_SHARE))
    fixed = tuple(CHEVRON if not weight else 0.0 for weight in weights)
    row = Row(tuple(children), weights=tuple(weights), fixed=fixed, gap=GAP, levels=True)
    return Group(Column((row,), justify="grow"), "flow", _alt(fields))


def _block(one: Counts, role: Role, narrow: bool) -> Block:
    labels = Column((Space(UNDER), _labels(one.groups)), gap=0) if _is_labelled(one.groups) else Space(0)
    return _grown((_number(one, role, narrow), _signs(one, PITCH), labels), narrow)


def _grown(parts: tuple[Block, Block, Block], narrow: bool) -> Column:
    """What stands over the signs, the signs, which grow, and what stands under them.

    Signs take some of the room that a line of large figures has under its digits.
    """
    return Column(parts, gap=UNDER if narrow else UNDER_DIGITS, justify="grow", grows=(1,), grows_most=GROWS_MOST)


def _number(one: Counts, role: Role, narrow: bool) -> Block:
    number = TextBlock((Styled(one.count.said, role, _color(one), bold=True),))
    label = TextBlock((Styled(one.label, "body"),))
    if narrow:
        return Column((number, label), gap=0)
    return Row((number, label), hugs=((number,), ()), gap=10, baseline=True)


def _signs(one: Counts, pitch: float) -> Block:
    parts = one.groups or (Part(one.count, one.label),)
    shape = one.icon.outline if one.icon else one.sign.shape
    return _grouped(parts, shape, _color(one), pitch, bracketed=_is_labelled(one.groups))


def _grouped(
    parts: tuple[Part, ...], shape: SignShape | Outline, color: Color, pitch: float, bracketed: bool
) -> Block:
    """Groups of signs side by side, all signs of one size, each group over a bracket of its own."""
    planes = tuple(_group(part, shape, color, pitch, bracketed) for part in parts)
    return Row(planes, weights=_weights(parts), gap=BETWEEN)


def _group(part: Part, shape: SignShape | Outline, color: Color, pitch: float, bracketed: bool) -> Plane:
    count = _amount(part.count)
    counted = Counted(0 if part.left_out else count, count, shape, color)
    return lines(counted, pitch, bracketed=count if bracketed else 0)


def _is_labelled(parts: tuple[Part, ...]) -> bool:
    return any(part.label for part in parts)


def _weights(parts: tuple[Part, ...]) -> tuple[float, ...]:
    return tuple(width_of(_amount(part.count)) for part in parts)


def _labels(parts: tuple[Part, ...]) -> Block:
    """What each group is, under its bracket."""
    if not _is_labelled(parts):
        return Space(0)
    said = tuple(TextBlock((Styled(part.label or EMPTY, "body", align="center"),)) for part in parts)
    return Row(said, weights=_weights(parts), gap=BETWEEN)


def _chevron(narrow: bool) -> Block:
    """An arrow head on the level of the signs."""
    paint = Paint(line="muted", width=2.25)
    marks = (Segment("chevron", paint, (0, 1), (0, 1)), Segment("chevron", paint, (0, 1), (2, 1)))
    head = Plane(Linear(0, 1), Linear(0, 2), marks, height=2 * CHEVRON, contained="center")
    return _grown((Space(0), head, Space(0)), narrow)


def _down(fields: Fields) -> Block:
    """Each block in a row of its own: the number at the left, its signs at the right."""
    rows = tuple(_beside(one, _role(fields)) for one in fields.blocks)
    return Group(Column(rows, gap=8, justify="grow", splits=True), "flow", _alt(fields))


def _beside(one: Counts, role: Role) -> Block:
    number = Column((_number(one, role, narrow=False),), justify="middle")
    signs = Column((_signs(one, ROW_PITCH), _labels(one.groups)), gap=4, justify="middle")
    return Row((number, signs), weights=(2, 3), gap=24)


def _below(fields: Fields, beside: bool) -> tuple[Block, ...]:
    """The base with the note at its side or under it; the note alone in a line."""
    note = (TextBlock((Styled(fields.note, "body"),), anchor="middle"),) if fields.note else ()
    base = fields.base
    if base is None:
        return tuple(Panel(said, rule="top", padding=10) for said in note)
    says = [Styled(base.heading, "body", bold=True)]
    if base.body:
        says.append(Styled(base.body, "body"))
    labelled = _is_labelled(base.groups)
    pitch = BASE_PITCH if labelled else SMALL_PITCH
    signs = Column(
        (_grouped(base.groups, base.sign.shape, "mark", pitch, bracketed=labelled), _labels(base.groups)),
        gap=4,
        justify="middle",
    )
    alt = "; ".join((base.heading.plain, *(part.label.plain for part in base.groups if part.label)))
    told = Group(signs, "base", alt)
    words = TextBlock(tuple(says), anchor="middle")
    if not labelled:
        row: Block = Row((told, words, *note), weights=(5, 7, 3) if note else (5, 7), gap=24)
    elif beside:
        row = Row((words, told, *note), weights=(3, 6, 2.8) if note else (4, 7), gap=24)
    else:
        row = Column((words, told, *note), gap=6)
    return (Panel(row, rule="top", padding=12),)


def _amount(value: Value) -> int:
    return int(value.amount or 0)


def _alt(fields: Fields) -> str:
    return " → ".join(
        f"{one.count.shown} {one.label.plain}" + "".join(f", {part.label.plain}" for part in one.groups if part.label)
        for one in fields.blocks
    )
