"""A statement, and what carries it, half way up the page.

In: the head of a page, and what was placed under it. Out: both lower, where nothing else stands under the statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.layout.head import Head
from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.model.frames import Item, TextItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import Box, Emu

ABOVE = 0.45
"""How much of the spare height stands over the pair: a little less than half looks like the middle."""


def centred(head: Head, items: Sequence[Item], setting: Setting) -> tuple[Head, tuple[Item, ...]]:
    """The pair in the middle of the height that the body has; a drawing beside it stays."""
    title = head.title.box
    under = [one for one in items if one.box.x < title.right and title.x < one.box.right]
    carried = [one for one in under if isinstance(one, TextItem) and one.slot]
    if not _is_statement(head) or len(under) > len(carried):
        return head, tuple(items)
    own = {one.name: _closed(one, setting) for one in carried}
    bottom = max((one.box.bottom for one in (*own.values(), *head.subtitle)), default=title.bottom)
    down = int(max(0, _end(head) - bottom) * ABOVE)
    moved = tuple(_lowered(own[one.name], down) if one.name in own else one for one in items)
    subtitle = tuple(_lowered(one, down) for one in head.subtitle)
    return replace(head, title=_lowered(head.title, down), subtitle=subtitle), moved


def _is_statement(head: Head) -> bool:
    layout = head.layout
    return layout.flows and not layout.narrow and layout.slots["title"].role != "title"


def _end(head: Head) -> Emu:
    """Where the body ends: over the bar, or with the room that it is given."""
    slots = head.layout.slots
    return slots["body"].box.bottom if "body" in slots else head.layout.canvas.bottom


def _closed(item: TextItem, setting: Setting) -> TextItem:
    height = measure(item.paragraphs, setting, item.box.width).height
    return replace(item, box=replace(item.box, height=min(height, item.box.height)), own_box=True)


def _lowered(item: TextItem, down: Emu) -> TextItem:
    box = item.box
    return replace(item, box=Box(box.x, box.y + down, box.width, box.height), own_box=bool(item.slot) or item.own_box)
