"""The layouts that most templates have. In: a grid and their names. Out: layouts and the master's placeholders."""

from __future__ import annotations

from dataclasses import dataclass

from templates.building.parts import Box, Holder, Layout, Levels

_LARGE = Levels((40,), ("-",), color="", align="")
_UNDER = Levels((20,), ("-",), color="tx2", align="")
ENGLISH = ("Title Slide", "Title and Content", "Section Header", "Two Content", "Title Only", "Blank")


@dataclass(frozen=True)
class Grid:
    """Where things stand on a slide, in inches. The foot lies at `foot`; its boxes are 0.3 high."""

    size: tuple[float, float]
    left: float
    right: float
    title: tuple[float, float]
    body: tuple[float, float]
    foot: float
    gap: float = 0.4

    @property
    def width(self) -> float:
        return self.size[0] - self.left - self.right

    @property
    def title_box(self) -> Box:
        return (self.left, self.title[0], self.width, self.title[1] - self.title[0])

    @property
    def body_box(self) -> Box:
        return (self.left, self.body[0], self.width, self.body[1] - self.body[0])

    @property
    def halves(self) -> tuple[Box, Box]:
        top, height, half = self.body[0], self.body[1] - self.body[0], (self.width - self.gap) / 2
        return (self.left, top, half, height), (self.left + half + self.gap, top, half, height)

    @property
    def feet(self) -> tuple[Holder, ...]:
        third = self.width / 3
        return (
            Holder("dt", 10, (self.left, self.foot, third, 0.3), "Dato"),
            Holder("ftr", 11, (self.left + third, self.foot, third, 0.3), "Sidefod"),
            Holder("sldNum", 12, (self.left + 2 * third, self.foot, third, 0.3), "Slidenummer"),
        )


def master_holders(grid: Grid) -> tuple[Holder, ...]:
    feet = (Holder(foot.type, number, foot.box, foot.name) for number, foot in enumerate(grid.feet, 2))
    return (Holder("title", 0, grid.title_box, "Titel"), Holder("body", 1, grid.body_box, "Tekst"), *feet)


def usual_layouts(grid: Grid, names: tuple[str, ...] = ENGLISH) -> tuple[Layout, ...]:
    """Cover, title and content, section, two columns, title only, blank. Titles and feet inherit their places."""
    cover, content, section, two, alone, blank = names
    high, wide = grid.size[1], grid.width
    title, feet = (
        Holder("title", name="Titel"),
        tuple(Holder(foot.type, foot.index, name=foot.name) for foot in grid.feet),
    )
    left, right = grid.halves
    return (
        Layout(
            cover,
            (
                Holder(
                    "ctrTitle", 0, (grid.left, high * 0.28, wide, high * 0.24), "Titel", anchor="b", levels=_LARGE
                ),
                Holder("subTitle", 1, (grid.left, high * 0.54, wide, high * 0.16), "Undertitel", levels=_UNDER),
                *feet,
            ),
            "title",
        ),
        Layout(content, (title, Holder("obj", 1, name="Indhold"), *feet), "obj"),
        Layout(
            section,
            (
                Holder("title", 0, (grid.left, high * 0.4, wide, high * 0.2), "Titel", anchor="b"),
                Holder("body", 1, (grid.left, high * 0.62, wide, high * 0.14), "Tekst", levels=_UNDER),
                *feet,
            ),
            "secHead",
        ),
        Layout(two, (title, Holder("obj", 1, left, "Venstre"), Holder("obj", 2, right, "Højre"), *feet), "twoObj"),
        Layout(alone, (title, *feet), "titleOnly"),
        Layout(blank, feet, "blank"),
    )
