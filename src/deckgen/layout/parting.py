"""How a statement and the drawing beside it share a page.

In: the statement, and how wide the drawing is against its height. Out: the slide layout with the width that sets the
statement in the fewest lines, and the drawing in what is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.layout.titles import sized
from deckgen.model.blocks import Block, Column, Group
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plane import Linear, Plane
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.text import Text
from deckgen.model.units import Box, Emu, inches

GAP: Emu = inches(0.45)
"""Between the statement and the drawing."""
TOP: Emu = inches(0.85)
"""Where a drawing beside a statement begins: under the line of the section."""
NARROWEST, STRIDE = inches(4.6), inches(0.1)
"""The least width of a statement, and by how much wider ones are tried."""
LARGE = 2
"""So many of the largest sizes of a statement are tried for fewer lines."""
SHRINKS = 0.9
"""What of its own width a drawing keeps at least for a statement of fewer lines."""


@dataclass(frozen=True, slots=True)
class Parted:
    layout: SlideLayout
    size: float = 0.0
    """The type of the statement; 0: any."""


def proportion(canvas: Block | None) -> float:
    """How wide a drawing is against its height; 0 where the canvas holds anything else than one drawing."""
    match canvas:
        case Column(children=(child,)) | Group(child=child):
            return proportion(child)
        case Plane(x=Linear() as x, y=Linear() as y, contained=str()):
            high = abs(y.end - y.start)
            return abs(x.end - x.start) / high if high else 0.0
        case _:
            return 0.0


def parted(said: Text, wide: float, layout: SlideLayout, end: Emu, setting: Setting) -> Parted:
    """The slide layout with its statement and its drawing, down to `end`, side by side as the statement asks."""
    title, canvas = layout.slots["title"], layout.canvas
    if not wide or not layout.flows or layout.narrow or title.role != "statement" or canvas.x < title.box.right:
        return Parted(layout)
    most = canvas.right - title.box.x - GAP - round(SHRINKS * wide * (end - TOP))
    tried = sorted(_tried(said, title, most, setting))
    if not tried:
        return Parted(layout)
    _, smaller, width = tried[0]
    slots: Mapping[str, Slot] = {
        name: _as_wide(slot, width) if slot.box.x == title.box.x and name in ("title", "body") else slot
        for name, slot in layout.slots.items()
    }
    left = title.box.x + width + GAP
    room = Box(left, TOP, canvas.right - left, canvas.bottom - TOP)
    return Parted(replace(layout, slots=slots, canvas=room), -smaller)


def _tried(said: Text, title: Slot, most: Emu, setting: Setting) -> Iterator[tuple[int, float, Emu]]:
    """Lines, size (below zero, so that larger type comes first) and width of each way to set the statement."""
    for size in setting.sizes("statement")[:LARGE]:
        written = sized(said, "statement", size, title, setting)
        for width in range(NARROWEST, most + 1, STRIDE):
            measured = measure(written, setting, width)
            if not measured.too_wide:
                yield measured.most, -size, width


def _as_wide(slot: Slot, width: Emu) -> Slot:
    return replace(slot, box=replace(slot.box, width=width), own_box=not slot.drawn or slot.own_box)
