"""Counts, shares and means of questions, each with its base and its rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surveys import faults, one, tabulated

from deckgen.figures import provenance

SINGLE = "type: single, options: {1: Ja, 2: Nej, 9: Ved ikke}, dont-know: [9]"
ANSWERS = "id;q\n1;1\n2;2\n3;1\n4;9\n5;\n6;1\n"


def test_dont_know_is_in_the_base_or_out_as_it_is_said(tmp_path: Path) -> None:
    assert one(tmp_path, ANSWERS, SINGLE, "statistic: count") == [("1", "3", 3, 4), ("2", "1", 1, 4)]
    assert one(tmp_path, ANSWERS, SINGLE, "statistic: count, dont-know: in") == [
        ("1", "3", 3, 5),
        ("2", "1", 1, 5),
        ("9", "1", 1, 5),
    ]


def test_a_row_knows_the_lines_that_it_rests_on_and_the_table_how_it_came_about(tmp_path: Path) -> None:
    tables, _ = tabulated(tmp_path, ANSWERS, f"q: {{{SINGLE}}}", "t: {data: s, question: q, statistic: share}")
    table = tables["t"]
    row = table.row("Ja")
    assert row is not None and tuple(row.rows) == (2, 4, 7) and row.value == 75
    assert (table.file, table.base, provenance.tabulated(table.declared)) == ("s.csv", 4, "share of `q` in s.csv")


def test_missing_codes_are_missing_and_labels_stand_for_codes(tmp_path: Path) -> None:
    column = "type: single, options: {1: Ja, 2: Nej}, missing: [77]"
    assert one(tmp_path, "id;q\n1;Ja\n2;77\n3;2\n", column, "statistic: count") == [
        ("1", "1", 1, 2),
        ("2", "1", 1, 2),
    ]
    assert faults(tmp_path, "id;q\n1;Måske\n", f"q: {{{column}}}") == ["bad-cell s.csv:2:2"]


@pytest.mark.parametrize(
    ("statistic", "value", "count"),
    [
        ("sum", "10", 4),
        ("mean", "2.5", 4),
        ("median", "1.5", 4),
        ("minimum", "1", 2),
        ("maximum", "6", 1),
        ("count", "4", 4),
    ],
)
def test_statistics_of_numbers(tmp_path: Path, statistic: str, value: str, count: int) -> None:
    rows = one(tmp_path, "id;q\n1;1\n2;6\n3;\n4;2\n5;1\n", "type: integer", f"statistic: {statistic}")
    assert [(key, Decimal(said), n) for key, said, n, _ in rows] == [("all", Decimal(value), count)]


def test_fractions_are_summed_exactly(tmp_path: Path) -> None:
    assert one(tmp_path, "n;q\n" + "1;0,1\n" * 10, "type: decimal", "statistic: sum")[0][1] == "1.0"


def test_a_scale_has_a_mean_and_a_distribution(tmp_path: Path) -> None:
    scale = "type: scale, options: {1: Lav, 2: Middel, 3: Høj, 8: Ved ikke}, dont-know: [8]"
    data = "id;q\n1;1\n2;3\n3;3\n4;8\n"
    assert one(tmp_path, data, scale, "statistic: median")[0][1] == "3"
    assert [row[1] for row in one(tmp_path, data, scale, "statistic: count")] == ["1", "0", "2"]


def test_a_blank_multiple_response_is_no_answer_and_zeros_are_one(tmp_path: Path) -> None:
    column = "type: multiple, columns: [a, b], options: {a: Kommune, b: Erhvervshus}"
    data = "a;b\n1;0\n1;1\n0;0\n;\n;1\n"
    assert one(tmp_path, data, column, "statistic: count") == [("a", "2", 2, 4), ("b", "2", 2, 4)]
    assert faults(tmp_path, "a;b\n1;2\n", f"q: {{{column}}}") == ["bad-cell s.csv:2:2"]


def test_several_answers_in_one_cell(tmp_path: Path) -> None:
    column = "type: multiple, options: {A: Alfa, B: Beta, V: Ved ikke}, dont-know: [V]"
    data = "id,q\n1,A;B;\n2,B\n3,\n4,V;\n"
    assert one(tmp_path, data, column, "statistic: share") == [("A", "50", 1, 2), ("B", "100", 2, 2)]


def test_filters_and_groups(tmp_path: Path) -> None:
    tables, found = tabulated(
        tmp_path,
        "q;g;n\n1;x;5\n2;x;7\n1;y;\n1;;9\n",
        "q: {type: single, options: {1: Ja, 2: Nej}}, n: {type: integer}, "
        "g: {type: single, options: {x: Nord, y: Syd}}",
        """
        by: {data: s, question: q, statistic: count, by: g}
        sum: {data: s, question: n, statistic: sum, by: g}
        kept: {data: s, question: n, statistic: sum, where: {q: Ja}}
        none: {data: s, question: n, statistic: mean, where: {q: Ja, g: y}}
        """,
    )
    assert [str(each) for each in found] == []
    assert {row.key: (row.count, row.base) for row in tables["by"].rows} == {
        "x/1": (1, 2),
        "x/2": (1, 2),
        "y/1": (1, 1),
        "y/2": (0, 1),
    }
    assert [(row.label, row.value) for row in tables["sum"].rows] == [("Nord", Decimal(12)), ("Syd", None)]
    assert (tables["kept"].rows[0].value, provenance.tabulated(tables["kept"].declared)) == (
        Decimal(14),
        "sum of `n` in s.csv where q is Ja",
    )
    assert tables["none"].rows[0].value is None and tables["none"].base == 0


def test_a_tabulation_knows_in_words_what_it_counts(tmp_path: Path) -> None:
    tables, found = tabulated(
        tmp_path,
        "q;g;m\n1;x;1\n2;x;1,2\n",
        """
        q: {type: single, label: Er I med?, options: {1: Ja, 2: Nej}},
        g: {type: single, label: Hvor?, options: {x: Nord, y: Syd}},
        m: {type: multiple, separator: ",", options: {1: A, 2: B}}
        """,
        """
        by: {data: s, question: q, statistic: share, by: g, where: {g: [x, Syd]}}
        count: {data: s, question: g, statistic: count}
        many: {data: s, question: m, statistic: share}
        """,
        more="note: Opdigtet",
    )
    assert [str(each) for each in found] == []
    by, many = tables["by"], tables["many"]
    assert (by.question, by.by, by.where, by.note) == (
        "Er I med?",
        ("Hvor?",),
        (("Hvor?", ("Nord", "Syd")),),
        "Opdigtet",
    )
    assert (by.exclusive, tables["count"].exclusive, many.exclusive) == (True, True, False)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("{data: x, question: q, statistic: count}", "unknown-dataset"),
        ("{data: s, question: p, statistic: count}", "unknown-question"),
        ("{data: s, question: q, statistic: sum}", "statistic-impossible"),
        ("{data: s, question: n, statistic: share}", "statistic-impossible"),
        ("{data: s, question: q, statistic: count, by: n}", "group-impossible"),
        ("{data: s, question: q, statistic: count, where: {q: Måske}}", "unknown-answer"),
        ("{data: s, question: q, statistic: often}", "unknown-choice"),
    ],
)
def test_a_tabulation_that_cannot_be_made_is_located(tmp_path: Path, table: str, code: str) -> None:
    columns = "q: {type: single, options: {1: Ja}}, n: {type: integer}"
    (only,) = tabulated(tmp_path, "q;n\n1;2\n", columns, f"t: {table}")[1]
    assert (only.code, only.span.file, only.span.line) == (code, "data.yaml", 4)


def test_a_misspelt_column_is_one_mistake_whatever_asks_for_it(tmp_path: Path) -> None:
    columns = "gruop: {type: single, options: {1: Nord}}, more: {type: single, options: {1: Ja}}"
    tables = """
        of: {data: s, question: group, statistic: count}
        by: {data: s, question: more, statistic: count, by: group}
        where: {data: s, question: more, statistic: count, where: {group: 1}}
        """
    batteries = "batteries: {b: {label: Begge, questions: [group, more]}}"
    found = tabulated(tmp_path, "group;more\n1;1\n", columns, tables, more=batteries)[1]
    assert [each.code for each in found] == ["no-column"]
    found = tabulated(tmp_path, "group;more\n1;1\n", columns, "of: {data: s, question: x, statistic: count}")[1]
    assert [each.code for each in found] == ["no-column", "unknown-question"]


def test_more_rows_than_were_asked_are_reported(tmp_path: Path) -> None:
    assert faults(tmp_path, "q\n1\n2\n", "q: {type: integer}", more="population: 1") == [
        "population-exceeded data.yaml:2:74"
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.none(), st.integers(-(10**6), 10**6)), min_size=1, max_size=30))
def test_statistics_agree_with_pythons_own(tmp_path: Path, answers: list[int | None]) -> None:
    data = "id;q\n" + "".join(f"1;{'' if answer is None else answer}\n" for answer in answers)
    known = [answer for answer in answers if answer is not None]
    names = ("sum", "median", "minimum", "maximum", "count")
    tables, _ = tabulated(
        tmp_path,
        data,
        "q: {type: integer}",
        "\n".join(f"{name}: {{data: s, question: q, statistic: {name}}}" for name in names),
    )
    got = [tables[name].rows[0].value for name in names]
    wanted = [sum(known), median(known), min(known), max(known), len(known)] if known else [None] * 4 + [0]
    assert [None if value is None else float(value) for value in got] == wanted
