"""In: an SVG of a name drawn by outlines. Out: a Wordmark, its outlines by colour role.

`data-role` on a path or a group names the colour role, `primary` where it is missing.
"""

from __future__ import annotations

from itertools import groupby
from typing import cast

from deckgen.brand.colors import ROLES
from deckgen.diagnostics import Diagnostics
from deckgen.model.outline import Outline
from deckgen.model.theme import Color, Layer, Wordmark
from deckgen.nodes.schema import suggestion
from deckgen.outlines.svg import SvgDrawing, read_svg


def parse_wordmark(data: bytes, name: str, shown: str, diagnostics: Diagnostics) -> Wordmark | None:
    """The wordmark, or None and diagnostics at the lines of the SVG."""
    drawing = read_svg(data, shown, diagnostics)
    if drawing is None:
        return None
    wrong = [path for path in drawing.paths if path.role and path.role not in ROLES]
    for path in wrong:
        message, hint = f"`{path.role}` is not a colour role", suggestion(path.role, ROLES)
        diagnostics.error("svg-role", message, path.span, hint)
    return None if wrong else Wordmark(name, drawing.width, drawing.height, tuple(_layers(drawing)))


def _layers(drawing: SvgDrawing) -> list[Layer]:
    """Paths that follow each other in one colour and with one width of line."""
    alike = groupby(drawing.paths, lambda one: (one.role or "primary", one.path.stroke))
    return [
        Layer(cast(Color, role), Outline(drawing.width, drawing.height, tuple(one.path for one in some)))
        for (role, _), some in alike
    ]
