"""A line from a name to its land ends on the coast, and does not run over the land."""

from __future__ import annotations

from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.model.frames import ShapeItem, TextItem
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.plane import Area, Label, Linear, Plane, Point
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
BOX = Box(0, 0, points(400), points(300))
SQUARE = Outline(1, 1, (VectorPath((("M", (0, 0)), ("L", (1, 0)), ("L", (1, 1)), ("L", (0, 1)), ("Z", ()))),))


def test_a_leader_ends_a_little_way_onto_the_land_that_it_names() -> None:
    land = Area("land", Paint("primary"), (180, 220), (130, 170), geometry=SQUARE)
    said = Label((Styled(text("Sjælland", "name"), "body"),), "around", leader=Paint(line="foreground"))
    name = Point("name", Paint(), 200, 150, 0, label=said)
    made = place(Plane(Linear(0, 400), Linear(0, 300), (land, name), height=300), BOX, SETTING)
    shapes = {item.name: item.box for item in made.items if isinstance(item, ShapeItem)}
    (words,) = [item.box for item in made.items if isinstance(item, TextItem)]
    coast, leader = shapes["land"], shapes["name leader"]
    assert not words.overlaps(coast)
    inside = min(leader.right, coast.right) - max(leader.x, coast.x)
    below = min(leader.bottom, coast.bottom) - max(leader.y, coast.y)
    assert max(inside, below) < coast.width // 2
    assert leader.inset(*[-points(1)] * 4).overlaps(coast)


def test_a_leader_is_long_enough_to_be_seen() -> None:
    """Where the name has room close to the coast, the line goes on over the land."""
    shapes = named((100, 300), (60, 240))
    leader = shapes["name leader"]
    assert leader.width**2 + leader.height**2 >= points(20) ** 2


def test_a_leader_passes_a_small_land_on_its_way_to_the_one_that_it_names() -> None:
    small = [Area(f"isle {side}", Paint("primary"), *at, geometry=SQUARE) for side, at in enumerate(AROUND)]
    shapes = named((180, 220), (130, 170), *small)
    leader, land = shapes["name leader"], shapes["land"]
    assert leader.inset(*[-points(1)] * 4).overlaps(land)


def test_a_leader_on_a_dark_land_has_the_colour_that_names_have_there() -> None:
    said = Label(
        (Styled(text("Sjælland", "name"), "body"),),
        "around",
        inks=(("primary", "background"),),
        leader=Paint(line="foreground"),
    )
    land = Area("land", Paint("primary"), (180, 220), (130, 170), geometry=SQUARE)
    plane = Plane(Linear(0, 400), Linear(0, 300), (land, Point("name", Paint(), 200, 150, 0, label=said)), height=300)
    shapes = {item.name: item for item in place(plane, BOX, SETTING).items if isinstance(item, ShapeItem)}
    assert shapes["name leader"].line == "foreground"
    assert shapes["name leader on land"].line == "background"
    assert shapes["name leader on land"].box.inset(*[-points(1)] * 4).overlaps(shapes["name leader"].box)


AROUND = (((90, 165), (40, 260)), ((235, 310), (40, 260)), ((165, 235), (40, 118)), ((165, 235), (182, 260)))
"""A ring of lands close around that one."""


def named(across: tuple[float, float], down: tuple[float, float], *others: Area) -> dict[str, Box]:
    """The shapes of a map with a land, and others, of which the land is named."""
    land = Area("land", Paint("primary"), across, down, geometry=SQUARE)
    said = Label((Styled(text("Sjælland", "name"), "body"),), "around", leader=Paint(line="foreground"))
    name = Point("name", Paint(), sum(across) / 2, sum(down) / 2, 0, label=said)
    made = place(Plane(Linear(0, 400), Linear(0, 300), (*others, land, name), height=300), BOX, SETTING)
    return {item.name: item.box for item in made.items if isinstance(item, ShapeItem)}
