"""Every slide of a deck, set. In: a plan, the kinds, what slides are set with. Out: its frames, in sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.diagnostics import Diagnostics
from deckgen.extensions import HINT, BrokenExtensionError, told
from deckgen.layout.fit import Stage, set_slide
from deckgen.layout.titles import title_sizes
from deckgen.model.date_style import DateStyle
from deckgen.model.frames import Frame, FrameDeck, FrameSection, ShownFigure
from deckgen.model.kind import Context, Kind
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import AgendaEntry, Plan, PlannedSlide


def set_deck(
    plan: Plan, date: str, kinds: Mapping[str, Kind], stage: Stage, dates: DateStyle, diagnostics: Diagnostics
) -> FrameDeck:
    """All frames of a plan, page numbers settled. `date` is the deck's own, as written; `dates` its language's."""
    sizes = title_sizes([slide.title for slide in plan.slides], stage.template, stage.setting(0))
    stage = replace(stage, title_sizes=sizes)
    frames: list[Frame] = []
    for slide in plan.slides:
        rows, appendix = plan.figure_rows, _appendix(slide, plan)
        context = Context(slide.title, stage.labels, plan.facts, slide.agenda, rows, dates, appendix)
        frames += _set(slide, kinds[slide.kind], context, len(frames) + 1, stage, diagnostics)
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
