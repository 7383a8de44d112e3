"""How wide and how high a table is. In: a table and its width. Out: widths of its columns, heights of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from deckgen.layout.memory import remembered
from deckgen.layout.setting import ROUNDING, Setting
from deckgen.layout.text import divided, line_width, measure, paragraphs, widest_word
from deckgen.model.blocks import Space
from deckgen.model.frames import FrameCell, FrameParagraph
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.styled import Align
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.text import text
from deckgen.model.units import Emu, points

PADDING, COMPACT_PADDING = (points(8), points(5)), (points(4), points(1))
"""Room at the sides of a cell, and over and under it."""

COMPACT_MOST = points(10)
"""By how much each row of a compact table may open."""
COMPACT_HEAD = points(4)
"""What heads of a compact table are higher for."""
NUMBER_GAP, COMPACT_GAP = points(16), points(4)
"""What is left at the right of numbers beside a text, more than at the sides of a cell: little in a compact table,
where a number and what it counts are read as one."""
BADGE_GAP = 8.0
"""Points between a badge in a cell and what the cell says."""

ANY_WIDTH = points(100_000)
"""A column in which no text has more lines than it is written in."""

MOST_LINES = 6
"""So many lines at most are a reason for a wider column."""
NEARLY = points(2)
"""How near to the least width of a text a column comes."""

PLENTY = 0.75
"""The share of the width that leaves room enough for all columns that hug no text."""

Takes = Callable[[Sequence[FrameParagraph], Setting], Emu]
Cell = TypeVar("Cell", TableCell, FrameCell)


def taken(row: Sequence[Cell], widths: Sequence[Emu]) -> Iterator[tuple[Cell, Emu]]:
    """The cells that are not covered by another, each with the width that it takes."""
    at = 0
    while at < len(row):
        cell = row[at]
        yield cell, sum(widths[at : at + cell.across])
        at += cell.across


def badge_room(cell: TableCell) -> Emu:
    """What the badge of a cell takes of its width."""
    return points((cell.badge.height or 0) + BADGE_GAP) if cell.badge else 0


def column_insets(block: TableBlock, setting: Setting) -> tuple[tuple[Emu, ...], ...]:
    """What the cells of each column leave at their right.

    Numbers leave what makes their whole parts end under each other, and all of a column that is set to the right
    what keeps it from a text that begins beside it.
    """
    columns = list(zip(block.header, *block.rows, strict=True))
    gap = COMPACT_GAP if block.compact else NUMBER_GAP
    rights = [_set_to(column, "right") for column in columns]
    lefts = [*(_set_to(column, "left") for column in columns[1:]), False]
    return tuple(
        tuple(own + gap * (right and left) for own in _tail_insets(column, setting))
        for column, right, left in zip(columns, rights, lefts, strict=True)
    )


def _set_to(column: Sequence[TableCell], align: Align) -> bool:
    return column[0].parts[0].align == align if column[0].parts else False


def _tail_insets(column: Sequence[TableCell], setting: Setting) -> tuple[Emu, ...]:
    tails = [_tail_width(cell, setting) for cell in column]
    most = max(tails, default=0)
    return tuple(0 if cell.tail is None else most - own for cell, own in zip(column, tails, strict=True))


def _tail_width(cell: TableCell, setting: Setting) -> Emu:
    if not cell.tail or not cell.parts:
        return 0
    return line_width(paragraphs((replace(cell.parts[0], text=text(cell.tail)),), setting), setting)


def table_widths(block: TableBlock, width: Emu, setting: Setting) -> tuple[Emu, ...]:
    """Column widths by weight, or by what their texts ask where there are no weights.

    A column that a word of it does not fit takes from the others what it needs. Where there is not room for all,
    compounds are divided first; then the weights hold, and the words are misfits.
    """
    if block.settled:
        return _by_weight(block.weights, width)
    if not block.weights and not block.hugs:
        return _by_texts(block, setting, width)
    weights = _hugging(block, setting, width) if block.hugs else block.weights
    plain = _by_weight(weights, width)
    whole = _least_widths(block, setting)
    if all(own >= need for own, need in zip(plain, whole, strict=True)):
        return plain
    for least in (whole, _least_widths(block, setting, _by_weight(whole, width))):
        if sum(least) <= width:
            return _at_least(weights, least, width)
    return plain


@remembered
def _by_texts(block: TableBlock, setting: Setting, width: Emu) -> tuple[Emu, ...]:
    """Each column as wide as its widest text and an equal share of what is left; where that is too much, what each
    takes where all texts have so few lines: as few as the width has room for."""
    most = _line_widths(block, setting)
    if sum(most) <= width:
        return _topped(most, [1] * len(most), width)
    return _by_weight(_in_few_lines(block, setting, width), width)


def _topped(widths: Sequence[Emu], shares: Sequence[int], width: Emu) -> tuple[Emu, ...]:
    """The widths with what is left of `width` shared out."""
    more = _by_weight([max(share, 0) for share in shares], width - sum(widths))
    return tuple(own + added for own, added in zip(widths, more, strict=True))


def _line_widths(block: TableBlock, setting: Setting) -> tuple[Emu, ...]:
    """What the widest text of each column takes on a line of its own."""
    columns = list(zip(block.header, *block.rows, strict=True))
    beside = 2 * table_padding(block)[0] + ROUNDING
    return tuple(
        max(_takes(cell, setting, line_width) for cell in column) + max(inset) + beside
        for column, inset in zip(columns, column_insets(block, setting), strict=True)
    )


def _in_few_lines(block: TableBlock, setting: Setting, width: Emu) -> tuple[Emu, ...]:
    """What each column takes where all texts have so few lines: as few as the width has room for."""
    columns = list(zip(block.header, *block.rows, strict=True))
    insets = [max(inset) for inset in column_insets(block, setting)]
    beside = 2 * table_padding(block)[0] + ROUNDING
    taken: list[Emu] = []
    for lines in range(2, MOST_LINES + 1):
        taken = [
            beside + inset + max(_narrowest(cell, setting, lines) for cell in column)
            for column, inset in zip(columns, insets, strict=True)
        ]
        if sum(taken) <= width:
            break
    return tuple(taken)


@remembered
def _narrowest(cell: TableCell, setting: Setting, lines: int) -> Emu:
    """About the least width in which a cell's paragraphs take so many lines; that of the widest word at least."""
    written = paragraphs(cell.parts, setting)
    low, high = _takes(cell, setting, widest_word), _takes(cell, setting, line_width)
    while lines > 1 and high - low > NEARLY:
        middle = (low + high) // 2
        fits = measure(written, setting, middle - badge_room(cell)).most <= lines * len(written)
        low, high = (low, middle) if fits else (middle, high)
    return high


