"""A slide that is in no deck of those who may see it.

Why: nobody reads it, nobody notices when it goes stale, and then somebody uses it. A deck that
names the slide and whose audience does not see it does not count.

Example: `survey.old` stands in survey.yaml, and no file in decks/ names it.

Mend: name it in a deck, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "slide-in-no-deck"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name it in a deck, or delete it"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/later.yaml": """\
slides:
  - {id: survey.old, kind: statement, title: Klyngerne var færre før, body: Det er længe siden.}
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    """All decks are looked at, whichever is built."""
    seen = {id: slide.span for content in subject.contents.values() for id, slide in content.slides.items()}
    shown = {
        ref.id
        for content in subject.contents.values()
        for deck in content.decks.values()
        for ref in deck.listed
        if ref.id in content.slides
    }
    for id, span in seen.items():
        if id not in shown:
            yield Fault(f"the slide `{id}` is in no deck of those who see it", span)
