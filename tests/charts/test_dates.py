"""Dates along an axis: they stand as far apart as they are, in every form that goes over time."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from chart_data import ROOM, data, overlap, pairs, settled
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language, languages
from deckgen.model.chart import Plot
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_sketch import ChartText, labels_below
from deckgen.model.date_style import WrittenDate
from deckgen.model.frames import ChartItem
from deckgen.powerpoint.writer.chart_workbook import workbook
from deckgen.registry import registry

DAYS = st.dates(datetime.date(1995, 1, 1), datetime.date(2060, 12, 31))
UNEVEN = st.lists(DAYS, min_size=3, max_size=14, unique=True).map(sorted)
DANISH = language("da")


def over_time(written: Sequence[str], *rows: tuple[float | None, ...]) -> ChartData:
    """Rows whose labels are dates as content writes them."""
    assert DANISH is not None
    plain = data(*rows, names=tuple(map(DANISH.dates.show, written)))
    dated = zip(plain.categories, map(DANISH.dates.read, written), strict=True)
    return replace(plain, categories=tuple(replace(row, date=day) for row, day in dated), dates=DANISH.dates)


@pytest.mark.parametrize("code", sorted(languages()))
@given(day=DAYS)
def test_each_language_reads_the_dates_that_it_says(code: str, day: datetime.date) -> None:
    spoken = language(code)
    assert spoken is not None
    style, month = spoken.dates, day.replace(day=1)
    for written in (day.isoformat(), style.show(day.isoformat()), style.show(day.isoformat()).replace(" ", "\u00a0")):
        assert style.read(written) == WrittenDate(day, "days")
    for written in (f"{day:%Y-%m}", style.show(f"{day:%Y-%m}")):
        assert style.read(written) == WrittenDate(month, "months")
    assert style.read(f"{day:%Y}") == WrittenDate(month.replace(month=1), "years")


@pytest.mark.parametrize("said", ["", "Nord", "31. februar 2024", "2024-13", "12", "3. kvartal 2024", "ca. 2024"])
def test_what_is_no_date_is_none(said: str) -> None:
    assert DANISH is not None
    assert DANISH.dates.read(said) is None


@given(UNEVEN)
def test_dates_stand_as_far_apart_as_they_are(days: list[datetime.date]) -> None:
    plot = registry().charts["line"].plot(over_time([day.isoformat() for day in days], *((1,) for _ in days)))
    places = [plot.across(point) for point in range(len(days))]
    assert places[0] > 0 and places[-1] < 1
    if plot.dates and plot.dates.unit == "days":
        day = (places[-1] - places[0]) / (days[-1] - days[0]).days
        for (one, before), (other, after) in pairwise(zip(days, places, strict=True)):
            assert after - before == pytest.approx((other - one).days * day)


def below(plot: Plot) -> list[ChartText]:
    return [one for one in labels_below(plot, ROOM.inner(plot), 0) if isinstance(one, ChartText)]


YEARS = st.lists(st.integers(1990, 2025), min_size=2, max_size=9, unique=True).map(sorted)
LABELS = {
    "line": UNEVEN.map(lambda days: [day.isoformat() for day in days]),
    "column": YEARS.map(lambda years: [str(year) for year in years]),
}


@pytest.mark.parametrize("form", LABELS)
@given(made=st.data())
def test_no_two_dates_touch_under_the_axis_and_none_leaves_the_chart(form: str, made: st.DataObject) -> None:
    written = made.draw(LABELS[form])
    plot, marks = settled(form, over_time(written, *((at % 7,) for at in range(len(written)))))
    if plot.dates is None:
        return
    spans = [
        (text.box.middle[0] - wide / 2, text.box.middle[0] + wide / 2)
        for text in below(plot)
        for wide in (ROOM.ruler.width(text.text, plot.type_size),)
    ]
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert spans[0][0] >= -0.01 and spans[-1][1] <= ROOM.width + 0.01
    assert all(overlap(*pair) == 0 for pair in pairs(marks))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            ("2024-01-01", "2024-01-08", "2024-03-01"),
            "1. jan 2024|15. jan 2024|29. jan 2024|12. feb 2024|26. feb 2024",
        ),
        (("marts 2023", "april 2023", "juli 2023"), "mar 2023|apr 2023|maj 2023|jun 2023|jul 2023"),
        (("2010", "2015", "2016"), "2010|2011|2012|2013|2014|2015|2016"),
        (("2024-01-01", "2024-02-01", "2024-03-01"), "1. januar 2024|1. februar 2024|1. marts 2024"),
        (("2024-01-01", "2024-02", "2025"), "1. januar 2024|februar 2024|2025"),
        (("1066", "1492", "1536"), "1066|1492|1536"),
    ],
)
def test_dates_are_said_in_the_language_and_only_uneven_ones_have_an_axis_of_dates(
    written: tuple[str, ...], wanted: str
) -> None:
    plot, _ = settled("line", over_time(written, (3,), (5,), (5,)))
    assert "|".join(one.text for one in below(plot)) == wanted


def test_columns_stand_in_the_order_of_time_and_on_a_slot_of_their_own() -> None:
    plot, marks = settled("column", over_time(("2016", "2010", "2012"), (9,), (1,), (4,)))
    assert plot.categories == ("2010", "2012", "2016")
    middles = [mark.box.middle[0] for mark in marks]
    assert (middles[2] - middles[1]) / (middles[1] - middles[0]) == pytest.approx(2)
    assert marks[0].box.width < ROOM.width / 7


@pytest.mark.parametrize(
    ("form", "written", "said"),
    [
        ("line", ("2012", "2010", "2016"), "`2010` is not after `2012`"),
        ("line", ("2024-01-01", "1. januar 2024", "2024-02-02"), "`1. januar 2024` is not after `1. januar 2024`"),
        (
            "column",
            ("2024-01-01", "2024-03-01", "2024-03-08"),
            "columns on an axis that counts 68 dates would be threads",
        ),
    ],
)
def test_dates_that_cannot_be_shown_are_refused(form: str, written: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        registry().charts[form].plot(over_time(written, (3,), (5,), (5,)))


def test_the_workbook_holds_days_that_somebody_can_edit() -> None:
    plot, _ = settled("line", over_time(("2024-01-01", "2024-01-08", "2024-03-01"), (3,), (5,), (None,)))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(plot)))["Data"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        datetime.datetime(2024, 1, 1),
        datetime.datetime(2024, 1, 8),
        datetime.datetime(2024, 3, 1),
    ]


def drawn(form: str, days: Sequence[str], folder: Path) -> tuple[ChartItem, set[str]]:
    """The chart of content with these dates as labels, and the codes of what is said of it."""
    rows = "".join(f"  - {{label: {day}, value: {3 + at % 2}}}\n" for at, day in enumerate(days))
    head = f"id: a.days\nkind: chart\ntitle: Svarene faldt i tre bølger\nchart: {form}\ncounted: Antal svar, n = 40\n"
    diagnostics = Diagnostics()
    loaded = pipeline.load(gallery.write(folder, {"a.days": f"{head}data:\n{rows}"}), gallery.BRAND, diagnostics)
    assert loaded is not None
    made = pipeline.make_deck(loaded, "gallery", diagnostics, WRITTEN)
    (item,) = (one for one in made.frames.frames[0].items if isinstance(one, ChartItem))
    return item, {one.code for one in diagnostics}


def test_dates_as_labels_come_from_content_to_an_axis_of_dates(tmp_path: Path) -> None:
    item, _ = drawn("line", ("2024-01-01", "2024-01-08", "2024-03-01"), tmp_path)
    assert item.plot.dates and item.plot.dates.unit == "days" and "8. januar 2024: 4" in item.alt


def test_columns_in_the_order_of_time_are_in_order(tmp_path: Path) -> None:
    item, said = drawn("column", ("2021", "2019", "2020"), tmp_path)
    assert item.plot.categories == ("2019", "2020", "2021") and "bars-unsorted" not in said
