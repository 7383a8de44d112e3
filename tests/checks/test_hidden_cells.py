"""A chart and a table that a tabulation feeds show that a cell is hidden, and their files do not hold it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import planted
import pytest
from planted import codes, found_in

from deckgen.checks import Subject
from deckgen.checks.text.file_text import readable

pytestmark = pytest.mark.usefixtures("rules_said")

DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    columns:
      q: {type: single, options: {1: Ja, 2: Nej, 3: Ved ikke, 4: Måske}}
      g: {type: single, options: {n: Nord, s: Syd}}
tabulations:
  q: {data: s, question: q, statistic: count}
  by: {data: s, question: q, statistic: count, by: g}
"""
SURVEY = "id;q;g\n" + "".join(
    f"{at};{answer};{'ns'[at % 2]}\n" for at, answer in enumerate("1" * 41 + "2" * 23 + "3" * 7 + "4")
)
"""41, 23, 7 and 1: the 1 is small, and 7 would give it back."""

CHART = """\
  - id: survey.presence
    kind: chart
    title: De fleste svarer ja
    chart: {chart}
    counted: Antal klynger, n = 72
    table: {table}
    minutes: 5
"""
TABLE = """\
  - id: survey.presence
    kind: table
    title: De fleste svarer ja
    columns: [Svar, Antal]
    table: q
    minutes: 5
"""


def made(folder: Path, slide: str, data: str = DATA) -> Subject:
    folder.mkdir(exist_ok=True)
    (folder / "s.csv").write_text(SURVEY, encoding="utf-8")
    return planted.subject(folder, presence=slide, data=data, **UNUSED)


UNUSED = {
    "project": planted.PROJECT + "check: {ignore: [unused-figure, bare-number, chart-without-base, form-unfit]}\n"
}


def sheet(subject: Subject) -> list[tuple[object, ...]]:
    (name,) = [name for name in subject.parts if name.endswith(".xlsx")]
    return list(openpyxl.load_workbook(io.BytesIO(subject.parts[name])).active.iter_rows(values_only=True))


@pytest.mark.parametrize("chart", ["bar", "column", "line"])
def test_a_chart_has_a_gap_and_says_so_and_its_workbook_has_nothing(tmp_path: Path, chart: str) -> None:
    subject = made(tmp_path, CHART.format(chart=chart, table="q"))
    assert codes(subject) == set()
    rows = {row[0]: row[1] for row in sheet(subject)[1:]}
    assert rows == {"Ja": 41, "Nej": 23, "Ved ikke (skjult)": None, "Måske (skjult)": None}
    (xml,) = [data.decode() for name, data in subject.parts.items() if name.startswith("ppt/charts/chart")]
    assert "<c:v>7</c:v>" not in xml and "<c:v>1</c:v>" not in xml
    said = dict(readable(subject.parts))
    slide = next(text for name, text in said.items() if "ved ikke (skjult): skjult" in text)
    assert "skjult: for få svar" in slide


def test_a_table_says_that_a_cell_is_hidden(tmp_path: Path) -> None:
    subject = made(tmp_path, TABLE)
    assert codes(subject) == set()
    slide = next(text for text in dict(readable(subject.parts)).values() if "ved ikke" in text)
    assert "ved ikke\nskjult" in slide and "måske\nskjult" in slide and "\n41" in slide and "\n7\n" not in slide


def test_a_number_in_the_note_of_a_dataset_stands_unbound_as_anywhere(tmp_path: Path) -> None:
    """The note stands on the sources slide and in the notes of every slide that shows one of its numbers."""
    project = planted.PROJECT + "check: {ignore: [unused-figure, chart-without-base]}\n"
    data = DATA.replace("source: survey\n", "source: survey\n    note: Svarene dækker 98 % af klyngerne.\n")
    (tmp_path / "s.csv").write_text(SURVEY, encoding="utf-8")
    slide = TABLE.replace("title:", "notes: Tallene er fra i år.\n    title:")
    found = found_in(planted.subject(tmp_path, presence=slide, data=data, project=project))
    (only,) = found
    assert (only.code, Path(only.span.file).name) == ("bare-number", "data.yaml") and "98 %" in only.message
    assert "literals" in only.hint


def test_over_groups_the_gap_is_in_the_series_of_the_answer(tmp_path: Path) -> None:
    subject = made(tmp_path, CHART.format(chart="line", table="by"))
    head, *rows = sheet(subject)
    assert head[1:] == ("Ja", "Nej", "Ved ikke", "Måske")
    assert [row[0] for row in rows] == ["Nord (skjult)", "Syd (skjult)"]
    assert {row[4] for row in rows} == {None}


def test_panels_have_a_gap_each_and_say_so(tmp_path: Path) -> None:
    slide = CHART.replace("kind: chart", "kind: small_multiples").format(chart="column", table="by")
    subject = made(tmp_path, slide)
    assert codes(subject) == set()
    books = [data for name, data in sorted(subject.parts.items()) if name.endswith(".xlsx")]
    sheets = [list(openpyxl.load_workbook(io.BytesIO(one)).active.iter_rows(values_only=True)) for one in books]
    assert [sheet[0][1] for sheet in sheets] == ["Nord (skjult)", "Syd (skjult)"]
    told = [{row[0] for row in sheet[1:] if row[1] is None} for sheet in sheets]
    assert all({"Ved ikke", "Måske"} <= gaps for gaps in told) and not any("Ja" in gaps for gaps in told)


