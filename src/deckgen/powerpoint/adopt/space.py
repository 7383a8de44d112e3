"""Free room on a slide layout. In: boxes and what is drawn around them. Out: boxes that keep clear of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckgen.model.units import Box, Emu, inches
from deckgen.powerpoint.adopt.grounds import Drawn

CLEAR: Emu = inches(0.08)
_BACKDROP = 0.95
_MOST_LOST = 0.35


def obstacles(box: Box, drawn: Sequence[Drawn]) -> list[Box]:
    """What is drawn across a part of `box`; what lies behind all of it is its ground and in nobody's way."""
    return [one.box for one in drawn if one.box.overlaps(box) and _covered(box, one.box) < _BACKDROP]


def _covered(box: Box, other: Box) -> float:
    width = min(box.right, other.right) - max(box.x, other.x)
    height = min(box.bottom, other.bottom) - max(box.y, other.y)
    return max(0, width) * max(0, height) / max(1, box.width * box.height)


def clear_of(box: Box, drawn: Sequence[Drawn]) -> Box:
    """The box without what is drawn across its edges, as long as most of it is left."""
    least = (1 - _MOST_LOST) * box.width * box.height
    for other in obstacles(box, drawn):
        if not other.overlaps(box):
            continue
        cut = max(_cuts(box, other), key=lambda one: one.width * one.height)
        if cut.width * cut.height >= least:
            box = cut
    return box


def _cuts(box: Box, other: Box) -> tuple[Box, ...]:
    """The four parts of `box` beside the other."""
    left, top = other.right + CLEAR, other.bottom + CLEAR
    return (
        replace(box, width=max(0, other.x - CLEAR - box.x)),
        replace(box, height=max(0, other.y - CLEAR - box.y)),
        Box(left, box.y, max(0, box.right - left), box.height),
        Box(box.x, top, box.width, max(0, box.bottom - top)),
    )


def taller(box: Box, least: Emu, page: Box, others: Iterable[Box]) -> Box:
    """The box grown downwards and then upwards to `least`, as far as the others and the page let it."""
    if box.height >= least:
        return box
    margin = inches(0.3)
    over = [one for one in others if one.x < box.right and box.x < one.right]
    floor = min((one.y - CLEAR for one in over if one.y >= box.bottom - CLEAR), default=page.bottom - margin)
    bottom = max(box.bottom, min(floor, box.y + least))
    box = replace(box, height=bottom - box.y)
    if box.height >= least:
        return box
    ceiling = max((one.bottom + CLEAR for one in over if one.bottom <= box.y + CLEAR), default=margin)
    top = min(box.y, max(ceiling, box.bottom - least))
    return Box(box.x, top, box.width, box.bottom - top)


def widest_gap(row: Box, taken: Iterable[Box]) -> Box:
    """The widest part of a row that nothing stands in."""
    best, at = replace(row, width=0), row.x
    for one in sorted((box for box in taken if box.overlaps(row)), key=lambda box: box.x):
        if one.x - CLEAR - at > best.width:
            best = replace(row, x=at, width=one.x - CLEAR - at)
        at = max(at, one.right + CLEAR)
    return replace(row, x=at, width=row.right - at) if row.right - at > best.width else best


def split(box: Box, count: int, gap: Emu) -> tuple[Box, ...]:
    """Equal columns side by side."""
    width = (box.width - gap * (count - 1)) // count
    return tuple(Box(box.x + at * (width + gap), box.y, width, box.height) for at in range(count))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def down_from(box: Box, top: Emu) -> Box:
    """The box without what lies above `top`."""
    top = max(top, box.y)
    return Box(box.x, top, box.width, max(0, box.bottom - top))


def up_from(box: Box, bottom: Emu) -> Box:
    """The box without what lies under `bottom`."""
    return replace(box, height=max(0, min(box.bottom, bottom) - box.y))
