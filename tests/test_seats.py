"""Seats around a table: as many as are asked for, the free ones at the near side, none touching another.

And what else may stand over a conclusion.
"""

from __future__ import annotations

from itertools import combinations
from math import dist
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import gallery
from deckgen.checks.text.frame_text import flat
from deckgen.model.frames import TextItem
from deckgen.model.plane import Area, Linear, Plane, Point
from deckgen.model.seats import table
from deckgen.model.text import text


def seats(plane: Plane) -> list[tuple[float, float, float, bool]]:
    """Middle and radius of each seat, and whether it is free."""
    found = []
    for mark in plane.marks:
        if isinstance(mark, Area) and mark.name.startswith("seat") and mark.x and mark.y:
            middle = sum(mark.x) / 2, sum(mark.y) / 2
            found.append((*middle, (mark.x[1] - mark.x[0]) / 2, mark.paint.dashed))
    return found


@given(st.integers(4, 16), st.data())
def test_so_many_seats_stand_around_the_table_and_so_many_of_them_are_free(count: int, data: st.DataObject) -> None:
    free = data.draw(st.integers(0, count))
    found = seats(table(count, free, None))
    assert (len(found), sum(dashed for *_, dashed in found)) == (count, free)


@given(st.integers(4, 16))
def test_no_seat_touches_another_or_stands_out_of_the_drawing(count: int) -> None:
    plane = table(count, 1, None)
    assert isinstance(plane.x, Linear) and isinstance(plane.y, Linear)
    found = seats(plane)
    for (x, y, radius, _), (u, v, other, _) in combinations(found, 2):
        assert dist((x, y), (u, v)) > radius + other
    assert all(plane.x.start <= x - radius and x + radius <= plane.x.end for x, _, radius, _ in found)
    assert all(plane.y.start <= y - radius and y + radius <= plane.y.end for _, y, radius, _ in found)


@given(st.integers(4, 16), st.integers(1, 3))
def test_the_free_seats_are_the_nearest_and_their_name_stands_under_them(count: int, free: int) -> None:
    plane = table(count, free, text("Jeres plads"))
    found = seats(plane)
    nearest = max(y for _, y, _, _ in found)
    assert any(dashed and y == nearest for _, y, _, dashed in found)
    (name,) = [mark for mark in plane.marks if isinstance(mark, Point)]
    assert name.label and name.label.side == "below" and name.y > nearest


def test_a_table_without_a_free_seat_names_none() -> None:
    assert not [mark for mark in table(8, 0, text("Jeres plads")).marks if mark.label]


ARGUMENT = """\
id: an.argument
kind: because_therefore
title: Klyngerne har fire målgrupper
reasons:
  - heading: Virksomheder i gang
  - heading: Iværksættere
conclusion:
  heading: Ventes at præcisere målgrupperne
  icon: target
"""


def test_an_icon_stands_over_the_conclusion(tmp_path: Path) -> None:
    frame = gallery.frame_of(ARGUMENT, tmp_path)
    (icon,) = (item.box for item in flat(frame.items) if "icon target" in item.name)
    texts = (item for item in flat(frame.items) if isinstance(item, TextItem))
    (said,) = (item.box for item in texts if item.paragraphs[0].plain == "Ventes at præcisere målgrupperne")
    assert icon.bottom <= said.y and said.x <= icon.x and icon.right <= said.right


def test_an_icon_and_seats_cannot_both_stand_over_the_conclusion(tmp_path: Path) -> None:
    (found,) = gallery.found(ARGUMENT + "  seats: {count: 8}\n", tmp_path)
    assert "`icon` and `seats` have the same place" in found.message
