"""Links between the slides of a deck. In: its slides, and what its audience sees. Out: an error where one leads out.

That nobody has such a slide at all is found by content.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.diagnostics import Diagnostics
from deckgen.model.content import Content, Deck
from deckgen.model.plan import PlannedSlide
from deckgen.model.texts import slide_uses


def check_links(slides: Sequence[PlannedSlide], content: Content, deck: Deck, diagnostics: Diagnostics) -> None:
    """Every link leads to a slide of this deck: the file could not follow another, nor may it tell of one."""
    here = {slide.id for slide in slides}
    for link in slide_uses((deck, *((slide.said, slide.notes) for slide in slides))):
        if link.id in here:
            continue
        if content.elsewhere.get(link.id):
            message = f"`{link.id}` is not for {deck.audience}, and the deck `{deck.id}` links to it"
            hint = f"keep the link for those who see that slide: a variant of the text for {deck.audience} without it"
            diagnostics.error("link-out-of-deck", message, link.span, hint)
        elif link.id in content.slides or link.id in content.elsewhere:
            message = f"the deck `{deck.id}` links to `{link.id}` and does not have that slide"
            diagnostics.error(
                "link-out-of-deck", message, link.span, "name the slide in the deck file, or leave the link out"
            )
