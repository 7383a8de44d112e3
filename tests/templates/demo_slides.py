"""What its author left in: slides with a chart, notes, comments, sections, a custom show, custom XML and tags."""

from __future__ import annotations

from templates.building.demo import with_demo
from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.7, 0.7, (0.5, 1.4), (1.7, 6.4), 6.95)


def template() -> bytes:
    mark = Shape((11.6, 0.35, 1.1, 0.37), png=logo(360, 120, "005B82"), name="Logo")
    master = Master(FJORD, master_holders(GRID), usual_layouts(GRID), (mark,), title=Levels((28,), bold=True))
    return with_demo(file_of(Design((master,), author="Hemmelig Forfatter")))
