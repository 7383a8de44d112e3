"""What annotations of a chart say: numbers worked out of its values, in the deck's language, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import deckgen
import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.chart_fields import ChartFields
from deckgen.model.frames import ChartItem, Frame, GroupItem, ShapeItem, TextItem

HEAD = "id: a.chart\nkind: chart\ntitle: Tallene bevæger sig\n"
ONE = """\
chart: {chart}
counted: {counted}
ordered: true
data:
  - {{label: "2019", value: {values[0]}}}
  - {{label: "2021", value: {values[1]}}}
  - {{label: "2023", value: {values[2]}}}
annotate:
  - {asked}
"""
TWO = """\
chart: {chart}
counted: Antal
ordered: true
series: [Nye, Gamle]
data:
  - {{label: Nord, value: [4, 6]}}
  - {{label: Syd, value: [5, 8]}}
  - {{label: Øst, value: [1, 2]}}
annotate:
  - {asked}
"""


GROWTH = 'growth-per-year: {from: "2019", to: "2023"}'


def planned(folder: Path, body: str, figures: str = gallery.FIGURES) -> ChartFields:
    """The fields of the slide as the plan has them."""
    diagnostics = Diagnostics()
    loaded = pipeline.load(gallery.write(folder, {"a.chart": HEAD + body}, figures), gallery.BRAND, diagnostics)
    assert loaded and not diagnostics.has_errors, [str(one) for one in diagnostics]
    (slide,) = pipeline.plan_deck(loaded, "gallery", diagnostics).slides
    assert isinstance(slide.fields, ChartFields)
    return slide.fields


def said(fields: ChartFields) -> list[str]:
    """What the annotations read; of a line its name and its number."""
    return [
        f"{one.text.plain} {one.line.shown}" if one.line else one.text.plain.replace("\u00a0", " ")
        for one in fields.annotate
    ]


def refused(slide: str, folder: Path) -> list[Diagnostic]:
    """The errors of a deck with that slide."""
    found = deckgen.check(gallery.write(folder, {"a.chart": slide}), brand=gallery.BRAND).diagnostics
    return [one for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    ("values", "counted", "asked", "wanted"),
    [
        ((210, 310, 375), "Antal", 'difference: {from: "2019", to: "2023"}', "+165"),
        ((375, 310, 210), "Antal", 'difference: {from: "2019", to: "2023"}', "−165"),
        ((1500, 2000, 2750), "Antal", 'difference: {from: "2019", to: "2023"}', "+1.250"),
        ((1.5, 2, 2.25), "Antal", 'difference: {from: "2019", to: "2023"}', "+0,75"),
        ((41, 45, 52), "Andel i procent", 'difference: {from: "2019", to: "2023"}', "+11 procentpoint"),
        ((210, 310, 375), "Antal", GROWTH, "+15,6 % om året"),
        ((375, 310, 210), "Antal", GROWTH, "−13,5 % om året"),
        ((41, 45, 52), "Andel i procent", GROWTH, "+2,8 procentpoint om året"),
        ((210, 310, 375), "Antal", "line: average", "Gennemsnit 298"),
        ((4, 5, 9), "Antal", "line: median", "Median 5"),
        ((3, 4, 4), "Antal", "line: average", "Gennemsnit 3,7"),
        ((4, 5, 9), "Antal", "line: 6", "Mål 6"),
        ((4, 5, 9), "Antal", '{bracket: ["2019", "2021"], sum: true, text: Tilsammen}', "Tilsammen 9"),
        ((4, 5, 9), "Antal", '{difference: {from: "2019", to: "2021"}, text: på to år}', "+1 på to år"),
        ((4, "–", 9), "Antal", "line: average", "Gennemsnit 6,5"),
        ((1, 2, 999999999999999), "Antal", GROWTH, "+562.241,3 % om året"),
        ((21.5, 4, -8), "Antal", "line: average", "Gennemsnit 5,8"),
        (
            (41.5, 45, 52),
            "Andel i procent",
            'growth-per-year: {from: "2019", to: "2023"}',
            "+2,6 procentpoint om året",
        ),
    ],
)
def test_the_number_is_worked_out_of_the_values(
    values: tuple[Any, ...], counted: str, asked: str, wanted: str, tmp_path: Path
) -> None:
    fields = planned(tmp_path, ONE.format(chart="column", counted=counted, values=values, asked=asked))
    assert said(fields) == [wanted]


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("%", ["+11 procentpoint", "Mål 60\u00a0%"]),
        ("kr.", ["+11 kr.", "Mål 60\u00a0kr."]),
        ("klynger", ["+11", "Mål 60"]),
    ],
)
def test_it_has_the_unit_of_the_figures_that_it_is_made_of(unit: str, wanted: list[str], tmp_path: Path) -> None:
    figures = "".join(
        f'{name}: {{value: {value}, unit: "{unit}", source: survey, label: Tal}}\n'
        for name, value in (("before", 41), ("after", 52))
    )
    body = ONE.format(
        chart="bar",
        counted="Antal",
        values=('"${before}"', 40, '"${after}"'),
        asked='difference: {from: "2019", to: "2023"}\n  - line: 60',
    ).replace("value: 40", 'value: "${before}"')
    assert said(planned(tmp_path, body, figures)) == wanted


def test_in_a_stack_it_is_of_what_the_parts_come_to_and_elsewhere_of_the_series_that_is_named(tmp_path: Path) -> None:
    stacked = planned(tmp_path / "one", TWO.format(chart="stacked_column", asked="difference: {from: Nord, to: Syd}"))
    assert said(stacked) == ["+3"]
    average = planned(tmp_path / "two", TWO.format(chart="stacked_column", asked="line: average"))
    assert said(average) == ["Gennemsnit 8,7", "I alt"], "what it is the average of is shown too"
    asked = "{bracket: [Nord, Syd], sum: true, series: Gamle}"
    assert said(planned(tmp_path / "sum", TWO.format(chart="clustered_bar", asked=asked))) == ["14"]
    asked = "{difference: {from: Nord, to: Syd}, series: Gamle}"
    assert said(planned(tmp_path / "three", TWO.format(chart="clustered_bar", asked=asked))) == ["+2"]


@pytest.mark.parametrize(
    ("chart", "asked", "message", "column"),
    [
        ("column", 'difference: {from: "2018", to: "2023"}', "the chart has no row `2018`", 25),
        ("column", '{difference: {from: "2019", to: "2021"}, line: 4}', "an annotation draws one thing", 5),
        ("column", "text: Noget", "an annotation draws something", 5),
        ("column", 'callout: "2021"', "`callout` says something", 5),
        ("column", 'bracket: ["2021"]\n    text: En', "a bracket is over two rows or more", 16),
        ("column", "totals: true", "`totals` means nothing in a chart of the type `column`", 5),
        ("box", "line: average", "`average` means nothing in a chart of the type `box`", 11),
        ("bar", 'growth-per-year: {from: "2019", to: "2021"}', "`growth-per-year` means nothing in a chart", 5),
        ("column", 'growth-per-year: {from: "2023", to: "2019"}', "growth per year is from one year to a later", 30),
        ("column", 'difference: {from: "2019", to: "2019"}', "`2019` is named twice", 37),
        ("column", "{line: average, series: Nord}", "the chart has no series `Nord`", 29),
        ("column", "{line: 4, series: Nord}", "`series` means nothing beside `line`", 23),
        ("column", "{line: 4, sum: true}", "`sum` stands beside `bracket`", 20),
        ("column", "line: averag", "`averag` is not possible here", 11),
        ("column", 'difference: {from: "2019"}', "`to` is missing", 17),
    ],
)
def test_a_mistake_is_told_at_its_place(chart: str, asked: str, message: str, column: int, tmp_path: Path) -> None:
    slide = HEAD + ONE.format(chart=chart, counted="Antal", values=(4, 5, 9), asked=asked)
    errors = refused(slide, tmp_path)
    assert [one.message.startswith(message) for one in errors] == [True], [str(one) for one in errors]
    (error,) = errors
    assert error.hint and (error.span.line, error.span.column) == (13, column + 4)


@pytest.mark.parametrize(
    ("values", "asked", "message"),
    [
        ((4, 5, "–"), 'difference: {from: "2019", to: "2023"}', "the value of `2023` is missing"),
        ((-4, 5, 6), GROWTH, "growth per year is of numbers above zero"),
    ],
)
def test_of_what_is_missing_or_below_zero_nothing_is_worked_out(
    values: tuple[Any, ...], asked: str, message: str, tmp_path: Path
) -> None:
    slide = HEAD + ONE.format(chart="column", counted="Antal", values=values, asked=asked)
    assert [one.message for one in refused(slide, tmp_path)] == [message]


@pytest.mark.parametrize(
    ("chart", "asked", "message"),
    [
        ("clustered_column", "line: average", "the chart has several series"),
        ("clustered_bar", "{bracket: [Nord, Syd], sum: true}", "the chart has several series"),
        ("stacked_bar", "{line: average, series: Nye}", "annotations of this chart are about whole rows"),
    ],
)
def test_which_of_several_series_is_meant_has_to_be_clear(
    chart: str, asked: str, message: str, tmp_path: Path
) -> None:
    found = refused(HEAD + TWO.format(chart=chart, asked=asked), tmp_path)
    assert [one.message for one in found] == [message]


def test_growth_has_a_number_however_much_it_is(tmp_path: Path) -> None:
    asked = 'growth-per-year: {from: "2022", to: "2023"}'
    body = ONE.format(chart="column", counted="Antal", values=(1, "0.0000000001", 10**14), asked=asked)
    (told,) = said(planned(tmp_path, body.replace('"2021"', '"2022"')))
    assert told.startswith("+99.999.999.999.999.999.999.999.900,0")


def test_a_line_is_drawn_at_no_number_that_is_known_in_words_only(tmp_path: Path) -> None:
    figures = "some: {value: 7, wording: over halvdelen, source: survey, label: Mål}\n"
    body = HEAD + ONE.format(chart="column", counted="Antal", values=(4, 5, 9), asked='line: "${some}"')
    found = deckgen.check(gallery.write(tmp_path, {"a.chart": body}, figures), brand=gallery.BRAND).diagnostics
    assert [one.code for one in found if one.severity == "error"] == ["inexact-value"]


def test_an_annotation_may_be_for_one_audience_alone(tmp_path: Path) -> None:
    asked = '{for: directorate, callout: "2021", text: Kun for direktionen}\n  - line: average'
    body = ONE.format(chart="column", counted="Antal", values=(4, 5, 9), asked=asked)
    folder = gallery.write(tmp_path, {"a.chart": HEAD + body})
    project = gallery.PROJECT.replace("  - board\n", "  - board\n  - directorate\n")
    (folder / "project.yaml").write_text(project, encoding="utf-8")
    loaded = pipeline.load(folder, gallery.BRAND, Diagnostics())
    assert loaded
    kept = {name: loaded.contents[name].slides["a.chart"].fields.annotate for name in ("board", "directorate")}
    assert [len(kept["board"]), len(kept["directorate"])] == [1, 2]


DATA = """\
datasets:
  s: {file: s.csv, source: survey, columns: {q: {type: single, options: {1: Ja, 2: Nej, 3: Ved ikke, 4: Måske}}}}
