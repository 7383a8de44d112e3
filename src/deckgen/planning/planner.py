"""In: what one audience sees, and one of its deck files. Out: the plan of that deck.

Kept slides in order with figures bound, sections, agenda with minutes, what was left out and why.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field
from decimal import Decimal
from functools import partial

from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.figures.audience_view import shown_to
from deckgen.figures.references import deck_uses, uses
from deckgen.model.content import Chapter, ChapterOpening, Content, Deck, Slide, SlideRef, opening_id
from deckgen.model.known import Held, Known
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import literal
from deckgen.model.plan import AgendaEntry, DeckFacts, FigureRow, LeftOut, Plan, PlannedSlide, Section
from deckgen.model.text import EMPTY, NOWHERE, Text, text
from deckgen.planning.annotations import with_annotations
from deckgen.planning.binding import Binding, bind, bind_text
from deckgen.planning.chart_choice import with_chart
from deckgen.planning.links import check_links
from deckgen.planning.notes import notes
from deckgen.planning.provenance import figure_rows, foot, total, with_origins
from deckgen.planning.rounding_notes import with_rounding


@dataclass(frozen=True, slots=True)
class _Part:
    """A section to be: its slides, and the slide that the plan makes to open it."""

    id: str
    title: Text
    slides: tuple[Slide, ...]
    opening: ChapterOpening | None = None
    in_appendix: bool = False
    is_chapter: bool = False
    span: Span = NOWHERE

    @property
    def opening_id(self) -> str:
        return opening_id(self.id)

    @property
    def first(self) -> str:
        return self.opening_id if self.opening else self.slides[0].id

    @property
    def minutes(self) -> Decimal:
        return total(slide.minutes for slide in self.slides)


def make_plan(
    content: Content,
    deck: Deck,
    language: Language,
    diagnostics: Diagnostics,
    known: KnownPlan | None = None,
) -> Plan:
    """The plan of `deck` for the audience of `content`, which must be the deck's.

    A slide that the deck lists and its audience does not see is left out, with the reason; a chapter with no slide
    left is dropped. Slides of the appendix do not count in the minutes. `known` is the deck as it was planned before:
    what did not change is the same object.
    """
    known = known or KnownPlan()
    binding = Binding(content.figures, language, shown_to(content))
    parts = _parts(content, deck, binding, diagnostics)
    agenda = tuple(
        AgendaEntry(number, part.title, _minutes(part.minutes, language), part.first, duration=part.minutes)
        for number, part in enumerate((part for part in parts if part.is_chapter), start=1)
    )
    deck_wide = _DeckWide(agenda, deck.sticker, _steps(parts), content, binding)
    known.begin(deck_wide)
    slides = tuple(slide for part in parts for slide in _planned_part(part, deck_wide, known))
    check_links(slides, content, deck, diagnostics)
    minutes = total(part.minutes for part in parts if not part.in_appendix)
    facts = _facts(content, deck, parts, minutes, binding)
    named = [use.name for use in deck_uses(deck)]
    used = with_origins([*named, *(name for slide in slides for name in slide.figures)], binding)
    return Plan(
        deck.id,
        deck.audience,
        language.code,
        facts,
        slides,
        tuple(_section(part) for part in parts),
        _left_out(content, deck),
        figure_rows(used, _shown_on(slides), content, binding, known.rows),
        minutes,
        deck.span,
    )


def _shown_on(slides: tuple[PlannedSlide, ...]) -> dict[str, str]:
    """The first slide that shows each figure, by the figure's name."""
    met: dict[str, str] = {}
    for slide in slides:
        for use in uses(slide.said):
            met.setdefault(use.name, slide.id)
    return met


def _minutes(minutes: Decimal, language: Language) -> str:
    return f"{language.show(literal(minutes.normalize()))} {language.labels.minutes}" if minutes else ""


