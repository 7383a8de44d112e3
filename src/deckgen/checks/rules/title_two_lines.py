"""A title of more than two lines.

Why: a title is read in one look. Openings and pages with their title in a panel are set larger and
narrower on purpose and are left alone; in a narrow column of a client's template a title may take four.

Example: a title that lists all findings of its slide.

Mend: keep the claim, and leave the reasons to the slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import field
from deckgen.diagnostics import Fault, Severity
from deckgen.layout.titles import most_lines
from deckgen.model.frames import TextItem
from deckgen.model.theme import TYPE_SCALES

CODE: Final = "title-two-lines"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "shorten the title, or move half of it to the text"


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        layout = subject.template.slide_layouts.get(frame.slide_layout)
        plain = layout is None or layout.slots["title"].role == "title"
        for item in frame.items:
            if not isinstance(item, TextItem) or field(item) != "title" or not plain or not _small(item):
                continue
            if item.lines > most_lines(round(item.box.width / subject.template.scale)):
                yield Fault(f"the title of `{slide.id}` takes {item.lines} lines", slide.title.span)


def _small(item: TextItem) -> bool:
    """Whether it is set as the title of a page that says more than its title."""
    return all(paragraph.size <= TYPE_SCALES["chamber"]["title"][0] for paragraph in item.paragraphs)
