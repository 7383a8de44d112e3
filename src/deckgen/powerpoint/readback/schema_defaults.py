"""What an attribute that is not written stands for, so that a part which spells it out says nothing more.

In: nothing. Out: tables by the name of an element.

`_SCHEMA` is out of the schemas of ECMA-376, Part 4, annex A: `dml-main.xsd`, `pml.xsd` and `dml-chart.xsd`, for what
can stand in a slide, a slide layout, a master or a chart. `_TEXT` is what the text of Part 1 (21.1, 20.1.2, 21.2) or
PowerPoint itself takes an absent attribute for where the schema names no default. A truth value stands here as 0 or
1, a share in thousandths of a per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from deckgen.powerpoint.ooxml.xml import A, C, P

_LOCKED: Final = (
    "noGrp noUngrp noDrilldown noSelect noRot noChangeAspect noMove noResize noEditPoints noAdjustHandles "
    "noChangeArrowheads noChangeShapeType noTextEdit noCrop"
)
_LOCKS: Final = dict.fromkeys(_LOCKED.split(), "0")
_SHOWN_WITH_MASTER: Final = {"showMasterSp": "1", "showMasterPhAnim": "1"}
_EDGES: Final = {"l": "0", "t": "0", "r": "0", "b": "0"}
_SCALED: Final = {"sx": "100000", "sy": "100000", "kx": "0", "ky": "0", "algn": "b", "rotWithShape": "1"}

_Table = tuple[tuple[str, str, Mapping[str, str]], ...]

_SCHEMA: Final[_Table] = (
    (A, "spLocks cxnSpLocks picLocks grpSpLocks graphicFrameLocks", _LOCKS),
    (A, "xfrm", {"rot": "0", "flipH": "0", "flipV": "0"}),
    (A, "bodyPr", {"upright": "0"}),
    (A, "buAutoNum", {"startAt": "1"}),
    (A, "normAutofit", {"fontScale": "100000", "lnSpcReduction": "0"}),
    (A, "latin ea cs sym buFont", {"pitchFamily": "0", "charset": "1"}),
    (A, "tblPr", dict.fromkeys(("rtl", "firstRow", "firstCol", "lastRow", "lastCol", "bandRow", "bandCol"), "0")),
    (A, "tc", {"rowSpan": "1", "gridSpan": "1", "hMerge": "0", "vMerge": "0"}),
    (
        A,
        "tcPr",
        {
            "marL": "91440",
            "marR": "91440",
            "marT": "45720",
            "marB": "45720",
            "vert": "horz",
            "anchor": "t",
            "anchorCtr": "0",
            "horzOverflow": "clip",
        },
    ),
    (A, "blip", {"cstate": "none"}),
    (A, "srcRect fillRect tileRect fillToRect", _EDGES),
    (A, "alphaModFix", {"amt": "100000"}),
    (A, "path", {"w": "0", "h": "0", "fill": "norm", "stroke": "1", "extrusionOk": "1"}),
    (A, "outerShdw", {"blurRad": "0", "dist": "0", "dir": "0"} | _SCALED),
    (A, "innerShdw", {"blurRad": "0", "dist": "0", "dir": "0"}),
    (A, "glow softEdge", {"rad": "0"}),
    (
        A,
        "hlinkClick hlinkHover hlinkMouseOver",
        {
            "invalidUrl": "",
            "action": "",
            "tgtFrame": "",
            "tooltip": "",
            "history": "1",
            "highlightClick": "0",
            "endSnd": "0",
        },
    ),
    (P, "cNvPr", {"descr": "", "hidden": "0", "title": ""}),
    (P, "cNvSpPr", {"txBox": "0"}),
    (P, "cNvPicPr", {"preferRelativeResize": "1"}),
    (P, "nvPr", {"isPhoto": "0", "userDrawn": "0"}),
    (P, "ph", {"type": "obj", "orient": "horz", "sz": "full", "idx": "0", "hasCustomPrompt": "0"}),
    (P, "sp", {"useBgFill": "0"}),
    (P, "bgPr", {"shadeToTitle": "0"}),
    (P, "bg", {"bwMode": "white"}),
    (P, "sld", {"show": "1"} | _SHOWN_WITH_MASTER),
    (
        P,
        "sldLayout",
        {"matchingName": "", "type": "cust", "preserve": "0", "userDrawn": "0"} | _SHOWN_WITH_MASTER,
    ),
    (P, "sldMaster", {"preserve": "0"}),
    (P, "notes", _SHOWN_WITH_MASTER),
    (P, "hf", dict.fromkeys(("sldNum", "hdr", "ftr", "dt"), "1")),
    (P, "transition", {"spd": "fast", "advClick": "1"}),
    (P, "cut fade", {"thruBlk": "0"}),
    (P, "cover pull push wipe", {"dir": "l"}),
    (P, "cTn", {"repeatCount": "1000", "spd": "100000", "accel": "0", "decel": "0", "autoRev": "0"}),
    (
        P,
        "bldP",
        {"uiExpand": "0", "build": "whole", "bldLvl": "1", "animBg": "0", "rev": "0", "advAuto": "indefinite"},
    ),
    (
        C,
        "overlay rAngAx showLegendKey showVal showCatName showSerName showPercent showBubbleSize delete "
        "showLeaderLines invertIfNegative bubble3D smooth varyColors marker auto noMultiLvlLbl autoTitleDeleted "
        "plotVisOnly showDLblsOverMax autoUpdate date1904 roundedCorners",
        {"val": "1"},
    ),
    (C, "layoutTarget", {"val": "outer"}),
    (C, "xMode yMode wMode hMode", {"val": "factor"}),
    (C, "firstSliceAng overlap", {"val": "0"}),
    (C, "lblOffset", {"val": "100"}),
    (C, "size", {"val": "5"}),
    (C, "gapWidth", {"val": "150"}),
    (C, "holeSize", {"val": "10"}),
    (C, "barDir", {"val": "col"}),
    (C, "orientation", {"val": "minMax"}),
    (C, "majorTickMark minorTickMark", {"val": "cross"}),
    (C, "tickLblPos", {"val": "nextTo"}),
    (C, "legendPos", {"val": "r"}),
    (C, "dispBlanksAs", {"val": "zero"}),
)

_LINE: Final = {"cap": "flat", "cmpd": "sng", "algn": "ctr"}
_TEXT: Final[_Table] = (
    (A, "ln", _LINE),
    (A, "lnL lnR lnT lnB lnTlToBr lnBlToTr", {"w": "12700"} | _LINE),
    (A, "headEnd tailEnd", {"type": "none", "w": "med", "len": "med"}),
    (
        A,
        "bodyPr",
        {
            "rot": "0",
            "spcFirstLastPara": "0",
            "vertOverflow": "overflow",
            "horzOverflow": "overflow",
            "vert": "horz",
            "wrap": "square",
            "spcCol": "0",
            "rtlCol": "0",
            "fromWordArt": "0",
            "anchorCtr": "0",
            "forceAA": "0",
            "compatLnSpc": "1",
        },
    ),
    (A, "pPr", {"lvl": "0", "rtl": "0", "eaLnBrk": "1", "latinLnBrk": "0", "hangingPunct": "1"}),
    (C, "numFmt", {"sourceLinked": "0"}),
)


def _by_element(table: Iterable[tuple[str, str, Mapping[str, str]]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for namespace, tags, attributes in table:
        for tag in tags.split():
            found.setdefault(f"{{{namespace}}}{tag}", {}).update(attributes)
    return found


DEFAULTS: Final = _by_element((*_SCHEMA, *_TEXT))
"""The element's full name → attribute → the value that says nothing."""

