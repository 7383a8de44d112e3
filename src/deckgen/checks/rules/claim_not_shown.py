"""A claim in words that the drawing beside it does not bear out.

Why: `Den hyppigste årsag er sygdom` over bars in which another is longer, or `steget hvert år` over a line with a
dip, is seen by everybody but its author. Superlatives, comparatives, what rises and falls, how many lie over a
number, and what is said to be the same are held against the numbers of the chart, the table or the list on the slide;
a point that links to a slide, against those there. A text that names none of the rows is left alone.

Example: `De fleste ønsker …; Flest er til stede`, above a bar of `Ønsker dialog` that is longer.

Mend: say what the drawing shows, or draw what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.claims import wrong_claims
from deckgen.checks.figures.grid import Grid, grid_of, tokens
from deckgen.checks.figures.linked import told_of
from deckgen.checks.figures.offered import ends_pattern
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.prose import Said, values
from deckgen.checks.text.words import shared
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.plan import PlannedSlide

CODE: Final = "claim-not-shown"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say what the drawing shows, or draw what is meant"
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
      - {label: Er til stede, value: "${present}", emphasis: true}
    so-what: Den største gruppe er til stede
    minutes: 5
""",
}
NEAR: Final = 1e-9
CLAIMING: Final = ("title", "so-what")
"""What is said of the drawing as a whole."""


def check(subject: Subject) -> Iterator[Fault]:
    if not subject.language.prose.reading.claims.most:
        return
    grids = {slide.id: grid_of(slide, subject) for slide, _ in subject.slides}
    for slide, said in subject.said:
        yield from _ends(slide, said, subject)
        for text in said:
            other = told_of(slide, text, subject)
            grid = grids[other.id]
            if grid and not text.path.startswith(("data/", "rows/", "columns/", "counted", "series/")):
                yield from _in_text(text, grid, slide, other, subject)


def _ends(slide: PlannedSlide, said: tuple[Said, ...], subject: Subject) -> Iterator[Fault]:
    """What something was and became, of which the chart has one number and not the other."""
    drawn = [float(one.amount) for one in values(slide.fields) if one.amount is not None]
    alone = isinstance(slide.fields, ChartFields) and len(slide.fields.series) < 2  # of several, they may be made
    pattern = ends_pattern(subject.language) if alone else None
    for text in said if pattern else ():
        for sentence in sentences(text.plain, subject.language) if text.path in CLAIMING else ():
            for match in pattern.finditer(sentence) if pattern else ():
                ends = [subject.language.numbers.read(match[name]) for name in ("n2", "m2")]
                met = [any(_is_shown(float(one[0]), number) for number in drawn) for one in ends if len(one) == 1]
                if met in ([True, False], [False, True]):
                    shown = ", ".join(f"{number:g}" for number in drawn)
                    yield Fault(f'"{match[0]}" is not what is shown: {shown}', text.span)


def _is_shown(said: float, drawn: float) -> bool:
    """Whether a number in a text is one that is drawn, or that one rounded."""
    return any(abs(said - round(drawn, decimals)) < NEAR for decimals in (0, 1, 2, 3))


def _in_text(text: Said, grid: Grid, slide: PlannedSlide, other: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    language = subject.language
    measured = tokens(f"{grid.counted} {other.title.plain}", language.prose.reading)
    related = (Related(other.span, "drawn here"),) if other is not slide else ()
    for part in text.paragraphs:
        for sentence in sentences(part.plain, language):
            is_about = text.path in CLAIMING or shared(tokens(sentence, language.prose.reading), measured) > 1
            for wrong in wrong_claims(sentence, grid, language, is_about):
                yield Fault(f'"{wrong.said.strip()}" is not what is shown: {wrong.shown}', text.span, related=related)
