"""In: the kinds and a language. Out: the slide layouts on which they set their own examples."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.content.slides import example_fields
from deckgen.model.content import Client, Organisation
from deckgen.model.kind import Context, Kind
from deckgen.model.language import Labels
from deckgen.model.plan import DeckFacts
from deckgen.model.text import EMPTY


def kinds_by_slide_layout(kinds: Mapping[str, Kind], labels: Labels) -> dict[str, tuple[str, ...]]:
    """Our slide layouts with the kinds that are set on them, as the kinds' own examples tell."""
    facts = DeckFacts(EMPTY, EMPTY, EMPTY, "", 0, Organisation(""), Client(""))
    found: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        arrangements = kind.compose(example_fields(kind), Context(EMPTY, labels, facts, (), ()))
        for layout in sorted({one.slide_layout for one in arrangements}):
            found[layout] = (*found.get(layout, ()), name)
    return found
