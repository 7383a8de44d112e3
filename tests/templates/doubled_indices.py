"""Placeholders of one layout share an index, as happens when they are copied and pasted."""

from __future__ import annotations

from templates.building.looks import OFFICE
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.92, 0.92, (0.4, 1.7), (2.0, 6.6), 6.95)


def template() -> bytes:
    left, right = GRID.halves
    feet = tuple(Holder(foot.type, foot.index, name=foot.name) for foot in GRID.feet)
    doubled = Layout(
        "Two Boxes",
        (Holder("title", name="Title"), Holder("body", 13, left, "Box"), Holder("body", 13, right, "Box"), *feet),
    )
    tripled = Layout(
        "Three Pictures",
        (
            Holder("title", name="Title"),
            *(Holder("pic", 14, (0.92 + at * 3.9, 2.0, 3.6, 3.2), "Picture") for at in range(3)),
            *(Holder("body", 1, (0.92 + at * 3.9, 5.3, 3.6, 1.2), "Caption") for at in range(3)),
            *feet,
        ),
    )
    layouts = (*usual_layouts(GRID), doubled, tripled)
    return file_of(Design((Master(OFFICE, master_holders(GRID), layouts, title=Levels((44,), spacing=90)),)))
