"""A history: events in order along a line, the turning point in the accent.

In: three to seven events. Out: one grouped diagram, continued between events where it must, and
the sentence that the history leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from deckgen.model.blocks import (
    Anchor,
    Arrangement,
    Block,
    Column,
    Group,
    Layered,
    Mark,
    Panel,
    Row,
    Space,
    Styled,
    TextBlock,
)
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.timeline
kind: timeline
title: Tyve års arbejde førte til færre og stærkere klynger
events:
  - when: Fra 2003
    heading: Regionale vækstmiljøer
  - when: Derefter
    heading: Innovationsnetværk
  - when: "2020"
    heading: Konsolidering
    body: De mange organisationer samles i få
    emphasis: true
"""


WHEN, DOT = 120.0, 16.0
"""Widths of the column of dates where the line runs down, and of a dot, in points."""

GROWS_MOST = 96.0
"""By how much the diagram may be higher than its texts, in points, so that few words do not stand in tall boxes."""


@dataclass(frozen=True)
class Event:
    when: Text = described("When, as it is known: a year, or an order such as 'derefter'.")
    heading: Text = described("What came.")
    body: Text | None = described("What it meant, in one sentence.", default=None)
    emphasis: bool = described("True on the turning point.", default=False)


@dataclass(frozen=True)
class Fields:
    events: tuple[Event, ...] = described("The events in order.", minimum=3, maximum=7)
    closing: Text | None = described("Where it leads, in one or two sentences.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (
        _arrangement(fields, _across(fields.events, on_panels=True), "grow", ""),
        _arrangement(fields, _across(fields.events, on_panels=False), "spread", "no panels"),
        _arrangement(fields, _down(fields.events), "grow", "the line runs down"),
    )


def _arrangement(fields: Fields, line: Block, justify: Literal["grow", "spread"], name: str) -> Arrangement:
    diagram = Group(line, "events", _alt(fields.events))
    if not fields.closing:
        alone = Column((diagram,), justify="grow" if justify == "grow" else "upper", grows_most=GROWS_MOST)
        return Arrangement("Diagram", canvas=alone, name=name)
    closing = TextBlock((Styled(fields.closing, "lead"),), anchor="middle")
    strip = Panel(closing, rule="left", rule_color="accent", padding=14)
    both = Column((diagram, strip), gap=26, justify=justify, grows=(0,), most=44, grows_most=GROWS_MOST, closes=True)
    return Arrangement("Diagram", canvas=both, name=name)


def _across(events: tuple[Event, ...], on_panels: bool) -> Block:
    whens = Row(tuple(_when(event, "bottom") for event in events), splits=True)
    dots = Row(tuple(_dot(event) for event in events), splits=True)
    said = tuple(_says(event) for event in events)
    says = Row(tuple(Panel(one, fill="panel", padding=10) for one in said) if on_panels else said, splits=True)
    axis = Layered((Column((Mark("line", "primary", 0, 0),), justify="middle"), dots))
    return Column((whens, axis, says), gap=12, justify="grow", grows=(2,))


def _down(events: tuple[Event, ...]) -> Block:
    """The line drawn downwards, for words that are too long to stand side by side."""
    rows = tuple(
        Row((_when(event, "middle"), _dot(event), _says(event, "middle")), fixed=(WHEN, DOT, 0)) for event in events
    )
    axis = Row((Space(0), Mark("rect", "primary", 1.5, 0, "center"), Space(0)), fixed=(WHEN, DOT, 0))
    return Layered((axis, Column(rows, gap=4, justify="grow", splits=True)))


def _when(event: Event, anchor: Anchor) -> Block:
    color: Color = "accent" if event.emphasis else "primary"
    return TextBlock((Styled(event.when, "lead", color, bold=True),), anchor=anchor)


def _dot(event: Event) -> Block:
    return Mark("ellipse", "accent" if event.emphasis else "primary", DOT, DOT)


def _says(event: Event, anchor: Anchor = "top") -> Block:
    parts = [Styled(event.heading, "body", bold=True)]
    if event.body:
        parts.append(Styled(event.body, "body", "muted", space=4))
    return TextBlock(tuple(parts), anchor=anchor)


def _alt(events: tuple[Event, ...]) -> str:
    return " → ".join(f"{event.when.plain}: {event.heading.plain}" for event in events)
