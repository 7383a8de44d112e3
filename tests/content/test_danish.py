"""Numbers and dates as a Danish deck prints them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.locale import language
from deckgen.model.figure import Confidence, Figure
from deckgen.model.number import FORMATS, Qualifier

DANISH = language("da")
assert DANISH is not None


def show(value: str, format: str = "", unit: str = "", qualifier: Qualifier = "", decimals: int = 0) -> str:
    assert DANISH is not None
    return DANISH.show(Figure("x", Decimal(value), unit, qualifier, decimals).number(format))


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("999", 0, "999"),
        ("999.5", 0, "1.000"),
        ("1000", 0, "1.000"),
        ("1740", 0, "1.740"),
        ("999999.5", 0, "1.000.000"),
        ("-999.5", 0, "−1.000"),
        ("1234567.5", 1, "1.234.567,5"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("92.449", 1, "92,4"),
        ("92.45", 1, "92,5"),
        ("-2.5", 0, "−3"),
        ("-1740.5", 1, "−1.740,5"),
        ("-0.4", 0, "0"),
        ("7", 2, "7,00"),
    ],
)
def test_a_number_is_rounded_half_up_once_and_grouped(value: str, decimals: int, shown: str) -> None:
    assert show(value, decimals=decimals) == shown


@pytest.mark.parametrize(
    ("qualifier", "word"),
    [("minimum", "mindst"), ("maximum", "højst"), ("about", "ca."), ("over", "over"), ("under", "under")],
)
def test_a_qualifier_stands_wherever_the_number_does(qualifier: Qualifier, word: str) -> None:
    assert show("375", qualifier=qualifier) == f"{word}\u00a0375"
    assert show("7", "words", qualifier=qualifier) == f"{word}\u00a0syv"


def test_symbols_belong_to_the_number_and_words_only_where_asked() -> None:
    assert show("92", unit="%") == "92\u00a0%"
    assert show("5", unit="mio. kr.") == "5\u00a0mio.\u00a0kr."
    assert show("12", unit="klynger") == "12"
    assert show("12", "unit", unit="klynger") == "12\u00a0klynger"
    assert show("12", "plain", unit="%", qualifier="about") == "12"


def test_small_whole_numbers_have_words_and_others_stay_digits() -> None:
    assert [show(str(number), "words") for number in (0, 1, 7, 12, 13)] == ["nul", "en", "syv", "tolv", "13"]
    assert show("2.5", "words", decimals=1) == "2,5"
    assert show("7", "words", unit="%") == "7\u00a0%"


@pytest.mark.parametrize(("value", "shown"), [("5", "+5"), ("-5", "−5"), ("0", "0"), ("0.4", "0"), ("-0.4", "0")])
def test_a_change_has_its_sign(value: str, shown: str) -> None:
    assert show(value, "signed", qualifier="about") == shown
    assert show(value, "signed", unit="%") == f"{shown}\u00a0%"


def test_a_share_may_be_said_in_per_cent_whatever_its_unit_writes() -> None:
    assert show("92.4", "percent", unit="pct.") == "92\u00a0%"


@pytest.mark.parametrize(
    ("confidence", "qualifier", "shown"),
    [
        ("estimate", "", "ca.\u00a0375"),
        ("minimum", "", "mindst\u00a0375"),
        ("measured", "", "375"),
        ("estimate", "minimum", "mindst\u00a0375"),
    ],
)
def test_confidence_calls_for_a_qualifier_where_there_is_none(
    confidence: Confidence, qualifier: Qualifier, shown: str
) -> None:
    assert DANISH is not None
    figure = Figure("x", Decimal(375), qualifier=qualifier, confidence=confidence)
    assert DANISH.show(figure.number("qualified")) == shown


def test_the_sources_own_words_stand_for_a_number_it_does_not_give() -> None:
    assert DANISH is not None
    figure = Figure("x", Decimal(75), "%", "over", wording="over tre fjerdedele")
    assert {DANISH.show(figure.number(format)) for format in FORMATS} == {"over tre fjerdedele"}


@pytest.mark.parametrize(
    ("wording", "qualifier"),
    [("knap\u00a0600", "knap"), ("over tre fjerdedele", ""), ("1\u00a0000", ""), ("", "mindst")],
)
def test_a_qualifier_can_be_told_from_what_it_qualifies(wording: str, qualifier: str) -> None:
    assert DANISH is not None
    number = Figure("x", Decimal(600), qualifier="minimum", wording=wording).number()
    assert DANISH.numbers.qualifier(number) == qualifier


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2023", "2023"),
        ("2023-11", "november 2023"),
        ("2023-11-30", "30. november 2023"),
        ("2023-03-01", "1. marts 2023"),
        ("2024-02-30", "2024-02-30"),
        ("efteråret 2023", "efteråret 2023"),
        ("", ""),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(written: str, shown: str) -> None:
    assert DANISH is not None
    assert DANISH.date(written) == shown


def test_a_language_is_known_by_its_code() -> None:
    assert DANISH is not None and DANISH.code == "da-DK"
    assert language("tlh") is None
    assert language("__init__") is None


@given(st.decimals(-(10**14), 10**14, places=4), st.integers(0, 6))
def test_what_is_shown_reads_back_as_the_rounded_number(value: Decimal, decimals: int) -> None:
    shown = show(str(value), decimals=decimals)
    read = Decimal(shown.replace(".", "").replace(",", ".").replace("−", "-"))
    assert read == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@pytest.mark.parametrize(
    "held",
    [
        "12_%",
        "500_kr.",
        "5_mio._kr. til klyngerne",
        "40_km herfra",
        "jf._§_3 i loven",
        "nr._5 og s._4",
        "kl._12",
        "ca._40",
        "mødet d._3._maj 2023",
        "den 30._november 2023",
        "mindst_375 medlemmer",
        "N._F._S._Grundtvig",
        "dr._Madsen",
        "kr._500",
        "12 klynger og 3 kommuner",
        "i 2023 meldte 12 mere sig",
        "3. Vi mødes",
        "9 mennesker",
        "5 tjenester",
        "punkt 4. Maj er over",
    ],
)
def test_a_space_holds_where_a_line_must_not_break(held: str) -> None:
    assert DANISH is not None
    assert DANISH.hold(held.replace("_", " ")) == held.replace("_", "\u00a0")


@given(st.text("0123456789 %kr.nsd§ABæmio", max_size=40))
def test_holding_changes_spaces_alone_and_holds_once(text: str) -> None:
    assert DANISH is not None
    held = DANISH.hold(text)
    assert held.replace("\u00a0", " ") == text
    assert DANISH.hold(held) == held


def test_long_words_of_the_list_are_their_parts() -> None:
    assert DANISH is not None
    assert DANISH.compounds["erhvervsfremmestrategi"] == ("erhvervs", "fremme", "strategi")
    assert all("".join(parts) == word and len(parts) > 1 for word, parts in DANISH.compounds.items())
    assert all(word == word.lower() for word in DANISH.compounds)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mindst 1.740 af 4.324", ["1740", "4324"]),
        ("92,5 %", ["92.5"]),
        ("i 2022, da 7 svarede", ["2022", "7"]),
        ("40–50", ["40", "50"]),
        ("ingen", []),
    ],
)
def test_numbers_that_somebody_typed_are_read_as_danish(text: str, found: list[str]) -> None:
    assert DANISH is not None
    assert DANISH.numbers.read(text) == tuple(Decimal(one) for one in found)
