"""A number of some unit that is shown without it, on a slide that never says it.

Why: "vokset 7,4 over tid" tells nobody what grew by 7.4. A unit that is a word, and no measure that the
language knows, is left to the text around the number, which bends it as a sentence wants.

Example: `${growth}` with `unit: ansøgninger` on a slide that does not speak of applications.

Mend: say the unit in the text, or have it shown: `${growth|unit}`. `${growth|plain}` is the number alone, where you
want it so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.references import uses
from deckgen.model.number import says_unit

CODE: Final = "unit-unsaid"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "say the unit in the text, or have it shown: `${name|unit}`; `${name|plain}` is the number alone"
EACH_SLIDE: Final = True
EXAMPLE: Final = {
    "content/figures.yaml": "growth: {value: 7.4, unit: ansøgninger, decimals: 1, label: Vækst, source: survey}\n",
    "content/cover.yaml": """\
slides:
  - {id: meeting.cover, kind: cover, title: "Vokset med ${growth} over tid"}
  - {id: meeting.agenda, kind: agenda, title: Dagsorden}
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    content, numbers = subject.content, subject.language.numbers
    for slide, written in subject.slides:
        for use in uses(written.said):
            figure = content.figures.get(use.name)
            if figure is None or figure.wording or use.format == "plain":
                continue
            is_shown = numbers.shows_unit(figure.number(use.format))
            if not is_shown and not says_unit(subject.visible(slide), figure.unit):
                yield Fault(f"`{use.name}` is counted in {figure.unit}, which the slide does not say", use.span)
