"""A finding that supports a slide which claims nothing.

Why: `supports:` ties what was found to what follows from it. A cover, an agenda, a divider or a page of thanks says
nothing that a finding could carry, so the tie is a slip, and the slide that was meant stands without it.

Example: `supports: [meeting.cover]`.

Mend: name the slide that claims or asks something.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.story import UNCLAIMING
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Related, Severity

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
            purpose = subject.registry.kinds[known[id].kind].purpose if id in known else None
            if purpose in UNCLAIMING:
                related = (Related(known[id].span, f"its purpose is: {purpose}"),)
                yield Fault(f"`{slide.id}` supports `{id}`, which claims nothing", slide.span, related=related)
