"""A text that stands where the real one was to come.

Why: `TODO`, lorem ipsum and `[indsæt navn]` are found by the audience if nobody finds them before. Slides, notes and
what the deck file says are read, for what every author writes and for what the language says, and for the prompts of
empty placeholders.

Example: `items: [TODO - tal fra regnskabet]`

Mend: write the text, or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import deck_texts
from deckgen.diagnostics import Fault, Severity
from deckgen.model.language import Language

CODE: Final = "placeholder-left"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the text that was to stand there, or leave it out"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: [TODO - det vigtigste spørgsmål]
    minutes: 2
""",
}
_EVERYWHERE: Final = r"(?-i:\b(?:TODO|TBD|TBC|FIXME|XX+)\b)|\blorem ipsum\b|\?{3,}|\bdolor sit amet\b"


def check(subject: Subject) -> Iterator[Fault]:
    pattern, prompts = _pattern(subject.language), _prompts(subject.language)
    everything = (*deck_texts(subject.deck), *(text for _, said in subject.said for text in said))
    for text in everything:
        plain = text.plain
        found = pattern.search(plain)
        if found or plain in prompts:
            yield Fault(f'"{found[0] if found else plain}" stands where a text was to come', text.span)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join((_EVERYWHERE, *language.prose.reading.placeholders)), re.IGNORECASE)


@cache
def _prompts(language: Language) -> frozenset[str]:
    """What empty placeholders ask for, where it is a phrase: a word such as `Logo` may be a text."""
    said = (getattr(language.prompts, one.name) for one in fields(language.prompts))
    return frozenset(one for one in said if " " in one)
