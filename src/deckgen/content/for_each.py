"""Whom a deck is for, as its file says it. In: nothing. Out: the keys below `for-each:`.

The members are listed in the deck itself, or stand in a dataset: a row for each, or the options of a question.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.nodes.node import Scalar

KEY: Final = "for-each"


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member as it is listed."""

    key: Scalar = described("Its id in the data, which stays as it is.")
    name: str = described("What its deck calls it.")
    group: str = described("What it belongs to, which it is set beside.", default="")
    logo: str = described("A picture of the content folder, for its cover.", default="")
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class ForEachEntry:
    """Whom a deck is made for, as it is written."""

    members: tuple[MemberEntry, ...] = described("The members, listed.", default=())
    dataset: Scalar | None = described("Or the dataset of data.yaml that they stand in.", default=None)
    key: Scalar | None = described("Its column with the key of each member.", default=None)
    name: Scalar | None = described("Its column with their names; else the label of the key.", default=None)
    group: Scalar | None = described("Its column with what each belongs to.", default=None)
    logo: Scalar | None = described("Its column with their logos.", default=None)
    where: dict[str, Scalar] = field(
        default_factory=dict, metadata={"doc": "The column of each dataset that says whose an answer is."}
    )
    span: Span = NOWHERE
