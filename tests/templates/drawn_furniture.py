"""Little room: a logo at the bottom right, a bar at the left, a band at the foot, a panel on one layout."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 1.2, 0.6, (0.5, 1.4), (1.7, 6.2), 7.05)


def template() -> bytes:
    bar = Shape((0, 0, 0.6, 7.5), fill="accent1", name="Bjælke")
    band = Shape((0.6, 6.9, 12.733, 0.6), fill="bg2", name="Fodbånd")
    mark = Shape((11.5, 6.3, 1.4, 0.47), png=logo(360, 120, "E35205"), name="Logo")
    line = Shape((1.2, 1.5, 11.533, 0), line="accent2", name="Streg")
    cover, content, section, two, alone, blank = usual_layouts(GRID)
    cover, section = (replace(one, without_master_shapes=True, drawn=(bar, mark)) for one in (cover, section))
    panel = Shape(
        (10.0, 1.7, 2.733, 4.4), fill="bg2", form="roundRect", name="Faktaboks", text="Fakta", text_color="tx2"
    )
    narrow = replace(
        content,
        holders=(content.holders[0], replace(content.holders[1], box=(1.2, 1.7, 8.5, 4.5)), *content.holders[2:]),
    )
    layouts = (
        cover,
        content,
        section,
        two,
        alone,
        blank,
        replace(narrow, name="Title, Content and Facts", kind="", drawn=(panel,)),
    )
    drawn = (bar, band, mark, line)
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, drawn, title=Levels((28,), bold=True)),)))
