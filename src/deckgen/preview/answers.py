"""What the page asks, and what it is answered. In: requests that may pass. Out: files of the page, JSON, events."""

from __future__ import annotations

import json
from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from deckgen import api
from deckgen.diagnostics import Span
from deckgen.edits.journal import Journal, Outcome, Renaming, Value, read_text, read_value
from deckgen.live import Choice
from deckgen.live.naming import why_not_called
from deckgen.live.source import Source, around
from deckgen.messages import said_in, words_of
from deckgen.preview import libreoffice
from deckgen.preview.hub import Hub, Subscriber
from deckgen.preview.opening import Opened, open_file, open_in_editor
from deckgen.preview.records import (
    deck_record,
    fault_record,
    figure_record,
    form_record,
    place_record,
    sides_record,
    source_record,
)
from deckgen.preview.wishes import name_of, wanted_of

_TYPES: Final = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PAGE: Final = "page"
"""The part of the catalogue that has the words of the page."""
_PAGE: Final = resources.files("deckgen.preview") / "page"


class Answers:
    """`first` is looked at where the page names nothing; decks are built into `output`."""

    def __init__(self, hub: Hub, first: Choice, output: Path) -> None:
        self._hub, self._session, self._first, self._output = hub, hub.session, first, output
        self._journal, self._built = Journal(), dict[Choice, Path]()
        self._files = {file.name: file.read_bytes() for file in _PAGE.iterdir() if Path(file.name).suffix in _TYPES}

    @property
    def routes(self) -> Sequence[Route]:
        return (
            Route("/", self.page),
            Route("/page/{name}", self.page),
            Route("/texts", self.texts),
            Route("/events", self.events),
            Route("/place", self.place),
            Route("/lines", self.lines),
            Route("/figure", self.figure),
            Route("/sides", self.sides),
            Route("/form", self.form),
            Route("/arrangements", self.arrangements),
            Route("/edit", self.edit, methods=["POST"]),
            Route("/build", self.build, methods=["POST"]),
            Route("/libreoffice", self.libreoffice),
            Route("/save", self.save, methods=["POST"]),
            Route("/history", self.history),
            Route("/undo", self.undo, methods=["POST"]),
            Route("/redo", self.redo, methods=["POST"]),
        )

    async def page(self, request: Request) -> Response:
        """The files of the page, which are all that is served as a file."""
        name = request.path_params.get("name", "index.html")
        if name not in self._files:
            raise HTTPException(404)
        return Response(self._files[name], media_type=_TYPES[Path(name).suffix])

    async def texts(self, _: Request) -> Response:
        """The words of the page in the language of messages, by those in English."""
        language = await self._hub.ask(lambda: self._session.messages)
        return JSONResponse({"language": language, "said": words_of(PAGE, language)})

    async def events(self, request: Request) -> Response:
        """A deck now and after every save, with the pictures that changed."""
        subscriber = await self._hub.subscribe(await self._choice(request))
        return StreamingResponse(self._told(subscriber), media_type="text/event-stream")

    async def _told(self, subscriber: Subscriber) -> AsyncIterator[str]:
        shown: dict[str, str] = {}
        try:
            async for news in subscriber.news():
                if isinstance(news, str):
                    yield _event("problem", news)
                else:
                    yield _event("deck", deck_record(news, shown))
                    shown = {page.id: page.picture for page in news.pages}
        finally:
            self._hub.leave(subscriber)

    async def place(self, request: Request) -> Response:
        """Where something on a page is written."""
        meant = (request.query_params.get(name, "") for name in ("page", "path", "said"))
        source = await self._hub.ask(self._session.source, await self._choice(request), *meant)
        if source is None:
            raise HTTPException(404)
        return JSONResponse(source_record(source, self._value(source)))

    async def lines(self, request: Request) -> Response:
        """The lines around a place in a file of the project."""
        asked = request.query_params
        name, line = asked.get("file", ""), _number(asked.get("line", ""))
        file, span = self._project_file(name), Span(name, line, 1)
        found = read_text(file)
        figure = self._session.figure_at(file, found.text, line) if found else ""
        return JSONResponse({**place_record(span, around(span)), "figure": figure})

    async def figure(self, request: Request) -> Response:
        """The story of a figure; nothing where what is written of it cannot be read."""
        choice, name = await self._choice(request), request.query_params.get("name", "")
        report = await self._hub.ask(self._session.figure, choice, name)
        content, language = self._session.content, self._session.messages
        return JSONResponse(figure_record(report, content, language) if report else None)

    async def sides(self, request: Request) -> Response:
        """A deck beside the one that `other` names."""
        choice = await self._choice(request)
        other = Choice(request.query_params.get("other", ""), choice.language, choice.brand)
        sides = await self._hub.ask(self._session.sides, choice, other)
        if sides is None:
            raise HTTPException(404)
        return JSONResponse(sides_record(sides, self._session.messages))

    async def form(self, request: Request) -> Response:
        """What may be written of a slide, a figure or a deck; nothing where there is none, or it cannot be read.

        With `kind`, what there would be to write if the slide were of that kind.
        """
        choice = await self._choice(request)
        of, name, kind = (request.query_params.get(key, "") for key in ("of", "name", "kind"))
        digests: list[str] = []

        def text_of(file: Path) -> str | None:
            found = read_text(file)
            digests.append(found.digest if found else "")
            return found.text if found else None

        form = await self._hub.ask(self._session.form, choice, of, name, text_of, kind)
        return JSONResponse(form_record(form, digests[-1], self._session.messages) if form else None)

    async def arrangements(self, request: Request) -> Response:
        """A slide in each arrangement that it may have."""
        choice, slide = await self._choice(request), request.query_params.get("slide", "")
        return JSONResponse(await self._hub.ask(self._session.arranged, choice, slide))

    async def edit(self, request: Request) -> Response:
        """Open a place of the project in the editor."""
        asked = await request.json()
        file, line = self._project_file(str(asked.get("file"))), _number(str(asked.get("line")))
        opened = await to_thread(open_in_editor, file, line)
        return JSONResponse(_opened(opened))

    async def build(self, request: Request) -> Response:
        """Build the deck that is looked at, and open its file."""
        choice = await self._choice(request)
        session = self._session
        result = await self._hub.ask(
            partial(
                api.build,
                session.content,
                decks=[choice.deck],
                brand=choice.brand,
                template=session.template,
                output=self._output,
                language=choice.language,
                memory=session.memory(choice.language, choice.brand),
            )
        )
        messages = session.messages
        found = [fault_record(one, messages) for one in result.diagnostics]
        if not result.files:
            return JSONResponse({"file": "", "diagnostics": found})
        self._built[choice] = file = result.files[0].resolve()
        opened = await to_thread(open_file, file)
        more = {"libreoffice": bool(libreoffice.program()), **_opened(opened)}
        return JSONResponse({"file": result.files[0].as_posix(), "diagnostics": found, **more})

    async def libreoffice(self, request: Request) -> Response:
        """A page of the file that was built last, as LibreOffice draws it."""
        file = self._built.get(await self._choice(request))
        if file is None or not libreoffice.program():
            raise HTTPException(404)
        drawn = await libreoffice.picture(file, _number(request.query_params.get("page", "")))
        if drawn is None:
            raise HTTPException(404)
        return Response(drawn, media_type="image/png")

    async def save(self, request: Request) -> Response:
        """Write anew what stands at a place, if the file stands as the page knows it, and call a slide otherwise."""
        asked = await request.json()
        place = _number(str(asked.get("line"))), _number(str(asked.get("column")))
        file = self._project_file(str(asked.get("file")))
        self._is_content(file)
        wanted, name = wanted_of(asked.get("wanted")), name_of(asked.get("rename"))
        if (wanted is None and name is None) or (name is None and "rename" in asked):
            raise HTTPException(400)
        is_taken = name is not None and await self._hub.ask(self._session.has_slide, name[1])
        why = why_not_called(name[1], is_taken=is_taken) if name else ""
        renaming = Renaming(*name, self._session.content_files) if name else None
        digest = str(asked.get("digest"))
        if why:
            return self._outcome(Outcome(None, why))
        outcome = await self._hub.ask(self._journal.save, file, *place, wanted, digest, renaming)
        return self._outcome(outcome, read_value(file, *place))

    async def history(self, _: Request) -> Response:
        """Whether a save can be taken back, and done again: saves outlive the page that made them."""
        return JSONResponse(self._can_turn)

    async def undo(self, request: Request) -> Response:
        """Take the last save back."""
        return await self._turned(request, self._journal.undo)

    async def redo(self, request: Request) -> Response:
        """Do again what was taken back last."""
        return await self._turned(request, self._journal.redo)

    async def _turned(self, request: Request, turn: Callable[[], Outcome]) -> Response:
        """What came of it, and the slide of the deck looked at that it changed."""
        outcome = await self._hub.ask(turn)
        slide = ""
        if outcome.file:
            choice = await self._choice(request)
            slide = await self._hub.ask(self._session.slide_at, choice, outcome.file, outcome.line)
        return self._outcome(outcome, slide=slide)

    def _outcome(self, outcome: Outcome, value: Value | None = None, slide: str = "") -> Response:
        stands = asdict(value) if value else None
        return JSONResponse(
            {
                "saved": outcome.file is not None,
                "why": said_in(outcome.why, self._session.messages),
                "value": stands,
                "slide": slide,
                **self._can_turn,
            }
        )

    @property
    def _can_turn(self) -> dict[str, bool]:
        return {"undo": self._journal.can_undo, "redo": self._journal.can_redo}

    def _value(self, source: Source) -> Value | None:
        """What can be written anew at a place."""
        return read_value(Path(source.span.file), source.span.line, source.span.column) if source.exact else None

    def _is_content(self, file: Path) -> None:
        """Only the content's own files are written."""
        if not file.is_relative_to(self._session.content.resolve()) or file.suffix not in (".yaml", ".yml"):
            raise HTTPException(404)

    async def _choice(self, request: Request) -> Choice:
        """What is looked at, as the query says; what it leaves out is as in the first."""
        asked = request.query_params
        deck, language, brand = (asked.get(name, "") for name in ("deck", "language", "brand"))
        choice = await self._hub.ask(self._session.choose, deck or self._first.deck, language, brand)
        if choice is None:
            raise HTTPException(404)
        return choice

    def _project_file(self, name: str) -> Path:
        """A file of the content or beside the brand, links followed; no other is read or opened."""
        file = Path(name).resolve()
        folders = (self._session.content.resolve(), self._session.brand.resolve().parent)
        if not any(file.is_relative_to(folder) for folder in folders) or not file.is_file():
            raise HTTPException(404)
        return file


def _event(name: str, told: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"


def _opened(opened: Opened) -> dict[str, Any]:
    return {"opened": opened.started, "command": opened.command}


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdecimal() else 1
