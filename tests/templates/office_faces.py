"""Faces whose metrics no open face has: Georgia for titles, Corbel for text, Aptos for captions and foot."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.5, 1.5), (1.8, 6.5), 6.9)


def template() -> bytes:
    look = replace(FOREST, name="Tre skrifter", heading="Georgia", body="Corbel")
    small = Levels((10,), ("-",), color="tx2", face="Aptos")
    holders = tuple(replace(one, levels=small) if one.index > 1 else one for one in master_holders(GRID))
    master = Master(
        look, holders, usual_layouts(GRID), title=Levels((32,), color="tx2"), body=Levels((16, 14, 12, 12, 12))
    )
    return file_of(Design((master,)))
