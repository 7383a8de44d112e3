"""A vision is the loudest thing on its page: the title recedes behind it, and no word stands on its bridge."""

from __future__ import annotations

from pathlib import Path

import gallery
from deckgen.checks.text.frame_text import flat
from deckgen.kinds import statement, vision
from deckgen.model.frames import ShapeItem, TextItem


def titles(example: str, folder: Path) -> set[str | None]:
    items = flat(gallery.frame_of(example, folder).items)
    title = next(item for item in items if isinstance(item, TextItem) and item.name.endswith("/title"))
    return {one.color for one in title.paragraphs}


def test_the_title_recedes_where_the_body_says_the_message(tmp_path: Path) -> None:
    assert titles(vision.EXAMPLE, tmp_path / "vision") == {"muted"}
    assert titles(statement.EXAMPLE, tmp_path / "statement") == {None}


def test_the_title_is_smaller_than_what_it_recedes_behind(tmp_path: Path) -> None:
    items = list(flat(gallery.frame_of(vision.EXAMPLE, tmp_path).items))
    sizes = {item.name: item.paragraphs[0].size for item in items if isinstance(item, TextItem)}
    title = next(size for name, size in sizes.items() if name.endswith("/title"))
    assert title * 1.5 < max(sizes.values())


def test_no_word_stands_on_the_bridge(tmp_path: Path) -> None:
    items = list(flat(gallery.frame_of(vision.EXAMPLE, tmp_path).items))
    arch = next(item.box for item in items if isinstance(item, ShapeItem) and item.name == "arch")
    over = [item.name for item in items if isinstance(item, TextItem) and item.box.overlaps(arch)]
    hangers = [item.box for item in items if isinstance(item, ShapeItem) and item.name.startswith("hanger")]
    assert not over
    assert len({hanger.bottom for hanger in hangers}) == 1
