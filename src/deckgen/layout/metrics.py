"""In: a face's name, a text, a size in points. Out: widths and line heights in points, by the face's own measures.

Two widths. What is *drawn* is exact: kerned and with ligatures, as LibreOffice (HarfBuzz) sets it; lines are counted
by it. What is *safe* is the most that any program takes, kerned or not, with ligatures or not, and slack; what fits
is decided by it. The measures ship with the project or come with the brand, never from the fonts of a machine.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from deckgen.layout.width_classes import OWN, PROVEN, WidthClass, width_class
from deckgen.model.metrics import FaceMetrics, PairTable, StyleMetrics

WIDTH_SLACK = 1.02
"""PowerPoint sets text slightly wider than the sum of its advance widths."""

LEAST_LINE = 1.2
"""What a line takes in ems in PowerPoint and LibreOffice, in a face of lower lines too."""

SLANTED = 1.05
"""How much wider an italic is taken to be that nobody gave: a program slants the upright one, or has its own."""

MISSING = 1.4
"""Width in ems of a character that a face lacks: no program's substitute draws a wider one, emoji included."""


REFERENCE = 600 / 72
"""LibreOffice sets slides for a printer of 600 dots an inch, and every glyph in whole dots."""
_SHIPPED = Path(__file__).with_name("faces")


_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")


def _is_joined(character: str) -> bool:
    """Whether a character is drawn with the one before it, or not at all: accents, joiners, the colour of a hand."""
    first, last = _SKIN_TONES
    return unicodedata.category(character) in ("Mn", "Me", "Cf") or first <= character <= last


class Style:
    """One font of a face, such as its bold. `stretch` widens it where it stands in for one of an unknown face."""

    def __init__(self, metrics: StyleMetrics, units: int, stretch: float) -> None:
        self._metrics, self._scale = metrics, stretch / units
        self._missing = max(MISSING * units, *metrics.widths.values())
        found = sorted(metrics.ligatures, key=len, reverse=True)
        self._ligature = re.compile("|".join(map(re.escape, found))) if found else None
        self._drawn: dict[tuple[str, float], float] = {}
        self._safe: dict[str, float] = {}
        self._kern: dict[tuple[str, str], float] = {}

    def drawn(self, text: str, size: float) -> float:
        """Width in points as LibreOffice draws the text: default ligatures, pair kerning."""
        key = (text, size)
        if key not in self._drawn:
            dots = round(size * REFERENCE)
            steps = self._steps(self._shaped(text))
            self._drawn[key] = sum(round(step * dots) for step in steps) / dots * size if dots else 0.0
        return self._drawn[key]

    def safe(self, text: str) -> float:
        """The most that any program takes for the text, per point of type size."""
        if text not in self._safe:
            plain, shaped = self._steps(text, False), self._steps(self._shaped(text))
            apart = sum(max(0.0, self.kern(left, right)) for left, right in pairwise(text))
            self._safe[text] = max(sum(plain) + apart, sum(shaped)) * WIDTH_SLACK
        return self._safe[text]

    def kern(self, left: str, right: str) -> float:
        """What kerning puts between two characters, per point of type size."""
        pair = (left, right)
        if pair not in self._kern:
            self._kern[pair] = self._scale * sum(_adjustment(lookup, left, right) for lookup in self._metrics.kerning)
        return self._kern[pair]

    def lacks(self, text: str) -> Iterator[str]:
        """The characters of a text that the face has no glyph for, as often as they stand there.

        What is drawn with its neighbour, such as an accent or the joiner inside an emoji, is no glyph of its own.
        """
        widths = self._metrics.widths
        return (one for one in text if one not in widths and one != "\n" and not _is_joined(one))

    def _width(self, character: str) -> float:
        known = self._metrics.widths.get(character)
        if known is None:
            return 0 if _is_joined(character) else self._missing
        return known

    def _shaped(self, text: str) -> str:
        return self._ligature.sub(lambda met: self._metrics.ligatures[met[0]], text) if self._ligature else text

    def _steps(self, shaped: str, kerned: bool = True) -> list[float]:
        """From each glyph to the next, per point of type size."""
        widths = [self._width(character) * self._scale for character in shaped]
        if not kerned:
            return widths
        between = [self.kern(left, right) for left, right in pairwise(shaped)]
        return [width + kern for width, kern in zip(widths, [*between, 0.0], strict=True)] if widths else []


def _adjustment(lookup: tuple[PairTable, ...], left: str, right: str) -> int:
    """The first table of a lookup that says something of a pair has the last word on it."""
    return next((found for table in lookup if (found := table.adjustment(left, right)) is not None), 0)


class Face:
    """A face's styles, and the height of a line per em.

    `known`: its own measures, not those of a wider one. `certain`: what fits by them is known to fit in it.
    """

    def __init__(self, name: str, metrics: FaceMetrics, stretch: WidthClass = OWN) -> None:
        self.name, self.known = name, stretch is OWN
        self.certain = self.known or name.lower() in PROVEN
        self.line = max(LEAST_LINE, stretch.line or metrics.line / metrics.units)
        self._metrics, self._stretch = metrics, stretch.width
        self._styles: dict[tuple[bool, bool], Style] = {}

    def style(self, bold: bool, italic: bool = False) -> Style:
        known = self._styles.get((bold, italic))
        if known is None:
            known = self._styles[bold, italic] = self._style(bold, italic)
        return known

    def _style(self, bold: bool, italic: bool) -> Style:
        upright = self._metrics.bold if bold else self._metrics.regular
        slanted = self._metrics.bold_italic if bold else self._metrics.italic
        if not italic or slanted:
            return Style(slanted if italic and slanted else upright, self._metrics.units, self._stretch)
        return Style(upright, self._metrics.units, self._stretch * SLANTED)

    def advance(self, word: str, bold: bool) -> float:
        """Safe width of a word per point of type size; a missing glyph counts as the widest one."""
        return self.style(bold).safe(word)


@cache
def known_faces() -> frozenset[str]:
    """Names of the faces whose metrics ship with the project, lower case."""
    return frozenset(entry.name.removesuffix(".json").replace("-", " ") for entry in _SHIPPED.iterdir())


@cache
def face(name: str, own: FaceMetrics | None = None) -> Face:
    """A face by its own measures, from the brand or shipped; else by those of a wider one, with more slack."""
    if own is not None:
        return Face(name, own)
    if name.lower() in known_faces():
        return Face(name, _shipped(name))
    stretch = width_class(name)
    return Face(name, _shipped(stretch.stand_in), stretch)


@cache
def _shipped(name: str) -> FaceMetrics:
    source = _SHIPPED / f"{name.lower().replace(' ', '-')}.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    styles = (_style(data[name]) for name in ("regular", "bold", "italic", "bold_italic"))
    return FaceMetrics(name, data["units"], data["line"], *styles)


def _style(data: Mapping[str, Any]) -> StyleMetrics:
    lookups = (tuple(_table(table) for table in lookup) for lookup in data["kerning"])
    return StyleMetrics(data["widths"], data["ligatures"], tuple(lookups))


def _table(data: Mapping[str, Any]) -> PairTable:
    return PairTable(data["pairs"], data["first"], data["second"], tuple(map(tuple, data["values"])))
