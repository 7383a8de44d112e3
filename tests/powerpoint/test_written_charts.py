"""Native charts and the workbooks inside them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from powerpoint_sample import NBSP, PLOTS, TYPES, series
from powerpoint_written import Written, every, find, write_full

from deckgen.locale import language
from deckgen.model.chart import Labels, Plot, Series
from deckgen.model.chart_data import Category, Label, labels
from deckgen.model.number import Number
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.writer.chart import chart_space
from deckgen.powerpoint.writer.chart_workbook import column, workbook

FORMS = list(PLOTS)
DANISH = language("da")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_full(tmp_path_factory.mktemp("written"))


def drawn(name: str, plot: Plot | None = None) -> ElementTree.Element:
    """The chart part of a plot, or of another one of the same chart type."""
    return ElementTree.fromstring(chart_space(TYPES[name], plot or PLOTS[name], Style("da-DK")))


def sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))["Data"]


def cells(page: Any, reference: str) -> list[Any]:
    """The values that a reference such as Data!$A$2:$A$5 names."""
    name, area = reference.replace("$", "").split("!")
    assert name == "Data"
    found = page[area]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.parametrize("at", range(len(FORMS)), ids=FORMS)
def test_what_is_drawn_is_what_the_workbook_holds(written: Written, at: int) -> None:
    name = written.chart(f"diagram.{at}")
    root = written.xml(name)
    embedded = [found for found in written.related(name).values() if found.kind == "package"]
    page = sheet(written.parts[embedded[0].target])
    assert find(root, "c:externalData").get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    references = every(root, "c:strRef") + every(root, "c:numRef")
    assert len(references) == 3 * len(PLOTS[FORMS[at]].series)
    for reference in references:
        cached: list[Any] = [None] * int(find(reference, ".//c:ptCount").get("val", ""))
        for point in every(reference, "c:pt"):
            text = find(point, "c:v").text or ""
            cached[int(point.get("idx", ""))] = text if reference.tag.endswith("strRef") else float(text)
        assert cells(page, find(reference, "c:f").text or "") == cached
    assert (page.max_row, page.max_column) == (len(PLOTS[FORMS[at]].categories) + 1, len(PLOTS[FORMS[at]].series) + 1)


def test_a_category_that_looks_like_a_formula_stays_text(written: Written) -> None:
    name = written.chart("diagram.0")
    page = sheet(written.parts[next(iter(written.related(name).values())).target])
    assert page["A5"].value == '=HYPERLINK("http://x.dk")' and page["A5"].data_type in ("s", "inlineStr")
    assert b"<f>" not in workbook(PLOTS["bar"])


def test_a_workbook_is_valid_by_itself(tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(workbook(PLOTS["stacked bar"]))
    assert validate(path) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_workbook_has_a_table_over_its_cells_and_shares_its_texts(form: str) -> None:
    data, plot = workbook(PLOTS[form]), PLOTS[form]
    page = sheet(data)
    (table,) = page.tables.values()
    assert table.ref == page.dimensions
    heads = [cell.value for cell in page[1]]
    assert [one.name for one in table.tableColumns] == heads == [" ", *(one.name for one in plot.series)]
    assert b"inlineStr" not in data and data.count(b"<si>") == len({*heads, *plot.categories})


def test_a_table_has_no_two_columns_of_one_name_and_none_without(
    tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    plot = Plot(("_x0041_", ""), (series('A "<" B', 1, 2), series('a "<" b', 3, 4), series("", 5, 6)))
    heads = [cell.value for cell in sheet(workbook(plot))[1]]
    assert all(heads) and len({head.casefold() for head in heads}) == len(heads) == 4
    path = tmp_path / "data.xlsx"
    path.write_bytes(workbook(plot))
    assert validate(path) == []


def test_another_program_reads_the_names_of_rows_and_series(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(workbook(PLOTS["line"]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    said = (tmp_path / "data.csv").read_text(encoding="utf-8").splitlines()
    assert said == [" ,Omsætning", "2019,10", "2020,14", "2021,21", "2022,25"]


def test_columns_go_on_after_z() -> None:
    assert [column(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


LEGAL = {
    "clustered": {"outEnd", "ctr", "inEnd", "inBase"},
    "stacked": {"ctr", "inEnd", "inBase"},
    "percentStacked": {"ctr", "inEnd", "inBase"},
    "standard": {"t", "ctr", "b", "l", "r"},
}
"""Where labels may stand, by grouping; PowerPoint calls a file broken where one stands elsewhere."""


@pytest.mark.parametrize("form", FORMS)
def test_labels_stand_only_where_the_form_allows(form: str) -> None:
    root = drawn(form)
    found = {place.get("val") for place in every(root, "c:dLblPos")}
    if form == "doughnut":
        assert not found and find(root, ".//c:dLbls/c:showLeaderLines").get("val") == "0"
        return
    assert len(found) == 1 and found <= LEGAL[find(root, ".//c:grouping").get("val") or ""]


@pytest.mark.parametrize("form", ["line", "column", "bar"])
def test_dates_are_names_of_rows_and_stand_at_the_edge_also_where_values_are_below_zero(form: str) -> None:
    names = ("2024-01-01", "2024-01-08", "2024-03-01")
    root = drawn(form, Plot(names, (Series("s", tuple(map(Decimal, (12, -8, 0))), "primary"),)))
    assert [cell.text for cell in every(root, "c:cat/c:strRef/c:strCache/c:pt/c:v")] == list(names)
    assert not every(root, "c:dateAx") and find(root, ".//c:catAx/c:auto").get("val") == "0"
    assert find(root, ".//c:catAx/c:tickLblPos").get("val") == "low"
    assert [cell.text for cell in every(root, "c:val/c:numRef/c:numCache/c:pt/c:v")] == ["12", "-8", "0"]


def test_a_value_with_a_format_of_its_own_has_it_on_its_label_in_the_cache_and_in_its_cell() -> None:
    root, code = drawn("bar"), f'"mindst{NBSP}"#,##0'
    own = {find(label, "c:idx").get("val"): label for label in every(root, "c:dLbl")}
    assert set(own) == {"1", "3"}
    assert find(own["1"], "c:numFmt").get("formatCode") == code and not every(own["1"], "a:t")
    cached = find(root, ".//c:numCache")
    assert [point.get("formatCode") for point in every(cached, "c:pt")] == [None, code, None, None]
    page = sheet(workbook(PLOTS["bar"]))
    assert [page[cell].number_format for cell in ("B2", "B3", "B4")] == ["#,##0", code, "#,##0"]
    assert find(root, ".//c:dLbls/c:showVal").get("val") == "1"


def test_only_a_label_in_words_is_text() -> None:
    own = every(drawn("bar"), "c:dLbl")
    assert [text.text for label in own for text in every(label, "a:t")] == ["femogfirs"]


def label(number: Number) -> Label:
    assert DANISH is not None
    return Label(DANISH.show(number), DANISH.numbers.format(number))


def labelled(*numbers: Number, hide_zero: bool = False) -> Labels:
    rows = tuple(Category(str(at), (one.value,), (label(one),)) for at, one in enumerate(numbers))
    return labels(rows, 0, hide_zero)


def test_a_series_has_the_format_of_most_of_its_values_and_the_others_their_own() -> None:
    plain, least = Number(Decimal(4)), Number(Decimal(5), qualifier="minimum")
    made = labelled(plain, least, plain)
    assert (made.code(0), made.code(2), made.words) == (made.series, made.series, ())
    assert made.code(1) != made.series and f'"mindst{NBSP}"#,##0' in made.code(1)


def test_what_is_said_in_words_stays_a_word() -> None:
    made = labelled(Number(Decimal(7), format="words"), Number(Decimal(13), format="words"))
    assert made.words == ("syv", "") and made.code(1).endswith("0")
    assert labelled(Number(Decimal(75), wording="over tre fjerdedele")).words == ("over tre fjerdedele",)


def test_a_label_has_the_colour_of_its_point() -> None:
    ring = drawn("doughnut")
    colors = [find(label, "c:txPr//a:schemeClr").get("val") for label in every(ring, "c:dLbl")]
    assert (colors, find(ring, ".//c:dLbls/c:txPr//a:schemeClr").get("val")) == (["tx1"], "bg1")
    numbers = replace(PLOTS["bar"].series[0], labels=Labels("0"), label_colors=("foreground", "accent"))
    own = every(drawn("bar", replace(PLOTS["bar"], series=(numbers,))), "c:dLbl")
    assert len(own) == 1 and find(own[0], "c:txPr//a:schemeClr").get("val") == "accent2"


def test_an_emphasised_bar_has_a_colour_of_its_own() -> None:
    points = every(drawn("bar"), "c:dPt")
    assert [find(point, "c:idx").get("val") for point in points] == ["1"]
    assert find(points[0], "c:spPr/a:solidFill/a:schemeClr").get("val") == "accent2"


@pytest.mark.parametrize("form", [form for form in FORMS if form != "doughnut"])
def test_axes_are_quiet(form: str) -> None:
    root = drawn(form)
    assert find(root, ".//c:valAx/c:delete").get("val") == "1"
    assert find(root, ".//c:valAx/c:scaling/c:min").get("val") == "0"
    assert find(root, ".//c:catAx/c:majorTickMark").get("val") == "none"
    assert not every(root, "c:majorGridlines") and not every(root, "c:title")


@pytest.mark.parametrize("form", [form for form in FORMS if form != "doughnut"])
def test_names_of_rows_lie_flat_whatever_room_a_program_finds(form: str) -> None:
    (axis,) = (one for one in drawn(form).iter() if one.tag.rpartition("}")[2] in ("catAx", "dateAx"))
    (body,) = (one for one in axis.iter() if one.tag.endswith("}bodyPr"))
    assert body.get("rot") == "0"


def test_a_bar_chart_reads_from_the_top() -> None:
    root = drawn("bar")
    assert find(root, ".//c:catAx/c:scaling/c:orientation").get("val") == "maxMin"
    assert find(drawn("column"), ".//c:catAx/c:scaling/c:orientation").get("val") == "minMax"


def test_values_below_zero_are_not_cut_off() -> None:
    assert not every(drawn("column", replace(PLOTS["column"], series=(series("Fald", -3, 1, 2, 3),))), "c:min")


def test_stacks_overlap_wholly_and_bars_keep_their_gap() -> None:
    stacked, plain = drawn("stacked bar"), drawn("bar")
    assert find(stacked, ".//c:overlap").get("val") == "100" and find(plain, ".//c:overlap").get("val") == "0"
    assert find(plain, ".//c:gapWidth").get("val") == "50"


def test_legend_stands_beside_the_plot_or_not_at_all() -> None:
    assert find(drawn("stacked bar"), ".//c:legendPos").get("val") == "t"
    assert find(drawn("doughnut"), ".//c:legend/c:overlay").get("val") == "0"
    assert not every(drawn("bar"), "c:legend")


@pytest.mark.parametrize("value", [None, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_a_gap(value: Decimal | None) -> None:
    holed = replace(PLOTS["column"].series[0], values=(Decimal("1E+3"), value, Decimal("0.50"), Decimal(2)))
    plot = replace(PLOTS["column"], series=(holed,))
    points = every(find(drawn("column", plot), ".//c:val"), "c:pt")
    assert [(point.get("idx"), find(point, "c:v").text) for point in points] == [
        ("0", "1000"),
        ("2", "0.50"),
        ("3", "2"),
    ]
    assert sheet(workbook(plot))["B3"].value is None


def test_a_workbook_is_the_same_every_time() -> None:
    assert workbook(PLOTS["line"]) == workbook(PLOTS["line"])
