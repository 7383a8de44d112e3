"""A slide in each arrangement of its kind. In: a deck as it was planned, a slide's id. Out: a picture by name."""

from __future__ import annotations

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.live.pictures import KnownPictures
from deckgen.model.furniture import Chosen
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import Plan, PlannedSlide
from deckgen.pipeline import Loaded


def arranged(loaded: Loaded, plan: Plan, id: str) -> dict[str, str]:
    """The first page in those arrangements that the slide's fields allow; one that does not fit is drawn as it is."""
    slide = next((one for one in plan.slides if one.id == id), None)
    kind = loaded.registry.kinds[slide.kind] if slide else None
    names = kind.arrangements if kind else ()
    drawn = {name: _drawn(loaded, plan, slide, name) for name in names if slide}
    return {name: picture for name, picture in drawn.items() if picture}


def _drawn(loaded: Loaded, plan: Plan, slide: PlannedSlide, name: str) -> str:
    furniture = replace(slide.furniture, arrangement=Chosen(name, slide.span))
    alone, found = replace(plan, slides=(replace(slide, furniture=furniture),)), Diagnostics()
    frames = pipeline.set_deck(replace(loaded, memory=None), alone, found)
    if not frames.frames or any(one.code == "arrangement-not-offered" for one in found):
        return ""
    first = replace(frames, frames=frames.frames[:1])
    return next(iter(KnownPictures().draw(loaded, first, found).values()), "")
