"""What the meeting is asked for: one lead sentence, and what it is asked to say yes to.

In: the asks in order. Out: the placeholders of the page that the meeting decides on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "ask"

EXAMPLE = """\
id: example.ask
kind: ask
title: Bestyrelsen bedes give retning for det videre arbejde
lead: Bestyrelsen bedes
asks:
  - tage fundene til efterretning
  - give retning for, hvilke modeller der arbejdes videre med
"""


@dataclass(frozen=True)
class Fields:
    asks: tuple[Text, ...] = described("What the meeting is asked for, one at a time.", minimum=1, maximum=6)
    lead: Text | None = described("The sentence that the asks complete.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    slots = [TextBlock((Styled(fields.lead, "lead", "muted"),), slot="lead")] if fields.lead else []
    parts = tuple(Styled(ask, "point", marker="number") for ask in fields.asks)
    return (Arrangement("Ask", (*slots, TextBlock(parts, slot="body", splits=True, spread=True))),)
