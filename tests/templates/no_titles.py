"""Layouts without a title, and one without any placeholder; only one has what a content slide needs."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders

GRID = Grid((13.333, 7.5), 0.7, 0.7, (0.5, 1.4), (1.7, 6.5), 6.95)


def template() -> bytes:
    mark = Shape((11.6, 0.35, 1.1, 0.37), png=logo(360, 120, "005B82"), name="Logo")
    date, foot, number = (Holder(one.type, one.index, name=one.name) for one in GRID.feet)
    left, right = GRID.halves
    layouts = (
        Layout("Ren flade"),
        Layout(
            "Billede over det hele", (Holder("pic", 13, (0, 0, 13.333, 7.5), "Billede"),), without_master_shapes=True
        ),
        Layout(
            "Citat",
            (Holder("body", 13, (1.5, 2.2, 10.3, 3), "Citat", anchor="ctr", levels=Levels((32,), ("-",))), number),
            drawn=tuple(Shape((1.5, y, 10.3, 0.3), fill="accent1") for y in (1.75, 5.35)),
        ),
        Layout("To felter", (Holder("obj", 13, left, "Venstre"), Holder("obj", 14, right, "Højre"), foot, number)),
        Layout(
            "Indhold",
            (
                Holder("title", 0, (0.7, 0.5, 10.5, 0.9), "Titel"),
                Holder("obj", 1, name="Indhold"),
                date,
                foot,
                number,
            ),
        ),
    )
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, (mark,), title=Levels((28,), bold=True)),)))
