"""Numbers behind which so few stand that each can be told: alone, by subtraction, computed, disclosed, published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from planted import codes, found_in, subject, with_figures

import provenances
from deckgen.checks import Subject
from deckgen.model.data import Tabulation, TabulationRow
from provenances import DECLARED

pytestmark = pytest.mark.usefixtures("rules_said")


def rows(*numbers: int) -> tuple[int, ...]:
    return numbers


TABLE = Tabulation("t", "survey", "survey.csv", "q", "count", 0, (), DECLARED, min_n=3)


def tabulated(
    made: Subject,
    on: dict[str, tuple[int, ...]],
    published: bool = False,
    base: int = 0,
    table_base: int = 0,
    **table: Any,
) -> Subject:
    """Figures that are cells of one table, each with the rows that stand behind it."""
    cells = tuple(
        TabulationRow(name, name, Decimal(len(behind)), len(behind), base or len(behind), (), answer=name)
        for name, behind in on.items()
    )
    figures = {
        name: replace(
            made.content.figures[name],
            provenance=provenances.tabulated(*behind, key=name),
            published=made.content.figures[name].value if published else None,
        )
        for name, behind in on.items()
    }
    tables = {"t": replace(TABLE, rows=cells, base=table_base, **table)}
    contents = {name: replace(content, tabulations=tables) for name, content in made.contents.items()}
    return with_figures(replace(made, contents=contents), **figures)


def said(made: Subject) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in found_in(made)]


def test_small_cell(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert codes(tabulated(made, {"present": rows(2, 3)})) == {"small-cell"}
    assert said(tabulated(made, {"present": rows(2, 3, 4)})) == []


def test_small_cell_by_subtraction(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(2, 13))})) == {"small-cell"}
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(2, 9))})) == set()


def test_respondents_of_another_filter_are_no_part_of_a_cell(tmp_path: Path) -> None:
    """Twelve and ten others leave nothing of each other, though twelve less ten is two."""
    made = subject(tmp_path)
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(20, 30))})) == set()
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(3, 13))})) == {"small-cell"}


def test_small_cell_by_subtraction_of_two_parts(tmp_path: Path) -> None:
    made = subject(tmp_path)
    parts = {"answered": rows(*range(2, 14)), "present": rows(*range(2, 9)), "dialogue": rows(*range(9, 13))}
    assert codes(tabulated(made, parts)) == {"small-cell"}
    assert codes(tabulated(made, (parts | {"dialogue": rows(9, 10)}))) == {"small-cell"}
    assert codes(tabulated(made, (parts | {"dialogue": rows(6, 7, 8, 9)}))) == set()
    assert codes(tabulated(made, parts, published=True)) == set()


def test_small_cell_by_subtraction_from_the_n_that_is_shown(tmp_path: Path) -> None:
    made = subject(tmp_path)
    seven = {"present": rows(*range(2, 9))}
    assert codes(tabulated(made, seven, base=9)) == {"small-cell"}
    assert codes(tabulated(made, seven, base=10)) == codes(tabulated(made, seven, base=7)) == set()
    assert said(tabulated(made, seven, base=9, published=True)) == [("small-cell", "info")]
    five = {"dialogue": rows(*range(9, 14))}
    assert codes(tabulated(made, seven | five, base=14)) == {"small-cell"}


def test_the_few_who_did_not_answer_can_be_told(tmp_path: Path) -> None:
    made = subject(tmp_path)
    cells = {"present": rows(*range(2, 9)), "dialogue": rows(*range(2, 14))}
    assert codes(tabulated(made, {"present": cells["present"]}, population=13, table_base=12)) == {"small-cell"}
    assert codes(tabulated(made, {"present": cells["present"]}, population=13, table_base=10)) == set()
    answered = tabulated(made, cells, population=13, table_base=12)
    published = replace(answered.content.figures["dialogue"], published=Decimal(12))
    assert codes(with_figures(answered, dialogue=published)) == set()


def test_what_was_published_of_other_data_says_nothing_of_who_answered_here(tmp_path: Path) -> None:
    made = tabulated(subject(tmp_path), {"present": rows(*range(2, 9))}, population=13, table_base=12)
    twelve = TabulationRow("x", "x", Decimal(12), 12, 12, (), answer="x")
    other = replace(TABLE, name="other", dataset="other", rows=(twelve,), base=12)
    contents = {
        name: replace(content, tabulations={**content.tabulations, "other": other})
        for name, content in made.contents.items()
    }
    dialogue = replace(
        made.content.figures["dialogue"],
        provenance=provenances.tabulated(*range(20, 32), table="other"),
        published=Decimal(12),
    )
    assert codes(with_figures(replace(made, contents=contents), dialogue=dialogue)) == {"small-cell"}


def test_what_is_left_over_of_a_disclosed_table_is_listed_with_its_reason(tmp_path: Path) -> None:
    cells = {"answered": rows(*range(2, 14)), "present": rows(*range(2, 13))}
    found = found_in(tabulated(subject(tmp_path), cells, disclose="den ene har sagt ja"))
    assert [(one.code, one.severity) for one in found] == [("small-cell", "info")]
    assert "leaves 1 respondent; the figures were disclosed: den ene har sagt ja" in found[0].message


def test_published_cells_are_listed_and_no_fault(tmp_path: Path) -> None:
    made = tabulated(subject(tmp_path), {"answered": rows(*range(2, 14)), "present": rows(2)}, published=True)
    assert codes(made) == set()
    assert said(made) == [("small-cell", "info")]


def test_a_table_may_say_how_few_are_too_few_and_that_is_listed(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert said(tabulated(made, {"present": rows(2, 3)}, min_n=1)) == [("small-cell", "info")]
    assert said(tabulated(made, {"present": rows(2, 3)}, min_n=0)) == []


def test_what_a_table_discloses_is_listed_with_its_reason(tmp_path: Path) -> None:
    cells = {"answered": rows(*range(2, 14)), "present": rows(2, 3)}
    found = found_in(tabulated(subject(tmp_path), cells, disclose="begge har sagt ja"))
    assert [(one.code, one.severity) for one in found] == [("small-cell", "info")]
    assert "discloses it: begge har sagt ja" in found[0].message


def test_a_figure_computed_of_two_that_are_not_shown_may_tell_it(tmp_path: Path) -> None:
    made = subject(tmp_path)
    figures = made.content.figures
    hidden = {
        "a": replace(figures["answered"], name="a"),
        "b": replace(figures["answered"], name="b"),
    }
    made = tabulated(with_figures(made, **hidden), {"a": rows(*range(2, 14)), "b": rows(*range(2, 13))})
    computed = replace(figures["present"], provenance=provenances.computed("a - b"))
    assert codes(with_figures(made, present=computed)) == {"small-cell"}
    assert codes(with_figures(made, present=replace(computed, published=Decimal(1)))) == set()


def _computed(made: Subject, on: dict[str, tuple[int, ...]], shown: dict[str, str], **table: Any) -> list[str]:
    """What is said where figures of `on` are in no slide, and those of `shown` are computed of them and are."""
    figures = made.content.figures
    hidden = {name: replace(figures["answered"], name=name) for name in on}
    made = tabulated(with_figures(made, **hidden), on, **table)
    computed = {
        name: replace(made.content.figures[name], provenance=provenances.computed(formula))
        for name, formula in shown.items()
    }
    return [one.message for one in found_in(with_figures(made, **computed)) if one.severity == "error"]


def test_a_sum_counts_as_the_cells_that_it_adds_up(tmp_path: Path) -> None:
    made = subject(tmp_path)
    seven_and_two = {"a": rows(*range(2, 9)), "b": rows(9, 10)}
    told = ["`answered` less `present` leaves 2 respondents"]
    for formula in ("a + b", "sum(a, b)"):
        assert _computed(made, seven_and_two, {"answered": formula, "present": "a + 0 * b"}, base=20) == []
        assert _computed(made, seven_and_two, {"answered": formula, "present": "sum(a)"}, base=20) == told
        assert (
            _computed(made, {**seven_and_two, "b": rows(9, 10, 11)}, {"answered": formula, "present": "sum(a)"}) == []
        )
    assert _computed(made, seven_and_two, {"answered": "share(a + b, b)", "present": "sum(a)"}, base=20) == told
    chained = {"answered": "dialogue + b", "dialogue": "sum(a)", "present": "dialogue + 0"}
    assert told[0].replace("present", "dialogue") in _computed(made, seven_and_two, chained, base=20)


def test_a_sum_of_overlapping_answers_is_no_cell(tmp_path: Path) -> None:
    """Who gave two answers is counted twice: the sum less one of them is nobody's answer."""
    overlapping = {"a": rows(*range(2, 9)), "b": rows(8, 9, 10)}
    assert _computed(subject(tmp_path), overlapping, {"answered": "a + b", "present": "sum(a)"}) == []


def test_means_add_up_to_no_cell(tmp_path: Path) -> None:
    apart = {"a": rows(*range(2, 9)), "b": rows(9, 10)}
    assert _computed(subject(tmp_path), apart, {"answered": "a + b", "present": "sum(a)"}, statistic="mean") == []


def test_a_sum_that_leaves_few_of_the_base_is_told(tmp_path: Path) -> None:
    apart = {"a": rows(*range(2, 9)), "b": rows(9, 10, 11)}
    (said,) = _computed(subject(tmp_path), apart, {"present": "a + b"}, base=11)
    assert said == "n = 11 less `present` leaves 1 respondent"
