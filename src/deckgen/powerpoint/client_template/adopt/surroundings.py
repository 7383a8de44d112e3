"""What stands around the content of a slide: title, tracker, source line, page number, and the region between them.

In: a client's slide layout. Out: slots, and the box that is left for content.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.styled import Anchor
from deckgen.model.template import Slot
from deckgen.model.units import Box, Emu, inches, points
from deckgen.powerpoint.client_template.adopt.painted import Ground, drawn, filled
from deckgen.powerpoint.client_template.adopt.scores import Page, content_holders, text_strips
from deckgen.powerpoint.client_template.adopt.sheets import Holder, Master, Sheet
from deckgen.powerpoint.client_template.adopt.space import (
    CLEAR,
    clear_of,
    down_from,
    obstacles,
    taller,
    up_from,
    widest_gap,
)

_SIZES = (60, 54, 48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18, 16)
_FLOOR = 20.0
_TWO_LINES = inches(0.84)
"""What two lines of 24 points take."""
_TWO_OF_ITS_LINES = 2.5
"""The same in ems, where the template sets titles in smaller type."""
_TRACKER = inches(0.25)
_STICKER, _STICKER_TOP, _STICKER_LEAST = inches(0.28), inches(0.06), inches(1.5)
_ROW = inches(0.36)
"""Two lines of the source line."""
_FOOT_LINE, _FOOT_MEASURE = inches(0.18), inches(20)
"""One line of the source line, and the width of a long one set in one line."""
_NUMBER = (inches(0.36), inches(0.27))
"""What two digits take in width, and in height in a face with high lines."""
_NUMBER_MOST = inches(0.8)
"""A wider placeholder for the page number is cut to this, so that the source line can stand beside it."""
_MARGIN = inches(0.5)
_BAND = 0.35
"""A field behind a title that takes less of the page's height is a band."""
_UNDER_MOST = inches(0.3)
"""How far under a title a line or the edge of a band still belongs to it."""
_GAP = inches(0.14)
_UNDER_TITLE = inches(0.3)
"""What is left between a title and content that stands further down without need."""
_STRIP = inches(0.25)
"""What is left empty beside content without being a strip."""
_ACROSS = 0.7
"""From this share of the page's width on a band or a picture goes across it."""
_FREE_FOOT, _WIDE_FOOT = 0.45, inches(6)
"""From this share of the region's width on, and in a client's own place from this width on, a source line is held."""
_COLUMN = 0.75
"""From this share of the title's width on, the master's own content stands in the same columns as the title."""
_OPEN = ("chart", "tbl", "dgm")
"""Placeholders whose insets are for their prompt alone."""


def title_steps(size: float) -> tuple[float, ...]:
    """From the template's own size down, to the floor of titles or a fifth under a smaller one."""
    least = min(_FLOOR, max(14.0, size * 0.8))
    return (size, *(float(one) for one in _SIZES if least <= one < size))


def title_slot(ground: Ground, least: Emu = _TWO_LINES) -> Slot:
    """The title, in the template's own size and place, made high enough for two lines."""
    sheet, page = ground.sheet, ground.page.box
    holder = sheet.title
    if holder is None:
        box, anchor = _place_for_title(sheet, page)
        slot = replace(drawn("title", box, ground), type="title", own_box=True, face="none", anchor=anchor)
        return replace(slot, size=26.0, steps=title_steps(26.0))
    others = [one.box for one in sheet.holders if one is not holder] + obstacles(holder.inner, sheet.drawn)
    others += [one.box for one in sheet.drawn if not one.box.overlaps(holder.inner)]
    high = min(least, points(_TWO_OF_ITS_LINES * holder.size)) if least == _TWO_LINES else least
    box = clear_of(taller(holder.inner, high, page, others, holder.anchor == "bottom"), sheet.drawn)
    box = _in_band(box, holder.inner, ground)
    slot = filled("title", holder, box, ground)
    return replace(slot, steps=title_steps(holder.size), hang=None)


def _in_band(box: Box, own: Box, ground: Ground) -> Box:
    """A title that was made higher, on the band that its place is on: it does not hang out of it."""
    bands = [one.box for one in ground.sheet.drawn if one.solid and one.box.contains(own)]
    for band in bands:
        if band.height < _BAND * ground.page.box.height:
            top, bottom = max(box.y, band.y + CLEAR), min(box.bottom, band.bottom - CLEAR)
            box = Box(box.x, min(top, own.y), box.width, max(bottom, own.bottom) - min(top, own.y))
    return box


