"""A cover with a picture that is dark behind the last words of its texts, and plain content."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.6, 0.6, (0.5, 1.3), (1.6, 6.7), 6.95)


def template() -> bytes:
    cover, *others = usual_layouts(GRID)
    layouts = (replace(cover, png=_dark_at_the_right()), *others)
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, title=Levels((28,))),)))


def _dark_at_the_right() -> bytes:
    image, out = Image.new("RGB", (100, 56), "white"), BytesIO()
    image.paste("#101010", (86, 0, 100, 56))
    image.save(out, "PNG")
    return out.getvalue()
