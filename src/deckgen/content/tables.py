"""A tabulation as the rows of a chart or a table. In: slides that say `table: name`. Out: slides with rows; figures.

`table:` stands in the place of `data:` on a slide with a chart, and of `rows:` on one with a table. Each cell becomes
a reference to a figure of its own, `table.<tabulation>.<row>`, shown, sourced and checked as any number. A cell that
would tell what single respondents answered is no figure: a word stands in its place, and a chart has a gap there.
`emphasis:` beside `table:` names the rows of a chart that are the finding. A text may name a cell of any tabulation,
by its figure's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import BrokenExtensionError
from deckgen.figures.drafts import Tables, from_row
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.drawing_fields import DrawingFields
from deckgen.model.figure import Figure, Tabulated
from deckgen.model.kind import Registry
from deckgen.model.language import Labels, Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number, decimals_of
from deckgen.model.text import Paragraph, Run, Text
from deckgen.nodes.grammar import slug
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.node import Gap, Mapping, Node, Scalar, Sequence, Unread, Verbatim
from deckgen.nodes.schema import keys, suggestion

KEY: Final = "table"
EMPHASIS: Final = "emphasis"
"""The key beside `table` that names the rows of a chart that are the finding."""
_NAMED: Final = re.compile(rf"\$\{{({KEY}\.[^}}|]+)")
_DECIMALS: Final = {"mean": 1, "share": 0}
MOST_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class _Filling:
    """What tables are filled in from."""

    registry: Registry
    tables: Tables
    language: Language
    diagnostics: Diagnostics


def with_tables(
    files: tuple[Node, ...],
    registry: Registry,
    tables: Tables,
    figures: Named[Figure],
    language: Language,
    diagnostics: Diagnostics,
) -> tuple[tuple[Node, ...], Named[Figure]]:
    """The slide files with rows in the place of `table:`, and `figures` with those that the rows refer to.

    Behind what is counted stands why cells are hidden.
    """
    filling = _Filling(registry, tables, language, diagnostics)
    filled = tuple(_file(node, filling) for node in files)
    cells = {figure.name: figure for _, added in filled for figure in added}
    cells = _of_texts(files, filling) | cells
    by_audience = {
        audience: by_name | {name: cell for name, cell in cells.items() if tables.is_for(audience, _table_of(cell))}
        for audience, by_name in figures.by_audience.items()
    }
    names = None if figures.names is None else tuple(dict.fromkeys((*figures.names, *cells)))
    return tuple(node for node, _ in filled), Named(names, by_audience, figures.seen_by)


def _of_texts(files: tuple[Node, ...], filling: _Filling) -> dict[str, Figure]:
    """The figures of the cells that texts name."""
    named = {match for file in files for text in _texts(file) for match in _NAMED.findall(text)}
    tables = filling.tables.by_name.values() if named else ()
    wanted = (table for table in tables if any(name.startswith(f"{KEY}.{table.name}.") for name in named))
    cells = (cell for table in wanted for cell in _figures(table, filling.language).values())
    return {cell.name: cell for cell in cells if cell.name in named}


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
        return
    inside = (value for _, value in node.entries) if isinstance(node, Mapping) else node.items
    for one in inside:
        yield from _texts(one)


def _table_of(cell: Figure) -> str:
    return cell.provenance.table if isinstance(cell.provenance, Tabulated) else ""


def _file(node: Node, filling: _Filling) -> tuple[Node, tuple[Figure, ...]]:
    slides = node.get("slides") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(slides, Sequence):
        return node, ()
    filled = [_slide(item, filling) for item in slides.items]
    if all(new is old for (new, _), old in zip(filled, slides.items, strict=True)):
        return node, ()
    items = tuple(slide for slide, _ in filled)
    return _replaced(node, {"slides": Sequence(items, slides.span)}), tuple(
        cell for _, cells in filled for cell in cells
    )


def _slide(slide: Node, filling: _Filling) -> tuple[Node, tuple[Figure, ...]]:
    named = slide.get(KEY) if isinstance(slide, Mapping) else None
    if not isinstance(slide, Mapping) or not isinstance(named, Scalar):
        return slide, ()
    kind = slide.get("kind")
    known = filling.registry.kinds.get(kind.text) if isinstance(kind, Scalar) else None
    if known is None or KEY in keys(known.fields):
        return slide, ()
    wanted = next((key for key in ("data", "rows") if key in keys(known.fields) and key not in keys(SlideHead)), "")
    table = filling.tables.by_name.get(named.text)
    if table is None:
        check_name(named, "tabulation", filling.tables.names, filling.diagnostics)
    if not wanted or slide.get(wanted) is not None:
        return slide, ()
    unread = _replaced(slide, {wanted: Unread("", True, named.span)})
    if table is None:
        return unread, ()
    cells = _figures(table, filling.language)
    if not cells:
        _nothing_to_show(table, named, filling.diagnostics)
        return unread, ()
    if not _can_show_gaps(table, slide.get("chart"), named, filling):
        return unread, tuple(cells.values())
    if wanted == "data" and EMPHASIS not in keys(known.fields):
        _check_emphasis(slide.get(EMPHASIS), table, filling.diagnostics)
    spread = issubclass(known.fields, DrawingFields)
    return _filled(slide, named, table, cells, wanted, spread, filling.language.labels), tuple(cells.values())


def _check_emphasis(named: Node | None, table: Tabulation, diagnostics: Diagnostics) -> None:
    """Report rows to be emphasised that the table does not have."""
    rows = {name for row in table.rows for name in _row_names(row)}
    for one in _scalars(named):
        if one.text not in rows:
            hint = suggestion(one.text, tuple(row.group or row.key for row in table.rows))
            message = f"the tabulation `{table.name}` has no row `{one.text}`"
            diagnostics.error("unknown-row", message, one.span, hint)


def _scalars(named: Node | None) -> tuple[Scalar, ...]:
    """The one name, or those of a list."""
    items = named.items if isinstance(named, Sequence) else (named,)
    return tuple(one for one in items if isinstance(one, Scalar))


def _row_names(row: TabulationRow) -> tuple[str, ...]:
    """What the content may call a row of a chart: its key or label, or those of its group."""
    return (row.group, row.key.partition("/")[0]) if row.group else (row.key, row.label)


def _filled(
    slide: Mapping,
    named: Scalar,
    table: Tabulation,
    cells: dict[str, Figure],
    wanted: str,
    spread: bool,
    labels: Labels,
) -> Mapping:
    """The slide with the rows of the table under the key that is `wanted`; with `spread`, for a drawing."""
    hidden = labels.hidden
    findings = frozenset(one.text for one in _scalars(slide.get(EMPHASIS)))
    is_chart = wanted == "data"
    made = _chart(table, cells, hidden, findings, named.span) if is_chart else _rows(table, cells, hidden, named.span)
    if spread:
        made["data"] = _with_spread(made["data"], table, cells, named.span)
    counted = slide.get("counted")
    if counted is not None and any(row.hidden for row in table.rows):
        made["counted"] = _noted(counted, labels.hidden_why)
    return _replaced(slide, made)


def _can_show_gaps(table: Tabulation, chart: Node | None, named: Scalar, filling: _Filling) -> bool:
    """Whether a chart can leave cells out: parts of a whole would close up, and seem to be all of it."""
    hidden = [row for row in table.rows if row.hidden]
    try:
        known = filling.registry.charts.get(chart.text) if hidden and isinstance(chart, Scalar) else None
    except BrokenExtensionError:
        return True
    if known is None or not known.shows.startswith("parts"):
        return True
    message = (
        f"{len(hidden)} of the parts in `{table.name}` are hidden, and `chart: {known.name}` shows all of a whole"
    )
    hint = "draw `chart: bar`, gather answers or groups, or say `disclose:` with a reason on the tabulation"
    filling.diagnostics.error("parts-hidden", message, named.span, hint)
    return False


def _nothing_to_show(table: Tabulation, named: Scalar, diagnostics: Diagnostics) -> None:
    if any(row.hidden for row in table.rows):
        message = (
            f"each cell of `{table.name}` tells, alone or by subtraction, of fewer than {table.min_n} respondents"
        )
        hint = "leave the slide out, gather answers, or say `disclose:` with a reason on the tabulation"
    else:
        message, hint = f"nobody answered what `{table.name}` counts", "leave the slide out"
    diagnostics.error("nothing-to-show", message, named.span, hint)


def _figures(table: Tabulation, language: Language) -> dict[str, Figure]:
    """A figure for each row that has a value that may be shown, by the row's key."""
    names = cell_names(table)
    shown = (row for row in table.rows if row.value is not None and not row.hidden)
    return {row.key: from_row(_figure(names[row.key], table, row, language), table, row) for row in shown}


