"""What a rule may look at, and what it answers with. In: made by pipeline for one deck. Out: read by rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, Literal

from deckgen.checks.text.frame_text import visible
from deckgen.checks.text.prose import Said, texts
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import Shows
from deckgen.model.check import CheckSettings
from deckgen.model.content import Content, Deck, Slide
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.kind import Kind, Registry
from deckgen.model.known import Held, Known
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import Plan, PlannedSlide
from deckgen.model.template import Template
from deckgen.model.text import Text
from deckgen.model.theme import Theme

Stage = Literal["plan", "frames", "file"]
"""What a rule needs: the plan alone, the frames, or the bytes of the file."""

BEFORE_WRITING: Final[tuple[Stage, ...]] = ("plan", "frames")
WRITTEN: Final[tuple[Stage, ...]] = ("file",)
STAGES: Final[tuple[Stage, ...]] = (*BEFORE_WRITING, *WRITTEN)


@dataclass(frozen=True, slots=True)
class Original:
    """What the translations of a project are held against."""

    contents: Mapping[str, Content]
    language: Language


@dataclass(frozen=True)
class Subject:
    """One deck with all that rules ask about it.

    `contents` holds every audience, the deck's own included. `parts` are the parts of the written file by name, read
    from its zip; empty where no file was made. `whole` is False where a part of the content could not be read.
    `original` is what every audience sees in the project's first language, where this deck is in another.
    """

    plan: Plan
    frames: FrameDeck
    contents: Mapping[str, Content]
    language: Language
    theme: Theme
    template: Template
    registry: Registry
    parts: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    whole: bool = True
    known: Known[Any] = field(default_factory=Known, repr=False, compare=False)
    """What rules worked out of slides and frames when they were asked before, all else being the same."""
    original: Original | None = None

    @property
    def content(self) -> Content:
        """What the audience of this deck sees."""
        return self.contents[self.plan.audience]

    @property
    def others(self) -> dict[str, Content]:
        """What each other audience sees."""
        return {name: content for name, content in self.contents.items() if name != self.plan.audience}

    @property
    def settings(self) -> CheckSettings:
        return self.content.project.check

    @property
    def deck(self) -> Deck:
        return self.content.decks[self.plan.deck]

    def kind(self, slide: PlannedSlide) -> Kind:
        """The kind of a slide, which says what it is for."""
        return self.registry.kinds[slide.kind]

    def shows(self, slide: PlannedSlide) -> Shows | None:
        """What the numbers of a slide look like beside each other; None where nothing compares them."""
        chart = slide.fields.chart if isinstance(slide.fields, ChartFields) else ""
        return self.registry.charts[chart].shows if chart else self.kind(slide).shows

    @cached_property
    def each_slide(self) -> tuple[tuple[Subject, Held], ...]:
        """The deck as if it had one slide alone, for each of its slides, with the pages of that."""
        pages = {slide.id: tuple(self._pages.get(slide.id, ())) for slide in self.plan.slides}
        return tuple(
            (
                replace(
                    self,
                    plan=replace(self.plan, slides=(slide,)),
                    frames=replace(self.frames, frames=pages[slide.id]),
                ),
                Held("pages", pages[slide.id]),
            )
            for slide in self.plan.slides
        )

    @cached_property
    def slides(self) -> tuple[tuple[PlannedSlide, Slide], ...]:
        """The slides of the deck that the content wrote, each as planned and as written; openings are left out."""
        written = self.content.slides
        return tuple((slide, written[slide.id]) for slide in self.plan.slides if slide.id in written)

    @cached_property
    def said(self) -> tuple[tuple[PlannedSlide, tuple[Said, ...]], ...]:
        """The slides that the content wrote, each with its texts and notes but for what the engine adds to these."""
        return tuple((slide, tuple(_written(slide, written))) for slide, written in self.slides)

    @property
    def fitting(self) -> tuple[tuple[PlannedSlide, Frame], ...]:
        """`framed` without those that do not fit: layout has said so, and things stand there as it left them."""
        return tuple((slide, frame) for slide, frame in self.framed if frame.fits)

    @cached_property
    def framed(self) -> tuple[tuple[PlannedSlide, Frame], ...]:
        """Every frame with the slide that it shows, continuations included."""
        planned = {slide.id: slide for slide in self.plan.slides}
        pairs = ((planned.get(frame.id.partition("~")[0]), frame) for frame in self.frames.frames)
        return tuple((slide, frame) for slide, frame in pairs if slide is not None)

    def visible(self, slide: PlannedSlide) -> str:
        """Every text that can be read on the pages of a slide, a line each."""
        return "\n".join(visible(frame) for frame in self._pages.get(slide.id, ()))

    @cached_property
    def _pages(self) -> dict[str, list[Frame]]:
        """The frames of each slide by its id."""
        pages: dict[str, list[Frame]] = {}
        for slide, frame in self.framed:
            pages.setdefault(slide.id, []).append(frame)
        return pages


def _written(slide: PlannedSlide, written: Slide) -> Iterator[Said]:
    notes = Text(slide.notes.paragraphs[: len(written.notes.paragraphs)], "notes", slide.notes.span)
    return (said for said in texts((slide.shown, notes), slide.span) if said.plain)
