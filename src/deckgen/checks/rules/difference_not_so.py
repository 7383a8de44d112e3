"""A difference in a text that the numbers do not have.

Why: `elleve dage længere end for tre år siden` beside 38 and 52 is found by whoever subtracts in the head. What a
text says that two numbers differ by is held against the drawing on the slide, or the one that a point links to,
where it is known what is compared: two rows that are named, or from which year on. `0,9 mio. kr. mere end
tiltagene koster` is held against the figure that is named so and the numbers beside it. What two per cents differ
by are percentage points: said as `25 %`, it reads as a part of one of them.

Example: `so-what: Ventetiden er steget med ni dage siden 2019`, over 40 and 52.

Mend: subtract again, or compute it: `formula: wait-2024 - wait-2021`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.differences import Difference, differences, holds, meant_by
from deckgen.checks.figures.facts import facts
from deckgen.checks.figures.grid import Grid, grid_of
from deckgen.checks.figures.linked import told_of
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.prose import Said
from deckgen.checks.text.words import content_words, shared
from deckgen.diagnostics import Fault, Severity
from deckgen.model.plan import PlannedSlide

CODE: Final = "difference-not-so"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "subtract again, or compute it as a figure: `formula: one - other`"
IN_POINTS: Final = "say percentage points, or what part of the first number it is"
SCALES: Final = (1, 1e3, 1e6)
"""A drawing may count in thousands or millions, and its text in ones."""
FEWEST: Final = 2
"""Words of a label that name its figure."""
WHOLE_SHARE: Final = 100
ROUNDED: Final = 0.3
"""How far a part in per cent may be off, as it is said."""
EXAMPLE: Final = {
    "content/figures.yaml": """\
old: {value: 40, label: Ventetid i 2019, source: survey, as-of: 2019}
new: {value: 52, label: Ventetid i 2023, source: survey, as-of: 2023}
""",
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: Ventetiden er vokset siden 2019
    chart: line
    counted: Ventetid i dage
    data:
      - {label: "2019", value: "${old}"}
      - {label: "2023", value: "${new}"}
    so-what: Ventetiden er steget med ni dage siden 2019
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    if not subject.language.prose.reading.claims.differs:
        return
    grids = {slide.id: grid_of(slide, subject) for slide, _ in subject.slides}
    for slide, said in subject.said:
        for text in said:
            for part in text.paragraphs:
                for sentence in sentences(part.plain, subject.language):
                    for one in differences(sentence, subject.language):
                        grid = grids[told_of(slide, text, subject).id]
                        yield from _judged(one, sentence, text, grid, said, slide, subject)


def _judged(
    one: Difference,
    sentence: str,
    text: Said,
    grid: Grid | None,
    said: tuple[Said, ...],
    slide: PlannedSlide,
    subject: Subject,
) -> Iterator[Fault]:
    language = subject.language
    if (
        language.numbers.says_per_cent(one.unit)
        or one.unit.startswith("%")
        or re.fullmatch(language.prose.reading.amounts.percent, one.unit)
    ):
        if _are_points(one, grid, said, slide, subject):
            message = f'"{one.said} {one.unit}" is what two shares differ by, which are percentage points'
            yield Fault(message, text.span, IN_POINTS)
        return
    figure = _figure(one, sentence, slide, subject)
    if figure is not None:
        beside = {float(number) for other in said for number in language.numbers.read(other.plain)}
        meant = [abs(number - figure) for number in beside]
        if meant and not holds(one.value, meant):
            yield Fault(f'"{one.said}" is not what it differs by from {figure:g}', text.span)
        return
    meant = list(meant_by(sentence, one, grid, language)) if grid else []
    if meant and not holds(one.value, meant, SCALES):
        shown = ", ".join(f"{number:g}" for number in sorted(set(meant))[:3])
        yield Fault(f'"{one.said}" is not what the numbers differ by: {shown}', text.span)


def _figure(one: Difference, sentence: str, slide: PlannedSlide, subject: Subject) -> float | None:
    """The number of the one figure whose label is said behind the difference: "more than the measures cost"."""
    reading = subject.language.prose.reading
    behind = content_words(sentence[one.end :], reading)
    rows = subject.plan.figure_rows
    figures = [subject.content.figures[row.name] for row in rows if row.name in subject.content.figures]
    named = [
        figure
        for figure in figures
        if figure.unit.split()[:1] == one.unit.split()[:1]
        and shared(behind, words := content_words(figure.label, reading)) >= FEWEST
        and 2 * shared(behind, words) >= len(words)
    ]
    return float(named[0].value) if len(named) == 1 else None


def _are_points(
    one: Difference, grid: Grid | None, said: tuple[Said, ...], slide: PlannedSlide, subject: Subject
) -> bool:
    """Whether a number is what two shares on the slide differ by, and what the one is more than the other is not."""
    shares = sorted(set(_shares(one, grid, said, slide, subject)))
    pairs = [(low, high) for low, high in combinations(shares, 2) if low > 0]
    followed = pairs
    if grid is not None and grid.in_order and grid.shares:
        columns = (grid.column(at) for at in grid.shares)
        followed = [(min(a, b), max(a, b)) for column in columns for a, b in combinations(column, 2) if a and b]
    relative = [100 * (high - low) / base for low, high in followed for base in (low, high)]
    differ = holds(one.value, (high - low for low, high in pairs))
    return differ and all(abs(one.value - part) > ROUNDED for part in relative)


def _shares(
    one: Difference, grid: Grid | None, said: tuple[Said, ...], slide: PlannedSlide, subject: Subject
) -> Iterator[float]:
    """The per cents of a slide: those that it draws, and those in its texts but for the one that is judged."""
    language = subject.language
    drawn = facts(slide, said, subject.content, language, subject.shows(slide))
    yield from (fact.value for fact in drawn if fact.is_share)
    if grid is not None:
        cells = (row[at] for row in (*grid.numbers, *grid.totals) for at in grid.shares)
        yield from (number for number in cells if number is not None)
    for text in said:
        for sentence in sentences(text.plain, language):
            if language.numbers.says_per_cent(sentence) or "%" in sentence:
                numbers = (float(number) for number in language.numbers.read(sentence))
                yield from (number for number in numbers if number != one.value and number <= WHOLE_SHARE)
