"""Layouts copied and never named: three are called alike, two have no name at all."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.5, 1.4), (1.7, 6.5), 6.9)


def template() -> bytes:
    cover, content, section, two, alone, blank = usual_layouts(GRID)
    layouts = (
        replace(cover, name="1_Custom Layout", kind=""),
        replace(content, name="Custom Layout", kind=""),
        replace(section, name="Custom Layout", kind=""),
        replace(two, name="Custom Layout", kind=""),
        replace(alone, name="", kind=""),
        replace(blank, name="", kind=""),
    )
    master = Master(FOREST, master_holders(GRID), layouts, title=Levels((30,), color="accent1"))
    return file_of(Design((master,)))
