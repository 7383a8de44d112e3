"""A reference to a slide that this deck does not have.

Why: a link that leads nowhere stops a meeting, and the id of a slide for others tells that there is
one. Looked at are links on the page, ids of slides in a text, and ids under `supports` that no slide
of this audience has.

Example: a note that says `se survey.response`, where only the directorate has that slide.

Mend: name another slide, or keep the text for the audience that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat
from deckgen.checks.text.prose import slide_texts
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import TextItem

CODE: Final = "dangling-reference"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "name a slide of this deck, or keep the reference for those who see it"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/decks/board.yaml": """\
minutes: 8
chapters:
  - {id: findings, title: Fund, slides: [survey.presence]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
""",
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: [Hvad skal der til?]
    notes: Se også survey.members.
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    ids = {frame.id for frame in subject.frames.frames}
    deck = f"the deck `{subject.plan.deck}`"
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            if isinstance(item, TextItem) and item.link and item.link not in ids:
                yield Fault(f"a link on `{slide.id}` leads to `{item.link}`, which is not in {deck}", slide.span)
    yield from _named(subject, ids)


def _named(subject: Subject, ids: set[str]) -> Iterator[Fault]:
    everywhere = {id for content in subject.contents.values() for id in content.slides}
    missing = everywhere - ids
    deck = f"the deck `{subject.plan.deck}`"
    for slide, _ in subject.slides:
        for id in slide.supports:
            if id not in subject.content.slides:
                why = (
                    f"which {subject.plan.audience} does not see"
                    if id in everywhere
                    else "and there is no such slide"
                )
                yield Fault(f"`{slide.id}` supports `{id}`, {why}", slide.span)
        for said in slide_texts(slide) if missing else ():
            for id in missing.intersection(_ID.findall(said.plain)):
                yield Fault(f"a text on `{slide.id}` names `{id}`, which is not in {deck}", said.span)


_ID: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
