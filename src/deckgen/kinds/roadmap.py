"""What is done when: bars and milestones on a scale of months, quarters or years, or of periods without dates.

In: rows, maybe in groups, with bars from one date to another, milestones, and the date of today. Out: one grouped
diagram; or a list of rows with their dates in words, continued where it must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.period import QUARTER, YEAR, months
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Point, Segment
from deckgen.model.sequence import ink
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("narrow labels", "wide labels", "dates in words")

EXAMPLE = """\
id: example.roadmap
kind: roadmap
title: Efter sommeren begynder to spor, der mødes i en aftale
subtitle: Opdigtet forløb, 2024
by: month
rows:
  - label: Drøft modellerne
    group: Forberedelse
    bars:
      - {from: 2024-02, to: 2024-04, label: Direktionen}
  - label: Afstem roller
    group: Forberedelse
    bars:
      - {from: 2024-04, to: 2024-06, label: Klynger og aktører, emphasis: true}
  - label: Sæt mål
    group: Aftale
    bars:
      - {from: 2024-06-15, to: 2024-09, label: Kommunerne}
  - label: Beslutning
    group: Aftale
    milestones:
      - {at: 2024-10, label: Bestyrelsen}
today:
  at: 2024-03-10
  label: I dag
"""

Scale = Literal["month", "quarter", "year"]

ROW, HEAD = 40.0, 30.0
"""The least height of a row and of the heads of the scale, in points."""
LABELS: Final = 0.24
"""What the labels of the rows take of the width."""
GROUP: Final = 0.72
"""Height of the name of a group, as a part of a row."""
FOOT: Final = 30.0
"""Room under the rows for what is said of today."""
MILESTONE: Final = 18.0
MOST_CELLS: Final = 24
FULL_NAMES: Final = 6
"""So many months have room for their whole names."""
ROW_GROWS: Final = 26.0


@dataclass(frozen=True)
class Bar:
    from_: str = described("When it begins: 2024, 2024-Q2, 2024-03 or 2024-03-15; or the name of a period.")
    to: str = described("When it ends, that period included.")
    label: Text | None = described("What stands on the bar, such as who does it.", default=None)
    emphasis: bool = described("True on the bar to see.", default=False)
    from__span: Span = described("Where `from` is written.", default=NOWHERE)
    to_span: Span = described("Where `to` is written.", default=NOWHERE)


@dataclass(frozen=True)
class Milestone:
    at: str = described("When: a date, or the name of a period; it stands at its beginning.")
    label: Text = described("What is reached.")
    at_span: Span = described("Where `at` is written.", default=NOWHERE)


@dataclass(frozen=True)
class RoadmapRow:
    label: Text = described("What the row is about.")
    bars: tuple[Bar, ...] = described("Its bars, in order.", default=(), maximum=4)
    milestones: tuple[Milestone, ...] = described("Its milestones, in order.", default=(), maximum=4)
    group: str = described("The group that it is in: rows of one name stand together.", default="")


@dataclass(frozen=True)
class Fields:
    rows: tuple[RoadmapRow, ...] = described("One to twelve rows.", minimum=1, maximum=12)
    by: Scale = described("What a column of the scale is: month, quarter or year.", default="month")
    periods: tuple[Text, ...] = described("Names of periods, where there are no dates.", default=(), maximum=12)
    today: Milestone | None = described("Where we are.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Dates are dates or known periods, bars end after they begin, and what is in a row does not overlap."""
    scale = _Scale(fields)
    unknown = [(written, span) for written, span in _dates(fields) if scale.at(written) is None]
    for written, span in unknown:
        known = ", ".join(period.plain for period in fields.periods)
        hint = f"the periods are: {known}" if known else "write 2024, 2024-Q2, 2024-03 or 2024-03-15"
        yield Fault(f"`{written}` is no {'period' if known else 'date'} here", span, hint)
    if unknown:
        return
    if scale.count > MOST_CELLS:
        hint = "write `by: quarter` or `by: year`"
        yield Fault(
            f"the scale has {scale.count} columns, and {MOST_CELLS} have room", fields.rows[0].label.span, hint
        )
    for row in fields.rows:
        for bar in row.bars:
            if scale.ends(bar.to) <= scale.begins(bar.from_):
                yield Fault(f"`{bar.to}` is before `{bar.from_}`", bar.to_span, "write the earlier one in `from`")
        for before, after in pairwise(row.bars):
            if scale.begins(after.from_) < scale.ends(before.to):
                yield Fault("this bar begins before the one before it ends", after.from__span, "give it its own row")
        last = max((scale.begins(bar.from_) for bar in row.bars), default=0)
        for milestone in row.milestones:
            if scale.begins(milestone.at) < last:
                yield Fault("a bar follows this milestone in its row", milestone.at_span, "give it its own row")


