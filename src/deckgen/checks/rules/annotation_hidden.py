"""An annotation of a chart that is not drawn, since a value that it tells of is hidden.

Why: a difference, an average or a total would give back what single respondents answered. It is left out by
itself; somebody should know that the chart says less than was written.

Example: `annotate: [{line: average}]` on a chart of a tabulation with a small cell.

Mend: name rows that are shown, take the annotation out, or gather the small answers in one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.planning.annotations import left_out

CODE: Final = "annotation-hidden"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name rows that are shown, or take it out"
EXAMPLE: Final = {
    "content/answers.csv": "size;started\n"
    + "small;21-02-2021\n" * 9
    + "large;21-03-2021\n" * 7
    + "other;21-03-2021\n" * 4
    + "none;21-03-2021\n" * 2,
    "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor, other: Andre, none: Ingen}}
      started: {type: date}
""",
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger efter størrelse
    table: size
    annotate: [{line: average}]
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    for planned, written in subject.slides:
        if isinstance(planned.fields, ChartFields) and isinstance(written.fields, ChartFields):
            for one in left_out(written.fields, planned.fields):
                yield Fault(f"`{one.options[0]}` is not drawn: a value that it tells of is hidden", one.span)
