"""Shares of one whole, side by side, that do not come to 100.

Why: who sees 45 % and 30 % as parts of one thing asks where the rest is. A ring shows a whole, and so
do two or more answers to one question that takes one answer. Shares of one base that a source gives, under labels
that are things and no statements, come to no more than 100 in any chart. What rounding alone leaves is no fault: the
slide notes it by itself.

Example: a ring of `${share.yes}` and `${share.no}`, where a quarter answered something else.

Mend: show the other answers too, or gather them in a figure: `formula: 100 - share.yes - share.no`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_of
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.share_groups import ALL, Shares, charted, shares_shown
from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Given, Tabulated
from deckgen.model.frames import ChartItem
from deckgen.model.number import Number, rounded

MOST: Final = 120
"""Shares that come to more are answers of which everybody may give several."""
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
