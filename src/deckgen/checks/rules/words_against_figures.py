"""Words that say another number than the figures do.

Why: `under halvdelen` above a bar of 58 % is the first thing that a reader sees and the last that an author looks at,
since no number stands there in digits. Fractions, majorities, growth and counts in words are held against the numbers
that the slide shows; a text about a share of another slide, by all the words of its label, against that.

A point that links to a slide is held against that slide, and a row of a table that is named against its table. Two
rows of a drawing that are named are compared, a step of a funnel with those before it, what went `from 11 to 7` by
itself. A share or a pair of numbers in digits that has a word in common bears out what is said.

A word is wide: a half is 46 to 54 %, `knap` and `godt` give more room on their side. Where a clause names none of
the numbers, nothing is said, unless it is the title of a slide that shows a finding.

Example: `title: Under halvdelen af klyngerne er til stede`, above `${present}` of `${answered}`, 7 of 12.

Mend: say what the figures say, or show the number that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.facts import Fact, facts, place_of, share_facts
from deckgen.checks.figures.grid import Grid, Line, grid_of, tokens
from deckgen.checks.figures.in_words import against, fits_any, is_meant
from deckgen.checks.figures.linked import told_of
from deckgen.checks.figures.of_nothing import is_of_nothing
from deckgen.checks.figures.offered import Offer, ends_said, is_offered
from deckgen.checks.figures.restated import other_numbers
from deckgen.checks.figures.rows_in_words import (
    against_a_label,
    against_a_moment,
    against_rows,
    against_steps,
    is_average,
    shares_of_rows,
)
from deckgen.checks.figures.scales import against_scale
from deckgen.checks.text.amounts import Amount, amounts
from deckgen.checks.text.prose import BOUND, Said
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.number import literal
from deckgen.model.plan import PlannedSlide
from deckgen.model.reading import Reading
from deckgen.model.text import Paragraph

CODE: Final = "words-against-figures"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say what the figures say, or show the number that is meant"
MOST_NAMED: Final = 3
_DIGIT: Final = re.compile(r"\d")
CLAIMING: Final = ("title", "so-what")
"""What is said of the drawing as a whole."""
EXAMPLE: Final = {
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: Under halvdelen af klyngerne er til stede i regionen
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}", emphasis: true}
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    spoken = {slide.id: said for slide, said in subject.said}
    known: dict[str, tuple[Fact, ...]] = {}
    for slide, said in subject.said:
        for text in said:
            for figure, number in other_numbers(text, said, subject):
                shown = f"`{figure.name}` is {subject.language.show(figure.number('plain'))}"
                related = (Related(figure.span, "the figure"),)
                yield Fault(f'"{number.said}" is not what the figures say: {shown}', text.span, related=related)
            for line in map(_spoken, text.paragraphs):
                for amount in amounts(line, subject.language.prose.reading):
                    about = told_of(slide, text, subject)
                    for one in (slide, about):
                        if one.id not in known:
                            of = (one, spoken[one.id], subject.content, subject.language, subject.shows(one))
                            known[one.id] = facts(*of)
                    yield from _of_amount(text, line, amount, known, spoken, slide, subject)


def _spoken(part: Paragraph) -> str:
    """A paragraph without the digits of figures, which are what they are; per cents that are typed are read."""
    return "".join(_DIGIT.sub(BOUND, run.text) if run.figure else run.text for run in part.runs)


def _of_amount(
    text: Said,
    line: str,
    amount: Amount,
    known: dict[str, tuple[Fact, ...]],
    spoken: dict[str, tuple[Said, ...]],
    slide: PlannedSlide,
    subject: Subject,
) -> Iterator[Fault]:
    """What is wrong of an amount by its own sentence, or else where nothing that is offered bears it out."""
    ends = ends_said(amount, line, subject.language)
    if ends:
        if not amount.holds(ends[1] / ends[0]):
            shown = ", ".join(f"{end:g}" for end in ends)
            yield Fault(f'"{amount.said}" is not what is shown: {shown}', text.span)
        return
    about = grid_of(told_of(slide, text, subject), subject)
    there = against_scale(amount, line, about, subject.language) if about else ""
    if there:
        yield Fault(f'"{amount.said}" is not what is shown: {there}', text.span)
        return
    for one in dict.fromkeys((slide, told_of(slide, text, subject))):
        place = place_of(text.path) if one is slide else ""
        offer = Offer(known[one.id], spoken[one.id], grid_of(one, subject), place)
        if is_offered(amount, line, offer, subject.language):
            return
    told = tuple(_told(text, line, amount, known, slide, subject))
    yield from told
    grid = grid_of(slide, subject)
    if grid and not told and is_of_nothing(amount, text, known[slide.id], spoken[slide.id], grid, subject):
        yield Fault(f'"{amount.said}" is said, and no number bears it out', text.span)


def _is_of_a_group(amount: Amount, line: str, found: tuple[Fact, ...], reading: Reading) -> bool:
    """Whether a clause is about those over or under a number, such as an age, that no figure of the slide is of."""
    sides = "|".join(word for near in ("over", "under") for word in reading.amounts.near.get(near, ()))
    behind = re.split(reading.clause_ends, line.casefold()[amount.end :])[0] if reading.clause_ends else ""
    group = re.search(rf"(?<!\w)(?:{sides}) (\d+)", behind) if sides else None
    labels = (fact.figure.label for fact in found if fact.figure)
    return bool(group and not any(group[1] in label for label in labels))


def _told(
    text: Said, line: str, amount: Amount, known: dict[str, tuple[Fact, ...]], slide: PlannedSlide, subject: Subject
) -> Iterator[Fault]:
    """What is wrong of an amount by the slide that its text links to, where that one knows it, or else by its own."""
    about = told_of(slide, text, subject)
    if _is_of_a_group(amount, line, known[about.id], subject.language.prose.reading):
        return
    grid = grid_of(about, subject)
    if grid and amount.sort == "share" and is_average(grid, subject.language):
        return
    labelled = against_a_label(amount, line, grid, subject.language) if grid and not grid.is_table else ""
    if labelled and grid:
        yield Fault(f'"{amount.said}" is not what is shown: {_numbers_of(labelled, grid)}', text.span)
        return
    rows = against_rows(amount, line, grid, subject.language) if grid else ""
    if grid and grid.is_table:
        if rows:
            yield Fault(f'"{amount.said}" is not what the table says of {rows}', text.span)
        return
    if grid and amount.sort == "growth" and rows:
        yield Fault(f'"{amount.said}" is not what is shown: {_numbers_of(rows, grid)}', text.span)
        return
    is_whole = about is not slide or text.path in CLAIMING  # a step may be told of any other
    is_funnel = is_whole and hasattr(about.fields, "steps")
    if grid and is_funnel and against_steps(amount, line, grid, subject.language):
        shown = ", ".join(f"{one.label} {number:g}" for one, number in _drawn(grid))
        yield Fault(f'"{amount.said}" is not what is shown: {shown}', text.span)
        return
    if grid and against_a_moment(amount, line, grid, subject.language):
        shown = ", ".join(f"{number:g}" for number in grid.column(0) if number is not None)
        yield Fault(f'"{amount.said}" is not what is shown: {shown}', text.span)
        return
    if about is not slide:
        wrong = against(amount, known[about.id], "", False)
        if wrong or is_meant(amount, known[about.id], ""):
            yield from _faults(() if fits_any(amount, known[about.id]) else wrong, amount, text, subject)
            return
    yield from _judged(text, amount, known[slide.id], slide, subject)
    if text.path in CLAIMING:
        yield from _one_in(text, amount, known[slide.id], slide, subject)


def _numbers_of(rows: str, grid: Grid) -> str:
    return ", ".join(f"{one.label} {number:g}" for one, number in _drawn(grid) if one.label in rows.split(" and "))


def _drawn(grid: Grid) -> Iterator[tuple[Line, float]]:
    """The rows of a drawing, each with what it comes to."""
    for one, numbers in zip(grid.rows, grid.numbers, strict=True):
        yield one, sum(number for number in numbers if number is not None)


def _one_in(
    text: Said, amount: Amount, found: tuple[Fact, ...], slide: PlannedSlide, subject: Subject
) -> Iterator[Fault]:
    """`hver tredje` over a drawing of all parts of a whole, none of which is a third: it is said of one of them."""
    ordinals = subject.language.prose.reading.amounts.ordinals
    grid = grid_of(slide, subject)
    if not grid or grid.shares or len(grid.columns) > 1 or ordinals.keys().isdisjoint(amount.said.split()):
        return
    parts = [one for one in grid.column(0) if one]
    whole = sum(parts)
    rows = grid.named_rows(tokens(text.plain, subject.language.prose.reading))
    together = tuple(shares_of_rows(grid, rows)) if len(rows) in range(2, len(parts)) else ()
    if amount.near or not any(float(number) == whole for number in subject.language.numbers.read(grid.counted)):
        return
    if not together and is_meant(amount, found, ""):
        return
    each = [value for part in parts for value in (part / whole, 1 - part / whole)]
    if not any(map(amount.holds, together or each)):
        shown = ", ".join(f"{part / whole:.0%}" for part in sorted(parts, reverse=True))
        yield Fault(f'"{amount.said}" is none of the parts that are drawn: {shown}', text.span)


def _judged(
    text: Said,
    amount: Amount,
    found: tuple[Fact, ...],
    slide: PlannedSlide,
    subject: Subject,
) -> Iterator[Fault]:
    kind = subject.kind(slide)
    claims = text.path == "title" and kind.purpose in ("finding", "reference")
    wrong = against(amount, found, place_of(text.path), claims)
    if amount.sort == "share" and not wrong and not is_meant(amount, found, place_of(text.path)):
        # what a title says over a drawing is said of the drawing
        everywhere = () if claims and grid_of(slide, subject) else (row.name for row in subject.plan.figure_rows)
        shares = share_facts(everywhere, subject.content, subject.language)
        named = tuple(fact for fact in shares if fact.is_named(amount.words))
        said = tuple(fact for fact in shares if fact.says(amount.words))
        wrong = against(amount, named or (said if len(said) == 1 else ()), "", False)
    yield from _faults(wrong, amount, text, subject)


def _faults(wrong: tuple[Fact, ...], amount: Amount, text: Said, subject: Subject) -> Iterator[Fault]:
    if wrong:
        shown = ", ".join(dict.fromkeys(_shown(fact, subject) for fact in wrong[:MOST_NAMED]))
        related = tuple(Related(fact.figure.span, "the figure") for fact in wrong[:1] if fact.figure)
        yield Fault(f'"{amount.said}" is not what the figures say: {shown}', text.span, related=related)


def _shown(fact: Fact, subject: Subject) -> str:
    if fact.figure:
        return f"`{fact.figure.name}` is {subject.language.show(fact.figure.number('plain'))}"
    return subject.language.show(literal(Decimal(str(fact.value))))
