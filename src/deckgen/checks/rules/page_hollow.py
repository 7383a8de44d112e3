"""A page on white that is mostly empty.

Why: a page with a heap at its top and nothing under it looks unfinished, and what it says looks small. The body is
counted in a grid of 24 by 14 cells, where a flat ground counts by its edges alone; less than 40 % carry something.

Example: one line of text under a title.

Mend: choose a kind that shows the message, say it as a statement, or join the page with another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.ink import head_bottom, ink
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import Frame
from deckgen.model.kind import Purpose
from deckgen.model.plan import PlannedSlide
from deckgen.model.template import SlideLayout
from deckgen.model.units import Box, inches

CODE: Final = "page-hollow"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
FINISHED: Final = True
HINT: Final = "show it with another kind, set it as a statement, or join it with the page beside it"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: [Et kort punkt]
    minutes: 3
""",
}

LEAST: Final = 0.4
GAP: Final = inches(0.22)
QUIET: Final[frozenset[Purpose]] = frozenset(("opening", "agenda", "divider", "reference", "closing"))
"""Purposes of the kinds whose pages may be still."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame, share in shares(subject):
        if share < LEAST:
            yield Fault(f"`{frame.id}` carries something on {share * 100:.0f} % of its body alone", slide.span)


def shares(subject: Subject) -> Iterator[tuple[PlannedSlide, Frame, float]]:
    """Each page on white that is not to be still, and on how much of its body something stands: from 0 to 1."""
    going_on = {frame.id.partition("~")[0] for frame in subject.frames.frames if "~" in frame.id}
    for slide, frame in subject.framed:
        layout = subject.template.slide_layouts.get(frame.slide_layout)
        if layout is None or not layout.flows or frame.ground != "white" or not frame.fits:
            continue
        # The last page of a slide that takes several has what is left.
        if subject.kind(slide).purpose in QUIET or slide.id in going_on:
            continue
        yield slide, frame, subject.known.made(frame, partial(ink, frame, _body(frame, layout)), CODE)


def _body(frame: Frame, layout: SlideLayout) -> Box:
    """What the head and the foot leave, from edge to edge."""
    title, canvas = layout.slots["title"].box, layout.canvas
    foot = layout.slots["number"].box if "number" in layout.slots else canvas
    top, bottom = head_bottom(frame) + GAP, max(canvas.bottom, canvas.y + 1)
    return Box(title.x, top, max(1, max(foot.right, canvas.right) - title.x), max(1, bottom - top))
