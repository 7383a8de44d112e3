"""A number in digits that is bound to no figure.

Why: a typed number stays as it is when the figure behind it changes, and then two slides contradict
each other. Titles, texts, notes, labels of figures and charts, sources, notes of datasets, deck files
and the names in the project file are read.

Known, and left alone: years, decades and ranges of years, dates, times, ordinals (`1. bølge`), the
number of a list, phone numbers, addresses, what is numbered (`side 4`, `§ 14, stk. 2`, `uge 42`) and
numbers inside names (`COVID-19`, `5G`, `Industri 4.0`). Words such as `tolv` are not looked at.

Example: `title: Tolv af 13 klynger har svaret`

Mend: write `${clusters.total}`; or `$[13|reason]` where it is no figure; or, for a phrase that
comes again and again, `check: literals: {50 ansatte: the limit in the questionnaire}` in
project.yaml, which is the way in names and labels, where nothing can be bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.table_cells import table_rows
from deckgen.checks.text.prose import Said, deck_texts, figure_texts, slide_texts, texts, unbound_numbers, values
from deckgen.diagnostics import Fault, Severity, Span
from deckgen.model.content import Content, Slide
from deckgen.model.figure import Tabulated
from deckgen.model.language import Language

CODE: Final = "bare-number"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
WEIGHTS: Final = "weights"
"""Widths of columns against each other are no numbers of the deck."""
CELLS: Final = "rows/"
"""Where the cells of a table stand."""
DATA: Final = "data/"
"""Where the rows of a chart stand."""
MOST_NAMED: Final = 3
HINT: Final = "bind it with ${figure}, or write $[number|reason] where it is no figure"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: [De fleste er små virksomheder, Nogle af de 375 tal er skøn]
    minutes: 3
""",
}
IN_STRING: Final = "say it without a number, or give the phrase a reason under `check: literals:` in project.yaml"


def check(subject: Subject) -> Iterator[Fault]:
    counted = _counted_labels(subject)
    typed = partial(_typed, literals=tuple(subject.settings.literals), counted=counted, language=subject.language)
    yield from typed(_of_deck(subject))
    for _, slide in subject.slides:
        yield from subject.known.made(
            slide, partial(typed, slide_texts(slide), table=_has_table(slide)), CODE, counted
        )
    yield from typed(_of_figures(subject))
    for _, slide in subject.slides:
        yield from _unbound_values(slide)


def _has_table(slide: Slide) -> bool:
    return bool(table_rows(slide.fields))


def _unbound_values(slide: Slide) -> Iterator[Fault]:
    """One fault for all the values of a slide, which came together and are bound together."""
    values_typed = [value for value in values(slide.said) if value.figure is None and value.amount is not None]
    typed = [value for value in values_typed if not value.path.startswith(WEIGHTS)]
    if typed:
        named = ", ".join(f"{value.amount:f}" for value in typed[:MOST_NAMED])
        more = f" and {len(typed) - MOST_NAMED} more" if len(typed) > MOST_NAMED else ""
        where = "chart" if typed[0].path.startswith(DATA) else "slide"
        what = "a value stands" if len(typed) == 1 else f"{len(typed)} values of one {where} stand"
        yield Fault(f"{what} unbound: {named}{more}", typed[0].span)


def _typed(
    every: Iterable[Said],
    literals: tuple[str, ...],
    counted: frozenset[str],
    language: Language,
    table: bool = False,
) -> tuple[Fault, ...]:
    """A fault for each of these texts with numbers that are bound to nothing; one for all cells of a `table`."""
    found = [(said, tuple(unbound_numbers(said, literals, language))) for said in every if said.plain not in counted]
    typed = [(said, numbers) for said, numbers in found if numbers]
    cells = [(said, numbers) for said, numbers in typed if table and said.path.startswith(CELLS)]
    alone = [(said, numbers) for said, numbers in typed if (said, numbers) not in cells]
    faults = [Fault(_told(numbers), said.span, IN_STRING if said.is_string else HINT) for said, numbers in alone]
    if cells:
        told = _told(tuple(number for _, numbers in cells for number in numbers), " of one table")
        faults.insert(0, Fault(told, cells[0][0].span, HINT))
    return tuple(faults)


def _told(numbers: tuple[str, ...], where: str = "") -> str:
    shown = tuple(dict.fromkeys(numbers))
    more = f" and {len(numbers) - MOST_NAMED} more" if len(shown) > MOST_NAMED else ""
    named = ", ".join(f'"{number}"' for number in shown[:MOST_NAMED])
    what = "a number stands" if len(numbers) == 1 else f"{len(numbers)} numbers{where} stand"
    return f"{what} unbound: {named}{more}"


def _counted_labels(subject: Subject) -> frozenset[str]:
    """The labels of tabulated rows, such as `50–99 ansatte`: they come from the data, as the numbers beside them.

    A group may say its n behind its label.
    """
    rows = [row for table in subject.content.tabulations.values() for row in table.rows]
    n = subject.language.respondents
    groups = {
        " ".join((row.group, *marks, f"({', '.join((*letter, n(row.base)))})"))
        for row in rows
        if row.group
        for marks in ((), row.marks)
        for letter in ((), (row.letter,))
    }
    return frozenset((*groups, *(part for row in rows for part in (row.label, *row.label.split("/")))))


def _of_deck(subject: Subject) -> Iterator[Said]:
    """What the deck and the project say, as it was written: lines that the engine adds hold no typed number."""
    content = subject.content
    yield from deck_texts(subject.deck)
    speaker = content.project.organisation
    names = (speaker.name, speaker.role, speaker.person, content.project.client.name)
    yield from texts(names, content.project.span)


def _of_figures(subject: Subject) -> Iterator[Said]:
    """What is said of the figures that the deck shows, of their data and of their sources."""
    content = subject.content
    tables = {table.span for table in content.tabulations.values()}
    shown = tuple(row.name for row in subject.plan.figure_rows)
    # What a chart takes from a table stands at the table's place: nobody wrote its labels and its base.
    yield from figure_texts(tuple(name for name in shown if content.figures[name].span not in tables), content)
    yield from _data_notes(shown, content)
    yield from _sources(subject, shown)


def _data_notes(shown: tuple[str, ...], content: Content) -> Iterator[Said]:
    """What is said of the data wherever their numbers stand; its place is the first tabulation that is shown."""
    noted: dict[str, Span] = {}
    for provenance in (content.figures[name].provenance for name in shown):
        table = content.tabulations.get(provenance.table) if isinstance(provenance, Tabulated) else None
        if isinstance(provenance, Tabulated) and table:
            noted.setdefault(provenance.counted.note, table.span)
    for note, span in noted.items():
        yield from texts(note, span)


def _sources(subject: Subject, shown: tuple[str, ...]) -> Iterator[Said]:
    content = subject.content
    named = [content.figures[name].source for name in shown if name in content.figures]
    named += [name for _, slide in subject.slides for name in slide.sources]
    for name in dict.fromkeys(named):
        if name in content.sources:
            source = content.sources[name]
            yield from texts(source.text, source.span)
