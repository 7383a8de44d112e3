"""What a sheet says beside what it shows.

In: the root of a master, layout or theme, and the size of a page. Out: the same root without what nobody sees on a
slide: hidden shapes, what stands off the page, what other programs added, names, alt texts, tips of links. The
names of slide layouts and placeholders stay: they are the design.
"""

from __future__ import annotations

import re
from math import hypot
from typing import Any, Final

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, P

_SEEN_EXTENSIONS: Final = frozenset(
    (
        "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",  # the drawing (SVG) beside a picture
        "{A12FA001-AC4F-418D-AE19-62706E023703}",  # a link in the colour of its text
        "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",  # a shape that is decoration, for those who listen
        "{28A0092B-C50C-407E-A947-70E740481C1C}",  # the resolution of a picture
    )
)
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OWN: Final = P
"""The namespace that an attribute without one is of."""
_OFFICE: Final = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "urn:schemas-microsoft-com:")
_FIELDS: Final = re.compile(r"slidenum|datetime\d*|header|footer")
_SHAPES: Final = tuple(f"{{{P}}}{name}" for name in ("sp", "pic", "cxnSp", "grpSp", "graphicFrame", "contentPart"))
_NAMED: Final = ("theme", "clrScheme", "fontScheme", "fmtScheme")
NEUTRAL: Final = "Template"
_DRAWN: Final = {"sp": "Shape", "cxnSp": "Line", "grpSp": "Group", "pic": "Picture", "graphicFrame": "Frame"}
_AROUND_PRINT: Final = ("hdr", "ftr", "dt")
_ASIDE: Final = {
    "cNvPr": ("descr", "title"),
    **dict.fromkeys(("hlinkClick", "hlinkHover", "hlinkMouseOver"), ("tooltip", "tgtFrame", "invalidUrl")),
    **dict.fromkeys(("rPr", "defRPr", "endParaRPr"), ("bmk", "altLang")),
    **dict.fromkeys(("sp", "cxnSp", "pic", "graphicFrame"), ("macro", "textlink")),
    "sldLayout": ("matchingName",),
}
"""Attributes that hold words which no slide shows. Nobody is read the alt texts of a master: it is background."""


def without_extensions(root: Any) -> None:
    """Extensions hold ids, dates, guides and notes of programs and add-ins; those that draw are kept."""
    for listed in list(root.iter(f"{{{A}}}extLst", f"{{{P}}}extLst")):
        for extension in [one for one in listed if one.get("uri", "").upper() not in _SEEN_EXTENSIONS]:
            listed.remove(extension)
        if len(listed) == 0:
            listed.getparent().remove(listed)


def without_foreign(root: Any) -> None:
    """What other programs wrote in names of their own, which PowerPoint passes over, and ids that nothing refers to.

    Of alternatives those go that no PowerPoint understands.
    """
    for alternatives in list(root.iter(f"{{{_MC}}}AlternateContent")):
        _without_unknown_choices(alternatives)
    for element in list(root.iter(etree.Element)):
        if not _is_known(etree.QName(element).namespace or ""):
            element.getparent().remove(element)
            continue
        for name in [name for name in element.attrib if not _is_known(etree.QName(name).namespace or _OWN)]:
            del element.attrib[name]
    prefixes = root.attrib.pop(f"{{{_MC}}}Ignorable", "").split()
    known = [prefix for prefix in prefixes if _is_known(root.nsmap.get(prefix, ""))]
    if known:
        root.set(f"{{{_MC}}}Ignorable", " ".join(known))
    asked = [prefix for choice in root.iter(f"{{{_MC}}}Choice") for prefix in choice.get("Requires", "").split()]
    etree.cleanup_namespaces(root, keep_ns_prefixes=[*known, *asked])


def _without_unknown_choices(alternatives: Any) -> None:
    """Where no choice is left, what every program shows stands in the place of them all."""
    for choice in alternatives.findall(f"{{{_MC}}}Choice"):
        if not all(_is_known(choice.nsmap.get(prefix, "")) for prefix in choice.get("Requires", "").split()):
            alternatives.remove(choice)
    if alternatives.find(f"{{{_MC}}}Choice") is None:
        for shown in alternatives.findall(f"{{{_MC}}}Fallback/*"):
            alternatives.addprevious(shown)
        alternatives.getparent().remove(alternatives)


def _is_known(namespace: str) -> bool:
    return namespace.startswith(_OFFICE)


def without_unseen(root: Any, width: int, height: int) -> None:
    """Shapes that are hidden or off the page go, of a placeholder there only what it says; and texts of no colour."""
    for run in list(root.iter(f"{{{A}}}r", f"{{{A}}}fld")):
        if _is_without_color(run):
            run.getparent().remove(run)
    for shape in list(root.iter(*_SHAPES)):
        gone = root not in shape.iterancestors()
        if not gone and (_is_hidden(shape) or _is_off(shape, width, height)):
            if _place(shape) is None:
                shape.getparent().remove(shape)
            else:
                _silence(shape)


