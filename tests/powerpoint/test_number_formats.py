"""Number formats: codes for all programs, and what LibreOffice makes of them under systems of two languages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from powerpoint_sample import BODY, NBSP, TYPES, deck, frame
from powerpoint_written import write

from deckgen.locale import language
from deckgen.model.chart import Plot, Series
from deckgen.model.chart_data import Category, Label, labels
from deckgen.model.frames import ChartItem
from deckgen.model.number import FORMATS, Number, Qualifier, rounded

DANISH = language("da")
assert DANISH is not None


def number(
    value: str, decimals: int = 0, unit: str = "", qualifier: Qualifier = "", format: str = "", wording: str = ""
) -> Number:
    return Number(Decimal(value), decimals, unit, qualifier, format, wording)


EDITS: tuple[tuple[Number, str], ...] = (
    (number("12345"), "1234567"),
    (number("999"), "1000"),
    (number("5"), "12345"),
    (number("1740000"), "375"),
    (number("12345678901"), "12345"),
    (number("12.5", 1, "%"), "92.4"),
    (number("1740.5", 1), "-1740.5"),
    (number("92", unit="%"), "1740"),
    (number("375", qualifier="minimum"), "1740"),
    (number("2.50", 2, "mio. kr.", "about"), "12345.75"),
    (number("12", unit="klynger", format="unit"), "13"),
    (number("5", format="signed"), "-12"),
    (number("-5", format="signed"), "0"),
    (number("-3"), "-1740"),
    (number("-0.5", 1, "%", format="signed"), "0.5"),
    (number("40", unit="%;"), "1740"),
)
"""A number of a chart, and what somebody makes of it in the chart's data."""


def label(one: Number, code: str = "da") -> Label:
    spoken = language(code)
    assert spoken is not None
    return Label(spoken.show(one), spoken.numbers.format(one))


def plot(one: Number, code: str = "da") -> Plot:
    made = labels((Category("k", (one.value,), (label(one, code),)),), 0)
    return Plot(("k",), (Series("s", (one.value,), "primary", labels=made),))


@dataclass(frozen=True)
class Decks:
    """A deck with a chart for each number in a language, and the same with other values in its caches."""

    code: str
    written: Path
    edited: Path


@pytest.fixture(scope="module", params=["da", "en"])
def decks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Decks:
    """The file is edited as text, by other means than the writer's."""
    folder = tmp_path_factory.mktemp("numbers")
    frames = [
        frame(f"s{at}", ChartItem(f"s{at}/chart", BODY, TYPES["bar"], plot(one, request.param), "D"))
        for at, (one, _) in enumerate(EDITS)
    ]
    written, edited = write(folder / "written.pptx", deck(*frames)), folder / "edited.pptx"
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(edited, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if found := re.fullmatch(r"ppt/charts/chart(\d+)\.xml", name):
                one, value = EDITS[int(found[1]) - 1]
                old = f"<c:v>{one.value:f}</c:v>".encode()
                assert data.count(old) == 1
                data = data.replace(old, f"<c:v>{value}</c:v>".encode())
            target.writestr(name, data)
    return Decks(request.param, written, edited)


def said(pdf: Path) -> list[str]:
    """What each page says, spaces left out: a label may be set on two lines."""
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("locale", ["en-US", "da-DK"])
def test_labels_are_of_the_decks_language_on_any_system_and_follow_an_edit(
    decks: Decks, to_pdfs: Callable[..., list[Path]], locale: str
) -> None:
    written, edited = (said(pdf) for pdf in to_pdfs(decks.written, decks.edited, locale=locale))
    for (one, value), before, after, at in zip(EDITS, written, edited, range(len(EDITS)), strict=True):
        other = Number(Decimal(value), one.decimals, one.unit, one.qualifier, one.format)
        for number, page in ((one, before), (other, after)):
            assert page == re.sub(r"\s", "", f"Titel s{at} k {label(number, decks.code).text}")


def test_an_edited_deck_has_no_label_that_is_text(decks: Decks) -> None:
    with zipfile.ZipFile(decks.written) as archive:
        charts = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/charts/chart")]
    assert len(charts) == len(EDITS) and not any(b"<a:t>" in data for data in charts)


def test_cells_have_the_formats_of_their_labels(decks: Decks) -> None:
    with zipfile.ZipFile(decks.written) as archive:
        for at, (one, _) in enumerate(EDITS, 1):
            book = openpyxl.load_workbook(BytesIO(archive.read(f"ppt/embeddings/Microsoft_Excel_Sheet{at}.xlsx")))
            assert book["Data"]["B2"].number_format == plot(one, decks.code).series[0].labels.series


def code(*values: str, hide_zero: bool = False, **more: object) -> str:
    assert DANISH is not None
    form = DANISH.numbers.format(number("0", **more))  # type: ignore[arg-type]
    assert form is not None
    return form.code([Decimal(value) for value in values], hide_zero)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (code("12"), '[<999.5][$-406]#,##0;[<999999.5]#"."000;#"."000"."000'),
        (
            code("1234567890"),
            '[<999999.5][$-406]#,##0;[<999999999.5][$-406]#"."000"."000;[$-406]#"."000"."000"."000',
        ),
        (code("1740000", hide_zero=True), '[>=999999.5][$-406]#"."000"."000;[>=0.5][$-406]#,##0;'),
        (code("12", "0", hide_zero=True), '[>=999.5]#"."000;[>=0.5]0;'),
        (code("12", "-1"), '[$-406]#,##0;[$-406]"−"#,##0'),
        (code("1.5", decimals=1, unit="%"), f'[$-406]#,##0.0"{NBSP}%";[$-406]"−"#,##0.0"{NBSP}%"'),
        (code("1.5", decimals=1, hide_zero=True), '[$-406]#,##0.0;[$-406]"−"#,##0.0;'),
        (code("5", format="signed"), '[$-406]"+"#,##0;[$-406]"−"#,##0;[$-406]#,##0'),
    ],
)
def test_a_code_has_at_most_two_conditions(made: str, expected: str) -> None:
    assert made == expected


