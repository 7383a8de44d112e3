"""A question that is answered with a question.

Why: nobody knows what was said.

Example: `answered: Hvorfor spørger I?`

Mend: write the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.extend import Fault, Severity, Stage, Subject, Text

CODE: Final = "question-unanswered"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the answer"


def check(subject: Subject) -> Iterator[Fault]:
    for planned, _ in subject.slides:
        answer = getattr(planned.fields, "answered", None)
        if isinstance(answer, Text) and answer.plain.endswith("?"):
            yield Fault(f"`{planned.id}` answers with a question", planned.span)
