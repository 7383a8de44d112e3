"""In: a planned slide and its slide layout. Out: what every slide carries around its body.

Tracker, title, subtitle, where the meeting is, the bar that says what follows, foot, page number.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.layout.footnotes import item
from deckgen.layout.head import Head, head
from deckgen.layout.progress import at_top_right, sticker
from deckgen.layout.setting import Misfit, Setting
from deckgen.layout.slots import slot_ref
from deckgen.layout.titles import fitting
from deckgen.model.frames import FrameParagraph, FrameRun, Item, ShapeItem, TextItem
from deckgen.model.language import NO_BREAK, Labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.theme import Role
from deckgen.model.units import Box, Emu, inches

MARK, MARK_GAP = inches(0.14), inches(0.1)
"""The side of the square before the name of the section."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before the body and after it, in reading order, which begins with the title; what did not fit."""

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class Chrome:
    """A page of a slide: `page` of its own `pages`, from 1 on; `number` is the page number in the deck.

    `subtitle` is the slide's own, or that of its arrangement.
    """

    slide: PlannedSlide
    page: int
    pages: int
    number: int
    title_size: float = 0.0
    """The type that all titles of the deck share on its slide layout; 0: each title its own."""
    subtitle: Text = Text(())
    drawing: float = 0.0
    """How wide a drawing beside its title is against its height; 0: there is none."""


def headed(page: Chrome, layout: SlideLayout, setting: Setting, labels: Labels) -> Head:
    """The head of a page, and the slide layout with the room that it leaves."""
    furniture = page.slide.furniture
    subtitle = furniture.subtitle or page.subtitle
    said = _said(page, labels)
    stuck = next((item.box for item in _stuck(page.slide, layout, setting)), None)
    return head(said, subtitle, furniture.so_what, layout, setting, page.title_size, page.drawing, stuck)


def chrome(page: Chrome, top: Head, body: Sequence[Item], setting: Setting, labels: Labels) -> Around:
    """The items around the body, where the slide layout has them."""
    layout, slide = top.layout, page.slide
    tracker, tracker_misfits = _line(_tracked(slide), "tracker", "tracker", layout, setting)
    foot, foot_misfits = _line(slide.foot, "foot", "foot", layout, setting)
    number = (_number(page.number, layout.slots["number"], setting),) if "number" in layout.slots else ()
    edge, rail = _right_edge(layout), not layout.narrow
    if layout.flows:
        right = at_top_right(slide, edge, setting, labels, layout.ground, rail)
    else:
        right = _stuck(slide, layout, setting)
        tracker = tuple(_left_of(right[0].box, one) for one in tracker) if right else tracker
    mark = tuple(_mark(item) for item in tracker) if layout.flows else ()
    before = (top.title, *mark, *tracker, *right, *top.subtitle)
    footnotes, footnote_misfits = item(top.room, (*before, *body, *top.so_what), setting)
    misfits = (*tracker_misfits, *top.misfits, *footnote_misfits, *foot_misfits)
    return Around(before, (*top.so_what, *footnotes, *foot, *number), misfits)


def _stuck(slide: PlannedSlide, layout: SlideLayout, setting: Setting) -> tuple[Item, ...]:
    """On a client's template how final the page is, where its slide layout has room for that."""
    slot = layout.slots.get("sticker")
    if slot is None or not slide.furniture.sticker:
        return ()
    return sticker(slide.furniture.sticker, slot.box, setting, slot.painted("primary") or "primary")


def _left_of(box: Box, tracker: TextItem) -> TextItem:
    """The tracker in what something at the end of its line leaves to it."""
    if not tracker.box.overlaps(box):
        return tracker
    return replace(tracker, box=replace(tracker.box, width=box.x - MARK_GAP - tracker.box.x), own_box=True)


def _right_edge(layout: SlideLayout) -> Emu:
    """Where the page ends at its top: with its number, and beside a picture with its title."""
    title = layout.slots["title"].box.right
    number = layout.slots.get("number")
    return title if layout.narrow or number is None else max(title, number.box.right)


def _tracked(slide: PlannedSlide) -> str:
    """The name of the section, behind its number on the agenda; nothing where the title says just that."""
    if slide.tracker == slide.title.plain:
        return ""
    number = next((entry.number for entry in slide.agenda if entry.current), 0)
    return f"{number}{NO_BREAK} {slide.tracker}" if number and slide.tracker else slide.tracker


def _said(page: Chrome, labels: Labels) -> Text:
    """The title as it stands on the page."""
    said = page.slide.title
    if page.page < 2:
        return said
    more = Paragraph((Run(f" ({labels.continued.format(page=page.page, pages=page.pages)})"),))
    last = Paragraph(said.paragraphs[-1].runs + more.runs)
    return Text((*said.paragraphs[:-1], last), said.path, said.span)


def _line(
    said: str, name: str, role: Role, layout: SlideLayout, setting: Setting
) -> tuple[tuple[TextItem, ...], list[Misfit]]:
    """The item for a slot that not every slide fills and not every slide layout has."""
    if not said or name not in layout.slots:
        return (), []
    item, misfits = fitting(text(said, name), name, role, layout.slots[name], setting)
    return (item,), misfits


def _mark(tracker: TextItem) -> ShapeItem:
    """The square before the name of the section."""
    beside = tracker.box
    box = Box(beside.x - MARK_GAP - MARK, beside.y + (beside.height - MARK) // 2, MARK, MARK)
    return ShapeItem("section mark", box, "rect", "primary")


def _number(number: int, slot: Slot, setting: Setting) -> TextItem:
    run = FrameRun(str(number), field="slidenum")
    written = (FrameParagraph((run,), setting.sizes("foot")[0], slot.painted(None), align=slot.align),)
    return TextItem("number", slot.box, written, slot_ref(slot), slot.anchor, "", 1, slot.own_box)
