"""In: a theme and a step down the type scale. Out: the size, face and spacing of every role on one slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from deckgen.diagnostics import Span
from deckgen.layout.metrics import Face, face
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import FrameParagraph
from deckgen.model.known import Recent
from deckgen.model.language import Compounds
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.text import NOWHERE, Footnote, Run
from deckgen.model.theme import HEADING_ROLES, LARGER_TYPE, TIGHT_SCALES, Role, Room, Theme
from deckgen.model.units import EMU_PER_POINT, Emu, points

STEPS = max(len(steps) for scale in TIGHT_SCALES.values() for steps in scale.values())
STEPS_UP = {room: max(map(len, larger.values()), default=0) for room, larger in LARGER_TYPE.items()}
"""Steps that type may grow by in each room."""

ROUNDING: Emu = EMU_PER_POINT // 10
"""What rounding may leave standing over, and nobody sees."""

UNKNOWN_PAGE = "00"
"""What stands for the number of a page that the deck does not have."""

MOST_MEASURED = 15_000
"""As many measures are kept twice over: a long table takes some ten thousand, and a batch has them once."""

TOO_WIDE = points(100)
"""What a word wider than its box counts for against text that stands over, where the nearest miss is sought."""


@dataclass(frozen=True, slots=True)
class References:
    """What layout alone numbers: the footnotes of a slide in the order in which they are met, and the deck's pages.

    `pages` has the first page of each slide by its id, as far as they are known.
    """

    footnotes: tuple[Footnote, ...] = ()
    pages: Mapping[str, int] = field(default_factory=dict)

    def shown(self, run: Run) -> str:
        """The text of a run, its number in its place."""
        if run.footnote:
            numbers = (number for number, one in enumerate(self.footnotes, 1) if one.name == run.footnote.name)
            return str(next(numbers, ""))
        if run.page and run.slide:
            return str(self.pages.get(run.slide.id, UNKNOWN_PAGE))
        return run.text


@dataclass(frozen=True, slots=True)
class Setting:
    """How one slide is set: equal roles have equal sizes on it, so siblings never differ.

    `step` counts down from the preferred sizes; steps below 0 are those to which type grows where there is room.
    """

    theme: Theme
    charts: Mapping[str, ChartType]
    step: int = 0
    compounds: Compounds = field(default_factory=dict)
    room: Room = "chamber"
    references: References = field(default_factory=References)
    memory: Recent[tuple[Any, ...], tuple[object, Any]] = field(
        default_factory=lambda: Recent(MOST_MEASURED), init=False, repr=False, compare=False
    )
    """What was measured in this setting (see memory), or in others that are set with the same memory."""
    known_as: int = field(default_factory=int, init=False, repr=False, compare=False)
    """What tells it from those others."""

    def remembering(self, memory: Recent[tuple[Any, ...], tuple[object, Any]], known_as: int) -> Setting:
        """The same setting with a memory that outlasts it."""
        made = replace(self)
        object.__setattr__(made, "memory", memory)
        object.__setattr__(made, "known_as", known_as)
        return made

    @property
    def at_floor(self) -> bool:
        """Whether type cannot step down any more."""
        return self.step >= max(map(len, self.theme.type_scale(self.room).values())) - 1

    def size(self, role: Role) -> float:
        steps = self.sizes(role)
        larger = LARGER_TYPE[self.room].get(role, ()) if self.step < 0 else ()
        return larger[max(self.step, -len(larger))] if larger else steps[max(0, min(self.step, len(steps) - 1))]

    def size_under(self, role: Role) -> float:
        """The size of the second level of a list in that role: a step smaller, never under the floor."""
        return replace(self, step=self.step + 1).size(role)

    def sizes(self, role: Role) -> tuple[float, ...]:
        """The type sizes of a role in points, preferred first and floor last."""
        return self.theme.type_scale(self.room)[role]

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
