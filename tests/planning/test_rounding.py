"""Shares of one question come to 100, and where they do not as they are shown, the slide says so."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_folders import FIGURES, SOURCES, clean
from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.share_groups import Shares, shares_shown
from deckgen.locale import language
from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import FigureUse, Value
from deckgen.planning import make_plan
from provenances import tabulated

DANISH = language("da")
SURVEY = "id;here;also\n1;1;1,2\n2;2;2\n3;3;1,3\n"
DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    named: false
    columns:
      here: {type: single, options: {1: Ja, 2: Nej, 3: Måske}}
      also: {type: multiple, separator: ",", options: {1: A, 2: B, 3: C}}
tabulations:
  here: {data: s, question: here, statistic: count}
  share: {data: s, question: here, statistic: share}
  also: {data: s, question: also, statistic: share}
"""
THIRDS = "".join(
    f'{name}: {{from: share/{answer}, label: {answer}, source: survey, unit: "%"}}\n'
    for name, answer in (("yes", "Ja"), ("no", "Nej"), ("maybe", "Måske"))
)
COUNTED = "".join(
    f"n.{name}: {{from: here/{answer}, label: {answer}, source: survey}}\n"
    f'of.{name}: {{formula: "share(n.{name}, asked)", label: {answer}, source: survey, unit: "%"}}\n'
    for name, answer in (("yes", "Ja"), ("no", "Nej"), ("maybe", "Måske"))
)
OTHERS = """\
rest: {formula: "100 - yes", label: Andet, source: survey, unit: "%"}
also.a: {from: also/A, label: A, source: survey, unit: "%"}
also.b: {from: also/B, label: B, source: survey, unit: "%"}
also.c: {from: also/C, label: C, source: survey, unit: "%"}
said.a: {value: 33, label: A, source: survey, unit: "%"}
said.b: {value: 66, label: B, source: survey, unit: "%"}
"""


def planned(folder: Path, slide: str) -> PlannedSlide:
    (folder / "s.csv").write_text(SURVEY, encoding="utf-8")
    content = clean(
        folder,
        sources=SOURCES,
        figures=FIGURES.replace("value: 13", "value: 3") + THIRDS + COUNTED + OTHERS,
        data=DATA,
        slides=f"slides: [{{id: a.b, title: A, minutes: 9, {slide}}}]",
        decks__board="audience: board\ntitle: A\nminutes: 9\nopening: [a.b]\n",
    )["board"]
    assert DANISH is not None
    return make_plan(content, content.decks["board"], DANISH, Diagnostics()).slides[0]


def chart(*names: str) -> str:
    rows = ", ".join(f'{{label: {at}, value: "${{{name}}}"}}' for at, name in enumerate(names))
    return f"kind: charted, chart: doughnut, counted: Andel, data: [{rows}]"


@pytest.mark.parametrize(
    ("slide", "counted"),
    [
        ("kind: charted, chart: bar, counted: Andel, table: share", "Andel (afrundet)"),
        (chart("yes", "no", "maybe"), "Andel (afrundet)"),
        (chart("of.yes", "of.no", "of.maybe"), "Andel (afrundet)"),
        (chart("said.a", "said.b"), "Andel (afrundet)"),
        # 33 % and 67 % come to 100 as they are shown.
        (chart("yes", "rest"), "Andel"),
        # Two of three answers are no whole: `shares-not-whole` says that.
        (chart("yes", "no"), "Andel"),
        (chart("also.a", "also.b", "also.c"), "Andel"),
        (chart("yes", "no", "maybe").replace("Andel", '"Andel, Afrundet"'), "Andel, Afrundet"),
    ],
)
def test_a_chart_says_behind_what_is_counted_that_shares_are_rounded(
    tmp_path: Path, slide: str, counted: str
) -> None:
    made = planned(tmp_path, slide)
    assert made.fields.counted.plain == counted
    assert "frundet" not in made.foot


def test_a_table_says_in_its_foot_that_shares_are_rounded(tmp_path: Path) -> None:
    rows = ", ".join(f'{{label: "${{{name}}}", value: 1}}' for name in ("yes", "no", "maybe"))
    made = planned(tmp_path, f"kind: rows, rows: [{rows}]")
    assert made.foot == "Kilde: Klyngesurvey, 2023. Grundlag: n = 3. Afrundet."


def test_shares_in_prose_are_no_table(tmp_path: Path) -> None:
    made = planned(tmp_path, 'kind: plain, lead: "${yes} siger ja, ${no} nej og ${maybe} måske"')
    assert made.foot == "Kilde: Klyngesurvey, 2023. Grundlag: n = 3."


def parts(counts: list[int], decimals: int) -> tuple[tuple[Value, ...], dict[str, Figure]]:
    """The shares of each answer to one question, as values and as figures."""
    n, figures = sum(counts), {}
    for at, count in enumerate(counts):
        counted = Counted("s.csv", "share", "Q", str(at), n, whole="q/")
        value = Decimal(count) * 100 / n
        made = tabulated(counted=counted)
        figures[f"f{at}"] = Figure(f"f{at}", value, unit="%", decimals=decimals, provenance=made)
    return tuple(Value(None, figure=FigureUse(name, "", Span("x"))) for name in figures), figures


@given(st.lists(st.integers(1, 200), min_size=2, max_size=9), st.integers(0, 2))
def test_all_answers_are_a_whole_and_rounded_where_what_is_shown_is_not_a_hundred(
    counts: list[int], decimals: int
) -> None:
    assert DANISH is not None
    values, figures = parts(counts, decimals)
    (shares,) = shares_shown(values, figures, "%")
    shown = [DANISH.show(figure.number("plain")).replace(",", ".") for figure in figures.values()]
    assert shares.is_all
    assert shares.is_rounded == (sum(map(Decimal, shown)) != 100)


@given(st.lists(st.integers(1, 200), min_size=3, max_size=9))
def test_without_one_answer_they_are_no_whole(counts: list[int]) -> None:
    values, figures = parts(counts, 0)
    (shares,) = shares_shown(values[1:], figures, "%")
    assert not shares.is_all
    assert not shares.is_rounded


def test_one_answer_that_stands_twice_counts_once() -> None:
    values, figures = parts([1, 1, 1], 0)
    made: Any = shares_shown((*values, values[0]), figures, "%")
    assert [(one.whole, len(one.parts)) for one in made] == [("q/", 3)]
    assert isinstance(made[0], Shares)
