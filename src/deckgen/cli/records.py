"""In: a deck that was planned and set. Out: its outline as plain dicts and lists that json can write."""

from __future__ import annotations

from typing import Any

from deckgen.model.plan import ChartChoice
from deckgen.result import DeckResult


def _choice_record(choice: ChartChoice | None) -> dict[str, str] | None:
    return {"type": choice.type, "compares": choice.compares, "why": choice.why} if choice else None


def outline_record(deck: DeckResult) -> dict[str, Any]:
    """Sections and slides in order; a slide of several pages has an entry for each, the minutes on the first."""
    planned, frames = deck.plan, deck.frames
    pages = {frame.id: (number, frame) for number, frame in enumerate(frames.frames, 1)}
    slides = {slide.id: slide for slide in planned.slides}

    def page(id: str) -> dict[str, Any]:
        number, frame = pages[id]
        slide = slides.get(id)
        return {
            "page": number,
            "id": id,
            "kind": slides[id.partition("~")[0]].kind,
            "title": frame.title,
            "minutes": float(slide.minutes) if slide else 0.0,
            "ladder": list(frame.ladder),
            "chart": _choice_record(slide.chart_choice) if slide else None,
        }

    return {
        "deck": planned.deck,
        "title": planned.facts.title.plain,
        "audience": planned.audience,
        "minutes": float(planned.minutes),
        "slot": planned.facts.minutes,
        "sections": [
            {"title": section.title, "slides": [page(id) for id in section.slides]} for section in frames.sections
        ],
        "left_out": [{"id": gone.id, "reason": gone.reason} for gone in planned.left_out],
    }
