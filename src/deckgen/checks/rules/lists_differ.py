"""Two lists of a deck that are one but for an item.

Why: the board that is to choose among three measures and finds the price of another one on the next page asks which
of the two pages is old. Options that are recommended, rows of tables with a total, bars of plans and steps to a total
are held against each other: lists as long as each other whose items are known again by their words, all but one.

Example: three options, and a table of costs with two of them and a third that nobody proposed.

Mend: write the item that is meant in both places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from deckgen.checks.engine.story import RECOMMENDING
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.table_cells import is_total, table_rows
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Text

CODE: Final = "lists-differ"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the item that is meant in both places"
FEWEST: Final = 3
"""Items of a list that is known again."""
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: table
    title: Tiltagene koster ${members} kroner i alt
    columns: [Tiltag, Kroner]
    rows:
      - cells: [Fælles visitation, "$[100|test]"]
      - cells: [Aftenåbent, "$[200|test]"]
      - cells: [Ny bro, "$[75|test]"]
      - {cells: [I alt, "$[375|test]"], total: true}
    minutes: 3
""",
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: options_cards
    title: Vi anbefaler tre tiltag
    options: [{heading: Fælles visitation}, {heading: Længere åbningstid}, {heading: Ny bro}]
    minutes: 2
""",
}


@dataclass(frozen=True, slots=True)
class _List:
    slide: PlannedSlide
    items: tuple[Text, ...]
    words: tuple[Words, ...]


def check(subject: Subject) -> Iterator[Fault]:
    reading = subject.language.prose.reading
    if not reading.endings:
        return
    lists = [
        _List(slide, items, tuple(content_words(item.plain, reading) for item in items))
        for slide, _ in subject.slides
        if len(items := _items(slide, subject)) >= FEWEST
    ]
    advised = [one for one in lists if subject.kind(one.slide).purpose in RECOMMENDING]
    for one in advised:
        for other in lists:
            if other not in advised and len(one.items) == len(other.items):
                yield from _compared(one, other)


def _items(slide: PlannedSlide, subject: Subject) -> tuple[Text, ...]:
    """What a slide lists: options, the rows of a table with a total, of a plan, and the steps to a total."""
    content: Any = slide.fields
    rows = table_rows(content)
    if rows:
        sums = any(is_total(row, subject.language) for row in rows)
        return tuple(row.cells[0] for row in rows if not is_total(row, subject.language)) if sums else ()
    if isinstance(content, ChartFields):
        steps = subject.shows(slide) == "steps to a total"
        return tuple(row.label for row in content.data if not row.total) if steps else ()
    plan = tuple(row.label for row in getattr(content, "rows", ()) if getattr(row, "bars", ()))
    options = getattr(content, "options", ())
    return plan or tuple(one.heading for one in options if isinstance(getattr(one, "heading", None), Text))


def _compared(one: _List, other: _List) -> Iterator[Fault]:
    """The item of each list that the other has not, where it has all others."""
    alone = [at for at, words in enumerate(one.words) if not any(shared(words, own) for own in other.words)]
    apart = [at for at, words in enumerate(other.words) if not any(shared(words, own) for own in one.words)]
    if len(alone) == len(apart) == 1:
        here, there = one.items[alone[0]], other.items[apart[0]]
        message = (
            f'"{here.plain}" stands here, and "{there.plain}" on `{other.slide.id}`, where all others are the same'
        )
        yield Fault(message, here.span, related=(Related(there.span, "the other item"),))
