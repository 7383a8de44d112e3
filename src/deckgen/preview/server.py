"""The server of the live page. In: a project, a port. Out: a page on loopback, until somebody ends it."""

from __future__ import annotations

import asyncio
import gc
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette

from deckgen.live import Choice, Session
from deckgen.live.watching import Watched
from deckgen.model.lazy_dataclasses import replace
from deckgen.preview.answers import Answers
from deckgen.preview.guard import HOST, Guard
from deckgen.preview.hub import Hub, ended

GRACE: Final = 1
"""Seconds that open pages have to let go when the server ends."""


def serve(
    session: Session, first: Choice, output: Path, port: int, ready: Callable[[str], None], *, browse: bool
) -> None:
    """Serve the live page until Ctrl-C; `ready` is told its address, and it is opened if `browse`.

    Port 0 takes any that is free. Raises OSError for a port that is taken.
    """
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()

        def begun() -> None:
            ready(guard.address)
            if browse:
                webbrowser.open(guard.address)

        hub = Hub(session, Watched(session.content, session.brand, session.template, output))
        guard = Guard(application(hub, first, output, begun), listener.getsockname()[1])
        config = uvicorn.Config(guard, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE)
        uvicorn.Server(config).run(sockets=[listener])


def application(hub: Hub, first: Choice, output: Path, begun: Callable[[], None]) -> Starlette:
    """What answers, behind whatever guards it."""

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        gc.enable()  # the command line does without, as it ends soon
        watching = asyncio.create_task(hub.run())
        begun()
        warming = asyncio.create_task(_warm(hub, first))
        yield
        await ended(warming)
        await ended(watching)
        hub.close()

    return Starlette(routes=Answers(hub, first, output).routes, lifespan=life)


async def _warm(hub: Hub, first: Choice) -> None:
    """Look at the first deck and then at the others, which the story of a number asks for."""
    state = await hub.ask(hub.session.look, first)
    for deck in state.offer.decks:
        await hub.ask(hub.session.look, replace(first, deck=deck))
    gc.freeze()  # what is known by now stays, and need not be looked through for garbage
