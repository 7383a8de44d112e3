"""A plain field behind the content, where a client's page is no ground to read on: a photograph, a pattern, a band.

In: a slide layout and what is to stand on it. Out: the field, in the colour of the page that the palette is made for;
and which texts a picture swallows in places all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.units import Box, inches
from deckgen.powerpoint.client_template.adopt.grounds import Drawn, grounds_of, lost
from deckgen.powerpoint.client_template.adopt.palette import Palette
from deckgen.powerpoint.client_template.adopt.scores import Page
from deckgen.powerpoint.client_template.adopt.sheets import Sheet
from deckgen.powerpoint.client_template.adopt.space import around
from deckgen.powerpoint.ooxml.colors import mean

_FEW = 0.04
"""So little of a box may be of another ground: a corner, the edge of a line."""
_MANY = 0.1
"""What type may lose of its ground before it is not read any more."""
SOME = 0.08
"""What it may lose before another colour is better, or somebody should look at it."""
_LARGE = 0.08
"""What takes less of the page is art, which is kept clear of and never painted over."""
_OTHER = 1.6
"""From this contrast on two grounds are told apart."""
_MIDDLING = 6.0
"""What the best ink must have on a ground of several colours for others to be read on it too."""
_PADDING = inches(0.15)


@dataclass(frozen=True, slots=True)
class Surface:
    """What a stretch of a page is like: its colour, or that of most of it, and whether it is read on throughout."""

    color: str
    even: bool


def surface(box: Box, sheet: Sheet, page: Page) -> Surface:
    """The ground behind a box as far as it is known; without a colour where it is not."""
    seen = [one for one in grounds_of(box, sheet.ground, _large(sheet.drawn, page)) if one]
    if not seen:
        return Surface("", even=True)
    [(color, count)] = Counter(seen).most_common(1)
    main = color if count > len(seen) // 2 else mean(seen)
    ink = max(("000000", "FFFFFF"), key=lambda one: contrast(one, main))
    unread = sum(contrast(ink, one) < TEXT_CONTRAST for one in seen)
    wanted = TEXT_CONTRAST if count == len(seen) else _MIDDLING
    return Surface(main, contrast(ink, main) >= wanted and unread <= _FEW * len(seen))


def plate(region: Box, around_it: Iterable[Box], sheet: Sheet, page: Page) -> Box | None:
    """The field that is wanted behind a region that is not on the ordinary ground; None: none.

    It goes on behind what stands around the region and cannot be read there; what stands on a band does.
    """
    unread = [box for box in around_it if not surface(box, sheet, page).even]
    wanted = _differs(grounds_of(region, sheet.ground, _large(sheet.drawn, page)), page.ground)
    return _field([*([region] if wanted else []), *unread], page)


def opening_plate(slots: Sequence[Slot], sheet: Sheet, page: Page) -> Box | None:
    """The field behind all texts of an opening where one of them cannot be read in any ink."""
    drawn = _large(sheet.drawn, page)
    unread = any(_unreadable(grounds_of(slot.box, sheet.ground, drawn), wanted(slot)) for slot in slots)
    return _field([slot.box for slot in slots], page) if unread else None


def wanted(slot: Slot) -> float:
    """The contrast that a text of an opening wants: its title is large."""
    return LARGE_CONTRAST if slot.name == "title" else TEXT_CONTRAST


def mixed(layout: SlideLayout, sheet: Sheet, palette: Palette) -> tuple[str, ...]:
    """The slots whose text is lost in places, because a picture is light and dark under it."""
    fields = tuple(Drawn(one.box, palette.colors[one.color], solid=True) for one in layout.plates)
    drawn = (*sheet.drawn, *fields)
    colors = {(one.index, one.type): one.color for one in sheet.holders}
    found: dict[Box, str] = {}
    for name, slot in layout.slots.items():
        pictured = any(one.sample and one.box.overlaps(slot.box) for one in sheet.drawn)
        ink = palette.colors[slot.paint] if slot.paint else colors.get((slot.index, slot.type), "")
        if pictured and ink and not slot.still:
            seen = grounds_of(slot.box, sheet.ground, drawn)
            if lost(ink, seen, wanted(slot)) > SOME:
                found.setdefault(slot.box, name)
    return tuple(found.values())


def _unreadable(seen: list[str], contrast_wanted: float) -> bool:
    return min(lost(ink, seen, contrast_wanted) for ink in ("000000", "FFFFFF")) > _MANY


def _field(boxes: Sequence[Box], page: Page) -> Box | None:
    if not boxes:
        return None
    box, whole = around(boxes), page.box
    x, y = max(box.x - _PADDING, 0), max(box.y - _PADDING, 0)
    return Box(x, y, min(box.right + _PADDING, whole.right) - x, min(box.bottom + _PADDING, whole.bottom) - y)


def _differs(seen: list[str], ground: str) -> bool:
    return sum(bool(one) and contrast(one, ground) > _OTHER for one in seen) > _FEW * len(seen)


def _large(drawn: tuple[Drawn, ...], page: Page) -> tuple[Drawn, ...]:
    return tuple(one for one in drawn if page.share(one.box) >= _LARGE)
