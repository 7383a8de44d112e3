"""In: how SVG says paint: attributes, `style`, simple rules of a style sheet. Out: what holds for one element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

Properties = Mapping[str, str]

INHERITED: Final = ("fill", "stroke", "stroke-width", "visibility", "data-role")
OWN: Final = ("display", "transform", "clip-path", "mask", "filter", "stop-color")
"""Properties that matter here: what an element takes from those around it, and what it has for itself."""
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR: Final = re.compile(r"[.#]?[\w-]+\Z")


class StyleSheet:
    """Rules for a class, an id or an element's name; others are left out, as nothing here can follow them."""

    def __init__(self) -> None:
        self._rules: dict[str, dict[str, str]] = {}

    def add(self, written: str) -> None:
        for selectors, body in _RULE.findall(_COMMENT.sub("", written)):
            for selector in map(str.strip, selectors.split(",")):
                if _SELECTOR.match(selector):
                    self._rules.setdefault(selector, {}).update(_declarations(body))

    def of(self, name: str, attributes: Properties) -> dict[str, str]:
        """What the rules say of an element, the more exact last."""
        classes = (f".{one}" for one in attributes.get("class", "").split())
        said: dict[str, str] = {}
        for selector in (name, *classes, f"#{attributes.get('id', '')}"):
            said |= self._rules.get(selector, {})
        return said


def own_properties(name: str, attributes: Properties, sheet: StyleSheet) -> dict[str, str]:
    """What an element says of itself: its attributes, then the style sheet, then its `style`."""
    plain = {one: attributes[one].strip() for one in (*INHERITED, *OWN) if one in attributes}
    return plain | sheet.of(name, attributes) | _declarations(attributes.get("style", ""))


def _declarations(written: str) -> dict[str, str]:
    return dict(_pairs(written))


def _pairs(written: str) -> Iterator[tuple[str, str]]:
    for one in written.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.strip(), value.replace("!important", "").strip()