MEANS_NOTHING: Final[dict[str, str | None]] = {
    f"{{{C}}}{tag}": value
    for tag, value in (
        ("date1904", "0"),
        ("roundedCorners", "0"),
        ("invertIfNegative", "0"),
        ("bubble3D", "0"),
        ("auto", None),
        ("noMultiLvlLbl", "0"),
        ("lblOffset", None),
        ("lblAlgn", "ctr"),
        ("showDLblsOverMax", "0"),
        ("autoUpdate", "0"),
        ("plotVisOnly", None),
        ("overlay", "0"),
        ("overlap", None),
        ("gapWidth", None),
        ("showLeaderLines", "0"),
    )
}
"""Elements of a chart that, with this value (None: its default), draw what is drawn without them."""

EMPTY_MEANS_NOTHING: Final = frozenset(
    f"{{{namespace}}}{tag}"
    for namespace, tags in (
        (A, "pPr rPr lstStyle avLst objectDefaults extraClrSchemeLst effectLst srcRect tileRect ln headEnd tailEnd"),
        (A, "lnL lnR lnT lnB lnTlToBr lnBlToTr spLocks picLocks grpSpLocks graphicFrameLocks cxnSpLocks extLst"),
        (P, "extLst custDataLst"),
        (C, "extLst"),
    )
    for tag in tags.split()
)
"""Elements that, without attributes and children, might as well not be there."""
