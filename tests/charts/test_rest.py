"""Many rows of bars: the largest stand for themselves, and the others are added up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
import gallery
from deckgen.locale import language
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.number import literal
from deckgen.registry import registry

CHARTS = registry().charts
DANISH = language("da")


def row(at: int, value: int | None, emphasis: bool = False) -> Category:
    assert DANISH is not None
    if value is None:
        return Category(f"Række {at}", (None,), (Label("–"),), emphasis)
    number = literal(Decimal(value))
    label = Label(DANISH.show(number), DANISH.numbers.format(number))
    return Category(f"Række {at}", (Decimal(value),), (label,), emphasis)


def data(*rows: Category, top: int) -> ChartData:
    return ChartData(rows, ("Antal",), top=top, rest="Andre")


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=40), st.integers(1, 12))
def test_what_is_added_up_is_the_sum_of_the_small_rows_and_stands_last(values: list[int], top: int) -> None:
    plot = CHARTS["bar"].plot(data(*(row(at, value) for at, value in enumerate(values)), top=top))
    ranked = sorted(values, reverse=True)
    if top >= len(values) - 1:
        assert plot.series[0].values == tuple(ranked) and "Andre" not in plot.categories
        return
    assert plot.series[0].values == (*ranked[:top], sum(ranked[top:]))
    assert plot.categories[-1] == "Andre" and plot.categories.count("Andre") == 1
    assert DANISH and plot.series[0].label(top) == DANISH.show(literal(Decimal(sum(ranked[top:]))))
    assert plot.series[0].point_colors[-1] == "tint3"


def test_the_finding_stands_for_itself_however_small_it_is() -> None:
    rows = [row(at, 100 - at, emphasis=at == 8) for at in range(10)]
    plot = CHARTS["column"].plot(data(*rows, top=3))
    assert plot.categories == ("Række 0", "Række 1", "Række 2", "Række 8", "Andre")
    assert plot.series[0].point_colors == ("mark", "mark", "mark", "accent", "tint3")


def test_what_is_missing_is_not_added_up() -> None:
    with pytest.raises(ValueError, match="what is missing cannot be added up to `Andre`"):
        CHARTS["bar"].plot(data(row(0, 9), row(1, 5), row(2, None), row(3, 1), top=2))


ROWS = "".join(f"  - {{label: Række {at}, value: {at + 1}}}\n" for at in range(24))


@pytest.mark.parametrize(
    ("chart", "keys", "said"),
    [
        ("bar", "", "the chart has 24 rows; at most 20 are shown"),
        ("bar", "top: 8\n", "`top` is a number from 1 to 19 and stands beside `rest`"),
        ("bar", "top: 30\nrest: Andre\n", "`top` is a number from 1 to 19 and stands beside `rest`"),
        (
            "bar",
            "top: 8\nrest: Andre\nordered: true\n",
            "`top` shows the largest rows first, and `ordered` keeps their order",
        ),
        ("line", "top: 8\nrest: Andre\n", "`top` means nothing in a chart of the type `line`"),
        ("bar", "top: 8\nrest: Andre\n", ""),
    ],
)
def test_each_mistake_is_told_at_its_place(chart: str, keys: str, said: str, tmp_path: Path) -> None:
    slide = f"id: a.chart\nkind: chart\ntitle: Nogle er størst\nchart: {chart}\ncounted: Antal\n{keys}data:\n{ROWS}"
    result = deckgen.check(gallery.write(tmp_path, {"a.chart": slide}), brand=gallery.BRAND)
    found = [one for one in result.diagnostics if one.severity == "error"]
    assert [one.message for one in found] == ([said] if said else [])
    assert all(one.code == "fields-disagree" and one.span.line and one.hint for one in found)
    assert "bars-unsorted" not in {one.code for one in result.diagnostics}


@pytest.mark.parametrize(("form", "names"), [("doughnut", 1), ("stacked-bar", 2), ("percent-column", 2)])
def test_a_part_of_nothing_has_no_label_and_gets_none_when_it_is_edited(form: str, names: int) -> None:
    assert DANISH is not None
    rows = []
    for at, values in enumerate(((60, 40), (30, 70), (100, 0))):
        numbers = [literal(Decimal(value)) for value in values[:names]]
        texts = tuple(Label(DANISH.show(one), DANISH.numbers.format(one)) for one in numbers)
        rows.append(Category(f"Række {at}", tuple(Decimal(value) for value in values[:names]), texts))
    if names == 1:
        rows.append(row(3, 0))
    plot = CHARTS[form.replace("-", "_")].plot(ChartData(tuple(rows), ("Ja", "Nej")[:names]))
    printed = [(series.label(at), value) for series in plot.series for at, value in enumerate(series.values)]
    assert all(bool(label) == bool(value) for label, value in printed) and 0 in plot.series[-1].values
    assert all(series.labels.series.endswith(";") for series in plot.series)
