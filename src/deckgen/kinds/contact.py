"""The last page: what is asked once more, what happens next, and who to reach.

In: the project's organisation, points and next steps; signs, where the content has some. Out: the placeholders of the
last page, and next steps as rows that are read from afar, or beside the signs; what the project file leaves empty is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import BESIDE, Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import EDGE
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sign_picture import Signs, drawn, faults_of
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text, text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "closing"
ARRANGEMENTS: Final = ("signs beside", "rows", "lines of text", "a page of text")

EXAMPLE = """\
id: example.contact
kind: contact
title: Tak for dialogen
lead: Vi samler op på det, I har peget på
next:
  - when: Inden jul
    what: Direktionen får referatet
  - when: I det nye år
    what: De valgte modeller er forberedt
"""


LINE, APART = 4.0, 22.0
"""Room over a line, and over the first of those that say who to reach, in points."""
GROWS_MOST: Final = 44.0
"""Points that a row may be higher than its text."""
ROW_GAP, ROW_PADDING, OVER_SENDER = 8.0, 10.0, 14.0
"""Between rows, in them, and from them to who to reach."""


@dataclass(frozen=True)
class Step:
    what: Text = described("What happens.")
    when: Text | None = described("When: a date or a time.", default=None)


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("A closing line.", default=None)
    points: tuple[Text, ...] = described("What is asked, once more, in few words each.", default=(), maximum=4)
    next: tuple[Step, ...] = described("What happens next.", default=(), maximum=4)
    signs: Signs | None = described(
        "Signs in place of what the brand draws, as on the cover; a client's template keeps its own last page.",
        default=None,
    )
    alt: Text | None = described("What the signs stand for, for those who do not see them.", default=None)
    signs_span: Span = described("Where `signs` is written.", default=NOWHERE)


def check(fields: Fields) -> Iterator[Fault]:
    if fields.signs:
        yield from faults_of(fields.signs, fields.alt, fields.signs_span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = (Styled(fields.lead, "lead", None),) if fields.lead else ()
    placed = (TextBlock(lead, slot="lead"),) if lead else ()
    lines = (*_points(fields.points), *chain.from_iterable(map(_step, fields.next)), *_reach(context))
    body = (lines[0], *(line if line.space else replace(line, space=LINE) for line in lines[1:]))
    closing = Arrangement("Contact", (*placed, TextBlock(body, slot="body")), name="lines of text")
    beside = _beside(fields, placed, context)
    # A client's closing page may be too small for all of it; a page for text is not.
    plain = Arrangement("Title and Body", (TextBlock((*lead, *body), slot="body"),), name="a page of text")
    if fields.points or not fields.next:
        return *beside, closing, plain
    rows = Arrangement("Contact", placed, _rows(fields.next, context), name="rows")
    return *beside, rows, closing, plain


def _beside(fields: Fields, placed: tuple[TextBlock, ...], context: Context) -> tuple[Arrangement, ...]:
    """What is said, in words alone, beside the signs."""
    if not (fields.signs and fields.alt):
        return ()
    role: Role = "lead" if len(fields.next) > 1 else "number"
    steps = chain.from_iterable(_large(step, role) for step in fields.next)
    over = Styled(text(context.labels.contact, "reach"), "label", "muted", space=APART)
    name, *ways = _reach(context)
    reach = (over, replace(name, role="body", space=1), *ways)
    said = TextBlock((*_points(fields.points), *steps, *reach), slot="body")
    signs = drawn(fields.signs, fields.alt)
    return (Arrangement("Contact and Diagram", (*placed, said), signs, name="signs beside"),)


def _large(step: Step, role: Role) -> tuple[Styled, ...]:
    when = (Styled(step.when, "body", "accent", bold=True, space=APART / 2),) if step.when else ()
    return (*when, Styled(step.what, role, None, space=LINE))


def _rows(steps: tuple[Step, ...], context: Context) -> Block:
    """Each step large in a row of its own, and who to reach under them on one line."""
    role: Role = "lead" if len(steps) > 1 else "number"
    rows = Column(tuple(_row(step, role) for step in steps), gap=ROW_GAP, justify="grow", grows_most=GROWS_MOST)
    named = Group(rows, "next", "; ".join(map(_told, steps)))
    return Column((named, _sender(context)), gap=OVER_SENDER, justify="grow", grows=(0,))


def _told(step: Step) -> str:
    return ": ".join(said.plain for said in (step.when, step.what) if said)


def _sender(context: Context) -> Block:
    who = context.facts.organisation
    name = TextBlock((Styled(text(who.name, "organisation"), "label", bold=True),))
    ways = (said for _, said in _ways(context))
    reach = BESIDE.join(said for said in (_person(context), *ways) if said)
    if not reach:
        return name
    return Row((name, TextBlock((Styled(text(reach, "who"), "label"),))), hugs=((name,), ()))


def _row(step: Step, role: Role) -> Block:
    when = (Styled(step.when, "body", "accent", bold=True),) if step.when else ()
    what = Styled(step.what, role, space=1)
    says = TextBlock((*when, what), anchor="middle")
    inset = Row((Space(0), says), fixed=(EDGE, 0), gap=0)
    return Panel(inset, "panel", rule="left", rule_color="accent", rule_width=EDGE, padding=ROW_PADDING)


def _points(points: tuple[Text, ...]) -> tuple[Styled, ...]:
    return tuple(Styled(point, "lead", None, marker="bullet") for point in points)


def _step(step: Step) -> tuple[Styled, ...]:
    """What happens, under when it does."""
    what = Styled(step.what, "body", None, space=0 if step.when else APART / 2)
    return (Styled(step.when, "body", None, bold=True, space=APART / 2), what) if step.when else (what,)


def _reach(context: Context) -> tuple[Styled, ...]:
    name = text(context.facts.organisation.name, "organisation")
    lines = [Styled(name, "lead", None, bold=True, space=APART)]
    person = _person(context)
    lines += [Styled(text(person, "who"), "body", None)] if person else []
    return (*lines, *(Styled(text(f"{label}: {said}", label), "body", None) for label, said in _ways(context)))


def _person(context: Context) -> str:
    """Who it is and as what; a role without a name says nothing."""
    who = context.facts.organisation
    return ", ".join(part for part in (who.person, who.role) if part) if who.person else ""


def _ways(context: Context) -> tuple[tuple[str, str], ...]:
    """How to reach them, as far as the project file says, each with what it is."""
    who, labels = context.facts.organisation, context.labels
    ways = ((labels.phone, who.phone), (labels.email, who.email), (labels.web, who.web))
    return tuple((label, said) for label, said in ways if said)
