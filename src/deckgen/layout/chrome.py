"""In: a planned slide and its slide layout. Out: what every slide carries: tracker, title, foot, page number."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.layout.excess import in_lines, word_too_wide
from deckgen.layout.footnotes import item
from deckgen.layout.setting import STEPS, Misfit, Setting
from deckgen.layout.slots import in_slot, slot_ref
from deckgen.layout.text import TextMeasure, divided, measure, paragraphs
from deckgen.model.blocks import Styled
from deckgen.model.frames import FrameParagraph, FrameRun, Item, TextItem
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.template import SlideLayout, Slot, Template
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.theme import HEADING_ROLES, TYPE_STEPS, Role
from deckgen.model.units import EMU_PER_POINT, points

TITLE_LINES = 2
SPARE = points(3)
"""What a balanced title has beside its longest line, which rounding would break in a box of its own width."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before the body and after it, in reading order, which begins with the title; what did not fit."""

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class Chrome:
    """A page of a slide: `page` of its own `pages`, from 1 on; `number` is the page number in the deck."""

    slide: PlannedSlide
    page: int
    pages: int
    number: int
    title_size: float = 0.0
    """The type that all titles of the deck share on its slide layout; 0: each title its own."""


def chrome(page: Chrome, layout: SlideLayout, body: Sequence[Item], setting: Setting, labels: Labels) -> Around:
    """The items around the body: tracker and title; footnotes, foot, page number, where the slide layout has them."""
    slots, slide = layout.slots, page.slide
    tracker, tracker_misfits = _line(slide.tracker, "tracker", "label", layout, setting)
    title, title_misfits = _title(page, slots["title"], setting, labels)
    foot, foot_misfits = _line(slide.foot, "foot", "foot", layout, setting)
    footnotes, footnote_misfits = item(layout, (title, *body), setting)
    number = (_number(page.number, slots["number"]),) if "number" in slots else ()
    misfits = (*tracker_misfits, *title_misfits, *footnote_misfits, *foot_misfits)
    return Around((title, *tracker), (*footnotes, *foot, *number), misfits)


def _line(
    said: str, name: str, role: Role, layout: SlideLayout, setting: Setting
) -> tuple[tuple[TextItem, ...], list[Misfit]]:
    """The item for a slot that not every slide fills and not every slide layout has."""
    if not said or name not in layout.slots:
        return (), []
    item, misfits = _fitting(text(said, name), name, role, layout.slots[name], setting)
    return (item,), misfits


def _title(page: Chrome, slot: Slot, setting: Setting, labels: Labels) -> tuple[TextItem, list[Misfit]]:
    said = page.slide.title
    if page.page > 1:
        more = Paragraph((Run(f" ({labels.continued.format(page=page.page, pages=page.pages)})"),))
        last = Paragraph(said.paragraphs[-1].runs + more.runs)
        said = Text((*said.paragraphs[:-1], last), said.path, said.span)
    title, misfits = _fitting(said, "title", _title_role(slot), slot, setting, page.title_size)
    return (title if misfits or slot.still else _balanced(title, setting)), misfits


def _balanced(title: TextItem, setting: Setting) -> TextItem:
    """The title in a box just wide enough for its lines, so that no word stands alone on the last one."""
    full = measure(title.paragraphs, setting, title.box.width)
    if full.most < 2:
        return title
    low, high = title.box.width // 2, title.box.width
    while high - low > EMU_PER_POINT:
        middle = (low + high) // 2
        found = measure(title.paragraphs, setting, middle)
        if found.most > full.most or found.too_wide:
            low = middle
        else:
            high = middle
    width = min(high + SPARE, title.box.width)
    spare = title.box.width - width
    x = title.box.x + {"left": 0, "center": spare // 2, "right": spare}[title.paragraphs[0].align]
    lines = measure(title.paragraphs, setting, width).lines
    return replace(title, box=replace(title.box, x=x, width=width), lines=lines, own_box=True)


def _title_role(slot: Slot) -> Role:
    """The heading role whose preferred size is the slot's own; a client's template has sizes of its own."""
    if slot.steps:
        return "title"
    return next((role for role in sorted(HEADING_ROLES) if TYPE_STEPS[role][0] == slot.size), "title")


def _fitting(
    said: Text, name: str, role: Role, slot: Slot, setting: Setting, most: float = 0.0
) -> tuple[TextItem, list[Misfit]]:
    """The text at the largest size of its role that fits its slot; a misfit where none does.

    Where the template's own size leads, a size at which a title takes two lines is better than a larger one.
    """
    sizes = [size for size in slot.steps if not most or size <= most] or slot.steps or TYPE_STEPS[role]
    floor = replace(setting, step=STEPS - 1)
    width = slot.box.width
    largest: tuple[tuple[FrameParagraph, ...], TextMeasure] | None = None
    for size in sizes:
        own = _sized(said, role, size, slot, setting)
        written = divided(own, floor if size == sizes[-1] else setting, width)
        measured = measure(written, setting, width)
        if measured.height <= slot.box.height and not measured.too_wide:
            largest = largest or (written, measured)
            if not slot.steps or measured.most <= TITLE_LINES:
                return _item(name, slot, written, measured.lines, said), []
    if largest:
        return _item(name, slot, largest[0], largest[1].lines, said), []
    line = points(setting.face(role).line * sizes[-1])
    excess = in_lines(measured.height - slot.box.height, line, role)
    misfit = Misfit(name, excess, said.span)
    if measured.too_wide:
        misfit = word_too_wide(name, measured.too_wide, said.span)
    return _item(name, slot, written, measured.lines, said), [misfit]


def title_sizes(titles: Sequence[Text], template: Template, setting: Setting) -> dict[str, float]:
    """The largest type at which every title fits in two lines, by slide layout, where a template's own size leads."""
    found: dict[str, float] = {}
    for name, layout in template.slide_layouts.items():
        slot = layout.slots.get("title")
        if slot is not None and slot.steps:
            fits = (size for size in slot.steps if all(_short(title, size, slot, setting) for title in titles))
            found[name] = next(fits, 0.0)
    return found


def _short(title: Text, size: float, slot: Slot, setting: Setting) -> bool:
    measured = measure(_sized(title, "title", size, slot, setting), setting, slot.box.width)
    return measured.most <= TITLE_LINES and measured.height <= slot.box.height and not measured.too_wide


def _sized(said: Text, role: Role, size: float, slot: Slot, setting: Setting) -> tuple[FrameParagraph, ...]:
    written = paragraphs((Styled(said, role, None, bold=slot.bold),), setting)
    heading = slot.face != "+mn-lt" and role in HEADING_ROLES
    return in_slot([FrameParagraph(one.runs, size, None, heading, one.bold) for one in written], slot)


def _item(name: str, slot: Slot, written: tuple[FrameParagraph, ...], lines: int, said: Text) -> TextItem:
    return TextItem(name, slot.box, written, slot_ref(slot), slot.anchor, "", lines, slot.own_box, said.span)


def _number(number: int, slot: Slot) -> TextItem:
    run = FrameRun(str(number), field="slidenum")
    written = (FrameParagraph((run,), TYPE_STEPS["foot"][0], slot.painted(None), align=slot.align),)
    return TextItem("number", slot.box, written, slot_ref(slot), slot.anchor, "", 1, slot.own_box)