@remembered
def _hugging(block: TableBlock, setting: Setting, width: Emu) -> tuple[float, ...]:
    """The weights, with what the columns that hug their texts take of the width; all of it is then shared out.

    They are set in one line where that leaves the others plenty, and always where that is less than an equal share;
    else in one, the long ones in two, all in two or by the word: what makes the table lowest and leaves the others
    half of the width, or their equal shares. Without weights the others have equal shares, or all columns what their
    texts ask.
    """
    weights = block.weights or (1.0,) * len(block.header)
    columns = list(zip(block.header, *block.rows, strict=True))
    count, others = len(columns), len(columns) - len(block.hugs)
    rest = sum(weight for at, weight in enumerate(weights) if at not in block.hugs)
    tried = []
    beside = 2 * table_padding(block)[0] + ROUNDING
    around = {at: beside + max(column_insets(block, setting)[at]) for at in block.hugs}
    whole = {at: around[at] + max(_takes(cell, setting, line_width) for cell in columns[at]) for at in block.hugs}
    for takes in (_whole, _long_in_two, _in_two, _by_word) if rest else ():
        hugged = {
            at: own if count * own <= width else around[at] + max(takes(cell, setting, width) for cell in columns[at])
            for at, own in whole.items()
        }
        room = width - sum(hugged.values())
        if 2 * room >= width or count * room >= others * width:
            tried.append(tuple(float(hugged.get(at, room * own / rest)) for at, own in enumerate(weights)))
        if room >= PLENTY * width:
            break
    if not block.weights:
        tried.append(tuple(map(float, _by_texts(block, setting, width))))
    if len(tried) < 2:
        return tried[0] if tried else weights
    return min(tried, key=lambda weights: sum(table_heights(block, _by_weight(weights, width), setting)))


@remembered
def _takes(cell: TableCell, setting: Setting, takes: Takes) -> Emu:
    """What the widest text of a cell takes, or its sign; nothing of one that has the room of others too."""
    if cell.across > 1:
        return 0
    sign = points(cell.sign.width) if cell.sign else 0
    written = paragraphs(cell.parts, setting)
    return max((takes((one,), setting) for one in written), default=sign) + badge_room(cell)


def _whole(cell: TableCell, setting: Setting, _width: Emu) -> Emu:
    return _takes(cell, setting, line_width)