def _parts(content: Content, deck: Deck, binding: Binding, diagnostics: Diagnostics) -> tuple[_Part, ...]:
    """The deck's parts that have a slide for this audience."""
    title = bind_text(deck.title, binding)
    appendix = bind_text(deck.appendix_title, binding) or text(binding.language.labels.appendix)
    parts = [
        _Part("opening", title, _kept(deck.opening, content)),
        *(_chapter(chapter, content, binding, diagnostics) for chapter in deck.chapters),
        _Part("appendix", appendix, _kept(deck.appendix, content), in_appendix=True),
    ]
    return tuple(part for part in parts if part.slides)


def _chapter(chapter: Chapter, content: Content, binding: Binding, diagnostics: Diagnostics) -> _Part:
    title = bind_text(chapter.title, binding)
    slides = _kept(chapter.slides, content)
    part = _Part(chapter.id, title, slides, chapter.opening, is_chapter=True, span=chapter.span)
    if part.opening and (part.opening_id in content.slides or part.opening_id in content.elsewhere):
        message = f"the slide that opens this chapter is called `{part.opening_id}`, and so is one of the content"
        taken = content.slides.get(part.opening_id)
        related = (Related(taken.span, "the slide of the content"),) if taken else ()
        diagnostics.error("slide-id-taken", message, part.span, "give the slide of the content another id", related)
    return part


def _kept(refs: tuple[SlideRef, ...], content: Content) -> tuple[Slide, ...]:
    return tuple(content.slides[ref.id] for ref in refs if ref.id in content.slides)


@dataclass(frozen=True, slots=True)
class _DeckWide:
    """What all slides of a deck are planned with; `steps` is how many numbered options they are about."""

    agenda: tuple[AgendaEntry, ...]
    sticker: Text
    steps: int
    content: Content
    binding: Binding


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """The slides of a deck as they were planned before, what each was bound with, and the rows of its figures."""

    slides: Known[PlannedSlide] = field(default_factory=Known)
    bound: Known[tuple[Hashable, ...]] = field(default_factory=Known)
    rows: Known[FigureRow] = field(default_factory=Known)

    def begin(self, deck: _DeckWide) -> None:
        """What is known holds where all else that it is planned with is the same."""
        content, binding = deck.content, deck.binding
        self.slides.begin(deck.agenda, deck.sticker, deck.steps, content.sources, binding.language)
        self.bound.begin(binding.figures, binding.told, deck.sticker)
        self.rows.begin(binding.figures, binding.told, content.sources, binding.language)


def _steps(parts: tuple[_Part, ...]) -> int:
    return max((badge for part in parts for slide in part.slides for badge in slide.furniture.badges), default=0)


def _bound_with(slide: Slide, deck: _DeckWide) -> tuple[Hashable, ...]:
    """The figures that a slide is planned with, all that they are made of, and which of them are told.

    Other figures may be others than before, as they are in the decks of several members.
    """
    binding = deck.binding
    used = (use.name for use in uses((slide.said, slide.notes, deck.sticker)))
    names = with_origins(used, replace(binding, told=binding.figures))
    told = frozenset(name for name in names if name in binding.told)
    return (*(Held(name, binding.figures[name]) for name in names), told)


def _planned_part(part: _Part, deck: _DeckWide, known: KnownPlan) -> list[PlannedSlide]:
    """The slides of a part, its opening first."""
    here, agenda = part.first, deck.agenda
    at = next((entry.number for entry in agenda if entry.target == here), len(agenda) + 1 if part.in_appendix else 0)
    marked = tuple(replace(entry, current=entry.number == at, past=entry.number < at) for entry in agenda)
    tracker = deck.binding.language.hold(part.title.plain)
    place = part.id, part.span, at, tracker
    planned = []
    if part.opening:
        opening = partial(_opening, part, part.opening, marked, tracker, deck.binding)
        planned.append(known.slides.made(part.opening, opening, *place, Held("title", part.title)))
    for slide in part.slides:
        plan = partial(_planned, slide, part, marked, tracker, deck)
        bound = known.bound.made(slide, partial(_bound_with, slide, deck))
        planned.append(known.slides.made(slide, plan, *place, *bound))
    return planned


