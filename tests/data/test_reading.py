"""What survey tools write is read as it is meant, or refused at its row and column."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from surveys import faults, one, tabulated, workbook

from deckgen.data import read_data
from deckgen.data.cell_values import CellStyle
from deckgen.data.csv_bulk_reader import read_regular
from deckgen.data.readers.csv import by_line
from deckgen.data.sheet import Origin
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.reader import read_text

INTEGER, DECIMAL, DATE, TEXT = ("q: {type: integer}", "q: {type: decimal}", "q: {type: date}", "q: {type: text}")
DANISH = "type: single, options: {1: Rød grød, 2: Blå}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters_give_the_same_letters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    data = f"id{delimiter}q\r\n1{delimiter}Rød grød\r\n2{delimiter}Blå\r\n".encode(encoding)
    assert one(tmp_path, data, DANISH, "statistic: count") == [("1", "1", 1, 2), ("2", "1", 1, 2)]


def test_utf_16_without_a_mark_and_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "q\n1\n".encode("utf-16-le"), TEXT)[0].startswith("data-not-text s.csv:1")
    assert faults(tmp_path, b"q\n\x81\xf8\n", TEXT) == ["data-not-text s.csv:2:1"]


def test_a_first_line_may_say_the_delimiter_and_lines_count_from_it(tmp_path: Path) -> None:
    data = "sep=|\nid|q\n1|x;y\n2|1.5\n"
    assert faults(tmp_path, data, INTEGER) == ["bad-cell s.csv:3:2", "bad-cell s.csv:4:2"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1.740,5", "1740.5"), ("1,5", "1.5"), ("1.234.567,25", "1234567.25"), ("-3", "-3"), ("0,5", "0.5")],
)
def test_numbers_are_read_the_danish_way(tmp_path: Path, cell: str, value: str) -> None:
    assert one(tmp_path, f"id;q\n1;{cell}\n", "type: decimal", "statistic: sum")[0][1] == value


@pytest.mark.parametrize(
    "cell", ["1.5", "1.74", "17.40", "0.740", "1,740,000", "1 740", "1e3", "nan", "NA", "012", "٣"]
)
def test_what_can_be_read_in_two_ways_or_none_is_no_number(tmp_path: Path, cell: str) -> None:
    assert faults(tmp_path, f'id;q\n1;"{cell}"\n', DECIMAL) == ["bad-cell s.csv:2:2"]


def test_a_fraction_is_no_whole_number(tmp_path: Path) -> None:
    assert faults(tmp_path, "id;q\n1;1,5\n2;1.740\n", INTEGER) == ["bad-cell s.csv:2:2"]


def test_the_day_stands_before_the_month(tmp_path: Path) -> None:
    where = "statistic: count, where: {q: 2026-02-01}"
    assert one(tmp_path, "id;q\n1;01-02-2026\n2;1.2.2026\n3;22-01-2026\n", "type: date", where)[0][1] == "2"
    assert faults(tmp_path, "id;q\n1;02-13-2026\n2;30-02-2024\n", DATE) == [
        "bad-cell s.csv:2:2",
        "bad-cell s.csv:3:2",
    ]


def test_na_is_text_and_a_blank_is_missing(tmp_path: Path) -> None:
    assert one(tmp_path, "id;q\n1;NA\n2;\n3;null\n", "type: text", "statistic: count") == [("all", "2", 2, 2)]


def test_two_columns_of_one_name_and_a_column_without_one_are_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "q;id;q\n1;2;3\n", INTEGER) == ["column-twice s.csv:1:3"]
    assert faults(tmp_path, "q;;id\n1;2;3\n", INTEGER) == ["column-unnamed s.csv:1:2"]


def test_a_delimiter_at_the_end_of_every_line_is_no_column(tmp_path: Path) -> None:
    assert faults(tmp_path, "id;q;\n1;2;\n", INTEGER) == []


def test_ragged_rows_and_open_quotes_are_refused_at_their_line(tmp_path: Path) -> None:
    assert faults(tmp_path, "id;q\n1;2\n3\n4;5;6\n", INTEGER) == ["ragged-row s.csv:3:2", "ragged-row s.csv:4:3"]
    assert faults(tmp_path, 'id;q\n1;"2\n', INTEGER) == ["data-not-rows s.csv:2:1"]


def test_a_cell_over_two_lines_does_not_shift_the_lines_below(tmp_path: Path) -> None:
    assert faults(tmp_path, 'id;q\n"a\nb";1\nc;x\n', INTEGER) == ["bad-cell s.csv:4:2"]


def test_an_answer_that_is_wrong_often_is_said_once(tmp_path: Path) -> None:
    found = tabulated(tmp_path, "n;q\n" + "1;x\n" * 500, INTEGER)[1]
    (only,) = found
    assert "and in 499 more rows" in only.message


def test_a_file_that_is_missing_empty_or_outside_is_located(tmp_path: Path) -> None:
    assert faults(tmp_path, "", TEXT) == ["data-empty s.csv:1:1"]
    for path in ("../s.csv", "/etc/passwd", "'C:\\s.csv'"):
        assert faults(tmp_path, "q\n", TEXT, more=f"labels: {path}")[0].startswith("data-outside data.yaml:2")
    assert faults(tmp_path, "q\n", TEXT, more="labels: no.csv")[0].startswith("data-unreadable data.yaml:2")


def test_a_column_that_is_not_there_is_suggested(tmp_path: Path) -> None:
    (only,) = tabulated(tmp_path, "id;qq\n1;2\n", INTEGER)[1]
    assert only.code == "no-column" and "did you mean `qq`" in only.hint


def test_a_workbook_is_read_as_the_same_text(tmp_path: Path) -> None:
    day = datetime.datetime(2026, 2, 1)
    data = workbook(("Svar", [["id", "q", "d"], [1, 1740, day], [2, 1.5, None], [None, 0.1 + 0.2, day], []]))
    tables, found = tabulated(
        tmp_path,
        data,
        "q: {type: decimal}, d: {type: date}",
        "t: {data: s, question: q, statistic: sum}\nd: {data: s, question: d, statistic: count}",
        file="s.xlsx",
    )
    assert [str(each) for each in found] == []
    assert f"{tables['t'].rows[0].value}" == "1741.8" and tables["d"].base == 2


def test_a_formula_without_a_kept_result_and_a_failed_one_are_refused(tmp_path: Path) -> None:
    data = workbook(("Svar", [["id", "q"], [1, "=A2+1"], [2, "#REF!"]]))
    assert faults(tmp_path, data, TEXT, file="s.xlsx") == [
        "formula-without-value s.xlsx:2:2",
        "formula-failed s.xlsx:3:2",
    ]


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    data = workbook(("Forside", [["Titel"]]), ("Svar", [["q"], [3]]))
    assert one(tmp_path, data, "type: integer", "statistic: sum", file="s.xlsx", more="sheet: svar")[0][1] == "3"
    assert faults(tmp_path, data, INTEGER, file="s.xlsx", more="sheet: Data") == ["no-sheet s.xlsx:1:1"]


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert faults(tmp_path, held.getvalue(), TEXT, file="s.xlsx") == ["data-not-workbook s.xlsx:1:1"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.text(st.sampled_from('q;,\t\n\r" 01.-sep=|\x00ø'), max_size=60)))
def test_no_bytes_end_in_a_traceback(tmp_path: Path, data: bytes | str) -> None:
    raw = data.encode() if isinstance(data, str) else data
    for type in ("text", "decimal", "date"):
        tabulated(tmp_path, raw, f"q: {{type: {type}}}", "t: {data: s, question: q, statistic: count}")


WHOLE = workbook(("Svar", [["id", "q"], [1, 2], [3, 4]]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
def test_no_damaged_workbook_ends_in_a_traceback(tmp_path: Path, at: int, byte: int, cut: bool) -> None:
    data = WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    tabulated(tmp_path, data, INTEGER, "t: {data: s, question: q, statistic: sum}", file="s.xlsx")


REGULAR = st.lists(
    st.lists(st.text(st.sampled_from("aø1,. \u2028½"), max_size=12), min_size=3, max_size=3), min_size=1, max_size=30
)


@given(REGULAR, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.sampled_from(["{}", '"{}"']))
def test_a_regular_file_is_read_at_once_as_it_is_line_by_line(
    rows: list[list[str]], end: str, said: bool, form: str
) -> None:
    text = "".join(";".join(map(form.format, row)) + end for row in [["p", "q", "r"], *rows])
    origin = Origin("s.csv", "s.csv", CellStyle("da", ",", ".", True))
    quick = read_regular(text, ";", origin, int(said))
    slow = by_line(text, ";", origin, int(said), Diagnostics())
    assert quick is not None and slow is not None
    assert (quick.header, quick.head_line) == (slow.header, slow.head_line)
    assert (list(quick.rows), list(quick.lines)) == (list(slow.rows), list(slow.lines))
    for head in quick.header:
        codes, distinct = quick.coded(head)
        texts = quick.columns[quick.header.index(head)].texts()
        rows_of = {text: codes.rows_of(code) for code, text in enumerate(distinct)}
        assert rows_of == {text: [row for row, one in enumerate(texts) if one == text] for text in texts}


@pytest.mark.parametrize("column", ["id: {type: text}", "q: {type: single, options: {a: A}}"])
def test_a_large_file_that_was_pasted_twice_is_told_of_whichever_columns_are_declared(
    tmp_path: Path, column: str
) -> None:
    data = "id;q\n" + "".join(f"{at};a\n" for at in range(6000)) * 2
    found = tabulated(tmp_path, data, column)[1]
    assert {each.code for each in found} == {"respondent-twice"}
    assert min(each.span.line for each in found) == 6002


LINES = st.lists(st.sampled_from(("1;ø", ";1", '"q";"r"', "ø1; 1")), min_size=1, max_size=4).map("\n".join)
NEARLY = st.builds("p;q\n{}\n{}{}".format, LINES, st.sampled_from(("", "\n", ";", '"', "\r", " ;")), LINES)
"""Some of them are regular, and some not by one sign."""


@settings(max_examples=400)
@example(";\n; ")
@given(st.text(st.sampled_from('q;;\n\n\r"" 1ø'), max_size=40) | NEARLY)
def test_what_is_not_regular_is_left_to_the_reader_that_goes_line_by_line(text: str) -> None:
    origin = Origin("s.csv", "s.csv", CellStyle("da", ",", ".", True))
    quick, found = read_regular(text, ";", origin, 0), Diagnostics()
    slow = by_line(text, ";", origin, 0, found)
    if quick is not None:
        assert slow is not None, [str(each) for each in found]
        assert (list(quick.rows), list(quick.lines)) == (list(slow.rows), list(slow.lines))


def zipped(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(f"xl/{name}.xml", body)
    return held.getvalue()


def damaged(held: bytes, pattern: bytes, by: bytes) -> bytes:
    """A workbook with something else in the place of what a pattern matches in its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(held)) as archive, zipfile.ZipFile(made, "w") as other:
        for name in archive.namelist():
            other.writestr(name, re.sub(pattern, by, archive.read(name)))
    return made.getvalue()


