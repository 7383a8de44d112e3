"""Font files made for a test. In: how wide its letters are. Out: a TrueType file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTERS = " 0123456789abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ.,-"
FEATURES = "languagesystem DFLT dflt; languagesystem latn dflt; feature kern { pos A V -100; } kern; "


def write_font(path: Path, width: int, units: int = 1000, letters: str = LETTERS, features: str = FEATURES) -> None:
    """A font in which every letter is `width` units wide, but for the ligature of f and i, which is 700."""
    names = [letter if letter.isascii() and letter.isalnum() else f"u{ord(letter):04X}" for letter in letters]
    builder: Any = FontBuilder(units, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names, "f_i"])
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names, strict=True)})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf(dict.fromkeys([".notdef", *names, "f_i"], empty))
    builder.setupHorizontalMetrics(
        {name: (700 if name == "f_i" else width, 0) for name in [".notdef", *names, "f_i"]}
    )
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable({"familyName": "Firma", "styleName": "Regular"})
    builder.setupOS2(usWinAscent=950, usWinDescent=350)
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, features)
    path.parent.mkdir(exist_ok=True)
    builder.save(path)
