"""What slides are drawn with. In: theme, template, its backdrops. Out: a Stage for a deck, a Scope for a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from itertools import count
from typing import Final

from deckgen.layout.setting import Setting
from deckgen.model.backdrop import Backdrop
from deckgen.model.frames import Frame
from deckgen.model.grounds import ground_colors
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.template import Template
from deckgen.model.theme import Color, Theme
from deckgen.xml_text import attribute

TWINS: Final[Mapping[str, str]] = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "Liberation Sans",
    "Arial Narrow": "Liberation Sans Narrow",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Georgia": "Gelasio",
}
"""Open faces of the same measures, for machines that lack the face itself."""


@dataclass(frozen=True)
class Stage:
    """What the slides of a deck have in common. `backdrop` gives what a slide layout shows, by its name."""

    theme: Theme
    template: Template
    backdrop: Callable[[str], Backdrop]

    def scope(self, frame: Frame) -> Scope:
        """What the items of a slide are drawn with."""
        colors = ground_colors(self.theme, self.template, frame.ground)
        backdrop = self.backdrop(frame.slide_layout)
        return Scope(frame.id, Setting(self.theme, {}), colors, backdrop)


@dataclass(frozen=True)
class Scope:
    """One slide being drawn: its id, what measures its texts, what colour roles come to on its ground."""

    slide: str
    setting: Setting
    colors: Mapping[Color, str]
    backdrop: Backdrop
    numbers: count[int] = field(default_factory=lambda: count(1))
    """For what has to be named inside of the slide."""

    def color(self, role: Color) -> str:
        return f"#{self.colors[role]}"

    def new_id(self) -> str:
        """A name that nothing else has, on this slide and those shown beside it."""
        return attribute(f"{self.slide}-{next(self.numbers)}")

    def place(self, name: str) -> str:
        """The attributes that lead back from an item to the content: its slide, and its field or its name there."""
        path = name.removeprefix(f"{self.slide}/")
        return f' data-slide="{attribute(self.slide)}" data-path="{attribute(path)}"'


def family(face: str) -> str:
    """A face as `font-family` names it, with its twin behind it."""
    names = [face, *filter(None, (TWINS.get(face),))]
    return attribute(", ".join(f"'{name}'" for name in names) + ", sans-serif")
