"""The slide master and the slide layouts as XML.

In: the table of slide layouts, the theme, the language of the prompts. Out: one part's text each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.template import OWN_PAINTS
from deckgen.model.theme import Color, Ground, Theme
from deckgen.model.units import inches, points
from deckgen.powerpoint.ooxml.bullets import PAGE_NUMBER, marker
from deckgen.powerpoint.ooxml.paint import Paints, fill
from deckgen.powerpoint.ooxml.units import NO_INSETS, hundredths
from deckgen.powerpoint.ooxml.xml import SERIALIZED, A, P, R
from deckgen.powerpoint.own_template.art import ornament
from deckgen.powerpoint.own_template.layouts import (
    BODY_BOTTOM,
    BODY_TOP,
    FOOT,
    FOOT_RULE,
    MARGIN,
    MEASURE,
    NUMBER,
    SLIDE_LAYOUTS,
    TITLE,
    WORDMARK,
    LayoutSpec,
    Ornament,
    SlotSpec,
    after_dark,
    in_form,
    without_motif,
)
from deckgen.xml_text import attribute, escape

NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
_ACCENTS = (
    'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="hlink" folHlink="folHlink"'
)
DARK_ON_LIGHT = f'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {_ACCENTS}'
LIGHT_ON_DARK = f'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {_ACCENTS}'
"""On a dark brand the theme's dark colours stay dark, as in PowerPoint's own dark themes; the map swaps them."""

FIRST_LAYOUT_ID = 2147483649

_HANG = {"none": 0.0, "bullet": 1.0, "number": 1.5}
"""Hanging indent per marker, in ems."""
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" '
    'y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_MASTER_BODY = SlotSpec(
    "body", 1, "body", MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP, 16, "text", marker="bullet", gap=6
)


def slide_master(theme: Theme, on: Mapping[Ground, Paints], language: Language) -> str:
    """The master: its own placeholders, the wordmark, and the styles that every layout starts from."""
    ids = count(2)
    art = _ornaments(
        (replace(FOOT_RULE, height=FOOT_RULE.height * theme.form.rule), WORDMARK), theme, ids, OWN_PAINTS, on
    )
    title = _weighted(TITLE, theme)
    slots = "".join(_slot(slot, language, ids) for slot in (title, _MASTER_BODY, FOOT, NUMBER))
    layouts = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + at}" r:id="rId{at + 1}"/>' for at in range(len(SLIDE_LAYOUTS))
    )
    colors = LIGHT_ON_DARK if theme.dark else DARK_ON_LIGHT
    return (
        f'{SERIALIZED}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>{_background("background")}<p:spTree>{TREE}'
        f"{art}{slots}</p:spTree></p:cSld><p:clrMap {colors}/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>{_levels(title, language)}</p:titleStyle>'
        f"<p:bodyStyle>{_levels(_MASTER_BODY, language, 9)}</p:bodyStyle>"
        f"<p:otherStyle>{default_text(language)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def slide_layout(spec: LayoutSpec, theme: Theme, on: Mapping[Ground, Paints], language: Language) -> str:
    """A slide layout; `on` are the paints on each ground."""
    ids = count(2)
    spec = branded(spec, theme)
    kind = f'type="{spec.type}" ' if spec.type else ""
    master = "" if spec.shows_master else 'showMasterSp="0" '
    background = "" if spec.background == "background" else _background(spec.background, on["white"])
    paints = on[spec.ground]
    art = _ornaments(spec.ornaments, theme, ids, paints, on)
    slots = "".join(_slot(slot, language, ids, paints) for slot in spec.slots)
    return (
        f'{SERIALIZED}<p:sldLayout {NAMESPACES} {master}{kind}preserve="1" userDrawn="1">'
        f'<p:cSld name="{attribute(spec.name)}">{background}<p:spTree>{TREE}{art}{slots}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def branded(spec: LayoutSpec, theme: Theme) -> LayoutSpec:
    """The slide layout as this brand has it: for light or dark slides, titles in its weight."""
    spec = in_form(spec, theme.form)
    spec = after_dark(spec) if theme.dark else spec
    spec = spec if theme.motif or theme.mark else without_motif(spec)
    return replace(spec, slots=tuple(_weighted(slot, theme) for slot in spec.slots))


def _weighted(slot: SlotSpec, theme: Theme) -> SlotSpec:
    """A title in the weight of this brand and, on the page, in its colour."""
    if slot.type not in ("title", "ctrTitle"):
        return slot
    color = theme.title_color if slot.color == "foreground" else slot.color
    return replace(slot, bold=theme.bold_titles, color=color)


def default_text(language: Language) -> str:
    """What text outside placeholders looks like, for all nine levels."""
    levels = []
    for level in range(9):
        levels.append(
            f'<a:lvl{level + 1}pPr marL="{inches(0.25 * level)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
            f'latinLnBrk="0" hangingPunct="1">{_run_defaults(16, "foreground", False, False, language)}'
            f"</a:lvl{level + 1}pPr>"
        )
    return "".join(levels)


def _ornaments(
    drawn: Sequence[Ornament], theme: Theme, ids: Iterator[int], paints: Paints, on: Mapping[Ground, Paints]
) -> str:
    return "".join(ornament(one, theme, ids, paints, on["primary"]) for one in drawn)


def _background(color: Color, paints: Paints = OWN_PAINTS) -> str:
    return f"<p:bg><p:bgPr>{fill(color, paints)}<a:effectLst/></p:bgPr></p:bg>"


def _slot(slot: SlotSpec, language: Language, ids: Iterator[int], paints: Paints = OWN_PAINTS) -> str:
    """A placeholder. Its look stands in its list style, so that text typed into it looks the same."""
    index = f' idx="{slot.index}"' if slot.index else ""
    quarter = ' sz="quarter"' if slot.index and slot.type not in ("body", "subTitle") else ""
    prompted = ' hasCustomPrompt="1"' if slot.prompt else ""
    ground = fill(slot.plate, paints) if slot.plate else ""
    look = _levels(slot, language, paints=paints)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(ids)}" name="{attribute(slot.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{slot.type}"{quarter}{index}{prompted}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{inches(slot.x)}" y="{inches(slot.y)}"/>'
        f'<a:ext cx="{inches(slot.width)}" cy="{inches(slot.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}</p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" {NO_INSETS} rtlCol="0" anchor="{slot.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{look}</a:lstStyle>{_prompt(slot, language)}</p:txBody></p:sp>"
    )


def _prompt(slot: SlotSpec, language: Language) -> str:
    run = said(language.prompts.named(slot.prompt), language) if slot.prompt else ""
    run = page_number(language) if slot.type == "sldNum" else run
    return f'<a:p>{run}<a:endParaRPr lang="{language.code}"/></a:p>'


def said(text: str, language: Language) -> str:
    """A run of text."""
    return f'<a:r><a:rPr lang="{language.code}"/><a:t>{escape(text)}</a:t></a:r>'


def page_number(language: Language) -> str:
    """The field that PowerPoint puts a page's number in."""
    shown = f'<a:rPr lang="{language.code}"/><a:t>{escape(language.prompts.page)}</a:t>'
    return f'<a:fld id="{PAGE_NUMBER}" type="slidenum">{shown}</a:fld>'


