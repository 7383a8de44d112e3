"""What the server answers to a page that names less than all, or what cannot be read."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from deckgen.live import Session
from deckgen.live.watching import Watched
from deckgen.preview.hub import Hub
from deckgen.preview.server import application
from projects import GOOD, write


def asked(app: Starlette, path: str, query: str) -> tuple[int, Any]:
    """The status of an answer, and what it tells."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": path, "headers": []}
    asyncio.run(app({**scope, "query_string": query.encode()}, receive, send))
    told = b"".join(one.get("body", b"") for one in sent[1:])
    return sent[0]["status"], json.loads(told) if sent[0]["status"] == 200 else None


def served(folder: Path, deck: str = "") -> Starlette:
    """The application of `deckgen preview DECK`."""
    session = Session(folder / "content", folder / "assets/_brand.yml")
    hub = Hub(session, Watched(session.content, session.brand, None, folder / "output"))
    return application(hub, session.choose(deck) or session.first, folder / "output", lambda: None)


@pytest.mark.parametrize(("deck", "status"), [("directorate", 200), ("board", 404), ("", 404)])
def test_a_page_that_names_no_deck_sees_the_one_that_preview_was_asked_for(
    deck: str, status: int, tmp_path: Path
) -> None:
    app = served(write(tmp_path, GOOD), deck)
    assert asked(app, "/place", "page=survey.budget")[0] == status
