"""A text that is higher than its box.

Why: with autofit off, what does not fit hangs over what stands below. Layout reports this where it
cannot set a slide; here every finished text and every table cell is measured once more, whatever
set it.

Example: a cell with more lines than its row is high.

Mend: shorten the text, or split the slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, assert_never

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat, place
from deckgen.diagnostics import Fault, Severity
from deckgen.layout.setting import Setting
from deckgen.layout.table_size import taken
from deckgen.layout.text import measure
from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from deckgen.model.units import EMU_PER_POINT

CODE: Final = "overflow"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "shorten the text, or split the slide"


SLACK: Final = EMU_PER_POINT
"""What may stand out: less than anybody sees."""


def check(subject: Subject) -> Iterator[Fault]:
    setting = Setting(subject.theme, {})
    for slide, frame in subject.fitting:
        for item, over in subject.known.made(frame, partial(_standing_out, frame, setting), CODE):
            high = f"{over / EMU_PER_POINT:.0f} pt"
            yield Fault(f"`{item.name}` stands {high} out of its box", place(item, slide))


def _standing_out(frame: Frame, setting: Setting) -> tuple[tuple[Item, int], ...]:
    each = ((item, _over(item, setting)) for item in flat(frame.items))
    return tuple((item, over) for item, over in each if over > SLACK)


def _over(item: Item, setting: Setting) -> int:
    """By how much the text of an item is higher than its room, in EMU."""
    match item:
        case TextItem():
            return measure(item.paragraphs, setting, item.box.width).height - item.box.height
        case TableItem():
            return _cells_over(item, setting)
        case ShapeItem() | ChartItem() | PictureItem() | GroupItem():
            return 0
        case _:
            assert_never(item)


def _cells_over(item: TableItem, setting: Setting) -> int:
    return max(
        (
            measure(cell.paragraphs, setting, width - 2 * item.padding_x - cell.before - cell.inset).height
            + 2 * item.padding_y
            - height
            for row, height in zip(item.rows, item.heights, strict=True)
            for cell, width in taken(row, item.widths)
        ),
        default=0,
    )
