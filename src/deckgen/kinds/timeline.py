"""A history: events in order as bands from light to dark, the turning point with a line in the accent.

In: events, of which some have a date; the last may be the number that all came to. Out: bands side by side under
what dates are known, and at their end the number, as high as both; or rows, continued between events where they must.
Bands are as wide as their years where each event has one, and otherwise by how much they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import CHAIN_TIP, Mark
from deckgen.model.styled import Align, Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("along a line", "chips without icons", "one row an event", "chips in rows")

EXAMPLE = """\
id: example.timeline
kind: timeline
title: Vejen er gået mod færre, større og stærkere klynger
subtitle: Trinene mellem 2003 og 2020 har ingen årstal
events:
  - when: "2003"
    heading: Regionale vækstmiljøer
  - heading: Teknologicentre
  - heading: Innovationsnetværk
  - heading: Mere formaliserede regionale klynger
  - when: Konsolidering **2020**
    number: "12"
    heading: nationale klynger i dag
    emphasis: true
chips:
  heading: Bygget i mere end 20 år af
  items:
    - label: Virksomheder
    - label: Videninstitutioner
    - label: Kommuner
      emphasis: true
    - label: Regioner
      emphasis: true
    - label: Staten
so-what: Kommuner og regioner har selv været med til at bygge landskabet
"""

SEAM: Final = 2.0
"""White between a band and the next, in points."""
OUTCOME: Final = 0.72
"""How wide the block of the number is against a band."""
LINE: Final = 2.25
"""Width of the line of the turning point."""
TICK: Final = 7.0
BAND, BAND_GROWS = 64.0, 140.0
"""The least height of a band, and by how much it may be higher: it says a few words."""
BAND_PADDING: Final = 8.0
WHEN: Final = 156.0
"""Width of the column of dates where events are rows."""
ROW_GROWS: Final = 30.0
ICON: Final = 30.0
CHIP_PADDING: Final = 8.0
_YEAR: Final = re.compile(r"[0-9]{4}\Z")
_IN_WORDS: Final = re.compile(r"(?<![-–])\b[12][0-9]{3}\b(?![-–])")
AROUND: Final = 3
"""What tips and padding of a band take, in letters."""
MOST_LINES: Final = 2
"""Lines that a head may take before its band is wider."""


@dataclass(frozen=True)
class Event:
    heading: Text = described("What came.")
    when: Text | None = described("When, where it is known: a year. Left out where no date is known.", default=None)
    body: Text | None = described("What it meant, in one sentence.", default=None)
    number: Text | None = described("What all came to, large: on the last event only.", default=None)
    emphasis: bool = described("True on the turning point.", default=False)


@dataclass(frozen=True)
class Chip:
    label: Text = described("One of them, in a word or two.")
    icon: Icon | None = described("An icon before the label.", default=None)
    emphasis: bool = described("True on those to see.", default=False)


@dataclass(frozen=True)
class Chips:
    heading: Text = described("What they have in common: 'Built by'.")
    items: tuple[Chip, ...] = described("One to seven of them.", minimum=1, maximum=7)


@dataclass(frozen=True)
class Fields:
    events: tuple[Event, ...] = described("The events in order.", minimum=2, maximum=7)
    until: int | None = described("The year in which the last event ends, if it does.", default=None)
    chips: Chips | None = described("A row under the events, such as who took part.", default=None)
    closing: Text | None = described("Where it leads, in one or two sentences.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Only the last event has a number, one is the turning point, and years run on."""
    for event in fields.events[:-1]:
        if event.number:
            yield Fault("only the last event comes to a number", event.number.span, "write it in the heading")
    turns = [event for event in fields.events if event.emphasis]
    for event in turns[1:]:
        hint = "leave `emphasis` out of all others"
        yield Fault("a history has one turning point, and this is the second", event.heading.span, hint)
    dated = [(event, int(event.when.plain)) for event in fields.events if event.when and _is_year(event)]
    for (_, before), (event, year) in pairwise(dated):
        if event.when and year <= before:
            yield Fault(f"{year} is not after {before}", event.when.span, "write the events in order")
    if fields.until and dated and fields.until <= dated[-1][1]:
        event, year = dated[-1]
        yield Fault(f"the events end in {fields.until}, and this is from {year}", event.heading.span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    plain = _without_icons(fields)
    return (
        _arrangement(fields, _across(fields), "along a line", chips_wrap=False),
        *((_arrangement(plain, _across(plain), "chips without icons", chips_wrap=False),) if plain != fields else ()),
        _arrangement(plain, _rows(fields.events), "one row an event", 3, chips_wrap=False),
        _arrangement(plain, _rows(fields.events), "chips in rows", 3, chips_wrap=True),
    )


def _without_icons(fields: Fields) -> Fields:
    """The same with nothing before the labels of its chips, for faces that leave icons no room."""
    if fields.chips is None:
        return fields
    items = tuple(replace(chip, icon=None) for chip in fields.chips.items)
    return replace(fields, chips=replace(fields.chips, items=items))


def _arrangement(fields: Fields, events: Block, name: str, step: int = 0, *, chips_wrap: bool) -> Arrangement:
    blocks: list[Block] = [Group(events, "events", _alt(fields.events))]
    if fields.chips:
        blocks.append(_chips(fields.chips, wrap=chips_wrap))
    if fields.closing:
        said = TextBlock((Styled(fields.closing, "lead"),), anchor="middle")
        blocks.append(Panel(said, rule="left", rule_color="primary", padding=INSET))
    canvas = Column(tuple(blocks), gap=18, justify="grow", grows=(0,), closes=len(blocks) > 1)
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _alt(events: tuple[Event, ...]) -> str:
    return "; ".join(": ".join(part.plain for part in _said(event) if part) for event in events)


def _said(event: Event) -> tuple[Text | None, ...]:
    return event.when, event.number, event.heading


def _is_year(event: Event) -> bool:
    return bool(event.when and _YEAR.match(event.when.plain))


def _across(fields: Fields) -> Block:
    """Bands under their dates; a line at the turning point, and at the end the block of what all came to."""
    events = fields.events
    weights, fills = _weights(fields), sequence(len(events))
    bands = len(events) - bool(events[-1].number)
    turn = next((at for at, event in enumerate(events) if event.emphasis), 0)
    marked = events[turn] if _marks_end(events, turn) else None
    parts: list[tuple[Block, float, float]] = []
    if turn:
        before = slice(0, turn)
        parts.append((_stretch(events[before], fills[before], weights[before], marked), sum(weights[before]), 0))
        parts.append((Mark("rect", "accent", LINE, 0), 0, LINE))
    if turn < bands:
        after = slice(turn, bands)
        parts.append(
            (_stretch(events[after], fills[after], weights[after], None, turned=turn > 0), sum(weights[after]), 0)
        )
    if bands < len(events):
        parts.append((_outcome(events[-1], fills[-1], dated=marked is None), weights[-1], 0))
    if len(parts) == 1:
        return parts[0][0]
    blocks, shares, fixed = zip(*parts, strict=True)
    return Row(blocks, weights=shares, fixed=fixed, gap=7, levels=True)


def _marks_end(events: tuple[Event, ...], turn: int) -> bool:
    """Whether the date of the number stands before the line, where no date of the event before it is in the way."""
    return bool(events[turn].number and turn > 1 and not events[turn - 1].when)


def _weights(fields: Fields) -> tuple[float, ...]:
    """How wide each band is: by its years where all are known, else by how much it says."""
    events = fields.events
    if not all(_is_year(event) for event in events) or not (fields.until or events[-1].number):
        said = _by_words(events[:-1] if events[-1].number else events)
        return (*said, OUTCOME) if events[-1].number else said
    years = [int(event.when.plain) for event in events if event.when]
    last = fields.until - years[-1] if fields.until else (years[-1] - years[0]) / len(events)
    return (*(float(after - before) for before, after in pairwise(years)), max(1.0, float(last)))


def _by_words(events: tuple[Event, ...]) -> tuple[float, ...]:
    """Wider bands for longer words, and for long heads, so that none takes many more lines than the others."""
    lengths = [_least_wide(event.heading.plain) + AROUND for event in events]
    mean = sum(lengths) / len(lengths)
    return tuple(length / mean for length in lengths)


def _least_wide(head: str) -> float:
    """The letters of its longest word, or of one of its lines."""
    return max(*map(len, head.split()), len(head) / MOST_LINES)


def _stretch(
    events: tuple[Event, ...],
    fills: tuple[Color, ...],
    weights: tuple[float, ...],
    marked: Event | None,
    *,
    turned: bool = False,
) -> Block:
    """What dates are known, bands under them, and what the events meant; `marked` ends them."""
    bands = Row(
        tuple(_band(event, fill, first=not at) for at, (event, fill) in enumerate(zip(events, fills, strict=True))),
        weights=weights,
        gap=SEAM - CHAIN_TIP,
        splits=True,
    )
    ticks = _aligned(tuple(_tick(event) for event in events), weights)
    whens = _aligned(tuple(_when(event, turned and not at) for at, event in enumerate(events)), weights)
    if marked and marked.when:
        free = sum(weights[_last_dated(events) + 1 :])
        end = _end(marked)
        dated = weights[: _last_dated(events) + 1]
        whens = Row((*_whens(events, len(dated)), end), weights=(*dated, free), gap=GUTTER)
    blocks: list[Block] = [whens, _axis(ticks), bands]
    if any(event.body for event in events):
        blocks.append(_aligned(tuple(_body(event) for event in events), weights))
    least = (0, 0, BAND, 0)[: len(blocks)]
    return Column(tuple(blocks), gap=4, justify="grow", grows=(2,), grows_most=BAND_GROWS, least=least)


def _last_dated(events: tuple[Event, ...]) -> int:
    return max((at for at, event in enumerate(events) if event.when), default=-1)


def _whens(events: tuple[Event, ...], count: int) -> tuple[Block, ...]:
    return tuple(_when(event, turned=False) for event in events[:count])


def _aligned(cells: tuple[Block, ...], weights: tuple[float, ...]) -> Row:
    """Cells over or under the bands, each at the left edge of its own."""
    inner = tuple(Row((cell, Space(0)), fixed=(0, CHAIN_TIP + GUTTER / 2), gap=0) for cell in cells)
    return Row(inner, weights=weights, gap=SEAM - CHAIN_TIP, splits=True)


def _band(event: Event, fill: Color, *, first: bool) -> Block:
    said = TextBlock((Styled(event.heading, "card", ink(fill), bold=True),), anchor="middle")
    return Panel(
        said,
        fill=fill,
        geometry="homePlate" if first else "chevron",
        tip=CHAIN_TIP,
        padding=BAND_PADDING,
        name="band",
    )


def _axis(ticks: Block) -> Block:
    """A line under ticks, which lead from the dates to their bands."""
    return Column((ticks, Mark("rect", "muted", 0, 1)), gap=0)


def _tick(event: Event) -> Block:
    return Mark("rect", "muted", 1, TICK) if event.when else Space(TICK)


def _when(event: Event, turned: bool) -> Block:
    return TextBlock(_dated(event, "accent" if turned else "primary"), anchor="bottom")


def _dated(event: Event, color: Color, align: Align = "left") -> tuple[Styled, ...]:
    """The date of an event, if it has one: a year large, and under it the words around it."""
    if not event.when:
        return ()
    year = _IN_WORDS.search(event.when.plain)
    if not year:
        return (Styled(event.when, "lead", color, align=align),)
    large = Styled(text(year.group(), event.when.path, event.when.span), "number", color, bold=True, align=align)
    words = " ".join((event.when.plain[: year.start()] + event.when.plain[year.end() :]).split())
    said = text(words, f"{event.when.path}/words", event.when.span)
    return (large, Styled(said, "lead", color, align=align)) if words else (large,)


def _end(event: Event) -> Block:
    """The date at the end of a stretch, its words before the year on one line where they are said before it."""
    year, *words = _dated(event, "accent", "right")
    if not words or event.when is None or event.when.plain.endswith(words[0].text.plain):
        return TextBlock((year, *words))
    number = TextBlock((year,))
    return Column((Row((TextBlock(tuple(words)), number), hugs=((), (number,)), gap=6, baseline=True),))


def _body(event: Event) -> Block:
    return TextBlock((Styled(event.body, "body"),) if event.body else ())


def _outcome(event: Event, fill: Color, *, dated: bool) -> Block:
    """What all came to: a block with its number, and under that what is counted."""
    assert event.number
    color = ink(fill)
    when = _dated(event, color, "center") if dated else ()
    number = Styled(event.number, "figure", color, bold=True, align="center")
    heading = Styled(event.heading, "body", color, bold=True, align="center")
    body = (Styled(event.body, "label", color, align="center", space=3),) if event.body else ()
    says = TextBlock((number, heading, *body), anchor="middle")
    inside = Column((TextBlock(when), says), gap=0, justify="middle") if when else says
    return Panel(inside, fill=fill, padding=6, name="outcome")


def _rows(events: tuple[Event, ...]) -> Block:
    """One under the other, for words that are too long to stand side by side."""
    fills = sequence(len(events))
    rows = tuple(_row(event, fill) for event, fill in zip(events, fills, strict=True))
    return Column(rows, gap=SEAM, justify="grow", grows_most=ROW_GROWS, splits=True)


def _row(event: Event, fill: Color) -> Block:
    when = TextBlock(_dated(event, ink(fill)), anchor="middle")
    date = Panel(when, fill=fill, padding=SMALL_INSET, name="band")
    color: Color = "accent" if event.emphasis else "rule"
    says: Block = TextBlock(_told(event), anchor="middle")
    if event.number:
        number = TextBlock((Styled(event.number, "figure", "primary", bold=True),), anchor="middle")
        says = Row((number, says), hugs=((number,), ()))
    return Row((date, Panel(says, rule="bottom", rule_color=color, padding=8)), fixed=(WHEN, 0))


def _told(event: Event) -> tuple[Styled, ...]:
    body = (Styled(event.body, "body", space=3),) if event.body else ()
    return Styled(event.heading, "point", "primary" if event.number else "foreground", bold=True), *body


def _chips(chips: Chips, *, wrap: bool) -> Block:
    heading = TextBlock((Styled(chips.heading, "subtitle", "muted"),))
    items = tuple(_chip(chip) for chip in chips.items)
    row: Block = Grid(items, columns=2, gap=8) if wrap else Row(items, gap=8)
    alt = f"{chips.heading.plain}: {', '.join(chip.label.plain for chip in chips.items)}"
    return Group(Column((heading, row), gap=6), "chips", alt)


def _chip(chip: Chip) -> Block:
    """A label, under its icon: chips are of one width, whatever they say."""
    fill: Color = "primary" if chip.emphasis else "tint1"
    said: Block = TextBlock((Styled(chip.label, "body", ink(fill), bold=True),), anchor="middle")
    if chip.icon:
        icon = icon_block(chip.icon, ICON, "primary" if fill == "tint1" else ink(fill))
        said = Column((icon, said), gap=4)
    return Panel(said, fill=fill, padding=CHIP_PADDING, name="chip")
