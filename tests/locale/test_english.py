"""English as a deck prints it: numbers, dates, breaks, and what rules know of its words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks.text.prose import Said, unbound_numbers
from deckgen.diagnostics import Span
from deckgen.locale.en import LANGUAGE as ENGLISH
from deckgen.model.figure import Figure
from deckgen.model.number import Qualifier, rounded
from deckgen.model.text import Paragraph, Run


def show(value: str, format: str = "", unit: str = "", qualifier: Qualifier = "", decimals: int = 0) -> str:
    return ENGLISH.show(Figure("x", Decimal(value), unit, qualifier, decimals).number(format))


def unbound(said: str) -> list[str]:
    return list(unbound_numbers(Said((Paragraph((Run(said),)),), Span("a.yaml", 1, 1)), (), ENGLISH))


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [("1740", 0, "1,740"), ("1234567.55", 1, "1,234,567.6"), ("-2.5", 0, "−3"), ("0.05", 2, "0.05")],
)
def test_thousands_have_a_comma_and_decimals_a_point(value: str, decimals: int, shown: str) -> None:
    assert show(value, decimals=decimals) == shown


def test_per_cent_stands_right_behind_its_number_and_words_behind_a_space() -> None:
    assert show("92", unit="%") == "92%"
    assert show("5", "unit", unit="firms") == "5\u00a0firms"
    assert show("12", "percent", unit="per cent") == "12%"
    assert show("5", "signed", unit="%") == "+5%"


@pytest.mark.parametrize(
    ("qualifier", "shown"),
    [
        ("minimum", "at least\u00a0375"),
        ("maximum", "at most\u00a0375"),
        ("about", "about\u00a0375"),
        ("over", "over\u00a0375"),
        ("under", "under\u00a0375"),
    ],
)
def test_qualifiers(qualifier: Qualifier, shown: str) -> None:
    assert show("375", qualifier=qualifier) == shown


def test_small_numbers_have_words() -> None:
    assert [show(str(number), "words") for number in (0, 3, 12, 13)] == ["zero", "three", "twelve", "13"]


@given(st.decimals(-(10**14), 10**14, places=4), st.integers(0, 6))
def test_what_is_shown_reads_back(value: Decimal, decimals: int) -> None:
    assert ENGLISH.numbers.read(show(str(value), decimals=decimals)) == (rounded(value, decimals),)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2023", "2023"), ("2023-11", "November 2023"), ("2023-11-30", "30 November 2023"), ("autumn 2023",) * 2],
)
def test_dates(written: str, shown: str) -> None:
    assert ENGLISH.date(written) == shown


@pytest.mark.parametrize(
    "held",
    [
        "5_km away",
        "£5_million for firms",
        "No._5 and p._4",
        "on 3_May 2023",
        "at least_375 members",
        "Mr_Smith and J._K._Rowling",
        "12 clusters and 3 towns",
        "in 2023 another 12 joined",
        "9 moons",
    ],
)
def test_lines_break_nowhere_that_splits_a_number(held: str) -> None:
    assert ENGLISH.hold(held.replace("_", " ")) == held.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "said",
    [
        "The mergers in 2020 and 2021–22",
        "We meet on 30 November 2023, and again on May 3",
        "The meeting begins at 2.30 pm, or 14:30, and lasts until 4 p.m.",
        "See page 4, figures 2 and 3, and section 3.2",
        "The 1990s and the 21st century",
        "Option 2 came 1st",
        "Call +44 20 7946 0123",
        "COVID-19, B2B and A4",
        "221b Baker Street",
    ],
)
def test_what_is_no_figure_is_left_alone(said: str) -> None:
    assert unbound(said) == []


@pytest.mark.parametrize(
    "said",
    ["Twelve of 13 firms", "92% have answered", "1,740 firms", "There are 375 members", "in 4 years", "n = 12"],
)
def test_a_typed_number_is_found(said: str) -> None:
    assert unbound(said)


@pytest.mark.parametrize("word", ["is", "have", "grew", "answered", "reaches", "shows", "don’t", "need"])
def test_verbs(word: str) -> None:
    assert ENGLISH.prose.may_be_verb(word)


@pytest.mark.parametrize("word", ["members", "clusters", "analysis", "process", "agreement", "regions", "across"])
def test_no_verbs(word: str) -> None:
    assert not ENGLISH.prose.may_be_verb(word)
