"""Names and numbers on the areas of a map, or beside it. In: areas on a picture, a pen. Out: what it has written.

A name stands with its number where an area holds both, in one line or two; else the number alone, where the longest
of all would have room, so that small numbers are not seen more than large ones. A finding that holds no name has it
beside the map, at the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.model.chart import Rect
from deckgen.model.contrast import contrast
from deckgen.model.drawing import CrowdedError, DrawnRow, Pen, Place
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.scanlines import Scanlines, united

STEP: Final = 3.0
"""Points between the lines on which room is looked for."""
LEADING: Final = 1.2
MARGINS: Final = (2.0, 1.4, 0.9, 0.5, 0.2)
"""Between a label on an area and the coasts, in the size of type, the most first."""
BROKEN: Final = 12.0
"""How wide a line of a name beside the map is at most, in the size of type."""
HALF: Final = 0.65
"""How much of a name one of its two lines on an area may have."""
LONG: Final = 0.8
"""A line ends in the middle of a stretch that is at least so long against the longest of its area."""
SAMPLES: Final = 40

Leader = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """An area on a picture: its rings in points, its shade (empty: it has no number), its row, and what it covers."""

    rings: tuple[tuple[Place, ...], ...]
    fill: str
    row: DrawnRow | None
    scanlines: Scanlines

    @property
    def is_finding(self) -> bool:
        return self.row is not None and self.row.emphasis

    @property
    def middle(self) -> Place:
        """A place on it where it is wide, half way down."""
        segments = list(self.scanlines.segments())
        if not segments:
            return self.rings[0][0]
        longest = max(end[0] - start[0] for start, end in segments)
        wide = [one for one in segments if one[1][0] - one[0][0] >= LONG * longest]
        (left, y), (right, _) = sorted(wide, key=lambda one: one[0][1])[len(wide) // 2]
        return (left + right) / 2, y


@dataclass(frozen=True, slots=True)
class _Label:
    """What is said of an area: its number at last, bold."""

    lines: tuple[str, ...]
    emphasis: bool

    def size(self, pen: Pen) -> tuple[float, float]:
        return max(pen.text_width(line, True) for line in self.lines), len(self.lines) * LEADING * pen.size

    def first(self, lines: Sequence[str]) -> _Label:
        """The same with its name in these lines."""
        return replace(self, lines=(*lines, self.lines[-1]))


def _label(area: DrawnArea) -> _Label:
    row = area.row or DrawnRow("")
    return _Label((row.label, *row.shown), row.emphasis)


def column_beside(areas: Sequence[DrawnArea], pen: Pen) -> float:
    """How wide a column is that holds the names of findings that stand beside the map; zero where none does."""
    return max((_beside(one, pen).size(pen)[0] for one in areas if _stands_beside(one, pen)), default=0.0)


def label_areas(areas: Sequence[DrawnArea], taken: Sequence[Rect], pen: Pen) -> None:
    """Write on all areas that have a number, and in what is neither `taken` nor land beside them."""
    shown = [area for area in areas if area.row and area.fill]
    longest = max((pen.text_width(_label(area).lines[-1], True) for area in shown), default=0.0)
    beside, leaders = [*taken], list[Leader]()
    for area in (one for one in shown if _stands_beside(one, pen)):
        label = _beside(area, pen)
        box = _outside(area, label, areas, beside, pen)
        beside.append(box)
        leaders.append(_led(box, area, pen))
        _write(box, label, pen.color("foreground"), pen)
    for area in (one for one in shown if not _stands_beside(one, pen)):
        ink = max(pen.color("foreground"), pen.color("background"), key=lambda one: contrast(one, area.fill))
        tried = ((label, _inside(area, *size, pen)) for label, size in _forms(area, longest, pen))
        found = next(((label, box) for label, box in tried if box), None)
        if found and not any(_crosses(found[1], *leader) for leader in leaders):
            _write(found[1], found[0], ink, pen)


def _forms(area: DrawnArea, longest: float, pen: Pen) -> Iterator[tuple[_Label, tuple[float, float]]]:
    """What may stand on an area, the fullest first, each with the room that it wants."""
    label = _label(area)
    yield label, label.size(pen)
    try:
        name = pen.lines(label.lines[0], HALF * pen.text_width(label.lines[0], True), 2, label.emphasis)
        yield label.first(name), label.first(name).size(pen)
    except CrowdedError:
        pass
    yield label.first(()), (longest, LEADING * pen.size)


def _stands_beside(area: DrawnArea, pen: Pen) -> bool:
    """Whether an area is a finding with a number, and too small for its name."""
    named = (size for label, size in _forms(area, 0, pen) if len(label.lines) > 1)
    return area.is_finding and bool(area.fill) and not any(_inside(area, *size, pen) for size in named)


def _beside(area: DrawnArea, pen: Pen) -> _Label:
    """The label as it stands beside the map, a long name on two lines."""
    label = _label(area)
    return label.first(pen.lines(label.lines[0], BROKEN * pen.size, 2, label.emphasis))


def _crosses(box: Rect, start: Place, end: Place) -> bool:
    """Whether a line runs through a box."""
    shares = (at / SAMPLES for at in range(SAMPLES + 1))
    places = ((start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at) for at in shares)
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in places)


def _inside(area: DrawnArea, width: float, height: float, pen: Pen) -> Rect | None:
    """Where a box of that size stands on an area, far from its coasts; None where it is too small."""
    for margin in (share * pen.size for share in MARGINS):
        found = area.scanlines.roomiest(width + 2 * margin, height + 2 * margin)
        if found is not None:
            return Rect(found.left + margin, found.top + margin, width, height)
    return None


def _outside(area: DrawnArea, label: _Label, areas: Sequence[DrawnArea], taken: Sequence[Rect], pen: Pen) -> Rect:
    """The free place beside all areas that is nearest to one. Raises CrowdedError where there is none."""
    width, height = label.size(pen)
    land, (x, y) = united((one.scanlines for one in areas), STEP), area.middle
    step, margin = pen.size / 2, pen.size / 2
    tried = (
        Rect(across * step, down * step, width, height)
        for across in range(int((pen.width - width) / step) + 1)
        for down in range(int((pen.height - height) / step) + 1)
    )
    around = (
        (box, Rect(box.left - margin, box.top - margin, box.width + 2 * margin, box.height + 2 * margin))
        for box in tried
    )
    free = [box for box, room in around if not land.touches(room) and not any(room.touches(one) for one in taken)]
    if not free:
        raise CrowdedError(f"the name '{label.lines[0]}' has no room")
    return min(free, key=lambda box: (box.middle[0] - x) ** 2 + (box.middle[1] - y) ** 2)


def _led(box: Rect, area: DrawnArea, pen: Pen) -> Leader:
    """A line from a label beside the map to its area."""
    x, y = area.middle
    start = (min(max(x, box.left), box.right), box.top - 2 if y < box.top else box.bottom + 2)
    if box.top <= y <= box.bottom:
        start = (box.left - 4 if x < box.left else box.right + 4, y)
    pen.line((start, (x, y)), pen.color("background"), 4)
    pen.circle(x, y, 5, pen.color("background"))
    pen.line((start, (x, y)), pen.color("foreground"), 1.25)
    pen.circle(x, y, 3.5, pen.color("foreground"))
    return start, (x, y)


def _write(box: Rect, label: _Label, ink: str, pen: Pen) -> None:
    x, y = box.middle
    for at, line in enumerate(label.lines):
        last = at == len(label.lines) - 1
        place = y + (at - (len(label.lines) - 1) / 2) * LEADING * pen.size
        pen.text(x, place, (line,), ink, "center", last or label.emphasis)
