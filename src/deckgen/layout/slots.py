"""Blocks into the slots of a slide layout.

In: the blocks of an arrangement, and a slide layout. Out: each slot with the one block that fills it, and
paragraphs as the placeholder lets them be.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.blocks import SlotBlock, TextBlock
from deckgen.model.frames import FrameParagraph, SlotRef
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.template import SlideLayout, Slot

JOIN_SPACE = 10.0
"""Room in points between what one slot holds of two."""

_THEME_FACES = ("+mj-lt", "+mn-lt", "none")


def slotted(blocks: Sequence[SlotBlock], layout: SlideLayout) -> list[tuple[SlotBlock, Slot]]:
    """What fills each slot. Texts that share one follow each other; what has no place in the template is left out."""
    found: list[tuple[SlotBlock, Slot]] = []
    for block in blocks:
        if block.slot in layout.absent:
            continue
        slot = layout.slots[block.slot]
        last = found[-1] if found else None
        if last and last[1] is slot and isinstance(block, TextBlock) and isinstance(last[0], TextBlock):
            found[-1] = (_joined(last[0], block), slot)
        else:
            found.append((block, slot))
    return found


def _joined(first: TextBlock, then: TextBlock) -> TextBlock:
    if not first.parts or not then.parts:
        return first if first.parts else then
    head = replace(then.parts[0], space=max(then.parts[0].space, JOIN_SPACE))
    return replace(
        first,
        parts=(*first.parts, head, *then.parts[1:]),
        splits=first.splits or then.splits,
        spread=first.spread or then.spread,
    )


def slot_ref(slot: Slot) -> SlotRef | None:
    """The placeholder of a slot; None for one that is drawn. A title is one in any case, so that outlines show it."""
    if slot.drawn and slot.type != "title":
        return None
    return SlotRef(slot.index, slot.type, slot.face if slot.face in _THEME_FACES else "", slot.still)


def in_slot(written: Sequence[FrameParagraph], slot: Slot) -> tuple[FrameParagraph, ...]:
    """The paragraphs with what the placeholder itself decides: colour, weight, alignment, capitals, face, bullet."""
    settled: list[FrameParagraph] = []
    hang = 0
    for one in written:
        here = _settled(one, slot)
        hang = hang if one.level else here.indent
        settled.append(replace(here, margin=hang) if one.level else here)
    return tuple(settled)


def _settled(one: FrameParagraph, slot: Slot) -> FrameParagraph:
    own = one.marker == "bullet" and slot.hang is not None and not slot.drawn
    aligned = one.align == "left" and one.marker == "none"
    return replace(
        one,
        color=slot.painted(one.color),
        bold=one.bold or (slot.bold and not slot.drawn),
        align=slot.align if aligned else one.align,
        marker="own" if own else one.marker,
        indent=slot.hang if own and slot.hang is not None else one.indent,
        caps=slot.caps,
        face="" if slot.face in _THEME_FACES else slot.face,
    )