def _levels(slot: SlotSpec, language: Language, most: int = 3, paints: Paints = OWN_PAINTS) -> str:
    """Paragraph styles level by level; titles, foot and number have but one."""
    bodies = slot.type in ("body", "subTitle")
    return "".join(_level(slot, level, language, paints) for level in range(most if bodies else 1))


def _level(slot: SlotSpec, level: int, language: Language, paints: Paints) -> str:
    kind = slot.marker if level == 0 or slot.marker == "none" else "bullet"
    before = slot.gap if level == 0 else min(slot.gap, 3)
    hang = points(_HANG[kind] * slot.size)
    indent = hang + level * points(_HANG["bullet"] * slot.size)
    size = slot.size if level == 0 else max(12.0, slot.size - 2)
    return (
        f'<a:lvl{level + 1}pPr marL="{indent}" indent="{-hang}" algn="{slot.align}" defTabSz="914400" rtl="0" '
        'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{marker(kind, paints)}"
        f"{_run_defaults(size, slot.color, slot.heading, slot.bold, language, paints)}</a:lvl{level + 1}pPr>"
    )


def _run_defaults(
    size: float, color: Color, heading: bool, bold: bool, language: Language, paints: Paints = OWN_PAINTS
) -> str:
    face = "+mj" if heading else "+mn"
    color_of = fill(color, paints)
    return (
        f'<a:defRPr lang="{language.code}" sz="{hundredths(size)}" b="{int(bold)}" i="0" kern="1200">{color_of}'
        f'<a:latin typeface="{face}-lt"/><a:ea typeface="{face}-ea"/><a:cs typeface="{face}-cs"/></a:defRPr>'
    )
