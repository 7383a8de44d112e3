"""What placeholders of slide layouts and masters say, and what they inherit.

In: the root of a layout or master, its shapes and styles. Out: placeholders with type and index, places, attributes.
What a placeholder does not say itself, its master's placeholder says, and then the master's styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from deckgen.model.units import Box
from deckgen.powerpoint.ooxml.xml import A, P

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum")

_ANCHORS: Mapping[str, Literal["top", "middle", "bottom"]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGNS: Mapping[str, Literal["left", "center", "right"]] = {"ctr": "center", "r": "right"}


def placeholders(sheet: Any) -> Iterator[tuple[str, int, Any]]:
    """Type, index and element of each placeholder of a layout or master, in groups as well."""
    for holder in sheet.iterfind(f"{{{P}}}cSld/{{{P}}}spTree//{{{P}}}nvPr/{{{P}}}ph"):
        index = holder.get("idx", "0")
        number = int(index) if index.isdigit() else 0
        yield holder.get("type", "obj"), number, holder.getparent().getparent().getparent()


def by_type(master: Any) -> dict[str, Any]:
    """The placeholders of a master by the type that those of its layouts look for."""
    return {_master_type(kind): shape for kind, _, shape in placeholders(master)}


def with_parent(kind: str, shape: Any, own: Mapping[str, Any]) -> tuple[Any, ...]:
    """A placeholder of a layout and, where there is one, that of its master (`own`, from `by_type`)."""
    parent = own.get(_master_type(kind))
    return (shape,) if parent is None else (shape, parent)


def _master_type(kind: str) -> str:
    if kind in TITLES:
        return "title"
    return kind if kind in FOOTERS else "body"


def first_levels(kind: str, shapes: Sequence[Any], master: Any) -> list[Any]:
    """The styles of a first paragraph, nearest first; `master` is the root of the master."""
    styles = [one.find(f"{{{P}}}txBody/{{{A}}}lstStyle") for one in shapes]
    name = "titleStyle" if kind in TITLES else "otherStyle" if kind in FOOTERS else "bodyStyle"
    styles.append(master.find(f"{{{P}}}txStyles/{{{P}}}{name}"))
    return [one for style in styles if style is not None and (one := style.find(f"{{{A}}}lvl1pPr")) is not None]


def run_defaults(levels: Sequence[Any]) -> list[Any]:
    return [one for level in levels if (one := level.find(f"{{{A}}}defRPr")) is not None]


def first_said(elements: Sequence[Any], attribute: str, otherwise: str) -> str:
    """The attribute of the first element that has it."""
    return next((said for element in elements if (said := element.get(attribute))), otherwise)


def bodies(shapes: Sequence[Any]) -> list[Any]:
    """What the shapes say of their text as a whole: insets, anchor, direction."""
    return [one for shape in shapes if (one := shape.find(f"{{{P}}}txBody/{{{A}}}bodyPr")) is not None]


def anchor_of(shapes: Sequence[Any]) -> Literal["top", "middle", "bottom"]:
    return _ANCHORS.get(first_said(bodies(shapes), "anchor", "t"), "top")


def align_of(levels: Sequence[Any]) -> Literal["left", "center", "right"]:
    return _ALIGNS.get(first_said(levels, "algn", "l"), "left")


def is_bold(runs: Sequence[Any]) -> bool:
    return first_said(runs, "b", "0") in ("1", "true")


def place_of(shapes: Sequence[Any]) -> Box | None:
    """Where the first of the shapes stands that says so; None where none does."""
    return next((found for one in shapes if (found := _box(one))), None)


def _box(shape: Any) -> Box | None:
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    if place is None:
        return None
    offset, extent = place.find(f"{{{A}}}off"), place.find(f"{{{A}}}ext")
    if offset is None or extent is None:
        return None
    box = Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
    return box if box.width > 0 and box.height > 0 else None
