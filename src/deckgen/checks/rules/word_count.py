"""More words on a slide than its audience reads while somebody speaks.

Why: who reads does not listen. How many are too many the project says for each audience; without a
number nothing is counted. Numbers, tracker, foot and page number do not count, and neither do the appendix
and the sources.

Example: `check: words: {board: 90, directorate: 140}` in project.yaml, and a slide for the board of
120 words.

Mend: shorten, split the slide, or move it to the appendix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import AROUND, field, flat, paragraphs
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import Item

CODE: Final = "word-count"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "shorten, split the slide, or move it to the appendix"
EACH_SLIDE: Final = True
EXAMPLE: Final = {
    "content/project.yaml": "check: {words: {board: 12, directorate: 500}}\n",
}


def check(subject: Subject) -> Iterator[Fault]:
    most = subject.settings.words
    for slide, frame in subject.framed if most > 0 else ():
        count = sum(_words(item) for item in flat(frame.items) if field(item) not in AROUND)
        if count > most and not slide.in_appendix:
            yield Fault(f"`{frame.id}` has {count} words; {subject.plan.audience} gets {most} at most", slide.span)


def _words(item: Item) -> int:
    words = (word for paragraph in paragraphs(item) for word in paragraph.plain.split())
    return sum(any(character.isalpha() for character in word) for word in words)
