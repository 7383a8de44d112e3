"""Two slides of one deck with the same title.

Why: a title is the slide's claim. Two slides that claim the same are one slide, or one of them is
badly named; a full stop or a capital makes no difference. Agenda and dividers may come again.

Example: two slides called `Klyngerne er til stede`.

Mend: say in each title what the other does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.kind import CHAPTER_OPENINGS
from deckgen.model.plan import PlannedSlide

CODE: Final = "title-unique"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
FINISHED: Final = True
HINT: Final = "let each title say what its slide alone says"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: De fleste klynger er til stede i regionen.
    items:
      - De har ${members} medlemmer
    minutes: 3
""",
}

_WORD: Final = re.compile(r"[\w%]+")


def check(subject: Subject) -> Iterator[Fault]:
    first: dict[str, PlannedSlide] = {}
    for slide, _ in subject.slides:
        if subject.kind(slide).purpose in CHAPTER_OPENINGS:
            continue
        said = " ".join(_WORD.findall(slide.title.plain.casefold()))
        other = first.setdefault(said, slide)
        if other.id != slide.id:
            message = f"the title of `{slide.id}` is that of `{other.id}` too"
            yield Fault(message, slide.title.span, related=(Related(other.title.span, f"the title of `{other.id}`"),))
