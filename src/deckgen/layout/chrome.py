"""In: a planned slide and its slide layout. Out: what every slide carries: tracker, title, foot, page number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.setting import Misfit, Setting
from deckgen.layout.text import measure, paragraphs
from deckgen.model.blocks import Styled
from deckgen.model.deck import PlannedSlide
from deckgen.model.frames import FrameParagraph, FrameRun, Item, SlotRef, TextItem
from deckgen.model.language import Labels
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.theme import HEADING_ROLES, TYPE_STEPS, Role, SlideLayout, Slot
from deckgen.model.units import EMU_PER_POINT


@dataclass(frozen=True, slots=True)
class Chrome:
    """A page of a slide: `page` counts its own pages from 1, `number` is the page number in the deck."""

    slide: PlannedSlide
    page: int
    number: int


def chrome(
    page: Chrome, layout: SlideLayout, setting: Setting, labels: Labels
) -> tuple[tuple[Item, ...], tuple[Misfit, ...]]:
    """The items around the body, in reading order: tracker, title, then foot and number; and what did not fit."""
    items: list[Item] = []
    misfits: list[Misfit] = []
    tracker, slots = page.slide.tracker, layout.slots
    if tracker and "tracker" in slots:
        items.append(_label(text(tracker), "tracker", "label", slots["tracker"], setting))
    title, misfit = _title(page, slots["title"], setting, labels)
    items.append(title)
    misfits += misfit
    if page.slide.foot and "foot" in slots:
        foot, misfit = _fitting(text(page.slide.foot, "foot"), "foot", "foot", slots["foot"], setting)
        items.append(foot)
        misfits += misfit
    if "number" in slots:
        items.append(_number(page.number, slots["number"]))
    return tuple(items), tuple(misfits)


def _title(page: Chrome, slot: Slot, setting: Setting, labels: Labels) -> tuple[TextItem, list[Misfit]]:
    said = page.slide.title
    if page.page > 1:
        more = Paragraph((Run(f" ({labels.continued})"),))
        last = Paragraph(said.paragraphs[-1].runs + more.runs)
        said = Text((*said.paragraphs[:-1], last), said.path, said.span)
    title, misfits = _fitting(said, "title", _title_role(slot), slot, setting)
    return (title if misfits else _balanced(title, setting)), misfits


def _balanced(title: TextItem, setting: Setting) -> TextItem:
    """The title in a box just wide enough for its lines, so that no word stands alone on the last one."""
    if title.lines < 2:
        return title
    low, high = title.box.width // 2, title.box.width
    while high - low > EMU_PER_POINT:
        middle = (low + high) // 2
        measured = measure(title.paragraphs, setting, middle)
        if measured.lines > title.lines or measured.too_wide:
            low = middle
        else:
            high = middle
    return replace(title, box=replace(title.box, width=high), own_box=True)


def _title_role(slot: Slot) -> Role:
    """The heading role whose preferred size is the slot's own."""
    return next((role for role in sorted(HEADING_ROLES) if TYPE_STEPS[role][0] == slot.size), "title")


def _fitting(said: Text, name: str, role: Role, slot: Slot, setting: Setting) -> tuple[TextItem, list[Misfit]]:
    """The text at the largest size of its role that fits its slot; a misfit where none does."""
    for size in TYPE_STEPS[role]:
        written = _sized(said, role, size, slot, setting)
        measured = measure(written, setting, slot.box.width)
        if measured.height <= slot.box.height and not measured.too_wide:
            return _item(name, slot, written, measured.lines, said), []
    excess = f"it takes {measured.lines} lines at {TYPE_STEPS[role][-1]:g} pt, more than its box holds"
    if measured.too_wide:
        excess = f"the word '{measured.too_wide}' is wider than its box"
    return _item(name, slot, written, measured.lines, said), [Misfit(name, excess, said.span)]


def _sized(said: Text, role: Role, size: float, slot: Slot, setting: Setting) -> tuple[FrameParagraph, ...]:
    written = paragraphs((Styled(said, role, None, bold=slot.bold),), setting)
    return tuple(FrameParagraph(one.runs, size, None, one.heading, one.bold) for one in written)


def _item(name: str, slot: Slot, written: tuple[FrameParagraph, ...], lines: int, said: Text) -> TextItem:
    return TextItem(name, slot.box, written, SlotRef(slot.index, slot.type), slot.anchor, "", lines, span=said.span)


def _label(said: Text, name: str, role: Role, slot: Slot, setting: Setting) -> TextItem:
    return _fitting(said, name, role, slot, setting)[0]


def _number(number: int, slot: Slot) -> TextItem:
    run = FrameRun(str(number), field="slidenum")
    written = (FrameParagraph((run,), TYPE_STEPS["foot"][0], None, align="right"),)
    return TextItem("number", slot.box, written, SlotRef(slot.index, slot.type), slot.anchor, "", 1)
