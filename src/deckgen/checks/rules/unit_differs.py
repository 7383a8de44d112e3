"""A number in a text in another unit than the slide counts in.

Why: `120 tons` beside a drawing of thousand tons is a thousandth of what is meant, and `600 pund` among euros
makes a reader ask which of the two it is. A number that is one of the drawing's, or what two of them differ by,
and whose unit lacks the thousands or millions of the drawing, is told; and a currency that a deck names once,
beside its own.

Example: `so-what: Væksten er 12 kroner`, over a drawing in mio. kroner that grows by 12.

Mend: write the number in full, or the unit with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.facts import facts
from deckgen.checks.figures.grid import grid_of
from deckgen.checks.figures.patterns import found
from deckgen.checks.figures.restated import same_numbers
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.prose import Said
from deckgen.checks.text.words import content_words, shared
from deckgen.diagnostics import Fault, Severity
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.plan import PlannedSlide

CODE: Final = "unit-differs"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the number in full, or with the unit that the slide counts in"
EXAMPLE: Final = {
    "content/figures.yaml": """\
old: {value: 40, unit: mio. kr., label: Omsætning i 2019, source: survey, as-of: 2019}
new: {value: 52, unit: mio. kr., label: Omsætning i 2023, source: survey, as-of: 2023}
""",
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: Omsætningen er vokset siden 2019
    chart: line
    counted: Omsætning i mio. kr.
    data:
      - {label: "2019", value: "${old}"}
      - {label: "2023", value: "${new}"}
    so-what: Væksten er $[12|difference] kr.
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
""",
}
_PREFIXED: Final = re.compile(r"[kMGTmc]?(?P<base>Wh|W|J|V|g|l|L|B|Hz)")
OWN: Final = 2
"""How often the currency stands in the deck that is its own, beside one that stands there once."""


def check(subject: Subject) -> Iterator[Fault]:
    claims = subject.language.prose.reading.claims
    if claims.thousands:
        for slide, said in subject.said:
            yield from _scales(slide, said, subject)
            for text in said:
                yield from _behind_figures(text, subject)
                yield from _of_another(text, subject)
            yield from _unlike_others(slide, subject)
    if claims.currencies:
        yield from _currencies(subject)


def _scales(slide: PlannedSlide, said: tuple[Said, ...], subject: Subject) -> Iterator[Fault]:
    """Numbers of the drawing that a text gives without its thousands or millions."""
    grid = grid_of(slide, subject)
    units = _scaled(grid.counted if grid else "", subject.language) if grid else frozenset()
    if not grid or not units or (grid.is_table and len(grid.columns) > 1):
        return  # the columns of a table have units of their own
    drawn = {one for row in (*grid.numbers, *grid.totals) for one in row if one}
    drawn |= {fact.value for fact in facts(slide, said, subject.content, subject.language, grid.shows)}
    known = drawn | {abs(one - other) for one, other in combinations(sorted(drawn), 2)}
    for text in said:
        for sentence in sentences(text.plain, subject.language) if "/" not in text.path else ():
            for match in _with_unit(units).finditer(sentence):
                numbers = subject.language.numbers.read(match["number"])
                if len(numbers) == 1 and float(numbers[0]) in known:
                    yield Fault(f'"{match[0]}" is not in the unit of the drawing: {grid.counted}', text.span)


