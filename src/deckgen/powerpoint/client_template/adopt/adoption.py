"""The door: a client's template in, what layout and writer need of it out.

In: bytes of a .pptx that preflight let pass, and what a person mapped. Out: an Adoption; what the template lacks is
reported. Boxes are those of a page whose shorter side is 7.5 in, so that type keeps its size on the wall.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.contrast import contrast, is_dark
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import MappedLayout, SlideLayout, Template, TemplateMapping
from deckgen.model.theme import SCHEME, Color, Form, Theme
from deckgen.model.units import Box, inches
from deckgen.powerpoint.client_template.adopt.composed import composed
from deckgen.powerpoint.client_template.adopt.demands import WISHES, Wish
from deckgen.powerpoint.client_template.adopt.design import shown as shown_colors
from deckgen.powerpoint.client_template.adopt.painted import Ground
from deckgen.powerpoint.client_template.adopt.palette import Palette, palette_of
from deckgen.powerpoint.client_template.adopt.plates import mixed, surface
from deckgen.powerpoint.client_template.adopt.scores import OPENINGS, Family, Page, Score, ranked, score, serves
from deckgen.powerpoint.client_template.adopt.sheets import Holder, Master, Sheet, plain_name, read_masters
from deckgen.powerpoint.client_template.adopt.slots import bind
from deckgen.powerpoint.ooxml.placeholders import TITLES
from deckgen.powerpoint.own_template.reader import read_own_template

SHORTER_SIDE = inches(7.5)
_USUAL_FACE = "Calibri"
_PLAIN: tuple[Family, ...] = ("text", "only")
_NEAR = inches(0.5)
_AS_MAPPED = ("the mapping says so",)
_AS_COMPOSED = ("no slide layout is made for it: title and text are drawn",)
_OPENING = 3.0
"""What a slide layout that is made for an opening scores at least."""
_AS_GOOD = 3.0
"""By how much less a slide layout may score that is as good for an opening."""
_AS_DRAWN = ("nothing serves better: its title's place is left empty",)


@dataclass(frozen=True, slots=True)
class Served:
    """Which slide layout of the client's serves one of ours, as what, and why."""

    name: str
    sheet: Sheet
    family: Family
    reasons: tuple[str, ...]
    layout: SlideLayout


@dataclass(frozen=True, slots=True)
class Adoption:
    """A client's template taken over. `own` where it is one of ours, as somebody changed it in PowerPoint."""

    template: Template
    colors: Mapping[Color, str]
    heading_face: str
    body_face: str
    masters: tuple[Master, ...]
    master: Master
    served: tuple[Served, ...]
    own: bool = False


def in_template(theme: Theme, adopted: Adoption) -> Theme:
    """The theme with the template's colours, faces and size; wordmark and template are the client's."""
    return replace(
        theme,
        colors=adopted.colors,
        heading_face=adopted.heading_face,
        body_face=adopted.body_face,
        slide_width=adopted.template.width,
        slide_height=adopted.template.height,
        logo=None,
        logo_on_primary=None,
        form=Form(),
        dark=is_dark(adopted.colors),
        bold_titles=False,
        tight=not adopted.own,
    )


