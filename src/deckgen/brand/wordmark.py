"""In: an SVG of filled paths. Out: a Wordmark, its outlines by colour role.

Plain `path` elements only, in any nesting without transforms; `data-role` names the colour role, `primary` where it
is missing. What would be drawn differently here than in a browser is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast
from xml.parsers import expat

from deckgen.brand.colors import ROLES
from deckgen.brand.svg_path import Commands, PathError, parse_path
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.theme import Color, VectorPath, Wordmark
from deckgen.nodes.schema import suggestion

_NAMESPACE = "http://www.w3.org/2000/svg"
_SILENT = ("svg", "g", "title", "desc", "metadata", "path")
_CHANGES = ("transform", "clip-path", "mask", "filter")
_NUMBER_GAP = re.compile(r"[\s,]+")
_PLAIN = "convert it to plain paths and apply all transforms"


class _RefusedError(Exception):
    """The file is refused as a whole."""


def parse_wordmark(data: bytes, name: str, shown: str, diagnostics: Diagnostics) -> Wordmark | None:
    """The wordmark, or None and diagnostics at the lines of the SVG."""
    reading = _Reading(shown, diagnostics)
    try:
        reading.parser.Parse(data, True)
    except _RefusedError:
        return None
    except expat.ExpatError as problem:
        message = f"the SVG is broken: {expat.ErrorString(problem.code)}"
        diagnostics.warning("wordmark-broken", message, Span(shown, problem.lineno, problem.offset + 1))
        return None
    return reading.wordmark(name)


class _Reading:
    """The view and the paths of one SVG as the parser comes by them."""

    def __init__(self, shown: str, diagnostics: Diagnostics) -> None:
        self.shown, self.diagnostics = shown, diagnostics
        self.view: tuple[float, float, float, float] | None = None
        self.paths: list[VectorPath] = []
        self.wrong = False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._doctype

    def wordmark(self, name: str) -> Wordmark | None:
        if not self.wrong and not self.paths:
            self._error("wordmark-empty", "the SVG has no path", Span(self.shown))
        if self.wrong or self.view is None:
            return None
        return Wordmark(name, self.view[2], self.view[3], tuple(self.paths))

    def _span(self) -> Span:
        return Span(self.shown, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _error(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self.wrong = True
        self.diagnostics.warning(code, message, span, hint)

    def _doctype(self, *declared: object) -> None:
        self._error("wordmark-doctype", "the SVG has a DOCTYPE", self._span(), "remove it")
        raise _RefusedError

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if self.view is None:
            self._root(namespace, name, attributes)
        if namespace != _NAMESPACE:
            return
        if name not in _SILENT:
            self._error("wordmark-element", f"`{name}` is not read from an SVG", self._span(), _PLAIN)
        for change in _CHANGES:
            if change in attributes:
                self._error("wordmark-element", f"`{change}` is not read from an SVG", self._span(), _PLAIN)
        if name == "path":
            self._path(attributes)

    def _root(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if (namespace, name) != (_NAMESPACE, "svg"):
            self._error(
                "wordmark-broken", "the file is no SVG", self._span(), f'begin with <svg xmlns="{_NAMESPACE}">'
            )
            raise _RefusedError
        view = _view(attributes.get("viewBox", ""))
        if view is None:
            hint = 'write viewBox="0 0 WIDTH HEIGHT"'
            self._error("wordmark-view", "the SVG has no usable viewBox", self._span(), hint)
            raise _RefusedError
        self.view = view

    def _path(self, attributes: Mapping[str, str]) -> None:
        role = attributes.get("data-role", "primary")
        if role not in ROLES:
            self._error("wordmark-role", f"`{role}` is not a colour role", self._span(), suggestion(role, ROLES))
        try:
            commands = parse_path(attributes.get("d", ""))
        except PathError as problem:
            self._error("wordmark-path", f"the outline cannot be read: {problem}", self._span(), problem.hint)
            return
        if self.view and commands:
            self.paths.append(VectorPath(cast(Color, role), _moved(commands, -self.view[0], -self.view[1])))


def _view(written: str) -> tuple[float, float, float, float] | None:
    try:
        x, y, width, height = (float(number) for number in _NUMBER_GAP.split(written.strip()))
    except ValueError:
        return None
    sound = all(abs(number) < 1e6 for number in (x, y)) and 0 < width < 1e6 and 0 < height < 1e6
    return (x, y, width, height) if sound else None


def _moved(commands: Commands, x: float, y: float) -> Commands:
    shift = (x, y)
    return tuple((letter, tuple(n + shift[at % 2] for at, n in enumerate(numbers))) for letter, numbers in commands)
