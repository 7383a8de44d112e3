"""Agenda, sections and tracker say different things.

Why: a chapter stands four times in a deck: on the agenda, as a section of the file, on the page
that opens it and in the small line above the titles. All come from the deck file; a reader who
finds two names for one chapter is lost.

Example: an agenda line whose chapter has no section.

Mend: name chapters in the deck file alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "agenda-agrees"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "this is a fault of the program, or of a file that somebody changed: report it"
WHOLE: Final = True


def check(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    chapters = [chapter.title for chapter in plan.sections if chapter.id not in ENDS]
    ids = {slide.id for slide in plan.slides}
    names = {section.id: section.title for section in plan.sections}
    for slide in plan.slides:
        listed = [entry.title.plain for entry in slide.agenda]
        if listed != chapters:
            yield Fault(f"the agenda of `{slide.id}` is not the list of sections", slide.span)
        for entry in slide.agenda:
            if entry.target not in ids:
                yield Fault(f'the agenda line "{entry.title.plain}" leads to no slide', slide.span)
        if slide.tracker and slide.tracker != names.get(slide.section):
            yield Fault(f'the tracker of `{slide.id}` is "{slide.tracker}", its section another', slide.span)
    if [section.title for section in subject.frames.sections] != [section.title for section in plan.sections]:
        yield Fault("the sections of the file are not those of the plan", plan.span)


ENDS: Final = frozenset(("opening", "appendix"))
"""Sections that are on no agenda."""
