"""Every slide of a deck, set. In: a plan, the kinds, what slides are set with. Out: its frames, in sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import Any, Final

from deckgen.diagnostics import Diagnostics
from deckgen.extensions import HINT, BrokenExtensionError, told
from deckgen.layout.chosen import chosen
from deckgen.layout.fit import set_slide
from deckgen.layout.setting import References
from deckgen.layout.stage import Stage
from deckgen.layout.titles import title_sizes
from deckgen.model.blocks import Arrangement
from deckgen.model.date_style import DateStyle
from deckgen.model.frames import Frame, FrameDeck, FrameSection, ShownFigure
from deckgen.model.kind import Context, Kind
from deckgen.model.known import Held, Known
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import AgendaEntry, Plan, PlannedSlide
from deckgen.model.texts import slide_uses

MOST_COUNTS: Final = 4
"""How often pages are counted: a number of one digit more can move what stands after it, hardly ever twice."""


@dataclass(frozen=True, slots=True)
class _Composed:
    """A slide with the arrangements of its kind; none where the kind is broken, which `found` says."""

    slide: PlannedSlide
    kind: Kind
    arrangements: tuple[Arrangement, ...]
    shows: tuple[str, ...]
    """The slides whose page numbers it shows, because its content or its kind says so."""
    found: Diagnostics


@dataclass(frozen=True, slots=True)
class _Set:
    """The frames of a slide, and what was found on the way."""

    frames: tuple[Frame, ...]
    found: Diagnostics


@dataclass(frozen=True, slots=True)
class KnownPages:
    """The slides of a deck as they were composed and set before."""

    composed: Known[_Composed] = field(default_factory=Known)
    every: Known[_Set] = field(default_factory=Known)
    asked: dict[str, set[str]] = field(default_factory=dict)
    """What slides of each kind were ever seen to ask of their context, beside what all of a deck have in common."""

    def begin(self, plan: Plan, kinds: Mapping[str, Kind], stage: Stage, dates: DateStyle) -> None:
        """What is known holds where all else that slides are composed and set with is the same."""
        self.composed.begin(kinds, stage.template, stage.labels, dates)
        set_with = (stage.template, stage.theme, stage.charts, stage.compounds, stage.room, stage.title_sizes)
        self.every.begin(*set_with, stage.labels)


def set_deck(
    plan: Plan,
    date: str,
    kinds: Mapping[str, Kind],
    stage: Stage,
    dates: DateStyle,
    diagnostics: Diagnostics,
    known: KnownPages | None = None,
) -> FrameDeck:
    """All frames of a plan, page numbers settled. `date` is the deck's own, as written; `dates` its language's.

    The frames of a slide that was planned and set before, as `known` has it, are the same objects.
    """
    sizes = title_sizes([slide.title for slide in plan.slides], stage.template, stage.setting(0))
    stage, known = replace(stage, title_sizes=sizes), known or KnownPages()
    known.begin(plan, kinds, stage, dates)
    frames = _counted(plan, kinds, stage, dates, known, diagnostics)
    facts = plan.facts
    return FrameDeck(
        plan.deck,
        plan.audience,
        plan.language,
        facts.title.plain,
        facts.organisation.name,
        facts.subtitle.plain,
        date,
        tuple(frames),
        tuple(_sections(plan, frames)),
        tuple(ShownFigure(row.name, row.shown, row.value) for row in plan.figure_rows),
    )


def _counted(
    plan: Plan,
    kinds: Mapping[str, Kind],
    stage: Stage,
    dates: DateStyle,
    known: KnownPages,
    diagnostics: Diagnostics,
) -> list[Frame]:
    """The frames of all slides. What shows the page of another slide is set again until the pages are those."""
    composed = [_composed_once(slide, plan, kinds[slide.kind], stage, dates, known) for slide in plan.slides]
    pages = {slide.id: number for number, slide in enumerate(plan.slides, 1)}  # right where each takes one page
    for _ in range(MOST_COUNTS):
        every, counted = _every(composed, pages, stage, known.every)
        if counted == pages or not any(one.shows for one in composed):
            break
        pages = counted
    for found in (*(one.found for one in composed), *(one.found for one in every)):
        diagnostics.extend(found)
    return [frame for one in every for frame in one.frames]


class _Watched(Context):
    """A context that notes what of it is asked for."""

    __slots__ = ("_asked",)

    def watch(self, asked: set[str]) -> None:
        object.__setattr__(self, "_asked", asked)

    def __getattribute__(self, name: str) -> Any:
        if name in _OF_DECK:
            object.__getattribute__(self, "_asked").add(name)
        return super().__getattribute__(name)


_OF_DECK: Final = ("facts", "figures", "appendix")
"""What of a context may be another in the next deck of the same slides."""


def _composed_once(
    slide: PlannedSlide, plan: Plan, kind: Kind, stage: Stage, dates: DateStyle, known: KnownPages
) -> _Composed:
    """The slide as it was composed before, where all that its kind asks for is as it was."""
    context = _Watched(
        slide.title, stage.labels, plan.facts, slide.agenda, plan.figure_rows, dates, _appendix(slide, plan)
    )
    asked = known.asked.setdefault(kind.name, set())
    before = frozenset(asked)
    context.watch(asked)
    composed = known.composed.made(slide, partial(_composed, slide, kind, context, stage), *_held(context, before))
    if asked != before:  # it is known by all that was asked of it
        composed = known.composed.made(slide, lambda: composed, *_held(context, asked))
    return composed


def _held(context: Context, names: Iterable[str]) -> tuple[Held, ...]:
    return tuple(Held(name, getattr(context, name)) for name in sorted(names))


def _composed(slide: PlannedSlide, kind: Kind, context: Context, stage: Stage) -> _Composed:
    found = Diagnostics()
    arrangements: tuple[Arrangement, ...] = ()
    try:
        arrangements = kind.compose(slide.fields, context)
        arrangements = chosen(slide, arrangements, stage.template.slide_layouts, found)
    except Exception as problem:
        _broken(problem, slide, kind, found)
    uses = slide_uses((slide.said, slide.notes, arrangements[:1]), pages=True)
    return _Composed(slide, kind, arrangements, tuple(dict.fromkeys(use.id for use in uses)), found)


def _every(
    composed: Sequence[_Composed], pages: Mapping[str, int], stage: Stage, known: Known[_Set]
) -> tuple[list[_Set], dict[str, int]]:
    """All slides, set anew where their own page or one that they show is another than it was; and the first of each.

    What takes more pages than was thought moves those behind it at once, so that they are not set for pages that no
    slide has.
    """
    every: list[_Set] = []
    counted = dict(pages)
    number = 1
    for at, one in enumerate(composed):
        moved = number - counted[one.slide.id]
        counted |= {each.slide.id: counted[each.slide.id] + moved for each in composed[at:]} if moved else {}
        shown = {id: counted[id] for id in one.shows if id in counted}
        every.append(known.made(one, partial(_set, one, number, shown, stage), number, *shown.items()))
        number += len(every[-1].frames)
    return every, counted


def _set(one: _Composed, number: int, pages: Mapping[str, int], stage: Stage) -> _Set:
    """One slide, set from page `number` on."""
    slide, kind, found = one.slide, one.kind, Diagnostics()
    frames: tuple[Frame, ...] = ()
    stage = replace(stage, references=References(pages=pages))
    try:
        if one.arrangements:
            ground = slide.furniture.ground or kind.ground
            frames = set_slide(slide, one.arrangements, number, stage, found, ground)
    except Exception as problem:
        _broken(problem, slide, kind, found)
    return _Set(frames, found)


def _broken(problem: Exception, slide: PlannedSlide, kind: Kind, diagnostics: Diagnostics) -> None:
    """Whatever a kind of another package raises, or layout cannot set, is its own fault."""
    if isinstance(problem, BrokenExtensionError):
        diagnostics.error("broken-chart", str(problem), slide.span, HINT)
    elif kind.package:
        diagnostics.error("broken-kind", told("kind", kind.name, kind.package, problem), slide.span, HINT)
    else:
        raise problem


def _appendix(slide: PlannedSlide, plan: Plan) -> tuple[AgendaEntry, ...]:
    if not slide.in_appendix:
        return ()
    others = (one for one in plan.slides if one.in_appendix and one.id != slide.id)
    return tuple(AgendaEntry(number, one.title, "", one.id) for number, one in enumerate(others, 1))


def _sections(plan: Plan, frames: Iterable[Frame]) -> Iterable[FrameSection]:
    """The plan's sections, with every page of their slides."""
    pages: dict[str, list[str]] = {}
    for frame in frames:
        pages.setdefault(frame.id.partition("~")[0], []).append(frame.id)
    for section in plan.sections:
        yield FrameSection(section.title, tuple(page for slide in section.slides for page in pages.get(slide, ())))
