"""German layout names."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

NAMES = ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Nur Titel", "Leer")
GRID = Grid((13.333, 7.5), 0.6, 0.6, (0.5, 1.3), (1.6, 6.5), 6.95)


def template() -> bytes:
    mark = Shape((11.6, 0.25, 1.13, 0.38), png=logo(360, 120, "003A5D"), name="Logo")
    layouts = usual_layouts(GRID, NAMES)
    master = Master(FJORD, master_holders(GRID), layouts, (mark,), title=Levels((24,), color="tx2", bold=True))
    return file_of(Design((master,), potx=True))
