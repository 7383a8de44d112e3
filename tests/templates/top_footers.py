"""Date, footer and page number stand at the top, over the title; the body runs to the bottom edge."""

from __future__ import annotations

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.7, 0.7, (0.75, 1.55), (1.8, 7.1), 0.2)


def template() -> bytes:
    rule = Shape((0.7, 0.6, 11.933, 0), line="accent1", name="Streg")
    layouts = usual_layouts(GRID, ("Forside", "Indhold", "Skilleside", "To spalter", "Overskrift", "Tom"))
    return file_of(
        Design((Master(FOREST, master_holders(GRID), layouts, (rule,), title=Levels((28,), color="tx2")),))
    )