tabulations:
  q: {data: s, question: q, statistic: count}
"""
SURVEY = "id;q\n" + "".join(f"{at};{answer}\n" for at, answer in enumerate("1" * 41 + "2" * 23 + "3" * 7 + "4"))
"""41, 23, 7 and 1: the 1 is small, and 7 would give it back."""


def test_nothing_gives_a_hidden_cell_back(tmp_path: Path) -> None:
    """Neither a difference to it, nor an average of all, nor a sum; what is said of the rows that are shown stays."""
    asked = (
        "difference: {from: Ja, to: Måske}\n  - line: average\n"
        "  - {bracket: [Ved ikke, Måske], sum: true, text: Resten}\n"
        "  - difference: {from: Ja, to: Nej}\n  - {callout: Ved ikke, text: Her ved man ikke}"
    )
    body = f"chart: bar\ncounted: Antal, n = 72\ntable: q\nannotate:\n  - {asked}\n"
    folder = gallery.write(tmp_path / "content", {"a.chart": HEAD + body})
    (folder / "s.csv").write_text(SURVEY, encoding="utf-8")
    (folder / "data.yaml").write_text(DATA, encoding="utf-8")
    built = deckgen.build(folder, brand=gallery.BRAND, output=tmp_path)
    hidden = [one for one in built.diagnostics if one.code == "annotation-hidden"]
    assert [one.message.split("`")[1] for one in hidden] == ["difference", "line", "bracket"]
    shown = " ".join(texts(built.frames["gallery"].frames[0]))
    assert "−18" in shown and "Her ved man ikke" in shown and "Resten" not in shown
    with zipfile.ZipFile(built.files[0]) as file:
        chart = file.read("ppt/charts/chart1.xml").decode()
        (book,) = (name for name in file.namelist() if name.endswith(".xlsx"))
        cells = openpyxl.load_workbook(io.BytesIO(file.read(book))).active
    assert "<c:v>7</c:v>" not in chart and "<c:v>18</c:v>" not in chart
    assert {row[1].value for row in cells.iter_rows(min_row=2)} == {41, 23, None}


def texts(frame: Frame) -> list[str]:
    groups = [item for item in frame.items if isinstance(item, GroupItem)]
    return [
        part.plain
        for one in groups
        for item in one.children
        if isinstance(item, TextItem)
        for part in item.paragraphs
    ]


def test_what_is_said_over_a_chart_is_one_group_behind_it_and_tells_itself(tmp_path: Path) -> None:
    asked = 'difference: {from: "2019", to: "2023"}\n  - {band: {from: "2021", to: "2023"}, text: Ny aftale}'
    frame = gallery.frame_of(
        HEAD + ONE.format(chart="column", counted="Antal", values=(4, 5, 9), asked=asked), tmp_path
    )
    names = [type(item).__name__ for item in frame.items]
    at = names.index("ChartItem")
    assert names[at - 1] == "ShapeItem" and names[at + 1] == "GroupItem", "a band lies behind the marks"
    group = frame.items[at + 1]
    assert isinstance(group, GroupItem) and group.alt == "2019 – 2023: +5; 2021 – 2023: Ny aftale"
    heads = [item for item in group.children if isinstance(item, ShapeItem) and item.arrow]
    assert [item.arrow for item in heads] == ["right"], "it has one head, at the mark that it leads to"


def test_a_chart_tells_its_levels_and_its_totals(tmp_path: Path) -> None:
    frame = gallery.frame_of(HEAD + TWO.format(chart="stacked_column", asked="line: average"), tmp_path)
    (chart,) = (item for item in frame.items if isinstance(item, ChartItem))
    assert chart.alt.endswith("Gennemsnit: 8,7; I alt: Nord 10, Syd 13, Øst 3")


@pytest.mark.parametrize(
    "asked",
    [
        '{callout: "2021", text: "' + "Her sker der meget, som skal forklares nøje. " * 9 + '"}',
        '{line: average, text: "' + "Gennemsnittet af alle årene tilsammen og hver for sig " * 3 + '"}',
    ],
)
def test_what_has_no_room_is_an_error_at_its_place(asked: str, tmp_path: Path) -> None:
    slide = HEAD + ONE.format(chart="column", counted="Antal", values=(4, 5, 9), asked=asked)
    errors = refused(slide, tmp_path)
    assert [(one.code, one.span.line) for one in errors] == [("annotation-no-room", 13)]


def test_the_file_is_valid_and_its_lines_reach_from_edge_to_edge(tmp_path: Path, validate: Any) -> None:
    slides = {
        f"a.{chart.replace('_', '-')}": HEAD.replace("a.chart", f"a.{chart.replace('_', '-')}").replace(
            "Tallene", f"{number} tal"
        )
        + TWO.format(chart=chart, asked=asked)
        for number, (chart, asked) in enumerate(
            {
                "stacked_column": "line: average\n  - {callout: Syd, text: Her}",
                "clustered_column": "{line: median, series: Nye}\n  - {line: 7, text: Loftet}",
                "line": "{line: 5, text: Loftet}\n  - {bracket: [Nord, Syd], text: Begge}",
                "clustered_bar": "{line: 5, text: Loftet}\n  - {band: {from: Nord, to: Syd}, text: Begge}",
            }.items()
        )
    }
    built = deckgen.build(gallery.write(tmp_path / "content", slides), brand=gallery.BRAND, output=tmp_path)
    assert built.ok, [str(one) for one in built.diagnostics]
    assert validate(built.files[0]) == []
    with zipfile.ZipFile(built.files[0]) as file:
        charts = [file.read(f"ppt/charts/chart{at}.xml").decode() for at in range(1, 5)]
    assert [one.count("<c:trendline>") for one in charts] == [1, 2, 1, 0], "no series goes across bars that lie"
    for one in charts[:3]:
        assert '<c:forward val="0.5"/><c:backward val="0.5"/>' in one
        assert one.index("<c:trendline>") < one.index("<c:catAx>")


RING = """\
chart: doughnut
counted: {counted}
data:
  - {{label: Nord, value: {values[0]}}}
  - {{label: Syd, value: {values[1]}}}
  - {{label: Øst, value: {values[2]}}}
