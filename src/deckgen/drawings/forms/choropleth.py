"""How much there is of something in each area of a map: areas shaded by the class of their number, with a legend.

In: rows, each with one value, called as the areas of `outline:` are (by the property that `named-by:` says); classes
begin at `steps:`, or hold as many areas each. Out: the areas, those without a number hatched and said in the legend.
Names and numbers stand on the areas that have room for them; the finding has a frame in the accent, and its name
beside the map where it has none on it. Shares and rates belong here: of counts, a large area would always seem full.
For few areas that are to be edited in PowerPoint there is `kind: map`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.area_labels import STEP, DrawnArea, column_beside, label_areas
from deckgen.model.chart import Rect
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, DrawnRow, Pen, Place
from deckgen.model.drawn_areas import classes, without_value
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.lightness import mixed
from deckgen.model.map_paints import ON_PAGE
from deckgen.model.scanlines import hatched, scanned

TAKES: Final[tuple[DrawingOption, ...]] = ("outline", "steps")

EXAMPLE: Final = """\
drawing: choropleth
counted: Virksomheder med en fælles ansøgning, i procent af alle, 2024
outline: omegn.geojson
steps: [15, 30]
data:
  - {label: Havneby, value: 31}
  - {label: Engsted, value: 22}
  - {label: Mosekær, value: 9}
  - {label: Lyngå, value: 18}
  - {label: Klitgård, value: 12}
  - {label: Fjordvig, value: 38, emphasis: true}
  - {label: Sandø, value: –}
takeaways: [Fire ud af ti i Fjordvig søger sammen med andre]
"""

COAST: Final = 1.25
FRAME: Final = 3.0
HATCH: Final = 6.0
"""Points between the lines of a hatching."""
HATCHED: Final = 0.4
"""How much of what is muted is in them."""
SWATCH: Final = 1.1
"""How wide and high a swatch of the legend is, in the size of type."""
ROW: Final = 1.7
"""From row to row of the legend, in the size of type."""
GAP: Final = 1.5
"""Between the map and its legend, and between entries across, in the size of type."""
FLUSH: Final = 0.25
"""A map that leaves less than so much of the width stands at the left edge; one that leaves more, in the middle."""
GRAIN: Final = 0.4
"""Points between places of which nobody sees that they are two."""


def check(data: DrawingData) -> Iterator[Fault]:
    if not data.lands:
        hint = "write `outline:` with the path of a GeoJSON or an SVG"
        yield Fault("a choropleth has no areas", data.span, hint)
    first: dict[str, DrawnRow] = {}
    for row in data.rows:
        if first.setdefault(row.label, row) is not row:
            yield Fault(f"two rows are called `{row.label}`", row.span, "keep one of them", code="label-twice")
        if len(row.values) != 1:
            message = f"`{row.label}` has {len(row.values)} values; an area has one"
            yield Fault(message, row.span, "write one value, or – where none is known")
    if all(value is None for row in data.rows for value in row.values):
        yield Fault("all values are missing", data.span, "leave the slide out")
    if list(data.steps) != sorted(set(data.steps)):
        yield Fault("the steps do not rise", data.span, "begin with the lowest, each once", code="bad-steps")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A swatch of the legend, hatched where it has no fill, and what it stands for."""

    fill: str
    said: str


def draw(data: DrawingData, pen: Pen) -> None:
    legend = _legend(data, pen)
    map_box, entries = _parted(data, legend, 0, pen)
    areas = _areas(data, map_box, pen)
    column = column_beside(areas, pen)
    if column:
        map_box, entries = _parted(data, legend, column + pen.size, pen)
        areas = _areas(data, map_box, pen)
    for area in areas:
        _shaded(area.rings, area.fill, pen)
    for area in areas:
        if area.is_finding:
            pen.area(area.rings, line=pen.color("accent"), width=FRAME)
    for box, entry in zip(entries, legend, strict=True):
        _keyed(box, entry, pen)
    label_areas(areas, entries, pen)


def _legend(data: DrawingData, pen: Pen) -> tuple[_Entry, ...]:
    """The classes, the lowest first, and what stands for areas without a number."""
    steps = [_Entry(pen.color(ON_PAGE.shades[step.depth]), step.said) for step in classes(data)]
    return (*steps, *(_Entry("", why) for why in dict.fromkeys(why for _, why in without_value(data))))


