"""In: a row, and the width it is given. Out: the widths of its children; what a block takes on one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from deckgen.layout.setting import Setting
from deckgen.layout.text import line_width, paragraphs
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
from deckgen.model.plane import Plane
from deckgen.model.shapes import Drawing, Mark
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.units import Emu, points

POINTING = ("homePlate", "chevron")
"""What points to the right; a text may stand in half of the tip, whose slant leaves a corner free."""
UNDER_BASELINE = 0.2
"""How much of a line lies under its baseline: so within 0.03 ems in every face that ships."""


def row_widths(block: Row, width: Emu, setting: Setting) -> tuple[Emu, ...]:
    """Widths of a row's children: those that hug something and the fixed ones first, the rest by weight.

    In a row that is fitted each is as wide as its own texts.
    """
    count = len(block.children)
    if block.fitted:
        return _fitted([line_of(child, setting) for child in block.children], width, points(block.gap))
    weights, gaps = block.weights or (1.0,) * count, points(block.gap) * (count - 1)
    fixed = [points(one) for one in block.fixed or (0.0,) * count]
    hugged = [max((line_of(one, setting) for one in hugs), default=0) for hugs in block.hugs or ((),) * count]
    given = sum(one for one, own in zip(fixed, hugged, strict=True) if not own)
    own = [one or least for one, least in zip(_within(hugged, width - gaps - given), fixed, strict=True)]
    free = max(0, width - gaps - sum(own))
    total = sum(weight for weight, taken in zip(weights, own, strict=True) if not taken)
    return tuple(taken or round(free * weight / total) for weight, taken in zip(weights, own, strict=True))


def _within(hugged: Sequence[Emu], room: Emu) -> list[Emu]:
    """What hugs a text has its width, or a part of the room in proportion to it where there is not so much."""
    wanted = sum(hugged)
    return list(hugged) if wanted <= room else [max(1, max(0, room) * one // wanted) if one else 0 for one in hugged]


def _fitted(own: Sequence[Emu], width: Emu, gap: Emu) -> tuple[Emu, ...]:
    """Each its own with an equal share of what is spare; in proportion to it where there is not room for all."""
    free = width - gap * (len(own) - 1)
    spare = free - sum(own)
    if spare >= 0:
        return tuple(one + spare // len(own) for one in own)
    return tuple(max(0, free) * one // sum(own) for one in own)


def line_of(block: Block, setting: Setting) -> Emu:
    """The width that a block takes with each of its texts on one line; what is drawn fills what it is given."""
    match block:
        case TextBlock():
            return line_width(paragraphs(block.parts, setting), setting)
        case Panel():
            left, _, right, _ = panel_insets(block)
            return line_of(block.child, setting) + left + right
        case Group():
            return line_of(block.child, setting)
        case Row():
            fixed = block.fixed or (0.0,) * len(block.children)
            own = (points(least) or line_of(one, setting) for one, least in zip(block.children, fixed, strict=True))
            return sum(own) + points(block.gap) * (len(block.children) - 1)
        case Column() | Layered() | Grid():
            return max(line_of(one, setting) for one in block.children)
        case Mark() | Drawing():
            return points(block.width)
        case Space() | Plane() | TableBlock() | SideBySide() | ChartBlock() | PictureBlock():
            return 0
        case _:
            assert_never(block)


def sunken(block: Row, setting: Setting) -> tuple[Emu, ...]:
    """By how much each child of a row stands higher than its foot, so that last lines share a baseline."""
    under = [_under_baseline(child, setting) if block.baseline else 0 for child in block.children]
    return tuple(max(under) - own for own in under)


def _under_baseline(block: Block, setting: Setting) -> Emu:
    if not isinstance(block, TextBlock) or not block.parts:
        return 0
    last = block.parts[-1].role
    return points(UNDER_BASELINE * setting.face(last).line * setting.size(last))


def panel_insets(block: Panel) -> tuple[Emu, Emu, Emu, Emu]:
    """Left, top, right, bottom: all round in a fill, else only on the side of the rule, so that edges align."""
    pad = points(block.padding)
    if block.geometry in POINTING:
        notch = points(block.tip) if block.geometry == "chevron" else 0
        return pad + notch, pad, pad + min(pad, points(block.tip) // 2), pad
    if block.fill or block.line:
        return pad, pad, pad, pad
    if block.rule == "left":
        return pad, 0, 0, 0
    if block.rule == "top":
        return 0, pad, 0, 0
    return (0, pad, 0, pad) if block.rule == "bottom" else (pad, pad, pad, pad)
