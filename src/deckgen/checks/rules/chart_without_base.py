"""A chart of a survey that does not say how many answered.

Why: the base is the first thing that a critical reader asks for. A figure counts as a survey's
where it is tabulated from data, or where two other figures of the same source or more have a base; a chart shows a
survey where most of its numbers are of one. A row of years
that a source gives is no survey: each of its numbers is of a date of its own.

Example: a bar chart of answers with neither `n = 12` nor a base in the foot.

Mend: give the figures their `base`, which the foot then says, or write `counted: Antal klynger, n =
${survey.answered}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import charted, figures_in, says_base
from deckgen.checks.text.frame_text import visible
from deckgen.diagnostics import Fault, Severity
from deckgen.model.figure import Figure, Tabulated

CODE: Final = "chart-without-base"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "give the figures of the chart a `base`, or write n in `counted`"
FEWEST: Final = 2
"""Figures of a source that have a base where the source is a survey: one alone may be a part of anything."""
EXAMPLE: Final = {
    "content/figures.yaml": """\
present: {value: 7, label: Klynger til stede, source: survey}
dialogue: {value: 12, label: Klynger med ønske om dialog, source: survey}
""",
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}"}
    minutes: 5
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    content = subject.content
    based = Counter(figure.source for figure in content.figures.values() if figure.base)
    surveys = {source for source, count in based.items() if count >= FEWEST}
    frames = {slide.id: frame for slide, frame in subject.framed}
    for slide, fields in charted(subject):
        figures = figures_in(fields, content)
        answers = [
            figure
            for figure in figures
            if isinstance(figure.provenance, Tabulated) or (figure.source in surveys and not _are_years(figures))
        ]
        drawn = [value for row in fields.data for value in row.value if value.amount is not None]
        if (
            2 * len(answers) > len(drawn)
            and slide.id in frames
            and not says_base(visible(frames[slide.id]), subject.language)
        ):
            yield Fault(f"the chart on `{slide.id}` does not say what it rests on", slide.span)


def _are_years(figures: list[Figure]) -> bool:
    """Whether each number is of a date of its own."""
    dates = [figure.as_of for figure in figures if figure.as_of]
    return len(figures) > 1 and len(set(dates)) == len(figures)
