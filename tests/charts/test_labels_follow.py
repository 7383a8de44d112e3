"""Whoever edits a chart in PowerPoint gets its labels edited too, whatever its form and what is said over it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from test_printed_units import example

from chart_data import ROOM, label
from chart_extremes import CHARTS
from deckgen.layout.panels import settled
from deckgen.model.chart import Plot
from deckgen.model.chart_data import ChartData
from deckgen.model.template import OWN_PAINTS
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.writer.chart import chart_space
from deckgen.powerpoint.writer.chart_workbook import values_reference, workbook
from edited_workbooks import recomputed

SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}
STILL = {"mekko"}
"""Forms with names that stand in no cell: under columns on an axis of days."""

KEPT = {"likert": "H"}
"""Columns with room that does not grow with the values: before what stands off the scale."""


def shown(name: str, drawn: ChartData) -> Plot:
    chart = CHARTS[name]
    assert chart.settle
    return settled(chart.settle, chart.plot(drawn), ROOM)


def doubled(drawn: ChartData) -> ChartData:
    """The same content with every number twice as large."""
    rows = []
    for row in drawn.categories:
        values = tuple(None if value is None else 2 * value for value in row.values)
        told = tuple(
            replace(label(value), number_format=one.number_format)
            for value, one in zip(values, row.shown, strict=True)
        )
        rows.append(replace(row, values=values, shown=told))
    return replace(drawn, categories=tuple(rows))


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_workbook_that_was_edited_computes_what_the_content_would_have_given(name: str) -> None:
    drawn = example(name, "kr.")
    edited = recomputed(workbook(shown(name, drawn)), drawn.series, 2)
    given = recomputed(workbook(shown(name, doubled(drawn))), drawn.series)
    before = recomputed(workbook(shown(name, drawn)), drawn.series)
    bound = {cell for cell in before if not cell.startswith(KEPT.get(name, "-"))}
    assert {cell: edited[cell] for cell in bound} == pytest.approx({cell: given[cell] for cell in bound}, rel=1e-9)
    assert edited != pytest.approx(before)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_every_label_is_bound_to_the_cells_that_it_tells(name: str) -> None:
    plot, chart = shown(name, example(name, "kr.")), CHARTS[name]
    style = Style("da-DK", defaultdict(lambda: OWN_PAINTS["primary"]))
    root = ElementTree.fromstring(chart_space(chart, plot, style))
    assert chart.marks
    marks = [mark for mark in chart.marks(plot, ROOM) if mark.label]
    assert marks
    for mark in marks:
        series = _series(root, mark.series)
        told = _label(series, mark.point)
        field = told.find(".//a:fld", SPACES)
        if field is not None:
            assert field.get("type") == "CELLRANGE" and mark.text == plot.categories[mark.point]
            cells = series.findtext(".//c15:datalabelsRange/c15:f", namespaces=SPACES)
            assert cells == values_reference(-1, len(plot.categories))
        elif told.find("c:tx", SPACES) is not None:
            assert name in STILL and mark.text in plot.series[mark.series].labels.words
        else:
            shows = {what: _value(told, f"c:show{what}") == "1" for what in ("Val", "SerName")}
            assert told.find("c:delete", SPACES) is None and any(shows.values())
            own = plot.series[mark.series]
            assert shows["SerName"] == (own.labels.say == "series" or mark.point in own.named)
            assert shows["Val"] or not any(map(str.isdigit, mark.text))


def _series(root: ElementTree.Element, index: int) -> ElementTree.Element:
    (found,) = (one for one in root.iterfind(".//c:ser", SPACES) if _value(one, "c:idx") == str(index))
    return found


def _label(series: ElementTree.Element, point: int) -> ElementTree.Element:
    """The label of a mark, else that of all marks of the series."""
    every = series.find("c:dLbls", SPACES)
    assert every is not None
    return next((one for one in every.iterfind("c:dLbl", SPACES) if _value(one, "c:idx") == str(point)), every)


def _value(element: ElementTree.Element, path: str) -> str | None:
    found = element.find(path, SPACES)
    return None if found is None else found.get("val")
