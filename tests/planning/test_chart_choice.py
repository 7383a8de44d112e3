"""A chart that names no type: what is compared picks the form, `plan` says which and why, and it is built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import gallery
from deckgen import pipeline
from deckgen.cli import deckgen
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.frames import ChartItem
from deckgen.model.plan import ChartChoice
from deckgen.model.row_labels import are_times, classes

DANISH, ENGLISH = language("da"), language("en")
YEARS = ("2019", "2020", "2021", "2022", "2023", "2024", "2025")
THINGS = ("Energi", "Byggeri", "Maritim", "Fødevarer", "Lyd", "Design")


def chosen(folder: Path, **fields: Any) -> tuple[ChartChoice | None, ChartItem]:
    """The choice, and the chart as it is drawn."""
    slide = {
        "id": "a.chart",
        "kind": fields.pop("kind", "chart"),
        "title": "Det ses, hvad der måles",
        "counted": fields.pop("counted", "Antal medlemmer"),
        **fields,
    }
    text = yaml.safe_dump(slide, allow_unicode=True, sort_keys=False)
    diagnostics = Diagnostics()
    loaded = pipeline.load(gallery.write(folder, {"a.chart": text}), gallery.BRAND, diagnostics)
    assert loaded is not None and not diagnostics.has_errors, [str(one) for one in diagnostics]
    plan = pipeline.plan_deck(loaded, "gallery", diagnostics)
    frames = pipeline.set_deck(loaded, plan, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    (slide_planned,) = (one for one in plan.slides if one.id == "a.chart")
    return slide_planned.chart_choice, next(
        item for frame in frames.frames for item in frame.items if isinstance(item, ChartItem)
    )


def rows(labels: tuple[str, ...], *values: Any) -> list[dict[str, Any]]:
    return [{"label": label, "value": value} for label, value in zip(labels, values, strict=False)]


CASES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("things", "bar", "item", {"data": rows(THINGS, 3, 9, 5)}),
    ("few times", "column", "time", {"data": rows(YEARS, 9, 3, 5)}),
    ("many times", "line", "time", {"data": rows(YEARS, 9, 3, 5, 2, 8, 7, 6)}),
    ("months", "column", "time", {"data": rows(("Januar", "Februar", "Marts"), 9, 3, 5)}),
    ("classes", "histogram", "frequency", {"data": rows(("0–9", "10–19", "20–29", "30+"), 9, 3, 5, 1)}),
    ("classes of several widths", "column", "frequency", {"data": rows(("18–29", "30–66", "67+"), 9, 3, 5)}),
    (
        "shares of one whole",
        "doughnut",
        "component",
        {"counted": "Andel i procent", "data": rows(THINGS, 50, 30, 20)},
    ),
    ("a count of all", "doughnut", "component", {"counted": "Medlemmer, i alt 72", "data": rows(THINGS, 41, 23, 8)}),
    ("shares of no whole", "bar", "item", {"counted": "Andel i procent", "data": rows(THINGS, 50, 45, 30)}),
    ("a part missing", "bar", "item", {"counted": "Andel i procent", "data": rows(THINGS, 50, 50, "–")}),
    ("too many parts", "bar", "item", {"counted": "Andel i procent", "data": rows(THINGS, 50, 20, 10, 10, 5, 5)}),
    (
        "an order",
        "bar",
        "item",
        {"counted": "Andel i procent", "ordered": True, "data": rows(THINGS, 20, 50, 30)},
    ),
    ("two series", "clustered_bar", "item", {"series": ["A", "B"], "data": rows(THINGS, [1, 2], [4, 3])}),
    ("before and after", "slope", "time", {"series": ["A", "B"], "data": rows(YEARS, [1, 2], [4, 3])}),
    ("series in time", "line", "time", {"series": ["A", "B"], "data": rows(YEARS, [1, 2], [4, 3], [5, 6])}),
    (
        "wholes",
        "stacked_bar",
        "component",
        {"counted": "Procent", "series": ["A", "B"], "data": rows(THINGS, [40, 60], [70, 30])},
    ),
    (
        "wholes in time",
        "stacked_column",
        "component",
        {"counted": "Procent", "series": ["A", "B"], "data": rows(YEARS, [40, 60], [70, 30], [50, 50])},
    ),
    ("small ones added up", "bar", "item", {"top": 2, "rest": "Andre", "data": rows(YEARS, 9, 3, 5, 4)}),
    ("an axis that is free", "line", "time", {"baseline": "free", "data": rows(YEARS, 909, 903, 905)}),
    (
        "totals",
        "waterfall",
        "component",
        {"data": [*rows(THINGS, 9, 3), {"label": "I alt", "value": 12, "total": True}]},
    ),
    (
        "an answer apart",
        "likert",
        "frequency",
        {
            "counted": "Andel i procent",
            "series": ["Enig", "Uenig", {"text": "Ved ikke", "apart": True}],
            "data": rows(THINGS, [60, 30, 10], [50, 40, 10]),
        },
    ),
    (
        "panels of times",
        "column",
        "time",
        {"kind": "small_multiples", "series": ["2021", "2022", "2023"], "data": rows(THINGS, [9, 3, 5], [4, 8, 1])},
    ),
    (
        "panels of things",
        "bar",
        "item",
        {"kind": "small_multiples", "series": ["A", "B"], "data": rows(YEARS, [9, 3], [4, 8])},
    ),
)


@pytest.mark.parametrize(("name", "form", "compares", "fields"), CASES, ids=[one[0] for one in CASES])
def test_what_is_compared_picks_the_form(
    name: str, form: str, compares: str, fields: dict[str, Any], tmp_path: Path
) -> None:
    choice, item = chosen(tmp_path, **fields)
    assert choice is not None and (choice.type, choice.compares) == (form, compares)
    assert item.type.name == form
    if compares in ("time", "frequency") and form != "likert" and fields.get("kind") is None:
        assert item.plot.categories == tuple(row["label"] for row in fields["data"])


@pytest.mark.parametrize(
    ("series", "values", "form"),
    [
        (["Medlemmer", "Vækst"], ("${rate.one}", "${rate.two}"), "scatter"),
        (["Medlemmer", "Vækst", "Omsætning"], ("${rate.one}", "${rate.two}"), "bubble"),
    ],
)
def test_series_of_different_units_stand_on_axes_of_their_own(
    series: list[str], values: tuple[str, str], form: str, tmp_path: Path
) -> None:
    more = [[4], [9]] if form == "bubble" else [[], []]
    fields = {
        "id": "a.chart",
        "kind": "chart",
        "title": "Det ses, hvad der måles",
        "counted": "Klynger",
        "series": series,
        "data": rows(
            THINGS, [12, values[0], *("${money}" for _ in more[0])], [30, values[1], *("${money}" for _ in more[1])]
        ),
    }
    folder = gallery.write(tmp_path, {"a.chart": yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)})
    rate = "unit: '%', label: Vækst, source: survey, base: 'n = 40'"
    (folder / "sources.yaml").write_text("survey: Spørgeskema\n", encoding="utf-8")
    (folder / "figures.yaml").write_text(
        f"rate.one: {{value: 4, {rate}}}\nrate.two: {{value: 9, {rate}}}\n"
        "money: {value: 7, unit: mio. kr., label: Omsætning, source: survey}\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    plan = pipeline.plan_deck(loaded, "gallery", diagnostics)
    (choice,) = (slide.chart_choice for slide in plan.slides if slide.id == "a.chart")
    assert choice and (choice.type, choice.compares) == (form, "correlation")


def test_a_type_that_is_named_stays_and_nothing_is_said_of_it(tmp_path: Path) -> None:
    choice, item = chosen(tmp_path, chart="column", data=rows(THINGS, 3, 9, 5))
    assert choice is None and item.type.name == "column"


def test_options_that_no_type_takes_together_are_refused(tmp_path: Path) -> None:
    fields = {"baseline": "free", "data": [*rows(YEARS, 9, 3), {"label": "I alt", "value": 12, "total": True}]}
    with pytest.raises(AssertionError, match="no chart type takes `baseline` and `total` together"):
        chosen(tmp_path, **fields)


def test_plan_says_which_chart_was_chosen_and_why(tmp_path: Path) -> None:
    slide = {"id": "a.chart", "kind": "chart", "title": "Det ses", "counted": "Antal", "data": rows(THINGS, 3, 9)}
    folder = gallery.write(tmp_path, {"a.chart": yaml.safe_dump(slide, allow_unicode=True, sort_keys=False)})
    asked = ["plan", "gallery", "--content", str(folder), "--brand", str(gallery.BRAND)]
    said = CliRunner().invoke(deckgen, asked).output
    assert "`bar` was chosen (item): its rows are things that are compared" in said
    in_danish = CliRunner().invoke(deckgen, [*asked, "--messages", "da"]).output
    assert "`bar` blev valgt (ting): dets rækker er ting, der sammenlignes" in in_danish
    record = json.loads(CliRunner().invoke(deckgen, [*asked, "--format", "json"]).output)
    pages = [page for section in record["plan"]["sections"] for page in section["slides"]]
    (chart,) = (page["chart"] for page in pages if page["id"] == "a.chart")
    assert chart == {"type": "bar", "compares": "item", "why": "its rows are things that are compared"}
    assert all(page["chart"] is None for page in pages if page["id"] != "a.chart")


@pytest.mark.parametrize(
    "labels",
    [
        ("2019", "2020"),
        ("2019/20", "2020/21"),
        ("2024-01", "2024-02-29"),
        ("1. kvartal", "2. kvartal"),
        ("1. kvartal 2024", "K2 2024"),
        ("jan.", "feb.", "marts"),
        ("3. maj 2024", "12. juni 2024"),
        ("2019 (n = 40)", "2020 (skjult)"),
    ],
)
def test_labels_that_are_points_in_time(labels: tuple[str, ...]) -> None:
    assert DANISH and are_times(labels, DANISH)


@pytest.mark.parametrize("labels", [(), ("2019", "I alt"), ("Maj Hansen", "Juni Olsen"), ("12", "14"), ("1. valg",)])
def test_labels_that_are_not(labels: tuple[str, ...]) -> None:
    assert DANISH and not are_times(labels, DANISH)


def test_times_are_those_of_the_language() -> None:
    assert ENGLISH and are_times(("January 2024", "Oct 2024", "Q1 2025"), ENGLISH)
    assert not are_times(("januar", "oktober"), ENGLISH)


@pytest.mark.parametrize(
    ("labels", "equal"),
    [
        (("0–9", "10–19", "20–29"), True),
        (("Under 10", "10-19 år", "20-29 år", "30+"), True),
        (("18–29", "30–66"), False),
        (("1.000–1.999", "2.000–2.999"), True),
        (("10–19", "0–9"), None),
        (("0–9", "Ved ikke", "10–19"), None),
        (("0–9", "10–19", "Ved ikke"), None),
        (("Energi", "Byggeri"), None),
    ],
)
def test_labels_that_are_classes(labels: tuple[str, ...], equal: bool | None) -> None:
    assert DANISH
    found = classes(labels, DANISH)
    assert (found.are_equal if found else None) is equal
