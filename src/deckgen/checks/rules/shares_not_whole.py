"""Shares of one whole, side by side, that do not come to 100.

Why: who sees 45 % and 30 % as parts of one thing asks where the rest is. A ring shows a whole, and so do two or
more answers to one question that takes one answer. Shares of one base that a source gives, under labels that are
things and no statements, come to no more than 100 in any chart. Rows of per cents that a chart stacks are a whole
each, and where a sentence leaves a rest, the shares that it names in words are not all there is. What rounding
alone leaves is no fault: the slide notes it by itself.

Example: a ring of `${share.yes}` and `${share.no}`, where a quarter answered something else.

Mend: show the other answers too, or gather them in a figure: `formula: 100 - share.yes - share.no`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_of
from deckgen.checks.figures.claims import found
from deckgen.checks.figures.grid import grid_of
from deckgen.checks.text.amounts import amounts
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.share_groups import ALL, Shares, charted, shares_shown
from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Given, Tabulated
from deckgen.model.frames import ChartItem
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
    yield from _in_words(subject)


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
    words = [word for row in fields.data for word in re.findall(r"[^\W\d_]+", row.label.plain.casefold())]
    return not any(map(subject.language.prose.may_be_verb, words))


def _is_ring(item: object) -> bool:
    return isinstance(item, ChartItem) and item.type.shows == "parts of a whole"


def _said(shares: Shares, subject: Subject) -> str:
    named = " and ".join(f"`{part.name}`" for part in shares.parts)
    most = max(part.decimals for part in shares.parts)
    whole = subject.language.show(Number(rounded(shares.sum, most), most))
    return f"{named} are shares of one whole and come to {whole} %"
