"""Nets of scales, Net Promoter Scores, quantiles, and how sure a number is."""

from __future__ import annotations

import math
from decimal import Decimal
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from surveys import faults, one, tabulated

from deckgen.data.distributions import t_within, two_sided
from deckgen.data.intervals import share_interval
from deckgen.data.measures import quantile, scores
from deckgen.data.tallies import Tally
from deckgen.locale import language

SCALE = "type: scale, options: {1: A, 2: B, 3: C, 4: D, 5: E, 9: Ved ikke}, dont-know: [9]"
ANSWERS = "id;q\n" + "".join(f"{at};{answer}\n" for at, answer in enumerate("1223334444555559"))


@pytest.mark.parametrize(
    ("net", "key", "n"),
    [
        ("top-2", "Enig", 9),
        ("bottom-2", "Enig", 3),
        ("top-1", "Enig", 5),
        ("[top-1, 1]", "Enig", 6),
        ("[5, 4]", "Enig", 9),
    ],
)
def test_a_net_is_the_highest_or_lowest_steps_of_a_scale(tmp_path: Path, net: str, key: str, n: int) -> None:
    assert one(tmp_path, ANSWERS, SCALE, f"statistic: count, gather: {{Enig: {net}}}, named: false") == [
        (key, f"{n}", n, 15)
    ]


def test_the_top_of_a_scale_that_is_listed_downwards_is_its_highest_number(tmp_path: Path) -> None:
    down = "type: scale, options: {3: Høj, 2: Middel, 1: Lav}"
    table = "statistic: count, gather: {Høj: top-1}, named: false"
    assert one(tmp_path, "id;q\n1;1\n2;3\n3;3\n", down, table) == [("Høj", "2", 2, 3)]


def test_an_option_may_be_called_as_a_net_is(tmp_path: Path) -> None:
    column = "type: single, options: {top-2: Top 2, rest: Resten}"
    table = "statistic: count, gather: {Øverst: [top-2]}, named: false"
    assert one(tmp_path, "id;q\n1;rest\n2;top-2\n3;rest\n", column, table) == [("Øverst", "1", 1, 3)]


@pytest.mark.parametrize(
    ("column", "gather"),
    [(SCALE, "top-5"), ("type: single, options: {1: A, 2: B}", "top-1"), (SCALE, "[top-2, 5]"), (SCALE, "top-x")],
)
def test_a_net_that_is_none_is_told(tmp_path: Path, column: str, gather: str) -> None:
    data = ANSWERS if "scale" in column else "id;q\n1;1\n2;2\n"
    table = f"t: {{data: s, question: q, statistic: count, gather: {{Enig: {gather}}}}}"
    (found,) = tabulated(tmp_path, data, f"q: {{{column}}}", table)[1]
    assert found.code == ("unknown-answer" if gather == "top-x" else "gather-unfit") and found.span.line == 4


@pytest.mark.parametrize(
    "column", ["type: integer", f"type: scale, options: {{{', '.join(f'{n}: S{n}' for n in range(11))}}}"]
)
def test_a_net_promoter_score_is_promoters_less_detractors(tmp_path: Path, column: str) -> None:
    data = "id;q\n" + "".join(f"{at};{answer}\n" for at, answer in enumerate([10, 9, 9, 8, 7, 6, 0, 10]))
    assert one(tmp_path, data, column, "statistic: nps, named: false") == [("all", "25", 8, 8)]


def test_answers_beyond_ten_make_no_net_promoter_score(tmp_path: Path) -> None:
    table = "t: {data: s, question: q, statistic: nps}"
    (found,) = tabulated(tmp_path, "id;q\n1;11\n2;3\n", "q: {type: integer}", table)[1]
    assert (found.code, found.span.column) == ("statistic-impossible", 26)


HOURS = "id;q\n" + "".join(f"{at};{at}\n" for at in range(1, 21))


def test_quantiles_are_a_row_each_and_those_at_the_ends_are_hidden(tmp_path: Path) -> None:
    table = "t: {data: s, question: q, statistic: quantile, at: [5, 25, 50, 97.5]}"
    tables, found = tabulated(tmp_path, HOURS, "q: {type: integer}", table)
    assert not len(found)
    rows = [(row.key, row.label, row.value, row.hidden) for row in tables["t"].rows]
    assert rows == [
        ("5", "5 %", Decimal("1.5"), True),
        ("25", "25 %", Decimal("5.5"), False),
        ("50", "50 %", Decimal("10.5"), False),
        ("97.5", "97.5 %", Decimal(20), True),
    ]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.integers(1, 99))
def test_a_part_lies_at_or_below_a_quantile_and_the_rest_at_or_above(answers: list[int], part: int) -> None:
    numbers = {Decimal(each): Tally(n, 2 * n, 4 * n) for each in range(10) if (n := answers.count(each))}
    at = quantile(numbers, Decimal(part))
    assert sum(each <= at for each in answers) * 100 >= part * len(answers)
    assert sum(each >= at for each in answers) * 100 >= (100 - part) * len(answers)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=40))
