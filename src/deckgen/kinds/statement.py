"""One sentence that the meeting should remember, and at most a few words that carry it.

In: the title is the statement. Out: a page on primary with large type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "message"
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.statement
kind: statement
title: Spørgsmålet er ikke om, men hvordan
body: Erfaringen viser, at det tager fire til fem år at få et samarbejde godt på plads.
so-what: Giv det tid
"""


@dataclass(frozen=True)
class Fields:
    body: Text | None = described("What carries the statement, in a few sentences.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    slots = (TextBlock((Styled(fields.body, "lead"),), slot="body"),) if fields.body else ()
    return (Arrangement("Statement", slots),)
