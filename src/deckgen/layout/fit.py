"""The ladder: another arrangement, a step down the type scale, a next slide, an error.

In: one planned slide with its arrangements. Out: its frames, one or more, and diagnostics for what cannot fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.chrome import Chrome, chrome
from deckgen.layout.measure import natural
from deckgen.layout.place import place, place_slot
from deckgen.layout.placed import Placed
from deckgen.layout.scaled import scaled
from deckgen.layout.setting import STEPS, Misfit, Setting
from deckgen.layout.slots import led, slotted
from deckgen.layout.split import item_count, part
from deckgen.model.blocks import Arrangement
from deckgen.model.deck import PlannedSlide
from deckgen.model.frames import Frame, Item
from deckgen.model.kind import ChartType
from deckgen.model.language import Compounds, Labels
from deckgen.model.theme import SlideLayout, Template, Theme


@dataclass(frozen=True, slots=True)
class Stage:
    """What every slide of a deck is set with."""

    template: Template
    theme: Theme
    charts: Mapping[str, ChartType]
    labels: Labels
    compounds: Compounds = field(default_factory=dict)
    title_sizes: Mapping[str, float] = field(default_factory=dict)
    """The type that all titles of a deck share, by slide layout, where a client's template leads (see chrome)."""

    def setting(self, step: int) -> Setting:
        return Setting(self.theme, self.charts, step, self.compounds)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The pages of one slide: what was placed, on which slide layout, and where the ladder was climbed."""

    slide_layout: str
    pages: tuple[Placed, ...]
    ladder: tuple[str, ...]
    misfits: tuple[Misfit, ...] = ()


def set_slide(
    slide: PlannedSlide, arrangements: Sequence[Arrangement], first_number: int, stage: Stage, found: Diagnostics
) -> tuple[Frame, ...]:
    """The frames of one slide; the first has the slide's own id, the next `id~2` and so on.

    What does not fit even at the floor of the type scale is reported as an error with its place and excess.
    """
    fitted = _fit(arrangements, stage)
    _report(slide, fitted.misfits, found)
    layout = stage.template.slide_layouts[fitted.slide_layout]
    most = stage.title_sizes.get(layout.name, 0.0)
    frames = (
        _frame(slide, layout, placed, Chrome(slide, number, first_number + number - 1, most), fitted, stage, found)
        for number, placed in enumerate(fitted.pages, 1)
    )
    return tuple(scaled(frame, stage.template.scale) for frame in frames)


def _fit(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted:
    for step in range(STEPS):
        for number, arrangement in enumerate(arrangements):
            placed = _place(arrangement, stage, step)
            if not placed.misfits:
                return Fitted(arrangement.slide_layout, (placed,), _climbed(number, step))
    for arrangement in arrangements:
        pages = _continued(arrangement, stage)
        if pages:
            return Fitted(arrangement.slide_layout, pages, (f"continued over {len(pages)} slides",))
    floor = _place(arrangements[-1], stage, STEPS - 1)
    return Fitted(arrangements[-1].slide_layout, (floor,), (), floor.misfits)


def _climbed(arrangement: int, step: int) -> tuple[str, ...]:
    said = []
    if arrangement:
        said.append(f"arrangement {arrangement + 1}")
    if step:
        said.append(f"type {step} step{'s' if step > 1 else ''} down")
    return tuple(said)


def _place(arrangement: Arrangement, stage: Stage, step: int) -> Placed:
    setting = stage.setting(step)
    layout = stage.template.slide_layouts[arrangement.slide_layout]
    layout = led(arrangement, layout, lambda block, box: natural(block, box.width, setting))
    placed = Placed()
    for block, slot in slotted(arrangement, layout):
        placed += place_slot(block, slot, setting)
    if arrangement.canvas:
        placed += place(arrangement.canvas, layout.canvas, setting)
    return placed


def _continued(arrangement: Arrangement, stage: Stage) -> tuple[Placed, ...]:
    """The arrangement over as few pages as hold it; empty where it cannot be split, or one item alone is too large.

    Items are spread evenly over the pages where that fits, and all pages get the largest type that they share.
    """
    count = item_count(arrangement)
    full = _filled(arrangement, count, stage)
    if len(full) < 2:
        return ()
    share, more = divmod(count, len(full))
    even = [0]
    for page in range(len(full)):
        even.append(even[-1] + share + (page < more))
    for step in range(STEPS):
        for cuts in (even, [0, *full]):
            pages = tuple(_place(part(arrangement, *cut), stage, step) for cut in pairwise(cuts))
            if not any(page.misfits for page in pages):
                return pages
    return ()


def _filled(arrangement: Arrangement, count: int, stage: Stage) -> list[int]:
    """Where each page ends when every page takes as many items as it holds at the floor of the type scale."""
    ends: list[int] = []
    start = 0
    while start < count:
        end = start + _holds(arrangement, start, count, stage)
        if end == start:
            return []
        ends.append(end)
        start = end
    return ends


def _holds(arrangement: Arrangement, start: int, count: int, stage: Stage) -> int:
    """How many items from `start` on fit one page, found by halving."""
    low, high = 0, count - start
    while low < high:
        middle = (low + high + 1) // 2
        if _place(part(arrangement, start, start + middle), stage, STEPS - 1).misfits:
            high = middle - 1
        else:
            low = middle
    return low


def _report(slide: PlannedSlide, misfits: Sequence[Misfit], found: Diagnostics) -> None:
    for misfit in misfits:
        span: Span = misfit.span if misfit.span.line else slide.span
        message = f"slide '{slide.id}': {misfit.what}: {misfit.excess}"
        found.error(misfit.code, message, span, misfit.hint)


def _frame(
    slide: PlannedSlide,
    layout: SlideLayout,
    placed: Placed,
    page: Chrome,
    fitted: Fitted,
    stage: Stage,
    found: Diagnostics,
) -> Frame:
    around = chrome(page, layout, stage.setting(0), stage.labels)
    _report(slide, around.misfits, found)
    frame_id = slide.id if page.page == 1 else f"{slide.id}~{page.page}"
    items = _named(frame_id, (*around.before, *placed.items, *around.after))
    return Frame(
        frame_id,
        layout.name,
        slide.title.plain,
        items,
        tuple(paragraph.plain for paragraph in slide.notes.paragraphs),
        slide.section,
        f"{slide.span.file}:{slide.span.line}",
        slide.figures,
        fitted.ladder,
    )


def _named(frame_id: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Items named `slide id/field path`, each name once on the slide."""
    seen: dict[str, int] = {}
    named = []
    for item in items:
        count = seen[item.name] = seen.get(item.name, 0) + 1
        suffix = f" {count}" if count > 1 else ""
        named.append(replace(item, name=f"{frame_id}/{item.name}{suffix}"))
    return tuple(named)
