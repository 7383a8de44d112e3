"""What stands where on a drawn slide. In: the SVG of a slide, a page that LibreOffice made. Out: lines and boxes."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MOVED = re.compile(r"translate\((-?[\d.]+) (-?[\d.]+)\)")
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


@dataclass(frozen=True)
class Line:
    """A piece of a line of text: what is seen of it, where it begins on its base line, how wide it is."""

    text: str
    x: float
    y: float
    width: float
    path: str


@dataclass(frozen=True)
class Extent:
    """What a mark takes of the page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def off(self, other: Extent) -> float:
        """By how much the side differs that differs most."""
        sides = (
            (self.left, other.left),
            (self.top, other.top),
            (self.right, other.right),
            (self.bottom, other.bottom),
        )
        return max(abs(one - two) for one, two in sides)


def seen(text: str) -> str:
    """A text without what is not to be seen."""
    return "".join(character for character in text if not character.isspace())


def lines(svg: str) -> Iterator[Line]:
    """Every piece of text on the slide, with the path of its item."""
    for element, (x, y), path in _walked(ElementTree.fromstring(svg), (0.0, 0.0), ""):
        if element.tag in (f"{SVG}text", f"{SVG}tspan") and element.text and seen(element.text):
            place = (float(element.get("x", "0")) + x, float(element.get("y", "0")) + y)
            yield Line(seen(element.text), *place, float(element.get("textLength", "0")), path)


def marks(svg: str) -> Iterator[tuple[str, Extent]]:
    """The extent of every shape of an item that is filled, with the path of the item; the backdrop's are left out."""
    for element, (x, y), path in _walked(ElementTree.fromstring(svg), (0.0, 0.0), ""):
        if path and element.get("fill", "none") != "none" and element.tag != f"{SVG}text":
            found = _extent(element)
            if found:
                yield path, Extent(found.left + x, found.top + y, found.right + x, found.bottom + y)


def _walked(element: Any, moved: tuple[float, float], path: str) -> Iterator[tuple[Any, tuple[float, float], str]]:
    shift = _MOVED.search(element.get("transform", ""))
    moved = (moved[0] + float(shift[1]), moved[1] + float(shift[2])) if shift else moved
    path = element.get("data-path", path)
    yield element, moved, path
    for child in element:
        yield from _walked(child, moved, path)


def _extent(element: Any) -> Extent | None:
    number = {name: float(said) for name, said in element.items() if _NUMBER.fullmatch(said)}
    match element.tag.removeprefix(SVG):
        case "rect":
            x, y = number.get("x", 0), number.get("y", 0)
            return Extent(x, y, x + number["width"], y + number["height"])
        case "ellipse":
            x, y, across, down = (number[name] for name in ("cx", "cy", "rx", "ry"))
            return Extent(x - across, y - down, x + across, y + down)
        case "path":
            points = list(_points(element.get("d", "")))
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return Extent(min(xs), min(ys), max(xs), max(ys))
    return None


def _points(data: str) -> Iterator[tuple[float, float]]:
    """Points that a path goes through; of a curve also some between its ends."""
    here = (0.0, 0.0)
    for letter, said in _STEP.findall(data):
        numbers = [float(one) for one in _NUMBER.findall(said)]
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "C":
            for at in range(1, 8):
                yield _on_curve(here, places, at / 8)
        if places:
            here = places[-1]
            yield here


def _on_curve(start: tuple[float, float], places: list[tuple[float, float]], at: float) -> tuple[float, float]:
    weights = [math.comb(3, power) * at**power * (1 - at) ** (3 - power) for power in range(4)]
    points = [start, *places]
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))


@dataclass(frozen=True)
class Character:
    """A visible character of a page, where it begins on its base line."""

    text: str
    x: float
    y: float


def characters(page: pypdfium2.PdfPage) -> list[Character]:
    """The visible characters of a page that LibreOffice made."""
    text, height = page.get_textpage(), page.get_height()
    found = []
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        said = "-" if code == 2 else chr(code)
        x, y = ctypes.c_double(), ctypes.c_double()
        if seen(said) and pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y)):
            found.append(Character(said, x.value, height - y.value))
    return found


def shapes(page: pypdfium2.PdfPage) -> list[Extent]:
    """The extent of every path of a page that LibreOffice made."""
    height = page.get_height()
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        found.append(Extent(left, height - top, right, height - bottom))
    return found
