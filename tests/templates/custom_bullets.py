"""Bodies with markers of their own: Wingdings, dashes, numbers and, on one layout, a picture."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.5, 1.4), (1.7, 6.5), 6.9)


def template() -> bytes:
    body = Levels((20, 18, 16, 14, 14), ("§", "–", "1.", "–", "–"), marker_face="Wingdings", color="tx2")
    cover, content, *others = usual_layouts(GRID)
    marked = replace(content.holders[1], levels=Levels((20, 18), ("picture", "picture")))
    pictured = replace(
        content, name="Punkter med mærke", kind="", holders=(content.holders[0], marked, *content.holders[2:])
    )
    layouts = (cover, content, *others, pictured)
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, title=Levels((30,)), body=body),)))