def _of_another(text: Said, subject: Subject) -> Iterator[Fault]:
    """The number of a figure with a unit that is another's, or another measure of the same: `168 ton` for 168 kg."""
    language, figures = subject.language, subject.content.figures.values()
    reading, units = language.prose.reading, language.prose.reading.comparing.units
    met = [(figure, one) for figure, one, _ in same_numbers(text, subject) if one.unit]
    for figure, one in met:
        noun, own = content_words(one.unit, reading), content_words(figure.unit, reading)
        kinds = [
            next((at for at, unit in enumerate(units) if found(rf"^(?:{unit})$", said)), None)
            for said in (one.unit, figure.unit.strip(" .").casefold())
        ]
        other_measure = None not in kinds and kinds[0] != kinds[1]
        others = [other for other in figures if noun and noun == content_words(other.unit, reading)]
        counts_others = (
            own and others and not shared(noun, own) and not any(float(other.value) == one.value for other in others)
        )
        alike = [other for other, same in met if same == one and other is not figure]
        if (other_measure or counts_others) and not alike:
            yield Fault(f'"{one.said}" is not the unit of `{figure.name}`: {figure.unit}', text.span)


def _unlike_others(slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    """One cell of a criterion in ones of a currency, among others in thousands or millions of it."""
    thousands, language = subject.language.prose.reading.claims.thousands, subject.language
    options = getattr(slide.fields, "options", ())
    rows = [option.cells for option in options if hasattr(option, "cells")]
    for column in zip(*rows, strict=False) if len(rows) > OWN else ():
        said = [cell.plain.casefold().replace(NO_BREAK, " ") for cell in column]
        for currency in language.prose.reading.claims.currencies:
            scaled = [found(rf"\d {thousands} ?{currency}", one) for one in said]
            plain = [at for at, one in enumerate(said) if not scaled[at] and found(rf"\d {currency}", one)]
            if len(plain) == 1 and sum(map(bool, scaled)) == len(said) - 1:
                cell = column[plain[0]]
                yield Fault(f'"{cell.plain}" is not in the unit of those beside it', cell.span)


def _behind_figures(text: Said, subject: Subject) -> Iterator[Fault]:
    """A unit behind a figure that measures the same as the figure's own, with another prefix: `kWh` behind MWh."""
    for part in text.paragraphs:
        for run, after in pairwise(part.runs):
            figure = subject.content.figures.get(run.figure.name) if run.figure else None
            said = re.match(r"[ \u00a0](\w+)", after.text)
            own = _PREFIXED.fullmatch(figure.unit) if figure else None
            other = _PREFIXED.fullmatch(said[1]) if said else None
            if figure and own and other and own["base"] == other["base"] and own[0] != other[0]:
                yield Fault(f'"{other[0]}" is not the unit of `{figure.name}`: {figure.unit}', text.span)


def _scaled(counted: str, language: Language) -> frozenset[str]:
    """The units that stand behind a word for thousands or millions in what is counted."""
    pattern = rf"(?<!\w){language.prose.reading.claims.thousands} (?P<unit>[^\W\d_]+)"
    return frozenset(match["unit"] for match in re.finditer(pattern, counted.casefold()))


@cache
def _with_unit(units: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?P<number>\d[\d.,]*) (?:{'|'.join(map(re.escape, sorted(units)))})(?!\w)")


def _currencies(subject: Subject) -> Iterator[Fault]:
    """A currency that one sentence of the deck names beside another, and nothing else in it."""
    claims = subject.language.prose.reading.claims
    met: list[tuple[str, Said, str]] = []
    for _, said in subject.said:
        for text in said:
            for sentence in sentences(text.plain, subject.language):
                met += [(one, text, sentence) for one in claims.currencies if _amount(one).search(sentence)]
    often = Counter(one for one, _, _ in met)
    units = " ".join(figure.unit.casefold() for figure in subject.content.figures.values())
    for one, text, sentence in met:
        beside = [other for other, _, where in met if where is sentence and other != one]
        rare = often[one] == 1 and not found(one, units)
        if rare and any(often[other] >= OWN for other in beside) and not found(claims.equals, sentence):
            match = _amount(one).search(sentence)
            yield Fault(
                f'"{match[0].strip() if match else one}" is in a currency that stands nowhere else', text.span
            )


@cache
def _amount(currency: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])\d[\d.,]* (?:[^\W\d_]+\.? )?{currency}(?!\w)|{currency} ?\d[\d.,]*")
