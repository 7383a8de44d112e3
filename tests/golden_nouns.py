"""A frozen noun as text that a person can read in a diff: plain fields on one line, what is at its default unsaid.

What is long, such as the points of a coast, is told by how it begins and by a checksum.
"""

from __future__ import annotations

import dataclasses
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from deckgen.model.units import EMU_PER_POINT, Box

LONG: Final = 300


def told(value: Any) -> str:
    return "\n".join(_lines("", value, "")) + "\n"


def _lines(name: str, value: Any, pad: str) -> Iterator[str]:
    """A line for what has a short form, and else a line for its name and one for each part."""
    short, parts = _short(value), _parts(value)
    yield f"{pad}{name}: {short}".rstrip() if name else f"{pad}{short}"
    for part, one in parts:
        yield from _lines(part, one, pad + "  ")


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """What does not fit on one line."""
    if isinstance(value, Mapping):
        return ((str(key), one) for key, one in value.items() if _is_large(one))
    if isinstance(value, tuple | list):
        return (("-", one) for one in value if _is_large(one))
    if _is_noun(value):
        return ((name, one) for name, one in _said(value) if _is_large(one))
    return iter(())


def _short(value: Any) -> str:
    said = _said_short(value)
    return said if len(said) <= LONG else f"{said[:40]}… #{zlib.crc32(said.encode()):08x}"


def _said_short(value: Any) -> str:
    match value:
        case Box():
            sides = (value.x, value.y, value.width, value.height)
            x, y, width, height = (f"{side / EMU_PER_POINT:.1f}".removesuffix(".0") for side in sides)
            return f"{x},{y} {width}×{height}"
        case bytes():
            return "bytes"
        case float():
            return f"{value:.6g}"
        case _ if callable(value) and hasattr(value, "__qualname__"):
            return str(value.__qualname__)
        case Mapping():
            return " ".join(f"{key}={_short(one)}" for key, one in value.items() if not _is_large(one))
        case frozenset() | set():
            return f"{{{', '.join(sorted(map(str, value)))}}}"
        case tuple() if value and all(isinstance(one, tuple) for one in value):
            cells = Counter(str(cell) for row in value for cell in row)
            return f"({', '.join(f'{cell or None}×{count}' for cell, count in sorted(cells.items()))})"
        case tuple() | list():
            return f"({', '.join(_short(one) for one in value if not _is_large(one))})"
        case _ if _is_noun(value):
            fields = (f"{name}={_short(one)}" for name, one in _said(value) if not _is_large(one))
            return " ".join((type(value).__name__, *fields))
        case _:
            return str(value)


def _is_large(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_is_noun(one) for one in value.values())
    if isinstance(value, tuple | list):
        return any(_is_noun(one) for one in value)
    return _is_noun(value)


def _is_noun(value: Any) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type | Box)


def _said(value: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(value):
        one, usual = getattr(value, field.name), field.default
        if field.default_factory is not dataclasses.MISSING:
            usual = field.default_factory()
        if one != usual:
            yield field.name, one
