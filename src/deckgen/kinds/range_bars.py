"""From the least to the most: how far apart the ends of several measures are, each on a scale of its own from zero.

In: a low and a high end for each row, and maybe how many times the largest is the smallest. Out: a bar from end to
end with the numbers over its ends, what is uncertain of the high end dashed; the ratio as signs on a panel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET
from deckgen.model.chart_type import Shows
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.sign_marks import times
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("a label at each end", "both ends in one label", "bars below their labels")
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.range-bars
kind: range_bars
title: Klyngerne er meget forskellige organisationer
subtitle: Mindste og største klynge. Hver række har sin egen skala fra 0
rows:
  - label: Ansatte
    low: 7
    high: 45
    high-from: 40
  - label: Medlemmer
    low: 85
    high: 450
ratio:
  heading: Finansiering
  times: 25
  label: gange den mindste
  least: mindste
  most: største
"""

MOST = 60
"""Signs of a ratio that can still be taken in."""
BAR, GROWS_MOST = 26, 22
"""Least height of a bar, and by how much it may grow, in points."""
ICON = 38.0
"""Points that an icon takes."""
RATIO_PITCH = 20
"""What a sign of the ratio takes by nature, in points; it grows where there is room."""
RULED = 4.0
"""Points between a row and the rule under it."""
CLOSE = 0.3
"""Ends that are closer than this share of the scale have one label."""
THICK = 0.62
"""How much of its height a bar takes where its end marks take all."""