def adopt(data: bytes, mapping: TemplateMapping, shown: str, diagnostics: Diagnostics) -> Adoption | None:
    """`shown` is the template as messages name it. None where it has no slide layout, or none has room."""
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(data))
    page = Box(0, 0, int(presentation.slide_width), int(presentation.slide_height))
    scale = min(page.width, page.height) / SHORTER_SIDE
    masters = tuple(_scaled_master(one, 1 / scale) for one in read_masters(presentation))
    ours = _ours(data, masters)
    if ours is not None and not mapping.layouts:
        return ours
    inner = _scaled(page, 1 / scale)
    chosen = _master(masters, inner, mapping, diagnostics)
    if chosen is None:
        hint = "save it with its slide layouts, or take another file"
        diagnostics.error("template-no-slide-layouts", "the template has no slide layout", Span(shown), hint)
        return None
    ground = _page(chosen, inner)
    palette = palette_of(chosen.scheme, ground.ground, shown_colors(chosen, ground))
    kin = tuple(sheet for one in masters if one != chosen and one.scheme == chosen.scheme for sheet in one.sheets)
    made = [_served(wish, chosen, kin, ground, palette, mapping, diagnostics) for wish in WISHES]
    served = _agreeing(_of_one_set([one for one in made if one is not None], chosen, ground, palette))
    if not _report(served, shown, diagnostics):
        return None
    _report_mixed(served, palette, shown, diagnostics)
    layouts = MappingProxyType({one.name: one.layout for one in served})
    template = Template(data, layouts, page.width, page.height, scale, palette.paints)
    faces = (chosen.heading_face or _USUAL_FACE, chosen.body_face or _USUAL_FACE)
    return Adoption(template, palette.colors, *faces, masters, chosen, served)


def _of_one_set(served: list[Served], master: Master, page: Page, palette: Palette) -> list[Served]:
    """Content on slide layouts whose titles are alike, where a template has its slide layouts in several variants."""
    content = {wish.name: wish for wish in WISHES if not OPENINGS.intersection(wish.families)}
    heads = [_head(one.sheet) for one in served if one.name in content and one.reasons is not _AS_MAPPED]
    if not heads:
        return served
    common = max(heads, key=heads.count)
    own = replace(master, sheets=tuple(one for one in master.sheets if _head(one) == common))
    none = TemplateMapping()

    def alike(one: Served) -> Served:
        if one.name not in content or one.reasons is _AS_MAPPED or _head(one.sheet) == common:
            return one
        other = _served(content[one.name], own, (), page, palette, none, Diagnostics())
        return one if other is None or other.reasons is _AS_DRAWN else other

    return [alike(one) for one in served]


