"""The forms in which survey tools write several answers, heads in several lines, and questions asked as one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from surveys import faults, one, tabulated, workbook

COUNT = "statistic: count"
WAYS = "type: multiple, options: {Bil: Bil, Cykel: Cykel, Tog: Tog, andet: Andet}"
TICKED = "type: multiple, columns: [m_1, m_2], options: {m_1: Bil, m_2: Tog}"


def counts(folder: Path, data: bytes | str, column: str, **more: str) -> dict[str, str]:
    return {key: value for key, value, _, _ in one(folder, data, column, COUNT, **more)}


def test_answers_in_own_words_count_as_the_option_that_is_named(tmp_path: Path) -> None:
    data = 'n,q\n1,Bil;Cykel;\n2,"Tog;Min egen løbecykel;"\n3,\n4,Bil;\n'
    assert faults(tmp_path, data, f"q: {{{WAYS}}}") == ["bad-cell s.csv:3:2"]
    assert counts(tmp_path, data, f"{WAYS}, other: andet") == {"Bil": "2", "Cykel": "1", "Tog": "1", "andet": "1"}
    single = "type: single, options: {1: Ja, 2: Nej, 3: Andet}, other: 3"
    assert counts(tmp_path, "n;q\na;Ja\nb;Måske\n", single) == {"1": "1", "2": "0", "3": "1"}


def test_a_separator_may_stand_inside_an_option(tmp_path: Path) -> None:
    column = 'type: multiple, separator: ",", options: {1: "Mad, drikke, mv.", 2: Mad, 3: Løn}'
    data = 'n;q\na;"Mad, drikke, mv., Løn"\nb;"Løn,Mad"\nc;1\n'
    assert counts(tmp_path, data, column) == {"1": "2", "2": "1", "3": "2"}
    assert faults(tmp_path, 'n;q\na;"Mad, drikke"\n', f"q: {{{column}}}") == ["bad-cell s.csv:2:2"]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        ("Y;\n;Y\nY;Y\n;\nY;\n", ", chosen: [Y]"),
        ("Y;N\nN;Y\nY;Y\n;\nY;N\n", ", chosen: [Y], not-chosen: [N]"),
        ("Bil;\n;Tog\nBil;Tog\n;\nBil;\n", ""),
        ("1;0\n0;1\n1;1\n;\n1;\n", ""),
    ],
)
def test_options_in_columns_are_ticked_in_the_ways_of_survey_tools(tmp_path: Path, rows: str, more: str) -> None:
    found = one(tmp_path, f"m_1;m_2\n{rows}", TICKED + more, COUNT)
    assert [(key, value, base) for key, value, _, base in found] == [("m_1", "3", 4), ("m_2", "2", 4)]


def test_what_neither_ticks_nor_unticks_is_refused_at_its_own_column(tmp_path: Path) -> None:
    found = tabulated(tmp_path, "m_1;m_2\nY;Tog\nY;ja\n", f"q: {{{TICKED}, chosen: [Y]}}")[1]
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("bad-cell", 3, 2)]


def test_a_column_of_own_words_is_ticked_by_any(tmp_path: Path) -> None:
    column = f"{TICKED}, chosen: [Y], other: m_2"
    assert counts(tmp_path, "m_1;m_2\nY;til fods\n;N\nY;0\n;ski\n", column) == {"m_1": "2", "m_2": "3"}


@pytest.mark.parametrize(
    "said",
    ["chosen: [Y]", "not-chosen: [N]", "other: 7", "columns: [n], options: {n: x}, chosen: [Y], not-chosen: [Y]"],
)
def test_a_column_that_says_what_it_has_no_use_for_is_refused(tmp_path: Path, said: str) -> None:
    kind = "type: multiple" if "columns" in said else "type: single, options: {1: Ja}"
    assert [one.split()[0] for one in faults(tmp_path, "n;q\n1;1\n", f"q: {{{kind}, {said}}}")] == ["column-unfit"]


def test_heads_that_break_their_lines_are_declared_with_or_without_the_break(tmp_path: Path) -> None:
    data = '"Hvad deler I?\n[Kran]";"Hvad deler I?\n[Kaj]"\n1;0\n1;1\n0;0\n'
    for between in (" ", r"\n"):
        crane, quay = (f'"Hvad deler I?{between}[{option}]"' for option in ("Kran", "Kaj"))
        column = f"type: multiple, columns: [{crane}, {quay}], options: {{{crane}: Kran, {quay}: Kaj}}"
        assert [row[1] for row in one(tmp_path, data, column, "statistic: count")] == ["2", "1"]


TWO_LINES = "RespondentID,Hvad bruger du?,,Alt i alt?\n,Bil,Tog,Response\n11,Bil,,Ja\n12,,Tog,Nej\n13,Bil,Tog,Ja\n"


def test_heads_in_two_lines_are_read_as_one(tmp_path: Path) -> None:
    column = (
        'type: multiple, columns: ["Hvad bruger du? / Bil", "Hvad bruger du? / Tog"], '
        'options: {"Hvad bruger du? / Bil": Bil, "Hvad bruger du? / Tog": Tog}'
    )
    more = "header-rows: 2, key: RespondentID"
    assert list(counts(tmp_path, TWO_LINES, column, more=more).values()) == ["2", "2"]
    last = 'type: single, column: "Alt i alt? / Response", options: {1: Ja, 2: Nej}'
    assert counts(tmp_path, TWO_LINES, last, more=more) == {"1": "2", "2": "1"}
    rows: list[list[Any]] = [["Udtræk"], ["Hvem", "Hvad", None], [None, "Bil", "Tog"], [1, 1, 0]]
    held = workbook(("Svar", rows))
    column = 'type: multiple, columns: ["Hvad / Bil", "Hvad / Tog"]'
    more = "header-row: 2, header-rows: 2"
    assert list(counts(tmp_path, held, column, file="s.xlsx", more=more).values()) == ["1", "0"]


def test_heads_that_take_no_line_are_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "q\n1\n", "q: {type: text}", more="header-rows: 0")[0].startswith("bad-row-number")


@pytest.mark.parametrize(("word", "sign"), [("tab", "\t"), ("semicolon", ";"), ("comma", ","), ("bar", "|")])
def test_the_delimiter_may_be_said(tmp_path: Path, word: str, sign: str) -> None:
    head = f"a{''.join(other for other in ';,|' if other != sign)}b"
    column = f'type: integer, column: "{head}"'
    data = f"n{sign}{head}\n1{sign}7\n"
    assert one(tmp_path, data, column, "statistic: sum", more=f"delimiter: {word}")[0][1] == "7"


AGREE = "options: {1: Uenig, 2: Hverken, 3: Enig, 9: Ved ikke}, dont-know: [9]"
BATTERY = f"a: {{type: scale, label: Løn, {AGREE}}}, b: {{type: scale, label: Ledelse, {AGREE}}}, c: {{type: text}}"
ANSWERS = "a;b;c\n" + "3;1;x\n" * 6 + "3;2;x\n" * 4 + "1;9;x\n" * 4 + "2;3;x\n" * 5
NAMED = "batteries: {work: {label: Hvor enig er du?, questions: [a, b]}}"


def test_a_battery_is_one_table_with_a_group_for_each_question(tmp_path: Path) -> None:
    table = "t: {data: s, question: work, statistic: share}"
    made, found = tabulated(tmp_path, ANSWERS, BATTERY, table, more=NAMED)
    assert not len(found)
    rows = made["t"].rows
    assert [row.key for row in rows] == ["a/1", "a/2", "a/3", "b/1", "b/2", "b/3"]
    assert [(row.group, row.answer, row.count, row.base) for row in rows][3:5] == [
        ("Ledelse", "Uenig", 6, 15),
        ("Ledelse", "Hverken", 4, 15),
    ]
    assert (made["t"].question, made["t"].base, made["t"].battery) == ("Hvor enig er du?", 19, True)
    made, _ = tabulated(tmp_path, ANSWERS, BATTERY, table.replace("share", "mean"), more=NAMED)
    assert [(row.key, row.label) for row in made["t"].rows] == [("a", "Løn"), ("b", "Ledelse")]


def test_questions_that_a_tabulation_lists_are_told_as_a_battery_of_them(tmp_path: Path) -> None:
    told = "t: {{data: s, {}, statistic: share}}"
    named, _ = tabulated(tmp_path, ANSWERS, BATTERY, told.format("question: work"), more=NAMED)
    listed, found = tabulated(tmp_path, ANSWERS, BATTERY, told.format("questions: [a, b]"))
    cells = [[(row.key, row.label, row.value, row.base) for row in made["t"].rows] for made in (named, listed)]
    assert not len(found) and cells[0] == cells[1]
    assert (listed["t"].battery, listed["t"].declared.question) == (True, "a, b")


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ("questions: [a]", "battery-unfit data.yaml:4:28"),
        ("questions: [a, c]", "battery-unfit data.yaml:4:31"),
        ("questions: [a, e]", "unknown-question data.yaml:4:31"),
        ("question: a, questions: [a, b]", "battery-unfit data.yaml:4:41"),
        ("by: a", "missing-key data.yaml:4:6"),
    ],
)
def test_a_tabulation_of_no_question_or_of_those_that_are_no_battery_is_refused(
    tmp_path: Path, asked: str, fault: str
) -> None:
    table = f"t: {{data: s, {asked}, statistic: count}}"
    assert faults(tmp_path, "a;b;c\n3;1;x\n", BATTERY, tabulations=table) == [fault]


def test_small_cells_of_a_battery_are_hidden_in_each_question_for_itself(tmp_path: Path) -> None:
    data = "a;b;c\n" + "3;1;x\n" * 9 + "1;1;x\n" + "2;3;x\n" * 5
    table = "t: {data: s, question: work, statistic: count}"
    made, _ = tabulated(tmp_path, data, BATTERY, table, more=NAMED)
    assert [row.key for row in made["t"].rows if row.hidden] == ["a/1", "a/2"]


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("work: {questions: [a]}", "battery-unfit"),
        ("work: {questions: [a, c]}", "battery-unfit"),
        ("a: {questions: [a, b]}", "battery-unfit"),
        ("work: {questions: [a, d]}", "battery-unfit"),
        ("work: {questions: [a, e]}", "unknown-question"),
    ],
)
def test_a_battery_that_is_none_is_refused(tmp_path: Path, named: str, code: str) -> None:
    columns = f"{BATTERY}, d: {{type: single, options: {{x: Ja}}}}"
    data = "a;b;c;d\n3;1;x;x\n"
    assert [one.split()[0] for one in faults(tmp_path, data, columns, more=f"batteries: {{{named}}}")] == [code]


def test_a_battery_is_in_no_groups_of_another_question(tmp_path: Path) -> None:
    table = "t: {data: s, question: work, statistic: share, by: a}"
    found = tabulated(tmp_path, ANSWERS, BATTERY, table, more=NAMED)[1]
    assert [each.code for each in found] == ["group-impossible"]


def gathered(folder: Path, table: str) -> list[tuple[str, int, int]]:
    made, found = tabulated(folder, ANSWERS, BATTERY, f"t: {{data: s, question: a, {table}}}")
    assert not len(found)
    return [(row.key, row.count, row.base) for row in made["t"].rows if not row.hidden]


def test_answers_are_gathered_under_one_label(tmp_path: Path) -> None:
    table = "statistic: share, gather: {Ikke enig: [1, 2], Enig: [3]}"
    assert gathered(tmp_path, table) == [("Ikke enig", 9, 19), ("Enig", 10, 19)]
    assert gathered(tmp_path, "statistic: count, gather: {Enig: [3]}") == [("Enig", 10, 19)]


def test_what_a_gathered_answer_leaves_over_is_told_of_as_few_as_nothing(tmp_path: Path) -> None:
    """Where 18 of 19 agree, one is known not to."""
    data = "a;b;c\n" + "3;1;x\n" * 18 + "1;1;x\n"
    table = "t: {data: s, question: a, statistic: count, gather: {Enig: [2, 3]}}"
    made, _ = tabulated(tmp_path, data, BATTERY, table)
    assert [row.hidden for row in made["t"].rows] == [True]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("statistic: share, gather: {Enig: [3], Alle: [1, 3]}", "gather-unfit"),
        ("statistic: mean, gather: {Enig: [3]}", "gather-unfit"),
        ("statistic: share, gather: {Enig: [4]}", "unknown-answer"),
    ],
)
def test_what_cannot_be_gathered_is_refused(tmp_path: Path, table: str, code: str) -> None:
    found = tabulated(tmp_path, ANSWERS, BATTERY, f"t: {{data: s, question: a, {table}}}")[1]
    assert [each.code for each in found] == [code]


def test_every_column_that_a_question_names_and_the_file_lacks_is_told_at_its_name(tmp_path: Path) -> None:
    found = tabulated(tmp_path, "a;b\n1;0\n", "q: {type: multiple, columns: [x, a, y], options: {x: X, a: A, y: Y}}")[
        1
    ]
    lacking = [one.message.rpartition("column ")[2] for one in found if one.code == "no-column"]
    assert lacking == ["`x`", "`y`"]


def test_columns_may_hold_the_codes_of_the_options_that_were_chosen(tmp_path: Path) -> None:
    data = "id;first;second\n1;1;3\n2;3;\n3;;\n4;3;3\n5;8;\n"
    column = "type: multiple, columns: [first, second], options: {1: Kran, 3: Truck, 8: Ved ikke}, dont-know: [8]"
    assert one(tmp_path, data, column, "statistic: count, named: false") == [("1", "1", 1, 3), ("3", "3", 3, 3)]
    assert faults(tmp_path, data.replace("2;3;", "2;3;7"), f"q: {{{column}}}") == ["bad-cell s.csv:3:3"]


def test_a_blank_among_several_answers_is_missing_or_says_none(tmp_path: Path) -> None:
    """69 % of those who ticked any were told as if they were 69 % of all."""
    held, in_columns = "n;q\na;Bil\nb;\nc;Tog\nd;\n", "m_1;m_2\nY;\n;\n;Y\n;\n"
    for blank, base in (("", 2), (", blank: missing", 2), (", blank: none", 4)):
        assert {each[3] for each in one(tmp_path, held, WAYS + blank, COUNT)} == {base}
        assert {each[3] for each in one(tmp_path, in_columns, f"{TICKED}, chosen: [Y]{blank}", COUNT)} == {base}
    single = "type: single, blank: none, options: {Bil: Bil, Tog: Tog}"
    assert faults(tmp_path, held, f"q: {{{single}}}") == ["column-unfit data.yaml:2:66"]
