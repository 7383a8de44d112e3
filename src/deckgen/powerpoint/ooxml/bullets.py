"""In: a marker's name. Out: what the template and the slides both write for it: bullets, numbers, page numbers."""

from __future__ import annotations

from deckgen.model.markers import BULLETS, marker_color
from deckgen.model.template import OWN_PAINTS
from deckgen.model.theme import Color
from deckgen.powerpoint.ooxml.paint import Paints, scheme_color

PAGE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The id of every page number field."""


def marker(name: str, paints: Paints = OWN_PAINTS, number: int = 1, ink: Color | None = None) -> str:
    """none, bullet, dash or number; `own` leaves it to the placeholder. A numbered list begins at `number`.

    `ink` is the colour of its text.
    """
    if name == "own":
        return ""
    if name == "none":
        return "<a:buNone/>"
    color = scheme_color(marker_color(name, ink), paints)
    if name in BULLETS:
        return f'<a:buClr>{color}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{BULLETS[name]}"/>'
    begins = f' startAt="{number}"' if number > 1 else ""
    return f'<a:buClr>{color}</a:buClr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{begins}/>'
