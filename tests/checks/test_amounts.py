"""What texts say of numbers in words, in the languages that tell how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks.text.amounts import Amount, amounts
from deckgen.locale import language
from deckgen.model.reading import NO_READING, Reading


def reading(code: str) -> Reading:
    found = language(code)
    assert found is not None
    return found.prose.reading


def only(code: str, said: str) -> Amount:
    (found,) = amounts(said, reading(code))
    return found


@pytest.mark.parametrize(
    ("code", "said", "holds", "not_so"),
    [
        ("da", "Halvdelen er med", 0.5, 0.58),
        ("da", "Under halvdelen er med", 0.42, 0.58),
        ("da", "Tre ud af fire er med", 0.76, 0.58),
        ("da", "Flertallet er med", 0.58, 0.42),
        ("da", "Knap hver tredje er med", 0.29, 0.37),
        ("da", "Godt en fjerdedel er med", 0.27, 0.22),
        ("da", "En god tredjedel er med", 0.35, 0.29),
        ("da", "Fire af kommunens seks skoler er med", 4 / 6, 4 / 7),
        ("en", "Nearly half of them are in", 0.47, 0.52),
        ("en", "Three out of four are in", 0.74, 0.58),
        ("en", "One litre in ten is lost", 0.11, 0.2),
        ("en", "Most farms are in", 0.72, 0.4),
        ("en", "A little over a fifth is gas", 0.22, 0.31),
        ("en", "Two thirds of them are in", 0.65, 0.5),
    ],
)
def test_a_share_is_a_range(code: str, said: str, holds: float, not_so: float) -> None:
    amount = only(code, said)
    assert amount.sort == "share"
    assert amount.holds(holds) and not amount.holds(not_so)


@pytest.mark.parametrize(
    ("code", "said", "holds", "not_so"),
    [
        ("da", "Besøgene er fordoblet", 2.01, 3.0),
        ("da", "Fraværet er mere end fordoblet", 2.4, 1.8),
        ("da", "Fraværet er halveret", 0.51, 2.0),
        ("da", "En fjerdedel flere kommer", 1.28, 2.0),
        ("da", "De bruger fem gange så meget", 5.2, 2.0),
        ("en", "Losses are a third of what they were", 0.33, 3.0),
        ("en", "Nitrate has risen by half", 1.54, 0.5),
        ("en", "It takes a quarter off the journey", 0.74, 0.5),
        ("en", "They pay twice as much", 2.1, 1.2),
    ],
)
def test_growth_is_a_factor(code: str, said: str, holds: float, not_so: float) -> None:
    amount = only(code, said)
    assert amount.sort == "growth"
    assert amount.holds(holds) and not amount.holds(not_so)


@pytest.mark.parametrize(
    ("code", "said", "number"),
    [
        ("da", "fireogtres frivillige", 64),
        ("da", "hundrede og halvtreds samtaler", 150),
        ("da", "tre hundrede samtaler", 300),
        ("da", "hundrede og firs tusind besøg", 180_000),
        ("da", "to tusind og tre hundrede besøg", 2300),
        ("en", "forty-three thousand members", 43_000),
        ("en", "thirty-one minutes", 31),
        ("en", "two hundred and five talks", 205),
    ],
)
def test_counts_are_read_whole(code: str, said: str, number: int) -> None:
    amount = only(code, said)
    assert (amount.sort, amount.low, amount.high) == ("count", number, number)


def test_thousands_are_as_near_as_is_said() -> None:
    amount = only("da", "godt treogfyrre tusind medlemmer")
    assert amount.near and amount.holds(43_200) and not amount.holds(40_000) and not amount.holds(50_000)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("da", "Vi mødes hver anden uge"),
        ("da", "I anden halvdel af året"),
        ("da", "en kvart million"),
        ("en", "half an hour in the second half of the year"),
        ("en", "in the last quarter"),
        ("en", "every other day"),
        ("en", "a few of them"),
    ],
)
def test_what_is_no_amount_is_none(code: str, said: str) -> None:
    assert amounts(said, reading(code)) == ()


def test_a_clause_is_what_an_amount_is_about() -> None:
    found = amounts("Halvdelen er glade, og en tredjedel savner ro", reading("da"))
    half, third = sorted(found, key=lambda amount: amount.start)
    assert [sorted(amount.words) for amount in (half, third)] == [["glad"], ["savn"]]


@given(st.text(st.sampled_from("en to af halvdelen ud hundrede og fem,. \u00a0%é"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    for code in ("da", "en"):
        for amount in amounts(text, reading(code)):
            assert 0 <= amount.start < amount.end <= len(text) and amount.low <= amount.high


def test_a_language_that_tells_nothing_is_asked_nothing() -> None:
    assert amounts("Halvdelen, half", NO_READING) == ()
