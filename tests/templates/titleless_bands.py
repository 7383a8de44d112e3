"""4:3, and no title anywhere: they were typed into the band across the top; page numbers hang over the lower edge."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Master, Shape
from templates.building.usual import Grid, master_holders

GRID = Grid((10, 7.5), 0.8, 0.8, (0.2, 0.7), (1.4, 6.0), 6.6)


def template() -> bytes:
    band = Shape((0, 0, 10, 0.85), fill="accent1", name="Bånd")
    foot = Holder("ftr", 11, (0.8, 6.9, 5.0, 0.3), "Sidefod")
    number = Holder("sldNum", 12, (9.2, 7.27, 0.6, 0.3), "Slidenummer")
    left, right = GRID.halves
    layouts = (
        Layout("Indhold", (Holder("obj", 1, GRID.body_box, "Indhold"), foot, number), "obj"),
        Layout("To felter", (Holder("obj", 1, left), Holder("obj", 2, right), foot, number), "twoObj"),
        Layout("Tom", (foot, number), "titleOnly"),
    )
    return file_of(Design((Master(FJORD, master_holders(GRID)[1:], layouts, (band,)),), size=(10, 7.5)))
