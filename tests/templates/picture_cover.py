"""A photograph behind the cover, and a second one behind the section page, with white text on both."""

from __future__ import annotations

from dataclasses import replace

from templates.building.looks import FOREST
from templates.building.package import file_of
from templates.building.parts import Design, Levels, Master
from templates.building.png import landscape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.8, 0.8, (0.5, 1.4), (1.7, 6.5), 6.9)


def template() -> bytes:
    cover, content, section, *others = usual_layouts(GRID)
    title, sub, *feet = cover.holders
    white = Levels((48,), ("-",), color="FFFFFF", bold=True)
    cover = replace(
        cover,
        png=landscape(1280, 720, "5C7A89", "12211A"),
        holders=(replace(title, levels=white), replace(sub, levels=Levels((22,), ("-",), color="FFFFFF")), *feet),
    )
    head, body, *rest = section.holders
    section = replace(
        section,
        png=landscape(1280, 720, "2E6B3F", "16301C"),
        holders=(replace(head, levels=white), replace(body, levels=Levels((20,), ("-",), color="FFFFFF")), *rest),
    )
    layouts = (cover, content, section, *others)
    return file_of(
        Design((Master(FOREST, master_holders(GRID), layouts, title=Levels((30,), color="tx2")),), potx=True)
    )
