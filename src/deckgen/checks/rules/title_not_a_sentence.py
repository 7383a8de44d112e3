"""A title that names a topic and claims nothing.

Why: `Medlemmer` says what the slide is about; `De fleste medlemmer er små virksomheder` says what to learn. A
title of fewer than three words is a topic, and so is one without a word that could be a verb; in doubt a word is
one. A page of questions claims nothing; what opens a deck or a part of it, agendas, closing pages and pages that
the program fills by itself, such as that of the sources, are left alone.

Example: `title: Klyngerne i Nordjylland`

Mend: write the sentence that you would say: `Klyngerne er til stede i Nordjylland`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from deckgen.checks.engine.story import UNCLAIMING
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "title-not-a-sentence"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write what the slide shows, with a verb"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: statement
    title: Retningen for det videre arbejde
    body: Klyngerne vil være med, og regionen vil betale for det første år.
    minutes: 2
""",
}


FEWEST: Final = 3


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        said = slide.title.plain
        words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*", said.casefold())
        topic = len(words) < FEWEST or not any(map(subject.language.prose.may_be_verb, words))
        kind = subject.kind(slide)
        if topic and kind.purpose not in UNCLAIMING | {"dialogue"} and fields(kind.fields):
            yield Fault(f'the title "{said}" names a topic', slide.title.span)