def test_a_part_of_nothing_has_no_label_and_one_that_becomes_something_has(
    tmp_path: Path, to_pdfs: Callable[..., list[Path]]
) -> None:
    parts = (("a", number("7")), ("b", number("0")))
    made = labels(tuple(Category(name, (one.value,), (label(one),)) for name, one in parts), 0, hide_zero=True)
    frames = []
    for name, other in (("now", 0), ("later", 1740)):
        series = Series("s", (Decimal(7), Decimal(other)), "primary", labels=made)
        ring = ChartItem(f"{name}/chart", BODY, TYPES["doughnut"], Plot(("a", "b"), (series,)), "D")
        frames.append(frame(name, ring))
    (pdf,) = to_pdfs(write(tmp_path / "parts.pptx", deck(*frames)), locale="en-US")
    assert said(pdf) == ["Titelnow7", "Titellater71.740"]


def test_a_label_that_an_edit_puts_below_zero_keeps_a_minus(
    tmp_path: Path, to_pdfs: Callable[..., list[Path]]
) -> None:
    """Also among thousands and millions, and with a unit; the minus is the program's own and stands first."""
    frames = []
    for at, one in enumerate((number("7"), number("40", unit="%"), number("1740"), number("12345678901"))):
        below = replace(plot(one).series[0], values=(Decimal(-1740),))
        frames.append(frame(f"s{at}", ChartItem(f"s{at}/chart", BODY, TYPES["bar"], Plot(("k",), (below,)), "D")))
    (pdf,) = to_pdfs(write(tmp_path / "below.pptx", deck(*frames)), locale="en-US")
    assert said(pdf) == ["Titels0k-1.740", "Titels1k-1.740%", "Titels2k-1.740", "Titels3k-1.740"]


def test_a_unit_with_a_quotation_mark_is_a_word_of_the_label() -> None:
    assert label(number("12", unit='"')) == Label(f'12{NBSP}"', None)


@given(
    st.decimals(-(10**9), 10**9, places=3),
    st.integers(0, 3),
    st.sampled_from(["", "%", "klynger", "mio. kr."]),
    st.sampled_from(["", "minimum", "about"]),
    st.sampled_from(FORMATS),
)
def test_text_and_format_are_of_one_number(
    value: Decimal, decimals: int, unit: str, qualifier: Qualifier, format: str
) -> None:
    assert DANISH is not None
    one = Number(rounded(value, decimals), decimals, unit, qualifier, format)
    form = DANISH.numbers.format(one)
    assert form is None or form.text(one.value) == DANISH.show(one)
    assert DANISH.numbers.read(DANISH.show(one)) == (() if form is None else (one.value,))
