"""Vector outlines: an icon, a wordmark, a land on a map. In: read from SVG. Out: each is drawn as one freeform."""

from __future__ import annotations

from deckgen.model.lazy_dataclasses import dataclass

Commands = tuple[tuple[str, tuple[float, ...]], ...]
"""In absolute view units: ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ())."""


@dataclass(frozen=True, slots=True)
class VectorPath:
    """A path that is filled, or has a line of `stroke` view units along it (0: none), or both.

    `name` is what its file calls it.
    """

    commands: Commands
    filled: bool = True
    stroke: float = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Paths in a view of `width` by `height` units, the first at the back, all in one paint.

    What has several colours is several outlines in one view, over each other.
    """

    width: float
    height: float
    paths: tuple[VectorPath, ...]


def moved(commands: Commands, x: float, y: float) -> Commands:
    """The same path elsewhere."""
    shift = (x, y)
    return tuple((letter, tuple(n + shift[at % 2] for at, n in enumerate(numbers))) for letter, numbers in commands)


def extent(outline: Outline) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what the paths and their control points take of the view."""
    numbers = [numbers for path in outline.paths for _, numbers in path.commands]
    across = [x for each in numbers for x in each[::2]]
    down = [y for each in numbers for y in each[1::2]]
    return min(across), min(down), max(across), max(down)


def cropped(outline: Outline) -> Outline:
    """The same paths in a view that ends where they do; `extent` tells where in the old view that is."""
    left, top, right, bottom = extent(outline)
    paths = tuple(
        VectorPath(moved(one.commands, -left, -top), one.filled, one.stroke, one.name) for one in outline.paths
    )
    return Outline(right - left, bottom - top, paths)
