"""The divider before the appendix.

In: a title and a line. Out: a pale page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "divider"

EXAMPLE = """\
id: example.appendix
kind: appendix
title: Bilag
lead: Baggrund til opslag under dialogen
"""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the appendix holds.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    slots = (TextBlock((Styled(fields.lead, "lead", None),), slot="lead"),) if fields.lead else ()
    return (Arrangement("Appendix", slots),)
