"""Our slots on a client's slide layout.

In: what a slide layout of ours asks for, and the one that serves it. Out: a slot for everything, in a placeholder
where there is one that fits, else in a box of its own that keeps to the template's region and clear of what it draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import Plate, SlideLayout, Slot
from deckgen.model.theme import Color
from deckgen.model.units import Box, inches
from deckgen.powerpoint.client_template.adopt.demands import Column, Wish
from deckgen.powerpoint.client_template.adopt.grounds import Drawn
from deckgen.powerpoint.client_template.adopt.painted import Ground, drawn, filled
from deckgen.powerpoint.client_template.adopt.palette import Palette
from deckgen.powerpoint.client_template.adopt.plates import opening_plate, plate, surface
from deckgen.powerpoint.client_template.adopt.scores import (
    Family,
    Page,
    beside,
    content_holders,
)
from deckgen.powerpoint.client_template.adopt.sheets import Holder, Master, Sheet
from deckgen.powerpoint.client_template.adopt.space import (
    CLEAR,
    SMALL_ART,
    around,
    clear_of,
    down_from,
    split,
    stacked,
    taller,
    up_from,
)
from deckgen.powerpoint.client_template.adopt.surroundings import (
    around_content,
    is_panel,
    number_in,
    opening_foot,
    title_slot,
)

GUTTER = inches(0.35)
_GAP = inches(0.1)
_UPRIGHT, _CHART_SHARE = 1.1, 0.62
"""From this height to its width a region has the chart over its text, and what the chart takes of it."""
_LEAST = 0.4
"""How much of the page, across and down, the region of a content slide takes at least."""
_NEARLY = 0.8
"""How much of the room that its text may take a place over a logo has at least."""
_LARGER, _TWO_LARGE_LINES = 1.6, inches(0.9)
"""How much larger than the title of an opening a text is that stands in the place of one, and how high that is."""
_KEPT: frozenset[Color] = frozenset(("primary", "accent", "muted"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A slide layout under our name, and the one of the client's that serves it."""

    layout: SlideLayout
    sheet: Sheet
    family: Family


def bind(wish: Wish, sheet: Sheet, family: Family, master: Master, page: Page, palette: Palette) -> Bound | None:
    """The slide layout of ours on the client's; None where an opening has too little room for its text."""
    ground = Ground(sheet, page, palette)
    opening = family in ("cover", "section", "closing")
    found = _opening(wish, ground) if opening else _content(wish, family, ground, master)
    return None if found is None else Bound(found, sheet, family)


def _content(wish: Wish, family: Family, ground: Ground, master: Master) -> SlideLayout | None:
    title = title_slot(ground)
    frame = around_content(ground, master, title, is_panel(title, ground.page))
    field = plate(frame.region, [slot.box for slot in frame.slots if not slot.still], ground.sheet, ground.page)
    if field:
        ground = replace(ground, sheet=replace(ground.sheet, drawn=(*ground.sheet.drawn, _backdrop(field, ground))))
        title = title_slot(ground)
        frame = around_content(ground, master, title, is_panel(title, ground.page))
    region = frame.region
    if region.height < _LEAST * ground.page.box.height or region.width < _LEAST * ground.page.box.width:
        return None
    slots = {slot.name: slot for slot in frame.slots}
    boxes = _places(wish, family, ground, region)
    first = boxes[0][1]
    canvas = first
    for column, (holder, box) in zip(wish.columns, boxes, strict=True):
        if column.holds == "canvas":
            canvas = box
        slots |= _column(column, holder, box, ground, level=bool(wish.shares))
    plates = (Plate(field, "background"),) if field else ()
    return replace(made(wish, ground, slots, canvas), under=frame.under, plates=plates)


def _backdrop(field: Box, ground: Ground) -> Drawn:
    return Drawn(field, ground.page.ground, solid=True)


def made(wish: Wish, ground: Ground, slots: Mapping[str, Slot], canvas: Box) -> SlideLayout:
    """The slide layout of ours with those slots; what else it might have is absent."""
    usual = ("tracker", "foot", "number", *wish.optional)
    absent = frozenset(name for name in usual if name not in slots)
    return SlideLayout(wish.name, MappingProxyType(dict(slots)), canvas, ground.sheet.part, absent)


