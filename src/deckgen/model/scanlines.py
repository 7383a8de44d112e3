"""What closed lines enclose, as stretches on lines across. In: rings of corners. Out: stretches, and room for boxes.

A label that stands on an area, or beside all of them, is looked for line by line; so is a hatching, on lines of a
picture that is turned.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from deckgen.model.chart import Rect
from deckgen.model.lazy_dataclasses import dataclass

Stretch = tuple[float, float]
_Point = tuple[float, float]
Rings = Sequence[Sequence[_Point]]


@dataclass(frozen=True, slots=True)
class Scanlines:
    """Lines `step` apart, each by its number from zero down, with its stretches from the left."""

    step: float
    stretches: dict[int, tuple[Stretch, ...]]

    def covers(self, box: Rect) -> bool:
        """Whether a box lies inside of what is enclosed."""
        lines = self._lines(box)
        return bool(lines) and all(
            any(left <= box.left and box.right <= right for left, right in line) for line in lines
        )

    def touches(self, box: Rect) -> bool:
        """Whether anything of what is enclosed lies in a box."""
        return any(left < box.right and box.left < right for line in self._lines(box) for left, right in line)

    def roomiest(self, width: float, height: float) -> Rect | None:
        """The box of that size with the most room at its sides; None where none is covered."""
        best, found = -1.0, None
        for at in sorted(self.stretches):
            top = at * self.step
            for left, right in self._common(Rect(0, top, width, height)):
                if right - left - width > best:
                    best, found = right - left - width, Rect((left + right - width) / 2, top, width, height)
        return found

    def segments(self) -> Iterator[tuple[_Point, _Point]]:
        """Every stretch by its ends."""
        for at, line in self.stretches.items():
            yield from (((left, at * self.step), (right, at * self.step)) for left, right in line)

    def _lines(self, box: Rect) -> list[tuple[Stretch, ...]]:
        """The lines that run through a box, and the two that it lies between."""
        numbers = range(math.floor(box.top / self.step), math.ceil(box.bottom / self.step) + 1)
        return [self.stretches.get(at, ()) for at in numbers]

    def _common(self, box: Rect) -> list[Stretch]:
        """Where all lines of a box are covered over its width, wherever that is."""
        first, *others = ([one for one in line if one[1] - one[0] >= box.width] for line in self._lines(box))
        common = first
        for line in others:
            met = ((max(left, start), min(right, end)) for left, right in common for start, end in line)
            common = [(left, right) for left, right in met if right - left >= box.width]
        return common


def scanned(rings: Rings, step: float) -> Scanlines:
    """What rings enclose, of those inside of others what these leave."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for start, end in zip(ring, [*ring[1:], ring[0]], strict=True):
            for at, x in _crossed(start, end, step):
                crossings.setdefault(at, []).append(x)
    return Scanlines(step, {at: _paired(sorted(line)) for at, line in crossings.items()})


def _crossed(start: _Point, end: _Point, step: float) -> Iterator[tuple[int, float]]:
    """The lines that a side crosses, each with the place."""
    (x, y), (to_x, to_y) = sorted((start, end), key=lambda one: one[1])
    for at in range(math.ceil(y / step), math.ceil(to_y / step)):
        yield at, x + (to_x - x) * (at * step - y) / (to_y - y)


def _paired(line: Sequence[float]) -> tuple[Stretch, ...]:
    return tuple(zip(line[::2], line[1::2], strict=False))


def hatched(rings: Rings, step: float) -> Iterator[tuple[_Point, _Point]]:
    """Slanted lines over what rings enclose, at the same places whatever lies beside it."""
    turned = [[_turned(point, 1) for point in ring] for ring in rings]
    for start, end in scanned(turned, step).segments():
        yield _turned(start, -1), _turned(end, -1)


def _turned(point: _Point, way: int) -> _Point:
    """A place an eighth of a turn further, or back."""
    x, y = point
    share = math.sqrt(0.5)
    return (x - way * y) * share, (y + way * x) * share


def united(areas: Iterable[Scanlines], step: float) -> Scanlines:
    """What any of several covers, of the same `step`."""
    lines: dict[int, list[Stretch]] = {}
    for area in areas:
        for at, line in area.stretches.items():
            lines.setdefault(at, []).extend(line)
    return Scanlines(step, {at: tuple(_merged(sorted(line))) for at, line in lines.items()})


def _merged(line: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches from the left, those that meet as one."""
    start, end = line[0]
    for left, right in line[1:]:
        if left > end:
            yield start, end
            start, end = left, right
        end = max(end, right)
    yield start, end
