"""In: an SVG of paths and shapes. Out: its outlines in its own view, each with the colour role that it names.

Read are paths, rectangles, circles, ellipses, lines, polylines and polygons, in groups, with transforms and with
paint by attributes, `style` or simple rules of a style sheet. What would be drawn differently here than in a browser
(text, pictures, clips, masks, filters, copies by `use`) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.outline import Commands, VectorPath
from deckgen.outlines.path import PathError, parse_path
from deckgen.outlines.shapes import SHAPES, length, shape_commands
from deckgen.outlines.style import INHERITED, StyleSheet, own_properties
from deckgen.outlines.transform import UNMOVED, Matrix, parse_transform

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_GROUPS: Final = ("g", "a")
_UNSEEN: Final = ("title", "desc", "metadata", "defs", "style", "clipPath", "mask", "filter", "symbol", "marker")
_GRADIENTS: Final = ("linearGradient", "radialGradient")
_NAMED: Final = re.compile(r"url\(\s*[\"']?#([^)\"']+)[\"']?\s*\)")
"""What draws nothing where it stands; what is in it is not looked at."""
_REFUSED: Final = ("clip-path", "mask", "filter")
_NUMBER_GAP: Final = re.compile(r"[\s,]+")
_PLAIN: Final = "convert it to plain paths in the program that drew it"


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """A path as its file has it: what is drawn, the role that it names (empty: none), and where it is written.

    `paint` is its fill, else its line, as the file says it; of a gradient the first colour; empty where it says none.
    """

    path: VectorPath
    role: str
    span: Span
    paint: str = ""


@dataclass(frozen=True, slots=True)
class SvgDrawing:
    """All painted paths of a file, the first at the back, in a view of `width` by `height` units."""

    width: float
    height: float
    paths: tuple[DrawnPath, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds inside an element: where it is drawn, how it is painted, and whether it is seen."""

    matrix: Matrix
    paint: Mapping[str, str]
    seen: bool


class _RefusedError(Exception):
    """The file is refused as a whole."""


def read_svg(data: bytes, shown: str, diagnostics: Diagnostics) -> SvgDrawing | None:
    """The drawing, or None and diagnostics at the lines of the SVG, which messages call `shown`."""
    reading = _Reading(shown, diagnostics)
    try:
        reading.parser.Parse(data, True)
    except _RefusedError:
        return None
    except expat.ExpatError as problem:
        message = f"the SVG is broken: {expat.ErrorString(problem.code)}"
        diagnostics.warning("svg-broken", message, Span(shown, problem.lineno, problem.offset + 1))
        return None
    return reading.drawing()


