"""Shares of one whole, side by side, that do not come to 100.

Why: who sees 45 % and 30 % as parts of one thing asks where the rest is. A ring shows a whole, and so do two or
more answers to one question that takes one answer. Shares of one base that a source gives, under labels that are
things and no statements, come to no more than 100 in any chart. Rows of per cents that a chart stacks are a whole
each, and where a sentence leaves a rest, the shares that it names in words are not all there is. Per cents that are
typed are read where a chart counts in per cent, and in a list that ends with what is left: `de sidste 39 %`. What
rounding alone leaves is no fault: the slide notes it by itself.

Example: a ring of `${share.yes}` and `${share.no}`, where a quarter answered something else.

Mend: show the other answers too, or gather them in a figure: `formula: 100 - share.yes - share.no`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_of
from deckgen.checks.figures.facts import place_of
from deckgen.checks.figures.grid import grid_of
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.amounts import amounts
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.frame_text import flat
from deckgen.checks.text.prose import Said
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.share_groups import ALL, Shares, charted, shares_shown
from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Given, Tabulated
from deckgen.model.frames import ChartItem
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.number import Number, rounded
from deckgen.model.plan import PlannedSlide

MOST: Final = 120
"""Shares that come to more are answers of which everybody may give several."""
NO_REST: Final = 0.99
CODE: Final = "shares-not-whole"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "show the other answers too, or gather them in one: `formula: 100 - share.yes - share.no`"
EXAMPLE: Final = {
    "content/figures.yaml": """\
