"""In: a theme and a step down the type scale. Out: the size, face and spacing of every role on one slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from deckgen.diagnostics import Span
from deckgen.layout.metrics import Face, face
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import FrameParagraph
from deckgen.model.language import Compounds
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.model.theme import HEADING_ROLES, TYPE_SCALES, Role, Room, Theme
from deckgen.model.units import EMU_PER_POINT, Emu, points

STEPS = max(len(steps) for scale in TYPE_SCALES.values() for steps in scale.values())

ROUNDING: Emu = EMU_PER_POINT // 10
"""What rounding may leave standing over, and nobody sees."""

TOO_WIDE = points(100)
"""What a word wider than its box counts for against text that stands over, where the nearest miss is sought."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one slide is set: equal roles have equal sizes on it, so siblings never differ."""

    theme: Theme
    charts: Mapping[str, ChartType]
    step: int = 0
    compounds: Compounds = field(default_factory=dict)
    room: Room = "chamber"
    memory: dict[tuple[Any, ...], tuple[object, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was measured in this setting (see memory); another setting begins with none."""

    @property
    def at_floor(self) -> bool:
        """Whether type cannot step down any more."""
        return self.step >= STEPS - 1

    def size(self, role: Role) -> float:
        steps = self.sizes(role)
        return steps[min(self.step, len(steps) - 1)]

    def sizes(self, role: Role) -> tuple[float, ...]:
        """The type sizes of a role in points, preferred first and floor last."""
        return TYPE_SCALES[self.room][role]

    def face(self, role: Role) -> Face:
        return self.face_of(role in HEADING_ROLES)

    def face_for(self, paragraph: FrameParagraph) -> Face:
        """The face that the slide layout itself names, else the theme's."""
        named = paragraph.face
        return face(named, self.theme.fonts.get(named)) if named else self.face_of(paragraph.heading)

    def face_of(self, heading: bool) -> Face:
        name = self.theme.heading_face if heading else self.theme.body_face
        return face(name, self.theme.fonts.get(name))


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit: where it is written, what it is, and by how much."""

    what: str
    excess: str
    span: Span = NOWHERE
    code: str = "text-does-not-fit"
    hint: str = "shorten the text, or move part of it to a slide of its own"
    over: Emu = 0
    """By how much it stands over, where it does."""
