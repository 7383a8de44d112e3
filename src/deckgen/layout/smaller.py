"""A body set smaller than the type scale goes, where a client's slide layout leaves it too little room.

In: a slide layout, and how much smaller. Out: the slide layout as the body sees it, and what is said of the slide.
"""

from __future__ import annotations

from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.template import SlideLayout
from deckgen.model.units import Box

SMALLER: Final = (0.9, 0.8, 0.7, 0.6, 0.5)
"""The first is not seen, and better than a next page."""
TOLD: Final = 0.8
"""What is set smaller than this is hard to read on a wall."""
FEW, SHARED = 6, 2
"""So few items are better read smaller than apart; on so many pages any may be."""
ANOTHER_FORM: Final = 4
"""From this step of the type scale on an arrangement says it in another form, which is worse than smaller."""


def grown(layout: SlideLayout, size: float) -> SlideLayout:
    """The slide layout in the measure of a body that is then scaled by `size`, which brings it back to its place."""
    if size == 1:
        return layout

    def large(box: Box) -> Box:
        return Box(*(int(side / size) for side in (box.x, box.y, box.width, box.height)))

    made = {
        slot: replace(slot, box=large(slot.box), hang=None if slot.hang is None else round(slot.hang / size))
        for slot in layout.slots.values()
    }
    slots = {name: made[slot] for name, slot in layout.slots.items()}
    return replace(layout, slots=slots, canvas=large(layout.canvas))


def warn_of_size(slide: PlannedSlide, layout: str, size: float, diagnostics: Diagnostics) -> None:
    if size >= TOLD:
        return
    message = (
        f"slide '{slide.id}' is set at {size:.0%}: the template's slide layout for `{layout}` is too small for it"
    )
    hint = "map it to one with more room (`deckgen template map`), or shorten the slide"
    diagnostics.warning("template-too-small", message, slide.span, hint)