share.yes: {value: 45, unit: "%", label: Ja, source: survey, base: "${answered} klynger"}
share.no: {value: 30, unit: "%", label: Nej, source: survey, base: "${answered} klynger"}
""",
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: doughnut
    counted: Andel af klynger, n = ${answered}
    data:
      - {label: Ja, value: "${share.yes}"}
      - {label: Nej, value: "${share.no}"}
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    content, per_cent = subject.content, subject.language.numbers.per_cent
    rings = {slide.id for slide, frame in subject.framed for item in flat(frame.items) if _is_ring(item)}
    for slide, written in subject.slides:
        asked = [one for one in shares_shown(written.fields, content.figures, per_cent) if one.whole]
        ring = charted(written.fields, content.figures, per_cent) if slide.id in rings else ()
        said = {part.name for one in asked if not one.is_all for part in one.parts}
        for one in (*asked, *(one for one in ring if said.isdisjoint(part.name for part in one.parts))):
            if not one.is_all and not _is_said_to_be_hidden(one, subject):
                yield Fault(_said(one, subject), slide.span)
        told = {part.name for one in (*asked, *ring) for part in one.parts}
        for one in charted(written.fields, content.figures, per_cent) if not told else ():
            if _is_too_much(one, written.fields, subject):
                yield Fault(_said(one, subject), slide.span)
        yield from _stacked(slide, subject)
        yield from _typed(slide, slide.id in rings, subject)
    yield from _in_words(subject)
    yield from _in_a_list(subject)


def _typed(slide: PlannedSlide, is_ring: bool, subject: Subject) -> Iterator[Fault]:
    """Per cents that are typed in a chart: those of a ring are all, and those of bars with `ved ikke` no more."""
    fields, language = slide.fields, subject.language
    if not isinstance(fields, ChartFields) or len(fields.series) > 1:
        return
    drawn = [value for row in fields.data for value in row.value]
    known = [value.amount for value in drawn if value.amount is not None and not value.figure]
    said = fields.counted.plain.casefold()
    if len(known) < len(drawn) or len(known) < 2 or not language.numbers.says_per_cent(said):
        return
    sum_, slack = sum(known), Decimal(len(known)) / 2
    claims = language.prose.reading.claims
    may_be_more = (claims.several_answers and found(claims.several_answers, said)) or _are_statements(fields, subject)
    rest = any(found(claims.other_answers, row.label.plain.casefold()) for row in fields.data if claims.other_answers)
    is_too_much = rest and not may_be_more and ALL + slack < sum_ <= MOST
    if abs(sum_ - ALL) > slack if is_ring else is_too_much:
        yield Fault(f"the per cents that are drawn come to {sum_:g}", drawn[0].span)


def _in_a_list(subject: Subject) -> Iterator[Fault]:
    """The per cents of a list, one of whose items says what is left of them."""
    claims = subject.language.prose.reading.claims
    for _, said in subject.said if claims.last_share else ():
        lists: dict[str, list[Said]] = {}
        for text in said:
            if place_of(text.path):
                lists.setdefault(place_of(text.path), []).append(text)
        for texts in lists.values():
            parts = [_per_cents(text.plain, subject.language) for text in texts]
            last = [text for text in texts if found(claims.last_share, _spaced(text.plain))]
            come_to, count = sum(map(sum, parts)), sum(map(len, parts))
            if len(last) == 1 and count > 2 and all(len(one) < 3 for one in parts) and abs(come_to - 100) > count / 2:
                yield Fault(f"the per cents of the list come to {come_to:g}, and one is what is left", last[0].span)


def _per_cents(said: str, language: Language) -> list[float]:
    units = "|".join((*map(re.escape, sorted(language.numbers.per_cent)), language.prose.reading.amounts.percent))
    each = re.findall(rf"(?<![\w.,])(\d[\d.,]*\d|\d) ?(?:{units})(?!\w)", _spaced(said))
    return [float(number) for one in each for number in language.numbers.read(one)]


def _spaced(said: str) -> str:
    return said.casefold().replace(NO_BREAK, " ")


def _stacked(slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    """Rows of a chart of several wholes whose typed per cents are not all of them, while those of others are."""
    grid = grid_of(slide, subject) if subject.shows(slide) == "parts of several wholes" else None
    if not grid or len(grid.shares) < len(grid.columns) or not isinstance(slide.fields, ChartFields):
        return
    for row, line, drawn in zip(
        grid.numbers, grid.rows, (one for one in slide.fields.data if not one.total), strict=True
    ):
        known = [one for one in row if one is not None]
        if (
            len(known) == len(row)
            and abs(sum(known) - float(ALL)) > len(row) / 2
            and not any(one.figure for one in drawn.value)
        ):
            yield Fault(f"the per cents of {line.label} come to {sum(known):g}", drawn.value[0].span)


def _in_words(subject: Subject) -> Iterator[Fault]:
    """Sentences whose shares are all there is, or more, and that speak of a rest all the same."""
    reading = subject.language.prose.reading
    for text in (text for _, said in subject.said for text in said) if reading.claims.rest else ():
        for sentence in sentences(text.plain, subject.language):
            shares = [one for one in amounts(sentence, reading) if one.sort == "share" and not one.near]
            come_to = sum((one.low + one.high) / 2 for one in shares)
            if len(shares) > 1 and come_to > NO_REST and found(reading.claims.rest, sentence):
                named = " and ".join(f'"{one.said}"' for one in shares)
                yield Fault(f"{named} leave no rest", text.span)


def _is_said_to_be_hidden(shares: Shares, subject: Subject) -> bool:
    """Whether what is missing is cells that are hidden, of which the slide says so."""
    named = {part.provenance.table for part in shares.parts if isinstance(part.provenance, Tabulated)}
    tables = (subject.content.tabulations[name] for name in named if name in subject.content.tabulations)
    return any(row.hidden for table in tables for row in table.rows)


def _is_too_much(shares: Shares, fields: ChartFields, subject: Subject) -> bool:
    """Whether shares that a source gives of one base are more than all of it, and can be no answers side by side."""
    bases = {base_of(part, subject.content, subject.language) for part in shares.parts}
    given = all(isinstance(part.provenance, Given) for part in shares.parts)
    if not given or len(bases) > 1 or "" in bases or not ALL < shares.sum <= MOST or shares.is_all:
        return False
    return not _are_statements(fields, subject)


def _are_statements(fields: ChartFields, subject: Subject) -> bool:
    """Whether the rows of a chart are called by what somebody says, of which more than one may be so."""
    words = [word for row in fields.data for word in re.findall(r"[^\W\d_]+", row.label.plain.casefold())]
    return any(map(subject.language.prose.may_be_verb, words))


def _is_ring(item: object) -> bool:
    return isinstance(item, ChartItem) and item.type.shows == "parts of a whole"


def _said(shares: Shares, subject: Subject) -> str:
    named = " and ".join(f"`{part.name}`" for part in shares.parts)
    most = max(part.decimals for part in shares.parts)
    whole = subject.language.show(Number(rounded(shares.sum, most), most))
    return f"{named} are shares of one whole and come to {whole} %"
