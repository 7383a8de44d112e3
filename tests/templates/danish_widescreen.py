"""A .potx in 16:9 with Danish layout names, a logo at the bottom right and a line over the foot."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master, Shape
from templates.building.png import logo
from templates.building.usual import Grid, master_holders, usual_layouts

NAMES = ("Forside", "Titel og indhold", "Afsnitsoverskrift", "To indholdsobjekter", "Kun titel", "Tom")
GRID = Grid((13.333, 7.5), 0.7, 0.7, (0.5, 1.5), (1.8, 6.4), 6.95)


def template() -> bytes:
    mark = Shape((11.5, 6.85, 1.2, 0.4), png=logo(360, 120, "005B82"), name="Logo")
    rule = Shape((0.7, 6.75, 11.933, 0), line="accent1", name="Streg")
    feet = tuple(
        replace(foot, box=box)
        for foot, box in zip(
            GRID.feet, ((0.7, 6.95, 2, 0.3), (2.9, 6.95, 6, 0.3), (9.4, 6.95, 1.6, 0.3)), strict=True
        )
    )
    holders = (*master_holders(GRID)[:2], *(replace(foot, index=at) for at, foot in enumerate(feet, 2)))
    picture = Layout(
        "Billede med billedtekst",
        (
            Holder("title", 0, (0.7, 0.5, 4.2, 1.4), "Titel"),
            Holder("pic", 13, (5.4, 0.5, 7.233, 5.9), "Billede", "Klik på ikonet for at tilføje et billede"),
            Holder("body", 2, (0.7, 2.1, 4.2, 4.3), "Billedtekst", levels=Levels((14,), ("-",))),
            *GRID.feet[1:],
        ),
        "picTx",
    )
    cover, *others = usual_layouts(GRID, NAMES)
    cover = replace(
        cover, ground="accent1", drawn=(replace(mark, png=logo(360, 120, "FFFFFF")),), without_master_shapes=True
    )
    title, sub, *rest = cover.holders
    white = Levels((40,), ("-",), color="bg1", bold=True)
    cover = replace(
        cover, holders=(replace(title, levels=white), replace(sub, levels=Levels((20,), ("-",), color="bg1")), *rest)
    )
    master = Master(
        FJORD, holders, (cover, *others, picture), (rule, mark), title=Levels((28,), color="accent1", bold=True)
    )
    return file_of(Design((master,), potx=True))
