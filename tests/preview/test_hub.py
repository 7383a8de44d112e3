"""What pages are told: the last state, and what the program itself failed on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from deckgen.live import Choice, DeckState, Offer, Session
from deckgen.live.watching import Watched
from deckgen.preview.hub import Hub, Subscriber
from projects import GOOD, write


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    write(tmp_path, GOOD)
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")
    return Hub(session, Watched(session.content, session.brand, None, tmp_path / "output"))


def test_who_subscribes_is_told_at_once_and_then_what_rules_found(hub: Hub) -> None:
    async def told() -> tuple[object, object]:
        subscriber = await hub.subscribe(hub.session.first)
        news = subscriber.news()
        first, second = await anext(news), await anext(news)
        hub.close()
        return first, second

    first, second = asyncio.run(told())
    assert isinstance(first, DeckState)
    assert isinstance(second, DeckState)
    assert [page.picture for page in first.pages] == [page.picture for page in second.pages]


def test_a_slow_page_gets_the_last_state_and_none_between() -> None:
    choice = Choice("board", "", Path("_brand.yml"))
    states = [DeckState(choice, Offer(), title=title) for title in ("one", "two", "three")]

    async def told() -> object:
        subscriber = Subscriber(choice)
        for state in states:
            subscriber.tell(state)
        return await anext(subscriber.news())

    assert asyncio.run(told()) is states[-1]


def test_what_the_program_itself_fails_on_is_told_and_no_end(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: Choice) -> DeckState:
        raise RuntimeError("no such luck")

    async def told() -> tuple[object, object]:
        first = hub.session.first
        monkeypatch.setattr(hub.session, "look", failing)
        subscriber = await hub.subscribe(first)
        wrong = await anext(subscriber.news())
        monkeypatch.undo()
        other = await hub.subscribe(first)
        right = await anext(other.news())
        hub.close()
        return wrong, right

    wrong, right = asyncio.run(told())
    assert wrong == "deckgen itself failed on this: RuntimeError: no such luck"
    assert isinstance(right, DeckState)