@dataclass(frozen=True)
class Range:
    label: Text = described("What is measured.")
    low: Value = described("The low end.")
    high: Value = described("The high end.")
    high_from: Value | None = described("From where on the high end is uncertain: 40 of '40–50'.", default=None)
    note: Text | None = described("What one must know to read it.", default=None)
    icon: Icon | None = described("An icon before the label.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Ratio:
    heading: Text = described("What is compared.")
    times: Value = described("How many times the smallest the largest is: at most 60.")
    label: Text = described("What follows the number: 'gange den mindste'.")
    least: Text = described("What the one sign stands for.")
    most: Text = described("What the many stand for.")


@dataclass(frozen=True)
class Fields:
    rows: tuple[Range, ...] = described("The measures, each on its own scale.", minimum=1, maximum=5)
    ratio: Ratio | None = described("The largest as so many times the smallest, on a panel beside.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Ends are in order and not below zero, and a ratio can be drawn."""
    for row in fields.rows:
        low, high = row.low.amount, row.high.amount
        if low is not None and low < 0:
            yield Fault(f"{low} is below zero, where the scale begins", row.low.span, "show it as a chart")
        if low is not None and high is not None and high <= low:
            yield Fault(
                f"the high end {high} is not over the low end {low}", row.high.span, "write the lower as `low`"
            )
        start = row.high_from.amount if row.high_from else None
        if row.high_from and start is not None and low is not None and high is not None and not low <= start <= high:
            message = f"{start} does not lie between {low} and {high}, the ends of its row"
            yield Fault(message, row.high_from.span, "write from where on the high end is uncertain")
    if fields.ratio and fields.ratio.times.amount is not None and not 1 <= fields.ratio.times.amount <= MOST:
        many = fields.ratio.times
        yield Fault(f"{many.amount} signs cannot be taken in: from 1 to {MOST}", many.span, "leave `ratio` out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (
        _arrangement(fields, _rows(fields, apart=True), beside=True, name="a label at each end"),
        _arrangement(fields, _rows(fields, apart=False), beside=True, name="both ends in one label"),
        _arrangement(fields, _stacked(fields), beside=False, name="bars below their labels"),
    )


def _arrangement(fields: Fields, rows: Block, beside: bool, name: str) -> Arrangement:
    if fields.ratio is None:
        return Arrangement("Diagram", canvas=rows, name=name)
    if beside:
        row = Row((rows, _ratio(fields.ratio)), weights=(16, 9), gap=32)
        return Arrangement("Diagram", canvas=Column((row,), justify="grow"), name=name)
    below = Column((rows, _ratio(fields.ratio)), gap=16, justify="grow", closes=True)
    return Arrangement("Diagram", canvas=below, name=name)


def _rows(fields: Fields, apart: bool) -> Grid:
    """One row a range, all of one height, so that no bar is thicker than another."""
    iconed = any(row.icon for row in fields.rows)
    labels = tuple(_label(row, iconed) for row in fields.rows)
    words = tuple(_label(replace(row, note=None), iconed) for row in fields.rows)

    def row(one: Range, label: Block) -> Block:
        parts = (
            Column((Space(0), label), gap=2, justify="grow", grows=(1,), grows_most=GROWS_MOST),
            _range(one, apart),
        )
        return _named(one, Row(parts, hugs=(words, ()), gap=16, levels=True))

    rows = tuple(row(one, label) for one, label in zip(fields.rows, labels, strict=True))
    ruled = (Panel(one, rule="bottom", padding=RULED) for one in rows[:-1])
    last = Column((rows[-1], Space(RULED)), gap=0, justify="grow", grows=(0,))
    return Grid((*ruled, last), 1, gap=4, fill=True, splits=True)


def _stacked(fields: Fields) -> Column:
    rows = tuple(_named(one, Column((_label(one, bool(one.icon)), _range(one, False)), gap=2)) for one in fields.rows)
    return Column(rows, gap=12, justify="grow", splits=True)


def _named(row: Range, block: Block) -> Block:
    return Group(block, row.low.path, f"{row.label.plain}: {row.low.shown} → {row.high.shown}")


def _color(row: Range) -> Color:
    return "accent" if row.emphasis else "primary"


def _fill(row: Range) -> Color:
    """Of the bar, which is lighter than the ends that are read off."""
    return "accent" if row.emphasis else "mark"


def _label(row: Range, iconed: bool) -> Block:
    """Icon and label; where other rows have an icon, a label without one stands under theirs."""
    parts = [Styled(row.label, "lead", bold=True)]
    if row.note:
        parts.append(Styled(row.note, "label", "muted"))
    words = TextBlock(tuple(parts), anchor="middle")
    icon: Block = icon_block(row.icon, ICON, _color(row), anchor="middle") if row.icon else Space(0)
    return Row((icon, words), fixed=(ICON, 0), gap=12) if iconed else words


def _range(row: Range, apart: bool) -> Column:
    """The numbers over the ends of the bar, and the bar; both along the scale of the row, from zero on."""
    return Column((_ends(row, apart), _bar(row)), gap=2, justify="grow", grows=(1,), grows_most=GROWS_MOST)


def _ends(row: Range, apart: bool) -> Row:
    low, high = _amounts(row)
    color = _color(row)
    if not apart or (high - low) / high < CLOSE:
        joined = text(f"{row.low.shown} – {row.high.shown}", f"{row.low.path}/both", row.low.span)
        return Row((TextBlock((Styled(joined, "statement", color, bold=True, align="right"),), anchor="bottom"),))
    least = TextBlock((Styled(row.low.said, "statement", color, bold=True),), anchor="bottom")
    most = TextBlock((Styled(row.high.said, "statement", color, bold=True, align="right"),), anchor="bottom")
    half = (high - low) / 2
    return Row((Space(0), least, most), weights=(low, half, half), gap=0)


def _bar(row: Range) -> Plane:
    low, high = _amounts(row)
    sure = float(row.high_from.amount or 0) if row.high_from else high
    color = _color(row)
    thick = ((1 - THICK) / 2, (1 + THICK) / 2)
    tick, mark = Paint(line="muted", width=1.5), Paint(line=color, width=4)
    marks: list[PlaneMark] = [
        Segment("scale", Paint(line="rule", width=3), (0, low), (0.5, 0.5)),
        Segment("zero", tick, (0, 0), (0.2, 0.8)),
        Area("range", Paint(_fill(row)), (low, sure), thick),
    ]
    if sure < high:
        marks.append(Area("uncertain end", Paint(line=_fill(row), width=1.5, dashed=True), (sure, high), thick))
    marks += [Segment("low end", mark, (low, low), (0, 1)), Segment("high end", mark, (high, high), (0, 1))]
    return Plane(Linear(0, high), Linear(0, 1), tuple(marks), height=BAR)


def _amounts(row: Range) -> tuple[float, float]:
    low, high = float(row.low.amount or 0), float(row.high.amount or 1)
    return low, high


def _ratio(ratio: Ratio) -> Block:
    """One sign beside as many as the largest is times the smallest, and one dashed where it is more than that."""
    names = _name(ratio.least), _name(ratio.most)
    signs = times(int(ratio.times.amount or 1), bool(ratio.times.qualifier), RATIO_PITCH, names)
    number = TextBlock((Styled(ratio.times.said, "statement", "accent", bold=True),))
    label = TextBlock((Styled(ratio.label, "body"),))
    said = Row((number, label), hugs=((number,), ()), gap=8, baseline=True)
    heading = TextBlock((Styled(ratio.heading, "body", bold=True),))
    alt = f"{ratio.heading.plain}: {ratio.times.shown} {ratio.label.plain}"
    inside = Column((heading, Group(signs, "ratio", alt), said), gap=8, justify="grow", grows=(1,))
    return Panel(inside, fill="panel", padding=INSET)


def _name(said: Text) -> Styled:
    return Styled(said, "body", "muted", align="center")
