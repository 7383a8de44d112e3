"""The XML of masters, layouts and what stands on them. In: the nouns of `parts`. Out: text; ids of relationships are
asked of a function, which also takes in the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from itertools import count

from templates.building.parts import Box, Holder, Layout, Levels, Master, Shape
from templates.building.png import disc

Related = Callable[[str, bytes], str]
"""The id of a relationship of a kind, such as `image`, to data."""

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_SCHEME = ("tx1", "tx2", "bg1", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_LIGHT = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
_DARK = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
_ACCENTS = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7)) + ' hlink="hlink" folHlink="folHlink"'
_FIELDS = {
    "sldNum": ("{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "slidenum", "‹nr.›"),
    "dt": ("{1D8BD707-D9CF-40AE-B4C6-C98DA3205C09}", "datetime1", "01-02-2024"),
}
_TITLE = "Klik for at skrive en titel"
_PROMPTS = {"title": _TITLE, "ctrTitle": _TITLE, "ftr": ""}


def master_xml(master: Master, layout_ids: list[tuple[int, str]], related: Related) -> str:
    ids = count(2)
    shapes = [shape_xml(one, next(ids), related) for one in master.drawn]
    for holder in master.holders:
        anchored = replace(holder, anchor=master.title_anchor) if holder.type == "title" else holder
        shapes.append(holder_xml(anchored, next(ids), related, on_master=True))
    listed = "".join(f'<p:sldLayoutId id="{id}" r:id="{relation}"/>' for id, relation in layout_ids)
    title, body = levels_xml(master.title, "+mj", related), levels_xml(master.body, "+mn", related)
    other = levels_xml(Levels(sizes=(18,), markers=("-",)), "+mn", related)
    tree = f"<p:spTree>{TREE}{''.join(shapes)}</p:spTree>"
    return (
        f"{HEAD}<p:sldMaster {NS}><p:cSld>{_ground(master.ground)}{tree}</p:cSld>"
        f"<p:clrMap {_DARK if master.dark else _LIGHT} {_ACCENTS}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_xml(layout: Layout, related: Related) -> str:
    ids = count(2)
    shapes = [shape_xml(one, next(ids), related) for one in layout.drawn]
    shapes += [holder_xml(one, next(ids), related) for one in layout.holders]
    kind = f' type="{layout.kind}"' if layout.kind else ' userDrawn="1"'
    hides = ' showMasterSp="0"' if layout.without_master_shapes else ""
    name = f' name="{escape(layout.name)}"' if layout.name else ""
    ground = _picture_ground(related("image", layout.png)) if layout.png else _ground(layout.ground)
    return (
        f'{HEAD}<p:sldLayout {NS}{hides}{kind} preserve="1"><p:cSld{name}>{ground}<p:spTree>{TREE}{"".join(shapes)}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _ground(color: str) -> str:
    filled = f"{fill(color)}<a:effectLst/>"
    return f"<p:bg><p:bgPr>{filled}</p:bgPr></p:bg>" if color else ""


def _picture_ground(relation: str) -> str:
    blip = f'<a:blip r:embed="{relation}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch>'
    filled = f'<a:blipFill dpi="0" rotWithShape="1">{blip}</a:blipFill>'
    return f"<p:bg><p:bgPr>{filled}<a:effectLst/></p:bgPr></p:bg>"


def fill(color: str) -> str:
    return f"<a:solidFill>{_color(color)}</a:solidFill>" if color else "<a:noFill/>"


def _color(color: str) -> str:
    return f'<a:schemeClr val="{color}"/>' if color in _SCHEME else f'<a:srgbClr val="{color}"/>'


def emu(inches: float) -> int:
    return round(inches * 914400)


def place(box: Box) -> str:
    x, y, width, height = (emu(side) for side in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def shape_xml(shape: Shape, id: int, related: Related) -> str:
    named = f'<p:cNvPr id="{id}" name="{escape(shape.name)} {id}"/>'
    if shape.png:
        blip = f'<a:blip r:embed="{related("image", shape.png)}"/><a:stretch><a:fillRect/></a:stretch>'
        return (
            f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>{blip}</p:blipFill>'
            f"<p:spPr>{place(shape.box)}{_form('rect')}</p:spPr></p:pic>"
        )
    line = f'<a:ln w="12700">{fill(shape.line)}</a:ln>'
    if not (shape.box[2] and shape.box[3]):
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{named}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f"<p:spPr>{place(shape.box)}{_form('line')}{line}</p:spPr></p:cxnSp>"
        )
    run = f'<a:r><a:rPr lang="da-DK" sz="1000">{fill(shape.text_color)}</a:rPr><a:t>{escape(shape.text)}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(shape.box)}'
        f"{_form(shape.form)}{fill(shape.fill)}{line}</p:spPr><p:txBody>"
        f'<a:bodyPr anchor="ctr"/><a:lstStyle/><a:p>{run if shape.text else ""}</a:p></p:txBody></p:sp>'
    )


def _form(form: str) -> str:
    return f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'


def holder_xml(holder: Holder, id: int, related: Related, *, on_master: bool = False) -> str:
    kind = "" if holder.type == "obj" else f' type="{holder.type}"'
    index = f' idx="{holder.index}"' if holder.index else ""
    placed = place(holder.box) + (_form("rect") if on_master else "") if holder.box else ""
    anchor = f' anchor="{holder.anchor}"' if holder.anchor else ""
    style = levels_xml(holder.levels, "", related) if holder.levels else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(holder.name or holder.type)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{placed}</p:spPr>'
        f"<p:txBody><a:bodyPr{anchor}><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>{_prompt(holder)}"
        "</p:txBody></p:sp>"
    )


def _prompt(holder: Holder) -> str:
    if holder.type in _FIELDS:
        id, kind, shown = _FIELDS[holder.type]
        run = f'<a:fld id="{id}" type="{kind}"><a:rPr lang="da-DK"/><a:t>{shown}</a:t></a:fld>'
        return f'<a:p>{run}<a:endParaRPr lang="da-DK"/></a:p>'
    said = holder.prompt or _PROMPTS.get(holder.type, "Klik for at tilføje tekst")
    texts = [said] if said else []
    if holder.type in ("body", "obj") and not holder.prompt:
        texts += ["Andet niveau", "Tredje niveau"]
    lines = (
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="da-DK"/><a:t>{escape(text)}</a:t></a:r></a:p>'
        for level, text in enumerate(texts)
    )
    return "".join(lines) or '<a:p><a:endParaRPr lang="da-DK"/></a:p>'


def levels_xml(levels: Levels, face: str, related: Related) -> str:
    """Paragraph styles, one a level. `face` is the theme's, `+mj` or `+mn`; empty where it is inherited."""
    return "".join(_levels(levels, face, related))


