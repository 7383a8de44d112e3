"""The same numbers drawn twice in one deck.

Why: a second drawing of the same numbers looks like a second finding, and takes a page from one. A table beside a
drawing is no drawing, and the appendix may show again what the deck has shown.

Example: a ring and, three pages on, bars of the same three shares.

Mend: keep the drawing that shows the point, or move the other to the appendix.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import values
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Value

CODE: Final = "drawn-twice"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "keep the drawing that shows the point, or move the other to the appendix"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: chart
    title: Mødet giver retning for det videre arbejde
    chart: column
    counted: Klynger, n = ${answered}
    data:
      - {label: Vil tale sammen, value: "${dialogue}"}
      - {label: Er her, value: "${present}"}
    minutes: 2
""",
}
FEWEST, FEWEST_TYPED = 2, 3
"""Numbers that make a drawing of their own: one alone may well be shown again, and two that are typed by chance."""


def check(subject: Subject) -> Iterator[Fault]:
    first: dict[frozenset[Hashable], PlannedSlide] = {}
    for slide, _ in subject.slides:
        if slide.in_appendix or subject.shows(slide) is None:
            continue
        drawn = frozenset(filter(None, map(_number, values(slide.said))))
        fewest = FEWEST if all(isinstance(one, str) for one in drawn) else FEWEST_TYPED
        other = first.setdefault(drawn, slide) if len(drawn) >= fewest else slide
        if other is not slide:
            related = (Related(other.span, f"drawn first on `{other.id}`"),)
            yield Fault(f"`{slide.id}` draws the numbers of `{other.id}` again", slide.span, related=related)


def _number(value: Value) -> Hashable | None:
    """A number by its figure; one that is written where it is drawn is known by its value alone."""
    if value.figure:
        return value.figure.name
    return value.amount