def _place_for_title(sheet: Sheet, page: Box) -> tuple[Box, Anchor]:
    """Where a title that the template has no place for is drawn: in the band across its top, else in the clear."""
    box = Box(_MARGIN, _MARGIN, page.width - 2 * _MARGIN, inches(0.9))
    bands = [one.box for one in sheet.drawn if one.box.width > 0.9 * page.width and one.box.overlaps(box)]
    for band in bands:
        if band.y < inches(0.2) and inches(0.6) < band.height < 0.3 * page.height:
            return Box(box.x, band.y + inches(0.08), box.width, band.height - inches(0.16)), "middle"
    below = max([box.y, *(one.bottom + _GAP for one in bands if one.bottom < 0.3 * page.height)])
    return clear_of(replace(box, y=below), sheet.drawn), "top"


@dataclass(frozen=True, slots=True)
class Around:
    """Slots beside the content, and the region that they leave."""

    slots: tuple[Slot, ...]
    region: Box
    under: Emu
    """Where what stands under the title may begin."""


def around_content(ground: Ground, master: Master, title: Slot, panel: bool) -> Around:
    """`panel`: the title stands in a column of its own, and the content beside it."""
    region = _region(ground, master, title, panel)
    number = _number(ground, region)
    foot, region = _foot(ground, region, number)
    tracker, sticker = _tracker(ground, title), _sticker(ground, title, region)
    slots = tuple(one for one in (tracker, title, sticker, foot, number) if one is not None)
    return Around(slots, region, _under(ground, title))


