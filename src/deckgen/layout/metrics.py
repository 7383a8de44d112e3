"""In: a face's name, a text, a size in points. Out: widths and line heights in points, by the face's own metrics.

The metrics ship with the project, so what is measured does not depend on the fonts of a machine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

WIDTH_SLACK = 1.02
"""PowerPoint sets text slightly wider than the sum of its advance widths."""

FALLBACK_FACE = "Arial"
"""Wide for its kind, so a face that we do not know is measured on the safe side."""

FALLBACK_SLACK = 1.08


@dataclass(frozen=True)
class Face:
    """A face's advance widths per em for regular and bold, and the height of a line per em."""

    name: str
    line: float
    widths: tuple[dict[str, float], dict[str, float]]
    widest: float
    slack: float

    def advance(self, word: str, bold: bool) -> float:
        """Width of a word per point of type size; a missing glyph counts as the widest one."""
        return _advance(self.name, word, bold)


@cache
def known_faces() -> frozenset[str]:
    """Names of the faces whose metrics ship with the project, lower case."""
    folder = resources.files("deckgen.layout") / "faces"
    return frozenset(entry.name.removesuffix(".json").replace("-", " ") for entry in folder.iterdir())


@cache
def face(name: str) -> Face:
    """The metrics of a face; for one that is not known, a wider one with more slack."""
    known = name.lower() in known_faces()
    stem = (name if known else FALLBACK_FACE).lower().replace(" ", "-")
    source = resources.files("deckgen.layout") / "faces" / f"{stem}.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    units = data["units"]
    regular, bold = (
        {character: width / units for character, width in data[style].items()} for style in ("regular", "bold")
    )
    slack = WIDTH_SLACK if known else FALLBACK_SLACK
    return Face(name, data["line"] / units, (regular, bold), max(bold.values()), slack)


@lru_cache(maxsize=65536)
def _advance(name: str, word: str, bold: bool) -> float:
    measured = face(name)
    widths = measured.widths[bold]
    return sum(widths.get(character, measured.widest) for character in word) * measured.slack
