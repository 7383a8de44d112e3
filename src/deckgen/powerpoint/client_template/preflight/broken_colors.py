"""Colours that are none. In: the root of any part. Out: the same root in colours that every program reads; what went.

What is meant is kept where it can be told (`#003366`, `036`); what is no colour becomes that of text, or black in a
theme's own scheme, where no other can be named.
"""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A

_SIX: Final = re.compile("[0-9A-Fa-f]{6}")
_MEANT: Final = re.compile("#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_PLAIN: Final = ("bg1", "bg2", "tx1", "tx2", "dk1", "dk2", "lt1", "lt2", "hlink", "folHlink", "phClr")
_NAMES: Final = frozenset((*_PLAIN, *(f"accent{at}" for at in range(1, 7))))
_MOST: Final = 2**31 - 1
_COLORS: Final = tuple(
    f"{{{A}}}{name}" for name in ("srgbClr", "schemeClr", "sysClr", "prstClr", "hslClr", "scrgbClr")
)


def mend_colors(root: Any) -> list[str]:
    """The values that were no colours."""
    broken = [said for color in list(root.iter(f"{{{A}}}srgbClr")) if (said := _mended_hex(color)) is not None]
    for color in root.iter(f"{{{A}}}schemeClr"):
        if color.get("val") not in _NAMES:
            broken.append(color.get("val", ""))
            color.set("val", "tx1")
    for color in root.iter(f"{{{A}}}sysClr"):
        if not _SIX.fullmatch(color.get("lastClr", "000000")):
            broken.append(color.attrib.pop("lastClr"))
    for color in root.iter(*_COLORS):
        for change in [one for one in color if not _is_number(one.get("val", "0"))]:
            broken.append(change.get("val", ""))
            color.remove(change)
    return broken


def _mended_hex(color: Any) -> str | None:
    """What a colour said that it does not say now; None where it was one."""
    said = color.get("val", "")
    if _SIX.fullmatch(said):
        return None
    meant = _MEANT.fullmatch(said)
    if meant:
        digits = meant[1]
        color.set("val", digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    elif _is_in_scheme(color):
        color.set("val", "000000")
    else:
        color.tag = f"{{{A}}}schemeClr"
        color.set("val", "tx1")
    return str(said)


def _is_in_scheme(color: Any) -> bool:
    """Whether a theme is given this colour, or its list of custom ones."""
    parent = color.getparent()
    while parent is not None:
        if etree.QName(parent).localname in ("clrScheme", "custClr"):
            return True
        parent = parent.getparent()
    return False


def _is_number(said: str) -> bool:
    digits = said.removesuffix("%").removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit() and float(digits) <= _MOST