def test_what_a_library_prints_of_a_damaged_workbook_is_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = damaged(workbook(("Svar", [["q"]])), rb"<cellStyleXfs.*?</cellStyleXfs>", b"<cellStyleXfs/>")
    assert faults(tmp_path, held, TEXT, file="s.xlsx") == ["data-not-workbook s.xlsx:1:1"]
    assert capsys.readouterr() == ("", "")


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    "part", [f"<!-- <x/> {' ' * 99_999} -->{ENTITY}".encode(), ENTITY.encode("utf-16"), ENTITY.lower().encode()]
)
def test_a_declaration_is_found_wherever_it_hides(tmp_path: Path, part: bytes) -> None:
    assert faults(tmp_path, zipped(sheet=part), TEXT, file="s.xlsx") == ["data-not-workbook s.xlsx:1:1"]


def test_a_workbook_that_unpacks_without_end_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.data.readers.xlsx.MAX_UNPACKED", 1_000_000)
    assert faults(tmp_path, zipped(sheet=bytes(1_000_001)), TEXT, file="s.xlsx") == ["data-too-large s.xlsx:1:1"]


def test_a_sheet_that_claims_more_cells_than_it_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.data.readers.xlsx.MAX_CELLS", 100_000)
    book = openpyxl.Workbook()
    book.active["A1"] = "q"
    for line in range(2, 20):
        book.active.cell(line, 16_384, 1)
    held = io.BytesIO()
    book.save(held)
    assert faults(tmp_path, held.getvalue(), TEXT, file="s.xlsx")[0].startswith("data-too-large s.xlsx:8")


