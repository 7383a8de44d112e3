"""4:3, with fields at both sides of the content, a high foot and a title at the very top: little room is left."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((10, 7.5), 1.9, 1.5, (0.1, 1.3), (1.5, 5.5), 6.1)


def template() -> bytes:
    left = Shape((0, 0, 1.7, 7.5), fill="bg2", name="Felt")
    right = Shape((8.7, 0, 1.3, 7.5), fill="accent1", name="Felt")
    foot = Shape((1.7, 6.6, 7.0, 0.9), fill="bg2", name="Fod")
    master = Master(
        FJORD, master_holders(GRID), usual_layouts(GRID), (left, right, foot), title=Levels((24,), bold=True)
    )
    return file_of(Design((master,), size=(10, 7.5)))
