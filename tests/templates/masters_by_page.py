"""A master for each sort of page, as some programs export them: one for the cover, one for content, with a low band
behind the titles, one for the end. The theme has still the accents of a program, the design a purple of its own.
"""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import OFFICE
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master, Shape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.25, 0.75), (1.5, 6.4), 6.9)
PURPLE = "5B1E8C"


def template() -> bytes:
    look = replace(OFFICE, heading="Calibri")
    white = Levels((24,), ("-",), color="bg1")
    band = Shape((0, 0, 13.333, 1.0), fill=PURPLE, name="Bånd")
    foot = Shape((0, 7.3, 13.333, 0.2), fill=PURPLE, name="Fod")
    cover, content, _, two, alone, _ = usual_layouts(GRID)
    head, under, *feet = cover.holders
    field = Shape((0, 1.8, 13.333, 4.2), fill=PURPLE, name="Felt")
    cover = replace(
        cover,
        drawn=(field,),
        holders=(replace(head, levels=replace(white, sizes=(44,))), replace(under, levels=white), *feet),
    )
    end = Layout("Slut", (Holder("body", 11, (1.3, 4.8, 5.1, 0.4), "Navn"),), drawn=(field,))
    masters = (
        Master(look, master_holders(GRID), (cover,)),
        Master(look, master_holders(GRID), (content, two, alone), (band, foot), title=white, title_anchor="ctr"),
        Master(look, master_holders(GRID), (end,)),
    )
    return file_of(Design(masters))
