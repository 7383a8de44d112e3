"""Rows of a data file are known again after others came, went or changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.compare import rows
from deckgen.compare.rows import match_rows

LINES = st.lists(st.sampled_from("abcd"), max_size=8)


def lines(text: str) -> list[str]:
    return list(text)


@pytest.mark.parametrize(
    ("was", "now", "moved", "rewritten"),
    [
        ("hab", "hab", {}, set()),
        ("habc", "haxbc", {3: 4, 4: 5}, set()),
        ("habc", "hac", {4: 3}, set()),
        ("habc", "haxc", {}, {3}),
        ("habcd", "hxbcde", {}, {2}),
    ],
)
def test_rows_are_known_again(was: str, now: str, moved: dict[int, int], rewritten: set[int]) -> None:
    found = match_rows(lines(was), lines(now))
    assert {old: new for old, new in found.now.items() if old != new} == moved
    assert found.rewritten == rewritten


@given(LINES, LINES)
def test_a_row_is_one_row_in_order_and_the_same_unless_rewritten(was: list[str], now: list[str]) -> None:
    found = match_rows(was, now)
    assert list(found.now.values()) == sorted(set(found.now.values()))
    assert all((was[old - 1] != now[new - 1]) == (new in found.rewritten) for old, new in found.now.items())


@pytest.mark.parametrize(("was", "now"), [("habc", "xyzv"), ("habcde", "xyzv"), ("habc", "xyzvw")])
def test_files_that_differ_throughout_are_matched_by_number(
    was: str, now: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As far as both go."""
    monkeypatch.setattr(rows, "MOST_COMPARED", 3)
    found = match_rows(lines(was), lines(now))
    assert found.now == {1: 1, 2: 2, 3: 3, 4: 4}
    assert found.rewritten == {1, 2, 3, 4}


def test_as_many_rows_as_may_be_compared_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_COMPARED", 6)
    assert match_rows(lines("xab"), lines("ya")).now == {1: 1, 2: 2}
    assert match_rows(lines("abx"), lines("by")).now == {2: 1, 3: 2}
    monkeypatch.setattr(rows, "MOST_COMPARED", 5)
    assert match_rows(lines("abx"), lines("by")).now == {1: 1, 2: 2}
