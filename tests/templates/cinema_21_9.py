"""21:9, a bar down the left side with the name in it, and small titles of 20 points."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

SIZE = (17.5, 7.5)
GRID = Grid(SIZE, 2.1, 0.8, (0.6, 1.2), (1.5, 6.5), 6.9)


def template() -> bytes:
    bar = Shape((0, 0, 1.4, 7.5), fill="tx2", name="Bjælke")
    mark = Shape((0.2, 0.5, 1.0, 0.34), png=logo(360, 120, "FFFFFF"), name="Logo")
    said = Shape((0.1, 6.8, 1.2, 0.4), text="fjord.example", name="Adresse")
    master = Master(
        FJORD,
        master_holders(GRID),
        usual_layouts(GRID, ("Start", "Brødtekst", "Del", "To spalter", "Overskrift alene", "Tom flade")),
        (bar, mark, said),
        title=Levels((20,), color="tx1", bold=True),
        body=Levels((16, 14, 12, 12, 12)),
    )
    return file_of(Design((master,), SIZE))
