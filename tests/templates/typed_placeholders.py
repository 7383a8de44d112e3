"""Layouts whose content is a placeholder for a table, a chart, a picture or a diagram and for nothing else."""

from __future__ import annotations

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.75, 0.75, (0.55, 1.45), (1.75, 6.45), 6.9)


def template() -> bytes:
    title, (left, right) = Holder("title", name="Titel"), GRID.halves
    feet = tuple(Holder(foot.type, foot.index, name=foot.name) for foot in GRID.feet)
    box = GRID.body_box
    layouts = (
        *usual_layouts(GRID)[:2],
        Layout("Tabel", (title, Holder("tbl", 13, box, "Tabel"), *feet), "tbl"),
        Layout("Diagram", (title, Holder("chart", 13, box, "Diagram"), *feet), "chart"),
        Layout("Organisation", (title, Holder("dgm", 13, box, "SmartArt"), *feet), "dgm"),
        Layout(
            "Diagram og tekst",
            (title, Holder("chart", 13, left, "Diagram"), Holder("body", 14, right, "Tekst"), *feet),
        ),
        Layout(
            "Billede og tekst", (title, Holder("pic", 13, left, "Billede"), Holder("body", 14, right, "Tekst"), *feet)
        ),
        Layout("Video", (title, Holder("media", 13, box, "Video"), *feet)),
    )
    return file_of(Design((Master(FJORD, master_holders(GRID), layouts, title=Levels((26,), color="accent1")),)))
