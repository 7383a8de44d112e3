"""Text boxes, filled placeholders, drawn shapes, lines and groups.

In: items of a frame. Out: elements of a shape tree as text; ids are unique on the slide.
"""

from __future__ import annotations

from deckgen.model.frames import GroupItem, ShapeItem, SlotRef, TextItem
from deckgen.model.outline import Outline
from deckgen.model.theme import Color
from deckgen.model.units import Box, points
from deckgen.powerpoint.ooxml.freeform import freeform
from deckgen.powerpoint.ooxml.units import NO_INSETS
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.text import ANCHOR, jump, paragraphs
from deckgen.xml_text import attribute

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_TITLES = ("title", "ctrTitle")
_HEAD = ' type="triangle" w="lg" len="lg"/>'
_ARROWS = {"": "", "left": f"<a:headEnd{_HEAD}", "right": f"<a:tailEnd{_HEAD}"}
"""The format's own head of a line is where it begins, which is at its left."""
_REGULAR = '<a:avLst><a:gd name="adj" fmla="val 28868"/><a:gd name="vf" fmla="val 115470"/></a:avLst>'
"""The corners of a hexagon whose sides are equal: by default they are not."""


def properties(scope: Scope, name: str, alt: str = "", inside: str = "") -> str:
    """The non-visual properties of a shape: an id of its own, its name and its alt text."""
    described = f' descr="{attribute(alt)}"' if alt else ""
    opening = f'<p:cNvPr id="{next(scope.ids)}" name="{attribute(name)}"{described}'
    return f"{opening}>{inside}</p:cNvPr>" if inside else f"{opening}/>"


def placeholder(slot: SlotRef | None) -> str:
    """`p:nvPr`, with the reference to the slide layout's placeholder where there is one."""
    if slot is None:
        return "<p:nvPr/>"
    index = f' idx="{slot.index}"' if slot.index else ""
    kind = "" if slot.type == "obj" else f' type="{slot.type}"'
    return f"<p:nvPr><p:ph{kind}{index}/></p:nvPr>"


def transform(box: Box, tag: str = "a:xfrm", inside: str = "", turned: str = "") -> str:
    """Where a shape sits, in whole EMU; `turned` is how, as attributes."""
    return (
        f'<{tag}{turned}><a:off x="{int(box.x)}" y="{int(box.y)}"/>'
        f'<a:ext cx="{int(box.width)}" cy="{int(box.height)}"/>{inside}</{tag}>'
    )


def outline(
    scope: Scope, color: Color | None, width: float, dashed: bool = False, round: bool = False, ends: str = ""
) -> str:
    """A line of `width` points, or explicitly none; `round` at its ends and corners; `ends` are heads at its ends."""
    if color is None:
        return _NO_LINE
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    cap, join = (' cap="rnd"', "<a:round/>") if round else ("", "")
    return f'<a:ln w="{points(width)}"{cap}>{scope.style.fill(color)}{dash}{join}{ends}</a:ln>'


def text_shape(item: TextItem, scope: Scope) -> str:
    """A text box; or, with a slot, a placeholder that takes place, anchor and insets from its slide layout.

    One with a box of its own says all three.
    """
    named = properties(scope, item.name, inside=jump(item.link, scope))
    if item.slot:
        inherited = item.slot.face or ("+mj-lt" if item.slot.type in _TITLES else "+mn-lt")
        kind, place = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', _own_place(item)
        own = f' wrap="square" {NO_INSETS} numCol="1" anchor="{ANCHOR[item.anchor]}"' if item.own_box else ""
        body = f"<a:bodyPr{own}><a:noAutofit/></a:bodyPr>"
    else:
        inherited = ""
        kind = '<p:cNvSpPr txBox="1"/>'
        place = f"<p:spPr>{transform(item.box)}{_geometry('rect')}<a:noFill/>{_NO_LINE}</p:spPr>"
        anchor = ANCHOR[item.anchor]
        body = f'<a:bodyPr wrap="square" {NO_INSETS} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    text = paragraphs(item.paragraphs, scope, inherited)
    return (
        f"<p:sp><p:nvSpPr>{named}{kind}{placeholder(item.slot)}</p:nvSpPr>{place}"
        f"<p:txBody>{body}<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _own_place(item: TextItem) -> str:
    if not item.own_box:
        return "<p:spPr/>"
    # A title that we draw ourselves is a placeholder for outlines alone: its layout's title may be a filled panel.
    bare = f"<a:noFill/>{_NO_LINE}" if item.slot and item.slot.face == "none" else ""
    return f"<p:spPr>{transform(item.box)}{_geometry('rect') if bare else ''}{bare}</p:spPr>"


def drawn_shape(item: ShapeItem, scope: Scope) -> str:
    """A shape without text, an outline as one freeform, or a line as a connector; all are decoration."""
    named = properties(scope, item.name, inside=_DECORATIVE)
    round = isinstance(item.geometry, Outline)
    line = outline(scope, item.line, item.line_width, item.dashed, round, _ARROWS[item.arrow])
    place = _placed(item)
    if item.geometry == "line":
        about = f"<p:nvCxnSpPr>{named}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        return f"<p:cxnSp>{about}<p:spPr>{place}{line}</p:spPr></p:cxnSp>"
    inside = scope.style.fill(item.fill) if item.fill else "<a:noFill/>"
    return f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}{inside}{line}</p:spPr></p:sp>"


def _placed(item: ShapeItem) -> str:
    """Where a drawn shape sits, and its outline; a hexagon of the format lies, and is turned on its point."""
    if item.geometry == "hexagon":
        box, more = item.box, (item.box.height - item.box.width) // 2
        lying = Box(box.x - more, box.y + more, box.height, box.width)
        return transform(lying, turned=' rot="5400000"') + _geometry("hexagon", _REGULAR)
    if isinstance(item.geometry, Outline):
        return transform(item.box) + freeform(item.geometry)
    if item.corner and item.geometry == "rect":
        return transform(item.box) + _rounded(item.box, item.corner)
    turned = ' flipV="1"' if item.rising else ""
    return transform(item.box, turned=turned) + _geometry(item.geometry, _guides(item))


def _guides(item: ShapeItem) -> str:
    """How far a shape points or narrows, which the format counts by its shorter side."""
    if not item.tip:
        return "<a:avLst/>"
    shorter = max(1, min(item.box.width, item.box.height))
    return f'<a:avLst><a:gd name="adj" fmla="val {round(100_000 * item.tip / shorter)}"/></a:avLst>'


def _rounded(box: Box, corner: float) -> str:
    """A rectangle with corners of that radius, which the format says as a part of the shorter side."""
    part = min(50_000, round(100_000 * points(corner) / max(1, min(box.width, box.height))))
    return _geometry("roundRect", f'<a:avLst><a:gd name="adj" fmla="val {part}"/></a:avLst>')


def group(item: GroupItem, named: str, children: str) -> str:
    """A group whose own coordinates are the slide's, so that its children keep theirs."""
    box = item.box
    own = f'<a:chOff x="{int(box.x)}" y="{int(box.y)}"/><a:chExt cx="{int(box.width)}" cy="{int(box.height)}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(box, inside=own)}</p:grpSpPr>{children}</p:grpSp>"
    )


def _geometry(preset: str, guides: str = "<a:avLst/>") -> str:
    return f'<a:prstGeom prst="{preset}">{guides}</a:prstGeom>'
