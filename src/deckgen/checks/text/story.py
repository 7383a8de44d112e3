"""What kinds of slide do in a story. In: kinds. Out: read by rules."""

from __future__ import annotations

from typing import Final

from deckgen.checks.engine.subject import Subject

REPEATING: Final = frozenset(("agenda", "section"))
"""Kinds whose title may come again."""

UNCLAIMING: Final = frozenset(("cover", "agenda", "section", "appendix", "contact"))
"""Kinds whose title is a name and no claim."""

RECOMMENDING: Final = frozenset(("ask", "options_matrix", "option_detail"))
FINDING: Final = frozenset(("chart", "chart_takeaways", "key_figures", "shares", "tally"))


def links_slides(subject: Subject) -> bool:
    """Whether any slide of the content says what rests on it: without that, nothing can be missing."""
    return any(slide.supports for content in subject.contents.values() for slide in content.slides.values())
