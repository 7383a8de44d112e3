"""Something that stands outside of the slide, wholly or in part.

Why: what is off the slide is not shown, and is still in the file for everybody to find.

Example: a text box of which a part is right of the slide's edge.

Mend: move it in the kind or the slide layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.units import Box, points

CODE: Final = "off-slide"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "report the slide: a kind or a slide layout puts something outside"
EACH_SLIDE: Final = True


SLACK: Final = points(1)


def check(subject: Subject) -> Iterator[Fault]:
    page = Box(0, 0, subject.template.width, subject.template.height)
    for slide, frame in subject.fitting:
        for item in flat(frame.items):
            if not page.contains(item.box, SLACK):
                yield Fault(f"`{item.name}` stands outside of the slide", place(item, slide))
