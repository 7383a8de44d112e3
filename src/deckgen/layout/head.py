"""The head of a slide and what stands over its foot, a bar and footnotes, and the room that is left for the body.

In: a slide's title and furniture, and its slide layout. Out: the slide layout as this slide has it, and the items.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.layout.excess import in_lines, word_too_wide
from deckgen.layout.footnotes import taken
from deckgen.layout.parting import parted
from deckgen.layout.setting import STEPS, Misfit, Setting
from deckgen.layout.text import measure, paragraphs
from deckgen.layout.titles import TITLE_LINES, set_title
from deckgen.model.blocks import GUTTER
from deckgen.model.frames import Item, ShapeItem, TextItem
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.styled import Styled
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.text import Text
from deckgen.model.theme import Role
from deckgen.model.units import Box, Emu, inches, points

BODY_GAP: Emu = inches(0.27)
"""Between the body and the bar, and under a head that does not flow."""
HEAD_GAP, TITLE_GAP, STATEMENT_GAP = inches(0.28), inches(0.33), inches(0.415)
"""From the last baseline of a head, of a title with nothing under it, or of a statement, to what follows."""
DESCENT = 0.27
"""About how far a face reaches under its baseline, in ems."""
SUBTITLE_GAP: Emu = points(2.2)
SUBTITLE_LINES = 2
MORE_LINES = 2
"""So many more a line under the title or in the bar may take on a client's template, which refuses no deck."""
STATEMENT_LINES = 5
"""As high as so many lines in the largest type may a title be that is a page's message; more in smaller type."""
LEAST_STATEMENT_LINES = 3
UNDER_STATEMENT: Emu = STATEMENT_GAP + inches(0.8)
"""What a statement leaves to the gap and two lines under it."""
NARROW_TITLE_LINES = 5
"""Lines that a title may take beside a picture, at the largest size."""
BAR: Emu = inches(0.55)
"""The height of the bar that says what follows from a page, on every page where one line is enough."""
BAR_PADDING, BAR_EDGE = inches(0.2), points(3)
"""In the bar, at the sides of its words, and the least over and under them."""
NARROW: Emu = inches(8)
"""On a page this narrow the bar may take a line more."""
_AROUND = ("title", "tracker", "sticker", "foot", "number", "logo")


