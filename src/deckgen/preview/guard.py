"""Who may ask the server what. In: requests. Out: those of the one page that was opened here; others are refused.

The server listens on loopback, where other programs and any page in the browser can reach it too. So a request needs
the token that was printed at the start (then a cookie that no script reads), must be meant for this host, which no
name that leads here by DNS is, and must come from this page. Answers forbid whatever the page does not need.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST: Final = "127.0.0.1"
TOKEN: Final = "token"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Guard:
    """Stands before an application. `port` is the one that it is served on."""

    def __init__(self, app: ASGIApp, port: int, token: str = "") -> None:
        self._app, self._port = app, port
        self.token = token or secrets.token_urlsafe(32)
        self._hosts = frozenset((f"{HOST}:{port}", f"localhost:{port}"))
        self._cookie = f"deckgen-{port}"

    @property
    def address(self) -> str:
        """What the browser is to open."""
        return f"http://{HOST}:{self._port}/?{TOKEN}={self.token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refused = self._answer(Request(scope))
        await (refused or self._app)(scope, receive, guarded)

    def _answer(self, request: Request) -> Response | None:
        """What is answered in the application's place; None for what may pass."""
        if request.headers.get("host") not in self._hosts:
            return PlainTextResponse("This server answers to its own address alone.", 421)
        if not self._is_from_here(request):
            return PlainTextResponse("This server answers to its own page alone.", 403)
        offered = request.query_params.get(TOKEN)
        if request.url.path == "/" and request.method == "GET" and offered and self._is_token(offered):
            welcome = RedirectResponse("/", 303)
            welcome.set_cookie(self._cookie, self.token, httponly=True, samesite="strict")
            return welcome
        if not self._is_token(request.cookies.get(self._cookie, "")):
            return PlainTextResponse("Open the address that deckgen preview printed: it has the key.", 401)
        return None

    def _is_token(self, offered: str) -> bool:
        return secrets.compare_digest(offered.encode(), self.token.encode())

    def _is_from_here(self, request: Request) -> bool:
        """Whether no other page asked. What changes something has to say that it is this one."""
        origin = request.headers.get("origin")
        if origin is None:
            site = request.headers.get("sec-fetch-site", "none")
            return request.method == "GET" and site in ("none", "same-origin")
        return origin in {f"http://{host}" for host in self._hosts}