def without_asides(sheet: Any) -> None:
    """What is drawn is called by what it is; alt texts, tips of links and the like go.

    Placeholders keep their names, as slide layouts do: people know them by these, and so does a mapping.
    """
    for sound in list(sheet.iter(f"{{{A}}}snd")):
        sound.getparent().remove(sound)
    for field in sheet.iter(f"{{{A}}}fld"):
        if not _FIELDS.fullmatch(field.get("type", "")):
            field.attrib.pop("type", None)
    for element in sheet.iter(etree.Element):
        for attribute in _ASIDE.get(etree.QName(element).localname, ()):
            element.attrib.pop(attribute, None)
    for tree in sheet.iterfind(f"{{{P}}}cSld/{{{P}}}spTree/*/{{{P}}}cNvPr"):
        tree.set("name", "")
    for shape in sheet.iter(*_SHAPES):
        named = shape.find(f"*/{{{P}}}cNvPr")
        if named is not None and _place(shape) is None:
            word = _DRAWN.get(etree.QName(shape).localname, "Ink")
            named.set("name", f"{word} {named.get('id', '')}".strip())
    if etree.QName(sheet).localname != "sldLayout":
        sheet.find(f"{{{P}}}cSld").attrib.pop("name", None)


def without_headers(sheet: Any) -> None:
    """Header, footer and date of printed pages say what the file that they come from was about."""
    for shape in sheet.iter(f"{{{P}}}sp"):
        place = _place(shape)
        if place is not None and place.get("type") in _AROUND_PRINT:
            _silence(shape)


def without_style_names(styles: Any) -> None:
    """Table styles are known by their ids."""
    for number, style in enumerate(styles.iter(f"{{{A}}}tblStyle"), 1):
        style.set("styleName", f"{NEUTRAL} {number}")


def without_names(theme: Any) -> None:
    """A theme and its schemes are called by what they are, not by whoever made them; so are colours of its own."""
    for named in theme.iter(*(f"{{{A}}}{name}" for name in _NAMED)):
        named.set("name", NEUTRAL)
    for color in theme.iter(f"{{{A}}}custClr"):
        color.attrib.pop("name", None)


def _is_without_color(run: Any) -> bool:
    """Whether a text is drawn with nothing: neither filled nor outlined, or filled with what lets all through."""
    looks = run.find(f"{{{A}}}rPr")
    if looks is None or looks.find(f"{{{A}}}ln") is not None:
        return False
    alphas = looks.iterfind(f"{{{A}}}solidFill/*/{{{A}}}alpha")
    return looks.find(f"{{{A}}}noFill") is not None or any(one.get("val") in ("0", "0%") for one in alphas)


def _place(shape: Any) -> Any:
    """What says that a shape is a placeholder; None where it is drawn."""
    return shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph")


def _is_hidden(shape: Any) -> bool:
    named = shape.find(f"*/{{{P}}}cNvPr")
    return named is not None and named.get("hidden") in ("1", "true")


def _is_off(shape: Any, width: int, height: int) -> bool:
    """Whether a shape stands off the page wholly, however it is turned.

    What is in a group stands where the group puts it; in one that is turned itself, with the group.
    """
    place = _transform(shape)
    here = _box(place, "off", "ext")
    if here is None:
        return False
    x, y, wide, high = here
    turned = (hypot(wide, high) - min(wide, high)) / 2 if place.get("rot", "0") != "0" else 0
    x, y, wide, high = x - turned, y - turned, wide + 2 * turned, high + 2 * turned
    parent = shape.getparent()
    while etree.QName(parent).localname == "grpSp":
        group = _transform(parent)
        own, inner = _box(group, "off", "ext"), _box(group, "chOff", "chExt")
        if own is None or inner is None or group.get("rot", "0") != "0" or not (inner[2] and inner[3]):
            return False
        across, down = own[2] / inner[2], own[3] / inner[3]
        x, y = own[0] + (x - inner[0]) * across, own[1] + (y - inner[1]) * down
        wide, high = wide * across, high * down
        parent = parent.getparent()
    return bool(x + wide <= 0 or y + high <= 0 or x >= width or y >= height)


def _transform(shape: Any) -> Any:
    """Where a shape says that it stands; of a group, the group's own."""
    properties = shape.find(f"{{{P}}}grpSpPr")
    return next((shape if properties is None else properties).iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm"), None)


def _box(place: Any, corner: str, extent: str) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a transform; None where it says none."""
    at, size = (None, None) if place is None else (place.find(f"{{{A}}}{corner}"), place.find(f"{{{A}}}{extent}"))
    if at is None or size is None:
        return None
    return float(at.get("x", "0")), float(at.get("y", "0")), float(size.get("cx", "0")), float(size.get("cy", "0"))


def _silence(shape: Any) -> None:
    for paragraph in list(shape.iter(f"{{{A}}}p")):
        for said in [part for part in paragraph if etree.QName(part).localname in ("r", "fld", "br")]:
            paragraph.remove(said)
