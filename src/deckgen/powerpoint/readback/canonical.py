"""XML in one spelling: what PowerPoint writes as it likes is taken out, and a default counts as not written.

In: the tree of a part. Out: the same tree, changed, which says what it said before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, C, P
from deckgen.powerpoint.readback.schema_defaults import DEFAULTS, EMPTY_MEANS_NOTHING, MEANS_NOTHING

COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_MARKS: Final = (
    *("id", "dirty", "err", "smtClean", "smtId", "dt", "bmk", "altLang", "panose", "pitchFamily", "charset"),
    *("rsidR", "rsidRPr", "rsidRDefault", "rsidP"),
    f"{{{COMPATIBILITY}}}Ignorable",
)
"""Attributes of programs: ids, marks of the spelling, of the last edit and of a face."""
_TRUTHS: Final = {"true": "1", "false": "0"}

_NOISE: Final = frozenset(
    {
        "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}",  # an id since the shape was made
        "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}",  # the same of a row
        "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}",  # and of a column
        "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}",  # and of a slide
        "{D42A27DB-BD31-4B8C-83A1-F6EECF244321}",  # the last change of a placeholder
        "{28A0092B-C50C-407E-A947-70E740481C1C}",  # the resolution that a picture was saved for
        "{909E8E84-426E-40DD-AFC4-6F175D3DCCD1}",  # the fill that a shape would have
        "{91240B29-F687-4F45-9708-019B960494DF}",  # its line
        "{AF507438-7753-43E0-B8FC-AC1667EBCBE1}",  # its effects
        "{53640926-AAD7-44D8-BBD7-CCE9431645EC}",  # that a fill hides its shadow
        "{EFAFB233-063F-42B5-8137-9DF3F51BA10A}",  # guides, which no slide shows
        "{2D200454-40CA-4A62-9FC3-DE9A4176ACB9}",
        "{27BBF7A9-308A-43DC-89C8-2F10F3537804}",
        "{DCECCB84-F9BA-43D5-87BE-67443E8EF086}",
        "{05A4C25C-085E-4340-85A3-A5531E510DB2}",  # the family of a theme
        "{6950BFC3-D8DA-4A85-94F7-54DA5524770B}",  # that there are comments, which are told as such
        "{386F3935-93C4-4BCD-93E2-E3B085C9AB24}",  # what the designer was asked
        "{C3380CC4-5D6E-409C-BE32-E72D297353CC}",  # an id of a series
        "{FD5EFAAD-0ECE-453E-9831-46B23BE46B34}",  # that labels follow their cells
        "{56B9EC1D-385E-4148-901F-78D8002777C0}",  # how a missing value is told from an empty one
        "{CE6537A1-D6FC-4F65-9D91-7224C49458BB}",  # the layout of labels once more
        "{6F2FDCE9-48DA-4B69-8628-5D25D57E5C99}",  # the fill of bars below zero, which are not inverted
        "{781A3756-C4B2-4CAC-9D66-4F8BD8637D16}",  # what a pivot would show
    }
)
"""Extensions that programs add by saving; every other one says something."""
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

_BORDERS: Final = frozenset(f"{{{A}}}{tag}" for tag in ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr"))
_NO_FILL, _DASH, _ROUND = f"{{{A}}}noFill", f"{{{A}}}prstDash", f"{{{A}}}round"
_END = f"{{{A}}}endParaRPr"
_TEXT, _FIELD_KINDS = f"{{{A}}}t", ("slidenum", "datetime")
_FRAME, _FRAME_EXTENT = f"{{{P}}}graphicFrame", f"{{{P}}}xfrm/{{{A}}}ext"
_TIMING, _SHAPE_NAME = f"{{{P}}}timing", f"{{{P}}}cNvPr"
_ANIMATED = (f"{{{P}}}childTnLst", f"{{{P}}}bldLst")
_CHART_SPACE, _STYLE, _AXES = f"{{{C}}}chartSpace", f"{{{C}}}style", (f"{{{C}}}axId", f"{{{C}}}crossAx")
_LANGUAGE, _FORMAT = f"{{{C}}}lang", f"{{{C}}}formatCode"
_POINT = f"{{{C}}}pt"


def settle(root: Any) -> None:
    """Take out of the tree what says nothing."""
    for timing in list(root.iter(_TIMING)):
        _settle_timing(root, timing)
    etree.strip_attributes(root, *_MARKS)
    etree.strip_elements(root, _END, with_tail=False)
    if root.tag == _CHART_SPACE:
        _settle_chart(root)
    # Children come before their parents, which may be empty without them.
    for element in reversed(list(root.iter())):
        for step in _STEPS.get(element.tag, ()):
            step(element)


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_empty(element: Any) -> None:
    if not len(element) and not element.keys():
        _drop(element)


def _drop_defaults(element: Any, defaults: dict[str, str]) -> None:
    for name, value in element.items():
        if name in defaults and defaults[name] == _TRUTHS.get(value, value):
            del element.attrib[name]


def _settle_timing(root: Any, timing: Any) -> None:
    """Animations name their shapes by id, and here by name; a timing that animates nothing goes."""
    if next(timing.iter(*_ANIMATED), None) is None:
        timing.getparent().remove(timing)
        return
    names = {shape.get("id"): shape.get("name", "") for shape in root.iter(_SHAPE_NAME)}
    for element in timing.iter():
        if element.get("spid"):
            element.set("spid", names.get(element.get("spid"), ""))


def _settle_chart(root: Any) -> None:
    """PowerPoint numbers the axes anew, adds a style that changes nothing, its own language and the cells' formats.

    The cells' formats draw nothing, for our labels and axes have formats of their own.
    """
    for choice in root.findall(f"{{{COMPATIBILITY}}}AlternateContent"):
        if next(choice.iter(_STYLE), None) is not None:
            root.remove(choice)
    etree.strip_elements(root, _STYLE, _LANGUAGE, _FORMAT, with_tail=False)
    for axis in root.iter(*_AXES):
        axis.attrib.pop("val", None)
    for point in root.iter(_POINT):
        point.attrib.pop("formatCode", None)


def _settle_added(element: Any) -> None:
    if element.get("val") == MEANS_NOTHING[element.tag] and not len(element):
        _drop(element)


def _settle_line(line: Any) -> None:
    """A line without a fill is not drawn, however it is described; a solid dash and plain ends are what is drawn."""
    if line.find(_NO_FILL) is not None:
        line.attrib.clear()
        for child in [child for child in line if child.tag != _NO_FILL]:
            line.remove(child)
        return
    for child in list(line):
        plain = child.tag == _DASH and child.get("val") == "solid"
        if plain or (child.tag == _ROUND and line.tag in _BORDERS):
            line.remove(child)


def _settle_field(field: Any) -> None:
    """Page numbers and dates show what the program works out; any other field shows what somebody wrote."""
    if field.get("type", "").startswith(_FIELD_KINDS):
        for text in field.iter(_TEXT):
            text.text = "field"


def _settle_table(table: Any) -> None:
    """A frame is as high as its rows, which count by themselves."""
    frame = next(table.iterancestors(_FRAME), None)
    extent = None if frame is None else frame.find(_FRAME_EXTENT)
    if extent is not None:
        extent.attrib.pop("cy", None)


def _settle_transition(transition: Any) -> None:
    """One without an effect, a time or a click is what a slide has anyway."""
    if not len(transition) and set(transition.keys()) <= {"spd"}:
        _drop(transition)


def _settle_alternatives(choices: Any) -> None:
    if all(not len(choice) for choice in choices):
        _drop(choices)


def _settle_color_map(override: Any) -> None:
    if len(override) == 1 and override[0].tag == f"{{{A}}}masterClrMapping":
        _drop(override)


def _settle_extension(extension: Any) -> None:
    """An extension goes where programs add it by saving, and where it holds ids alone; `a:ext` is a size as well."""
    uri = (extension.get("uri") or "").upper()
    if not uri:
        return
    inside = list(extension.iterdescendants(etree.Element))
    ids = all(etree.QName(element).localname.lower().endswith("id") for element in inside)
    not_decorative = uri == _DECORATIVE and all(element.get("val") in ("0", "false") for element in inside)
    if uri in _NOISE or ids or not_decorative:
        _drop(extension)


_SPECIAL: Final[dict[str, Callable[[Any], None]]] = {
    **dict.fromkeys(MEANS_NOTHING, _settle_added),
    **dict.fromkeys((*_BORDERS, f"{{{A}}}ln"), _settle_line),
    **{f"{{{space}}}ext": _settle_extension for space in (A, C, P)},
    f"{{{A}}}fld": _settle_field,
    f"{{{A}}}tbl": _settle_table,
    f"{{{P}}}transition": _settle_transition,
    f"{{{COMPATIBILITY}}}AlternateContent": _settle_alternatives,
    f"{{{P}}}clrMapOvr": _settle_color_map,
}


def _steps(tag: str) -> Iterator[Callable[[Any], None]]:
    """What is done to an element of that name, in order."""
    if tag in DEFAULTS:
        yield partial(_drop_defaults, defaults=DEFAULTS[tag])
    if tag in _SPECIAL:
        yield _SPECIAL[tag]
    if tag in EMPTY_MEANS_NOTHING:
        yield _drop_empty


_STEPS: Final = {tag: tuple(_steps(tag)) for tag in (*DEFAULTS, *_SPECIAL, *EMPTY_MEANS_NOTHING)}
