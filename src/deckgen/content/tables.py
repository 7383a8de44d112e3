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
from decimal import ROUND_CEILING, Decimal
from typing import Final

from deckgen.content.slides import SlideHead
from deckgen.content.table_rows import Cells, TableRows, row_names
from deckgen.diagnostics import Diagnostics, listed
from deckgen.extensions import BrokenExtensionError
from deckgen.figures.drafts import Tables, from_row
from deckgen.model.data import COEFFICIENTS, Tabulation, TabulationRow
from deckgen.model.drawing import DrawingForm
from deckgen.model.drawing_fields import DrawingFields
from deckgen.model.figure import PER_CENT, Figure, Tabulated
from deckgen.model.kind import Kind, Registry
from deckgen.model.language import Labels, Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import POINTS, Number, decimals_of
from deckgen.model.text import Paragraph, Run, Text
from deckgen.nodes.grammar import slug
from deckgen.nodes.keys import keys_of
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence, Unread
from deckgen.nodes.scalars import meant
from deckgen.nodes.schema import keys, strangers, suggestion

KEY: Final = "table"
FILLED: Final = ("data", "rows")
"""The keys in whose place it stands: which it is depends on the kind."""
COLUMNS: Final = "columns"
"""The heads of a table; where they are left out, groups stand in rows and answers in columns."""
EMPHASIS: Final = "emphasis"
"""The key beside `table` that names the rows of a chart that are the finding."""
_NAMED: Final = re.compile(rf"\$\{{({KEY}\.[^}}|]+)")
_BRACKETS: Final = re.compile(r"[\[\]|\n]")
"""What a literal of the content may not hold."""
_ENDS: Final = (".low", ".high")
"""What the name of a cell's figure goes on with for the ends of the interval around it."""
_WITH_ENDS: Final = 3
"""A value and both ends of its interval."""
_DECIMALS: Final = {"mean": 1, "share": 0, "nps": 0, **dict.fromkeys(COEFFICIENTS, 2)}
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
    cells = (cell for table in wanted for cell in _cells(table, filling.language).figures)
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


def _known(kind: Node | None, filling: _Filling) -> Kind | None:
    """The kind of a slide; None where there is none, or it is broken, which is told where the slide is read."""
    try:
        return filling.registry.kinds.get(kind.text) if isinstance(kind, Scalar) else None
    except BrokenExtensionError:
        return None


def _slide(slide: Node, filling: _Filling) -> tuple[Node, tuple[Figure, ...]]:
    kind = slide.get("kind") if isinstance(slide, Mapping) else None
    known = _known(kind, filling)
    if not isinstance(slide, Mapping) or known is None or KEY in keys(known.fields):
        return slide, ()
    wanted = next((key for key in FILLED if key in keys(known.fields) and key not in keys(SlideHead)), "")
    named = slide.get(KEY)
    if named is None and filling.tables.names and _lacks(wanted, slide, known):
        hint = f"write `{wanted}: …`, or `{KEY}: …` with a tabulation: {listed(filling.tables.names)}"
        filling.diagnostics.error("missing-key", f"`{wanted}` is missing", slide.span, hint)
        return _replaced(slide, {wanted: Unread("", True, slide.span)}), ()
    if not isinstance(named, Scalar):
        return slide, ()
    if wanted and (own := slide.get(wanted)) is not None and not isinstance(own, Unread):
        hint = f"leave one of them out: `{KEY}` fills in what `{wanted}` says"
        said = f"`{wanted}` and `{KEY}` exclude each other"
        filling.diagnostics.error("fields-disagree", said, named.span, hint)
        return _replaced(slide, {wanted: own}), ()
    table = filling.tables.by_name.get(named.text)
    if table is None:
        check_name(named, "tabulation", filling.tables.names, filling.diagnostics)
    if not wanted or slide.get(wanted) is not None:
        return slide, ()
    unread = _replaced(slide, {wanted: Unread("", True, named.span)})
    if table is None:
        return unread, ()
    cells = _cells(table, filling.language)
    if not cells.values:
        _nothing_to_show(table, named, filling.diagnostics)
        return unread, ()
    form = _form(slide.get("drawing"), known, filling.registry)
    can_show_gaps = _can_show_gaps(table, slide.get("chart"), named, filling)
    if not (can_show_gaps and _can_show_pairs(table, wanted, form, named, filling)):
        return unread, cells.of(wanted)
    if wanted == "data" and EMPHASIS not in keys(known.fields):
        _check_emphasis(slide.get(EMPHASIS), table, filling.diagnostics)
    return _filled(slide, named, table, cells, wanted, form, filling.language), cells.of(wanted)


def _form(named: Node | None, kind: Kind, registry: Registry) -> DrawingForm | None:
    """The form of a drawing that a slide names; None where it names none that there is."""
    if issubclass(kind.fields, DrawingFields) and isinstance(named, Scalar):
        return registry.drawings.get(named.text)
    return None


def _lacks(key: str, slide: Mapping, kind: Kind) -> bool:
    """Whether a kind needs a key that a slide does not have, however it is spelt."""
    if slide.get(key) is not None or not any(one.name == key and one.required for one in keys_of(kind.fields)):
        return False
    strange = strangers(slide, (*keys(kind.fields), *keys(SlideHead), "kind"))
    return not any(meant(one, (key, KEY)) for one in strange)


