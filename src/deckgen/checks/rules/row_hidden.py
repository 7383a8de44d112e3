"""A chart or a drawing that hides the row it sets off, or half of its rows.

Why: a row that too few answered shows no number. Where `emphasis` names it, there is nothing to see in the place to
look at, and what the title says of it is a claim that nobody in the room can hold against the chart. Where half of
the rows or more are hidden, what is left is little to conclude from; that is a note.

Example: `emphasis: Ingen` beside `table:`, where two answered so.

Mend: set off a row that is shown, and say in the title what it shows; or gather groups or answers until the rows have
enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.annotation_fields import is_hidden
from deckgen.model.chart_fields import ChartFields, ChartRow
from deckgen.model.drawing_fields import DrawingFields, DrawingRow

CODE: Final = "row-hidden"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "set off a row that is shown, and say in the title what it shows"
FEW_LEFT: Final = "gather groups or answers until most rows have enough, or show all respondents together"
EXAMPLE: Final = {
    "content/answers.csv": "size;started\n"
    + "small;21-02-2021\n" * 9
    + "large;21-03-2021\n" * 7
    + "other;21-03-2021\n" * 8
    + "none;21-03-2021\n" * 2
    + "unknown;21-03-2021\n",
    "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor, other: Andre, none: Ingen, unknown: Ukendt}}
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
    emphasis: Ingen
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        rows = slide.fields.data if isinstance(slide.fields, ChartFields | DrawingFields) else ()
        hidden = [row for row in rows if _tells_nothing(row)]
        for row in hidden:
            if row.emphasis:
                yield Fault(f"`{row.label.plain}` is set off, and no number of it is shown", row.label.span)
        if hidden and len(hidden) * 2 >= len(rows):
            message = f"{len(hidden)} of the {len(rows)} rows are hidden: too few answered"
            yield Fault(message, rows[0].label.span, FEW_LEFT, severity="info")


def _tells_nothing(row: ChartRow | DrawingRow) -> bool:
    return bool(row.value) and all(map(is_hidden, row.value))