def _long_in_two(cell: TableCell, setting: Setting, width: Emu) -> Emu:
    """On one line what takes no more than half of the table's width."""
    whole = _takes(cell, setting, line_width)
    return whole if 2 * whole <= width else _takes(cell, setting, _two_lines)


def _in_two(cell: TableCell, setting: Setting, _width: Emu) -> Emu:
    return _takes(cell, setting, _two_lines)


def _by_word(cell: TableCell, setting: Setting, _width: Emu) -> Emu:
    return _takes(cell, setting, widest_word)


def _two_lines(written: Sequence[FrameParagraph], setting: Setting) -> Emu:
    """A width that a paragraph takes no more than two lines in: the first is at most a word shorter than it."""
    return (line_width(written, setting) + widest_word(written, setting)) // 2


def _by_weight(weights: Sequence[float], width: Emu) -> tuple[Emu, ...]:
    """The last takes what rounding left."""
    total = sum(weights)
    widths = [int(width * weight / total) for weight in weights]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def _least_widths(block: TableBlock, setting: Setting, widths: Sequence[Emu] = ()) -> tuple[Emu, ...]:
    """What the widest word of each column takes; with `widths`, after compounds were divided to stand in those."""
    columns = list(zip(block.header, *block.rows, strict=True))
    beside = 2 * table_padding(block)[0]
    rooms = [width - beside for width in widths] or [0] * len(columns)
    insets = column_insets(block, setting)
    return tuple(
        max(_widest(cell, room, setting) for cell in column) + max(inset) + beside
        for column, room, inset in zip(columns, rooms, insets, strict=True)
    )


def _widest(cell: TableCell, room: Emu, setting: Setting) -> Emu:
    """`room` 0: as it is written. One that covers others has their room too."""
    if cell.across > 1:
        return 0
    written = paragraphs(cell.parts, setting)
    sign, before = points(cell.sign.width) if cell.sign else 0, badge_room(cell)
    return max(sign, before + widest_word(divided(written, setting, room - before) if room else written, setting))


def _at_least(weights: Sequence[float], least: Sequence[Emu], width: Emu) -> tuple[Emu, ...]:
    """The width shared by weight among the columns that then get what they need; the others get just that."""
    held: dict[int, Emu] = {}
    while True:
        free = [at for at in range(len(weights)) if at not in held]
        shares = dict(zip(free, _by_weight([weights[at] for at in free], width - sum(held.values())), strict=True))
        short = {at: least[at] for at, share in shares.items() if share < least[at]}
        if not short:
            return tuple(held[at] if at in held else shares[at] for at in range(len(weights)))
        held |= short


def table_heights(block: TableBlock, widths: tuple[Emu, ...], setting: Setting) -> tuple[Emu, ...]:
    """Natural heights of the header and the rows, in columns of these widths."""
    padding = table_padding(block)
    head, *rows = (_row_height(row, setting, widths, padding) for row in (block.header, *block.rows))
    heights = (head, *([max(rows)] * len(rows) if block.even and rows else rows))
    if not block.compact:
        return heights
    heads = heads_of(block)
    return tuple(height + COMPACT_HEAD if at in heads else height for at, height in enumerate(heights))


def least_height(block: TableBlock, setting: Setting) -> Emu:
    """What a table is never lower than, however wide it is."""
    padding = table_padding(block)
    return sum(_row_height(row, setting, (ANY_WIDTH,) * len(row), padding) for row in (block.header, *block.rows))


def compact_room(heights: Sequence[Emu], room: Emu) -> Emu:
    """By how much each row of a compact table opens in a room of this height."""
    return min(COMPACT_MOST, max(0, room - sum(heights)) // max(1, len(heights)))


def heads_of(block: TableBlock) -> set[int]:
    """Which of its rows are heads: the first, and those of its groups."""
    return {0, *(group.at + 1 for group in block.groups)}


def table_padding(block: TableBlock) -> tuple[Emu, Emu]:
    return COMPACT_PADDING if block.compact else PADDING


@remembered
def _row_height(
    row: tuple[TableCell, ...], setting: Setting, widths: tuple[Emu, ...], padding: tuple[Emu, Emu]
) -> Emu:
    beside, over = padding
    return max(_cell_height(cell, setting, width - 2 * beside) for cell, width in taken(row, widths)) + 2 * over


def _cell_height(cell: TableCell, setting: Setting, width: Emu) -> Emu:
    drawn = max(points(one.height or 0) for one in (cell.sign, cell.badge, Space(0)) if one)
    return max(drawn, measure(paragraphs(cell.parts, setting), setting, width - badge_room(cell)).height)
