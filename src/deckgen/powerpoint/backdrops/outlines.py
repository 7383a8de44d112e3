"""Freeforms of the format as outlines. In: `a:custGeom` and its box. Out: an Outline that fills the box.

Curves of the second degree are raised to the third; arcs, which hardly any template has, are drawn as straight lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.model.outline import Commands, Outline, VectorPath
from deckgen.model.units import Box
from deckgen.powerpoint.ooxml.xml import A

Point = tuple[float, float]


def outline_of(geometry: Any, box: Box) -> Outline:
    """The paths of a freeform, each in the view of its box in EMU."""
    paths = tuple(_path(one, box) for one in geometry.iterfind(f"{{{A}}}pathLst/{{{A}}}path"))
    return Outline(max(1, box.width), max(1, box.height), paths)


def _path(path: Any, box: Box) -> VectorPath:
    across = box.width / (int(path.get("w", "0")) or max(1, box.width))
    down = box.height / (int(path.get("h", "0")) or max(1, box.height))
    commands = tuple(_commands(path, across, down))
    stroke = 0.0 if path.get("stroke", "1") in ("0", "false") else 1.0
    return VectorPath(commands, path.get("fill", "norm") != "none", stroke)


def _commands(path: Any, across: float, down: float) -> Iterator[tuple[str, tuple[float, ...]]]:
    here: Point = (0.0, 0.0)
    for step in path:
        points = [(_number(one, "x") * across, _number(one, "y") * down) for one in step.iterfind(f"{{{A}}}pt")]
        match step.tag.rpartition("}")[2]:
            case "moveTo":
                yield "M", points[0]
            case "lnTo":
                yield "L", points[0]
            case "cubicBezTo":
                yield "C", (*points[0], *points[1], *points[2])
            case "quadBezTo":
                yield from _raised(here, points)
            case "close":
                yield "Z", ()
        here = points[-1] if points else here


def _raised(here: Point, points: list[Point]) -> Commands:
    control, end = points
    first = tuple(start + 2 / 3 * (middle - start) for start, middle in zip(here, control, strict=True))
    second = tuple(last + 2 / 3 * (middle - last) for last, middle in zip(end, control, strict=True))
    return (("C", (*first, *second, *end)),)


def _number(point: Any, name: str) -> float:
    """A coordinate; one that is a formula's name counts as 0."""
    said = point.get(name, "0")
    return float(said) if said.lstrip("-").isdigit() else 0.0
