"""One or two numbers of a page on panels of their own, and a smaller one that sets them in perspective."""

from __future__ import annotations

from pathlib import Path

import gallery
from deckgen.checks.text.frame_text import flat
from deckgen.model.frames import ShapeItem, TextItem

FIGURES = """\
id: some.figures
kind: key_figures
title: Mindst 58 projekter er sat i gang
figures:
  - value: 58
    label: projekter i landsdelen
  - value: 12
    label: aftaler med kommuner
  - value: 15600
    label: projekter i hele landet
    note: En anden periode
    aside: true
"""


def test_a_number_in_perspective_is_smaller_and_stands_on_a_panel_under_the_others(tmp_path: Path) -> None:
    items = list(flat(gallery.frame_of(FIGURES, tmp_path).items))
    texts = {item.paragraphs[0].plain: item for item in items if isinstance(item, TextItem)}
    aside = next(item for said, item in texts.items() if "600" in said)
    found = [texts["58"], texts["12"]]
    assert all(one.paragraphs[0].size > 1.5 * aside.paragraphs[0].size for one in found)
    assert all(one.box.bottom < aside.box.y for one in found)
    panels = [item.box for item in items if isinstance(item, ShapeItem) and item.fill == "panel"]
    assert any(panel.contains(aside.box) for panel in panels)
    assert not any(panel.overlaps(one.box) for panel in panels for one in found)


def test_the_first_of_two_numbers_stands_on_a_strong_panel(tmp_path: Path) -> None:
    first = FIGURES.replace("projekter i landsdelen\n", "projekter i landsdelen\n    emphasis: true\n")
    items = list(flat(gallery.frame_of(first, tmp_path).items))
    texts = {item.paragraphs[0].plain: item for item in items if isinstance(item, TextItem)}
    panels = {
        said: next(item.fill for item in items if isinstance(item, ShapeItem) and item.box.contains(texts[said].box))
        for said in ("58", "12")
    }
    assert panels == {"58": "primary", "12": "tint1"}
    assert texts["58"].paragraphs[0].color == "highlight"
    assert texts["58"].box.y == texts["12"].box.y
