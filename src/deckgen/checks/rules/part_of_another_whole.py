"""A number said to be part of another whole than the one that it was counted of.

Why: `7 af 13 klynger` is wrong where seven of twelve answered so, and nobody sees it in a text. What follows `af`
or `of`, behind a figure or in the words beside it, is held against the figure's `base`, where both count the same;
and so is a pair in words (`syv af de tretten klynger`) whose part is a figure of the slide, or of the one it links
to. And no part is more than its whole: `48 af havnens 36 virksomheder` has its numbers in the wrong places. Nor is
`n` of a chart of answers those who were asked, where another figure counts those of them who answered. `25 % of the
700` beside a number is that part of them.

Example: `${present} af ${asked} klynger`, where `base` of `present` is `${answered} klynger`.

Mend: name the figure that the base names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_n, base_of
from deckgen.checks.figures.facts import place_of
from deckgen.checks.figures.linked import told_of
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.prose import BOUND, Said, values
from deckgen.checks.text.words import content_words, shared
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Figure
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.plan import PlannedSlide
from deckgen.model.reading import Reading
from deckgen.model.text import FigureUse, Paragraph, Run

CODE: Final = "part-of-another-whole"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name the number that the figure's `base` names"
ORDER: Final = "write the part first and the whole behind it"
_ROUNDED: Final = 1
"""How far a per cent may be off, as it is said."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: ["Hvad betyder det, at ${present} af ${asked} klynger er her?"]
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    reading = subject.language.prose.reading
    if not reading.of_whole:
        return
    for slide, said in subject.said:
        yield from _of_the_asked(slide, subject)
        beside, drawn = _beside(slide), _drawn(slide)
        for text in said:
            told = {one.id: one for one in (slide, told_of(slide, text, subject))}
            counted = [figure for one in told.values() for figure in _figures(one, subject)]
            for part in text.paragraphs:
                yield from _in_words(part, counted, text, subject)
        for text in said:
            for part in text.paragraphs:
                yield from _in_line(part.runs, text, beside.get(place_of(text.path)), subject)
                yield from _more_than_all(part.plain, text, subject)
                yield from _not_so_much(part.plain, text, drawn.get(place_of(text.path), []), subject)


def _of_the_asked(slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    """An n that counts those who were asked, on a chart of answers."""
    answered, content = subject.language.prose.reading.claims.answered, subject.content
    if not isinstance(slide.fields, ChartFields) or not answered:
        return
    drawn = {value.figure.name for value in values(slide.fields) if value.figure}
    for use in slide.fields.counted.figures:
        asked = content.figures.get(use.name)
        if asked is None or found(answered, asked.label.casefold()):  # it counts those who answered already
            continue
        for figure in content.figures.values():
            of_them = figure.source == asked.source and use.name in {one.name for one in figure.base.figures}
            if of_them and found(answered, figure.label.casefold()) and not {use.name, figure.name} & drawn:
                related = (Related(figure.span, "those who answered"),)
                yield Fault(
                    f"`{use.name}` counts those who were asked, and `{figure.name}` who answered",
                    use.span,
                    related=related,
                )


def _figures(slide: PlannedSlide, subject: Subject) -> Iterator[Figure]:
    """The figures of a slide that are counted of something."""
    known = (subject.content.figures.get(name) for name in slide.figures)
    yield from (figure for figure in known if figure and base_n(figure, subject.content, subject.language))


def _in_words(part: Paragraph, counted: list[Figure], text: Said, subject: Subject) -> Iterator[Fault]:
    """Pairs that are typed, `three of the five branches`, where that many are counted of another number of those."""
    content, language, reading = subject.content, subject.language, subject.language.prose.reading
    line = "".join(BOUND if run.figure else run.text for run in part.runs).casefold().replace(NO_BREAK, " ")
    for match in _digits_of(reading).finditer(line):
        pair = [_number_of(match[name], language) for name in ("part", "whole")]
        noun = content_words(line[match.end() :].split()[0], reading)
        alike = [
            figure
            for figure in counted
            if figure.value == pair[0]
            and shared(noun, content_words(base_of(figure, content, language), language.prose.reading))
        ]
        if alike and all(base_n(figure, content, language) != pair[1] for figure in alike):
            yield _of_another(alike[0], f"{pair[1]}", text, subject)


def _number_of(said: str, language: Language) -> Decimal | int | None:
    return language.prose.reading.amounts.numbers.get(said) or next(iter(language.numbers.read(said)), None)


def _more_than_all(line: str, text: Said, subject: Subject) -> Iterator[Fault]:
    """Parts that are more than their whole."""
    for match in _digits_of(subject.language.prose.reading).finditer(line.casefold().replace(NO_BREAK, " ")):
        part, whole = (_number_of(match[name], subject.language) for name in ("part", "whole"))
        if part is not None and whole is not None and part > whole and not _YEAR.fullmatch(match["whole"]):
            yield Fault(f'"{match[0].strip()}" is a part that is more than its whole', text.span, ORDER)


def _drawn(slide: PlannedSlide) -> dict[str, list[float]]:
    """The numbers that are drawn in each place of a slide."""
    found: dict[str, list[float]] = {}
    for value in values(slide.said):
        if value.amount is not None:
            found.setdefault(place_of(value.path), []).append(float(value.amount))
    return found


def _not_so_much(line: str, text: Said, drawn: list[float], subject: Subject) -> Iterator[Fault]:
    """`25 % of the 700 staff` beside 161, which is 23 %."""
    numbers = subject.language.numbers
    for match in _percent_of(subject.language).finditer(line.casefold().replace(NO_BREAK, " ")):
        share, whole = (float(next(iter(numbers.read(match[name])), 0)) for name in ("share", "whole"))
        if len(drawn) == 1 and 0 < drawn[0] <= whole and abs(100 * drawn[0] / whole - share) > _ROUNDED:
            shown = f"{drawn[0]:g}"
            yield Fault(f'"{match[0]}" is not {shown}', text.span)


@cache
def _percent_of(language: Language) -> re.Pattern[str]:
    units, reading = "|".join(map(re.escape, sorted(language.numbers.per_cent))), language.prose.reading
    number = r"\d[\d.,]*\d|\d"
    return re.compile(
        rf"(?<![\w.,])(?P<share>{number}) ?(?:{units}) {reading.of_whole}(?: [^\W\d_]+)? (?P<whole>{number})"
        r"(?![\w%])(?! ?%)"
    )


@cache
def _digits_of(reading: Reading) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, reading.amounts.numbers), key=len, reverse=True))
    number = rf"(?:\d[\d.,]*\d|\d|(?:{words}))"
    return re.compile(
        rf"(?<![\w.,])(?P<part>{number}) {reading.of_whole}(?: [^\W\d_]+s)? (?P<whole>{number})(?![\w%])(?! ?%)"
        r"(?= [^\W\d_]{3,})(?! (?:gange|times|slags|kinds|sorts)\b)"
    )


