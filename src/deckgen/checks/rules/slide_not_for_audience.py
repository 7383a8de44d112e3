"""A deck lists a slide that its audience does not see.

Why: who reads the deck's list would look for the slide in the deck, and it is not there.

Example: the board's deck names a slide that says `for: directorate`.

Mend: take it off the list, or name the deck's audience in the slide's `for:`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.content import SlideRef

CODE: Final = "slide-not-for-audience"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "take it off the list, or name the deck's audience in the slide's `for:`"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members, survey.budget]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    """A chapter of which nothing is left is told as a whole, by `chapter-empty`."""
    seen, elsewhere = subject.content.slides, subject.content.elsewhere
    lists: list[tuple[SlideRef, ...]] = [subject.deck.opening, subject.deck.appendix]
    lists += [one.slides for one in subject.deck.chapters if any(ref.id in seen for ref in one.slides)]
    for ref in (ref for listed in lists for ref in listed):
        if others := elsewhere.get(ref.id):
            yield Fault(f"`{ref.id}` is for {' and '.join(others)}, so this deck goes without it", ref.span)