def _places(wish: Wish, family: Family, ground: Ground, region: Box) -> list[tuple[Holder | None, Box]]:
    """A placeholder and a box for each column; drawn columns share the region."""
    held = content_holders(ground.sheet, ground.page)
    if len(wish.columns) == 2:
        pair = beside(held) if family == "two" else None
        if wish.columns[0].holds == "chart" and region.height > _UPRIGHT * region.width:
            holders = pair or (None, None)
            return list(zip(holders, stacked(region, _CHART_SHARE, GUTTER), strict=True))
        if pair is None:
            return [(None, box) for box in split(region, wish.shares or (1, 1), GUTTER)]
        matched = zip(pair, wish.columns, strict=True)
        return [(holder, _within(_held(holder, column), region, ground)) for holder, column in matched]
    column = wish.columns[0]
    if column.holds == "canvas" or family == "only":
        return [(None, region)]
    wanted = {"text": ("obj", "body"), "chart": ("chart", "obj"), "table": ("tbl", "obj")}[column.holds]
    fitting = [one for one in held if one.type in wanted]
    if not fitting:
        return [(None, region)]
    best = max(
        fitting, key=lambda one: (one.type == wanted[0] and column.holds != "text", one.box.width * one.box.height)
    )
    return [(best, _within(_held(best, column), region, ground))]


def _held(holder: Holder, column: Column) -> Box:
    return holder.inner if column.holds == "text" else holder.open


def _within(inner: Box, region: Box, ground: Ground) -> Box:
    """A placeholder's own box, cut where title, foot or drawings take a part of it."""
    return clear_of(down_from(up_from(inner, region.bottom), min(region.y, inner.bottom)), ground.sheet.drawn)


def _column(column: Column, holder: Holder | None, box: Box, ground: Ground, *, level: bool) -> dict[str, Slot]:
    """The slots of a place; `level`: a text that is drawn stands level with what is beside it."""
    if column.holds == "canvas":
        return {}
    # A placeholder with a ground of its own stays whole where it is: what cuts it would stand in it.
    whole = holder is not None and holder.fill and box != _held(holder, column)
    if holder is None or (column.holds != "text" and (whole or holder.type not in ("chart", "tbl", "obj"))):
        slot = replace(drawn(column.slots[0], box, ground), anchor="middle" if level else "top")
        return dict.fromkeys(column.slots, slot)
    slot = filled(column.slots[0], holder, box, ground, _KEPT)
    return dict.fromkeys(column.slots, slot)


def _opening(wish: Wish, ground: Ground) -> SlideLayout | None:
    """Cover, section and the like: title and text in the template's own places, on a field where they need one."""
    found = _on_opening(wish, ground)
    texts = {} if found is None else found.slots
    seen = [slot for slot in texts.values() if not slot.still]
    slots = [one for one in seen if one.name != "number" or not surface(one.box, ground.sheet, ground.page).even]
    field = opening_plate(slots, ground.sheet, ground.page)
    if field is None:
        return found
    plain = replace(ground, sheet=replace(ground.sheet, drawn=(*ground.sheet.drawn, _backdrop(field, ground))))
    found = _on_opening(wish, plain)
    return None if found is None else replace(found, plates=(Plate(field, "background"),))


def _on_opening(wish: Wish, ground: Ground) -> SlideLayout | None:
    ground = replace(ground, sheet=_titled_largest(ground.sheet))
    title = title_slot(ground, inches(0.95))
    if not wish.opening and not ground.ordinary(title.box):
        return None
    slots = {"title": title}
    texts = _opening_texts(wish, ground, title)
    if texts is None:
        return None
    slots |= texts
    holder = next(iter(ground.sheet.of("sldNum")), None)
    free = holder is not None and not any(slot.box.overlaps(holder.inner) for slot in slots.values())
    if holder is not None and free and wish.name != "Cover":
        slots["number"] = number_in(holder, ground)
    if not wish.opening:
        slots["foot"] = opening_foot(ground, title, slots.get("number"))
        if any(slots["foot"].box.overlaps(slot.box) for slot in texts.values()):
            return None
    logo = next((one for one in ground.sheet.of("pic") if ground.page.share(one.box) < 0.12), None)
    if logo is not None and "logo" in wish.optional:
        slots["logo"] = filled("logo", logo, logo.inner, ground)
    return made(wish, ground, slots, without_height(around([slot.box for slot in texts.values()])))


