"""Which slide a text is about. In: a slide and a text on it. Out: the slide that its item links to, or its own."""

from __future__ import annotations

from typing import Any

from deckgen.checks.engine.subject import Subject
from deckgen.checks.figures.facts import place_of
from deckgen.checks.text.prose import Said
from deckgen.model.plan import PlannedSlide


def told_of(slide: PlannedSlide, text: Said, subject: Subject) -> PlannedSlide:
    """The slide that the item of a text links to, such as a point of a summary: it is told of there."""
    item = _item(slide.fields, place_of(text.path))
    link = getattr(item, "link", "")
    return next((other for other, _ in subject.slides if other.id == link), slide) if link else slide


def _item(fields: Any, place: str) -> Any:
    """What stands in a place such as `points/2`, the second of them; None where nothing is known of it."""
    part = fields
    for step in place.split("/") if place else ():
        if step.isdigit():
            part = part[int(step) - 1] if isinstance(part, tuple) and 0 < int(step) <= len(part) else None
        else:
            part = getattr(part, step.replace("-", "_"), None)
    return part if place else None
