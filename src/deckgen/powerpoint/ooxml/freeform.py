"""Outlines as geometry of the format's own kind. In: an outline. Out: `a:custGeom`, whatever box it stands in.

A freeform has one fill and one line; each of its paths says whether it takes them. Coordinates are whole numbers, so
the view is counted in parts fine enough that none is seen to move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from deckgen.model.outline import Commands, Outline, VectorPath

Point = tuple[float, float]

_PARTS = 100_000
"""Parts that the longer side of a view is counted in."""


@lru_cache(maxsize=256)
def freeform(outline: Outline) -> str:
    """The geometry of an outline; a deck shows the same one many times."""
    scale = _PARTS / max(outline.width, outline.height)
    width, height = round(outline.width * scale), round(outline.height * scale)
    return geometry(path(width, height, *each) for each in _painted_alike(outline.paths, scale))


def geometry(paths: Iterable[str]) -> str:
    """Geometry of our own out of its paths."""
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{"".join(paths)}</a:pathLst></a:custGeom>'
    )


def path(width: int, height: int, commands: Iterable[str], filled: bool, stroked: bool) -> str:
    """A path in a view of width by height, which the box stretches to itself."""
    unfilled, unstroked = "" if filled else ' fill="none"', "" if stroked else ' stroke="0"'
    return f'<a:path w="{width}" h="{height}"{unfilled}{unstroked}>{"".join(commands)}</a:path>'


def move(at: Point) -> str:
    return f"<a:moveTo>{_point(*at)}</a:moveTo>"


def line_to(at: Point) -> str:
    return f"<a:lnTo>{_point(*at)}</a:lnTo>"


def curve(*through: Point) -> str:
    return f"<a:cubicBezTo>{''.join(_point(*at) for at in through)}</a:cubicBezTo>"


CLOSE = "<a:close/>"

_COMMANDS: dict[str, Callable[..., str]] = {"M": move, "L": line_to, "C": curve, "Z": lambda: CLOSE}


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{round(x)}" y="{round(y)}"/>'


def _painted_alike(paths: Iterable[VectorPath], scale: float) -> Iterator[tuple[list[str], bool, bool]]:
    """The commands of each path that is filled, since two in one would cut holes in each other; lines are joined."""
    for filled, some in groupby(paths, lambda one: one.filled):
        for alike in ([one] for one in some) if filled else [list(some)]:
            yield [step for one in alike for step in _drawn(one.commands, scale)], filled, alike[0].stroke > 0


def _drawn(commands: Commands, scale: float) -> Iterator[str]:
    for letter, numbers in commands:
        yield _COMMANDS[letter](*((x * scale, y * scale) for x, y in zip(numbers[::2], numbers[1::2], strict=True)))
