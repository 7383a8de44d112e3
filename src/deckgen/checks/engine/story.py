"""What slides do in a story. In: the purposes of kinds. Out: read by rules."""

from __future__ import annotations

from typing import Final

from deckgen.checks.engine.subject import Subject
from deckgen.model.kind import CHAPTER_OPENINGS, Purpose

UNCLAIMING: Final[frozenset[Purpose]] = CHAPTER_OPENINGS | {"opening", "closing"}
"""What slides are for whose title is a name and no claim."""

RECOMMENDING: Final[frozenset[Purpose]] = frozenset(("recommendation", "ask"))


def links_slides(subject: Subject) -> bool:
    """Whether any slide of the content says what rests on it: without that, nothing can be missing."""
    return any(slide.supports for content in subject.contents.values() for slide in content.slides.values())
