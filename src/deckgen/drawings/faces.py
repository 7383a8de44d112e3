"""The face of a drawing. In: the name of the theme's face. Out: widths and outlines of texts in a font file.

It is the face itself where matplotlib finds it, else one of the same measures, else the one that matplotlib brings.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from deckgen.model.drawing import Place

STAND_INS: Final = {
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Arial": ("Liberation Sans", "Arimo"),
    "Helvetica": ("Liberation Sans", "Arimo"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
    "Georgia": ("Gelasio",),
    "Courier New": ("Liberation Mono", "Cousine"),
}
"""Open faces of the same measures."""
LAST: Final = "DejaVu Sans"
"""Comes with matplotlib."""


class Faces:
    """The regular and the bold font of one face."""

    def __init__(self, name: str) -> None:
        self._fonts = tuple(_font(name, weight) for weight in ("regular", "bold"))

    def width(self, words: str, size: float, bold: bool) -> float:
        """The width of a text in points."""
        from matplotlib.textpath import text_to_path

        font = self._fonts[bold]
        width, _, _ = text_to_path.get_text_width_height_descent(words, _sized(font, size), ismath=False)
        return float(width)

    def path(self, words: str, place: Place, size: float, bold: bool) -> Any:
        """The outlines of a text that begins at a place on its base line."""
        from matplotlib.textpath import TextPath

        return TextPath(place, words, size=size, prop=self._fonts[bold], usetex=False, _interpolation_steps=1)


def _sized(font: Any, size: float) -> Any:
    sized = font.copy()
    sized.set_size(size)
    return sized


@lru_cache(maxsize=16)
def _font(name: str, weight: str) -> Any:
    """The font file of the first of the faces that matplotlib finds."""
    import logging

    from matplotlib.font_manager import FontProperties, findfont

    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # what it says of fonts is not for who builds a deck
    for one in (name, *STAND_INS.get(name, ()), LAST):
        try:
            found = findfont(FontProperties(family=one, weight=weight), fallback_to_default=False)
        except ValueError:
            continue
        return FontProperties(fname=found)
    raise LookupError(LAST)