def _dates(fields: Fields) -> Iterator[tuple[str, Span]]:
    for row in fields.rows:
        for bar in row.bars:
            yield bar.from_, bar.from__span
            yield bar.to, bar.to_span
        for milestone in row.milestones:
            yield milestone.at, milestone.at_span
    if fields.today:
        yield fields.today.at, fields.today.at_span


class _Scale:
    """Where dates stand, in columns of the scale; it goes from the column of the first to that of the last."""

    def __init__(self, fields: Fields) -> None:
        self.names = tuple(period.plain for period in fields.periods)
        self.unit = {"month": 1, "quarter": QUARTER, "year": YEAR}[fields.by]
        ends = [end for written, _ in _dates(fields) for end in self.at(written) or ()]
        self.start = 0 if self.names or not ends else int(min(ends) // self.unit)
        last = len(self.names) if self.names else int(-(-max(ends, default=1) // self.unit))
        self.count = max(1, last - self.start)

    def at(self, written: str) -> tuple[float, float] | None:
        """Where a period begins and ends, in months, or in periods where these have names."""
        if not self.names:
            return months(written)
        return (at := self.names.index(written), at + 1.0) if written in self.names else None

    def begins(self, written: str) -> float:
        return self._column((self.at(written) or (0.0, 0.0))[0])

    def ends(self, written: str) -> float:
        return self._column((self.at(written) or (0.0, 0.0))[1])

    def _column(self, moment: float) -> float:
        return moment if self.names else min(max(0.0, moment / self.unit - self.start), float(self.count))


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    listed = tuple(_listed(row, fields, context) for row in fields.rows)
    down: Block = Column(listed, gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    if fields.today:
        here = Styled(_said(fields.today.at, context), "label", "muted")
        now = TextBlock((Styled(fields.today.label, "label", "accent", bold=True), here))
        down = Column((now, down), gap=8, justify="grow", grows=(1,))
    return (
        _arrangement(fields, _drawing(fields, context, LABELS), "narrow labels"),
        _arrangement(fields, _drawing(fields, context, LABELS * 1.5), "wide labels"),
        _arrangement(fields, down, "dates in words", 1),
    )


def _arrangement(fields: Fields, drawing: Block, name: str, step: int = 0) -> Arrangement:
    told = "; ".join(": ".join(part for part in (row.label.plain, _when(row)) if part) for row in fields.rows)
    canvas = Column((Group(drawing, "roadmap", told),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _when(row: RoadmapRow) -> str:
    bars = (f"{bar.from_} – {bar.to}" for bar in row.bars)
    return ", ".join((*bars, *(f"{one.label.plain} {one.at}" for one in row.milestones)))


def _drawing(fields: Fields, context: Context, share: float) -> Block:
    """The scale over the rows, the labels of the rows at its left, and the line of today through all of them."""
    scale = _Scale(fields)
    labels = scale.count * share / (1 - share)
    tops = list(_tops(fields.rows))
    bottom = tops[-1] + 1
    years = list(_years(fields, scale))
    head = HEAD / ROW * (2 if years else 1)
    marks: list[PlaneMark] = [*years, *_columns(fields, scale, context, bottom)]
    for row, top, group in zip(fields.rows, tops, _groups(fields.rows), strict=True):
        if group:
            marks.append(_group(group, labels, top, scale.count))
        marks += _row(row, fields, scale, labels, top)
    if fields.today:
        marks.append(_today(fields.today, scale, bottom))
    room = (0, 0, 0, FOOT if fields.today else 0)
    return Plane(
        Linear(-labels, scale.count), Linear(-head, bottom), tuple(marks), height=ROW * (bottom + head), room=room
    )


def _groups(rows: tuple[RoadmapRow, ...]) -> Iterator[str]:
    """The name of the group that begins with each row; empty where none does."""
    before = ""
    for row in rows:
        yield row.group if row.group != before else ""
        before = row.group


def _tops(rows: tuple[RoadmapRow, ...]) -> Iterator[float]:
    top = 0.0
    for group in _groups(rows):
        top += GROUP if group else 0
        yield top
        top += 1


def _years(fields: Fields, scale: _Scale) -> Iterator[PlaneMark]:
    """The years over the months or quarters of a scale; a year of few columns may go without its name."""
    if fields.periods or fields.by == "year":
        return
    for year, columns in groupby(range(scale.count), key=lambda at: (scale.start + at) * scale.unit // YEAR):
        first, *more = columns
        said = Styled(text(str(year), f"years/{year}"), "label", "primary", bold=True)
        label = Label((said,), gap=6, yields=True)
        y = (-2 * HEAD / ROW, -HEAD / ROW)
        yield Area("year", Paint(), x=(first, (more or [first])[-1] + 1), y=y, label=label)


def _columns(fields: Fields, scale: _Scale, context: Context, bottom: float) -> Iterator[PlaneMark]:
    for at in range(scale.count):
        said = fields.periods[at] if fields.periods else text(_cell(fields, scale, context, at), f"scale/{at}")
        label = Label((Styled(said, "label", "foreground", bold=True, align="center"),), gap=2)
        look = Paint("tint1", "background", 1.5)
        yield Area("column", look, x=(at, at + 1), y=(-HEAD / ROW, 0), label=label)
        if at:
            yield Segment("grid", Paint(line="rule"), x=(at, at), y=(0, bottom))


def _cell(fields: Fields, scale: _Scale, context: Context, at: int) -> str:
    """What stands over a column."""
    number = (scale.start + at) * scale.unit
    year, month = divmod(number, YEAR)
    if fields.by == "year":
        return str(year)
    if fields.by == "quarter":
        return context.labels.quarter.format(number=month // QUARTER + 1)
    return context.dates.months[month] if scale.count <= FULL_NAMES else context.dates.short_month(month + 1)


def _group(name: str, labels: float, top: float, count: int) -> PlaneMark:
    label = Label((Styled(text(name, f"group/{name}"), "label", "primary", bold=True, align="left"),), gap=0)
    return Area("group", Paint(), x=(-labels, count), y=(top - GROUP, top), label=label)


def _row(row: RoadmapRow, fields: Fields, scale: _Scale, labels: float, top: float) -> Iterator[PlaneMark]:
    said = Label((Styled(row.label, "body"),), gap=0)
    yield Area("label", Paint(), x=(-labels, -0.02 * labels), y=(top, top + 1), label=said)
    yield Segment("rule", Paint(line="rule"), x=(-labels, scale.count), y=(top + 1, top + 1))
    for number, bar in enumerate(row.bars):
        last = number == len(row.bars) - 1 and not row.milestones
        yield from _bar(bar, scale, top, last, scale.begins(fields.today.at) if fields.today else 0)
    for milestone in row.milestones:
        label = Label((Styled(milestone.label, "label", bold=True),), side="right", gap=6, otherwise="left")
        at = scale.begins(milestone.at)
        yield Point("milestone", Paint("primary"), at, top + 0.5, MILESTONE, geometry="diamond", label=label)


def _bar(bar: Bar, scale: _Scale, top: float, last: bool, today: float) -> Iterator[PlaneMark]:
    """A bar, and its words on the longer part of it that the line of today leaves to them."""
    fill: Color = "primary" if bar.emphasis else "tint3"
    begins, ends = scale.begins(bar.from_), scale.ends(bar.to)
    y = (top + 0.14, top + 0.86)
    yield Area("bar", Paint(fill), x=(begins, ends), y=y)
    if bar.label:
        free = (begins, ends)
        if begins < today < ends:
            free = (begins, today) if today - begins > ends - today else (today, ends)
        said = Styled(bar.label, "label", ink(fill), bold=bar.emphasis)
        beside = last and free[1] == ends
        yield Area("words", Paint(), x=free, y=y, label=Label((said,), gap=8, otherwise="right" if beside else ""))


def _today(today: Milestone, scale: _Scale, bottom: float) -> PlaneMark:
    label = Label((Styled(today.label, "label", "accent", bold=True, align="center"),), side="below", gap=4)
    at = scale.begins(today.at)
    return Segment("today", Paint(line="accent", width=2.25), x=(at, at), y=(0, bottom), label=label)


def _listed(row: RoadmapRow, fields: Fields, context: Context) -> Block:
    """A row with its dates in words, for a page that is too narrow for a scale."""
    dated = tuple(_dated(bar, context) for bar in row.bars)
    reached = tuple(
        part
        for one in row.milestones
        for part in (Styled(one.label, "label", bold=True), Styled(_said(one.at, context), "label", "muted"))
    )
    said = tuple(part for parts in dated for part in parts)
    group = (Styled(text(row.group, f"group/{row.group}"), "label", "muted"),) if row.group else ()
    label = TextBlock((*group, Styled(row.label, "body")), anchor="middle")
    return Panel(Row((label, TextBlock((*said, *reached), anchor="middle"))), rule="bottom", padding=6)


def _dated(bar: Bar, context: Context) -> tuple[Styled, ...]:
    ends = f"{context.dates.show(bar.from_)} – {context.dates.show(bar.to)}"
    when = Styled(text(ends, f"{bar.from_}/{bar.to}"), "label", "muted")
    return (Styled(bar.label, "label", bold=bar.emphasis), when) if bar.label else (when,)


def _said(written: str, context: Context) -> Text:
    return text(context.dates.show(written), written)
