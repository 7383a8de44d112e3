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


@pytest.mark.parametrize(("ways", "taken"), [(2, None), (3, None), (2, 0), (3, 1)])
def test_a_line_leads_through_the_gate_of_each_way_to_its_outcome(
    ways: int, taken: int | None, tmp_path: Path
) -> None:
    items = list(flat(gallery.frame_of(fork(ways, taken), tmp_path).items))
    shapes = [item for item in items if isinstance(item, ShapeItem)]
    arrows = sorted((item.box for item in shapes if item.arrow), key=lambda box: box.y)
    (start,) = [item.box for item in shapes if item.name == "start"]
    gates = [item.box for item in shapes if item.name.startswith("condition")]
    outcomes = [item.box for item in shapes if item.name.startswith("outcome")]
    conditions = [item.box for item in items if item.name.endswith("/condition")]
    assert (len(arrows), len(conditions), len(outcomes), len(gates)) == (ways, ways, ways, ways)
    for condition, gate, arrow, outcome in zip(conditions, gates, arrows, outcomes, strict=True):
        assert start.right < condition.x < condition.right < outcome.x
        assert outcome.y <= condition.y < arrow.y < outcome.bottom
        assert abs(arrow.right - outcome.x) <= 1
        assert gate.contains(condition) and gate.right <= arrow.x and gate.y < arrow.y < gate.bottom


def test_the_way_to_take_alone_is_filled(tmp_path: Path) -> None:
    items = flat(gallery.frame_of(fork(3, emphasis=1), tmp_path).items)
    shapes = [item for item in items if isinstance(item, ShapeItem)]
    for part in ("outcome", "condition"):
        assert [item.dashed for item in shapes if item.name.startswith(part)] == [True, False, True]


def test_one_way_alone_does_not_part(tmp_path: Path) -> None:
    (found,) = gallery.found(fork(1), tmp_path)
    assert found.code == "item-count"