@dataclass(frozen=True, slots=True)
class Head:
    """`layout` has the body's slots and canvas in the room that is left; `title` and `subtitle` stand over it."""

    layout: SlideLayout
    base: SlideLayout
    """The slide layout as the template has it."""
    room: Box
    """What that leaves to a body, and to the bar and the footnotes under it, as wide as the page is used."""
    title: TextItem
    subtitle: tuple[TextItem, ...] = ()
    so_what: tuple[Item, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def head(
    said: Text,
    subtitle: Text,
    so_what: Text,
    base: SlideLayout,
    setting: Setting,
    size: float,
    drawing: float = 0.0,
    sticker: Box | None = None,
) -> Head:
    """`said` is the title as it stands on the page; `size` what all titles of the deck share (0: its own).

    `drawing` is how wide a drawing beside it is against its height; 0: there is none. `sticker` is the place of what
    says how final the page is, where a client's template has it beside or under the title.
    """
    room = _body(base)
    across = _across(base, room)
    below = taken(across.width, setting)
    bar, more = _bar(so_what, across.inset(bottom=below), setting)
    end = bar[0].box.y - BODY_GAP if bar else room.bottom - below
    own = parted(said, drawing, base, end, setting)
    layout = _beside(own.layout, sticker)
    title, misfits = _title(said, layout, setting, size or own.size, end)
    under, wrong = _subtitle(subtitle, title.box, layout, setting)
    bottom = under[-1].box.bottom if under else title.box.bottom
    last = (*under, title)[0].paragraphs[-1].size
    top = _top(layout, room, bottom, last if under or layout.flows else 0, alone=not under)
    if sticker and sticker.overlaps(room):
        top = max(top, sticker.bottom + BODY_GAP // 2)
    fitted = _between(layout, room, top, end)
    return Head(fitted, base, across, title, under, bar, (*misfits, *wrong, *more))


def _beside(layout: SlideLayout, sticker: Box | None) -> SlideLayout:
    """The slide layout with a title that ends before a sticker at the end of its line."""
    title = layout.slots["title"]
    if sticker is None or title.still or not title.box.overlaps(sticker):
        return layout
    narrower = replace(title.box, width=sticker.x - points(GUTTER) - title.box.x)
    return replace(layout, slots={**layout.slots, "title": replace(title, box=narrower, own_box=True)})


def _title(said: Text, layout: SlideLayout, setting: Setting, size: float, end: Emu) -> tuple[TextItem, list[Misfit]]:
    """The title; a statement so large that it leaves what carries it a line or two over `end`."""
    slot = layout.slots["title"]
    if not layout.flows:
        return set_title(said, slot, setting, size)
    lines = NARROW_TITLE_LINES if layout.narrow else TITLE_LINES if slot.role == "title" else STATEMENT_LINES
    title, misfits = set_title(said, _open(slot, lines, setting), setting, size)
    least = UNDER_STATEMENT if slot.role == "statement" and "body" in layout.slots else 0
    while least and lines > LEAST_STATEMENT_LINES and _closed(title, slot, setting).box.bottom + least > end:
        lines -= 1
        smaller, wrong = set_title(said, _open(slot, lines, setting), setting, size)
        if wrong:
            break
        title = smaller
    return _closed(title, slot, setting), misfits


def _open(slot: Slot, lines: int, setting: Setting) -> Slot:
    """The title's slot with room for so many lines in the largest type."""
    line = points(setting.face(slot.role).line * setting.sizes(slot.role)[0])
    return replace(slot, box=replace(slot.box, height=lines * line + points(1)))


def _closed(title: TextItem, slot: Slot, setting: Setting) -> TextItem:
    """The title in a box as high as its text; its own where that is not the slide layout's."""
    height = max(measure(title.paragraphs, setting, title.box.width).height, slot.box.height)
    return replace(title, box=replace(title.box, height=height), own_box=title.own_box or height != slot.box.height)


def _subtitle(
    said: Text, title: Box, layout: SlideLayout, setting: Setting
) -> tuple[tuple[TextItem, ...], tuple[Misfit, ...]]:
    """What stands under the title, beside a sticker that has its place there too."""
    if not said:
        return (), ()
    slot, sticker = layout.slots["title"], layout.slots.get("sticker")
    box = Box(slot.box.x, max(title.bottom + SUBTITLE_GAP, layout.under), slot.box.width, 0)
    line = replace(box, height=points(setting.sizes("subtitle")[0]))
    if sticker and sticker.box.overlaps(line):
        box = replace(box, width=sticker.box.x - points(GUTTER) - box.x)
    return _lined(Styled(said, "subtitle", "muted", align=slot.align), "subtitle", box, SUBTITLE_LINES, setting)


def _lined(
    part: Styled, name: str, box: Box, lines: int, setting: Setting, high: Emu = 0
) -> tuple[tuple[TextItem, ...], tuple[Misfit, ...]]:
    """A text of a few lines at the largest size of its role that keeps to them, as high as it is.

    Where `high` is given, at one at which it is no higher, if its role has one.
    """
    for step in range(STEPS):
        own = replace(setting, step=step)
        written = paragraphs((part,), own)
        measured = measure(written, own, box.width)
        if measured.most <= lines and not measured.too_wide and (not high or measured.height <= high):
            break
    item = TextItem(name, replace(box, height=measured.height), written, lines=measured.lines, span=part.text.span)
    if measured.too_wide:
        return (item,), (word_too_wide(name, measured.too_wide, part.text.span),)
    if measured.most > lines + (MORE_LINES if setting.theme.tight else 0):
        excess = in_lines(measured.most - lines, 1, part.role)
        return (item,), (Misfit(name, excess, part.text.span),)
    return (item,), ()


def _bar(so_what: Text, room: Box, setting: Setting) -> tuple[tuple[Item, ...], tuple[Misfit, ...]]:
    """The bar across the foot of the body: one line, smaller type rather than a second line, else two."""
    if not so_what:
        return (), ()
    role: Role = "so_what"
    inner = Box(room.x + BAR_PADDING, room.y, room.width - 2 * BAR_PADDING, 0)
    part = Styled(so_what, role, "background", bold=True)
    said, misfits = _lined(part, "so_what", inner, 1, setting)
    if misfits:
        lines = 2 if room.width > NARROW else 3
        said, misfits = _lined(part, "so_what", inner, lines, setting, BAR - 2 * BAR_EDGE)
    text = said[0]
    height = max(BAR, text.box.height + 2 * BAR_EDGE)
    bar = Box(room.x, room.bottom - height, room.width, height)
    own = replace(text, box=Box(inner.x, bar.y, inner.width, height), anchor="middle")
    ground = ShapeItem("so_what bar", bar, "rect", "primary", corner=setting.theme.form.corner)
    return (ground, own), misfits


def _body(layout: SlideLayout) -> Box:
    """What the slide layout leaves to a body: its canvas and the slots that are not around it.

    It begins where the first of them does that stands under the title.
    """
    boxes = [layout.canvas, *(slot.box for name, slot in layout.slots.items() if name not in _AROUND)]
    under = [box for box in boxes if _is_under(box, layout)] or boxes
    x, y = min(box.x for box in boxes), min(box.y for box in under)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(x, y, right - x, bottom - y)


def _across(layout: SlideLayout, room: Box) -> Box:
    """The body as wide as the page is used: from the title's edge to that of the page number."""
    number = layout.slots.get("number")
    if not layout.flows or number is None:
        return room
    left = layout.slots["title"].box.x
    return Box(left, room.y, number.box.right - left, room.height)


def _top(layout: SlideLayout, room: Box, bottom: Emu, last: float, alone: bool) -> Emu:
    """Where the body begins: right under the head where it flows, else where the slide layout has it, or lower.

    `last` is the size of the head's last line; 0: nothing stands under the title of a head that does not flow. Where
    the title stands `alone` the gap is larger, as its line is.
    """
    if layout.flows:
        under_title = TITLE_GAP if alone else HEAD_GAP
        gap = under_title if layout.slots["title"].role == "title" else STATEMENT_GAP
        return bottom - points(DESCENT * last) + gap
    return max(room.y, bottom + BODY_GAP) if last else room.y


def _between(layout: SlideLayout, room: Box, top: Emu, end: Emu) -> SlideLayout:
    """The slide layout with its body moved to `top` and cut at `end`; what ended with the body still does."""
    if (top, end) == (room.y, room.bottom):
        return layout

    def moved(box: Box) -> Box:
        down = top - room.y if _is_under(box, layout) else 0
        under = end if box.bottom >= room.bottom else min(box.bottom + down, end)
        return Box(box.x, box.y + down, box.width, max(0, under - box.y - down))

    slots: Mapping[str, Slot] = {
        name: slot if name in _AROUND else _at(slot, moved(slot.box)) for name, slot in layout.slots.items()
    }
    return replace(layout, slots=slots, canvas=moved(layout.canvas))


def _is_under(box: Box, layout: SlideLayout) -> bool:
    """Whether a box stands under the title, and not beside it."""
    title = layout.slots["title"].box
    return box.x < title.right and title.x < box.right


def _at(slot: Slot, box: Box) -> Slot:
    return slot if box == slot.box else replace(slot, box=box, own_box=not slot.drawn or slot.own_box)
