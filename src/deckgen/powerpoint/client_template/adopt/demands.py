"""What our slide layouts ask of a client's. In: the slots that kinds fill. Out: one table, in the order of ours."""

from __future__ import annotations

from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.client_template.adopt.scores import Family

Holds = Literal["text", "chart", "table", "canvas"]


@dataclass(frozen=True, slots=True)
class Column:
    """One place of a slide, and the slots whose contents follow each other in it."""

    holds: Holds
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """A slide layout of ours: the families that may serve it, best first, and its places from left to right."""

    name: str
    families: tuple[Family, ...]
    columns: tuple[Column, ...] = ()
    optional: tuple[str, ...] = ()
    """Slots that a template need not have a place for."""
    opening: bool = False
    """Without tracker, source line and drawn page number; composed where no slide layout is made for it."""
    beside: bool = False
    """Whether its text stands beside its title where it is composed."""
    shares: tuple[float, ...] = ()
    """How places that are drawn share the width; empty: equally. A text beside a drawing stands level with it."""
    lines: bool = False
    """Whether each of its texts is a line, which a placeholder of one line holds."""
    need: float = 0.6
    """Least height of the text of an opening, in inches."""


def _text(*slots: str) -> Column:
    return Column("text", slots)


_CANVAS = Column("canvas")
_OPENINGS: tuple[Family, ...] = ("section", "cover")
_CONTENT: tuple[Family, ...] = ("text", "only")
_DRAWN: tuple[Family, ...] = ("only", "text")

WISHES: tuple[Wish, ...] = (
    Wish(
        "Cover",
        ("cover", "section"),
        (_text("subtitle", "meeting", "client"),),
        optional=("logo",),
        opening=True,
        lines=True,
        need=1.15,
    ),
    Wish("Section", _OPENINGS, (_text("lead"),), optional=("ordinal",), opening=True),
    Wish("Statement", ("section", *_CONTENT), (_text("body"),), need=1.2),
    Wish("Statement and Diagram", _DRAWN, (_text("body"), _CANVAS), shares=(5, 7)),
    Wish("Title and Body", _CONTENT, (_text("body"),)),
    Wish("Two Lists", ("two", "only", "text"), (_text("left"), _text("right"))),
    Wish("Diagram", _DRAWN, (_CANVAS,)),
    Wish("Chart", ("chart", "only", "text"), (Column("chart", ("chart",)),)),
    Wish(
        "Chart and Takeaways",
        ("two", "only", "text"),
        (Column("chart", ("chart",)), _text("takeaways")),
    ),
    Wish("Table", ("table", "only", "text"), (Column("table", ("table",)),)),
    Wish(
        "Contact",
        ("closing", "section", "cover"),
        (_text("lead", "body"),),
        optional=("logo",),
        opening=True,
        beside=True,
        need=2.6,
    ),
)
