"""What the files of a content folder may hold. In: the types that they are read as. Out: the shape of each file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.content.decks import DeckEntry
from deckgen.content.project import ProjectEntry
from deckgen.content.quotes import FILLED as QUOTED
from deckgen.content.quotes import KEY as QUOTE
from deckgen.content.quotes import is_quotable
from deckgen.content.slides import ARRANGEMENT, SlideHead
from deckgen.content.tables import EMPHASIS, FILLED
from deckgen.content.tables import KEY as TABLE
from deckgen.data.declarations import Dataset, Declared, Waves
from deckgen.figures.drafts import Entry
from deckgen.figures.invariants import Invariant
from deckgen.model.kind import Kind
from deckgen.nodes.keys import ByName, Choice, Key, Leaf, ListOf, MappingOf, Shape, keys_of, shape_of

FILES: Final[Mapping[str, Shape]] = {
    "project": shape_of(ProjectEntry),
    "sources": ByName(Leaf("words")),
    "figures": ByName(shape_of(Entry)),
    "invariants": ListOf(shape_of(Invariant)),
    "data": MappingOf(
        (
            Key("datasets", "Survey exports, by name.", ByName(shape_of(Dataset)), required=True),
            Key("waves", "Surveys that were asked again, by name.", ByName(shape_of(Waves)), required=False),
            Key("tabulations", "What is counted in them, by name.", ByName(shape_of(Declared)), required=False),
        )
    ),
    "deck": shape_of(DeckEntry),
}
"""All files but those of slides, which depend on the kinds that there are."""


SEEN_BY: Final = "The audiences that see it; others do not."
"""What the key `for` says of itself."""

EVERY: Final = keys_of(SlideHead)
"""What every slide may say, whatever its kind."""


def own_keys(kind: Kind) -> tuple[Key, ...]:
    """The fields of a kind, and the key by which one of several arrangements is chosen."""
    doc = "How the page is arranged; without it, as it fits best."
    chosen = Key(ARRANGEMENT, doc, Choice(kind.arrangements), required=False)
    return (*keys_of(kind.fields), *((chosen,) if kind.arrangements else ()))


def slide_keys(kind: Kind) -> tuple[Key, ...]:
    """The keys of a slide of a kind. A tabulation may stand in the place of rows, a quote in that of words."""
    own = own_keys(kind)
    names = [key.name for key in own]
    if is_quotable(names):
        doc = "A quote of a code book of data.yaml, in the place of `words`."
        said = (Key(key.name, key.doc, key.shape, key.required and key.name not in QUOTED) for key in own)
        return (*EVERY, *said, Key(QUOTE, doc, Leaf("words"), required=False))
    filled = next((name for name in FILLED if name in names), "")
    if not filled or TABLE in names:
        return (*EVERY, *own)
    table = Key(TABLE, f"A tabulation of data.yaml, in the place of `{filled}`.", Leaf("tabulation"), required=False)
    loosened = (Key(key.name, key.doc, key.shape, key.required and key.name != filled) for key in own)
    finding = Key(EMPHASIS, "The rows of the tabulation that are the finding.", ListOf(Leaf("row")), required=False)
    beside = (table, finding) if filled == "data" and EMPHASIS not in names else (table,)
    return (*EVERY, *loosened, *beside)
