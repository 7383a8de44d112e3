"""Drawings by data: marks stand at their values, labels at their marks, and what has no room is said."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Span
from deckgen.layout.measure import natural
from deckgen.layout.place import place
from deckgen.layout.placement import Placed
from deckgen.layout.setting import Setting
from deckgen.layout.widths import row_widths
from deckgen.model.blocks import Group, Layered, Row, TextBlock
from deckgen.model.frames import ShapeItem, TextItem
from deckgen.model.plane import Area, Bands, Label, Linear, Plane, PlaneMark, Point, Scale, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
FULL, LEFT = Paint("primary"), Paint(line="muted", dashed=True)
BOX = Box(points(100), points(50), points(400), points(200))


def placed(*marks: PlaneMark, x: Scale, y: Scale, box: Box = BOX, **more: Any) -> Placed:
    return place(Plane(x, y, marks, **{"height": 100.0} | more), box, SETTING)


def shapes(made: Placed) -> dict[str, Box]:
    return {item.name: item.box for item in made.items if isinstance(item, ShapeItem)}


def label(said: str, **more: Any) -> Label:
    align = more.pop("align", "left")
    text = Text((Paragraph((Run(said),)),), "rows/1/label", Span("deck.yaml", 7, 3))
    return Label((Styled(text, "body", align=align),), **more)


@given(st.integers(1, 40), st.integers(200, 900), st.floats(0, 12), st.floats(0, 40))
def test_cells_are_of_one_size_one_gap_apart_and_inside(count: int, width: int, gap: float, most: float) -> None:
    cells = tuple(Area(str(at), FULL, x=(at, at + 1)) for at in range(count))
    box = Box(7, 9, points(width), points(100))
    found = list(shapes(placed(*cells, x=Bands(count, gap, most), y=Linear(0, 1), box=box)).values())
    sizes = {cell.width for cell in found}
    assert len(sizes) == 1 and (not most or sizes.pop() <= points(most))
    assert all(then.x - one.right == points(gap) for one, then in pairwise(found))
    assert found[0].x == box.x and found[-1].right <= box.right


def test_a_mark_over_cells_ends_where_the_last_of_them_does() -> None:
    scale = Bands(12, gap=6)
    bracket, fifth = Area("bracket", LEFT, x=(0, 5)), Area("fifth", FULL, x=(4, 5))
    found = shapes(placed(bracket, fifth, x=scale, y=Linear(0, 1)))
    assert found["bracket"].x == BOX.x and found["bracket"].right == found["fifth"].right


def test_values_stand_in_proportion_and_a_scale_may_count_down() -> None:
    range_, band = Area("range", FULL, x=(7, 45), y=(0, 25)), Area("band", FULL, x=(10, 20))
    found = shapes(placed(range_, band, x=Linear(0, 50), y=Linear(100, 0)))
    assert (found["range"].x, found["range"].right) == (BOX.x + points(56), BOX.x + points(360))
    assert (found["range"].y, found["range"].bottom) == (BOX.y + points(150), BOX.bottom)
    assert (found["band"].y, found["band"].height) == (BOX.y, BOX.height), "from edge to edge"


def test_a_sign_has_its_middle_at_its_value_and_a_line_goes_from_place_to_place() -> None:
    pin = Point("pin", FULL, x=25, y=25, size=20)
    rising, falling = Segment("up", LEFT, (0, 50), (0, 100)), Segment("down", LEFT, (0, 50), (100, 0))
    made = placed(pin, rising, falling, x=Linear(0, 50), y=Linear(100, 0))
    found = shapes(made)
    middle = Box(BOX.x + points(190), BOX.y + points(140), points(20), points(20))
    assert found["pin"] == middle
    assert found["up"] == found["down"] == BOX
    assert [item.rising for item in made.items if isinstance(item, ShapeItem)] == [False, True, False]


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 100)), min_size=1, max_size=9), st.floats(10, 30))
def test_signs_with_a_leader_stand_apart_and_a_line_says_where_each_belongs(
    places: list[tuple[float, float]], size: float
) -> None:
    signs = [Point(f"{at}", FULL, *one, size, leader=LEFT) for at, one in enumerate(places)]
    found = shapes(placed(*signs, x=Linear(0, 50), y=Linear(0, 100), room=(20, 20, 20, 20)))
    stands = [found[sign.name] for sign in signs]
    for one, other in combinations(stands, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= points(size)
    assert all(BOX.contains(one, points(1)) for one in stands)
    inner = BOX.inset(*[points(20)] * 4)
    for sign, (x, y) in zip(signs, places, strict=True):
        belongs = (inner.x + inner.width * x / 50, inner.y + inner.height * y / 100)
        box = found.get(f"{sign.name} foot", found[sign.name])
        assert math.hypot(box.x + box.width / 2 - belongs[0], box.y + box.height / 2 - belongs[1]) < points(1)
        assert (f"{sign.name} leader" in found) == (f"{sign.name} foot" in found)


@pytest.mark.parametrize("turn", range(0, 91, 15))
def test_numbers_of_pins_that_are_just_apart_do_not_lie_over_each_other(turn: int) -> None:
    """Round signs that stand aslant have boxes that overlap at a corner, which no reader sees."""
    aside = 1.13 * 26
    way = aside * math.cos(math.radians(turn)), aside * math.sin(math.radians(turn))
    number = Label((Styled(Text((Paragraph((Run("8"),)),), "n", Span("deck.yaml", 7, 3)), "label"),), gap=0)
    pins = [Point(str(at), FULL, 50 + at * way[0], 50 + at * way[1], 26, label=number, leader=LEFT) for at in (0, 1)]
    made = placed(*pins, x=Linear(0, 400), y=Linear(0, 200))
    first, second = (item.box for item in made.items if isinstance(item, TextItem))
    assert not first.overlaps(second)
    assert not made.misfits
    assert "0 foot" not in shapes(made) and "1 foot" not in shapes(made)


@pytest.mark.parametrize(
    ("x", "y", "height"),
    [
        (Bands(13, 6, 30), Bands(1), 400 / 13 - 72 / 13),
        (Bands(5, 4, 20), Bands(5, 4), 116),
        (Linear(8, 12), Linear(58, 54), 400),
    ],
)
def test_without_a_height_a_unit_is_as_high_as_it_is_wide(x: Scale, y: Scale, height: float) -> None:
    plane = Plane(x, y, (Area("all", FULL),))
    assert natural(plane, BOX.width, SETTING) == pytest.approx(points(height), abs=5)
    (drawn,) = shapes(place(plane, Box(0, 0, BOX.width, points(500)), SETTING)).values()
    assert drawn.height == natural(plane, BOX.width, SETTING), "a higher place does not stretch it"


def test_a_plane_with_a_height_fills_a_higher_place_and_keeps_room_for_its_labels() -> None:
    plane = Plane(Linear(0, 1), Linear(0, 1), (Area("all", FULL),), 60, (10, 20, 30, 40))
    assert natural(plane, BOX.width, SETTING) == points(120)
    (drawn,) = shapes(place(plane, BOX, SETTING)).values()
    assert drawn == BOX.inset(points(10), points(20), points(30), points(40))


def test_what_is_higher_than_its_place_is_said() -> None:
    made = placed(Area("all", FULL), x=Linear(0, 1), y=Linear(0, 1), height=260)
    assert [(one.what, one.over) for one in made.misfits] == [("drawing", points(60))]


def test_a_hexagon_keeps_its_shape_in_the_middle_of_its_cell() -> None:
    sign = Area("sign", FULL, x=(0, 1), geometry="hexagon")
    (found,) = shapes(placed(sign, x=Bands(4), y=Linear(0, 1))).values()
    assert found.width / found.height == pytest.approx(3**0.5 / 2, abs=1e-4)
    assert (found.width, found.x) == (points(100), BOX.x)
    assert found.y + found.height // 2 == pytest.approx(BOX.y + BOX.height // 2, abs=1)


@pytest.mark.parametrize(
    ("side", "align", "width", "left", "right"),
    [
        ("inside", "left", 0, 84, 236),
        ("above", "left", 0, 80, 240),
        ("above", "left", 60, 80, 140),
        ("below", "right", 60, 180, 240),
        ("below", "center", 60, 130, 190),
        ("right", "left", 0, 244, 400),
        ("left", "right", 0, 0, 76),
        ("left", "right", 50, 26, 76),
    ],
)
def test_a_label_stands_at_its_mark(side: Any, align: Any, width: float, left: float, right: float) -> None:
    # 80 to 240 of 400 points across, 80 to 120 of 200 down.
    bar = Area("bar", FULL, (10, 30), (40, 60), label=label("Syv", side=side, align=align, width=width))
    made = placed(bar, x=Linear(0, 50), y=Linear(0, 100))
    assert not made.misfits
    (text,) = (item for item in made.items if isinstance(item, TextItem))
    assert (text.box.x, text.box.right) == (BOX.x + points(left), BOX.x + points(right))
    mark = shapes(made)["bar"]
    if side == "above":
        assert text.box.bottom == mark.y - points(4)
    elif side == "below":
        assert text.box.y == mark.bottom + points(4)
    else:
        assert text.box.y + text.box.height // 2 == pytest.approx(mark.y + mark.height // 2, abs=1)


def test_labels_are_in_front_of_all_marks_and_may_stand_alone() -> None:
    alone = Point("here", FULL, 25, 50, 0, label=label("Her er I", side="right"))
    made = placed(alone, Area("bar", FULL), x=Linear(0, 50), y=Linear(0, 100))
    assert [type(item) for item in made.items] == [ShapeItem, TextItem]


@pytest.mark.parametrize(
    ("said", "side", "width", "code"),
    [
        ("Forskningsinstitutioner", "inside", 0, "word-too-wide"),
        ("Alt det, som ikke kan stå på én linje, og mere til", "inside", 0, "text-does-not-fit"),
        ("Syv klynger", "left", 120, "text-does-not-fit"),
    ],
)
def test_a_label_without_room_is_a_misfit_at_its_text(said: str, side: Any, width: float, code: str) -> None:
    bar = Area("bar", FULL, x=(5, 12), y=(45, 60), label=label(said, side=side, width=width))
    made = placed(bar, x=Linear(0, 50), y=Linear(0, 100))
    assert [(one.code, str(one.span), one.what) for one in made.misfits] == [(code, "deck.yaml:7:3", "rows/1/label")]


def test_a_plane_stands_in_a_group_and_over_other_blocks() -> None:
    plane = Plane(Linear(0, 1), Linear(0, 1), (Area("all", FULL, x=(0, 0.5)),), 60)
    made = place(Layered((plane, Group(plane, "drawing", "Halvdelen"))), BOX, SETTING)
    assert [item.box.width for item in made.items] == [BOX.width // 2, BOX.width // 2]


@given(st.integers(1, 40), st.integers(1, 12), st.integers(40, 900), st.integers(40, 500))
def test_a_contained_plane_has_square_units_as_large_as_its_place(
    across: int, down: int, width: int, height: int
) -> None:
    cell = Area("cell", FULL, x=(0, 1), y=(0, 1))
    whole = Area("whole", FULL)
    box = Box(points(5), points(8), points(width), points(height))
    made = placed(cell, whole, x=Linear(0, across), y=Linear(0, down), box=box, height=20.0, contained="right")
    found = shapes(made)
    assert abs(found["cell"].width - found["cell"].height) <= 2
    assert found["whole"].right == box.right
    assert box.contains(found["whole"], slack=2)
    assert found["whole"].width >= box.width - 2 or found["whole"].height >= box.height - 2
    assert abs((found["whole"].y - box.y) - (box.bottom - found["whole"].bottom)) <= 2


def texts(made: Placed) -> dict[str, Box]:
    return {item.paragraphs[0].plain: item.box for item in made.items if isinstance(item, TextItem)}


def ticks(count: int, room: int) -> list[str]:
    """What is left of so many labels over an axis of a width in points."""
    marks = tuple(
        Segment("tick", FULL, (at, at), (0, 0), label(f"{at} måneder", side="below", yields=True, align="center"))
        for at in range(count)
    )
    box = Box(0, 0, points(room), points(100))
    return list(texts(placed(*marks, x=Linear(0, count - 1), y=Linear(0, 1), box=box)))


def test_labels_that_yield_are_left_out_at_an_even_distance() -> None:
    assert ticks(5, 900) == [f"{at} måneder" for at in range(5)]
    assert ticks(13, 500) == [f"{at} måneder" for at in (0, 4, 8, 12)]
    assert ticks(5, 150) == ["0 måneder"]


def test_a_label_that_yields_gives_way_to_one_that_stays() -> None:
    now = Segment("now", FULL, (2.1, 2.1), (0, 0), label("Her er I", side="below", align="center"))
    marks = tuple(
        Segment("tick", FULL, (at, at), (0, 0), label(f"{at} år", side="below", yields=True, align="center"))
        for at in range(5)
    )
    made = placed(*marks, now, x=Linear(0, 4), y=Linear(0, 1))
    assert list(texts(made)) == ["0 år", "1 år", "3 år", "4 år", "Her er I"]
    assert not made.misfits


def test_labels_that_stay_and_touch_are_told() -> None:
    marks = tuple(
        Segment(str(at), FULL, (at, at), (0, 0), label("Fra i dag", side="below", align="center"))
        for at in (2.0, 2.1)
    )
    (misfit,) = placed(*marks, x=Linear(0, 4), y=Linear(0, 1)).misfits
    assert "touches" in misfit.excess


def test_a_label_goes_beside_a_mark_that_is_too_small_for_it() -> None:
    wide = Area("A", FULL, x=(0, 4), label=label("A bar", otherwise="right"))
    narrow = Area("B", FULL, x=(0, 0.1), label=label("B bar", otherwise="right"))
    assert texts(placed(wide, x=Linear(0, 4), y=Linear(0, 1)))["A bar"].x < BOX.right
    made = placed(narrow, x=Linear(0, 4), y=Linear(0, 1))
    assert texts(made)["B bar"].x > shapes(made)["B"].right
    assert not made.misfits


def test_an_area_holds_blocks_in_its_own_box() -> None:
    held = Area(
        "box",
        FULL,
        x=(1, 2),
        holds=TextBlock(
            (
                Styled(
                    text("Inde"),
                ),
            )
        ),
    )
    made = placed(held, x=Linear(0, 4), y=Linear(0, 1))
    assert texts(made)["Inde"] == shapes(made)["box"]


@pytest.mark.parametrize(
    ("x", "y", "arrow"),
    [((0, 1), (0, 0), "right"), ((1, 0), (0, 0), "left"), ((1, 1), (0, 1), "right"), ((1, 1), (1, 0), "left")],
)
def test_the_arrow_head_is_where_the_line_ends(x: tuple[float, float], y: tuple[float, float], arrow: str) -> None:
    (line,) = placed(Segment("link", FULL, x, y, arrow=True), x=Linear(0, 4), y=Linear(0, 1)).items
    assert isinstance(line, ShapeItem)
    assert line.arrow == arrow


def test_a_trapezoid_narrows_by_its_taper_and_stands_on_its_head_below_zero() -> None:
    marks = (
        Area("top", FULL, x=(0, 2), geometry="trapezoid", taper=0.25),
        Area("foot", FULL, x=(2, 4), geometry="trapezoid", taper=-0.25),
    )
    top, foot = placed(*marks, x=Linear(0, 4), y=Linear(0, 1)).items
    assert isinstance(top, ShapeItem)
    assert isinstance(foot, ShapeItem)
    assert top.tip == foot.tip == top.box.width // 4
    assert (top.rising, foot.rising) == (False, True)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.integers(300, 900))
def test_a_fitted_row_fills_its_width_and_shares_what_is_spare(words: list[int], width: int) -> None:
    chips = tuple(TextBlock((Styled(text("ord " * count)),)) for count in words)
    row = Row(chips, fitted=True)
    widths = row_widths(row, points(width), SETTING)
    assert sum(widths) <= points(width) - points(row.gap) * (len(words) - 1)
    order = sorted(range(len(words)), key=lambda at: words[at])
    assert [widths[at] for at in order] == sorted(widths)
