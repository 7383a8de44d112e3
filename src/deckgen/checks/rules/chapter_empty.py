"""A chapter of which this audience sees no slide.

Why: it is left out, with its line on the agenda and its section, and the deck file says otherwise.

Example: a chapter of the board's deck whose one slide is `for: directorate`.

Mend: name a slide that this audience sees, or delete the chapter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "chapter-empty"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name a slide that this audience sees, or delete the chapter"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members]}
  - {id: money, title: Penge, slides: [survey.budget]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    for chapter in subject.deck.chapters:
        if not any(ref.id in subject.content.slides for ref in chapter.slides):
            said = f"the chapter `{chapter.id}` has no slide that {subject.plan.audience} sees, and is left out"
            yield Fault(said, chapter.span)
