"""In: an SVG of a logo or a motif. Out: Artwork, its outlines by colour role.

`data-role` on a path or a group names the colour role. A path without one keeps its own colour; where it has none
either, it is in primary.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import cast, get_args

from deckgen.brand.css import color_of_style_sheets, hex_color
from deckgen.diagnostics import Diagnostics
from deckgen.model.outline import Outline
from deckgen.model.theme import Artwork, Color, Layer
from deckgen.nodes.schema import suggestion
from deckgen.outlines.svg import DrawnPath, SvgDrawing, read_svg

_ROLES: tuple[Color, ...] = get_args(Color)


def parse_artwork(data: bytes, name: str, shown: str, diagnostics: Diagnostics) -> Artwork | None:
    """The artwork, or None and diagnostics at the lines of the SVG, which messages call `shown`."""
    artwork, found = _parsed(data, name, shown)
    diagnostics.extend(found)
    return artwork


@lru_cache(maxsize=8)
def _parsed(data: bytes, name: str, shown: str) -> tuple[Artwork | None, Diagnostics]:
    """The artwork, made once of the same file, and what is wrong with it."""
    diagnostics = Diagnostics()
    drawing = read_svg(data, shown, diagnostics)
    if drawing is None:
        return None, diagnostics
    wrong = [path for path in drawing.paths if path.role and path.role not in _ROLES]
    for path in wrong:
        message, hint = f"`{path.role}` is not a colour role", suggestion(path.role, _ROLES)
        diagnostics.warning("svg-role", message, path.span, hint)
    artwork = None if wrong else Artwork(name, drawing.width, drawing.height, tuple(_layers(drawing)))
    return artwork, diagnostics


def _layers(drawing: SvgDrawing) -> list[Layer]:
    """Paths that follow each other in one colour and with one width of line."""
    alike = groupby(drawing.paths, lambda one: (*_color(one), one.path.filled, one.path.stroke))
    return [
        Layer(role, Outline(drawing.width, drawing.height, tuple(one.path for one in some)), own)
        for (role, own, _, _), some in alike
    ]


def _color(path: DrawnPath) -> tuple[Color, str]:
    """The role, and the path's own colour where it names no role."""
    if path.role:
        return cast(Color, path.role), ""
    return "primary", hex_color(path.paint) or color_of_style_sheets(path.paint) if path.paint else ""
