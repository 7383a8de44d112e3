"""What a slide layout draws for itself: grounds, thin lines, the brand's motif and its logo.

In: ornaments of the slide layouts, and the theme. Out: shapes as text, the motif marked as decoration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Artwork, Color, Layer, Logo, LogoPicture, Theme
from deckgen.model.units import EMU_PER_POINT, Box, Emu, inches, points
from deckgen.powerpoint.ooxml.freeform import freeform
from deckgen.powerpoint.ooxml.paint import Paints, fill, own_fill
from deckgen.powerpoint.own_template.layouts import BESIDE_TITLE, HEIGHT, WIDTH, Field, Motif, Name, Ornament
from deckgen.xml_text import attribute

LOGO_RELATION: Final = "rIdLogo"
LOGO_ON_PRIMARY_RELATION: Final = "rIdLogoOnPrimary"
"""By what a part names the pictures that a brand's logos may be."""

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_PLATE: Emu = inches(0.09)
"""What is seen of the plate around a picture that is made for light paper."""
_FAINT = 32
"""Per cent of a motif that is seen where it only accompanies."""
_MARK_HEIGHT: Emu = inches(1.16 * HEIGHT)
_MARK_CENTER = 0.6
"""Where the middle of a mark that is drawn large stands, from the left of its place."""


def ornament(drawn: Ornament, theme: Theme, ids: Iterator[int], paints: Paints, on_primary: Paints) -> str:
    """One ornament; a logo or a motif that the theme lacks is left out. `paints` are those on its own ground."""
    match drawn:
        case Field(name, x, y, width, height, color):
            box = Box(inches(x), inches(y), inches(width), inches(height))
            own = on_primary if drawn.on_primary else paints
            return _shape(name, box, _RECTANGLE + fill(color, own) + _NO_LINE, ids)
        case Motif(faint):
            return _motif(theme, _FAINT if faint else 100, ids, on_primary)
        case Name():
            return _logo(theme, drawn, ids, paints)


def _shape(name: str, box: Box, look: str, ids: Iterator[int]) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(ids)}" name="{attribute(name)}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>{look}</p:spPr></p:sp>'
    )


def _motif(theme: Theme, opacity: int, ids: Iterator[int], paints: Paints) -> str:
    """The motif as high as the page, or as wide as its place; else the mark, which the edges of the page cut off."""
    left = inches(BESIDE_TITLE)
    page = Box(left, 0, inches(WIDTH) - left, inches(HEIGHT))
    look = _Look(paints, opacity=opacity)
    if theme.motif:
        box = _fitted(theme.motif, page)
        at_edge = Box(page.right - box.width, page.bottom - box.height, box.width, box.height)
        return _artwork("motif", theme.motif, at_edge, look, ids)
    if theme.mark:
        width = round(_MARK_HEIGHT * theme.mark.width / theme.mark.height)
        middle = left + round(page.width * _MARK_CENTER)
        box = Box(max(left, middle - width // 2), (page.height - _MARK_HEIGHT) // 2, width, _MARK_HEIGHT)
        return _artwork("mark", theme.mark, box, replace(look, color="tint2"), ids)
    return ""


def _logo(theme: Theme, name: Name, ids: Iterator[int], paints: Paints) -> str:
    """The logo for the page, or (with a colour) for a page in primary."""
    own = theme.logo_on_primary if name.color else None
    logo = own or theme.logo
    if logo is None:
        return ""
    place = Box(inches(name.x), inches(name.y), inches(name.width), inches(name.height))
    box = _fitted(logo, place)
    x = place.right - box.width if name.align == "r" else place.x
    box = Box(x, place.y + (place.height - box.height) // 2, box.width, box.height)
    if isinstance(logo, Artwork):
        return _artwork("wordmark", logo, box, _Look(paints, None if own else name.color), ids)
    relation = LOGO_ON_PRIMARY_RELATION if own else LOGO_RELATION
    plated = name.color is not None and own is None
    plate = _shape("plate", _wider(box), _RECTANGLE + fill("background") + _NO_LINE, ids) if plated else ""
    return plate + _picture(logo, box, relation, ids)


def _fitted(logo: Logo, place: Box) -> Box:
    """The largest box of its proportions that fits, in the upper left corner."""
    scale = min(place.width / logo.width, place.height / logo.height)
    return Box(place.x, place.y, round(logo.width * scale), round(logo.height * scale))


def _wider(box: Box) -> Box:
    return Box(box.x - _PLATE, box.y - _PLATE, box.width + 2 * _PLATE, box.height + 2 * _PLATE)


def _picture(logo: LogoPicture, box: Box, relation: str, ids: Iterator[int]) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{next(ids)}" name="wordmark" descr="{attribute(logo.name)}"/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/>{_cut(logo)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        f"{_RECTANGLE}</p:spPr></p:pic>"
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How artwork is painted: `color` in place of its own, `opacity` in per cent."""

    paints: Paints
    color: Color | None = None
    opacity: int = 100

    def fill(self, layer: Layer) -> str:
        if layer.own and not self.color:
            return own_fill(layer.own, self.opacity)
        return fill(self.color or layer.color, self.paints, self.opacity)


def _cut(logo: LogoPicture) -> str:
    """The margins that are left out, in thousandths of a per cent."""
    sides = (round(100_000 * share) for share in logo.margins)
    said = "".join(f' {side}="{share}"' for side, share in zip("ltrb", sides, strict=True) if share)
    return f"<a:srcRect{said}/>" if said else ""


def _artwork(name: str, drawn: Artwork, box: Box, look: _Look, ids: Iterator[int]) -> str:
    """Artwork as one group: a shape for each of its layers, all over the same view."""
    frame = f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'
    inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    told = f' descr="{attribute(drawn.name)}"/>' if drawn.name else f">{_DECORATIVE}</p:cNvPr>"
    opening = (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{next(ids)}" name="{name}"{told}'
        f'<p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></p:grpSpPr>'
    )
    points_a_unit = box.width / drawn.width / EMU_PER_POINT
    shapes = (_shape("outline", box, _painted(layer, look, points_a_unit), ids) for layer in drawn.layers)
    return opening + "".join(shapes) + "</p:grpSp>"


def _painted(layer: Layer, look: _Look, points_a_unit: float) -> str:
    paint, stroke = look.fill(layer), layer.outline.paths[0].stroke
    line = f'<a:ln w="{points(stroke * points_a_unit)}">{paint}<a:round/></a:ln>' if stroke else _NO_LINE
    return freeform(layer.outline) + paint + line
