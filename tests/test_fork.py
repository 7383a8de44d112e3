"""A way that parts: each way is led to and leads on, and the one to take is the strong one."""

from __future__ import annotations

from pathlib import Path

import pytest

import gallery
from deckgen.checks.text.frame_text import flat
from deckgen.model.frames import ShapeItem

START = """\
id: a.fork
kind: fork
title: Klare roller afgør, om samarbejdet løftes
start:
  heading: Lokale indsatser
ways:
"""
WAY = "  - condition: Rollerne er aftalt, del {number}\n    outcome: Samarbejdet løftes\n"


def fork(ways: int, emphasis: int | None = None) -> str:
    written = (
        WAY.format(number=number) + ("    emphasis: true\n" if number == emphasis else "") for number in range(ways)
    )
    return START + "".join(written)


@pytest.mark.parametrize("ways", [2, 3])
def test_a_line_leads_through_each_condition_to_its_outcome(ways: int, tmp_path: Path) -> None:
    items = list(flat(gallery.frame_of(fork(ways), tmp_path).items))
    shapes = [item for item in items if isinstance(item, ShapeItem)]
    arrows = [item for item in shapes if item.arrow]
    boxes = {name: [item.box for item in shapes if item.name.startswith(name)] for name in ("start", "outcome")}
    boxes["condition"] = [item.box for item in items if item.name.endswith("/condition")]
    assert (len(boxes["start"]), len(boxes["condition"]), len(boxes["outcome"])) == (1, ways, ways)
    assert len(arrows) == ways
    for condition, arrow, outcome in zip(boxes["condition"], arrows, boxes["outcome"], strict=True):
        assert boxes["start"][0].right < condition.x < condition.right <= arrow.box.x < outcome.x
        assert outcome.y <= condition.y < arrow.box.y < condition.bottom < outcome.bottom
        assert abs(arrow.box.right - outcome.x) <= 1


def test_the_way_to_take_alone_is_filled(tmp_path: Path) -> None:
    items = flat(gallery.frame_of(fork(3, emphasis=1), tmp_path).items)
    outcomes = [item for item in items if isinstance(item, ShapeItem) and item.name.startswith("outcome")]
    assert [item.dashed for item in outcomes] == [True, False, True]


def test_one_way_alone_does_not_part(tmp_path: Path) -> None:
    (found,) = gallery.found(fork(1), tmp_path)
    assert found.code == "item-count"
