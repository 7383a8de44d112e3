"""The shipped decks say every fact of the engagement in its shade, and nothing that they may not say.

In: `tests/ledger.yaml` and the written files. The ledger's head says what its keys mean.
"""

from __future__ import annotations

from pathlib import Path

import ledger
import pytest
from ledger import DECKS, Said

SECTIONS = range(1, 19)


@pytest.fixture(scope="module")
def slides(built_decks: dict[str, Path]) -> dict[str, dict[str, Said]]:
    return {deck: ledger.slides_of(built_decks[deck].read_bytes()) for deck in DECKS}


@pytest.fixture(scope="module")
def parts(built_decks: dict[str, Path]) -> dict[str, tuple[str, ...]]:
    return {deck: ledger.parts_of(built_decks[deck].read_bytes()) for deck in DECKS}


def test_the_ledger_covers_every_section_of_the_engagement() -> None:
    facts = ledger.facts()
    assert {fact.section for fact in facts} >= set(SECTIONS)
    told = [(fact.fact, deck) for fact in facts for deck in fact.decks]
    assert len(set(told)) == len(told)
    assert all(fact.slides and fact.decks and (fact.shown or fact.noted) for fact in facts)


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_says_each_fact_where_the_ledger_places_it(deck: str, slides: dict[str, dict[str, Said]]) -> None:
    assert ledger.unsaid(deck, slides[deck]) == []


def test_every_slide_that_the_ledger_names_is_in_a_deck_that_says_it(slides: dict[str, dict[str, Said]]) -> None:
    lost = [
        (fact.fact, slide)
        for fact in ledger.facts()
        for slide in fact.slides
        if not any(slide in slides[deck] for deck in fact.decks)
    ]
    assert not lost


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_says_nothing_that_it_may_not_say(deck: str, parts: dict[str, tuple[str, ...]]) -> None:
    assert ledger.overheard(deck, parts[deck]) == []


@pytest.mark.parametrize("deck", DECKS)
def test_what_an_audience_has_alone_stands_in_its_own_file(deck: str, parts: dict[str, tuple[str, ...]]) -> None:
    own = "\n".join(parts[deck])
    assert [pattern for owner, pattern in ledger.secrets() if owner == deck and not ledger.found(pattern, own)] == []
