"""In: the name of a face whose measures do not ship. Out: which known face stands in for it, and how much wider.

Faces that PowerPoint users have, set against the stand-in over Danish words: what all but one word in a hundred stays
under, bold included, and the line height that Windows gives. What is in no list gets the widest width, and a line
higher than most faces have. Some were held against their own widths: what fits by their class fits in them.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class WidthClass(NamedTuple):
    """Width against the stand-in, line height in ems (0: the stand-in's own), and the stand-in."""

    width: float
    line: float = 0.0
    stand_in: str = "Arial"


OWN: Final = WidthClass(1.0)
REST: Final = WidthClass(1.3, 1.32)

_CLASSES: Final = (
    (WidthClass(1.04, 1.2), "helvetica, liberation sans, arimo, nimbus sans, arial nova"),
    (WidthClass(1.08, 1.25), "franklin gothic book, gill sans mt, gill sans nova, garamond, candara, corbel, lato"),
    (WidthClass(1.08, 1.32), "roboto, helvetica neue, caladea, carlito, aptos narrow, liberation serif, tinos"),
    (WidthClass(1.1, 1.37), "segoe ui"),
    (WidthClass(1.18, 1.25), "trebuchet ms"),
    (WidthClass(1.14, 1.25), "constantia, tahoma, book antiqua, century schoolbook"),
    (WidthClass(1.14, 1.32), "aptos, aptos display"),
    (WidthClass(1.14, 1.37), "open sans, noto sans, palatino linotype"),
    (WidthClass(1.16, 1.32), "inter, ibm plex sans, work sans"),
    (WidthClass(1.16, 1.43), "source sans pro, source sans 3, nunito, nunito sans"),
    (WidthClass(1.22, 1.3), "century gothic"),
    (WidthClass(1.3, 1.25), "verdana, dejavu sans, dejavu serif, lucida sans unicode"),
    (WidthClass(1.25, 1.6), "montserrat, poppins, raleway"),
    (WidthClass(1.06, 1.25, "Calibri"), "calibri light"),
    (WidthClass(1.02, 1.2, "Courier New"), "consolas, lucida console, cascadia mono, cascadia code, liberation mono"),
)
PROVEN: Final = frozenset(
    ("aptos", "aptos display", "calibri light", "century gothic", "segoe ui", "tahoma", "trebuchet ms", "verdana")
)
"""Faces that were held against their own widths; of Aptos, whose bold nobody has found, with a tenth to spare."""
_BY_NAME: Final = {name: found for found, names in _CLASSES for name in names.split(", ")}


def width_class(name: str) -> WidthClass:
    """The class of a face by its family name; that of all the rest where it is in none."""
    return _BY_NAME.get(name.lower(), REST)
