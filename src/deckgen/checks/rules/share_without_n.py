"""A per cent of fewer than 30 that does not say of how many.

Why: `92 %` of 13 is 12 clusters; one answer more or less moves it by 8 points. A reader must see
that.

Example: `${survey.response-rate}` on a slide whose slide layout has no foot.

Mend: write n in the text, or use a kind of slide that has a foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_n
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.references import uses
from deckgen.model.content import Content
from deckgen.model.figure import Computed, Figure
from deckgen.model.formula import FigureTerm, Formula, Share
from deckgen.model.language import Language

CODE: Final = "share-without-n"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "say n on the slide: `n = ${survey.answered}`, or move the share to a slide with a foot"
EXAMPLE: Final = {
    "content/figures.yaml": """\
rate: {value: 92, unit: "%", label: Svar, source: survey, base: "${asked} klynger"}
""",
    "content/cover.yaml": """\
slides:
  - {id: meeting.cover, kind: cover, title: "${rate} har svaret"}
  - {id: meeting.agenda, kind: agenda, title: Dagsorden}
""",
}


FEW: Final = 30


def check(subject: Subject) -> Iterator[Fault]:
    content, language = subject.content, subject.language
    for slide, written in subject.slides:
        for use in uses(written.said):
            figure = content.figures.get(use.name)
            is_share = figure is not None and (figure.unit in language.numbers.per_cent or use.format == "percent")
            n = _n(figure, content, language) if figure and is_share else 0
            if 0 < n < FEW and n not in language.numbers.read(subject.visible(slide)):
                yield Fault(f"`{use.name}` is a share of {n}, and the slide does not say so", use.span)


def _n(figure: Figure, content: Content, language: Language) -> int:
    """Of how many the share is: what its base says, else what it was computed from; 0 where neither is known."""
    return base_n(figure, content, language) or _whole(figure, content)


def _whole(figure: Figure, content: Content) -> int:
    match figure.provenance:
        case Computed(Formula(term=Share(whole=FigureTerm(name)))) if name in content.figures:
            return int(content.figures[name].value)
    return 0