def _levels(levels: Levels, face: str, related: Related) -> Iterator[str]:
    for at, size in enumerate(levels.sizes):
        marker = levels.markers[at] if at < len(levels.markers) else "-"
        hang = 0 if marker == "-" or len(levels.sizes) == 1 else 228600
        typeface = levels.face or (f"{face}-lt" if face else "")
        latin = f'<a:latin typeface="{escape(typeface)}"/>' if typeface else ""
        far = f'<a:ea typeface="{face}-ea"/><a:cs typeface="{face}-cs"/>' if face else ""
        align = f'algn="{levels.align}"' if levels.align else ""
        indent = f'marL="{at * 342900 + hang}" indent="{-hang}" {align}'
        spacing = (
            f'<a:lnSpc><a:spcPct val="{levels.spacing * 1000}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{600 if hang else 0}"/></a:spcBef>'
        )
        bold = ' b="1"' if levels.bold else ""
        default = f'<a:defRPr sz="{round(size * 100)}"{bold} kern="1200">'
        color = fill(levels.color) if levels.color else ""
        yield (
            f'<a:lvl{at + 1}pPr {indent} defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
            f"{spacing}{_marker(marker if hang else '-', levels, related)}{default}{color}{latin}{far}"
            f"</a:defRPr></a:lvl{at + 1}pPr>"
        )


def _marker(marker: str, levels: Levels, related: Related) -> str:
    if marker == "-":
        return "<a:buNone/>"
    if marker == "1.":
        return '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    if marker == "picture":
        relation = related("image", disc(24, "C8102E"))
        return f'<a:buSzPct val="100000"/><a:buBlip><a:blip r:embed="{relation}"/></a:buBlip>'
    face = f'<a:buClr>{_color("accent1")}</a:buClr><a:buFont typeface="{escape(levels.marker_face)}"/>'
    return f'{face}<a:buChar char="{escape(marker)}"/>'
