"""Titles and other lines of text that fill a slot of the slide layout by themselves.

In: what is said, and its slot. Out: the text at the largest size of its role that fits, or a misfit.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.layout.excess import in_lines, word_too_wide
from deckgen.layout.setting import STEPS, Misfit, Setting
from deckgen.layout.slots import in_slot, slot_ref
from deckgen.layout.text import TextMeasure, divided, measure, paragraphs, tidy
from deckgen.model.frames import FrameParagraph, TextItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.styled import Styled
from deckgen.model.template import Slot, Template
from deckgen.model.text import Text
from deckgen.model.theme import HEADING_ROLES, Role
from deckgen.model.units import Emu, inches, points

TITLE_LINES = 2
LINES_IN_A_COLUMN = 4
"""Lines of a title whose place is a narrow column."""
_COLUMN = inches(5.5)
ALONE = ("Cover", "Cover and Diagram", "Contact", "Contact and Diagram")
"""Slide layouts of pages of which a deck has one, that opens or closes it."""
NARROW_STEPS = (18.0, 16.0, 14.0, 12.0)
"""Sizes under those of a template's title, for one that its place is too narrow for: no template refuses a deck."""


def set_title(said: Text, slot: Slot, setting: Setting, most: float) -> tuple[TextItem, list[Misfit]]:
    """The title in its slot, in no larger type than `most` (0: any), without a word alone on its last line."""
    title, misfits = fitting(said, "title", slot.role, slot, setting, most)
    if misfits or slot.still:
        return title, misfits
    own = tidy(title.paragraphs, setting, title.box)
    if own == title.box:
        return title, misfits
    lines = measure(title.paragraphs, setting, own.width).lines
    return replace(title, box=own, lines=lines, own_box=True), misfits


def fitting(
    said: Text, name: str, role: Role, slot: Slot, setting: Setting, most: float = 0.0
) -> tuple[TextItem, list[Misfit]]:
    """The text at the largest size of its role that fits its slot; a misfit where none does.

    A size at which every program takes the same lines is better than a larger one, at which a line that most do not
    take would be kept free; where the template's own size leads, one at which a title takes two lines is.
    """
    sizes = [size for size in slot.steps if not most or size <= most] or slot.steps or setting.sizes(role)
    if slot.steps:
        sizes = (*sizes, *(size for size in NARROW_STEPS if size < sizes[-1]))
    floor = replace(setting, step=STEPS - 1)
    width = slot.box.width
    largest: tuple[tuple[FrameParagraph, ...], TextMeasure] | None = None
    for size in sizes:
        own = sized(said, role, size, slot, setting)
        written = divided(own, floor if size == sizes[-1] else setting, width)
        measured = measure(written, setting, width)
        if measured.height <= slot.box.height and not measured.too_wide:
            largest = largest or (written, measured)
            if measured.most <= (most_lines(width) if slot.steps else largest[1].lines):
                return _item(name, slot, written, measured.lines, said), []
    if largest:
        return _item(name, slot, largest[0], largest[1].lines, said), []
    line = points(setting.face(role).line * sizes[-1])
    excess = in_lines(measured.height - slot.box.height, line, role)
    misfit = Misfit(name, excess, said.span)
    if measured.too_wide:
        misfit = word_too_wide(name, measured.too_wide, said.span)
    return _item(name, slot, written, measured.lines, said), [misfit]


def most_lines(width: Emu) -> int:
    """How many lines a title may take in a width rather than smaller type."""
    return LINES_IN_A_COLUMN if width < _COLUMN else TITLE_LINES


def title_sizes(titles: Sequence[Text], template: Template, setting: Setting) -> dict[str, float]:
    """The largest type at which every title fits in two lines, by slide layout, where a template's own size leads.

    What opens and closes a deck stands on a slide layout of its own, and is as large as it can be.
    """
    found: dict[str, float] = {}
    for name, layout in template.slide_layouts.items():
        slot = layout.slots.get("title")
        if slot is not None and slot.steps and name not in ALONE:
            fits = (size for size in slot.steps if all(_short(title, size, slot, setting) for title in titles))
            found[name] = next(fits, 0.0)
    return found


def _short(title: Text, size: float, slot: Slot, setting: Setting) -> bool:
    measured = measure(sized(title, "title", size, slot, setting), setting, slot.box.width)
    return (
        measured.most <= most_lines(slot.box.width) and measured.height <= slot.box.height and not measured.too_wide
    )


def sized(said: Text, role: Role, size: float, slot: Slot, setting: Setting) -> tuple[FrameParagraph, ...]:
    """A text as it is set in a slot in type of one size."""
    written = paragraphs((Styled(said, role, None, bold=slot.bold),), setting)
    heading = slot.face != "+mn-lt" and role in HEADING_ROLES
    return in_slot([FrameParagraph(one.runs, size, None, heading, one.bold) for one in written], slot)


def _item(name: str, slot: Slot, written: tuple[FrameParagraph, ...], lines: int, said: Text) -> TextItem:
    return TextItem(name, slot.box, written, slot_ref(slot), slot.anchor, "", lines, slot.own_box, said.span)
