"""Slots on the ground of a slide layout, in colours that are read there.

In: a client's slide layout, its page and the palette. Out: slots in placeholders, or in boxes of their own.
"""

from __future__ import annotations

from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import Slot
from deckgen.model.theme import Color
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.grounds import Drawn, ground_of, grounds_of, lost
from deckgen.powerpoint.client_template.adopt.palette import Palette
from deckgen.powerpoint.client_template.adopt.plates import SOME
from deckgen.powerpoint.client_template.adopt.scores import Page
from deckgen.powerpoint.client_template.adopt.sheets import Holder, Sheet
from deckgen.powerpoint.client_template.adopt.space import with_clear_space
from deckgen.powerpoint.ooxml.placeholders import TITLES

_LARGE = 18.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the colours of a slide layout are held against: its page and drawings, and the palette."""

    sheet: Sheet
    page: Page
    palette: Palette

    @property
    def kept_clear(self) -> tuple[Drawn, ...]:
        """What is drawn, with the clear space of logos."""
        return with_clear_space(self.sheet.drawn, self.page.box)

    def under(self, box: Box) -> str:
        return ground_of(box, self.sheet.ground, self.sheet.drawn)

    def seen(self, box: Box) -> list[str]:
        """What is behind `box`: place by place where that is a picture."""
        pictured = any(one.sample and one.box.overlaps(box) for one in self.sheet.drawn)
        return grounds_of(box, self.sheet.ground, self.sheet.drawn) if pictured else [self.under(box)]

    def ordinary(self, box: Box) -> bool:
        """Whether the palette was made for what is behind `box`."""
        ground = self.under(box)
        return bool(ground) and contrast(ground, self.page.ground) < 1.2

    def special(self, box: Box) -> str:
        """What is behind `box` where the palette was not made for it."""
        return "" if self.ordinary(box) else self.under(box)

    def ink(self, box: Box) -> Color:
        """The role that is read best there."""
        ground, seen = self.under(box) or self.page.ground, self.seen(box)
        roles: tuple[Color, ...] = ("foreground", "background", "panel", "muted")

        def read(role: Color) -> tuple[float, float]:
            color = self.palette.colors[role]
            return -round(lost(color, seen, TEXT_CONTRAST), 2), min(contrast(color, ground), 7.0)

        return max(roles, key=read)

    def quiet_ink(self, box: Box) -> Color:
        """The role of what stands behind other texts, where it is read there."""
        return "muted" if self.reads("muted", box) else self.ink(box)

    def reads(self, role: Color, box: Box) -> bool:
        return lost(self.palette.colors[role], self.seen(box), TEXT_CONTRAST) <= SOME

    def legible(self, holder: Holder, box: Box) -> bool:
        """Titles are set in the template's size, all else in ours, which is small."""
        seen = [holder.fill] if holder.fill else self.seen(box)
        wanted = LARGE_CONTRAST if holder.type in TITLES and holder.size >= _LARGE else TEXT_CONTRAST
        return lost(holder.color, seen, wanted) <= SOME


def filled(name: str, holder: Holder, box: Box, ground: Ground, keeps: frozenset[Color] | None = frozenset()) -> Slot:
    """A slot in a placeholder; a colour of the template's that cannot be read there is painted over."""
    moved = box != holder.inner or not holder.settled
    if holder.fill:
        return _on_own_ground(name, holder, ground)
    ink = ground.ink if holder.type in TITLES or not ground.ordinary(box) else ground.quiet_ink
    paint = None if ground.legible(holder, box) else ink(box)
    return Slot(
        name, holder.index, holder.type, box, holder.anchor, holder.size, holder.bold,
        own_box=moved, align=holder.align, caps=holder.caps, face=holder.face, hang=holder.hang,
        keeps=keeps if ground.ordinary(box) else frozenset(), paint=paint, ground=ground.special(box),
    )  # fmt: skip


def _on_own_ground(name: str, holder: Holder, ground: Ground) -> Slot:
    """A slot in a placeholder that brings its ground with it, as panels for titles do, and stays where it is."""
    own = replace(ground, sheet=replace(ground.sheet, ground=holder.fill, drawn=()))
    plain = replace(holder, fill="")
    return replace(filled(name, plain, holder.inner, own), own_box=not holder.settled, still=True)


def drawn(name: str, box: Box, ground: Ground, paint: Color = "foreground") -> Slot:
    """A slot in a box of its own."""
    if ground.ordinary(box):
        read = paint if ground.reads(paint, box) else ground.ink(box)
        return Slot(name, 0, "", box, drawn=True, paint=read)
    return Slot(name, 0, "", box, drawn=True, paint=ground.ink(box), keeps=frozenset(), ground=ground.special(box))
