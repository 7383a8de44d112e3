"""In: blocks that are drawn as one thing, and their box. Out: tables, outlines and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.layout.excess import too_high
from deckgen.layout.measure import drawing_height
from deckgen.layout.memory import remembered
from deckgen.layout.placement import PlaceBlock, Placed
from deckgen.layout.setting import TOO_WIDE, Misfit, Setting
from deckgen.layout.table_size import (
    badge_room,
    column_insets,
    compact_room,
    heads_of,
    table_heights,
    table_padding,
    table_widths,
    taken,
)
from deckgen.layout.text import divided, measure, paragraphs
from deckgen.model.blocks import PictureBlock
from deckgen.model.drawing import Drawn
from deckgen.model.frames import (
    CELL_GAP,
    FrameCell,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    SlotRef,
    TableItem,
)
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.shapes import Drawing
from deckgen.model.styled import Align, Anchor
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

ROW_MOST, HEAD_MOST = 2.2, 1.3
"""How far a table's rows, and heads among them, may open to fill their region, as a multiple of their own height."""
FIELD_LINE = 1.0
"""Width of the line round an empty field, in points."""


def place_table(
    block: TableBlock, box: Box, setting: Setting, place: PlaceBlock, slot: SlotRef | None = None
) -> Placed:
    """A native table, its rows opened to fill the box in a calm way."""
    widths = table_widths(block, box.width, setting)
    natural = table_heights(block, widths, setting)
    heights = _loosened(block, natural, box.height) if block.compact else _opened(block, natural, box.height)
    grid = (block.header, *block.rows)
    insets = zip(*column_insets(block, setting), strict=True)
    beside, over = table_padding(block)
    padding = (beside, over + (heights[-1] - natural[-1]) // 2 if block.compact else over)
    rows = tuple(
        _row(row, setting, widths, own, padding[0], block.compact) for row, own in zip(grid, insets, strict=True)
    )
    own = Box(box.x, box.y, box.width, sum(heights))
    item = TableItem(
        block.name,
        own,
        widths,
        heights,
        rows,
        block.alt,
        *padding,
        slot,
        named_rows=block.named_rows,
        apart=block.apart,
        stretch=block.stretch,
        top=block.compact,
    )
    cells = _cells(block, own, widths, heights)
    signs = tuple(item for cell, room in cells for item in _in_cell(cell, room, own, padding[0], setting, place))
    group = (GroupItem(f"{block.name} signs", own, signs, block.alt),) if signs else ()
    return Placed((item, *group), _table_misfits(block, box, widths, sum(natural), setting))


def _in_cell(
    cell: TableCell, room: Box, table: Box, beside: Emu, setting: Setting, place: PlaceBlock
) -> Iterator[Item]:
    """What is drawn in a cell; the alt text of the table says it in words."""
    if cell.outlined:
        gaps = (
            one < end
            for one, end in (
                (table.x, room.x),
                (table.y, room.y),
                (room.right, table.right),
                (room.bottom, table.bottom),
            )
        )
        field = room.inset(*(points(CELL_GAP / 2 if gap else FIELD_LINE / 2) for gap in gaps))
        yield ShapeItem("field", field, "rect", line="tint3", line_width=FIELD_LINE, dashed=True)
    if cell.sign:
        yield from _drawn(cell.sign, room)
    if cell.badge:
        size = points(cell.badge.height or 0)
        left, top = room.x + beside, room.y + (room.height - size) // 2
        yield from place(cell.badge, Box(left, top, size, size), setting).items


def _cells(
    block: TableBlock, box: Box, widths: tuple[Emu, ...], heights: tuple[Emu, ...]
) -> Iterator[tuple[TableCell, Box]]:
    """Every cell that no other covers, with its place."""
    y = box.y
    for row, height in zip((block.header, *block.rows), heights, strict=True):
        x = box.x
        for cell, width in taken(row, widths):
            yield cell, Box(x, y, width, height)
            x += width
        y += height


@remembered
def _row(
    row: tuple[TableCell, ...],
    setting: Setting,
    widths: tuple[Emu, ...],
    insets: tuple[Emu, ...],
    beside: Emu,
    compact: bool,
) -> tuple[FrameCell, ...]:
    return tuple(
        FrameCell(
            _led(divided(_written(cell, setting), setting, room), setting, room, compact),
            cell.fill,
            cell.across,
            badge_room(cell),
            inset,
            cell.edge,
        )
        for cell, room, inset in _rooms(row, widths, insets, beside)
    )


def _rooms(
    row: tuple[TableCell, ...], widths: tuple[Emu, ...], insets: tuple[Emu, ...], beside: Emu
) -> Iterator[tuple[TableCell, Emu, Emu]]:
    """Each cell with the width that its text has, and what it leaves at its right."""
    for cell, width, inset in zip(row, _covering(row, widths), insets, strict=True):
        yield cell, width - 2 * beside - badge_room(cell), inset


def _led(
    written: tuple[FrameParagraph, ...], setting: Setting, width: Emu, compact: bool
) -> tuple[FrameParagraph, ...]:
    """Several lines with their leading in points: in cells LibreOffice has them closer than a face asks for.

    In a compact table single ones have it too, so that the first lines of a row stand on one height.
    """
    if not compact and measure(written, setting, width).most < 2:
        return written
    return tuple(replace(one, leading=round(setting.face_for(one).line * one.size, 1)) for one in written)


def _covering(row: tuple[TableCell, ...], widths: tuple[Emu, ...]) -> tuple[Emu, ...]:
    """The width of each cell with those that it covers."""
    return tuple(sum(widths[at : at + cell.across]) for at, cell in enumerate(row))


def _written(cell: TableCell, setting: Setting) -> tuple[FrameParagraph, ...]:
    """The cell's paragraphs; an empty one has one of its size too, or it would take PowerPoint's and grow its row."""
    written = paragraphs(cell.parts, setting)
    return written or (FrameParagraph((), setting.size(cell.parts[0].role if cell.parts else "table")),)


def _opened(block: TableBlock, heights: tuple[Emu, ...], room: Emu) -> tuple[Emu, ...]:
    """The rows higher by a factor, heads among them by less of it; the first is left as it is."""
    heads = heads_of(block) - {0}
    among = sum(heights[at] for at in heads)
    rows = sum(heights[1:]) - among
    factor = max(1.0, (room - heights[0]) / max(1, rows + among))
    over = min(HEAD_MOST, factor)
    under = max(1.0, min(ROW_MOST, (room - heights[0] - over * among) / max(1, rows)))
    return (heights[0], *(int(own * (over if at in heads else under)) for at, own in enumerate(heights[1:], 1)))


def _loosened(block: TableBlock, heights: tuple[Emu, ...], room: Emu) -> tuple[Emu, ...]:
    """All rows higher by as much, at most to fill the room."""
    more = compact_room(heights, room) if block.opens is None else block.opens
    return tuple(height + more for height in heights)


def _table_misfits(
    block: TableBlock, box: Box, widths: tuple[Emu, ...], height: Emu, setting: Setting
) -> tuple[Misfit, ...]:
    beside = table_padding(block)[0]
    found = [misfit for row in (block.header, *block.rows) for misfit in _row_misfits(row, setting, widths, beside)]
    over = height - box.height
    if over > EMU_PER_POINT:
        found.append(too_high(block, box.width, over, setting))
    return tuple(found)


@remembered
def _row_misfits(
    row: tuple[TableCell, ...], setting: Setting, widths: tuple[Emu, ...], beside: Emu
) -> tuple[Misfit, ...]:
    found = []
    for cell, width in taken(row, widths):
        measured = measure(paragraphs(cell.parts, setting), setting, width - 2 * beside - badge_room(cell))
        if measured.too_wide:
            excess = f"the word '{measured.too_wide}' is wider than its column"
            hint = "use a shorter word, or give the column more weight"
            found.append(Misfit("table", excess, cell.parts[0].text.span, "word-too-wide", hint, TOO_WIDE))
    return tuple(found)


def place_picture(block: PictureBlock, box: Box, slot: SlotRef | None, sizes: tuple[float, ...] = ()) -> Placed:
    """The picture as large as the box holds it, at the left and half way up; or all over the box, cut to it.

    `sizes` are those of type in what is drawn for the box.
    """
    own, crop = (box, _crop(block, box)) if block.focus else (contained(block.size, box), (0, 0, 0, 0))
    drawn = Drawn(block.drawn, sizes) if block.drawn else None
    return Placed((PictureItem(block.name, own, block.path, block.alt, slot, crop, block.drawing, drawn),))


def _crop(block: PictureBlock, box: Box) -> tuple[float, float, float, float]:
    """What is cut off so that the rest has the proportions of the box, the focus as near its middle as can be."""
    (across, down), (x, y) = block.size, block.focus or (0.5, 0.5)
    if not (across and down and box.width and box.height):
        return 0, 0, 0, 0
    wider = box.width * down / (box.height * across)
    wide, high = min(1.0, wider), min(1.0, 1 / wider)
    left, top = _before(x, wide), _before(y, high)
    return left, top, 1 - wide - left, 1 - high - top


def _before(focus: float, seen: float) -> float:
    """What is cut off before the stretch that is seen."""
    return min(max(0.0, focus - seen / 2), 1 - seen)


def place_drawing(block: Drawing, box: Box) -> Placed:
    """The outline in its own proportions, on its ground where it has one."""
    return Placed(_drawn(block, box))


def _drawn(block: Drawing, box: Box) -> tuple[ShapeItem, ...]:
    own = _own_box(block, box)
    pad = points(block.padding)
    view = (block.outline.width, block.outline.height)
    inner = contained(view, own.inset(pad, pad, pad, pad), block.align, block.anchor)
    back = (ShapeItem(f"{block.name} ground", own, "rect", block.ground),) if block.ground else ()
    paint = block.paint
    drawn = ShapeItem(block.name, inner, block.outline, paint.fill, paint.line, paint.width, paint.dashed)
    return (*back, drawn)


def _own_box(block: Drawing, box: Box) -> Box:
    """The place that a drawing takes in a region: of its own size where it has one, else all of it."""
    if not block.width:
        return box
    return _within(box, points(block.width), drawing_height(block, box.width), block.align, block.anchor)


def contained(view: tuple[float, float], box: Box, align: Align = "left", anchor: Anchor = "middle") -> Box:
    """The largest box of these proportions within a box."""
    across, down = view
    if not across or not down:
        return box
    width = max(1, min(box.width, int(box.height * across / down)))
    height = max(1, min(box.height, int(box.width * down / across)))
    return _within(box, width, height, align, anchor)


def _within(box: Box, width: Emu, height: Emu, align: Align, anchor: Anchor) -> Box:
    """A box of this size at a side or in the middle of another; what is higher begins at its top."""
    across, down = box.width - width, max(0, box.height - height)
    x = {"left": 0, "center": across // 2, "right": across}[align]
    y = {"top": 0, "middle": down // 2, "bottom": down}[anchor]
    return Box(box.x + x, box.y + y, width, height)
