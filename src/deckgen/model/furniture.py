"""What a slide carries around its body, whatever its kind. In: read by content. Out: bound by plan, set by layout."""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, NOWHERE, Text
from deckgen.model.theme import Ground


@dataclass(frozen=True, slots=True)
class Chosen:
    """An arrangement that content names, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """`subtitle`: what is counted, its unit and base; `so_what`: the conclusion that a listener should leave with.

    `sticker` says how final a page is ("Draft"). `badges` are the numbers of the options that the page is about, out
    of those that the deck's pages have. `ground` None leaves the ground to the kind, `arrangement` None to what fits.
    """

    subtitle: Text = EMPTY
    so_what: Text = EMPTY
    sticker: Text = EMPTY
    badges: tuple[int, ...] = ()
    ground: Ground | None = None
    span: Span = NOWHERE
    arrangement: Chosen | None = None

    @property
    def said(self) -> tuple[Text, ...]:
        """Its texts, in the order in which a page has them."""
        return (self.sticker, self.subtitle, self.so_what)


NO_FURNITURE = Furniture()