def _planned(
    slide: Slide, part: _Part, agenda: tuple[AgendaEntry, ...], tracker: str, deck: _DeckWide
) -> PlannedSlide:
    content, binding = deck.content, deck.binding
    shown = dict.fromkeys(use.name for use in uses(slide.said))
    named = shown | dict.fromkeys(use.name for use in slide.notes.figures)
    fields, below = bind(slide.fields, binding), foot(slide, shown, content, binding)
    furniture = bind(slide.furniture, binding)
    if not furniture.sticker:
        furniture = replace(furniture, sticker=bind_text(deck.sticker, binding))
    fields = with_annotations(fields, binding.language)
    fields, below = with_rounding(fields, below, content.figures, binding.language)
    fields, choice = with_chart(fields, content.figures, binding.language)
    return PlannedSlide(
        slide.id,
        slide.kind,
        bind_text(slide.title, binding),
        fields,
        part.id,
        tracker,
        slide.minutes,
        notes(slide, named, content, binding),
        below,
        with_origins(named, binding),
        agenda,
        part.in_appendix,
        slide.span,
        slide.supports,
        furniture,
        deck.steps if furniture.badges else 0,
        bind(slide.footnotes, binding),
        choice,
    )


def _opening(
    part: _Part, opening: ChapterOpening, agenda: tuple[AgendaEntry, ...], tracker: str, binding: Binding
) -> PlannedSlide:
    """The slide that the plan itself makes: it says where in the deck we are, so its fields are the defaults."""
    said = part.title.paragraphs if opening.titled else text(binding.language.labels.agenda).paragraphs
    return PlannedSlide(
        part.opening_id,
        opening.kind,
        Text(said, "title", part.title.span),
        opening.fields,
        part.id,
        tracker,
        Decimal(0),
        EMPTY,
        "",
        tuple(use.name for use in part.title.figures) if opening.titled else (),
        agenda,
        False,
        part.span,
    )


def _section(part: _Part) -> Section:
    ids = tuple(slide.id for slide in part.slides)
    return Section(part.id, part.title.plain, (part.opening_id, *ids) if part.opening else ids, part.minutes)


def _facts(content: Content, deck: Deck, parts: tuple[_Part, ...], minutes: Decimal, binding: Binding) -> DeckFacts:
    """What the deck says of itself; `minutes` are those that its slides take of the meeting."""
    project, labels = content.project, binding.language.labels
    before = total(part.minutes for part in parts if not part.is_chapter and not part.in_appendix)
    return DeckFacts(
        bind_text(deck.title, binding),
        bind_text(deck.subtitle, binding),
        bind_text(deck.meeting, binding),
        binding.language.hold(binding.language.date(deck.date)),
        deck.minutes,
        project.organisation,
        project.client,
        deck.room,
        project.signs,
        _unlisted(labels.opening, before, binding.language),
        _unlisted(labels.spare, deck.minutes - minutes, binding.language),
    )


def _unlisted(title: str, minutes: Decimal, language: Language) -> AgendaEntry | None:
    """A part of the meeting that is no chapter; None where it takes no time."""
    return AgendaEntry(0, text(title), _minutes(minutes, language), "", duration=minutes) if minutes > 0 else None


def _left_out(content: Content, deck: Deck) -> tuple[LeftOut, ...]:
    """Slides that are not in this deck: the content's own in its order, then those of other audiences."""
    listed = {ref.id for ref in deck.opening + deck.appendix}
    listed.update(ref.id for chapter in deck.chapters for ref in chapter.slides)
    unnamed = [LeftOut(id, "not named in this deck") for id in content.slides if id not in listed]
    others = [LeftOut(id, f"for {' and '.join(names)} only") for id, names in content.elsewhere.items() if names]
    return (*unnamed, *others)
