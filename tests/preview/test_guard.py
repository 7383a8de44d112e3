"""Who is answered: the page that was opened with the token, on this machine, and nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from deckgen.preview.guard import Guard

PORT = 4711
HERE = f"127.0.0.1:{PORT}"
COOKIE = {"cookie": f"deckgen-{PORT}=right"}


def asked(path: str = "/place", method: str = "GET", query: str = "", **headers: str) -> list[Message]:
    """What the guard, or the application behind it, sends back."""
    said = {"host": HERE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in said.items()],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(PlainTextResponse("behind"), PORT, "right")(scope, receive, send))
    return sent


def status(*given: str, **headers: str) -> int:
    return int(asked(*given, **headers)[0]["status"])


def test_the_address_has_the_key_and_takes_it_out_of_sight() -> None:
    began = asked("/", query="token=right")[0]
    headers = {name.decode(): value.decode() for name, value in began["headers"]}
    assert (began["status"], headers["location"]) == (303, "/")
    assert {"HttpOnly", "SameSite=strict"} <= set(headers["set-cookie"].split("; "))
    assert Guard(PlainTextResponse(""), PORT, "right").address == f"http://{HERE}/?token=right"


def test_every_start_has_a_key_of_its_own() -> None:
    one, other = (Guard(PlainTextResponse(""), PORT).token for _ in range(2))
    assert one != other
    assert len(one) >= 40


def test_the_page_is_answered() -> None:
    assert status(**COOKIE) == 200
    assert status(**COOKIE, host=f"localhost:{PORT}") == 200
    assert status("/build", "POST", **COOKIE, origin=f"http://{HERE}") == 200
    assert status(**COOKIE, sec_fetch_site="same-origin") == 200


@pytest.mark.parametrize(
    ("given", "headers", "refused"),
    [
        ((), {}, 401),
        ((), {"cookie": f"deckgen-{PORT}=wrong"}, 401),
        ((), {"cookie": "deckgen-4712=right"}, 401),
        (("/", "GET", "token=wrong"), {}, 401),
        (("/place", "GET", "token=right"), {}, 401),
        ((), {**COOKIE, "host": f"deck.example:{PORT}"}, 421),
        ((), {**COOKIE, "host": "127.0.0.1:80"}, 421),
        ((), {**COOKIE, "host": ""}, 421),
        ((), {**COOKIE, "origin": "http://deck.example"}, 403),
        ((), {**COOKIE, "origin": "null"}, 403),
        ((), {**COOKIE, "origin": f"https://{HERE}"}, 403),
        ((), {**COOKIE, "sec_fetch_site": "cross-site"}, 403),
        ((), {**COOKIE, "sec_fetch_site": "same-site"}, 403),
        (("/build", "POST"), COOKIE, 403),
        (("/build", "POST"), {**COOKIE, "origin": "http://127.0.0.1:4712"}, 403),
    ],
)
def test_all_others_are_refused(given: tuple[str, ...], headers: dict[str, str], refused: int) -> None:
    sent = asked(*given, **headers)
    assert sent[0]["status"] == refused
    assert b"behind" not in b"".join(one.get("body", b"") for one in sent)


@pytest.mark.parametrize("headers", [COOKIE, {}, {"host": "deck.example"}])
def test_every_answer_forbids_what_the_page_does_not_need(headers: dict[str, str]) -> None:
    said = {name.decode(): value.decode() for name, value in asked(**headers)[0]["headers"]}
    policy = dict(part.split(" ", 1) for part in said["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert said["cache-control"] == "no-store"
    assert said["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in said