def _head(sheet: Sheet) -> tuple[object, ...]:
    """How a title stands, to the eye: a place within half an inch, its colour and its size."""
    title = sheet.title
    if title is None:
        return ()
    return (title.box.x // _NEAR, title.box.y // _NEAR, title.color, title.size)


def _agreeing(served: list[Served]) -> tuple[Served, ...]:
    """A tracker on all content slides or on none: it does not come and go with the slide layout."""
    led = [one for one in served if "tracker" in one.layout.slots]
    if 2 * len(led) > len([one for one in served if "foot" in one.layout.slots]):
        return tuple(served)
    return tuple(replace(one, layout=_without_tracker(one.layout)) for one in served)


def _without_tracker(layout: SlideLayout) -> SlideLayout:
    slots = {name: slot for name, slot in layout.slots.items() if name != "tracker"}
    return replace(layout, slots=MappingProxyType(slots), absent=layout.absent | {"tracker"})


def _ours(data: bytes, masters: tuple[Master, ...]) -> Adoption | None:
    """The template as it is, where it has all our slide layouts and slots under our names."""
    read = read_own_template(data)
    if read is None:
        return None
    first = masters[0]
    colors = {role: first.scheme[place] for role, place in SCHEME.items()}
    return Adoption(read, colors, first.heading_face, first.body_face, masters, first, (), own=True)


def _master(
    masters: tuple[Master, ...], page: Box, mapping: TemplateMapping, diagnostics: Diagnostics
) -> Master | None:
    """The one that was asked for, else the one that serves best as a whole: a deck keeps to one theme."""
    able = [one for one in masters if one.sheets]
    if mapping.master is not None:
        asked = [one for one in able if one.number == mapping.master - 1]
        if not asked:
            message = f"the template has no master {mapping.master} with slide layouts"
            hint = f"masters count from 1 to {len(masters)}; `deckgen template inspect` lists them"
            diagnostics.error("template-master-unknown", message, mapping.master_span, hint)
        able = asked or able
    return max(able, key=lambda one: round(serves(one, _page(one, page)), 3), default=None)


def _page(master: Master, box: Box) -> Page:
    """The page with the ground that the master's content slides have.

    Where it cannot be read on throughout, it is the theme's own: content then stands on a plain field.
    """
    first = Page(box, master.ground or "FFFFFF")
    tops = [found[0][0] for family in _PLAIN if (found := ranked(master, family, first))]
    middle = box.inset(box.width // 16, box.height // 5, box.width // 16, box.height // 8)
    surfaces = [seen for one in tops if (seen := surface(middle, one, first)).color]
    if any(found.even and found.color == master.ground for found in surfaces):
        return first
    if surfaces:
        return Page(box, surfaces[0].color if surfaces[0].even else master.scheme["bg1"])
    ink = next((holder.color for one in tops for holder in one.holders), "000000")
    return Page(box, "FFFFFF" if contrast(ink, "FFFFFF") > contrast(ink, "000000") else "202020")


def _served(
    wish: Wish,
    master: Master,
    kin: tuple[Sheet, ...],
    page: Page,
    palette: Palette,
    mapping: TemplateMapping,
    diagnostics: Diagnostics,
) -> Served | None:
    """`kin` are the slide layouts of other masters in the same colours, which may open a deck that has no opening."""
    asked = mapping.layouts.get(wish.name)
    if asked is not None:
        sheet = next((one for one in master.sheets if one.label == plain_name(asked.name)), None)
        served = _as_mapped(wish, sheet, master, page, palette) if sheet else None
        if served:
            return served
        _refuse_mapped(wish, asked, sheet, master, diagnostics)
    for family in wish.families:
        served = _of_family(wish, family, _with_kin(master, family, kin, page), page, palette)
        if served:
            return served
    if wish.opening and (served := _composed(wish, master, page, palette)):
        return served
    return _drawn(wish, [sheet for sheet, _ in ranked(master, "only", page)], _AS_DRAWN, master, page, palette)


def _of_family(wish: Wish, family: Family, master: Master, page: Page, palette: Palette) -> Served | None:
    """The best of a family; of openings rather a near one that is read without a field over its picture."""
    best: tuple[float, Served] | None = None
    for sheet, scored in ranked(master, family, page):
        bound = bind(wish, sheet, family, master, page, palette) if _made_for(family, scored) else None
        if bound is None:
            continue
        served = Served(wish.name, bound.sheet, bound.family, scored.reasons, bound.layout)
        if best is None and (family not in OPENINGS or not bound.layout.plates):
            return served
        if best is None:
            best = scored.value, served
        elif scored.value < best[0] - _AS_GOOD:
            break
        elif not bound.layout.plates:
            return served
    return best[1] if best else None


def _with_kin(master: Master, family: Family, kin: tuple[Sheet, ...], page: Page) -> Master:
    """The master with its kin where a family of openings has nothing on it that is made for it."""
    if family not in OPENINGS or any(_made_for(family, scored) for _, scored in ranked(master, family, page)):
        return master
    return replace(master, sheets=(*master.sheets, *kin))


def _made_for(family: Family, scored: Score) -> bool:
    """Whether a slide layout is made for an opening, and does not just have a title too; any serves content."""
    return family not in OPENINGS or scored.value >= _OPENING


def _composed(wish: Wish, master: Master, page: Page, palette: Palette) -> Served | None:
    """An opening drawn on a cover without a title, else on the first content slide with room for it."""
    covers = [one for one in master.sheets if one.type == "title" and one.title is None]
    for sheet in (*covers, *(sheet for sheet, _ in ranked(master, "only", page))):
        layout = composed(wish, Ground(sheet, page, palette), master)
        if layout:
            return Served(wish.name, sheet, "only", _AS_COMPOSED, layout)
    return None


def _refuse_mapped(
    wish: Wish, asked: MappedLayout, sheet: Sheet | None, master: Master, diagnostics: Diagnostics
) -> None:
    if sheet is not None:
        message = f"the slide layout '{asked.name}' has no room for `{wish.name}`"
        diagnostics.error("template-layout-full", message, asked.span, "name another one, or none")
        return
    near = difflib.get_close_matches(asked.name, [one.label for one in master.sheets], 1)
    hint = f"did you mean '{near[0]}'?" if near else "`deckgen template inspect` lists them, for each master"
    message = f"master {master.number + 1} of the template has no slide layout '{asked.name}'"
    diagnostics.error("template-layout-unknown", message, asked.span, hint)


def _as_mapped(wish: Wish, sheet: Sheet, master: Master, page: Page, palette: Palette) -> Served | None:
    """The slide layout that a person chose, as the first family that it can serve."""
    for family in (*wish.families, "only"):
        scored = score(sheet, family, page)
        bound = bind(wish, sheet, family, master, page, palette) if scored else None
        if scored and bound:
            return Served(wish.name, bound.sheet, bound.family, _AS_MAPPED, bound.layout)
    return _drawn(wish, [sheet], _AS_MAPPED, master, page, palette)


def _drawn(
    wish: Wish, sheets: list[Sheet], reasons: tuple[str, ...], master: Master, page: Page, palette: Palette
) -> Served | None:
    """The first of the slide layouts that has room when we draw the title ourselves, on top."""
    for sheet in sheets:
        bare = replace(sheet, holders=tuple(one for one in sheet.holders if one.type not in TITLES))
        bound = bind(wish, bare, "only", master, page, palette)
        if bound:
            return Served(wish.name, bound.sheet, bound.family, reasons, bound.layout)
    return None


def _report(served: tuple[Served, ...], shown: str, diagnostics: Diagnostics) -> bool:
    """What a template lacks that the deck then has to draw; whether it has room for all."""
    full = [wish.name for wish in WISHES if all(one.name != wish.name for one in served)]
    if full:
        message = f"no slide layout has room for {', '.join(full)}: what they draw takes the page"
        diagnostics.error(
            "template-no-room", message, Span(shown), "add a slide layout with a title on top to the template"
        )
    titleless = [one.name for one in served if one.sheet.title is None and one.reasons is not _AS_COMPOSED]
    if titleless:
        message = f"no slide layout with a title serves {', '.join(titleless)}: the deck places titles itself"
        hint = "map it to a slide layout with a title, or add a title to the template"
        diagnostics.warning("template-no-title", message, Span(shown), hint)
    return not full


def _report_mixed(served: tuple[Served, ...], palette: Palette, shown: str, diagnostics: Diagnostics) -> None:
    """Slide layouts of the client's, each once, whose pictures swallow a part of what stands on them."""
    told: set[str] = set()
    for one in served:
        names = mixed(one.layout, one.sheet, palette)
        if names and one.sheet.part not in told:
            told.add(one.sheet.part)
            message = (
                f"the picture of the slide layout '{one.sheet.label}' is light and dark under {', '.join(names)}"
            )
            hint = f"map `{one.name}` to a slide layout with an even ground, or make the picture even there"
            diagnostics.warning("template-mixed-ground", message, Span(shown), hint)


def _scaled_master(master: Master, factor: float) -> Master:
    body = _scaled(master.body, factor) if master.body else None
    return replace(master, body=body, sheets=tuple(_scaled_sheet(one, factor) for one in master.sheets))


def _scaled_sheet(sheet: Sheet, factor: float) -> Sheet:
    drawn = tuple(replace(one, box=_scaled(one.box, factor)) for one in sheet.drawn)
    return replace(sheet, holders=tuple(_scaled_holder(one, factor) for one in sheet.holders), drawn=drawn)


def _scaled_holder(holder: Holder, factor: float) -> Holder:
    hang = None if holder.hang is None else round(holder.hang * factor)
    box, inner = _scaled(holder.box, factor), _scaled(holder.inner, factor)
    return replace(holder, box=box, inner=inner, size=round(holder.size * factor, 2), hang=hang)


def _scaled(box: Box, factor: float) -> Box:
    return Box(*(round(side * factor) for side in (box.x, box.y, box.width, box.height)))
