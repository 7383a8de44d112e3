"""Two masters with themes of their own, light and dark; both have layouts of the same names."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FJORD, NIGHT
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.9, 0.9, (0.6, 1.5), (1.8, 6.4), 6.9)


def template() -> bytes:
    band = Shape((0, 0, 13.333, 0.18), fill="accent1", name="Bånd")
    light = Master(FJORD, master_holders(GRID), usual_layouts(GRID), (band,), title=Levels((28,), color="tx2"))
    layouts = tuple(
        replace(one, name=f"1_{one.name}") if at % 2 else one for at, one in enumerate(usual_layouts(GRID))
    )
    dark = Master(NIGHT, master_holders(GRID), layouts, (band,), dark=True, title=Levels((28,), color="accent1"))
    return file_of(Design((light, dark), potx=True))
