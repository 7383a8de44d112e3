"""Free room on a slide layout. In: boxes and what is drawn around them. Out: boxes that keep clear of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import Box, Emu, inches
from deckgen.powerpoint.client_template.adopt.grounds import Drawn

CLEAR: Emu = inches(0.08)
_EDGE: Emu = inches(0.3)
"""What a box that grows keeps to the edge of the page."""
_BACKDROP = 0.95
_MOST_LOST = 0.35
_THIN: Emu = inches(0.1)
_PATTERN = 4
SMALL_ART = 0.03
"""What takes less of the page, and is no line, may be a logo or a part of one."""
_CLEAR_SPACE, _CLEAR_SPACE_MOST = 0.5, inches(0.2)
"""What nothing else stands in around a logo, in its shorter side, and how much that is at most."""


def with_clear_space(drawn: Sequence[Drawn], page: Box) -> tuple[Drawn, ...]:
    """What is drawn, each logo with the room around it that nothing else may stand in."""
    return tuple(_with_clear_space(one, page) for one in drawn)


def _with_clear_space(one: Drawn, page: Box) -> Drawn:
    box = one.box
    side = min(box.width, box.height)
    if side < _THIN or box.width * box.height > SMALL_ART * page.width * page.height:
        return one
    room = min(round(_CLEAR_SPACE * side), _CLEAR_SPACE_MOST)
    return replace(one, box=Box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room), apart=True)


def obstacles(box: Box, drawn: Sequence[Drawn]) -> list[Box]:
    """What is drawn across a part of `box`; what lies behind all of it is its ground and in nobody's way.

    So are many thin things, which are a pattern; what goes across most of it is a line that parts it.
    """
    across = [one for one in drawn if one.box.overlaps(box)]
    found = [one.box for one in across if one.apart or _covered(box, one.box) < _BACKDROP]
    thin = [one for one in found if min(one.width, one.height) < _THIN and one.width < box.width // 2]
    return [one for one in found if one not in thin] if len(thin) > _PATTERN else found


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


def taller(box: Box, least: Emu, page: Box, others: Iterable[Box], upwards: bool = False) -> Box:
    """The box grown to `least`, downwards and then upwards, or first `upwards`; as far as others and page let it."""
    over = [one for one in others if one.x < box.right and box.x < one.right]
    for up in (upwards, not upwards):
        if box.height < least:
            box = _grown_up(box, least, over) if up else _grown_down(box, least, page, over)
    return box


def _grown_down(box: Box, least: Emu, page: Box, over: Sequence[Box]) -> Box:
    floor = min((one.y - CLEAR for one in over if one.y >= box.bottom - CLEAR), default=page.bottom - _EDGE)
    return replace(box, height=max(box.bottom, min(floor, box.y + least)) - box.y)


def _grown_up(box: Box, least: Emu, over: Sequence[Box]) -> Box:
    ceiling = max((one.bottom + CLEAR for one in over if one.bottom <= box.y + CLEAR), default=_EDGE)
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


def split(box: Box, shares: Sequence[float], gap: Emu) -> tuple[Box, ...]:
    """Columns side by side."""
    free, x, columns = box.width - gap * (len(shares) - 1), box.x, []
    for share in shares:
        width = int(free * share / sum(shares))
        columns.append(Box(x, box.y, width, box.height))
        x += width + gap
    return tuple(columns)


def stacked(box: Box, share: float, gap: Emu) -> tuple[Box, Box]:
    """Two boxes over each other; the upper one takes its share of what the gap leaves."""
    high = round((box.height - gap) * share)
    return replace(box, height=high), down_from(box, box.y + high + gap)


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
