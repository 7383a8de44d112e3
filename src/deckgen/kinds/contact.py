"""Who to reach. What the project file leaves empty is left out.

In: the project's organisation. Out: the placeholders of the last page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text

PURPOSE: Final[Purpose] = "closing"

EXAMPLE = """\
id: example.contact
kind: contact
title: Tak for dialogen
"""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("A closing line.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    who, labels = context.facts.organisation, context.labels
    lines = [Styled(text(who.name, "organisation"), "lead", None, bold=True)]
    person = ", ".join(part for part in (who.person, who.role) if part)
    lines += [Styled(text(person, "who"), "body", None)] if person else []
    reach = ((labels.phone, who.phone), (labels.email, who.email), (labels.web, who.web))
    lines += [Styled(text(f"{label}: {part}", label), "body", None) for label, part in reach if part]
    lead = (Styled(fields.lead, "lead", None),) if fields.lead else ()
    closing = (*((TextBlock(lead, slot="lead"),) if lead else ()), TextBlock(tuple(lines), slot="body"))
    # A client's closing page may be too small for all of it; a page for text is not.
    plain = TextBlock((*lead, *lines), slot="body")
    return Arrangement("Contact", closing), Arrangement("Title and Body", (plain,), name="a page of text")
