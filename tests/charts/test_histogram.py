"""Classes side by side: columns that touch, in the order of what is measured."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.registry import registry

HISTOGRAM = registry().charts["histogram"]


@given(st.lists(st.integers(0, 999), min_size=2, max_size=20).filter(any))
def test_columns_touch_in_the_order_of_their_classes_and_are_as_high_as_they_count(counts: list[int]) -> None:
    plot, marks = settled("histogram", data(*((count,) for count in counts), sort=True))
    assert [label[6:] for label in plot.categories] == [str(at) for at in range(len(counts))]
    inner = ROOM.inner(plot)
    assert marks[0].box.left == pytest.approx(inner.left) and marks[-1].box.right == pytest.approx(inner.right)
    assert all(one.box.right == pytest.approx(other.box.left) for one, other in pairwise(marks))
    highest = max(counts)
    tall = next(mark.box.height for mark, count in zip(marks, counts, strict=True) if count == highest)
    assert [mark.box.height for mark in marks] == pytest.approx([tall * count / highest for count in counts])
    assert all(mark.label for mark in marks) and all(overlap(*pair) == 0 for pair in pairs(marks))


def test_a_class_that_is_missing_or_below_zero_and_a_class_alone_are_refused() -> None:
    for rows, said in (
        (((1,), (None,)), "0 where it is empty: see `Række 1`"),
        (((-1,), (2,)), "see `Række 0`"),
        (((4,),), "at least 2 classes; here is one"),
        (((4, 5), (1, 2)), "wants one series; here are 2"),
    ):
        with pytest.raises(ValueError, match=said):
            HISTOGRAM.plot(data(*rows))
