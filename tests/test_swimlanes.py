"""Steps in lanes: where boxes stand, and that no link runs through a box."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.kinds.swimlane import PLAIN, Fields, Step, lanes
from deckgen.model.list_item import IconItem
from deckgen.model.plane import Area, Plane, Segment
from deckgen.model.text import text

LANES = st.sampled_from("abc")
PHASES = st.sampled_from((None, "I dag", "Bagefter"))
EDGE = 0.001
"""A link ends at the edge of its boxes, and rounding may put it this far in."""


def drawn(*steps: tuple[str, str | None]) -> Plane:
    made = (Step(text("Drøft"), IconItem(text(who)), when=text(when) if when else None) for who, when in steps)
    return lanes(Fields(tuple(made)), PLAIN)


def boxes(plane: Plane) -> list[tuple[float, float, float, float]]:
    found = [mark for mark in plane.marks if isinstance(mark, Area) and mark.name == "box"]
    return [(*mark.x, *mark.y) for mark in found if mark.x and mark.y]


@given(st.lists(st.tuples(LANES, PHASES), min_size=2, max_size=6))
def test_no_link_runs_through_a_box_and_no_box_through_another(steps: list[tuple[str, str | None]]) -> None:
    plane = drawn(*steps)
    for link in (mark for mark in plane.marks if isinstance(mark, Segment)):
        (left, right), (top, foot) = sorted(link.x), sorted(link.y)
        for start, end, head, base in boxes(plane):
            beside = right <= start + EDGE or left >= end - EDGE
            assert beside or foot <= head + EDGE or top >= base - EDGE
    assert len(set(boxes(plane))) == len(steps)


@given(st.lists(st.tuples(LANES, PHASES), min_size=2, max_size=6))
def test_steps_run_to_the_right_and_two_share_a_slot_within_a_phase_alone(
    steps: list[tuple[str, str | None]],
) -> None:
    for ((_, before), (_, phase)), (one, other) in zip(pairwise(steps), pairwise(boxes(drawn(*steps))), strict=True):
        assert one[0] < other[0] or (one[0] == other[0] and before == phase and phase is not None)
