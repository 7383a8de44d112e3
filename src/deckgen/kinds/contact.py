"""The last page: what is asked once more, what happens next, and who to reach.

In: the project's organisation, points and next steps. Out: the placeholders of the last page; what the project file
leaves empty is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text

PURPOSE: Final[Purpose] = "closing"

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


@dataclass(frozen=True)
class Step:
    what: Text = described("What happens.")
    when: Text | None = described("When: a date or a time.", default=None)


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("A closing line.", default=None)
    points: tuple[Text, ...] = described("What is asked, once more, in few words each.", default=(), maximum=4)
    next: tuple[Step, ...] = described("What happens next.", default=(), maximum=4)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = (Styled(fields.lead, "lead", None),) if fields.lead else ()
    lines = (*_points(fields.points), *chain.from_iterable(map(_step, fields.next)), *_reach(context))
    body = (lines[0], *(line if line.space else replace(line, space=LINE) for line in lines[1:]))
    closing = (*((TextBlock(lead, slot="lead"),) if lead else ()), TextBlock(body, slot="body"))
    # A client's closing page may be too small for all of it; a page for text is not.
    plain = TextBlock((*lead, *body), slot="body")
    return Arrangement("Contact", closing), Arrangement("Title and Body", (plain,), name="a page of text")


def _points(points: tuple[Text, ...]) -> tuple[Styled, ...]:
    return tuple(Styled(point, "lead", None, marker="bullet") for point in points)


def _step(step: Step) -> tuple[Styled, ...]:
    """What happens, under when it does."""
    what = Styled(step.what, "body", None, space=0 if step.when else APART / 2)
    return (Styled(step.when, "body", None, bold=True, space=APART / 2), what) if step.when else (what,)


def _reach(context: Context) -> tuple[Styled, ...]:
    who, labels = context.facts.organisation, context.labels
    person = ", ".join(part for part in (who.person, who.role) if part)
    reach = ((labels.phone, who.phone), (labels.email, who.email), (labels.web, who.web))
    lines = [Styled(text(who.name, "organisation"), "lead", None, bold=True, space=APART)]
    lines += [Styled(text(person, "who"), "body", None)] if person else []
    return (*lines, *(Styled(text(f"{label}: {part}", label), "body", None) for label, part in reach if part))
