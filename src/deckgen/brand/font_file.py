"""In: a TrueType or OpenType font. Out: its measures, for the characters that slides hold.

fontTools is imported here alone, and this module only where a brand gives a font file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from fontTools.ttLib import TTFont

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.metrics import PairTable, StyleMetrics

_RANGES: Final = (
    (0x20, 0x7F),
    (0xA0, 0x180),
    (0x1FC, 0x200),
    (0x218, 0x21C),
    (0x300, 0x30D),
    (0x391, 0x3CA),
    (0x2010, 0x2028),
    (0x2030, 0x203B),
    (0x2070, 0x208F),
    (0x2150, 0x215F),
    (0x2190, 0x219A),
)
_SINGLE: Final = "⁄€№™⇒∂∆∏∑−√∞∫≈≠≤≥◊■□▪▫▲►▼◄●○✓✔✗"
CHARACTERS: Final = tuple(chr(code) for start, end in _RANGES for code in range(start, end)) + tuple(_SINGLE)
_STAND_INS: Final = 0xE000
_SAME: Final = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}
"""What every program draws with another glyph where a font lacks its own."""
_LETTERS: Final = frozenset(" 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,-")
"""Without these it is no font for texts; what else a language needs of it, the rule `glyph-missing` says."""
_LIGATURES_OF: Final = ("liga", "clig", "rlig")


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """One font: units an em, line height, and what it sets."""

    units: int
    line: int
    style: StyleMetrics


def font_metrics(file: BinaryIO) -> FontMetrics:
    """The measures of one font. Raises whatever fontTools raises, or ValueError, where the font is broken.

    A line is as high as the larger of what Windows and what other systems take from the font.
    """
    font = TTFont(file, lazy=True)
    units = int(font["head"].unitsPerEm)
    if not 16 <= units <= 16384:
        raise ValueError(f"{units} units an em")
    across, windows = font["hhea"], font["OS/2"]
    heights = (across.ascent - across.descent + across.lineGap, windows.usWinAscent + windows.usWinDescent)
    if not units // 2 < max(heights) < 4 * units:
        raise ValueError(f"a line is {max(heights) / units:.2f} ems high")
    return FontMetrics(units, int(max(heights)), style_metrics(font))


def style_metrics(font: TTFont) -> StyleMetrics:
    """Advance widths, default ligatures and pair kerning of one font."""
    cmap, advances = font.getBestCmap() or {}, font["hmtx"].metrics
    glyphs = {character: cmap[ord(character)] for character in CHARACTERS if ord(character) in cmap}
    glyphs |= {
        lacking: glyphs[other] for lacking, other in _SAME.items() if lacking not in glyphs and other in glyphs
    }
    if not glyphs.keys() >= _LETTERS:
        raise ValueError("it lacks letters of the alphabet")
    ligatures = dict(_ligatures(font, glyphs))
    stand_ins = {said: chr(_STAND_INS + number) for number, said in enumerate(sorted(ligatures))}
    glyphs |= {stand_ins[said]: glyph for said, glyph in ligatures.items()}
    widths = {character: int(advances[glyph][0]) for character, glyph in glyphs.items()}
    characters: dict[str, str] = {}
    for character, glyph in glyphs.items():
        characters[glyph] = characters.get(glyph, "") + character
    return StyleMetrics(widths, stand_ins, tuple(_kerning(font, characters)))


def _ligatures(font: TTFont, glyphs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Ligatures that are drawn unless somebody turns them off: characters and the glyph that stands for them."""
    characters = {glyph: character for character, glyph in reversed(list(glyphs.items()))}
    for table in _lookups(font, "GSUB", _LIGATURES_OF, 4):
        for subtable in table:
            for first, found in subtable.ligatures.items():
                for ligature in found:
                    parts = [first, *ligature.Component]
                    if all(part in characters for part in parts):
                        yield "".join(characters[part] for part in parts), ligature.LigGlyph


def _kerning(font: TTFont, characters: Mapping[str, str]) -> Iterator[tuple[PairTable, ...]]:
    """Each lookup of the kerning feature; the old table only where there is none, as HarfBuzz has it."""
    lookups = _lookups(font, "GPOS", ("kern",), 2)
    if not lookups and "kern" in font:
        for table in font["kern"].kernTables:
            if getattr(table, "kernTable", None):
                yield (_old_pairs(table.kernTable, characters),)
    for lookup in lookups:
        yield tuple(
            _pairs(table, characters) if table.Format == 1 else _classes(table, characters) for table in lookup
        )


def _old_pairs(table: Mapping[tuple[str, str], int], characters: Mapping[str, str]) -> PairTable:
    pairs: dict[str, dict[str, int]] = {}
    for (left, right), value in table.items():
        for first in characters.get(left, ""):
            pairs.setdefault(first, {}).update((second, value) for second in characters.get(right, ""))
    return PairTable(pairs, {}, {})


def _pairs(table: Any, characters: Mapping[str, str]) -> PairTable:
    pairs: dict[str, dict[str, int]] = {}
    for index, glyph in enumerate(table.Coverage.glyphs):
        if glyph not in characters:
            continue
        row = {
            second: _advance(pair.Value1)
            for pair in table.PairSet[index].PairValueRecord
            for second in characters.get(pair.SecondGlyph, "")
        }
        pairs |= {first: row for first in characters[glyph] if row}
    return PairTable(pairs, {}, {})


def _classes(table: Any, characters: Mapping[str, str]) -> PairTable:
    first = {
        character: table.ClassDef1.classDefs.get(glyph, 0)
        for glyph in table.Coverage.glyphs
        for character in characters.get(glyph, "")
    }
    second = {
        character: number
        for glyph, number in table.ClassDef2.classDefs.items()
        for character in characters.get(glyph, "")
    }
    rows, columns = sorted(set(first.values())), sorted({0, *second.values()})
    values = tuple(
        tuple(_advance(table.Class1Record[row].Class2Record[column].Value1) for column in columns) for row in rows
    )
    return PairTable(
        {},
        {character: rows.index(number) for character, number in first.items()},
        {character: columns.index(number) for character, number in second.items() if number},
        values,
    )


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0)


def _lookups(font: TTFont, tag: str, features: tuple[str, ...], kind: int) -> list[list[Any]]:
    """The subtables of each lookup of `kind` that the features use in Latin text, in the order of the font."""
    if tag not in font:
        return []
    table = font[tag].table
    if not table.ScriptList or not table.FeatureList or not table.LookupList:
        return []
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts.get("DFLT")
    if script is None or script.DefaultLangSys is None:
        return []
    named = [table.FeatureList.FeatureRecord[index] for index in script.DefaultLangSys.FeatureIndex]
    used = {index for record in named if record.FeatureTag in features for index in record.Feature.LookupListIndex}
    found = []
    for index in sorted(used):
        subtables = [getattr(one, "ExtSubTable", one) for one in table.LookupList.Lookup[index].SubTable]
        subtables = [one for one in subtables if one.LookupType == kind]
        if subtables:
            found.append(subtables)
    return found
