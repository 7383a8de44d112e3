"""Measures of a typeface, as far as setting lines needs them. In: brand, or the faces that ship. Out: layout.

All in font units. A ligature stands among the characters as a stand-in of the private use area.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class PairTable:
    """One subtable of pair kerning, as OpenType has it: single pairs, or classes against classes.

    In `pairs` first character → second → adjustment. Else `first` and `second` give the class of a character (0 where
    it has none), and `values` the adjustment by both classes; what `first` does not hold, the table does not touch.
    """

    pairs: Mapping[str, Mapping[str, int]]
    first: Mapping[str, int]
    second: Mapping[str, int]
    values: tuple[tuple[int, ...], ...] = ()

    def adjustment(self, left: str, right: str) -> int | None:
        """How much further the next character stands, or None where this table says nothing of the pair."""
        if self.pairs:
            return self.pairs.get(left, {}).get(right)
        row = self.first.get(left)
        return None if row is None else self.values[row][self.second.get(right, 0)]


@dataclass(frozen=True, slots=True, eq=False)
class StyleMetrics:
    """One font of a face: advance widths, default ligatures (characters → stand-in), kerning lookups in order."""

    widths: Mapping[str, int]
    ligatures: Mapping[str, str]
    kerning: tuple[tuple[PairTable, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class FaceMetrics:
    """A face by its family name; `units` an em, `line` the height of a line; an italic that nobody gave is None."""

    name: str
    units: int
    line: int
    regular: StyleMetrics
    bold: StyleMetrics
    italic: StyleMetrics | None = None
    bold_italic: StyleMetrics | None = None
