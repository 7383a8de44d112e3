"""More than four pages on white in a row.

Why: page after page of the same ground tires, and nothing tells that something weighs more.

Example: six charts one after the other.

Mend: give one of them `ground: panel`, or set the message among them as a statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import Frame
from deckgen.model.kind import Purpose
from deckgen.model.plan import PlannedSlide

CODE: Final = "white-run"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
FINISHED: Final = True
HINT: Final = "write `ground: panel` on one of them"

MOST: Final = 4
BREAKS: Final[frozenset[Purpose]] = frozenset(("opening", "divider", "closing"))
"""Purposes of the kinds whose pages have a ground of their own."""


def check(subject: Subject) -> Iterator[Fault]:
    run = 0
    for slide, frame in subject.framed:
        run = run + 1 if _is_white(slide, frame, subject) else 0
        if run == MOST + 1:
            yield Fault(f"`{frame.id}` is the fifth page on white in a row", slide.span)


def _is_white(slide: PlannedSlide, frame: Frame, subject: Subject) -> bool:
    """On a template of our own: a client's has its own grounds. What is looked up in the appendix is left alone."""
    own = bool(subject.template.grounds)
    return own and frame.ground == "white" and not slide.in_appendix and subject.kind(slide).purpose not in BREAKS
