"""In: a Look. Out: a theme part, with lines, fills and effects as Office has them."""

from __future__ import annotations

from html import escape

from templates.building.parts import Look
from templates.building.sheet_xml import HEAD

_PLACES = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
_NS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_SHADED = (
    '<a:gradFill rotWithShape="1"><a:gsLst>'
    '<a:gs pos="0"><a:schemeClr val="phClr"><a:tint val="94000"/></a:schemeClr></a:gs>'
    '<a:gs pos="100000"><a:schemeClr val="phClr"><a:shade val="78000"/></a:schemeClr></a:gs></a:gsLst>'
    '<a:lin ang="5400000" scaled="0"/></a:gradFill>'
)


def theme_xml(look: Look) -> str:
    name = escape(look.name)
    colors = "".join(
        f'<a:{place}><a:srgbClr val="{color}"/></a:{place}>'
        for place, color in zip(_PLACES.split(), look.colors.split(), strict=True)
    )
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLAIN}<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme {_NS} name="{name}"><a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_face("major", look.heading)}{_face("minor", look.body)}</a:fontScheme>'
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{_PLAIN}{_SHADED}{_SHADED}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN}{_PLAIN}{_SHADED}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _face(place: str, face: str) -> str:
    latin = f'<a:latin typeface="{escape(face)}"/>'
    return f'<a:{place}Font>{latin}<a:ea typeface=""/><a:cs typeface=""/></a:{place}Font>'
