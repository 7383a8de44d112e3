"""Claims are paired by what they say before where they stand; words and moves are told exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from asked import claim
from deckgen.compare.alignment import align
from deckgen.compare.claims import Claim
from deckgen.compare.words import marked, word_diff
from deckgen.model.order import moved

TEXT = st.text(alphabet="ab 1\n", max_size=12)
CLAIMS = st.lists(
    st.builds(claim, st.sampled_from(["title", "items/1", "items/2", "items/3", "notes"]), TEXT), max_size=6
)


def paths(left: list[Claim], right: list[Claim]) -> list[tuple[str, str]]:
    return [(one.path if one else "", other.path if other else "") for one, other in align(left, right)]


def test_an_item_that_one_side_alone_has_does_not_shift_the_rest() -> None:
    left = [claim("items/1", "Den første"), claim("items/2", "Den anden"), claim("items/3", "Den tredje")]
    right = [claim("items/1", "Den anden"), claim("items/2", "Den tredje")]
    assert paths(left, right) == [("items/1", ""), ("items/2", "items/1"), ("items/3", "items/2")]


def test_a_value_is_paired_by_its_label() -> None:
    left = [claim("data/1/value", "Svar: 12", number="12", label="Svar")]
    right = [
        claim("data/1/value", "Spurgt: 13", number="13", label="Spurgt"),
        claim("data/2/value", "Svar: 11", number="11", label="Svar"),
    ]
    assert paths(left, right) == [("", "data/1/value"), ("data/1/value", "data/2/value")]


def test_the_same_path_is_the_same_claim_in_other_words() -> None:
    assert paths([claim("lead", "Et")], [claim("lead", "Noget helt andet")]) == [("lead", "lead")]


def test_an_item_is_paired_with_the_one_most_like_it() -> None:
    left = [claim("items/1", "Alle vil gerne i dialog om det"), claim("items/2", "Kort")]
    right = [claim("items/1", "Nyt"), claim("items/2", "Alle vil gerne i tæt dialog om det")]
    assert paths(left, right) == [("", "items/1"), ("items/1", "items/2"), ("items/2", "")]


@given(CLAIMS, CLAIMS)
def test_each_claim_is_paired_once_and_nothing_is_lost(left: list[Claim], right: list[Claim]) -> None:
    pairs = align(left, right)
    assert [one for one, _ in pairs if one] == left
    assert sorted((other for _, other in pairs if other), key=repr) == sorted(right, key=repr)
    assert all(one or other for one, other in pairs)


@given(CLAIMS)
def test_a_slide_beside_itself_pairs_every_claim_with_its_words(claims: list[Claim]) -> None:
    assert all(one and other and one.text == other.text for one, other in align(claims, claims))


@given(TEXT, TEXT)
def test_the_pieces_of_a_word_diff_are_the_two_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.what != "added") == before
    assert "".join(piece.text for piece in pieces if piece.what != "removed") == after


def test_a_word_diff_is_marked_by_words() -> None:
    assert marked(word_diff("Alle 11 svarede", "Alle 12 svarede")) == "Alle [-11-]{+12+} svarede"


@given(st.lists(st.sampled_from("abcdefg"), unique=True), st.lists(st.sampled_from("abcdefg"), unique=True))
def test_without_what_moved_the_rest_stands_in_the_old_order(before: list[str], after: list[str]) -> None:
    gone = moved(before, after)
    rest = [name for name in after if name in before and name not in gone]
    assert rest == [name for name in before if name in rest]
    assert set(gone) <= set(before) & set(after)


def test_one_slide_that_jumps_is_the_one_that_moved() -> None:
    assert moved("abcd", "bcda") == ("a",)


def test_the_most_alike_of_several_are_paired_first() -> None:
    left = [
        claim("items/1", "Vi har mange flere penge i hele landet"),
        claim("items/2", "Vi har flere penge i regionen nu"),
    ]
    right = [
        claim("items/1", "Vi har flere penge i regionen nu, sagde de"),
        claim("items/2", "Vi har mange flere penge i landet"),
    ]
    assert paths(left, right) == [("items/1", "items/2"), ("items/2", "items/1")]
    assert paths(right, left) == [("items/1", "items/2"), ("items/2", "items/1")]