def cell_names(table: Tabulation) -> dict[str, str]:
    """What the figure of each row is called, by the row's key."""
    names: dict[str, str] = {}
    for row in table.rows:
        name = f"{KEY}.{table.name}.{slug(row.key) or 'row'}"
        while name in names.values():
            name += "-2"
        names[row.key] = name
    return names


def _figure(name: str, table: Tabulation, row: TabulationRow, language: Language) -> Figure:
    n = language.labels.respondents.format(n=language.show(Number(Decimal(row.base))))
    return Figure(
        name,
        Decimal(0),
        unit="%" if table.statistic == "share" else "",
        decimals=_decimals(table),
        source=table.source,
        base=Text((Paragraph((Run(n, literal="counted with the cell"),)),)),
        label=row.label,
        span=table.span,
    )


def _decimals(table: Tabulation) -> int:
    """One for a mean, none for a share, else as many as the values have; the same for all rows."""
    if table.statistic in _DECIMALS:
        return _DECIMALS[table.statistic]
    values = [row.value for row in table.rows if row.value is not None and not row.hidden]
    return min(max(decimals_of(value.normalize()) for value in values), MOST_DECIMALS)


def _chart(
    table: Tabulation, cells: dict[str, Figure], hidden: str, findings: frozenset[str], span: Span
) -> dict[str, Node]:
    """Rows of a chart; grouped tabulations have a row for each group and a series for each answer.

    A gap cannot be labelled where it is, so the row says behind its own label that something is hidden.
    """
    groups: dict[str, list[TabulationRow]] = {}
    for row in table.rows:
        groups.setdefault(row.group or row.label, []).append(row)
    shown = {label: rows for label, rows in groups.items() if all(row.key in cells or row.hidden for row in rows)}
    items = tuple(
        _mapping(
            {
                "label": _scalar(f"{label} ({hidden})" if any(row.hidden for row in rows) else label, span),
                "value": Sequence(tuple(_value(row, cells, hidden, span) for row in rows), span),
                "emphasis": _scalar(str(any(findings.intersection(_row_names(row)) for row in rows)).lower(), span),
            },
            span,
        )
        for label, rows in shown.items()
    )
    made: dict[str, Node] = {"data": Sequence(items, span)}
    if any(len(rows) > 1 for rows in groups.values()):
        names = [row.answer for row in next(iter(groups.values()))]
        made["series"] = Sequence(tuple(_scalar(name, span) for name in names), span)
    return made