annotate:
  - totals: true
"""


@pytest.mark.parametrize(
    ("values", "wanted"), [((12, 7, 5), "24 I alt"), ((1_400, 900, 20), "2.320 I alt"), ((1.5, 2, 0.5), "4,0 I alt")]
)
def test_a_ring_says_what_it_comes_to_in_its_hole(values: Any, wanted: str, tmp_path: Path) -> None:
    frame = gallery.frame_of(HEAD + RING.format(values=values, counted="Antal"), tmp_path)
    (chart,) = (item for item in frame.items if isinstance(item, ChartItem))
    (group,) = (item for item in frame.items if isinstance(item, GroupItem))
    (total,) = group.children
    assert isinstance(total, TextItem) and group.alt == wanted
    hole = chart.plot.inner
    assert hole is not None
    ring = [chart.box.x + hole.middle[0] * chart.box.width, chart.box.y + hole.middle[1] * chart.box.height]
    middle = [total.box.x + total.box.width / 2, total.box.y + total.box.height / 2]
    assert [round(one / 1000) for one in ring] == [round(one / 1000) for one in middle]


POINTS = """\
chart: scatter
counted: Klynger
series: [Medlemmer, Ansatte]
data:
  - {{label: Nord, value: [412, 31]}}
  - {{label: Syd, value: [375, 27]}}
  - {{label: Øst, value: [290, 8]}}
annotate:
  - {asked}
"""


def test_an_average_over_points_is_one_of_the_axis_that_goes_up(tmp_path: Path) -> None:
    right = POINTS.format(asked="{line: average, series: Ansatte}")
    assert said(planned(tmp_path / "right", right)) == ["Gennemsnit 22"]
    for at, asked in enumerate(("line: average", "{line: median, series: Medlemmer}")):
        (fault,) = gallery.found(HEAD + POINTS.format(asked=asked), tmp_path / f"{at}")
        assert fault.message == "a line across goes at values of the axis that goes up"
        assert fault.hint == "write `series: Ansatte` beside it"
