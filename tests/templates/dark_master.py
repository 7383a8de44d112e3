"""Light text on a dark ground, by the master's map of colours."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import NIGHT
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.6, 1.5), (1.8, 6.3), 6.85)


def template() -> bytes:
    glow = Shape((0.8, 1.55, 1.2, 0.06), fill="accent1", name="Streg")
    mark = Shape((11.4, 6.8, 1.13, 0.38), png=logo(360, 120, "4FC3F7"), name="Logo")
    layouts = tuple(
        replace(layout, without_master_shapes=layout.kind in ("title", "secHead", "blank"))
        for layout in usual_layouts(GRID)
    )
    master = Master(
        NIGHT,
        master_holders(GRID),
        layouts,
        (glow, mark),
        dark=True,
        title=Levels((30,), color="tx1", bold=True),
        body=Levels(color="tx1"),
    )
    return file_of(Design((master,)))
