"""Comparisons for machines. In: reports, sides, changes. Out: plain dicts and lists that json can write."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from deckgen.compare.changes import Changes
from deckgen.compare.claims import Claim, DeckView, plain_number
from deckgen.compare.figures import FigureReport
from deckgen.compare.sides import Difference, Sides

At = tuple[str, int, str, str]


def figures_record(reports: tuple[FigureReport, ...]) -> dict[str, Any]:
    return {"figures": [asdict(report) for report in reports]}


def sides_record(sides: Sides) -> dict[str, Any]:
    return {
        "left": _deck(sides.left),
        "right": _deck(sides.right),
        "facts": [_difference(one) for one in sides.facts],
        "sections": [
            {
                "id": section.id,
                "left": section.left,
                "right": section.right,
                "slides": [
                    {
                        "id": slide.id,
                        "left_page": slide.left.page if slide.left else None,
                        "right_page": slide.right.page if slide.right else None,
                        "left_title": slide.left.title if slide.left else None,
                        "right_title": slide.right.title if slide.right else None,
                        "right_section": slide.right.section if slide.right else None,
                        "same": slide.same,
                        "differences": [_difference(one) for one in slide.differences],
                    }
                    for slide in section.slides
                ],
            }
            for section in sides.sections
        ],
        "numbers": [asdict(number) for number in sides.numbers],
        "contradictions": [{**asdict(one), "at": [_at(place) for place in one.at]} for one in sides.contradictions],
    }


def changes_record(changes: Changes, since: str) -> dict[str, Any]:
    """`since` is the revision or the file that the deck is compared with."""
    return {
        "deck": changes.after.deck,
        "since": since,
        "saved_again": changes.before.saved_again,
        "slides": {
            "added": [asdict(one) for one in changes.added],
            "removed": [asdict(one) for one in changes.removed],
            "moved": [asdict(one) for one in changes.moved],
        },
        "sections": [asdict(one) for one in changes.sections],
        "numbers": [{**asdict(one), "at": [_at(place) for place in one.at]} for one in changes.numbers],
        "texts": [asdict(one) for one in changes.texts],
        "figures": {"added": changes.figures_added, "removed": changes.figures_removed},
    }


def _deck(view: DeckView) -> dict[str, Any]:
    return {
        "deck": view.deck,
        "audience": view.audience,
        "slides": len(view.slides),
        "minutes": plain_number(view.minutes),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "verdict": one.verdict,
        "path": one.path,
        "left": _claim(one.left),
        "right": _claim(one.right),
        "why": one.why,
    }


def _claim(claim: Claim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {
        "page": claim.page,
        "place": claim.place,
        "text": claim.text,
        "number": _number(claim.number),
        "figures": [{"name": name, "shown": shown} for name, shown in claim.figures],
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain_number(value)


def _at(place: At) -> dict[str, Any]:
    return dict(zip(("deck", "page", "slide", "path"), place, strict=True))
