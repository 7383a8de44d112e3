"""From a save to every page that is open. In: a session and what is watched. Out: states, to whoever is subscribed.

All work on the session is done by one thread, in turn. A slow subscriber gets the last state and none between.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final, ParamSpec, TypeVar

from deckgen.live import Choice, DeckState, Session
from deckgen.live.watching import Watched, async_changes

CALM: Final = 0.12
"""Seconds without a save after which the rules are asked."""

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Subscriber:
    """A page that is open, and what it is to be told next: a state, or why there is none."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._next: DeckState | str | None = None
        self._told = asyncio.Event()

    def tell(self, news: DeckState | str) -> None:
        self._next = news
        self._told.set()

    async def news(self) -> AsyncIterator[DeckState | str]:
        while True:
            await self._told.wait()
            self._told.clear()
            if self._next is not None:
                yield self._next


class Hub:
    """Holds the session while it is served."""

    def __init__(self, session: Session, watched: Watched) -> None:
        self.session, self._watched = session, watched
        self._turn = ThreadPoolExecutor(max_workers=1, thread_name_prefix="deckgen")
        self._subscribers: set[Subscriber] = set()
        self._checking: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Look again after every burst of saves, until the task is cancelled."""
        async for _ in async_changes(self._watched):
            await self.ask(self.session.changed)
            await self._look({subscriber.choice for subscriber in self._subscribers})

    def close(self) -> None:
        """Let go of the thread."""
        self._turn.shutdown(wait=False, cancel_futures=True)

    async def ask(self, asked: Callable[_P, _R], *given: _P.args, **named: _P.kwargs) -> _R:
        """What the session answers, when its turn comes."""
        return await asyncio.get_running_loop().run_in_executor(self._turn, lambda: asked(*given, **named))

    async def subscribe(self, choice: Choice) -> Subscriber:
        """Be told of a deck, at once and from then on."""
        subscriber = Subscriber(choice)
        self._subscribers.add(subscriber)
        await self._look({choice})
        return subscriber

    def leave(self, subscriber: Subscriber) -> None:
        self._subscribers.discard(subscriber)

    async def _look(self, choices: set[Choice]) -> None:
        for choice in choices:
            await self._tell(choice, self.session.look)
        if self._checking is not None:
            self._checking.cancel()
        self._checking = asyncio.create_task(self._check())

    async def _check(self) -> None:
        await asyncio.sleep(CALM)
        for choice in {subscriber.choice for subscriber in self._subscribers}:
            await self._tell(choice, self.session.check)

    async def _tell(self, choice: Choice, asked: Callable[[Choice], DeckState]) -> None:
        """Ask the session, and tell whoever looks at that; what the program itself fails on is no end of the page."""
        news: DeckState | str
        try:
            news = await self.ask(asked, choice)
        except Exception as problem:
            logging.getLogger(__name__).debug("a look at the deck failed", exc_info=True)
            news = f"deckgen itself failed on this: {type(problem).__name__}: {problem}"
        for subscriber in self._subscribers:
            if subscriber.choice == choice:
                subscriber.tell(news)


async def ended(task: asyncio.Task[None]) -> None:
    """End a task."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
