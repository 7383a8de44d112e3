"""4:3 as Office made it for years: a title of 44 points, centred, over a body with deep levels."""

from __future__ import annotations

from templates.building.looks import OFFICE
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((10, 7.5), 0.5, 0.5, (0.3, 1.55), (1.75, 6.7), 6.95)


def template() -> bytes:
    title = Levels((44,), align="ctr", spacing=90)
    body = Levels((32, 28, 24, 20, 20), ("•", "–", "•", "–", "»"))
    master = Master(OFFICE, master_holders(GRID), usual_layouts(GRID), title=title, title_anchor="ctr", body=body)
    return file_of(Design((master,), (10, 7.5)))
