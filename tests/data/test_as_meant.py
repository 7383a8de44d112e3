"""Numbers, days, rows and sheets are read as they were meant, or refused where they stand."""

from __future__ import annotations

import datetime
import io
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from surveys import faults, one, tabulated, workbook

from deckgen.nodes.grammar import on_disk

INTEGER, DECIMAL, DATE, TEXT = ("q: {type: integer}", "q: {type: decimal}", "q: {type: date}", "q: {type: text}")
CHOICE = "q: {type: single, options: {1: Ja, 2: Nej}}"
MEAN = "statistic: mean"


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook with something done to it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(("cells", "first"), [("3.125 4.250", 2), ("2 3,125 4", 3), ("7.500 1200", 2)])
def test_a_column_that_reads_as_thousands_and_as_fractions_is_refused_once(
    tmp_path: Path, cells: str, first: int
) -> None:
    data = "n;q\n" + "".join(f"a;{cell}\n" for cell in cells.split())
    assert faults(tmp_path, data, DECIMAL) == [f"reads-both-ways s.csv:{first}:2"]


def test_both_readings_and_the_ways_out_are_said(tmp_path: Path) -> None:
    (only,) = tabulated(tmp_path, "n;q\na;3.125\n", DECIMAL)[1]
    assert "`3.125` in `q`" in only.message and "3125" in only.message and "decimal: point" in only.hint


@pytest.mark.parametrize(
    ("said", "more", "value"),
    [
        ("decimal: point", "", "3.125"),
        ("decimal: comma", "", "3125"),
        ("label: x", "language: en", "3.125"),
        ("label: x", "language: da", "3125"),
    ],
)
def test_the_column_or_the_language_of_the_dataset_decides(tmp_path: Path, said: str, more: str, value: str) -> None:
    assert one(tmp_path, "n;q\na;3.125\n", f"type: decimal, {said}", MEAN, more=more)[0][1] == value


def test_one_cell_that_reads_one_way_decides_for_its_column(tmp_path: Path) -> None:
    assert one(tmp_path, "n;q\na;3.125\nb;1,5\n", "type: decimal", "statistic: maximum")[0][1] == "3125"
    assert one(tmp_path, "n;q\na;1.234.567\nb;3.125\n", "type: decimal", "statistic: minimum")[0][1] == "3125"
    # In Danish a fraction has no dot: the cell that decides is then the one that cannot be read.
    assert faults(tmp_path, "n;q\na;3.125\nb;2.5\n", DECIMAL) == ["bad-cell s.csv:3:2"]


def test_a_whole_number_has_no_fraction_and_is_in_no_doubt(tmp_path: Path) -> None:
    assert one(tmp_path, "n;q\na;3.125\n", "type: integer", MEAN)[0][1] == "3125"


