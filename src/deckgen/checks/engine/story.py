"""What slides do in a story. In: the purposes of kinds, and what titles say. Out: read by rules."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Subject
from deckgen.model.kind import CHAPTER_OPENINGS, Purpose
from deckgen.model.plan import PlannedSlide

UNCLAIMING: Final[frozenset[Purpose]] = CHAPTER_OPENINGS | {"opening", "closing"}
"""What slides are for whose title is a name and no claim."""

RECOMMENDING: Final[frozenset[Purpose]] = frozenset(("recommendation", "ask"))

MAY_RECOMMEND: Final[frozenset[Purpose]] = frozenset(("message", "explanation"))
"""What slides are for that recommend where their title says so: a list of points may as well be advice."""


def recommends(slide: PlannedSlide, subject: Subject) -> bool:
    """Whether a slide is there to recommend or to ask, or its title recommends in words or asks for something."""
    purpose = subject.kind(slide).purpose
    if purpose in RECOMMENDING:
        return True
    reading, title = subject.language.prose.reading, slide.title.plain
    if purpose not in MAY_RECOMMEND or title.rstrip().endswith("?"):
        return False
    return any(said and _pattern(said).search(title) for said in (reading.advises, reading.asks))


@cache
def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(said, re.IGNORECASE)


def links_slides(subject: Subject) -> bool:
    """Whether any slide of the content says what rests on it: without that, nothing can be missing."""
    return any(slide.supports for content in subject.contents.values() for slide in content.slides.values())