def _titled_largest(sheet: Sheet) -> Sheet:
    """The slide layout with its title in the place of its largest text, where its own is a line in small type."""
    title = sheet.title
    texts = [one for one in sheet.of("subTitle", "body") if one.inner.height >= _TWO_LARGE_LINES]
    largest = max(texts, key=lambda one: one.size, default=None)
    if title is None or largest is None or largest.size < _LARGER * title.size:
        return sheet
    moved = replace(
        title, box=largest.box, inner=largest.inner, anchor=largest.anchor, size=largest.size, settled=False
    )
    others = tuple(one for one in sheet.holders if one is not title and one is not largest)
    return replace(sheet, holders=(moved, *others))


def without_height(box: Box) -> Box:
    """The canvas of a slide layout on which nothing may be drawn: what would be is left out."""
    return Box(box.x, box.bottom, box.width, 0)


def _opening_texts(wish: Wish, ground: Ground, title: Slot) -> dict[str, Slot] | None:
    names = wish.columns[0].slots
    held = [
        one for one in ground.sheet.of("subTitle", "body", "obj") if one.inner.width > 0.2 * ground.page.box.width
    ]
    held = [one for one in held if not _astray(one, title)]
    # What stands over the title is for a word or two, unless it is the subtitle; of a section it may be all there is.
    over = [one for one in held if (one.type == "subTitle" and wish.lines) or wish.name == "Section"]
    held = [one for one in held if one.box.y >= title.box.y] or over
    held.sort(key=lambda one: (one.type != "subTitle", one.box.y))
    page = ground.page.box
    lines = held[: len(names)]
    roomy = all(one.inner.height >= inches(0.26) and one.inner.width > inches(5) for one in lines)
    if wish.lines and len(lines) == len(names) and roomy:
        boxes = [taller(one.inner, inches(0.3), page, _others(ground, one, title)) for one in lines]
        return {name: filled(name, one, box, ground) for name, one, box in zip(names, held, boxes, strict=False)}
    for one in held:
        need, up = _need(wish, one.inner), one.anchor == "bottom"
        box = clear_of(taller(one.inner, need, page, _others(ground, one, title), up), ground.sheet.drawn)
        cut = _over_art(box, ground)
        least, box = need if cut == box else _NEARLY * need, cut
        free = not box.overlaps(title.box) and not _leaves_its_field(one.inner, box, ground)
        if free and box.height >= least:
            slot = replace(filled(names[0], one, box, ground), hang=None)
            return dict.fromkeys(names, slot)
    need = _need(wish, title.box)
    below = Box(title.box.x, title.box.bottom + _GAP, title.box.width, 1)
    feet = [one.box for one in ground.sheet.of("ftr", "sldNum", "dt")]
    box = taller(below, need, page, feet + [one.box for one in ground.sheet.drawn if not one.box.overlaps(title.box)])
    if box.height < need or box.y < title.box.bottom or _leaves_its_field(title.box, box, ground):
        return None
    slot = replace(drawn(names[0], box, ground), align=title.align)
    return dict.fromkeys(names, slot)


def _over_art(box: Box, ground: Ground) -> Box:
    """The part of a place over the logos and other small art that stand in the lower part of it."""
    low = box.y + box.height // 4
    small = [one.box for one in ground.sheet.drawn if one.solid and ground.page.share(one.box) < SMALL_ART]
    tops = [one.y - CLEAR for one in small if one.overlaps(box) and low < one.y]
    return up_from(box, min(tops, default=box.bottom))


def _leaves_its_field(own: Box, grown: Box, ground: Ground) -> bool:
    """Whether a place that was made higher stands out of the field that it is on."""
    return any(one.solid and one.box.contains(own) and not one.box.contains(grown) for one in ground.sheet.drawn)


def _astray(holder: Holder, title: Slot) -> bool:
    """Neither in the title's column nor beside it: meant for a number or the like."""
    box, over = holder.box, title.box
    beside_it = box.y < over.bottom and over.y < box.bottom
    return not beside_it and (box.right <= over.x or over.right <= box.x)


def _need(wish: Wish, box: Box) -> int:
    """The height that the text of an opening may take: more where it is set in narrow lines."""
    return inches(wish.need * (1 if box.width > inches(7) else 1.4))


def _others(ground: Ground, holder: Holder, title: Slot) -> list[Box]:
    """What a placeholder must not grow into: the title, the footers, and what is drawn beside it."""
    feet = [one.box for one in ground.sheet.of("ftr", "sldNum", "dt")]
    beside_it = [one.box for one in ground.sheet.drawn if not one.box.overlaps(holder.inner)]
    return [title.box, *feet, *beside_it]
