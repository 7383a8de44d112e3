"""In: the kinds and a language. Out: the slide layouts on which they set their own examples."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.content.slides import example_fields
from deckgen.extensions import BrokenExtensionError
from deckgen.model.content import Client, Organisation
from deckgen.model.date_style import DateStyle
from deckgen.model.kind import Context, Kind
from deckgen.model.language import Labels
from deckgen.model.plan import DeckFacts
from deckgen.model.text import EMPTY


def kinds_by_slide_layout(kinds: Mapping[str, Kind], labels: Labels, dates: DateStyle) -> dict[str, tuple[str, ...]]:
    """Our slide layouts with the kinds that are set on them, as the kinds' own examples tell."""
    facts = DeckFacts(EMPTY, EMPTY, EMPTY, "", 0, Organisation(""), Client(""))
    found: dict[str, tuple[str, ...]] = {}
    for name in kinds:
        for layout in _slide_layouts(name, kinds, Context(EMPTY, labels, facts, (), (), dates)):
            found[layout] = (*found.get(layout, ()), name)
    return found


def _slide_layouts(name: str, kinds: Mapping[str, Kind], context: Context) -> list[str]:
    """None of a kind of another package that fails: that is told where a slide uses it."""
    try:
        kind = kinds[name]
    except BrokenExtensionError:
        return []
    try:
        arrangements = kind.compose(example_fields(kind), context)
        return sorted({one.slide_layout for one in arrangements})
    except Exception:
        if not kind.package:
            raise
        return []
