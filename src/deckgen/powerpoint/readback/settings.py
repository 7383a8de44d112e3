"""What a presentation says of new texts, of its show and of its tables.

In: the presentation part's root, and the parts of its settings where there are any. Out: marks by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from deckgen.powerpoint.ooxml.xml import A, P
from deckgen.powerpoint.readback.fingerprint import parsed, tree_fingerprint

Mark = tuple[str, str]

_TEXT_STYLE: Final = "default text style"
_TABLE_STYLE: Final = "table style"
_SHOWN_OTHERWISE: Final = {"loop": ("1", "true"), "useTimings": ("0", "false"), "showAnimation": ("0", "false")}
"""Attributes of a show, with the values that somebody chose; programs write the other ones by themselves."""

_SHOWS: Final = ("browse", "kiosk", "sldRg", "custShow")
"""Ways to show slides that somebody chose; to present all of them is what every deck says."""


def setting_marks(root: Any, show: bytes | None, tables: bytes | None) -> Iterator[Mark]:
    """(name for people, fingerprint) of each. Raises ValueError for a part that is broken."""
    style = root.find(f"{{{P}}}defaultTextStyle")
    if style is not None:
        yield _TEXT_STYLE, _of(style)
    if show is not None and (said := _show(parsed(show).find(f"{{{P}}}showPr"))):
        yield "settings of the slide show", said
    listed = parsed(tables) if tables is not None else None
    if listed is not None:
        yield f"default {_TABLE_STYLE}", listed.get("def", "")
        for one in listed.iterfind(f"{{{A}}}tblStyle"):
            yield f"{_TABLE_STYLE} {one.get('styleName', '')}", _of(one)


def comes_and_goes(name: str) -> bool:
    """Whether programs add such a thing by saving, or leave it out, so that only another one of it is an edit."""
    return name == _TEXT_STYLE or _TABLE_STYLE in name


def _show(properties: Any) -> str:
    if properties is None:
        return ""
    ways = [way for way in _SHOWS if properties.find(f"{{{P}}}{way}") is not None]
    chosen = [name for name, values in _SHOWN_OTHERWISE.items() if properties.get(name) in values]
    return " ".join((*ways, *chosen))


def _of(element: Any) -> str:
    return tree_fingerprint(deepcopy(element), {}, refers=False)
