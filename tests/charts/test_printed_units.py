"""A unit is printed by every form of chart alike: on each number, and along each axis that is seen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import yaml

import gallery
from chart_data import DANISH, ROOM
from deckgen.layout.panels import settled
from deckgen.model.chart import Plot
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.number import Number, decimals_of
from deckgen.registry import registry

CHARTS = registry().charts
UNITS = ("%", "kr.", "t.kr.", "timer", "procentpoint")
SHARING = ("pareto",)
"""Forms that tell a share beside the numbers."""


def example(name: str, unit: str) -> ChartData:
    """The data of a chart type's example, every number in that unit."""
    fields: dict[str, Any] = yaml.safe_load(gallery.examples()[f"example-chart.{name.replace('_', '-')}"])
    names = fields.get("series", [fields["counted"]])
    series = tuple(one["text"] if isinstance(one, dict) else one for one in names)
    apart = tuple(at for at, one in enumerate(names) if isinstance(one, dict) and one.get("apart"))
    findings = tuple(at for at, one in enumerate(names) if isinstance(one, dict) and one.get("emphasis"))
    rows = tuple(_row(row, unit) for row in fields["data"])
    assert DANISH
    return ChartData(rows, series, findings=findings, apart=apart, words=DANISH.labels)


def _row(row: dict[str, Any], unit: str) -> Category:
    given = row["value"] if isinstance(row["value"], list) else [row["value"]]
    values = tuple(Decimal(str(value)) for value in given)
    return Category(
        row["label"], values, tuple(_label(value, unit) for value in values), total=row.get("total", False)
    )


def _label(value: Decimal, unit: str) -> Label:
    assert DANISH
    number = Number(value, unit=unit, decimals=decimals_of(value), format="unit")
    return Label(DANISH.show(number), DANISH.numbers.format(number))


def printed(name: str, unit: str) -> tuple[Plot, list[str]]:
    """The chart, and what its labels of numbers and its axes say."""
    chart, drawn = CHARTS[name], example(name, unit)
    assert chart.settle
    plot = settled(chart.settle, chart.plot(drawn), ROOM)
    names = {row.label for row in drawn.categories}
    told = (text for one in plot.series for text in one.labels.texts if text not in names)
    labels = [text for text in told if any(map(str.isdigit, text))]
    return plot, [*labels, *(axis.text(tick) for axis in plot.axes for tick in axis.ticks)]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", sorted(CHARTS))
def test_every_number_of_every_form_has_its_unit_as_text_and_in_the_format_that_follows_an_edit(
    name: str, unit: str
) -> None:
    plot, said = printed(name, unit)
    shown = unit.replace(" ", "\u00a0")
    units = (shown, "%") if name in SHARING else (shown,)
    assert said and all(text.endswith(tuple(f"\u00a0{one}" for one in units)) for text in said)
    assert any(text.endswith(f"\u00a0{shown}") for text in said)
    labelled = [one for one in plot.series if not one.helper and any(one.labels.texts) and not any(one.labels.words)]
    assert all(any(unit in one.labels.series for unit in units) for one in labelled)
    assert all(shown in axis.code for axis in plot.axes)


@pytest.mark.parametrize("name", sorted(name for name, chart in CHARTS.items() if "top" in chart.takes))
def test_what_is_added_up_has_the_unit_of_what_it_is_made_of(name: str) -> None:
    assert DANISH
    drawn = replace(example(name, "%"), top=1, rest="Andre")
    plot = CHARTS[name].plot(drawn)
    at = plot.categories.index("Andre")
    assert [one.labels.text(at)[-1:] for one in plot.series if not one.helper and one.labels.text(at)]
    assert all(one.labels.text(at).endswith("\u00a0%") for one in plot.series if one.labels.text(at))
