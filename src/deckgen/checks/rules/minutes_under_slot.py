"""The slides take less than four fifths of the minutes that the meeting gives.

Why: either minutes are missing on slides, and then nobody knows whether the deck fits, or the
meeting could be shorter. Slides of the appendix do not count.

Example: `minutes: 60` in the deck file, and slides of 20 minutes together.

Mend: write `minutes` on each slide, or the right length of the meeting in the deck file.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "minutes-under-slot"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "set `minutes` on each slide"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/decks/board.yaml": "minutes: 13\n",
}

FULL_ENOUGH: Final = Decimal("0.8")


def check(subject: Subject) -> Iterator[Fault]:
    taken, slot = subject.plan.minutes, subject.deck.minutes
    if 0 < taken < slot * FULL_ENOUGH:  # where no slide says its minutes, nobody counts them
        yield Fault(f"the slides take {taken.normalize():f} minutes; the slot is {slot}", subject.plan.span)