def test_scores_keep_everybody(answers: list[int]) -> None:
    numbers = {Decimal(each): Tally(n, n, n) for each in range(11) if (n := answers.count(each))}
    told = scores(numbers)
    assert sum(tally.n for tally in told.values()) == len(answers) and told.keys() <= {-100, 0, 100}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("statistic: quantile", "quantile-unfit data.yaml:4:26"),
        ("statistic: quantile, at: [0, 50]", "quantile-unfit data.yaml:4:54"),
        ("statistic: quantile, at: [50, 50]", "quantile-unfit data.yaml:4:54"),
        ("statistic: mean, at: [50]", "quantile-unfit data.yaml:4:50"),
        ("statistic: median, confidence: 95", "confidence-unfit data.yaml:4:60"),
        ("statistic: mean, confidence: 100", "confidence-unfit data.yaml:4:58"),
        ("statistic: mean, confidence: 5", "confidence-unfit data.yaml:4:58"),
    ],
)
def test_what_is_asked_amiss_is_told_where_it_stands(tmp_path: Path, table: str, fault: str) -> None:
    tabulations = f"t: {{data: s, question: q, {table}}}"
    found = faults(tmp_path, HOURS, "q: {type: integer}", tabulations=tabulations)
    assert found == [fault]


@given(st.integers(2, 400), st.integers(0, 400), st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_an_interval_holds_its_share_and_lies_between_none_and_all(n: int, part: int, level: float) -> None:
    part = min(part, n)
    low, high = share_interval(Tally(part, part, part), Tally(n, n, n), n, level)
    assert 0 <= low <= Decimal(100 * part) / n + Decimal("1e-9") and high <= 100
    assert high >= Decimal(100 * part) / n - Decimal("1e-9") and low < high


def test_of_none_among_many_few_may_still_be_so() -> None:
    low, high = share_interval(Tally(), Tally(60, 60, 60), 60, 0.95)
    assert low == 0 and math.isclose(float(high), 100 * (1 - 0.025 ** (1 / 60)))
    assert share_interval(Tally(1, 1, 1), Tally(1, 1, 1), 1, 0.95) == ()


@pytest.mark.parametrize(
    ("level", "freedom", "value"),
    [(0.95, 1, 12.7062047361747), (0.95, 10, 2.22813885198627), (0.99, 239, 2.59655619318242)],
)
def test_the_t_distribution_is_that_of_r(level: float, freedom: float, value: float) -> None:
    assert math.isclose(t_within(level, freedom), value, rel_tol=1e-12)
    assert math.isclose(two_sided(value, freedom), 1 - level, rel_tol=1e-9)


@pytest.mark.parametrize("t", [0.5, 1.96, 5.0])
def test_from_a_thousand_degrees_on_the_t_distribution_goes_on_as_it_was(t: float) -> None:
    before, after = two_sided(t, 999.999999), two_sided(t, 1000.000001)
    assert math.isclose(before, after, rel_tol=1e-7)


def test_of_many_the_t_distribution_is_the_normal_one() -> None:
    assert math.isclose(t_within(0.95, 1e7), NormalDist().inv_cdf(0.975), rel_tol=1e-6)
    assert math.isclose(two_sided(3, 1e9), 2 * NormalDist().cdf(-3), rel_tol=1e-6)


SEVERAL = "type: multiple, columns: [a, b, c]"
TICKS = "a;b;c\n" + "1;1;0\n" * 4 + "1;0;0\n" * 3 + "0;1;1\n" * 3 + "0;0;0\n"


def test_shares_of_several_answers_are_of_respondents_or_of_answers(tmp_path: Path) -> None:
    of_all = one(tmp_path, TICKS, SEVERAL, "statistic: share")
    assert [(key, round(float(value)), n, base) for key, value, n, base in of_all] == [
        ("a", 64, 7, 11),
        ("b", 64, 7, 11),
        ("c", 27, 3, 11),
    ]
    tables, found = tabulated(
        tmp_path, TICKS, f"q: {{{SEVERAL}}}", "t: {data: s, question: q, statistic: share, base: answers}"
    )
    assert not len(found) and round(sum(row.value or 0 for row in tables["t"].rows), 9) == 100
    assert [(round(row.value or 0), row.base, row.answers) for row in tables["t"].rows] == [
        (41, 11, 17),
        (41, 11, 17),
        (18, 11, 17),
    ]


def test_of_shares_of_answers_none_is_given_back_by_the_others(tmp_path: Path) -> None:
    few = "a;b;c\n" + "1;1;0\n" * 6 + "0;1;1\n" * 2 + "1;0;0\n" * 5
    table = "t: {data: s, question: q, statistic: share, base: answers}"
    hidden = [row.hidden for row in tabulated(tmp_path, few, f"q: {{{SEVERAL}}}", table)[0]["t"].rows]
    assert hidden.count(True) >= 2 and hidden[2]


@pytest.mark.parametrize(
    "table",
    ["statistic: count, base: answers", "statistic: share, base: answers, confidence: 95"],
)
def test_what_is_of_respondents_is_not_of_answers(tmp_path: Path, table: str) -> None:
    (found,) = faults(tmp_path, TICKS, f"q: {{{SEVERAL}}}", tabulations=f"t: {{data: s, question: q, {table}}}")
    assert found.split()[0] in ("statistic-impossible", "confidence-unfit")


def test_how_many_answers_there_are_is_said_behind_n() -> None:
    danish = language("da")
    assert danish is not None and danish.respondents(412, answers=1903) == "n = 412, 1.903 svar"
