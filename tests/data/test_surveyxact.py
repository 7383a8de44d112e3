"""SurveyXact's export in the forms that are known, and the quirks of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from surveys import faults, tabulated, workbook

from deckgen.model.data import Tabulation

STRUCTURE = """\
questionName;variableName;questionType;subType;questionText;choiceValue;choiceText
s_1;s_1;Closed;Single;Er I til stede?;;
s_2;s_2_1;Closed;Multiple;Hvem?;1;Kommuner
s_2;s_2_2;Closed;Multiple;Hvem?;2;Havne
statoverall;stato_3;Closed;Multiple;Samlet status;3;Nogen svar
statoverall;stato_4;Closed;Multiple;Samlet status;4;Gennemført
"""
LABELS = "s_1;1;Ja\ns_1;2;Nej\ns_2_1;0;Ikke valgt\ns_2_1;1;Valgt\ns_2_2;0;Ikke valgt\ns_2_2;1;Valgt\n"
DATASET = "s_1;s_2_1;s_2_2;stato_3;stato_4\n1;1;0;0;1\n2;;;1;0\n"
COLUMNS = """
q: {column: s_1, type: single}, m: {columns: [s_2_1, s_2_2], type: multiple},
status: {columns: [stato_3, stato_4], type: multiple}
""".replace("\n", " ")
TABLES = "\n".join(f"{name}: {{data: s, question: {name}, statistic: count}}" for name in ("q", "m", "status"))
FILES = "format: surveyxact, structure: structure.csv, labels: labels.csv"


def check(tables: dict[str, Tabulation]) -> None:
    assert tables["q"].question == "Er I til stede?"
    assert [(row.label, row.count) for row in tables["q"].rows] == [("Ja", 1), ("Nej", 1)]
    assert [(row.label, row.count, row.base) for row in tables["m"].rows] == [("Kommuner", 1, 1), ("Havne", 0, 1)]
    assert [(row.label, row.count) for row in tables["status"].rows] == [("Nogen svar", 1), ("Gennemført", 1)]


def in_form(text: str, form: str) -> bytes:
    if form == "semicolon":
        return text.encode("cp1252")
    if form == "tab":
        return text.replace(";", "\t").replace("\n", "\r\n").encode("utf-16")
    lines = ([f'"{cell}"' if cell[:1].isalpha() else cell for cell in line.split(";")] for line in text.splitlines())
    return "\n".join(",".join(line) for line in lines).encode("cp1252")


@pytest.mark.parametrize("form", ["semicolon", "tab", "comma"])
def test_the_three_files(tmp_path: Path, form: str) -> None:
    structure = STRUCTURE
    if form == "comma":  # the options of multiple responses end in one more delimiter than the header
        structure = "\n".join(f"{row};" if ";Multiple;" in row else row for row in STRUCTURE.splitlines())
    (tmp_path / "structure.csv").write_bytes(in_form(structure, form))
    (tmp_path / "labels.csv").write_bytes(in_form(LABELS, form))
    tables, found = tabulated(tmp_path, in_form(DATASET, form), COLUMNS, TABLES, more=FILES)
    assert [str(each) for each in found] == []
    check(tables)


def rows(text: str) -> list[list[object]]:
    return [[int(cell) if cell.isdigit() else cell or None for cell in line.split(";")] for line in text.splitlines()]


def test_one_workbook(tmp_path: Path) -> None:
    data = workbook(("Labels", rows(LABELS)), ("Dataset", rows(DATASET)), ("Structure", rows(STRUCTURE)))
    tables, found = tabulated(tmp_path, data, COLUMNS, TABLES, file="s.xlsx", more="format: surveyxact")
    assert [str(each) for each in found] == []
    check(tables)


def test_a_dataset_over_two_sheets_is_one(tmp_path: Path) -> None:
    left = [row[:2] for row in rows(DATASET)]
    right = [row[2:] for row in rows(DATASET)]
    parts = (("Dataset(1)", left), ("Dataset(2)", right), ("Labels", rows(LABELS)), ("Structure", rows(STRUCTURE)))
    tables, found = tabulated(tmp_path, workbook(*parts), COLUMNS, TABLES, file="s.xlsx", more="format: surveyxact")
    assert [str(each) for each in found] == []
    check(tables)


def test_the_older_form_has_heads_over_labels_and_calls_questions_descriptions(tmp_path: Path) -> None:
    (tmp_path / "structure.csv").write_text("variableName;variableDescription\ns_1;Er I her?\n", encoding="utf-8")
    (tmp_path / "labels.csv").write_text("V.Name;V.Value;V.Label\ns_1;1;Ja\ns_1;2;Nej\n", encoding="utf-8")
    column, table = "q: {column: s_1, type: single}", "q: {data: s, question: q, statistic: count}"
    tables, found = tabulated(tmp_path, DATASET, column, table, more=FILES)
    assert [str(each) for each in found] == []
    assert (tables["q"].question, [row.label for row in tables["q"].rows]) == ("Er I her?", ["Ja", "Nej"])


def test_labels_whose_first_row_repeats_a_cell_are_no_header(tmp_path: Path) -> None:
    (tmp_path / "structure.csv").write_text(STRUCTURE, encoding="utf-8")
    (tmp_path / "labels.csv").write_text("s_1;1;1\ns_1;2;2\n", encoding="utf-8")
    tables, found = tabulated(tmp_path, DATASET, COLUMNS, TABLES, more=FILES)
    assert [str(each) for each in found] == []
    assert [row.label for row in tables["q"].rows] == ["1", "2"]


@pytest.mark.parametrize(
    ("structure", "labels", "said"),
    [
        ("name;text\ns_1;x\n", LABELS, "no-column structure.csv:1:0"),
        (STRUCTURE, "s_1;1\n", "no-column labels.csv:1:0"),
        (STRUCTURE, "variableName;code\ns_1;1\n", "no-column labels.csv:1:0"),
        (STRUCTURE, "", "data-empty labels.csv:1:1"),
    ],
)
def test_parts_of_another_form_are_located(tmp_path: Path, structure: str, labels: str, said: str) -> None:
    (tmp_path / "structure.csv").write_text(structure, encoding="utf-8")
    (tmp_path / "labels.csv").write_text(labels, encoding="utf-8")
    found = faults(tmp_path, DATASET, COLUMNS, more=FILES)
    assert said.rpartition(":")[0] in [one.rpartition(":")[0] for one in found]
