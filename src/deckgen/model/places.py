"""Places on a map: tiles that a language brings, lands of a file of the user's, and names that content gives.

In: made by locale, or named by a slide and settled by content. Out: maps are drawn of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Commands, Outline
from deckgen.model.text import NOWHERE

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A tile of a grid; rows count down and columns to the right. `short` is its name in three letters.

    `parts` are those that its name may be broken between; empty where it stays whole.
    """

    name: str
    code: str
    short: str
    region: str
    row: int
    column: int
    parts: tuple[str, ...] = ()

    @property
    def broken(self) -> str:
        """The name on a line for each part."""
        return "\n".join((*(f"{one.rstrip('-')}-" for one in self.parts[:-1]), *self.parts[-1:])) or self.name


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The name of a place as a slide gives it."""

    name: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Tiles:
    """A grid of tiles that a slide names; content fills in its places."""

    name: str
    places: tuple[Place, ...] = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to view units: a degree across is `across` units wide, a degree down `down` units high."""

    west: float
    north: float
    across: float
    down: float

    def at(self, longitude: float, latitude: float) -> XY:
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down


@dataclass(frozen=True, slots=True)
class Land:
    """One named outline of a file, cropped to itself; `left` and `top` say where in the view of the file it is."""

    name: str
    outline: Outline
    left: float
    top: float
    role: str = ""
    """The colour role that its file names for it; empty: none."""
    properties: tuple[tuple[str, str], ...] = ()
    """What else its file says of it, each under its name."""

    @property
    def rings(self) -> tuple[tuple[XY, ...], ...]:
        """Its closed lines, by their corners in the view of the file."""
        corners = _corners(tuple(path.commands for path in self.outline.paths))
        return tuple(tuple((self.left + x, self.top + y) for x, y in ring) for ring in corners)

    def called(self, by: str) -> str:
        """The name that a property gives it, or, where none is said, its own; empty: it has none."""
        return dict(self.properties).get(by, "") if by else self.name

    @property
    def across(self) -> XY:
        return self.left, self.left + self.outline.width

    @property
    def down(self) -> XY:
        return self.top, self.top + self.outline.height

    @property
    def middle(self) -> XY:
        """A place on the land, far from its coasts."""
        x, y = inner_point(tuple(path.commands for path in self.outline.paths))
        return self.left + x, self.top + y


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """A file of outlines that a slide names; content fills in its lands, and the projection of one in degrees."""

    path: str
    lands: tuple[Land, ...] = ()
    projection: Projection | None = None
    span: Span = NOWHERE


_CHORDS = 24
"""Lines across a land on which its widest stretch is looked for."""


def inner_point(paths: tuple[Commands, ...]) -> XY:
    """A point inside of what the paths enclose by their corners: the middle of their longest stretch across."""
    corners = _corners(paths)
    heights = [y for ring in corners for _, y in ring]
    top, bottom = min(heights), max(heights)
    best, found = -1.0, corners[0][0]
    chords = [top + (bottom - top) * (step + 0.5) / _CHORDS for step in range(_CHORDS)]
    for y, coasts in zip(chords, crossed(paths, chords), strict=True):
        for left, right in zip(coasts[::2], coasts[1::2], strict=False):
            if right - left > best:
                best, found = right - left, ((left + right) / 2, y)
    return found


def crossed(paths: tuple[Commands, ...], heights: Iterable[float]) -> Iterator[tuple[float, ...]]:
    """For each line across, where it meets what the paths enclose by their corners, from the left."""
    corners = _corners(paths)
    for y in heights:
        yield tuple(sorted(x for ring in corners for x in _crossings(ring, y)))


def _corners(paths: tuple[Commands, ...]) -> list[list[XY]]:
    return [ring for commands in paths for ring in _rings(commands)]


def _rings(commands: Commands) -> list[list[XY]]:
    """The corner points of each closed part of a path."""
    rings: list[list[XY]] = []
    for letter, numbers in commands:
        if letter == "M":
            rings.append([])
        if numbers and rings:
            rings[-1].append((numbers[-2], numbers[-1]))
    return [ring for ring in rings if ring]


def _crossings(ring: list[XY], y: float) -> list[float]:
    """Where the sides of a ring cross a line across."""
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    return [
        start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1])
        for start, end in sides
        if (start[1] <= y) != (end[1] <= y)
    ]