def _check_emphasis(named: Node | None, table: Tabulation, diagnostics: Diagnostics) -> None:
    """Report rows to be emphasised that the table does not have."""
    rows = dict.fromkeys(name for row in table.rows for name in row_names(row))
    for one in _scalars(named):
        if one.text not in rows:
            hint = suggestion(one.text, tuple(dict.fromkeys(row.group or row.key for row in table.rows)), tuple(rows))
            message = f"the tabulation `{table.name}` has no row `{one.text}`"
            diagnostics.error("unknown-row", message, one.span, hint)


def _scalars(named: Node | None) -> tuple[Scalar, ...]:
    """The one name, or those of a list."""
    items = named.items if isinstance(named, Sequence) else (named,)
    return tuple(one for one in items if isinstance(one, Scalar))


def _filled(
    slide: Mapping,
    named: Scalar,
    table: Tabulation,
    cells: Cells,
    wanted: str,
    form: DrawingForm | None,
    language: Language,
) -> Mapping:
    """The slide with the rows of the table under the key that is `wanted`; `form` is that of its drawing."""
    findings = frozenset(one.text for one in _scalars(slide.get(EMPHASIS)))
    labels = language.labels
    rows = TableRows(table, cells, labels.hidden, findings, named.span)
    if wanted != "data":
        is_cross = (table.by or table.battery) and slide.get(COLUMNS) is None
        made = rows.of_cross(labels) if is_cross else rows.of_table()
    elif form is not None:
        made = rows.of_drawing(form)
    else:
        made = rows.of_chart(lambda n: language.respondents(n))
    counted = slide.get("counted")
    notes = [labels.hidden_why] if any(row.hidden for row in table.rows) else []
    if table.confidence and wanted == "data":
        notes += _margin(table, cells, language)
    if table.compared and wanted == "data":
        notes.append(_differences(table, labels))
    if counted is not None and notes:
        made["counted"] = _noted(counted, "; ".join(notes))
    return _replaced(slide, made)


def _margin(table: Tabulation, cells: Cells, language: Language) -> Iterator[str]:
    """How far chance may move any number that is shown, never said as less than it is."""
    ends = [(row.value, *row.interval) for row in table.rows if row.key in cells.values and row.value is not None]
    away = [max(value - low, high - value) for value, low, high in (one for one in ends if len(one) == _WITH_ENDS)]
    if away:
        shown = next(iter(cells.values.values()))
        furthest = max(away).quantize(Decimal(1).scaleb(-shown.decimals), ROUND_CEILING)
        unit = POINTS if shown.unit == PER_CENT else shown.unit
        margin = language.show(Number(furthest, shown.decimals, unit))
        said = language.labels.margin.format(level=_level(table, language), margin=margin)
        yield f"$[{said}|computed of the table]"


def _differences(table: Tabulation, labels: Labels) -> str:
    """Which groups differ by more than chance, answer by answer."""
    said: dict[str, list[str]] = {}
    for row in (row for row in table.rows if row.marks and not row.hidden):
        form = labels.above.format(letter=row.letter, others=", ".join(row.marks))
        said.setdefault(row.heading, []).append(form if row.letter else f"{row.group} {' '.join(row.marks)}")
    told = [f"{answer}: {', '.join(each)}" if answer else ", ".join(each) for answer, each in said.items()]
    return f"$[{_BRACKETS.sub(' ', '; '.join(told) or labels.no_difference)}|computed of the table]"


def _level(table: Tabulation, language: Language) -> str:
    return language.show(Number(table.confidence, decimals_of(table.confidence), PER_CENT))


def _can_show_pairs(
    table: Tabulation, wanted: str, form: DrawingForm | None, named: Scalar, filling: _Filling
) -> bool:
    """Whether what is of two questions stands in a matrix, or in the rows of a table."""
    if table.statistic not in COEFFICIENTS or wanted != "data" or (form and "coefficient" in form.takes):
        return True
    forms = filling.registry.drawings.values()
    able = " or ".join(f"`drawing: {one.name}`" for one in forms if "coefficient" in one.takes)
    message = f"each number of `{table.name}` is of two questions, and belongs to no row alone"
    hint = f"write `kind: drawing` with {able}, or `kind: table`"
    filling.diagnostics.error("pairs-unfit", message, named.span, hint)
    return False


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


def _cells(table: Tabulation, language: Language) -> Cells:
    """A figure for each row that may be shown, and for the ends of its interval, by the row's key."""
    names = cell_names(table)
    values, ends = dict[str, Figure](), dict[str, tuple[Figure, ...]]()
    for row in table.rows:
        if row.value is not None and not row.hidden:
            cell = from_row(_figure(names[row.key], table, row, language), table, row)
            values[row.key] = cell
            ends[row.key] = tuple(_ends(cell, row, language.labels))
    return Cells(values, ends)


def _ends(cell: Figure, row: TabulationRow, labels: Labels) -> Iterator[Figure]:
    """The figures of the ends of the interval around a cell, where it has one."""
    assert isinstance(cell.provenance, Tabulated)
    origin = replace(cell.provenance, end_of=cell.name)
    for end, form, value in zip(_ENDS, (labels.lower_end, labels.upper_end), row.interval, strict=False):
        named, label = cell.name + end, form.format(label=cell.label)
        yield replace(cell, name=named, label=label, value=value, provenance=origin)


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
    n = language.respondents(row.base, row.effective, row.answers)
    return Figure(
        name,
        Decimal(0),
        unit=table.unit,
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
