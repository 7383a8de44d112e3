"""Groups that lead to their part of the last count: signs stand in the row of their group, and a line leads on."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from deckgen.model.blocks import TextBlock
from deckgen.model.linked_counts import Counting, linked
from deckgen.model.plane import Area, Linear, Plane, Segment, Span
from deckgen.model.text import text

NUMBER = TextBlock(())
LITTLE = 1e-9
groups = some.lists(some.tuples(some.integers(1, 6), some.integers(1, 3)), min_size=1, max_size=3)


def drawn(parts: list[tuple[int, int]], upper: int = 0) -> Plane:
    """Squares whose groups lead to hexagons, behind as many rows of circles as there are `upper`."""
    led = tuple((size, leads, text(f"gruppe {at}")) for at, (size, leads) in enumerate(parts))
    leading = Counting(sum(size for size, _ in parts), NUMBER, "square", "accent", led)
    last = Counting(sum(leads for _, leads in parts), NUMBER, "hexagon", "primary")
    return linked((*(Counting(5, NUMBER, "circle", "primary") for _ in range(upper)), leading, last))


def places(plane: Plane, geometry: str = "") -> list[tuple[Span, Span]]:
    """Where the signs stand, across and down."""
    return [
        (mark.x, mark.y)
        for mark in plane.marks
        if isinstance(mark, Area) and mark.name.startswith("mark") and mark.x and mark.y
        if not geometry or mark.geometry == geometry
    ]


def middle(span: Span) -> float:
    return round(sum(span) / 2, 6)


@given(groups, some.integers(0, 2))
def test_every_sign_is_drawn_once_within_the_plane_and_apart(parts: list[tuple[int, int]], upper: int) -> None:
    plane = drawn(parts, upper)
    signs = places(plane)
    assert len(signs) == 5 * upper + sum(map(sum, parts))
    for sign in signs:
        for (start, end), scale in zip(sign, (plane.x, plane.y), strict=True):
            assert isinstance(scale, Linear)
            assert -LITTLE <= start < end <= scale.end + LITTLE
    for one, other in combinations(signs, 2):
        assert any(a[1] <= b[0] + LITTLE or b[1] <= a[0] + LITTLE for a, b in zip(one, other, strict=True))


@given(groups)
def test_each_group_has_a_row_with_all_that_it_leads_to(parts: list[tuple[int, int]]) -> None:
    plane = drawn(parts)
    rows = sorted({middle(down) for _, down in places(plane)})
    assert len(rows) == len(parts)
    for geometry, at in (("rect", 0), ("hexagon", 1)):
        found = [middle(down) for _, down in places(plane, geometry)]
        assert [found.count(row) for row in rows] == [part[at] for part in parts]


@given(groups)
def test_a_line_leads_from_each_group_to_what_it_leads_to(parts: list[tuple[int, int]]) -> None:
    plane = drawn(parts)
    lines = {middle(mark.y): mark.x for mark in plane.marks if isinstance(mark, Segment) and not mark.arrow}
    for row, (start, end) in lines.items():
        last = max(across[1] for across, down in places(plane, "rect") if middle(down) == row)
        first = min(across[0] for across, down in places(plane, "hexagon") if middle(down) == row)
        assert last < start < end < first
    assert len(lines) == len(parts)