def _under(ground: Ground, title: Slot) -> Emu:
    """Under the title, and under a line or a band that the template has there."""
    own = ground.sheet.title
    low = own.box.bottom + CLEAR if own and title.still else title.box.bottom
    across = [one.box for one in ground.sheet.drawn if one.box.x < title.box.right and title.box.x < one.box.right]
    ends = [box.bottom for box in across if low - _UNDER_MOST // 2 < box.bottom < low + _UNDER_MOST]
    return max([low + points(3), *(end + CLEAR for end in ends)])


def is_panel(title: Slot, page: Page) -> bool:
    """Whether a title stands in a column at the side."""
    return title.box.width < 0.42 * page.box.width and title.box.height > 0.3 * page.box.height


def _row(ground: Ground) -> Box:
    """Where the template has its footers; the lower margin where it has none."""
    page = ground.page.box
    found = [one.box for one in ground.sheet.of("ftr", "sldNum", "dt") if one.box.y > 0.8 * page.height]
    if not found:
        return _row_over_art(Box(0, page.bottom - _ROW - inches(0.12), page.width, _ROW), ground)
    top, bottom = min(box.y for box in found), max(box.bottom for box in found)
    return Box(0, top, page.width, min(bottom, page.bottom) - top)


def _row_over_art(row: Box, ground: Ground) -> Box:
    """The row over a band or a picture across the foot of the page, which is nobody's place for a text."""
    page = ground.page.box
    across = [
        one.box for one in ground.sheet.drawn if one.solid and one.box.overlaps(row) and one.box.y > page.height // 2
    ]
    tops = [box.y for box in across if box.width > _ACROSS * page.width and not ground.ordinary(box)]
    return replace(row, y=min([row.y, *(top - CLEAR - row.height for top in tops)]))


def _region(ground: Ground, master: Master, title: Slot, panel: bool) -> Box:
    """What the template's own content takes, under the title and over the footers."""
    sheet, page = ground.sheet, ground.page.box
    bottom = _row(ground).y - _GAP // 2
    bigs = [
        one.open if one.type in _OPEN else one.inner
        for one in content_holders(sheet, ground.page)
        if one.box.y > title.box.y
    ]
    wide = len(bigs) == 1 and bigs[0].width > 0.7 * page.width
    base = bigs[0] if wide else master.body
    if panel:
        left = title.box.right + 2 * _GAP
        return clear_of(Box(left, title.box.y, page.width - _MARGIN - left, bottom - title.box.y), ground.kept_clear)
    x, right = title.box.x, max(title.box.right, page.width - title.box.x)
    if base is None and title.align == "center":  # between logos, which the content stands under
        x, right = _MARGIN, page.width - _MARGIN
    box = Box(x, title.box.bottom + _GAP, min(right, page.width - _MARGIN) - x, bottom - title.box.bottom - _GAP)
    if base is not None:
        base = _inside(base, page)
    # Where the title goes over more than the master's own content, the slide layout has left the master's columns.
    roomy = base is not None and base.width > max(0.55 * page.width, _COLUMN * title.box.width)
    if base is not None and roomy and base.height > 0.35 * page.height:
        gap = _GAP * 3 // 2 if title.anchor == "bottom" else _GAP // 2
        box = down_from(up_from(base, bottom), title.box.bottom + gap)
        box = _filling(box, ground, max(_under(ground, title), title.box.bottom) + _UNDER_TITLE, bottom)
    return clear_of(box, ground.kept_clear)


def _filling(box: Box, ground: Ground, top: Emu, bottom: Emu) -> Box:
    """A region that leaves a strip of the page empty grown over it, as far as nothing is drawn there."""
    page = ground.page.box
    right = page.right - max(box.x, _MARGIN)
    sides = ((max(right - box.right, 0), 0, 0), (0, max(bottom - box.bottom, 0), 0), (0, 0, max(box.y - top, 0)))
    for wider, lower, higher in sides:
        grown = Box(box.x, box.y - higher, box.width + wider, box.height + lower + higher)
        free = set(obstacles(grown, ground.kept_clear)) <= set(obstacles(box, ground.kept_clear))
        if free and wider + lower + higher > _STRIP:
            box = grown
    return box


def _inside(box: Box, page: Box) -> Box:
    """The part of a box that keeps a margin of the page."""
    margin = inches(0.25)
    x, y = max(box.x, margin), max(box.y, margin)
    return Box(x, y, min(box.right, page.right - margin) - x, min(box.bottom, page.bottom - margin) - y)


def number_in(holder: Holder, ground: Ground) -> Slot:
    """The page number in the template's placeholder, which is made large enough for it and no wider than it needs."""
    page, box = ground.page.box, holder.inner
    wide, high = max(box.width, _NUMBER[0]), max(box.height, _NUMBER[1])
    x, y = box.x + (box.width - wide) // 2, box.y + (box.height - high) // 2
    box = Box(min(max(x, 0), page.width - wide), min(max(y, 0), page.height - high), wide, high)
    if box.width > _NUMBER_MOST:
        spare = box.width - _NUMBER_MOST
        x = box.x + {"left": 0, "center": spare // 2, "right": spare}[holder.align]
        box = Box(x, box.y, _NUMBER_MOST, box.height)
    return replace(filled("number", holder, box, ground), size=10.0)


def _beside_logos(number: Slot, ground: Ground) -> Slot | None:
    """The page number where no logo is, as near to its own place as may be; None where there is no such place."""
    box = number.box
    page = ground.page.box
    taken = [
        one.box for one in ground.kept_clear if (one.solid or one.sample) and one.box.width < _ACROSS * page.width / 2
    ]
    if not any(one.overlaps(box) for one in taken):
        return number
    starts = [at for one in taken for at in (one.x - CLEAR - box.width, one.right + CLEAR)]
    free = [replace(box, x=x) for x in starts if 0 <= x <= page.right - box.width]
    free = [place for place in free if not any(one.overlaps(place) for one in taken)]
    nearest = min(free, key=lambda place: abs(place.x - box.x), default=None)
    return None if nearest is None else replace(number, box=nearest, own_box=True)


def _number(ground: Ground, region: Box) -> Slot | None:
    """The page number: the template's, or one at the end of the row where that is free."""
    holder = next(iter(ground.sheet.of("sldNum")), None)
    if holder is not None:
        return _beside_logos(number_in(holder, ground), ground)
    row = _row(ground)
    box = Box(region.right - inches(0.5), row.y, inches(0.5), row.height)
    if obstacles(box, ground.kept_clear) or any(one.numbers for one in ground.sheet.drawn):
        return None
    return replace(drawn("number", box, ground, "muted"), align="right", anchor="middle")


def _foot(ground: Ground, region: Box, number: Slot | None) -> tuple[Slot, Box]:
    """The source line in the row of the footers where there is room, else at the lower end of the region."""
    row = replace(_row(ground), x=region.x, width=region.width)
    holder = next(iter(ground.sheet.of("ftr")), None)
    taken = obstacles(row, ground.kept_clear) + ([number.box] if number else [])
    rows = [row]
    if holder is not None and holder.box.overlaps(row):
        rows.insert(0, replace(row, x=holder.inner.x, width=holder.inner.width))
    gaps = [widest_gap(one, taken) for one in rows]
    free = [one for one in gaps if one.width >= (_WIDE_FOOT if one is not gaps[-1] else _FREE_FOOT * region.width)]
    box, anchor = _foot_place(ground, free, region, "middle" if holder is None else holder.anchor)
    region = up_from(region, box.y - _GAP)
    if holder is None:
        return replace(drawn("foot", box, ground, "muted"), anchor=anchor), region
    slot = replace(filled("foot", holder, box, ground), own_box=True, align="left", caps=False, anchor=anchor)
    return slot, region


def _foot_place(ground: Ground, free: Sequence[Box], region: Box, own: Anchor) -> tuple[Box, Anchor]:
    """Room for a long source line, so anchored that a short one stands level with the page number.

    It is the first of the free parts of the row that is high enough, else a box about it, else one over what is drawn
    there.
    """
    lowest = ground.page.box.bottom - inches(0.06)
    for part in free:
        high, bottom = _foot_height(part.width), min(part.bottom, lowest)
        if part.y + high <= bottom:
            return Box(part.x, part.y, part.width, bottom - part.y), own
        for top in (bottom - high, lowest - high):
            box = Box(part.x, top, part.width, high)
            if not obstacles(box, ground.kept_clear):
                return box, "middle"
    high = _foot_height(region.width)
    across = [one.box for one in ground.sheet.drawn if one.box.x < region.right and region.x < one.box.right]
    bottom = min([region.bottom, *(one.y - CLEAR for one in across if abs(one.y - region.bottom) < CLEAR)])
    return Box(region.x, bottom - high, region.width, high), "bottom"


def _foot_height(width: Emu) -> Emu:
    return max(2, -(-_FOOT_MEASURE // max(width, 1))) * _FOOT_LINE


def opening_foot(ground: Ground, title: Slot, number: Slot | None) -> Slot:
    """The source line of a page that has a title and a text and nothing else: in the row of the footers."""
    page = ground.page.box
    middle, width = page.height // 2, min(title.box.width, page.width - _MARGIN - title.box.x)
    lower = Box(title.box.x, middle, width, _row(ground).y - middle)
    return _foot(ground, clear_of(lower, ground.sheet.drawn), number)[0]


def _tracker(ground: Ground, title: Slot) -> Slot | None:
    """The section's name over the title: in a small text of the template's, or where there is room."""
    for strip in text_strips(ground.sheet, ground.page):
        over = strip.box.bottom <= title.box.y + inches(0.06) and strip.inner.height >= _TRACKER * 0.85
        if over and strip.inner.width > inches(3):
            return replace(filled("tracker", strip, strip.inner, ground, frozenset(("primary",))), hang=None)
    box = Box(title.box.x, title.box.y - _TRACKER - inches(0.03), title.box.width, _TRACKER)
    if box.y < inches(0.14) or obstacles(box, ground.kept_clear):
        return None
    return replace(drawn("tracker", box, ground, "primary"), align=title.align)


def _sticker(ground: Ground, title: Slot, region: Box) -> Slot:
    """How final a slide is, at its top right: over the title, in what the template's own art leaves there.

    Where that is nothing it stands under the title, in the right third, which a subtitle leaves free; else at the end
    of the title's line, or over the body, which then begin or end beside it.
    """
    right = max(title.box.right, region.right)
    top = max(_STICKER_TOP, title.box.y - _STICKER - inches(0.03))
    row = Box(title.box.x, top, right - title.box.x, _STICKER)
    free = widest_gap(row, obstacles(row, ground.kept_clear))
    if row.bottom > title.box.y or free.width < _STICKER_LEAST:
        free = _under_or_beside(title, region)
    return replace(drawn("sticker", free, ground, "primary"), align="right", anchor="middle")


def _under_or_beside(title: Slot, region: Box) -> Box:
    width = max(_STICKER_LEAST, region.width // 3)
    under = Box(region.right - width, region.y - _STICKER - inches(0.03), width, _STICKER)
    if under.y >= title.box.bottom or not under.overlaps(title.box):
        return under
    if title.still:
        return replace(under, y=region.y)
    middle = title.box.y + (title.box.height - _STICKER) // 2
    return Box(title.box.right - _STICKER_LEAST, middle, _STICKER_LEAST, _STICKER)
