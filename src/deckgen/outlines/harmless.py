"""In: an SVG that goes into a deck as it is. Out: whether it shows itself alone, or what in it does more.

No script, no other file, no entities: a deck is opened by people who did not make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers import expat

from deckgen.diagnostics import Diagnostics, Span

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_ACTIVE: Final = frozenset(("script", "foreignObject", "iframe", "audio", "video"))
_ELSEWHERE: Final = re.compile(r"""url\((?!\s*['"]?\s*(?:#|data:image/))|@import""", re.IGNORECASE)
_HINT: Final = "export the drawing anew as a plain SVG, with what it shows embedded"


class _RefusedError(Exception):
    """Nothing more of the file is read."""


def is_harmless(data: bytes, shown: str, diagnostics: Diagnostics) -> bool:
    """Whether nothing in the SVG acts or fetches; what does is reported at its place in the file called `shown`."""
    reading = _Reading(shown, diagnostics)
    try:
        reading.parser.Parse(data, True)
    except _RefusedError:
        return False
    except expat.ExpatError as problem:
        message = f"the SVG is broken: {expat.ErrorString(problem.code)}"
        diagnostics.error("picture-unreadable", message, Span(shown, problem.lineno, problem.offset + 1))
        return False
    if reading.root != f"{_NAMESPACE} svg":
        hint = f'begin with <svg xmlns="{_NAMESPACE}">'
        diagnostics.error("picture-unreadable", "the file is no SVG", Span(shown, 1, 1), hint)
        return False
    return reading.is_harmless


class _Reading:
    """What the parser comes by."""

    def __init__(self, shown: str, diagnostics: Diagnostics) -> None:
        self.shown, self.diagnostics = shown, diagnostics
        self.root = ""
        self.is_harmless = True
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text

    def _harmful(self, message: str) -> None:
        self.is_harmless = False
        span = Span(self.shown, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.diagnostics.error("svg-unsafe", message, span, _HINT)

    def _doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        if own:
            self._harmful("the SVG has a DOCTYPE with definitions")
            raise _RefusedError

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.root = self.root or tag
        for message in _faults(tag.rpartition(" ")[2], attributes):
            self._harmful(message)

    def _text(self, said: str) -> None:
        if _ELSEWHERE.search(said):
            self._harmful("a style of the SVG names another file")


def _faults(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if name in _ACTIVE:
        yield f"the SVG has a `{name}`"
    for attribute, said in attributes.items():
        own = attribute.rpartition(" ")[2]
        if own.lower().startswith("on"):
            yield f"the SVG has an action, `{own}`"
        elif own == "href" and not said.strip().startswith(("#", "data:image/")) and name != "a":
            yield "the SVG names another file"
        elif _ELSEWHERE.search(said):
            yield f"`{own}` of the SVG names another file"
