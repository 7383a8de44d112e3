"""A finding that supports a slide which claims nothing.

Why: `supports:` ties what was found to what follows from it. A cover, an agenda, a divider, a page of thanks or a
list of people says nothing that a finding could carry, so the tie is a slip, and the slide that was meant stands
without it.

Example: `supports: [meeting.cover]`.

Mend: name the slide that claims or asks something.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.story import UNCLAIMING
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.table_cells import table_rows
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.content import Slide

CODE: Final = "supports-no-claim"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name the slide that claims, recommends or asks something"
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
    supports: [survey.members, meeting.cover]
    minutes: 5
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    known = subject.content.slides
    for slide, _ in subject.slides:
        for id in slide.supports:
            if id in known and _claims_nothing(known[id], subject):
                purpose = subject.registry.kinds[known[id].kind].purpose
                related = (Related(known[id].span, f"its purpose is: {purpose}"),)
                yield Fault(f"`{slide.id}` supports `{id}`, which claims nothing", slide.span, related=related)


def _claims_nothing(slide: Slide, subject: Subject) -> bool:
    """Whether a slide opens or closes something, or is there to look things up in and holds no table of numbers."""
    purpose = subject.registry.kinds[slide.kind].purpose
    return purpose in UNCLAIMING or (purpose == "reference" and not table_rows(slide.fields))
