"""A page that says in the accent more than one thing.

Why: the accent is the colour of the one finding. Where several things have it, none is seen first. A number and the
marks that show it count as one.

Example: two figures of three with `emphasis: true`.

Mend: keep `emphasis` on the one to remember.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import field, paragraphs
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import Frame, GroupItem, Item, ShapeItem

CODE: Final = "accent-count"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "keep the emphasis on one of them"
EACH_SLIDE: Final = True
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: key_figures
    title: Klyngerne har ${members} medlemmer i regionen
    figures:
      - {value: "${members}", label: medlemmer i regionen, emphasis: true}
      - {value: "${present}", label: klynger er til stede, emphasis: true}
      - {value: "${dialogue}", label: klynger ønsker dialog, emphasis: true}
    minutes: 3
""",
}

MOST: Final = 2
"""What is emphasised, and a mark beside it such as a line of now."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        accents = set(_accents(frame))
        if len(accents) > MOST:
            yield Fault(f"`{frame.id}` has {len(accents)} things in the accent", slide.span)


def _accents(frame: Frame) -> Iterator[str]:
    """What stands in the accent, each by the item of the content that it was made from."""
    for item in frame.items:
        if _has_accent(item):
            yield "/".join(field(item).split(" ")[0].split("/")[:2])


def _has_accent(item: Item) -> bool:
    if isinstance(item, GroupItem):
        return any(_has_accent(child) for child in item.children)
    if isinstance(item, ShapeItem):
        return "accent" in (item.fill, item.line)
    return any("accent" in (one.color, *(run.color for run in one.runs)) for one in paragraphs(item))
