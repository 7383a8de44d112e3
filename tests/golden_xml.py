"""A part of a package as text that a person can read in a diff: an element on a line, what it says behind it.

A form of many points is told by how many it has of each sort and how far they reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

_SHORT = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
}


def outline(part: bytes) -> str:
    return "\n".join(_lines(etree.fromstring(part), 0)) + "\n"


def _lines(element: Any, depth: int) -> Iterator[str]:
    """What has one child alone is told on the line of that child."""
    said = [_said(element)]
    while len(element) == 1 and not _is_form(element):
        (element,) = element
        said.append(_said(element))
    yield f"{'  ' * depth}{' / '.join(said)}"
    if _is_form(element):
        yield f"{'  ' * depth}  {_form(element)}"
    else:
        for child in element:
            yield from _lines(child, depth + 1)


def _said(element: Any) -> str:
    attributes = "".join(f" {_name(key)}={value}" for key, value in element.attrib.items())
    return f"{_name(element.tag)}{attributes}" + (f" “{element.text}”" if (element.text or "").strip() else "")


def _is_form(element: Any) -> bool:
    return _name(element.tag) == "a:path" and len(element) > 0


def _form(path: Any) -> str:
    sorts = Counter(_name(one.tag).removeprefix("a:") for one in path)
    ends = [(int(one.get("x")), int(one.get("y"))) for one in path.iter("{*}pt")]
    (left, top), (right, bottom) = map(min, zip(*ends, strict=True)), map(max, zip(*ends, strict=True))
    return f"{', '.join(f'{count} {sort}' for sort, count in sorts.items())}; {left},{top} to {right},{bottom}"


def _name(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return f"{_SHORT.get(space[1:], space[1:].rpartition('/')[2])}:{name}" if space else name
