"""A figure as `figures.yaml` says it, before its value is settled. In: one entry. Out: a figure and its formula.

A figure is given (`value`), tabulated (`from`) or computed (`formula`): exactly one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from pathlib import PurePosixPath

from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.formulas import parse_formula
from deckgen.model.data import Counted, Tabulation, TabulationRow
from deckgen.model.figure import Computed, Confidence, Figure, Source, Tabulated
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import Qualifier, decimals_of
from deckgen.model.text import EMPTY, NOWHERE, Text
from deckgen.nodes.dates import check_as_of
from deckgen.nodes.grammar import slug
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import INVALID, Invalid, convert, suggestion

MAX_DECIMALS = 6
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure as it is written: given by `value`, tabulated by `from`, or computed by `formula`."""

    label: str = described("What it counts, for sources and notes.")
    source: Scalar = described("A name from sources.yaml.", names="source")
    value: Decimal | None = described("The number, plain: 1740, 92.4.", default=None)
    from_: Scalar | None = described("Or the row of a tabulation: uses/crane.", default=None, names="tabulated row")
    formula: Scalar | None = described("Or what it is computed from: members.asked - members.answered.", default=None)
    published: Decimal | None = described("What was published, which it must come to.", default=None)
    confidence: Confidence = described("How sure it is.", default="")
    unit: str = described("What follows it: %, kr., medlemmer.", default="")
    qualifier: Qualifier = described("What it is said with: at least, about, over.", default="")
    decimals: Scalar | None = described("How many are shown.", default=None)
    as_of: Scalar | None = described("When it was so: 2026, 2026-11.", default=None)
    base: Text = described("Among how many: '12 af 13 klynger'.", default=EMPTY)
    note: str = described("What must be known of it.", default="")
    wording: str = described("The source's own words, where it gives no number.", default="")
    value_span: Span = NOWHERE
    published_span: Span = NOWHERE
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Tables:
    """The tabulations that figures may rest on; `names` holds also those that are wrong.

    `seen_by` holds who sees what is counted in a dataset with a `for`; other tabulations are for all.
    """

    by_name: dict[str, Tabulation]
    names: tuple[str, ...] | None
    seen_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_for(self, audience: str, name: str) -> bool:
        """Whether an audience sees what the tabulation counts."""
        return audience in self.seen_by.get(name, (audience,))


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure whose value is still to come where it is computed; `value_span` is where its value is written."""

    figure: Figure
    value_span: Span = NOWHERE
    published_span: Span = NOWHERE


def draft(
    name: str, entry: Entry, sources: Named[Source], tables: Tables, diagnostics: Diagnostics
) -> Draft | Invalid:
    """The draft of a figure; INVALID where its value cannot be known, which is reported."""
    check_name(entry.source, "source", sources.names, diagnostics)
    figure = _without_value(name, entry, diagnostics)
    if entry.as_of is not None and not check_as_of(entry.as_of, diagnostics):
        return INVALID
    ways = [way for way in (entry.value, entry.from_, entry.formula) if way is not None]
    if len(ways) != 1:
        known = "`value`, `from` and `formula` stand together" if ways else "`value` is missing"
        hint = "write one of them: value: 12, from: presence/ja, formula: a + b"
        diagnostics.error("figure-value" if ways else "missing-key", known, entry.span, hint)
        return INVALID
    if entry.formula is not None:
        formula = parse_formula(entry.formula, diagnostics)
        if formula is None:
            return INVALID
        return Draft(replace(figure, provenance=Computed(formula)), entry.formula.span, entry.published_span)
    if entry.from_ is not None:
        return _tabulated(figure, entry, entry.from_, tables, diagnostics)
    return Draft(replace(figure, value=entry.value or NOTHING), entry.value_span, entry.published_span)


def _without_value(name: str, entry: Entry, diagnostics: Diagnostics) -> Figure:
    return Figure(
        name,
        NOTHING,
        unit=entry.unit,
        qualifier=entry.qualifier,
        decimals=_decimals(entry, diagnostics),
        source=entry.source.text,
        as_of=entry.as_of.text if entry.as_of else "",
        base=entry.base,
        label=entry.label,
        note=entry.note,
        wording=entry.wording,
        confidence=entry.confidence,
        published=entry.published,
        span=entry.span,
    )


def _tabulated(
    figure: Figure, entry: Entry, named: Scalar, tables: Tables, diagnostics: Diagnostics
) -> Draft | Invalid:
    name, _, key = named.text.partition("/")
    table = tables.by_name.get(name)
    if table is None:
        check_name(Scalar(name, True, named.span), "tabulation", tables.names, diagnostics)
        return INVALID
    row = table.row(key) if key else (table.rows[0] if len(table.rows) == 1 else None)
    if row is None:
        hint = near_row(key, table)
        diagnostics.error("unknown-row", f"the tabulation `{name}` has no row `{key}`", named.span, hint)
        return INVALID
    if row.value is None:
        diagnostics.error(
            "no-answers", f"nobody answered what `{named.text}` counts", named.span, "give the figure a value"
        )
        return INVALID
    if table.unit and not figure.unit:
        figure = replace(figure, unit=table.unit)
    return Draft(from_row(figure, table, row), named.span, entry.published_span)


def near_row(written: str, table: Tabulation) -> str:
    """A hint on a row that there is not: the one that is spelled otherwise, as in a text, or the nearest."""
    spelled = (key for row in table.rows for key in (row.key, row.label) if slug(key) == slug(written) != "")
    close = next(spelled, "")
    return f"did you mean `{close}`?" if close else suggestion(written, tuple(row.key for row in table.rows))


def from_row(figure: Figure, table: Tabulation, row: TabulationRow) -> Figure:
    """The figure with the value of a row of a table, and how it came about."""
    provenance = Tabulated(
        table.name,
        row.key,
        row.label if len(table.rows) > 1 else "",
        row.count,
        _counted(table, row),
        table.declared,
        tuple(f"{row.file or table.file}:{line}" for line in row.rows),
    )
    return replace(figure, value=row.value or NOTHING, provenance=provenance)


def _counted(table: Tabulation, row: TabulationRow) -> Counted:
    group, answer = (row.group, row.answer) if table.by or table.battery else ("", row.label)
    question = table.question_of(row)
    is_answer = bool(answer) and answer != question
    file = PurePosixPath(row.file or table.file).name
    return Counted(
        f"{file} ({table.sheet})" if table.sheet else file,
        table.statistic,
        question,
        answer if is_answer else "",
        row.base,
        (*table.where, *(((row.by, (group,)),) if row.by else ()), *row.within),
        "/".join(filter(None, (table.name, group, row.part))) if table.exclusive else "",
        table.note,
        table.population,
        row.effective,
        row.answers,
        row.interval,
        table.confidence,
        table.compared,
        len({one.by for one in table.rows}) > 1,
    )


def _decimals(entry: Entry, diagnostics: Diagnostics) -> int:
    """How many decimals are shown: as the entry says, else as many as its value or what was published has."""
    if entry.decimals is None:
        written = entry.value if entry.value is not None else entry.published
        return min(decimals_of(written), MAX_DECIMALS) if written is not None else 0
    wanted = convert(entry.decimals, int, "", diagnostics)
    if wanted is INVALID:
        return 0
    if not 0 <= wanted <= MAX_DECIMALS:
        diagnostics.error(
            "bad-decimals", f"{wanted} decimals cannot be shown", entry.decimals.span, f"0 to {MAX_DECIMALS}"
        )
        return 0
    return wanted