def _beside(slide: PlannedSlide) -> dict[str, FigureUse]:
    """The first figure that a value is bound to in each place of a slide, which the texts beside it are about."""
    found: dict[str, FigureUse] = {}
    for value in values(slide.said):
        if value.figure:
            found.setdefault(place_of(value.path), value.figure)
    return found


def _in_line(runs: tuple[Run, ...], text: Said, beside: FigureUse | None, subject: Subject) -> Iterator[Fault]:
    """Each figure whose whole is named behind it, or that a line which begins with its whole stands beside."""
    parts = [(at, run.figure) for at, run in enumerate(runs) if run.figure]
    begins = [(-1, beside)] if beside and text.path not in ("title", "notes") else []
    for at, part in (*begins, *parts):
        between = runs[at + 1].text.replace(NO_BREAK, " ") if at + 1 < len(runs) else ""
        typed = part and _typed(subject.language.prose.reading).match(between)
        if part and typed:
            behind = between[typed.end() :] + "".join(run.text for run in runs[at + 2 :])
            for number in subject.language.numbers.read(typed["whole"]):
                yield from _judged(part, number, behind, text, subject)
        whole = runs[at + 2] if at + 2 < len(runs) else None
        if (
            part
            and whole
            and whole.figure
            and whole.number
            and _between(subject.language.prose.reading).match(between)
        ):
            behind = "".join(run.text for run in runs[at + 3 :])
            yield from _judged(part, whole.number.value, behind, text, subject)


@cache
def _between(reading: Reading) -> re.Pattern[str]:
    return re.compile(rf"\s*{reading.of_whole}(?: [^\W\d_]+s)?\s*\Z", re.IGNORECASE)


@cache
def _typed(reading: Reading) -> re.Pattern[str]:
    return re.compile(
        rf"\s*{reading.of_whole}(?: [^\W\d_]+s)? (?P<whole>\d[\d.,]*\d|\d)(?![\w%])(?! ?%)", re.IGNORECASE
    )


def _judged(part: FigureUse, whole: Decimal, behind: str, text: Said, subject: Subject) -> Iterator[Fault]:
    content, language = subject.content, subject.language
    figure = content.figures.get(part.name)
    base = base_of(figure, content, language) if figure else ""
    if not (figure and base):
        return
    counted = re.match(r"\W*(\w+(?:\W+\w+)?)", behind)
    reading = language.prose.reading
    is_same = counted and shared(content_words(base, reading), content_words(counted[1], reading))
    if is_same and whole not in language.numbers.read(base):
        yield _of_another(figure, f"{whole:f}", text, subject)


def _of_another(figure: Figure, whole: str, text: Said, subject: Subject) -> Fault:
    base = base_of(figure, subject.content, subject.language)
    related = (Related(figure.span, f"counted of {base}"),)
    return Fault(f"`{figure.name}` is not of {whole}, but of {base}", text.span, related=related)
