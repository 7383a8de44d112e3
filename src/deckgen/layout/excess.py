"""In: a block that stands over its region, and by how much. Out: the text to shorten, and by how many lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deckgen.diagnostics import Span
from deckgen.layout.measure import grid_shape
from deckgen.layout.memory import remembered
from deckgen.layout.setting import TOO_WIDE, Misfit, Setting
from deckgen.layout.table_rows import side_by_side
from deckgen.layout.table_size import badge_room, table_padding, table_widths, taken
from deckgen.layout.text import measure, paragraphs
from deckgen.layout.widths import panel_insets, row_widths
from deckgen.model.blocks import (
    Block,
    ChartBlock,
    Column,
    Grid,
    Group,
    Layered,
    Panel,
    PictureBlock,
    Row,
    Space,
    TextBlock,
)
from deckgen.model.plane import Area, Plane
from deckgen.model.shapes import Drawing, Mark
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.theme import Role
from deckgen.model.units import EMU_PER_POINT, Emu, points


def too_high(block: Block, width: Emu, over: Emu, setting: Setting, what: str = "") -> Misfit:
    """What is said of a block that is `over` too high in `width`: where its longest text is written, and the excess.

    A text of the engine's own is named only where there is no other. `what` names the block in place of that text.
    """
    texts = list(_texts(block, width, setting))
    written = [one for one in texts if one[0].text.span.line] or texts
    longest = max(written, key=lambda one: _height(one[0], setting, one[1]), default=None)
    if longest is None:
        what = what or ("drawing" if isinstance(block, Plane) else "slide")
        return Misfit(what, f"it stands {over / EMU_PER_POINT:.0f} pt over its region", over=over)
    part = longest[0]
    line = points(setting.face(part.role).line * setting.size(part.role))
    return Misfit(what or part.text.path or "text", in_lines(over, line, part.role), part.text.span, over=over)


def word_too_wide(what: str, word: str, span: Span) -> Misfit:
    hint = "use a shorter word, or split the compound"
    return Misfit(what, f"the word '{word}' is wider than its box", span, "word-too-wide", hint, TOO_WIDE)


def in_lines(over: Emu, line: Emu, role: Role) -> str:
    """How many lines of a role stand over, for people."""
    count = max(1, -(-over // line))
    return f"about {count} line{'s' if count > 1 else ''} too many in '{role}'"


@remembered
def _height(part: Styled, setting: Setting, width: Emu) -> Emu:
    return measure(paragraphs((part,), setting), setting, width).height


def _texts(block: Block, width: Emu, setting: Setting) -> Iterator[tuple[Styled, Emu]]:
    """Every text, with the width that it is set in; what a plane says with the plane's, which names it at least."""
    match block:
        case TextBlock():
            yield from ((part, width) for part in block.parts)
        case TableBlock():
            yield from _cell_texts(block, table_widths(block, width, setting))
        case SideBySide():
            yield from _texts(side_by_side(block, width, setting), width, setting)
        case Panel():
            left, _, right, _ = panel_insets(block)
            yield from _texts(block.child, width - left - right, setting)
        case Group():
            yield from _texts(block.child, width, setting)
        case Row() | Column() | Grid() | Layered():
            for child, own in zip(block.children, _widths(block, width, setting), strict=True):
                yield from _texts(child, own, setting)
        case Plane():
            for mark in block.marks:
                yield from ((part, width) for part in (mark.label.parts if mark.label else ()))
                if isinstance(mark, Area) and mark.holds:
                    yield from _texts(mark.holds, width, setting)
        case Mark() | Drawing() | Space() | ChartBlock() | PictureBlock():
            return
        case _:
            assert_never(block)


def _cell_texts(block: TableBlock, widths: tuple[Emu, ...]) -> Iterator[tuple[Styled, Emu]]:
    beside = table_padding(block)[0]
    for row in (block.header, *block.rows):
        for cell, own in taken(row, widths):
            yield from ((part, own - 2 * beside - badge_room(cell)) for part in cell.parts)


def _widths(block: Row | Column | Grid | Layered, width: Emu, setting: Setting) -> tuple[Emu, ...]:
    if isinstance(block, Row):
        return row_widths(block, width, setting)
    own = grid_shape(block, width)[1] if isinstance(block, Grid) else width
    return (own,) * len(block.children)
