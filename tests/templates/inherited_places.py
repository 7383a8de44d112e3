"""No placeholder of a layout says where it stands or how large its text is: all of it comes from the master."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import OFFICE
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.92, 0.92, (0.4, 1.7), (2.0, 6.6), 6.95)


def template() -> bytes:
    bare = tuple(
        replace(layout, holders=tuple(replace(holder, box=None, anchor="", levels=None) for holder in layout.holders))
        for layout in usual_layouts(GRID)
        if layout.kind != "twoObj"
    )
    master = Master(OFFICE, master_holders(GRID), bare, title=Levels((32,)), title_anchor="ctr")
    return file_of(Design((master,), notes_master=False))
