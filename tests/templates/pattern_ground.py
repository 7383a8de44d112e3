"""A picture of light and dark trees behind every page: nothing is read on it but on a field of its own."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.png import wood
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.6, 1.5), (1.8, 6.4), 6.85)


def template() -> bytes:
    ground = wood(640, 360, "9AA79C", "3E4A40")
    layouts = tuple(replace(one, png=ground) for one in usual_layouts(GRID))
    return file_of(Design((Master(FOREST, master_holders(GRID), layouts, title=Levels((30,))),)))