def test_numbers_that_a_workbook_holds_are_in_no_doubt_and_texts_are(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", "q"], ["a", 3.125], ["b", 3.125]]))
    assert one(tmp_path, held, "type: decimal", MEAN, file="s.xlsx")[0][1].rstrip("0") == "3.125"
    typed = workbook(("Svar", [["n", "q"], ["a", "3.125"]]))
    assert faults(tmp_path, typed, DECIMAL, file="s.xlsx") == ["reads-both-ways s.xlsx:2:2"]


def test_days_that_read_both_ways_are_refused_until_somebody_says(tmp_path: Path) -> None:
    data = "n;q\na;03/03/2024\nb;03/04/2024\nc;2024-05-01\n"
    april = "statistic: count, where: {q: 2024-04-03}"
    assert faults(tmp_path, data, DATE) == ["reads-both-ways s.csv:3:2"]
    assert one(tmp_path, data, "type: date, dates: day-first", april)[0][1] == "1"
    assert one(tmp_path, data, "type: date, dates: month-first", april)[0][1] == "0"
    assert one(tmp_path, data, "type: date", april, more="language: da")[0][1] == "1"


@pytest.mark.parametrize("data", ["n;q\na;3.4.2024\n", "n;q\na;03/04/2024\nb;25/04/2024\n", "n;q\na;2024-04-03\n"])
def test_days_that_read_one_way_need_no_word(tmp_path: Path, data: str) -> None:
    assert one(tmp_path, data, "type: date", "statistic: count, where: {q: 2024-04-03}")[0][1] == "1"


@pytest.mark.parametrize(
    "cell",
    ["2024-01-25 13:45:00", "2024-01-25T13:45:00Z", "2024-01-25T13:45:00.123+01:00", "25-01-2024 13.45"],
)
def test_a_time_behind_a_day_is_passed_over(tmp_path: Path, cell: str) -> None:
    where = "statistic: count, where: {q: 2024-01-25}"
    assert one(tmp_path, f"n;q\na;{cell}\n", "type: date", where)[0][1] == "1"
    american = "type: date, dates: month-first"
    assert one(tmp_path, "n;q\na;1/25/2024 1:45:00 PM\n", american, where)[0][1] == "1"


def test_a_time_in_a_workbook_is_a_day_too(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", "q"], ["a", datetime.datetime(2024, 2, 1, 13, 45)]]))
    where = "statistic: count, where: {q: 2024-02-01}"
    assert one(tmp_path, held, "type: date", where, file="s.xlsx")[0][1] == "1"


def test_the_first_visible_sheet_is_read_and_named_where_there_are_others(tmp_path: Path) -> None:
    sheets: tuple[tuple[str, list[list[Any]]], ...] = (
        ("Gammel", [["q"], [9]]),
        ("Svar", [["q"], [3]]),
        ("Noter", [["x"]]),
    )
    held = changed(workbook(*sheets), lambda book: setattr(book["Gammel"], "sheet_state", "hidden"))
    table = "t: {data: s, question: q, statistic: sum}"
    made, found = tabulated(tmp_path, held, INTEGER, table, file="s.xlsx")
    assert not len(found)
    assert (f"{made['t'].rows[0].value}", made["t"].sheet) == ("3", "Svar")
    made, _ = tabulated(tmp_path, held, INTEGER, table, file="s.xlsx", more="sheet: Gammel")
    assert (f"{made['t'].rows[0].value}", made["t"].sheet) == ("9", "")


def test_hidden_and_filtered_rows_are_warned_of_at_the_first_and_counted(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", "q"], ["a", 1], ["b", 2], ["c", 3]]))

    def hide(book: Any) -> None:
        book.active.row_dimensions[3].hidden = book.active.row_dimensions[4].hidden = True

    table = "t: {data: s, question: q, statistic: sum}"
    made, (only,) = tabulated(tmp_path, changed(held, hide), INTEGER, table, file="s.xlsx")
    assert (only.code, only.severity, only.span.line) == ("rows-hidden", "warning", 3) and "2 of 3" in only.message
    assert f"{made['t'].rows[0].value}" == "6"


@pytest.mark.parametrize("label", ["I alt", "TOTAL:", "sum"])
def test_a_row_called_total_at_the_end_is_no_respondent(tmp_path: Path, label: str) -> None:
    assert faults(tmp_path, f"n;q\na;10\nb;20\n{label};30\n", INTEGER) == ["total-row s.csv:4:1"]


def test_of_a_total_under_answers_nothing_more_is_said(tmp_path: Path) -> None:
    """Its numbers are no answers, and that is no fault of their own."""
    held = "n;q\na;Ja\nb;Nej\nI alt;40\n"
    assert faults(tmp_path, held, CHOICE) == ["total-row s.csv:4:1"]


def test_a_last_row_that_is_a_sum_and_names_nobody_is_no_respondent(tmp_path: Path) -> None:
    assert faults(tmp_path, "n;q\na;10\nb;20\nc;5\n;35\n", INTEGER) == ["total-row s.csv:5:2"]
    assert faults(tmp_path, "n;q\na;1\nb;2\nc;3\nd;6\n", INTEGER) == []
    assert faults(tmp_path, "n;q\na;10\nb;20\nc;5\n;36\n", INTEGER) == []


def test_an_answer_that_is_called_total_is_an_answer(tmp_path: Path) -> None:
    assert faults(tmp_path, "n;q\na;1\nb;total\n", "q: {type: single, options: {1: Del, total: Alt}}") == []


def test_an_id_that_stands_twice_is_an_error_that_names_both_rows(tmp_path: Path) -> None:
    (only,) = tabulated(tmp_path, "who;q\n7;1\n8;2\n7;2\n", CHOICE, more="key: who")[1]
    assert (only.code, only.severity, only.span.line, only.related[0].span.line) == (
        "respondent-twice",
        "error",
        4,
        2,
    )
    assert faults(tmp_path, "who;q\n7;1\n8;2\n", CHOICE, more="key: whom") == ["no-column data.yaml:2:92"]


def test_a_column_called_id_and_rows_that_stand_twice_whole_are_warned_of(tmp_path: Path) -> None:
    (only,) = tabulated(tmp_path, "Respondent;q\n7;1\n7;2\n", CHOICE)[1]
    assert (only.code, only.severity) == ("respondent-twice", "warning")
    rows = "".join(f"2024-01-0{at} 10:00;{at % 2 + 1}\n" for at in range(1, 7))
    (only,) = tabulated(tmp_path, f"sent;q\n{rows}2024-01-02 10:00;1\n", CHOICE)[1]
    assert (only.code, only.severity, only.span.line) == ("respondent-twice", "warning", 8)


def test_respondents_who_answer_alike_are_not_the_same(tmp_path: Path) -> None:
    assert faults(tmp_path, "n;q\n" + "a;1\nb;2\n" * 20, CHOICE) == []


def test_heads_without_answers_are_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "n;q\n", CHOICE) == ["data-without-rows s.csv:1:1"]


def test_two_codes_with_one_label_are_refused_where_they_are_declared(tmp_path: Path) -> None:
    column = "q: {type: single, options: {1: Andet, 2: Ja, 3: Andet}}"
    (only,) = tabulated(tmp_path, "n;q\na;1\n", column)[1]
    assert (only.code, only.span.file) == ("label-twice", "data.yaml") and "1, 3" in only.message


TITLED = "Udtræk af svar;\nDato: 01-02-2024;\nn;q\na;1\nb;2\n"


def test_titles_above_the_heads_are_seen_and_can_be_passed_over(tmp_path: Path) -> None:
    (only,) = tabulated(tmp_path, TITLED, CHOICE)[1]
    assert (only.code, only.span.line) == ("header-below", 3) and "header-row: 3" in only.hint
    counts = one(tmp_path, TITLED, CHOICE[4:-1], "statistic: count", more="header-row: 3")
    assert [row[1] for row in counts] == ["1", "1"]
    held = workbook(("Svar", [["Udtræk"], [], ["n", "q"], ["a", 1]]))
    (only,) = tabulated(tmp_path, held, CHOICE, file="s.xlsx")[1]
    assert (only.code, only.span.line) == ("header-below", 3)
    assert one(tmp_path, held, CHOICE[4:-1], "statistic: count", file="s.xlsx", more="header-row: 3")[0][1] == "1"


def test_a_title_with_another_delimiter_does_not_decide_how_rows_are_split(tmp_path: Path) -> None:
    data = "Svar, hentet i dag\nn;q\na;1\n"
    assert faults(tmp_path, data, CHOICE) == ["header-below s.csv:2:1"]
    assert faults(tmp_path, data, CHOICE, more="header-row: 2") == []


def test_lines_below_the_heads_that_are_no_answers_are_passed_over(tmp_path: Path) -> None:
    data = 'n,q\nNumber,"Who, then?"\n"{""ImportId"":""n""}","{""ImportId"":""q""}"\na,1\nb,2\n'
    (only,) = tabulated(tmp_path, data, CHOICE)[1]
    assert (only.code, only.span.line) == ("header-below", 2) and "skip-rows: 2" in only.hint
    assert [row[1] for row in one(tmp_path, data, CHOICE[4:-1], "statistic: count", more="skip-rows: 2")] == [
        "1",
        "1",
    ]


@pytest.mark.parametrize("more", ["header-row: 0", "skip-rows: -1"])
def test_a_line_that_there_cannot_be_is_refused(tmp_path: Path, more: str) -> None:
    assert [said.split()[0] for said in faults(tmp_path, "q\n1\n", CHOICE, more=more)] == ["bad-row-number"]


def test_only_columns_that_something_reads_are_judged(tmp_path: Path) -> None:
    assert faults(tmp_path, "q;note;note\n1;2;3\n", CHOICE) == []
    held = workbook(("Svar", [["q", "sum", "fejl"], [1, "=A2", "#REF!"]]))
    assert faults(tmp_path, held, CHOICE, file="s.xlsx") == []


def test_a_note_beside_the_table_is_warned_of_and_passed_over(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", "q"], ["a", 1], ["b", 2, None, None, "Husk at rykke"]]))
    made, found = tabulated(tmp_path, held, CHOICE, "t: {data: s, question: q, statistic: count}", file="s.xlsx")
    (only,) = found
    assert (only.code, only.severity, only.span.column) == ("column-unnamed", "warning", 5)
    assert only.message == "column 5 has no head and cannot be read"
    assert made["t"].base == 2


def test_columns_that_hold_nothing_are_not_spoken_of(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", None, "q"], ["a", " ", 1], ["b", None, 2]]))
    assert faults(tmp_path, held, CHOICE, file="s.xlsx") == []
    assert faults(tmp_path, "n;;q\na;;1\nb; ;2\n", CHOICE) == []
    assert faults(tmp_path, "n;;q\na;;1\nb;x;2\n", CHOICE) == ["column-unnamed s.csv:1:2"]


@pytest.mark.parametrize("word", ["NaN", "NULL", "#N/A", "<NA>", "-"])
def test_what_programs_write_for_nothing_is_refused_until_it_is_declared(tmp_path: Path, word: str) -> None:
    (only,) = tabulated(tmp_path, f"n;q\na;{word}\nb;4\n", INTEGER)[1]
    assert only.code == "bad-cell" and f'missing: ["{word}"]' in only.hint
    assert one(tmp_path, f"n;q\na;{word}\nb;4\n", f'type: integer, missing: ["{word}"]', MEAN)[0][1:] == ("4", 1, 1)


def test_an_error_of_excel_may_be_declared_to_be_no_answer(tmp_path: Path) -> None:
    held = workbook(("Svar", [["n", "q"], ["a", "#N/A"], ["b", 4]]))
    (only,) = tabulated(tmp_path, held, INTEGER, file="s.xlsx")[1]
    assert only.code == "formula-failed" and "missing:" in only.hint
    missing = 'type: integer, missing: ["#N/A"]'
    assert one(tmp_path, held, missing, MEAN, file="s.xlsx")[0][1:] == ("4", 1, 1)


def test_a_workbook_under_a_password_is_said_to_be_one(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (only,) = tabulated(tmp_path, data, INTEGER, file="s.xlsx")[1]
    assert only.code == "data-not-workbook" and "password" in only.message


def test_escapes_and_formatted_text_of_a_workbook_are_the_text_that_excel_shows(tmp_path: Path) -> None:
    bold = CellRichText("Helt ", TextBlock(InlineFont(b=True), "enig"))
    held = workbook(("Svar", [["n", "q"], ["a", "Helt_x000D_\nenig"], ["b", bold], ["c", "_x005F_x000D_"]]))
    options = "type: single, options: {1: Helt enig, 2: _x000D_}"
    assert [row[1] for row in one(tmp_path, held, options, "statistic: count", file="s.xlsx")] == ["2", "1"]


def test_letters_are_the_same_however_they_are_composed(tmp_path: Path) -> None:
    """A Mac writes å as two, in heads and cells as in the names of files."""
    (tmp_path / unicodedata.normalize("NFD", "små.csv")).write_text("Område;1;Blå\n", encoding="utf-8")
    held = (
        unicodedata.normalize("NFD", "Område;n\nBlå;1\n").encode(),
        workbook(("Svar", [[unicodedata.normalize("NFD", cell) for cell in row] for row in (("Område",), ("Blå",))])),
    )
    table, more = "t: {data: s, question: Område, statistic: count}", "format: surveyxact, labels: små.csv"
    made, found = tabulated(tmp_path, held[0], "Område: {type: single}", table, more=more)
    assert not len(found) and made["t"].base == 1
    options = "Område: {type: single, options: {1: Blå}}"
    made, found = tabulated(tmp_path, held[1], options, table, file="s.xlsx")
    assert not len(found) and made["t"].base == 1


def test_a_file_is_found_whatever_form_its_folders_are_written_in(tmp_path: Path) -> None:
    folder = tmp_path / "Å" / unicodedata.normalize("NFD", "rå")
    folder.mkdir(parents=True)
    file = folder / unicodedata.normalize("NFD", "små.csv")
    file.write_text("x", encoding="utf-8")
    for said in ("rå/små.csv", unicodedata.normalize("NFD", "rå/små.csv"), f"{folder.name}/små.csv"):
        assert on_disk(tmp_path / "Å" / said) == file
    missing = tmp_path / "Å" / "rå" / "nowhere.csv"
    assert on_disk(missing) == missing


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (only,) = tabulated(tmp_path, "q\n1\n", CHOICE, more="labels: pipe.csv")[1]
    assert only.code == "data-unreadable" and only.span.file == "data.yaml"


def test_more_lines_or_a_longer_cell_than_any_survey_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in (40_000, 200_000):
        assert faults(tmp_path, f"n;q\na;{'x' * size}\nb;y\n", TEXT)[0].startswith("data-too-large s.csv:2")
    monkeypatch.setattr("deckgen.data.readers.csv.MAX_ROWS", 3)
    assert faults(tmp_path, "n;q\n" + "a;1\n" * 4, CHOICE) == ["data-too-large s.csv:1:1"]


def test_the_html_of_a_questionnaire_is_read_as_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text('q;1;"<p>Ja &amp; <b>nej</b></p>&nbsp;"\nq;2;a < b **x**\n', encoding="utf-8")
    table = "t: {data: s, question: q, statistic: count}"
    more = "format: surveyxact, labels: l.csv"
    made, found = tabulated(tmp_path, "n;q\na;1\n", "q: {type: single}", table, more=more)
    assert not len(found)
    assert [row.label for row in made["t"].rows] == ["Ja & nej", "a < b **x**"]


def test_blanks_around_an_answer_do_not_count(tmp_path: Path) -> None:
    data = "n;q\na; Ja\nb;Ja \nc;\tNej \n"
    assert [(row, count) for row, _, count, _ in one(tmp_path, data, CHOICE[4:-1], "statistic: count")] == [
        ("1", 2),
        ("2", 1),
    ]


def test_what_a_terminal_would_obey_is_not_said_again(tmp_path: Path) -> None:
    """A message holds forty characters of a cell, and no more."""
    (only,) = tabulated(tmp_path, "n;q\na;\x1b[31mrød\x07\n", INTEGER)[1]
    assert "[31mrød" in only.message and only.message.isprintable()
    exact, longer = (tabulated(tmp_path, f"n;q\na;{'x' * many}\n", INTEGER)[1] for many in (40, 41))
    assert f"`{'x' * 40}`" in next(iter(exact)).message and f"`{'x' * 40}…`" in next(iter(longer)).message
