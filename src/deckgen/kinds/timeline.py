"""A history: events in order along a line, the turning point in the accent.

In: three to seven events. Out: one grouped diagram, and the sentence that the history leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.model.blocks import Arrangement, Block, Column, Group, Layered, Mark, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text
from deckgen.model.theme import Color

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
    return tuple(_arrangement(fields, on_panels) for on_panels in (True, False))


def _arrangement(fields: Fields, on_panels: bool) -> Arrangement:
    line = Group(_line(fields.events, on_panels), "events", _alt(fields.events))
    if not fields.closing:
        return Arrangement("Diagram", canvas=Column((line,), justify="grow" if on_panels else "middle"))
    closing = TextBlock((Styled(fields.closing, "lead"),), anchor="middle")
    strip = Panel(closing, rule="left", rule_color="accent", padding=14)
    justify: Literal["grow", "spread"] = "grow" if on_panels else "spread"
    return Arrangement("Diagram", canvas=Column((line, strip), gap=26, justify=justify, grows=(0,), most=44))


def _line(events: tuple[Event, ...], on_panels: bool) -> Block:
    whens = Row(tuple(_when(event) for event in events))
    dots = Row(tuple(_dot(event) for event in events))
    said = tuple(_says(event) for event in events)
    says = Row(tuple(Panel(one, fill="panel", padding=10) for one in said) if on_panels else said)
    axis = Layered((Column((Mark("line", "primary", 0, 0),), justify="middle"), dots))
    return Column((whens, axis, says), gap=12, justify="grow", grows=(2,))


def _when(event: Event) -> Block:
    color: Color = "accent" if event.emphasis else "primary"
    return TextBlock((Styled(event.when, "lead", color, bold=True),), anchor="bottom")


def _dot(event: Event) -> Block:
    return Mark("ellipse", "accent" if event.emphasis else "primary", 16, 16)


def _says(event: Event) -> Block:
    parts = [Styled(event.heading, "body", bold=True)]
    if event.body:
        parts.append(Styled(event.body, "body", "muted", space=4))
    return TextBlock(tuple(parts))


def _alt(events: tuple[Event, ...]) -> str:
    return " → ".join(f"{event.when.plain}: {event.heading.plain}" for event in events)
