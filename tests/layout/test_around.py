"""Names of places on a map: free, within the map, and on one ground.

In: a land, a place and a name. Out: where the name stands, or that it has no room.
"""

from __future__ import annotations

from deckgen.layout.around import around
from deckgen.model.land_grounds import land_ground
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.plane import Label
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.units import Box, points

WHOLE = Box(0, 0, points(200), points(200))
SQUARE = Outline(1, 1, (VectorPath((("M", (0, 0)), ("L", (1, 0)), ("L", (1, 1)), ("L", (0, 1)), ("Z", ()))),))
LAND = land_ground(SQUARE, Box(0, 0, points(100), points(200)), "primary")
NAME = Label((Styled(text("Aalborg")),), "around", gap=4, inks=(("primary", "background"),))
SIZE = (points(40), points(12))


def at(x: float, y: float) -> Box:
    return Box(points(x - 3), points(y - 3), points(6), points(6))


def test_a_name_on_a_dark_land_is_light_and_one_in_the_sea_is_not() -> None:
    inland, island = (
        around(NAME, SIZE, at(20, 100), WHOLE, (), (LAND,)),
        around(NAME, SIZE, at(130, 100), WHOLE, (), (LAND,)),
    )
    assert inland and island
    assert (inland.ink, island.ink) == ("background", "foreground")


def test_no_name_crosses_a_coast_or_leaves_the_map_or_touches_what_is_there() -> None:
    found = around(NAME, SIZE, at(80, 100), WHOLE, (), (LAND,))
    assert found and found.box.right <= points(100)
    assert around(NAME, SIZE, at(80, 100), WHOLE, (found.box,), (LAND,)) != found
    assert around(NAME, (points(300), points(12)), at(80, 100), WHOLE, (), (LAND,)) is None


def test_the_name_of_a_water_stands_on_no_land() -> None:
    water = Label((Styled(text("Kattegat")),), "around", gap=4, yields=True)
    by_the_coast = around(water, SIZE, at(95, 100), WHOLE, (), (LAND,))
    assert by_the_coast and by_the_coast.box.x >= points(100)
    inland = Box(points(40), points(100), 0, 0)
    assert around(water, SIZE, inland, WHOLE, (), (LAND,)) is None
