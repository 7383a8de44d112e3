"""A list of more than six points, what stands under them not counted.

Why: a list that long is not read to its end, and nobody sees what matters in it.

Example: a `bullets` slide with eight items.

Mend: group the points, or keep six.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat, paragraphs, place
from deckgen.diagnostics import Fault, Severity

CODE: Final = "six-bullets"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "group them under two headings, or say the most important six"
EACH_SLIDE: Final = True
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: [Et punkt, Et til, Et tredje, Et fjerde, Et femte, Et sjette, Og et syvende]
    minutes: 3
""",
}


MOST: Final = 6


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            count = sum(paragraph.marker != "none" and not paragraph.level for paragraph in paragraphs(item))
            if count > MOST:
                yield Fault(f"`{item.name}` has {count} points", place(item, slide))
