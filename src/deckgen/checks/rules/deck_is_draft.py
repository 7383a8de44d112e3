"""A deck that is a draft: nobody has said yet what its pages are to say.

Why: what was computed from data says what stands out, and not what follows. Of a draft rules do not ask for
conclusions, for what rests on findings, for titles that differ, or for a change of form and ground from page to page.

Example: `draft: true` in the deck file, as `deckgen draft` writes it.

Mend: write titles and conclusions, and delete `draft: true` and the sticker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "deck-is-draft"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write what its pages are to say, and delete `draft: true` and the sticker"
EXAMPLE: Final = {
    "content/decks/board.yaml": "draft: true\n",
}


def check(subject: Subject) -> Iterator[Fault]:
    if subject.deck.draft:
        yield Fault(f"the deck `{subject.deck.id}` is a draft", subject.plan.span)
