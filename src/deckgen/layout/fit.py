"""The ladder: larger type, another arrangement, a step down the type scale, a next slide, an error.

In: one planned slide with its arrangements. Out: its frames, one or more, and diagnostics for what cannot fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.bleed import bled
from deckgen.layout.chrome import Chrome, chrome
from deckgen.layout.finished import named, rows_told, told
from deckgen.layout.footnotes import numbered
from deckgen.layout.place import flowed, place, place_slot, tidied
from deckgen.layout.placement import Placed
from deckgen.layout.scale import scaled, scaled_item
from deckgen.layout.setting import STEPS, STEPS_UP, Misfit, References
from deckgen.layout.slots import slotted
from deckgen.layout.smaller import ANOTHER_FORM, FEW, SHARED, SMALLER, warn_of_size
from deckgen.layout.split import item_count, part, ready
from deckgen.layout.stage import (
    Fitted,
    Stage,
    head_key,
    headed_on,
    layout_left,
    layouts_left,
    page_of,
    under_heads,
)
from deckgen.layout.statement import centred
from deckgen.layout.table_rows import of_known_rows
from deckgen.layout.table_size import least_height
from deckgen.layout.text import frame_runs
from deckgen.layout.titles import ALONE
from deckgen.model.blocks import Arrangement
from deckgen.model.frames import Frame, ShapeItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.table import TableBlock
from deckgen.model.theme import Ground
from deckgen.model.units import EMU_PER_POINT

Way = Callable[[Sequence[Arrangement], Stage], "Fitted | None"]


def set_slide(
    slide: PlannedSlide,
    arrangements: Sequence[Arrangement],
    first_number: int,
    stage: Stage,
    diagnostics: Diagnostics,
    ground: Ground = "white",
) -> tuple[Frame, ...]:
    """The frames of one slide; the first has the slide's own id, the next `id~2` and so on.

    What does not fit even at the floor of the type scale is reported as an error with its place and excess.
    """
    page = Chrome(slide, 1, 1, first_number)
    arrangements = _offered(arrangements, stage)
    stage = replace(stage, references=References(numbered(slide, arrangements[0]), stage.references.pages))
    alone = stage = under_heads(page, arrangements, ground, stage)
    fitted = _fitted(arrangements, stage)
    pages = 1
    while len(fitted.pages) > pages:
        # Titles of next pages are longer, those of many pages most, and may take a line more.
        pages = len(fitted.pages)
        before, stage = stage, under_heads(replace(page, page=pages, pages=pages), arrangements, ground, stage)
        if layouts_left(before) != layouts_left(stage):
            fitted = _fitted(arrangements, stage)
    if len(fitted.pages) == 1:  # perhaps again, where less room leaves no place to break it
        stage = alone
    _report(slide, fitted.misfits, diagnostics)
    warn_of_size(slide, fitted.head[0], fitted.size, diagnostics)
    frames = (
        _frame(
            placed,
            replace(page, page=number, pages=len(fitted.pages), number=first_number + number - 1),
            fitted,
            stage,
            diagnostics,
        )
        for number, placed in enumerate(fitted.pages, 1)
    )
    return tuple(scaled(frame, stage.template.scale) for frame in frames)


def _offered(arrangements: Sequence[Arrangement], stage: Stage) -> list[Arrangement]:
    """Those whose slide layout the template has; what then comes first is set as large as the first would be."""
    offered = [one for one in arrangements if one.slide_layout in stage.template.slide_layouts]
    before = offered[0].step - arrangements[0].step
    return [replace(one, step=max(one.step - before, 0)) for one in offered] if before else offered


def _fitted(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted:
    if stage.fits is None:
        return _tidied(_fit(arrangements, stage), stage)
    known_row = stage.fits.row

    def fit() -> Fitted:
        return _tidied(_fit([of_known_rows(one, known_row) for one in arrangements], stage), stage)

    set_with = (stage.theme, stage.charts, stage.compounds, stage.room, page_of(stage))
    asked = (*arrangements, *layouts_left(stage), stage.references)
    return stage.fits.fitted(asked, set_with, fit)


def _fit(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted:
    """On one page, else on next pages; on a client's template rather a little smaller than on next pages.

    A few things that belong together are set smaller still, and what fits nowhere as small as it takes: that a
    template has little room is not the content's fault.
    """
    for size, way, offered in _ways(arrangements, stage):
        fitted = way(offered, stage if size == 1 else replace(stage, size=size))
        if fitted:
            return fitted
    return _overflowing(arrangements, stage)


def _ways(arrangements: Sequence[Arrangement], stage: Stage) -> Iterator[tuple[float, Way, Sequence[Arrangement]]]:
    """How large a body is set, on one page or on several, and which of the arrangements are tried."""
    if not stage.theme.tight:
        yield from ((1.0, way, arrangements) for way in (_on_one, _continued))
        return
    few = max(map(item_count, arrangements), default=0) <= FEW
    meant = [one for one in arrangements if _as_meant(one, arrangements[0])]
    if len(meant) < len(arrangements):
        yield from ((size, _on_one, meant) for size in (1.0, *SMALLER[:2]))
    yield from ((size, _on_one, arrangements) for size in (1.0, *(SMALLER[:2] if few else SMALLER[:1])))
    yield 1.0, _shared_out, arrangements
    yield from ((size, _on_one, arrangements) for size in SMALLER[2 if few else 1 : -1])
    yield 1.0, _continued, arrangements
    yield from ((size, way, arrangements) for size in SMALLER for way in (_on_one, _continued))


def _as_meant(arrangement: Arrangement, first: Arrangement) -> bool:
    """Whether an arrangement has the form of what is said, and what closes a deck its own page."""
    own = first.slide_layout not in ALONE or arrangement.slide_layout == first.slide_layout
    return own and arrangement.step < ANOTHER_FORM


def _on_one(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted | None:
    """On one page where it fits one, the preferred arrangement in larger type where there is the room."""
    larger = ((step, 0) for step in range(-STEPS_UP[stage.room], 0))
    for step, number in (*larger, *_order(arrangements)):
        if _is_too_long(arrangements[number], stage, step):
            continue
        placed = _place(arrangements[number], stage, step)
        if not placed.misfits:
            climbed = _climbed(arrangements, number, step, stage.size)
            return Fitted(head_key(arrangements[number]), (placed,), climbed, size=stage.size)
    return None


def _is_too_long(arrangement: Arrangement, stage: Stage, step: int) -> bool:
    """Whether a table has more rows than its slot holds, however wide they are: then none of it needs to be set."""
    layout, setting = layout_left(arrangement, stage), stage.setting(step)
    tables = (one for one in arrangement.slots if isinstance(one, TableBlock) and one.slot not in layout.absent)
    return any(least_height(one, setting) - layout.slots[one.slot].box.height > EMU_PER_POINT for one in tables)


def _tidied(fitted: Fitted, stage: Stage) -> Fitted:
    """Tidied once, when the rung is found: to tidy takes as long as to fit."""
    setting = stage.setting(0)
    pages = (replace(page, items=tuple(tidied(item, setting) for item in page.items)) for page in fitted.pages)
    return replace(fitted, pages=tuple(pages))


def _order(arrangements: Sequence[Arrangement]) -> Iterator[tuple[int, int]]:
    """Step of the type scale and number of the arrangement, in the order of the ladder.

    Type never grows from one rung to the next: a larger region, which fits no later rung, never gets smaller type.
    What is a last resort has a ladder of its own behind that of the others.
    """
    for last_resort in (False, True):
        own = [(number, one) for number, one in enumerate(arrangements) if one.last_resort is last_resort]
        for step in range(STEPS):
            yield from ((step, number) for number, one in own if one.step <= step)


def _climbed(arrangements: Sequence[Arrangement], number: int, step: int, size: float) -> tuple[str, ...]:
    said = []
    if number:
        said.append(f"reflowed: {arrangements[number].name or f'arrangement {number + 1}'}")
    if step > 0:
        said.append(f"type {step} step{'s' if step > 1 else ''} down")
    if size < 1:
        said.append(f"set at {size:.0%}")
    return tuple(said)


def _place(arrangement: Arrangement, stage: Stage, step: int) -> Placed:
    setting = stage.setting(step)
    layout = layout_left(arrangement, stage)
    placed = Placed()
    for block, slot in slotted(flowed(arrangement, layout, setting), layout):
        placed += place_slot(block, slot, setting)
    if arrangement.canvas:
        placed += place(arrangement.canvas, layout.canvas, setting)
    if stage.size != 1:
        placed = replace(placed, items=tuple(scaled_item(item, stage.size) for item in placed.items))
    if arrangement.bleed:
        own = stage.template.slide_layouts[arrangement.slide_layout]
        placed += bled(arrangement.bleed, own, page_of(stage))
    return placed


def _continued(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted | None:
    """The slide over as few pages as hold it; None where nothing can be split, or one item alone is too large.

    So few pages are filled with the largest type that they hold: a larger region never takes more pages, and on as
    many pages never smaller type.
    """
    counts = [len(_filled(arrangement, stage, STEPS - 1)) for arrangement in arrangements]
    fewest = min(filter(None, counts), default=0)
    if not fewest:
        return None
    for step, number in _order(arrangements):
        ends = _filled(arrangements[number], stage, step)
        if len(ends) == fewest:
            pages = _pages(arrangements[number], ends, stage, step)
            climbed = _climbed(arrangements, number, step, stage.size)
            return Fitted(head_key(arrangements[number]), pages, climbed, size=stage.size)
    return None


def _shared_out(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted | None:
    """The slide over next pages; None where some of many take one thing alone, which is worse than small type."""
    fitted = _continued(arrangements, stage)
    most = max(SHARED, max(map(item_count, arrangements)) // 2)
    return fitted if fitted and len(fitted.pages) <= most else None


def _pages(arrangement: Arrangement, ends: Sequence[int], stage: Stage, step: int) -> tuple[Placed, ...]:
    """One page for each end: as many items on each where they fit so, else as nearly as many as they hold."""
    arrangement = _ready(arrangement, stage, step)
    share, more = divmod(ends[-1], len(ends))
    even = [page * share + min(page, more) for page in range(len(ends) + 1)]
    pages = _cut(arrangement, even, stage, step)
    if not any(page.misfits for page in pages):
        return pages
    return _cut(arrangement, (0, *_balanced(arrangement, ends, stage, step)), stage, step)


def _balanced(arrangement: Arrangement, ends: Sequence[int], stage: Stage, step: int) -> Sequence[int]:
    """As many ends, where no page takes more items than leaves the last ones as many as they can get."""
    fullest = max(end - start for start, end in pairwise((0, *ends)))
    for most in range(-(-ends[-1] // len(ends)), fullest):
        found = _filled(arrangement, stage, step, most)
        if len(found) == len(ends):
            return found
    return ends


def _cut(arrangement: Arrangement, cuts: Sequence[int], stage: Stage, step: int) -> tuple[Placed, ...]:
    return tuple(_place(part(arrangement, *cut), stage, step) for cut in pairwise(cuts))


def _filled(arrangement: Arrangement, stage: Stage, step: int, most: int | None = None) -> list[int]:
    """Where each page ends when every page takes as many items as it holds, and no more than `most`.

    Empty where one holds none.
    """
    arrangement = _ready(arrangement, stage, step)
    count = item_count(arrangement)
    most = most or count
    ends: list[int] = []
    start, held = 0, 1
    while start < count:
        held = _holds(arrangement, start, min(count, start + most), held, stage, step)
        if not held:
            return []
        start += held
        ends.append(start)
    return ends


def _ready(arrangement: Arrangement, stage: Stage, step: int) -> Arrangement:
    return ready(arrangement, layout_left(arrangement, stage), stage.setting(step))


def _holds(arrangement: Arrangement, start: int, count: int, near: int, stage: Stage, step: int) -> int:
    """How many items from `start` on fit one page: looked for from `near` on in longer and longer strides, then by
    halving."""
    low, high, stride = 0, count - start, 1
    middle = min(near, high)
    while low < high:
        if _place(part(arrangement, start, start + middle), stage, step).misfits:
            high = middle - 1
            stride = 0
        else:
            low = middle
            stride *= 2
        middle = min(low + stride, high) if stride else (low + high + 1) // 2
    return low


def _overflowing(arrangements: Sequence[Arrangement], stage: Stage) -> Fitted:
    """The arrangement that comes nearest to fitting, at the floor of the type scale, and what of it does not fit."""
    tried = [(arrangement, _misfits(arrangement, stage)) for arrangement in arrangements]
    nearest, misfits = min(tried, key=lambda one: sum(misfit.over for misfit in one[1]))
    return Fitted(head_key(nearest), (_place(nearest, stage, STEPS - 1),), (), misfits)


def _misfits(arrangement: Arrangement, stage: Stage) -> tuple[Misfit, ...]:
    """What does not fit even where each item has a page of its own."""
    arrangement = _ready(arrangement, stage, STEPS - 1)
    count = item_count(arrangement)
    pages = [part(arrangement, item, item + 1) for item in range(count)] or [arrangement]
    found = {misfit: None for page in pages for misfit in _place(page, stage, STEPS - 1).misfits}
    return tuple(found)


def _report(slide: PlannedSlide, misfits: Sequence[Misfit], diagnostics: Diagnostics) -> None:
    for misfit in misfits:
        span: Span = misfit.span if misfit.span.line else slide.span
        message = f"slide '{slide.id}': {misfit.what}: {misfit.excess}"
        diagnostics.error(misfit.code, message, span, misfit.hint)


def _frame(placed: Placed, page: Chrome, fitted: Fitted, stage: Stage, diagnostics: Diagnostics) -> Frame:
    slide, head = page.slide, stage.heads[fitted.head]
    layout = head.base
    page = replace(page, subtitle=fitted.head[1], drawing=fitted.head[3])
    own = head if page.pages == 1 else headed_on(page, fitted.head, layout, stage)
    own, placed_items = centred(own, placed.items, stage.setting(0))
    around = chrome(page, own, placed_items, stage.setting(0), stage.labels)
    _report(slide, around.misfits, diagnostics)
    frame_id = slide.id if page.page == 1 else f"{slide.id}~{page.page}"
    pages = len(fitted.pages)
    continued = (f"continued, slide {page.page} of {pages}",) if pages > 1 else ()
    body = (rows_told(item, stage.labels) for item in placed_items)
    plates = (ShapeItem(f"plate {number}", one.box, "rect", one.color) for number, one in enumerate(layout.plates, 1))
    items = named(frame_id, (*plates, *placed.behind, *around.before, *body, *around.after))
    return Frame(
        frame_id,
        layout.name,
        slide.title.plain,
        items,
        tuple(
            frame_runs(paragraph, stage.references) for paragraph in (*slide.notes.paragraphs, *told(placed.items))
        ),
        slide.section,
        slide.figures,
        (*fitted.ladder, *continued),
        layout.ground,
        not (fitted.misfits or around.misfits),
        fitted.size,
    )