def _parted(data: DrawingData, legend: Sequence[_Entry], column: float, pen: Pen) -> tuple[Rect, list[Rect]]:
    """The box of the map, and one for each entry of the legend: beside the map or over it, where that is larger.

    With a `column` of labels it stands beside the map, which leaves it that width.
    """
    wide, high = _extent(data)
    across = [SWATCH * pen.size * 1.5 + pen.text_width(entry.said) for entry in legend]
    row, gap = ROW * pen.size, GAP * pen.size
    starts = [sum(across[:at]) + gap * at for at in range(len(legend))]
    beside = min((pen.width - max(column, *across) - gap) / wide, pen.height / high)
    over = min(pen.width / wide, (pen.height - row) / high)
    if not column and over > beside and starts[-1] + across[-1] <= pen.width:
        left = _indent(wide * over, pen)
        boxes = [Rect(left + start, 0, each, row) for start, each in zip(starts, across, strict=True)]
        return Rect(left, row, wide * over, high * over), boxes
    if beside <= 0 or row * len(legend) > pen.height:
        raise CrowdedError("its legend is too long")
    left, top = _indent(wide * beside + gap + max(column, *across), pen), (pen.height - high * beside) / 2
    start = left + wide * beside + gap
    boxes = [Rect(start, top + at * row, each, row) for at, each in enumerate(across)]
    return Rect(left, top, wide * beside, high * beside), boxes


def _indent(width: float, pen: Pen) -> float:
    """How far a picture of that width stands from the left edge."""
    left = pen.width - width
    return 0.0 if left < FLUSH * pen.width else left / 2


def _extent(data: DrawingData) -> tuple[float, float]:
    """How wide and high the areas are together, in the units of their file."""
    lands = [land for _, land in data.lands]
    wide = max(land.across[1] for land in lands) - min(land.left for land in lands)
    return max(wide, 1e-6), max(max(land.down[1] for land in lands) - min(land.top for land in lands), 1e-6)


def _areas(data: DrawingData, box: Rect, pen: Pen) -> list[DrawnArea]:
    """The areas in their box, each with its shade."""
    lands = data.lands
    left, top = min(land.left for _, land in lands), min(land.top for _, land in lands)
    unit = box.width / _extent(data)[0]
    depths = {place.name: step.depth for step in classes(data) for place in step.places}
    rows = {row.label: row for row in data.rows}
    found = []
    for name, land in lands:
        placed = (
            [(box.left + (x - left) * unit, box.top + (y - top) * unit) for x, y in ring] for ring in land.rings
        )
        rings = tuple(_drawable(ring) for ring in placed)
        fill = pen.color(ON_PAGE.shades[depths[name]]) if name in depths else ""
        found.append(DrawnArea(rings, fill, rows.get(name), scanned(rings, STEP)))
    return found


def _drawable(ring: Sequence[Place]) -> tuple[Place, ...]:
    """The corners of a ring that can be seen, at the same places for neighbours that share them."""
    rounded = [(round(x / GRAIN) * GRAIN, round(y / GRAIN) * GRAIN) for x, y in ring]
    kept = [one for one, before in zip(rounded, [rounded[-1], *rounded], strict=False) if one != before]
    return tuple(kept or rounded[:1])


def _shaded(rings: Sequence[Sequence[Place]], fill: str, pen: Pen) -> None:
    """An area in its shade; one without is pale and hatched."""
    if fill:
        pen.area(rings, fill, pen.color("background"), COAST)
        return
    ink = mixed(pen.color("background"), pen.color("muted"), HATCHED)
    pen.area(rings, pen.color("panel"), ink, COAST)
    for segment in hatched(rings, HATCH):
        pen.line(segment, ink, 1)


def _keyed(box: Rect, entry: _Entry, pen: Pen) -> None:
    size, middle = SWATCH * pen.size, box.top + box.height / 2
    top, bottom, right = middle - size / 2, middle + size / 2, box.left + size
    _shaded((((box.left, top), (right, top), (right, bottom), (box.left, bottom)),), entry.fill, pen)
    pen.text(box.left + size * 1.5, middle, (entry.said,), pen.color("foreground"))
