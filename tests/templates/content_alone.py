"""No opening but a section whose text stands over its title; titles of two sorts, over a line."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master, Shape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.5, 1.2), (1.6, 6.4), 6.85)


def template() -> bytes:
    under = Shape((0.8, 1.24, 11.733, 0), line="accent2", name="Streg")
    _, content, section, two, alone, _ = usual_layouts(GRID)
    head, body, *feet = section.holders
    over = replace(
        section,
        holders=(replace(head, box=(0.8, 4.8, 11.7, 1.2)), replace(body, box=(0.8, 3.2, 11.7, 1.5)), *feet),
    )
    side = Holder("title", 0, (1.4, 0.9, 8.0, 0.7), "Titel", levels=Levels((26,), ("-",), color="accent2"))
    other = Layout("Indhold 2", (side, Holder("obj", 1, (1.4, 1.8, 11.1, 4.7)), *content.holders[2:]), "obj")
    layouts = (other, content, over, two, alone)
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, (under,), title=Levels((28,))),)))
