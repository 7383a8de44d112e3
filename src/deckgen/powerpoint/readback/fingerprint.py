"""What a part says, in one spelling: the same after PowerPoint saves it again, another after an edit.

In: the bytes of a part and what its relationships lead to. Out: a digest.

All of the XML counts, but for what PowerPoint writes as it likes: ids, spelling marks, extension lists, the order of
attributes, how a text is cut into runs, the look of a paragraph's end, what a field shows, the height of table rows,
a timing without an animation, the spelling of numbers in a chart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, C, P, R

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, collect_ids=False
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_EXTENSIONS = tuple(f"{{{space}}}extLst" for space in (P, A, C))
_END = f"{{{A}}}endParaRPr"
_MARKS = ("id", "dirty", "err", "smtClean", "dt", "bmk", "altLang", f"{{{_COMPATIBILITY}}}Ignorable")
_REFERENCES: Any = etree.XPath("//@r:*", namespaces={"r": R})
_REFERENCE_PREFIX = re.compile(rf"""xmlns:([\w.-]+)=["']{re.escape(R)}["']""".encode())
_FIELD, _TEXT, _PARAGRAPH, _TABLE, _ROW = (f"{{{A}}}{tag}" for tag in ("fld", "t", "p", "tbl", "tr"))
_FRAME, _FRAME_EXTENT = f"{{{P}}}graphicFrame", f"{{{P}}}xfrm/{{{A}}}ext"
_TIMING, _SHAPE_NAME = f"{{{P}}}timing", f"{{{P}}}cNvPr"
_ANIMATED = (f"{{{P}}}childTnLst", f"{{{P}}}bldLst")
_CHART_SPACE = f"{{{C}}}chartSpace"
_STYLE, _ALTERNATIVES = f"{{{C}}}style", f"{{{_COMPATIBILITY}}}AlternateContent"
_AXES = (f"{{{C}}}axId", f"{{{C}}}crossAx")

_SHAPE, _PLACE = f"{{{P}}}sp", f"{{{P}}}ph"
_NOTES_FURNITURE = ("sldImg", "sldNum", "hdr", "ftr", "dt")

# Paths of a drawn logo are most of a template's bytes, and every program spells them alike: they count as they stand.
_PATHS = re.compile(rb"<a:pathLst>.*?</a:pathLst>", re.DOTALL)
_NOTHING = tuple(
    f"<a:{tag}></a:{tag}>".encode()
    for tag in ("pPr", "rPr", "lstStyle", "avLst", "objectDefaults", "extraClrSchemeLst")
)
_NO_TEXT = re.compile(rb"<a:r>(?>(?:<a:rPr.*?</a:rPr>)?)<a:t></a:t></a:r>", re.DOTALL)
_CUT = re.compile(rb"(<a:r>(?>(?:<a:rPr.*?</a:rPr>)?)<a:t>)[^<]*(?:</a:t></a:r>\1[^<]*)+", re.DOTALL)
_VALUE = re.compile(rb"(?<=<c:v>)[^<]+")


def fingerprint(data: bytes, targets: Mapping[str, str]) -> str:
    """32 hexadecimal digits. `targets`: what each relationship leads to, in words that do not depend on its id.

    Raises ValueError for XML that is broken or carries a document type.
    """
    data = _PATHS.sub(_path_digest, data) if b"<a:pathLst>" in data else data
    return _digest_of(parsed(data), data, targets)


def notes_fingerprint(data: bytes, targets: Mapping[str, str]) -> str:
    """The fingerprint of a notes slide; "" where it says nothing, for PowerPoint makes such a one by itself."""
    root = parsed(data)
    said = False
    for shape in list(root.iter(_SHAPE)):
        place = next(shape.iter(_PLACE), None)
        kind = "" if place is None else place.get("type", "obj")
        if kind in _NOTES_FURNITURE or (kind == "body" and not _trimmed(shape)):
            shape.getparent().remove(shape)
        else:
            said = True
    return _digest_of(root, data, targets) if said else ""


def bytes_fingerprint(data: bytes) -> str:
    """The fingerprint of a part that is no XML, or XML that is kept as it is."""
    return blake2b(data, digest_size=16).hexdigest()


def parsed(data: bytes, *, extensions: bool = False) -> Any:
    """The root element, without extension lists unless they are asked for; entities are never resolved."""
    try:
        root: Any = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as broken:
        raise ValueError(str(broken)) from broken
    if data.find(b"<!DOCTYPE") >= 0 or root.getroottree().docinfo.doctype:
        raise ValueError("a part of a package carries no document type")
    if not extensions and b"extLst" in data:
        etree.strip_elements(root, *_EXTENSIONS, with_tail=False)
    return root


def _digest_of(root: Any, data: bytes, targets: Mapping[str, str]) -> str:
    if _may_refer(data):
        for reference in _REFERENCES(root):
            reference.getparent().set(reference.attrname, targets.get(reference, ""))
    _settle(root)
    said = "\x1f".join(sorted(set(targets.values()))).encode("utf-8", "surrogatepass")
    return bytes_fingerprint(said + b"\x1e" + _respelled(etree.tostring(root, method="c14n", exclusive=True)))


def _may_refer(data: bytes) -> bool:
    """Whether any attribute may name a relationship: to look for them in the tree takes longer than to write most."""
    return any(b" %b:" % prefix in data for prefix in set(_REFERENCE_PREFIX.findall(data)))


def _settle(root: Any) -> None:
    """Take out of the tree what PowerPoint writes as it likes."""
    for timing in list(root.iter(_TIMING)):
        _settle_timing(root, timing)
    etree.strip_attributes(root, *_MARKS)
    etree.strip_elements(root, _END, with_tail=False)
    for text in (text for field in root.iter(_FIELD) for text in field.iter(_TEXT)):
        text.text = "field"
    for table in root.iter(_TABLE):
        _settle_table(table)
    if root.tag == _CHART_SPACE:
        _settle_chart(root)


def _settle_timing(root: Any, timing: Any) -> None:
    """Animations name their shapes by id, and here by name; a timing that animates nothing goes."""
    if next(timing.iter(*_ANIMATED), None) is None:
        timing.getparent().remove(timing)
        return
    names = {shape.get("id"): shape.get("name", "") for shape in root.iter(_SHAPE_NAME)}
    for element in timing.iter():
        if element.get("spid"):
            element.set("spid", names.get(element.get("spid"), ""))


def _settle_table(table: Any) -> None:
    """A row is as high as its text, so heights differ from one machine's fonts to another's."""
    for row in table.iter(_ROW):
        row.attrib.pop("h", None)
    frame = next(table.iterancestors(_FRAME), None)
    extent = None if frame is None else frame.find(_FRAME_EXTENT)
    if extent is not None:
        extent.attrib.pop("cy", None)


def _settle_chart(root: Any) -> None:
    """PowerPoint numbers the axes anew, and adds a style that changes nothing."""
    for choice in root.findall(_ALTERNATIVES):
        if next(choice.iter(_STYLE), None) is not None:
            root.remove(choice)
    etree.strip_elements(root, _STYLE, with_tail=False)
    for axis in root.iter(*_AXES):
        axis.attrib.pop("val", None)


def _respelled(text: bytes) -> bytes:
    """Canonical XML with neighbouring runs of one look as one, and without elements that say nothing."""
    for nothing in _NOTHING:
        text = text.replace(nothing, b"")
    if b"<a:t></a:t>" in text:
        text = _NO_TEXT.sub(b"", text)
    if b"</a:r><a:r>" in text:
        text = _CUT.sub(_mended, text)
    return _VALUE.sub(_number, text) if b"<c:v>" in text else text


def _mended(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"</a:t></a:r>" + found[1], b"")


def _number(found: re.Match[bytes]) -> bytes:
    """Numbers as one spelling: a value may be written 0.5 or 0.50000000000000000."""
    try:
        return repr(float(found[0])).encode()
    except ValueError:
        return found[0]


def _path_digest(found: re.Match[bytes]) -> bytes:
    return f'<a:pathLst digest="{bytes_fingerprint(found[0])}"/>'.encode()


def _trimmed(shape: Any) -> bool:
    """Drop empty paragraphs at the end; whether any text is left."""
    for paragraph in reversed(list(shape.iter(_PARAGRAPH))):
        if any(text.text for text in paragraph.iter(_TEXT)):
            return True
        paragraph.getparent().remove(paragraph)
    return False