class _Reading:
    """The view and the paths of one SVG as the parser comes by them."""

    def __init__(self, shown: str, diagnostics: Diagnostics) -> None:
        self.shown, self.diagnostics = shown, diagnostics
        self.view: tuple[float, float] | None = None
        self.paths: list[DrawnPath] = []
        self.wrong = False
        self.around: list[_Around] = []
        self.gradients: dict[str, str] = {}
        self.gradient = ""
        self.sheet, self.css = StyleSheet(), list[str]()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def drawing(self) -> SvgDrawing | None:
        if not self.wrong and not self.paths:
            self._error("svg-empty", "the SVG draws nothing that is filled or has a line", Span(self.shown))
        if self.wrong or self.view is None:
            return None
        return SvgDrawing(*self.view, tuple(replace(one, paint=self._plain(one.paint)) for one in self.paths))

    def _plain(self, paint: str) -> str:
        named = _NAMED.match(paint)
        return self.gradients.get(named[1], "") if named else paint

    def _span(self) -> Span:
        return Span(self.shown, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _error(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self.wrong = True
        self.diagnostics.warning(code, message, span, hint)

    def _doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        """What a DOCTYPE names outside is never read; what it defines inside could be anything."""
        if own:
            self._error("svg-doctype", "the SVG has a DOCTYPE with definitions", self._span(), "remove it")
            raise _RefusedError

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self.around:
            self._root(namespace, name, attributes)
            return
        around = self.around[-1]
        if name in _GRADIENTS:
            self.gradient = attributes.get("id", "")
        elif name == "stop":
            self.gradients.setdefault(
                self.gradient, own_properties(name, attributes, self.sheet).get("stop-color", "")
            )
        if namespace != _NAMESPACE or not around.seen or name in (*_UNSEEN, *_GRADIENTS):
            self.around.append(_Around(UNMOVED, {}, False))
            if (namespace, name) == (_NAMESPACE, "style"):
                self.parser.CharacterDataHandler = self.css.append
            return
        self._seen_element(name, attributes, around)

    def _end(self, tag: str) -> None:
        self.around.pop()
        if self.css or self.parser.CharacterDataHandler:
            self.sheet.add("".join(self.css))
            self.css.clear()
            self.parser.CharacterDataHandler = None

    def _root(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if (namespace, name) != (_NAMESPACE, "svg"):
            self._error("svg-broken", "the file is no SVG", self._span(), f'begin with <svg xmlns="{_NAMESPACE}">')
            raise _RefusedError
        view = _view(attributes)
        if view is None:
            self._error("svg-view", "the SVG has no usable viewBox", self._span(), 'write viewBox="0 0 WIDTH HEIGHT"')
            raise _RefusedError
        self.view = view[2:]
        paint = {one: said for one, said in own_properties(name, attributes, self.sheet).items() if one in INHERITED}
        self.around.append(_Around(Matrix(e=-view[0], f=-view[1]), paint, True))

    def _seen_element(self, name: str, attributes: Mapping[str, str], around: _Around) -> None:
        own = own_properties(name, attributes, self.sheet)
        paint = {**around.paint, **{one: said for one, said in own.items() if one in INHERITED}}
        seen = own.get("display") != "none"
        self.around.append(_Around(self._matrix(own, around), paint, seen))
        if not seen:
            return
        for refused in _REFUSED:
            if own.get(refused, "none") != "none":
                self._error("svg-element", f"`{refused}` is not read from an SVG", self._span(), _PLAIN)
        if name in ("path", *SHAPES):
            self._path(name, attributes)
        elif name not in _GROUPS:
            self._error("svg-element", f"`{name}` is not read from an SVG", self._span(), _PLAIN)

    def _matrix(self, own: Mapping[str, str], around: _Around) -> Matrix:
        try:
            return around.matrix.after(parse_transform(own.get("transform", "")))
        except PathError as problem:
            self._error("svg-path", str(problem), self._span(), problem.hint)
            return around.matrix

    def _path(self, name: str, attributes: Mapping[str, str]) -> None:
        inside = self.around[-1]
        filled = inside.paint.get("fill") != "none" and name != "line"
        try:
            commands = _commands(name, attributes)
            stroke = _stroke(inside.paint) * inside.matrix.growth
        except PathError as problem:
            self._error("svg-path", f"the outline cannot be read: {problem}", self._span(), problem.hint)
            return
        if commands and (filled or stroke) and inside.paint.get("visibility", "visible") == "visible":
            path = VectorPath(inside.matrix.moved(commands), filled, stroke, attributes.get("id", ""))
            paint = inside.paint.get("fill", "") if filled else inside.paint["stroke"]
            self.paths.append(DrawnPath(path, inside.paint.get("data-role", ""), self._span(), paint))


def _commands(name: str, attributes: Mapping[str, str]) -> Commands:
    return parse_path(attributes.get("d", "")) if name == "path" else shape_commands(name, attributes)


def _stroke(paint: Mapping[str, str]) -> float:
    """The width of the line; 0 where there is none."""
    return length(paint, "stroke-width", 1) if paint.get("stroke", "none") != "none" else 0


def _view(attributes: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of the view: the viewBox, else the size of the drawing."""
    written = attributes.get("viewBox") or f"0 0 {attributes.get('width', '')} {attributes.get('height', '')}"
    try:
        numbers = [float(number.removesuffix("px")) for number in _NUMBER_GAP.split(written.strip())]
        x, y, width, height = numbers
    except ValueError:
        return None
    sound = all(abs(number) < 1e6 for number in (x, y)) and 0 < width < 1e6 and 0 < height < 1e6
    return (x, y, width, height) if sound else None
