"""What `data.yaml` says is read as it is written, or refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from surveys import faults, one, tabulated

from deckgen.data import read_data
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.reader import read_text


@pytest.mark.parametrize(
    ("options", "cell"),
    [
        ("NO: Nej, ON: Til", "NO"),
        ("on: Til, off: Fra", "on"),
        ("012: Tolv, 12: Andet", "012"),
        ("12:00: Kl", "12:00"),
    ],
)
def test_codes_are_texts_whatever_yaml_makes_of_them(tmp_path: Path, options: str, cell: str) -> None:
    rows = one(tmp_path, f"id;q\n1;{cell}\n", f"type: single, options: {{{options}}}", "statistic: count")
    assert rows[0] == (cell, "1", 1, 1)


@pytest.mark.parametrize(
    ("columns", "more", "code"),
    [
        ("q: {type: integer}", "population: 1.740", "not-a-number"),
        ("q: {type: integer}", "population: 012", "not-a-number"),
        ("q: {type: integer}", "named: NO", "not-true-or-false"),
        ("q: {type: integer}", "min-n: 2.5", "not-a-number"),
        ("q: {type: number}", "", "unknown-choice"),
        ("q: {type: integer, colum: x}", "", "unknown-key"),
        ("q: {type: integer}, q: {type: text}", "", "duplicate-key"),
        ("q: integer", "", "wrong-value"),
        ("q: {type: single}", "", "no-options"),
    ],
)
def test_a_wrong_declaration_is_located(tmp_path: Path, columns: str, more: str, code: str) -> None:
    (tmp_path / "s.csv").write_text("id;q\n1;2\n", encoding="utf-8")
    diagnostics = Diagnostics()
    said = f"datasets:\n  s: {{file: s.csv, source: x, columns: {{{columns}}}{more and ', ' + more}}}\n"
    node = read_text(said, "data.yaml", diagnostics)
    if node is not None:
        read_data(node, tmp_path, "da", diagnostics)
    (only,) = diagnostics
    assert (only.code, only.span.file, only.span.line) == (code, "data.yaml", 2)


@pytest.mark.parametrize("day", ["2024-02-30", "30-02-2024", "1-13-2024"])
def test_a_day_that_is_none_is_located_in_a_filter_too(tmp_path: Path, day: str) -> None:
    table = f"t: {{data: s, question: q, statistic: count, where: {{q: {day}}}}}"
    (only,) = tabulated(tmp_path, "id;q\n1;21-02-2024\n", "q: {type: date}", table)[1]
    assert (only.code, only.span.file, only.span.line) == ("unknown-answer", "data.yaml", 4)


def test_a_column_may_be_called_otherwise_in_the_file(tmp_path: Path) -> None:
    assert faults(tmp_path, "Hvor mange?;id\n4;1\n", 'q: {column: "Hvor mange?", type: integer}') == []


def test_the_labels_of_a_likert_scale_come_from_the_labels_file_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "structure.csv").write_text("variableName;questionText\ns_1;Hvor enig?\n", encoding="utf-8")
    (tmp_path / "labels.csv").write_text("s_1;5;Helt enig\ns_1;1;Uenig\ns_1;9;Ved ikke\n", encoding="utf-8")
    more = "format: surveyxact, structure: structure.csv, labels: labels.csv"
    tables = "t: {data: s, question: q, statistic: share}\nm: {data: s, question: q, statistic: mean}"
    column = "q: {column: s_1, type: scale, dont-know: [9]}"
    made, found = tabulated(tmp_path, "s_1\n5\n5\n1\n9\n5\n", column, tables, more=more)
    assert [str(each) for each in found] == []
    assert [(row.label, f"{row.value}") for row in made["t"].rows] == [("Helt enig", "75"), ("Uenig", "25")]
    mean = made["m"].rows[0]
    assert (f"{mean.value}", mean.base, made["m"].question) == ("4", 4, "Hvor enig?")
