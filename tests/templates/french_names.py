"""French layout names, in 16:9 at ten inches across, as Google Slides writes it."""

from __future__ import annotations

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

NAMES = ("Diapositive de titre", "Titre et contenu", "Titre de section", "Deux contenus", "Titre seul", "Vide")
SIZE = (10, 5.625)
GRID = Grid(SIZE, 0.5, 0.5, (0.35, 0.95), (1.15, 4.9), 5.2, 0.3)


def template() -> bytes:
    layouts = usual_layouts(GRID, NAMES)
    master = Master(
        FOREST, master_holders(GRID), layouts, title=Levels((22,), color="accent1"), body=Levels((14, 12, 11, 10, 10))
    )
    return file_of(Design((master,), SIZE))