def _with_spread(data: Node, table: Tabulation, cells: dict[str, Figure], span: Span) -> Node:
    """The rows with the quantiles of their answers, where the table is of medians; those of hidden rows are too."""
    assert isinstance(data, Sequence)
    shown = [row for row in table.rows if row.key in cells or row.hidden]
    if table.statistic != "median":
        return data
    spreads = (() if row.hidden else row.quantiles for row in shown)
    rows = (
        _with(item, "quantiles", Sequence(tuple(Scalar(f"{one:f}", True, span) for one in spread), span))
        for item, spread in zip(data.items, spreads, strict=True)
    )
    return Sequence(tuple(rows), data.span)


def _with(item: Node, key: str, value: Node) -> Node:
    assert isinstance(item, Mapping)
    return Mapping((*item.entries, (Scalar(key, True, item.span), value)), item.span)


def _value(row: TabulationRow, cells: dict[str, Figure], hidden: str, span: Span) -> Scalar:
    return Gap(hidden, False, span, exact=False) if row.hidden else _reference(cells[row.key], span)


def _rows(table: Tabulation, cells: dict[str, Figure], hidden: str, span: Span) -> dict[str, Node]:
    items = tuple(
        _mapping({"cells": Sequence(_cells(row, cells, hidden, span), span)}, span)
        for row in table.rows
        if row.key in cells or row.hidden
    )
    return {"rows": Sequence(items, span)}


def _cells(row: TabulationRow, cells: dict[str, Figure], hidden: str, span: Span) -> tuple[Node, ...]:
    labels = [label for label in (row.group, row.answer) if label] or [row.label]
    value = _scalar(hidden, span) if row.hidden else _reference(cells[row.key], span)
    return (*(_scalar(label, span) for label in labels), value)


def _noted(counted: Node, reason: str) -> Node:
    if isinstance(counted, Scalar):
        return Scalar(f"{counted.text} ({reason})", counted.plain, counted.span, counted.exact, counted.folded)
    if isinstance(counted, Mapping):
        return Mapping(tuple((key, _noted(value, reason)) for key, value in counted.entries), counted.span)
    return counted


def _replaced(node: Mapping, made: dict[str, Node]) -> Mapping:
    """The mapping with the values of `made` in the place of those that it has, the others behind.

    `table` is done with, and so is what it emphasises.
    """
    done = (KEY, EMPHASIS) if "data" in made else (KEY,)
    kept = tuple((key, made.get(key.text, value)) for key, value in node.entries if key.text not in done)
    there = {key.text for key, _ in kept}
    added = ((Scalar(key, True, node.span), value) for key, value in made.items() if key not in there)
    return Mapping((*kept, *added), node.span)


def _mapping(entries: dict[str, Node], span: Span) -> Mapping:
    return Mapping(tuple((Scalar(key, True, span), value) for key, value in entries.items()), span)


def _scalar(said: str, span: Span) -> Scalar:
    return Verbatim(said, False, span, exact=False)


def _reference(figure: Figure, span: Span) -> Scalar:
    return Scalar(f"${{{figure.name}}}", True, span, exact=False)
