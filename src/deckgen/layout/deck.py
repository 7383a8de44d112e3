"""Every slide of a deck, set. In: a plan, the kinds, what slides are set with. Out: its frames, in sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.extensions import HINT, BrokenExtensionError, told
from deckgen.layout.fit import Stage, set_slide
from deckgen.layout.fits import Fits
from deckgen.layout.setting import References
from deckgen.layout.titles import title_sizes
from deckgen.model.date_style import DateStyle
from deckgen.model.frames import Frame, FrameDeck, FrameSection, ShownFigure
from deckgen.model.kind import Context, Kind
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import AgendaEntry, Plan, PlannedSlide
from deckgen.model.texts import slide_uses

MOST_COUNTS: Final = 4
"""How often pages are counted: a number of one digit more can move what stands after it, hardly ever twice."""


def set_deck(
    plan: Plan, date: str, kinds: Mapping[str, Kind], stage: Stage, dates: DateStyle, diagnostics: Diagnostics
) -> FrameDeck:
    """All frames of a plan, page numbers settled. `date` is the deck's own, as written; `dates` its language's."""
    sizes = title_sizes([slide.title for slide in plan.slides], stage.template, stage.setting(0))
    frames = _counted(plan, kinds, replace(stage, title_sizes=sizes), dates, diagnostics)
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
    plan: Plan, kinds: Mapping[str, Kind], stage: Stage, dates: DateStyle, diagnostics: Diagnostics
) -> list[Frame]:
    """The frames of all slides. Where one shows the page of another, all are set again until the pages are those."""
    shows_pages = any(True for slide in plan.slides for _ in slide_uses((slide.shown, slide.notes), pages=True))
    if shows_pages and stage.fits is None:
        stage = replace(stage, fits=Fits())
    pages: dict[str, int] = {}
    for _ in range(MOST_COUNTS):
        found = Diagnostics()
        frames = _every(plan, kinds, replace(stage, references=References(pages=pages)), dates, found)
        counted = _first_pages(frames)
        if not shows_pages or counted == pages:
            break
        pages = counted
    diagnostics.extend(found)
    return frames


def _first_pages(frames: Iterable[Frame]) -> dict[str, int]:
    return {frame.id: number for number, frame in enumerate(frames, 1) if "~" not in frame.id}


def _every(
    plan: Plan, kinds: Mapping[str, Kind], stage: Stage, dates: DateStyle, diagnostics: Diagnostics
) -> list[Frame]:
    frames: list[Frame] = []
    for slide in plan.slides:
        rows, appendix = plan.figure_rows, _appendix(slide, plan)
        context = Context(slide.title, stage.labels, plan.facts, slide.agenda, rows, dates, appendix)
        frames += _set(slide, kinds[slide.kind], context, len(frames) + 1, stage, diagnostics)
    return frames


def _set(
    slide: PlannedSlide, kind: Kind, context: Context, number: int, stage: Stage, diagnostics: Diagnostics
) -> tuple[Frame, ...]:
    """The frames of one slide. Whatever a kind of another package raises, or layout cannot set, is its own fault."""
    try:
        arrangements = kind.compose(slide.fields, context)
        return set_slide(slide, arrangements, number, stage, diagnostics, slide.furniture.ground or kind.ground)
    except BrokenExtensionError as broken:
        diagnostics.error("broken-chart", str(broken), slide.span, HINT)
    except Exception as problem:
        if not kind.package:
            raise
        diagnostics.error("broken-kind", told("kind", kind.name, kind.package, problem), slide.span, HINT)
    return ()


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
