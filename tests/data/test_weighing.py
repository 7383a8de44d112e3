"""What each respondent weighs: by a column, or by margins that are to hold."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surveys import faults, tabulated

from deckgen.data.codes import FEW
from deckgen.figures import provenance
from deckgen.locale import language
from deckgen.model.data import Tabulation

Q = "q: {type: single, options: {1: Ja, 2: Nej}}"
ANSWERS = "id;q;w\n1;1;0,8\n2;2;1,2\n3;1;1,0\n"


def table(folder: Path, data: str, more: str, tabulation: str = "statistic: share", columns: str = Q) -> Tabulation:
    tables, found = tabulated(folder, data, columns, f"t: {{data: s, question: q, {tabulation}}}", more=more)
    assert [str(each) for each in found] == []
    return tables["t"]


def values(made: Tabulation) -> list[float]:
    return [float(row.value or 0) for row in made.rows]


def test_a_column_weighs_and_n_is_told_as_it_is(tmp_path: Path) -> None:
    made = table(tmp_path, ANSWERS, "named: false, weight: w")
    assert values(made) == [60, 40] and [(row.count, row.base) for row in made.rows] == [(2, 3), (1, 3)]
    assert round(made.rows[0].effective or 0, 3) == Decimal("2.922")
    assert provenance.tabulated(made.declared) == "share of `q` in s.csv, weighted by `w`"


def test_a_tabulation_names_its_own_weights_or_none(tmp_path: Path) -> None:
    assert values(table(tmp_path, ANSWERS, "named: false", "statistic: share, weight: w")) == [60, 40]
    plain = table(tmp_path, ANSWERS, "named: false, weight: w", "statistic: count, weighted: false")
    assert values(plain) == [2, 1] and plain.rows[0].effective is None and not plain.declared.weight


def test_weights_are_written_as_the_column_says(tmp_path: Path) -> None:
    columns = f"{Q}, w: {{type: decimal, decimal: point}}"
    made = table(tmp_path, ANSWERS.replace(",", "."), "named: false, weight: w", "statistic: count", columns)
    assert values(made) == [1.8, 1.2]


def test_who_weighs_nothing_is_not_counted(tmp_path: Path) -> None:
    made = table(tmp_path, ANSWERS + "4;1;0\n", "named: false, weight: w", "statistic: maximum", "q: {type: integer}")
    assert (made.rows[0].base, values(made)) == (3, [2])
    assert table(tmp_path, ANSWERS + "4;1;0\n", "named: false, weight: w").base == 3


def test_a_large_file_weighs_as_a_small_one(tmp_path: Path) -> None:
    times = FEW // 2
    made = table(
        tmp_path, "x;q;w\n" + "".join(ANSWERS.splitlines(keepends=True)[1:]) * times, "named: false, weight: w"
    )
    assert (made.base, values(made)) == (3 * times, [60, 40])
    assert round(made.rows[0].effective or 0) == round(Decimal("2.92207792") * times)


def test_what_is_said_on_slides_of_weights() -> None:
    danish, english = language("da"), language("en")
    assert danish is not None and english is not None
    assert danish.respondents(1412, Decimal("1150.4")) == "n = 1.412, vægtet, effektivt n = 1.150"
    assert english.respondents(12, None) == "n = 12"


@pytest.mark.parametrize(
    ("cell", "fault"),
    [("-1", "bad-weight s.csv:5:3"), ("", "bad-weight s.csv:5:3"), ("x", "bad-cell s.csv:5:3")],
)
def test_what_is_no_weight_is_told_at_its_cell(tmp_path: Path, cell: str, fault: str) -> None:
    assert faults(tmp_path, f"{ANSWERS}4;1;{cell}\n", Q, more="weight: w") == [fault]


def test_a_column_that_cannot_weigh_is_told_where_it_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path, ANSWERS, Q, more="weight: q") == ["bad-weight data.yaml:2:95"]
    assert faults(tmp_path, ANSWERS, Q, more="weight: v") == ["no-column data.yaml:2:95"]
    nothing = "id;q;w\n1;1;0\n2;2;0\n"
    assert faults(tmp_path, nothing, Q, more="weight: w") == ["bad-weight data.yaml:2:95"]


def test_only_what_is_weighed_by_a_bad_column_is_left_out(tmp_path: Path) -> None:
    tabulations = (
        "t: {data: s, question: q, statistic: share, weight: v}\nu: {data: s, question: q, statistic: share}"
    )
    tables, found = tabulated(tmp_path, ANSWERS, Q, tabulations)
    assert [each.code for each in found] == ["no-column"] and list(tables) == ["u"]


SAMPLE = "id;q;g;h\n0;1;a;N\n1;1;a;S\n2;2;a;N\n3;1;a;N\n4;2;b;S\n5;2;b;N\n6;1;b;S\n7;2;b;S\n8;1;b;N\n"
GROUPS = (
    f"{Q}, g: {{type: single, options: {{a: A, b: B}}}}, h: {{type: single, options: {{N: Nord, S: Syd, V: Vest}}}}"
)


def shares(folder: Path, question: str, rake: str, data: str = SAMPLE) -> dict[str, float]:
    tables, found = tabulated(
        folder,
        data,
        GROUPS,
        f"t: {{data: s, question: {question}, statistic: share}}",
        more=f"named: false, rake: {{{rake}}}",
    )
    assert [str(each) for each in found] == []
    return {row.key: round(float(row.value or 0), 6) for row in tables["t"].rows}


def test_margins_hold_when_respondents_are_raked_to_them(tmp_path: Path) -> None:
    rake = "margins: {g: {a: 40, b: 60}, h: {N: 55, S: 45}}"
    assert shares(tmp_path, "g", rake) == {"a": 40, "b": 60}
    assert shares(tmp_path, "h", rake) == {"N": 55, "S": 45, "V": 0}


def test_margins_may_be_in_people(tmp_path: Path) -> None:
    assert shares(tmp_path, "g", "margins: {g: {a: 200000, b: 600000}}") == {"a": 25, "b": 75}


def test_who_did_not_answer_a_margin_weighs_as_the_others_make_it(tmp_path: Path) -> None:
    data = SAMPLE + "9;1;;N\n"
    assert shares(tmp_path, "g", "margins: {g: {a: 40, b: 60}, h: {N: 50, S: 50}}", data) == {"a": 40, "b": 60}


def test_no_weight_is_more_than_the_trim_lets_it_be(tmp_path: Path) -> None:
    data = "id;q;g;h\n1;1;a;N\n" + "".join(f"{at};2;b;{'NS'[at % 2]}\n" for at in range(2, 40))
    more = "named: false, rake: {margins: {h: {N: 50, S: 50}}, trim: 1.2}"
    tables, found = tabulated(tmp_path, data, GROUPS, "t: {data: s, question: g, statistic: count}", more=more)
    assert not len(found) and all((row.value or 0) <= row.count * Decimal("1.2") for row in tables["t"].rows)
    tight = "rake: {margins: {g: {a: 30, b: 70}}, trim: 2}"
    assert faults(tmp_path, data, GROUPS, more=tight) == ["rake-failed data.yaml:2:205"]


@pytest.mark.parametrize(
    ("rake", "code"),
    [
        ("margins: {}", "rake-unfit"),
        ("margins: {g: {a: 40, b: 50}}", "rake-unfit"),
        ("margins: {g: {a: 100}}", "rake-unfit"),
        ("margins: {g: {a: 0, b: 100}}", "rake-unfit"),
        ("margins: {g: {a: 40, b: 60}, h: {N: 40, S: 40, V: 20}}", "rake-unfit"),
        ("margins: {g: {a: 40, b: 50, c: 10}}", "unknown-answer"),
        ("margins: {x: {a: 40, b: 60}}", "unknown-question"),
        ("margins: {id: {1: 100}}", "rake-unfit"),
        ("margins: {g: {a: 40, b: x}}", "not-a-number"),
        ("margins: {g: {a: 40, b: 60}}, trim: 1", "rake-unfit"),
    ],
)
def test_margins_that_cannot_be_are_told_where_they_stand(tmp_path: Path, rake: str, code: str) -> None:
    columns = f"{GROUPS}, id: {{type: integer}}"
    found = faults(tmp_path, SAMPLE, columns, more=f"rake: {{{rake}}}")
    assert [one.split()[0] for one in found] == [code] and found[0].split()[1].startswith("data.yaml:2:")


def test_margins_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    data = "id;q;g;h\n" + "".join(f"{at};1;{'ab'[at % 2]};{'NS'[at % 2]}\n" for at in range(20))
    rake = "rake: {margins: {g: {a: 30, b: 70}, h: {N: 70, S: 30}}}"
    assert [one.split()[0] for one in faults(tmp_path, data, GROUPS, more=rake)] == ["rake-failed"]


PAIRS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("NS"), st.integers(1, 40)), min_size=8, max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(PAIRS, st.integers(20, 80), st.integers(20, 80))
def test_whatever_is_raked_holds_its_margins_or_is_told(
    tmp_path: Path, answers: list[tuple[str, str, int]], a: int, north: int
) -> None:
    met = Counter((g, h) for g, h, _ in answers)
    data = "id;q;g;h;w\n" + "".join(f"{at};1;{g};{h};{w}\n" for at, (g, h, w) in enumerate(answers))
    rake = f"rake: {{margins: {{g: {{a: {a}, b: {100 - a}}}, h: {{N: {north}, S: {100 - north}}}}}}}, weight: w"
    tabulations = "\n".join(f"{each}: {{data: s, question: {each}, statistic: share}}" for each in "gh")
    tables, found = tabulated(tmp_path, data, GROUPS, tabulations, more=f"named: false, {rake}")
    if len(met) == 4:
        assert not len(found)
    if not len(found):
        assert abs(float(tables["g"].rows[0].value or 0) - a) < 1e-6
        assert abs(float(tables["h"].rows[0].value or 0) - north) < 1e-6
        together = tables["g"].rows[0].effective
        assert together is not None and 0 < together <= len(answers)