def test_a_figure_bound_to_a_small_cell_is_an_error_and_one_that_gives_it_back_too(tmp_path: Path) -> None:
    for row, wanted in (("Måske", {"small-cell"}), ("Ja", set())):
        figures = planted.FIGURES + f"bound: {{from: q/{row}, label: Svar, source: survey}}\n"
        slide = planted.PRESENCE.replace("${present} af", "${bound} af")
        folder = tmp_path / row
        folder.mkdir()
        (folder / "s.csv").write_text(SURVEY, encoding="utf-8")
        subject = planted.subject(folder, presence=slide, figures=figures, data=DATA, **UNUSED)
        assert codes(subject) == wanted


def test_an_override_shows_the_cell_and_is_in_the_report(tmp_path: Path) -> None:
    data = DATA.replace("q: {data: s, question: q,", "q: {disclose: han har sagt ja, data: s, question: q,")
    subject = made(tmp_path, CHART.format(chart="bar", table="q"), data)
    assert [row[1] for row in sheet(subject)[1:]] == [41, 23, 7, 1]
    assert codes(subject) == set()
    notes = [one for one in found_in(subject) if one.severity == "info"]
    assert notes and all(one.code == "small-cell" and "han har sagt ja" in one.message for one in notes)


def test_a_table_of_which_nothing_can_be_shown_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("id;q;g\n1;1;n\n2;2;s\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="nothing-to-show"):
        planted.subject(tmp_path, presence=CHART.format(chart="bar", table="q"), data=DATA)


@pytest.mark.parametrize(("chart", "table"), [("doughnut", "q"), ("stacked_bar", "by")])
def test_parts_of_a_whole_never_close_up_over_a_hidden_one(tmp_path: Path, chart: str, table: str) -> None:
    """And that is all that is said of it: not that rows are missing, or that shares are not the whole."""
    with pytest.raises(AssertionError) as refused:
        made(tmp_path, CHART.format(chart=chart, table=table))
    said = str(refused.value)
    assert said.count(" error: ") == 1 and "[parts-hidden]" in said and "disclose" in said


def test_a_figure_that_gives_a_hidden_cell_of_a_chart_back_is_an_error(tmp_path: Path) -> None:
    """41 and 23 are shown of 72; 7 beside them would tell that one is left."""
    (tmp_path / "s.csv").write_text(SURVEY, encoding="utf-8")
    figures = planted.FIGURES + "bound: {from: q/Ved ikke, label: Svar, source: survey}\n"
    members = planted.MEMBERS.replace("${members} medlemmer", "${bound} svar")
    chart = CHART.format(chart="bar", table="q")
    subject = planted.subject(tmp_path, presence=chart, members=members, figures=figures, data=DATA, **UNUSED)
    assert codes(subject) == {"small-cell"}


@pytest.mark.parametrize(("asked", "wanted"), [(72, set()), (73, {"small-cell"}), (80, set())])
def test_a_chart_whose_n_tells_who_did_not_answer_is_an_error(tmp_path: Path, asked: int, wanted: set[str]) -> None:
    data = DATA.replace("file: s.csv", f"file: s.csv\n    population: {asked}")
    assert codes(made(tmp_path, CHART.format(chart="bar", table="q"), data)) == wanted


def test_shares_of_which_some_are_said_to_be_hidden_are_not_missing(tmp_path: Path) -> None:
    data = DATA.replace("statistic: count}\n  by", "statistic: share}\n  by")
    assert "shares-not-whole" not in codes(made(tmp_path, CHART.format(chart="bar", table="q"), data))


def test_answers_to_one_question_of_a_battery_tell_nothing_of_those_to_another(tmp_path: Path) -> None:
    """All who agree to the one agree to the other too, and one more does."""
    rows = ["1;1"] * 20 + ["2;1"] + ["2;2"] * 20
    (tmp_path / "b.csv").write_text("a;b\n" + "\n".join(rows) + "\n", encoding="utf-8")
    options = "type: single, options: {1: Ja, 2: Nej}"
    data = (
        f"datasets:\n  s:\n    file: b.csv\n    source: survey\n    columns:\n"
        f"      a: {{label: Før, {options}}}\n      b: {{label: Nu, {options}}}\n"
        "    batteries: {both: {questions: [a, b]}}\n"
        "tabulations:\n  q: {data: s, question: both, statistic: share}\n"
    )
    subject = planted.subject(tmp_path, presence=CHART.format(chart="stacked_bar", table="q"), data=data, **UNUSED)
    assert "small-cell" not in codes(subject)


def test_a_finding_of_which_no_number_is_shown_is_a_warning_and_one_that_is_shown_is_none(tmp_path: Path) -> None:
    chart = CHART.format(chart="bar", table="q")
    for at, (row, wanted) in enumerate((("Måske", {"row-hidden"}), ("Ja", set()))):
        subject = made(tmp_path / str(at), f"{chart}    emphasis: {row}\n")
        assert codes(subject) == wanted


def test_half_of_the_rows_hidden_is_a_note_and_fewer_are_none(tmp_path: Path) -> None:
    notes = found_in(made(tmp_path / "half", CHART.format(chart="bar", table="q")))
    assert [(one.code, one.severity) for one in notes] == [("row-hidden", "info")]
    assert "2 of the 4 rows" in notes[0].message
    shown = DATA.replace("q: {data: s, question: q,", "q: {gather: {Andet: [3, 4]}, data: s, question: q,")
    fewer = found_in(made(tmp_path / "fewer", CHART.format(chart="bar", table="q"), shown))
    assert "row-hidden" not in {one.code for one in fewer}
