"""The slides take more minutes than the meeting gives.

Why: what stands last is then not said, and that is often the recommendation. Slides of the appendix
do not count.

Example: `minutes: 20` in the deck file, and slides of 26 minutes together.

Mend: leave slides out, shorten what is said to some, or move them to the appendix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "minutes-over-slot"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "leave slides out, or move some to the appendix"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/decks/board.yaml": "minutes: 9\n",
}


def check(subject: Subject) -> Iterator[Fault]:
    taken, slot = subject.plan.minutes, subject.deck.minutes
    if taken > slot:
        yield Fault(f"the slides take {taken.normalize():f} minutes; the slot is {slot}", subject.plan.span)
