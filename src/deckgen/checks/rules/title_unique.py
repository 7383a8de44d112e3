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
from deckgen.diagnostics import Fault, Severity
from deckgen.model.kind import CHAPTER_OPENINGS

CODE: Final = "title-unique"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "let each title say what its slide alone says"

_WORD: Final = re.compile(r"[\w%]+")


def check(subject: Subject) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for slide, _ in subject.slides:
        if subject.kind(slide).purpose in CHAPTER_OPENINGS:
            continue
        said = " ".join(_WORD.findall(slide.title.plain.casefold()))
        if said in first:
            yield Fault(f"the title of `{slide.id}` is that of `{first[said]}` too", slide.title.span)
        first.setdefault(said, slide.id)
