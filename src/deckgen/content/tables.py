"""A tabulation as the rows of a chart or a table. In: slides that say `table: name`. Out: slides with rows; figures.

`table:` stands in the place of `data:` on a slide with a chart, and of `rows:` on one with a table. Each cell becomes
a reference to a figure of its own, `table.<tabulation>.<row>`, shown, sourced and checked as any number. A cell that
would tell what single respondents answered is no figure: a word stands in its place, and a chart has a gap there.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.drafts import Tables, from_row
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.figure import Figure
from deckgen.model.kind import Registry
from deckgen.model.language import Labels
from deckgen.model.number import decimals_of
from deckgen.model.text import Paragraph, Run, Text
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.node import Gap, Mapping, Node, Scalar, Sequence
from deckgen.nodes.schema import keys

KEY: Final = "table"
_DECIMALS: Final = {"mean": 1, "share": 0}
MOST_DECIMALS: Final = 2
_UNNAMED: Final = re.compile(r"[^a-z0-9æøå]+")


def with_tables(
    files: tuple[Node, ...],
    registry: Registry,
    tables: Tables,
    figures: Named,
    labels: Labels | None,
    diagnostics: Diagnostics,
) -> tuple[Node, ...]:
    """The slide files with rows in the place of `table:`; what the rows refer to is added to `figures`.

    Behind what is counted stands why cells are hidden. `labels` are None where the language is not known, which is
    reported elsewhere.
    """
    return tuple(_file(node, registry, tables, figures, labels, diagnostics) for node in files)


def _file(
    node: Node, registry: Registry, tables: Tables, figures: Named, labels: Labels | None, diagnostics: Diagnostics
) -> Node:
    slides = node.get("slides") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(slides, Sequence):
        return node
    items = tuple(_slide(item, registry, tables, figures, labels, diagnostics) for item in slides.items)
    if all(new is old for new, old in zip(items, slides.items, strict=True)):
        return node
    return _replaced(node, {"slides": Sequence(items, slides.span)})


def _slide(
    slide: Node, registry: Registry, tables: Tables, figures: Named, labels: Labels | None, diagnostics: Diagnostics
) -> Node:
    named = slide.get(KEY) if isinstance(slide, Mapping) else None
    if not isinstance(slide, Mapping) or not isinstance(named, Scalar):
        return slide
    kind = slide.get("kind")
    known = registry.kinds.get(kind.text) if isinstance(kind, Scalar) else None
    if known is None or KEY in keys(known.fields):
        return slide
    wanted = next((key for key in ("data", "rows") if key in keys(known.fields) and key not in keys(SlideHead)), "")
    table = tables.by_name.get(named.text)
    if table is None:
        check_name(named, "tabulation", tables.names, diagnostics)
    if table is None or not wanted or slide.get(wanted) is not None:
        return slide
    cells = _figures(table)
    if not cells:
        _nothing_to_show(table, named, diagnostics)
    for by_name in figures.by_audience.values():
        by_name.update({figure.name: figure for figure in cells.values()})
    hidden = labels.hidden if labels else ""
    made = _chart(table, cells, hidden, named.span) if wanted == "data" else _rows(table, cells, hidden, named.span)
    counted = slide.get("counted")
    if counted is not None and labels is not None and any(row.hidden for row in table.rows):
        made["counted"] = _noted(counted, labels.hidden_why)
    return _replaced(slide, made)


def _nothing_to_show(table: Tabulation, named: Scalar, diagnostics: Diagnostics) -> None:
    if any(row.hidden for row in table.rows):
        message = (
            f"each cell of `{table.name}` tells, alone or by subtraction, of fewer than {table.min_n} respondents"
        )
        hint = "leave the slide out, gather answers, or say `disclose:` with a reason on the tabulation"
    else:
        message, hint = f"nobody answered what `{table.name}` counts", "leave the slide out"
    diagnostics.error("nothing-to-show", message, named.span, hint)


def figure_names(figures: Named) -> Named:
    """The same with the names of the figures that were added."""
    if figures.names is None:
        return figures
    names = dict.fromkeys((*figures.names, *(name for by_name in figures.by_audience.values() for name in by_name)))
    return Named(tuple(names), figures.by_audience)


def _figures(table: Tabulation) -> dict[str, Figure]:
    """A figure for each row that has a value that may be shown, by the row's key."""
    made: dict[str, Figure] = {}
    taken: set[str] = set()
    for row in table.rows:
        name = f"{KEY}.{table.name}.{_UNNAMED.sub('-', row.key.lower()).strip('-') or 'row'}"
        while name in taken:
            name += "-2"
        taken.add(name)
        if row.value is not None and not row.hidden:
            made[row.key] = from_row(_figure(name, table, row), table, row)
    return made


def _figure(name: str, table: Tabulation, row: TabulationRow) -> Figure:
    return Figure(
        name,
        Decimal(0),
        unit="%" if table.statistic == "share" else "",
        decimals=_decimals(table),
        source=table.source,
        base=Text((Paragraph((Run(f"n = {row.base}", literal="counted with the cell"),)),)),
        label=row.label,
        span=table.span,
    )


def _decimals(table: Tabulation) -> int:
    """One for a mean, none for a share, else as many as the values have; the same for all rows."""
    if table.statistic in _DECIMALS:
        return _DECIMALS[table.statistic]
    values = [row.value for row in table.rows if row.value is not None and not row.hidden]
    return min(max(decimals_of(value.normalize()) for value in values), MOST_DECIMALS)


def _chart(table: Tabulation, cells: dict[str, Figure], hidden: str, span: Span) -> dict[str, Node]:
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
    kept = tuple((key, made.pop(key.text, value)) for key, value in node.entries if key.text != KEY)
    return Mapping((*kept, *((Scalar(key, True, node.span), value) for key, value in made.items())), node.span)


def _mapping(entries: dict[str, Node], span: Span) -> Mapping:
    return Mapping(tuple((Scalar(key, True, span), value) for key, value in entries.items()), span)


def _scalar(said: str, span: Span) -> Scalar:
    return Scalar(said.replace("${", "$${"), False, span, exact=False)


def _reference(figure: Figure, span: Span) -> Scalar:
    return Scalar(f"${{{figure.name}}}", True, span, exact=False)
