"""A recommendation that no slide of the deck supports.

Why: a board asks what a recommendation rests on. A slide says with `supports:` which slides rest on it. Pages of a
kind whose purpose is a recommendation or an ask recommend, such as `options_matrix` and `decision`, and so do
others whose title says it or asks for it: `Vi anbefaler at holde åbent`, `Lad skolen holde åbent`. One that links
to pages of the deck on which it is told rests on those. Only content that uses `supports` is looked at.

Example: `models.matrix` is in the deck, and no slide says `supports: [models.matrix]`.

Mend: write `supports: [models.matrix]` on the finding that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.story import links_slides, recommends
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import texts
from deckgen.diagnostics import Fault, Severity
from deckgen.model.plan import PlannedSlide

CODE: Final = "recommendation-without-finding"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name the slide under `supports:` of what it rests on, or leave it out"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}"}
    supports: [survey.members]
    minutes: 5
""",
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: decision
    title: Mødet giver retning for det videre arbejde
    cards: [{verb: Vælg, object: en model}, {verb: Overlad, object: resten til direktionen}]
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    if not links_slides(subject):
        return
    supported = {id for slide in subject.plan.slides for id in slide.supports}
    for slide, _ in subject.slides:
        rests = slide.id in supported or slide.in_appendix or _links(slide, subject)
        if not rests and recommends(slide, subject):
            yield Fault(f"nothing in the deck `{subject.plan.deck}` supports `{slide.id}`", slide.span)


def _links(slide: PlannedSlide, subject: Subject) -> bool:
    """Whether a page names pages of the deck on which it is told."""
    here = {other.id for other in subject.plan.slides}
    runs = (run for text in texts(slide.fields, slide.span) for part in text.paragraphs for run in part.runs)
    return any(run.slide and run.slide.id in here for run in runs)
