"""Outlines keep their proportions wherever they stand: in a box, on a ground, on a plane."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.measure import natural
from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.model.frames import ShapeItem
from deckgen.model.icon import Icon, icon_block
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.plane import Area, Linear, Plane, Point
from deckgen.model.shapes import Drawing, Paint
from deckgen.model.styled import Align
from deckgen.model.theme import Theme
from deckgen.model.units import EMU_PER_POINT, Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
ALIGNS: st.SearchStrategy[Align] = st.sampled_from(("left", "center", "right"))
SIDES = st.floats(1, 500)
BOX = Box(inches(1), inches(2), inches(6), inches(3))


def outline(width: float, height: float) -> Outline:
    return Outline(width, height, (VectorPath((("M", (0, 0)), ("L", (width, height)))),))


def shapes(block: Drawing | Plane, box: Box = BOX) -> list[ShapeItem]:
    placed = place(block, box, SETTING)
    assert not placed.misfits
    return [item for item in placed.items if isinstance(item, ShapeItem)]


@given(SIDES, SIDES, ALIGNS)
def test_an_outline_fills_its_box_in_its_own_proportions(width: float, height: float, align: Align) -> None:
    (shape,) = shapes(Drawing(outline(width, height), Paint("primary"), align=align))
    box = shape.box
    assert BOX.contains(box)
    assert box.width == BOX.width or box.height == BOX.height or abs(box.width / BOX.width - 1) < 1e-6
    assert abs(box.width * height - box.height * width) <= max(width, height) * 2
    left, right = box.x - BOX.x, BOX.right - box.right
    assert {"left": left, "center": abs(right - left), "right": right}[align] <= 1


def test_an_outline_without_a_size_is_as_high_as_its_width_asks() -> None:
    block = Drawing(outline(30, 10), Paint("primary"), padding=6)
    assert natural(block, points(312), SETTING) == points(112)


def test_an_icon_stands_in_the_middle_of_its_square_at_the_top() -> None:
    icon = Icon("flag", outline(24, 24))
    ground, drawn = shapes(icon_block(icon, 50, "background", "primary"))
    assert (ground.geometry, ground.fill) == ("rect", "primary")
    assert ground.box == Box(BOX.x, BOX.y, points(50), points(50))
    assert (drawn.fill, drawn.line) == ("background", "background")
    assert drawn.box.width == points(32)
    assert drawn.box.x - ground.box.x == ground.box.right - drawn.box.right == points(9)


def test_a_bare_icon_is_as_large_as_it_is_asked_for() -> None:
    (drawn,) = shapes(icon_block(Icon("flag", outline(24, 24)), 40))
    assert (drawn.box.width, drawn.line_width) == (points(40), round(40 * 1.1 / 24, 2))


def test_a_land_and_a_pin_stand_at_their_values() -> None:
    land = Area("land", Paint("primary"), (2, 6), (1, 3), geometry=outline(10, 10))
    pin = Point("pin", Paint("accent"), 5, 2, 24, geometry=outline(10, 20), stands=True)
    plane = Plane(Linear(0, 12), Linear(0, 6), (land, pin), height=216)
    drawn_land, drawn_pin = shapes(plane)
    unit = BOX.width // 12
    assert drawn_land.box == Box(BOX.x + 3 * unit, BOX.y + unit, 2 * unit, 2 * unit)
    assert (drawn_pin.box.height, drawn_pin.box.width) == (24 * EMU_PER_POINT, 12 * EMU_PER_POINT)
    assert drawn_pin.box.bottom == BOX.y + 2 * unit
    assert drawn_pin.box.x + drawn_pin.box.width // 2 == BOX.x + 5 * unit
