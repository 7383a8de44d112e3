"""Files of SPSS, Stata and Parquet: what they say of their columns is read with them."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import pandas
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surveys import faults, one, tabulated

from deckgen.data.cell_values import CellStyle
from deckgen.data.readers import reader_of
from deckgen.data.sheet import Origin, Sheet
from deckgen.diagnostics import Diagnostics, Span

AGREE = {1: "Uenig", 2: "Hverken <b>eller</b>", 3: "Enig", 8: "Ved ikke", 9: "Ubesvaret"}
COUNT = "statistic: count"


def sav(columns: dict[str, list[Any]], **said: Any) -> bytes:
    return _kept(lambda path: pyreadstat.write_sav(pandas.DataFrame(columns), path, **said), ".sav")


def dta(columns: dict[str, list[Any]], **said: Any) -> bytes:
    return _kept(lambda path: pyreadstat.write_dta(pandas.DataFrame(columns), path, **said), ".dta")


def _kept(write: Any, ending: str) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"s{ending}"
        write(str(path))
        return path.read_bytes()


def parquet(frame: pandas.DataFrame, **said: Any) -> bytes:
    held = io.BytesIO()
    frame.to_parquet(held, **said)
    return held.getvalue()


def sheet(data: bytes, file: str) -> tuple[Sheet | None, list[str]]:
    found = Diagnostics()
    origin = Origin(file, file, CellStyle("da", ",", ".", day_first=True))
    return reader_of(file, "").read(data, origin, Span(file), found), [str(one) for one in found]


def cells(data: bytes, file: str) -> dict[str, list[str]]:
    read, found = sheet(data, file)
    assert read is not None
    assert found == []
    return {head: column.texts() for head, column in zip(read.header, read.columns, strict=True)}


def answers() -> bytes:
    return sav(
        {"q": [1.0, 3.0, 3.0, 8.0, 9.0, None], "n": [5.0, 12.5, 99.0, 100.0, -1.0, None]},
        column_labels=["Er I enige?", "Hvor mange?"],
        variable_value_labels={"q": AGREE},
        missing_ranges={"q": [8, 9], "n": [{"lo": 99, "hi": 999}, -1]},
    )


def test_spss_names_options_and_says_which_codes_are_no_answers(tmp_path: Path) -> None:
    read = one(tmp_path, answers(), "type: single", COUNT, file="s.sav")
    assert read == [("1", "1", 1, 3), ("2", "0", 0, 3), ("3", "2", 2, 3)]


def test_the_label_of_a_variable_is_its_question_and_html_in_labels_is_shown_as_text(tmp_path: Path) -> None:
    table = tabulated(tmp_path, answers(), "q: {type: single}", f"t: {{data: s, question: q, {COUNT}}}", "s.sav")[0][
        "t"
    ]
    assert table.question == "Er I enige?"
    assert [row.label for row in table.rows] == ["Uenig", "Hverken eller", "Enig"]


def test_a_code_that_the_content_tells_as_dont_know_is_that_and_not_missing(tmp_path: Path) -> None:
    read = one(tmp_path, answers(), "type: single, dont-know: [8]", f"{COUNT}, dont-know: in", file="s.sav")
    assert ("8", "1", 1, 4) in read
    assert "9" not in [key for key, *_ in read]


def test_ranges_of_missing_values_are_missing_among_numbers(tmp_path: Path) -> None:
    assert one(tmp_path, answers(), "type: decimal, column: n", "statistic: sum", file="s.sav")[0][1:3] == ("17.5", 2)


def test_a_value_without_a_name_is_an_error_at_its_case(tmp_path: Path) -> None:
    data = sav({"q": [1.0, 4.0]}, variable_value_labels={"q": AGREE})
    assert faults(tmp_path, data, "q: {type: single}", file="s.sav") == ["bad-cell s.sav:2:1"]


def test_days_moments_texts_and_fractions_are_cells_as_a_text_file_has_them() -> None:
    day = datetime.date(2024, 2, 1)
    held: dict[str, list[Any]] = {
        "day": [day, None],
        "moment": [datetime.datetime(2024, 2, 1, 23, 59), None],
        "time": [datetime.time(12, 30), None],
        "text": [" Ål ", ""],
        "number": [0.1 + 0.2, 1.125],
    }
    wanted = {
        "day": ["2024-02-01", ""],
        "moment": ["2024-02-01", ""],
        "time": ["12:30:00", ""],
        "text": ["Ål", ""],
        "number": ["0,3", "1,1250"],
    }
    assert cells(sav(held), "s.sav") == wanted
    assert cells(dta({name: held[name] for name in ("day", "moment", "text", "number")}), "s.dta") == {
        name: wanted[name] for name in ("day", "moment", "text", "number")
    }


def test_texts_may_be_missing_too(tmp_path: Path) -> None:
    data = sav({"q": ["ja", "nej", "?"]}, missing_ranges={"q": ["?"]})
    read = one(tmp_path, data, "type: single, options: {ja: Ja, nej: Nej}", COUNT, file="s.sav")
    assert [row[:2] for row in read] == [("ja", "1"), ("nej", "1")]


def stata() -> bytes:
    return dta(
        {"q": [1, 2, 2, "a", "b", None], "i": [7, 5, None, None, None, None]},
        column_labels=["Enig?", ""],
        variable_value_labels={"q": {1: "Nej", 2: "Ja", "a": "Ved ikke", "b": "Vil ikke svare"}},
        missing_user_values={"q": ["a", "b"]},
    )


def test_stata_has_missing_values_with_names_of_which_one_may_be_dont_know(tmp_path: Path) -> None:
    assert [row[:2] for row in one(tmp_path, stata(), "type: single", COUNT, file="s.dta")] == [
        ("1", "1"),
        ("2", "2"),
    ]
    told = one(tmp_path, stata(), "type: single, dont-know: [.a]", f"{COUNT}, dont-know: in", file="s.dta")
    assert (".a", "1", 1, 4) in told
    assert one(tmp_path, stata(), "type: integer, column: i", "statistic: sum", file="s.dta")[0][1] == "12"


def test_a_float_of_stata_has_the_digits_that_it_was_given() -> None:
    frame = pandas.DataFrame({"f": pandas.Series([0.1, 2.5], dtype="float32")})
    held = io.BytesIO()
    frame.to_stata(held, write_index=False)
    assert cells(held.getvalue(), "s.dta") == {"f": ["0,1", "2,5"]}


def test_a_moment_of_stata_that_is_shown_as_a_time_is_no_day() -> None:
    frame = pandas.DataFrame({"t": pandas.to_datetime(["1960-01-01 17:56"]), "d": pandas.to_datetime(["2024-02-01"])})
    held = io.BytesIO()
    frame.to_stata(held, write_index=False, convert_dates={"t": "tc", "d": "tc"})
    data = held.getvalue().replace(b"%tc" + bytes(5), b"%tcHH:MM", 1)
    assert cells(data, "s.dta") == {"t": ["17:56:00"], "d": ["2024-02-01"]}


def test_parquet_has_days_lists_truths_and_steps_in_their_order(tmp_path: Path) -> None:
    steps = pandas.Categorical(["Enig", "Uenig", None], categories=["Uenig", "Enig"], ordered=True)
    frame = pandas.DataFrame(
        {
            "q": steps,
            "m": [["Kran", "Kaj"], [], None],
            "t": [True, False, True],
            "d": pandas.to_datetime(["2024-02-01 10:00", None, "2024-02-03 00:00"]),
            "x": [1.5, None, 2.0],
        },
        index=[7, 8, 9],
    )
    data = parquet(frame)
    assert cells(data, "s.parquet") == {
        "q": ["Enig", "Uenig", ""],
        "m": ["Kran;Kaj", "", ""],
        "t": ["1", "0", "1"],
        "d": ["2024-02-01", "", "2024-02-03"],
        "x": ["1,5", "", "2"],
    }
    assert one(tmp_path, data, "type: scale", "statistic: mean", file="s.parquet")[0][1] == "1.5"
    assert [row[:2] for row in one(tmp_path, data, "type: scale", COUNT, file="s.parquet")] == [
        ("1", "1"),
        ("2", "1"),
    ]


def test_a_text_that_many_rows_share_is_held_once() -> None:
    text = "x" * 10_000
    read = cells(parquet(pandas.DataFrame({"t": [text] * 5000})), "s.parquet")
    assert len({id(cell) for cell in read["t"]}) == 1


def test_an_older_file_in_danish_letters_is_read() -> None:
    data = sav({"q": ["Ål"]}, column_labels=["Område"]).replace("Ål".encode(), b"\xc5l ")
    read = data.replace("Område".encode(), "Område".encode("cp1252") + b" ")
    assert cells(read, "s.sav") == {"q": ["Ål"]}


def test_more_values_than_any_survey_has_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.data.valued_sheet.MAX_VALUES", 5)
    for data, file in ((answers(), "s.sav"), (stata(), "s.dta"), (parquet(pandas.DataFrame({"q": [1] * 6})), "s.pq")):
        (said,) = sheet(data, file)[1]
        assert "[data-too-large]" in said


def test_values_that_are_read_in_several_goes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = cells(answers(), "s.sav")
    monkeypatch.setattr("deckgen.data.statistics_files._AT_ONCE", 6)
    assert cells(answers(), "s.sav") == whole


@pytest.mark.parametrize("file", ["s.sav", "s.dta", "s.parquet"])
def test_without_its_package_a_file_is_refused_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    monkeypatch.setattr("deckgen.data.readers.find_spec", lambda _: None)
    assert faults(tmp_path, answers(), "q: {type: single}", file=file) == ["data-reader-missing data.yaml:2:13"]


@pytest.mark.parametrize(("file", "form"), [("s.sav", "spss"), ("s.dta", "stata"), ("s.parquet", "parquet")])
def test_a_file_under_another_name_is_said_to_be_what_it_is(tmp_path: Path, file: str, form: str) -> None:
    data = {"s.sav": answers(), "s.dta": stata(), "s.parquet": parquet(pandas.DataFrame({"q": [1]}))}[file]
    found = tabulated(tmp_path, data, "q: {type: single}")[1]
    assert [(each.code, f"`format: {form}`" in each.hint) for each in found] == [("data-not-text", True)]
    columns = "q: {type: single, options: {1: Ja, 2: Nej, 3: Andet}}"
    assert faults(tmp_path, data, columns, more=f"format: {form}") == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["s.sav", "s.dta", "s.parquet"]), st.integers(0, 4000), st.integers(0, 255), st.booleans())
def test_no_damaged_file_ends_in_a_traceback(file: str, at: int, byte: int, cut: bool) -> None:
    good = {"s.sav": SAV, "s.dta": DTA, "s.parquet": PARQUET}[file]
    at %= len(good)
    read, found = sheet(good[:at] if cut else good[:at] + bytes([byte]) + good[at + 1 :], file)
    assert (read is None) == bool(found)


def test_a_file_that_ends_the_process_of_its_library_is_damaged() -> None:
    record, place = b"\x02\x00\x00\x00", b"\x04\x00\x00\x00\x01\x00\x00\x00"
    (width, labelled) = (SAV.index(record, 176) + 4, SAV.index(place) + 8)
    for at in (width, labelled):  # texts wider than their file, and the labels of a variable that it has not
        read, found = sheet(SAV[: at + 2] + b"\x0a" + SAV[at + 3 :], "s.sav")
        assert (read, [" cannot be read as SPSS (SIG" in one for one in found]) == (None, [True])


SAV, DTA, PARQUET = answers(), stata(), parquet(pandas.DataFrame({"q": ["ja", "nej"] * 20, "n": [1.5, None] * 20}))


def with_sets(data: bytes, *sets: str) -> bytes:
    """A file of SPSS that says which variables are one question, before the end of its dictionary."""
    said = "".join(f"{one}\n" for one in sets).encode()
    record = b"".join(number.to_bytes(4, "little") for number in (7, 7, 1, len(said))) + said
    end = (999).to_bytes(4, "little") + bytes(4)
    assert data.count(end) == 1
    return data.replace(end, record + end)


@pytest.mark.parametrize(
    ("said", "labels", "cells", "wanted"),
    [
        ("$use=C 10 Hvad deles p q", {1: "Kran", 3: "Truck"}, ([1, 3, 3], [3, None, 3]), [("1", 1), ("3", 3)]),
        ("$use=D1 1 10 Hvad deles p q", {0: "Nej", 1: "Ja"}, ([1, 1, 0], [0, None, 1]), [("p", 2), ("q", 1)]),
    ],
)
def test_variables_that_are_one_question_hold_ticks_or_codes(
    tmp_path: Path, said: str, labels: dict[int, str], cells: tuple[list[Any], ...], wanted: list[tuple[str, int]]
) -> None:
    columns = dict(zip("pq", cells, strict=True))
    data = with_sets(sav(columns, variable_value_labels=dict.fromkeys("pq", labels)), said)
    told = one(tmp_path, data, "type: multiple, columns: [p, q]", "statistic: count, named: false", file="s.sav")
    assert [(key, count) for key, _, count, _ in told] == wanted
