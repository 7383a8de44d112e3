"""Our own template, made from the brand.

In: a theme and the language of the prompts. Out: a complete .pptx without slides, always the same bytes, and the
Template that `reader` reads of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from deckgen.model.grounds import Paints, grounds
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.template import SlideLayout, Slot, Template
from deckgen.model.theme import Ground, LogoPicture, Theme
from deckgen.model.units import Box, inches
from deckgen.picture_files.bare import bare_picture
from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.package import Part, Relation, entries
from deckgen.powerpoint.ooxml.xml import R
from deckgen.powerpoint.own_template import parts
from deckgen.powerpoint.own_template.art import LOGO_ON_PRIMARY_RELATION, LOGO_RELATION
from deckgen.powerpoint.own_template.canvas import canvas, drawn_area
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS, LayoutSpec, SlotSpec
from deckgen.powerpoint.own_template.master import branded, slide_layout, slide_master

_ANCHORS: Mapping[str, Literal["top", "middle", "bottom"]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGNS: Mapping[str, Literal["left", "right"]] = {"l": "left", "r": "right"}

_OFFICE = "application/vnd.openxmlformats-officedocument"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

_MAIN = "/ppt/presentation.xml"
_MASTER = "/ppt/slideMasters/slideMaster1.xml"
_NOTES = "/ppt/notesMasters/notesMaster1.xml"
_HANDOUT = "/ppt/handoutMasters/handoutMaster1.xml"
_CORE, _EXTENDED = "/docProps/core.xml", "/docProps/app.xml"


def own_template(theme: Theme, language: Language) -> Template:
    """The template and its slide layouts, as the table has them: nothing has to be read back."""
    layouts = {
        spec.name: _slide_layout(branded(spec, theme), _layout_name(number), theme)
        for number, spec in enumerate(SLIDE_LAYOUTS, 1)
    }
    data = build_template(theme, language)
    return on_grounds(Template(data, MappingProxyType(layouts), theme.slide_width, theme.slide_height), theme)


def on_grounds(template: Template, theme: Theme) -> Template:
    """The template with what the theme paints each colour role with on each ground."""
    on = grounds(theme)
    return replace(template, paints=on["white"], grounds=on)


def _slide_layout(spec: LayoutSpec, part: str, theme: Theme) -> SlideLayout:
    slots = MappingProxyType({one.name: _slot(one) for one in spec.slots})
    area = drawn_area(spec) or canvas(slots, theme.slide_width, theme.slide_height)
    return SlideLayout(spec.name, slots, area, part, ground=spec.ground, flows=spec.flows)


def _slot(spec: SlotSpec) -> Slot:
    box = Box(inches(spec.x), inches(spec.y), inches(spec.width), inches(spec.height))
    look = (_ANCHORS[spec.anchor], spec.size, spec.bold, spec.color)
    return Slot(spec.name, spec.index, spec.type, box, *look, align=_ALIGNS[spec.align], role=spec.role)


def build_template(theme: Theme, language: Language) -> bytes:
    """The template as a file, its prompts in a language; not packed, for a deck packs the parts that it takes."""
    root = (
        Relation("rId1", f"{R}/officeDocument", _MAIN),
        Relation("rId2", _CORE_RELATION, _CORE),
        Relation("rId3", f"{R}/extended-properties", _EXTENDED),
    )
    on = grounds(theme)
    made = [*_main(theme, language), *_masters(theme, on, language), *_layouts(theme, on, language)]
    written = [*(_with_logos(part, theme) for part in made), *_logos(theme).values()]
    return zipped(entries(root, written), deflate=False)


def _logos(theme: Theme) -> dict[str, Part]:
    """The pictures among the logos, by the id of the relationship that leads to each."""
    given = {LOGO_RELATION: theme.logo, LOGO_ON_PRIMARY_RELATION: theme.logo_on_primary}
    return {
        id: Part(f"/ppt/media/logo{at}.{logo.form}", f"image/{logo.form}", bare_picture(logo.data, logo.form))
        for at, (id, logo) in enumerate(given.items(), 1)
        if isinstance(logo, LogoPicture)
    }


def _with_logos(part: Part, theme: Theme) -> Part:
    """The part with its relationships to the pictures that it shows."""
    shown = (
        Relation(id, f"{R}/image", logo.name)
        for id, logo in _logos(theme).items()
        if f'r:embed="{id}"'.encode() in part.data
    )
    return replace(part, relations=(*part.relations, *shown))


def _part(name: str, kind: str, text: str, *related: tuple[str, str]) -> Part:
    """A part and its relationships, given as (last word of the type, target) and numbered in order."""
    relations = tuple(Relation(f"rId{at}", f"{R}/{type}", target) for at, (type, target) in enumerate(related, 1))
    return Part(name, kind if "/" in kind else f"{_OFFICE}.presentationml.{kind}+xml", text.encode(), relations)


def _main(theme: Theme, language: Language) -> tuple[Part, ...]:
    related = (
        ("slideMaster", _MASTER),
        ("notesMaster", _NOTES),
        ("handoutMaster", _HANDOUT),
        ("presProps", "/ppt/presProps.xml"),
        ("viewProps", "/ppt/viewProps.xml"),
        ("theme", _theme_name(1)),
        ("tableStyles", "/ppt/tableStyles.xml"),
    )
    return (
        _part(_CORE, _CORE_TYPE, parts.core_properties(theme, language)),
        _part(_EXTENDED, f"{_OFFICE}.extended-properties+xml", parts.extended_properties(theme)),
        _part(_MAIN, "presentation.main", parts.presentation(theme, language), *related),
        _part("/ppt/presProps.xml", "presProps", parts.presentation_properties()),
        _part("/ppt/viewProps.xml", "viewProps", parts.view_properties()),
        _part("/ppt/tableStyles.xml", "tableStyles", parts.table_styles()),
    )


def _masters(theme: Theme, on: Mapping[Ground, Paints], language: Language) -> tuple[Part, ...]:
    """The three masters, each with a theme part of its own, as PowerPoint wants it."""
    layouts = tuple(("slideLayout", _layout_name(number)) for number, _ in enumerate(SLIDE_LAYOUTS, 1))
    own = (("theme", _theme_name(number)) for number in (1, 2, 3))
    themes = (parts.theme_part(theme), *[parts.theme_part(theme, paper=True)] * 2)
    master = slide_master(theme, on, language)
    return (
        _part(_MASTER, "slideMaster", master, *layouts, next(own)),
        _part(_NOTES, "notesMaster", parts.notes_master(language), next(own)),
        _part(_HANDOUT, "handoutMaster", parts.handout_master(language), next(own)),
        *(_part(_theme_name(number), f"{_OFFICE}.theme+xml", said) for number, said in enumerate(themes, 1)),
    )


def _layouts(theme: Theme, on: Mapping[Ground, Paints], language: Language) -> tuple[Part, ...]:
    return tuple(
        _part(
            _layout_name(number),
            "slideLayout",
            slide_layout(spec, theme, on, language),
            ("slideMaster", _MASTER),
        )
        for number, spec in enumerate(SLIDE_LAYOUTS, 1)
    )


def _layout_name(number: int) -> str:
    return f"/ppt/slideLayouts/slideLayout{number}.xml"


def _theme_name(number: int) -> str:
    return f"/ppt/theme/theme{number}.xml"
