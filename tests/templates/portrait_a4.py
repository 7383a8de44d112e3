"""A4 standing, for reports that are read rather than shown. No notes master."""

from __future__ import annotations

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

SIZE = (7.5, 10.833)
GRID = Grid(SIZE, 0.7, 0.7, (0.9, 1.9), (2.2, 9.7), 10.2)


def template() -> bytes:
    mark = Shape((5.6, 0.35, 1.2, 0.4), png=logo(360, 120, "2E6B3F"), name="Logo")
    rule = Shape((0.7, 10.05, 6.1, 0), line="accent1", name="Streg")
    master = Master(
        FOREST,
        master_holders(GRID),
        usual_layouts(GRID, ("Omslag", "Tekst", "Kapitel", "To spalter", "Overskrift", "Tom side")),
        (mark, rule),
        title=Levels((24,), color="tx2", bold=True),
        body=Levels((12, 11, 11, 10, 10)),
    )
    return file_of(Design((master,), SIZE, notes_master=False))