def test_a_row_whose_number_no_sheet_has_is_refused(tmp_path: Path) -> None:
    held = damaged(workbook(("Svar", [["q"], [1]])), b'<row r="2"', b'<row r="900000000"')
    assert faults(tmp_path, held, TEXT, file="s.xlsx") == ["data-too-large s.xlsx:1048577:1"]


def test_a_long_text_that_many_cells_share_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook holds a text once and names it in each cell: a few kilobytes came to gigabytes."""
    monkeypatch.setattr("deckgen.data.readers.xlsx.MAX_CHARACTERS", 50_000)
    held = workbook(("Svar", [["q"], *([["langt " * 1000]] * 20)]))
    assert faults(tmp_path, held, TEXT, file="s.xlsx") == ["data-too-large s.xlsx:10:1"]


PARTS = st.one_of(
    st.binary(max_size=120), st.text(st.sampled_from("variableName;\n\tvalue,label\"1q\x00ø'"), max_size=80)
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARTS, PARTS, PARTS)
def test_no_three_parts_end_in_a_traceback(
    tmp_path: Path, data: bytes | str, structure: bytes | str, labels: bytes | str
) -> None:
    for name, part in (("structure.csv", structure), ("labels.csv", labels)):
        (tmp_path / name).write_bytes(part.encode() if isinstance(part, str) else part)
    raw = b"q\n" + (data.encode() if isinstance(data, str) else data)
    more = "format: surveyxact, structure: structure.csv, labels: labels.csv"
    tabulated(tmp_path, raw, "q: {type: single}", "t: {data: s, question: q, statistic: share}", more=more)


ROWS = st.text(st.sampled_from("12;AB\n;,.-9x"), max_size=60)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_no_garbled_answers_end_in_a_traceback_whatever_is_counted(tmp_path: Path, body: str) -> None:
    columns = "q: {type: scale, options: {1: Ja, 2: Nej, 9: Ved ikke}, dont-know: [9]}, n: {type: decimal}, "
    columns += "m: {type: multiple, columns: [a, b]}, f: {type: multiple, options: {A: x, B: y}}, d: {type: date}"
    tables = [f"{one}: {{data: s, question: {one}, statistic: count, by: q}}" for one in "qnmfd"]
    tables += [f"n{one}: {{data: s, question: n, statistic: {one}, where: {{q: Ja}}}}" for one in ("mean", "median")]
    found = tabulated(tmp_path, f"q;n;a;b;f;d\n{body}", columns, "\n".join(tables))[1]
    assert all(each.span.file and each.code for each in found)


KEYS = ["datasets", "tabulations", "s", "file", "source", "columns", "q", "type", "options", "question", "where"]
DECLARED = st.recursive(
    st.sampled_from(["1", "x", "''", "[]", "{}", "true", "s", "q", "count", "-1", "1.740", "~"]),
    lambda part: st.one_of(
        st.lists(part, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(
            st.sampled_from(
                [
                    "datasets",
                    "tabulations",
                    "s",
                    "file",
                    "source",
                    "columns",
                    "q",
                    "type",
                    "options",
                    "data",
                    "question",
                    "where",
                ]
            ),
            part,
            max_size=4,
        ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"),
    ),
    max_leaves=20,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DECLARED)
def test_no_declaration_ends_in_a_traceback(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text("q\n1\n", encoding="utf-8")
    node = read_text(text, "data.yaml", Diagnostics())
    if node is not None:
        read_data(node, tmp_path, "da", Diagnostics())


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (WHOLE, "call it .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 x", "save it as .xlsx"),
        (b"<?xml version='1.0'?>\n<Workbook/>", "save it as .xlsx"),
        (b"\xef\xbb\xbf<html><table>", "save it as .xlsx"),
    ],
)
def test_a_workbook_that_is_called_csv_is_said_to_be_one(tmp_path: Path, data: bytes, hint: str) -> None:
    (only,) = tabulated(tmp_path, data, TEXT)[1]
    assert only.code == "data-not-text" and hint in only.hint
