"""Who is tied to whom: actors as circles, ties as lines, what is tied closely stands close.

In: rows as actors, by `value` as large as they count, and `links` by their labels. Out: circles as far from each
other as the ways between them are long, the same on every run. The finding is in the accent, with its ties. Labels
stand where they are free; where one has no place the type gets smaller.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.chart import Rect
from deckgen.model.drawing import Anchor, CrowdedError, DrawingData, DrawingOption, Pen, Place

TAKES: Final[tuple[DrawingOption, ...]] = ("links",)

EXAMPLE: Final = """\
drawing: network
counted: Fælles projekter mellem aktører, 2024
data:
  - {label: Erhvervshuset, value: 9, emphasis: true}
  - {label: Universitetet, value: 6}
  - {label: Energiklyngen, value: 5}
  - {label: Fødevareklyngen, value: 4}
  - {label: Havnen, value: 3}
  - {label: Regionen, value: 4}
  - {label: Byggeklyngen, value: 2}
links:
  - {start: Erhvervshuset, end: Universitetet, value: 3}
  - {start: Erhvervshuset, end: Energiklyngen, value: 2}
  - {start: Erhvervshuset, end: Fødevareklyngen, value: 2}
  - {start: Erhvervshuset, end: Regionen, value: 2}
  - {start: Universitetet, end: Energiklyngen, value: 3}
  - {start: Regionen, end: Fødevareklyngen, value: 1}
  - {start: Energiklyngen, end: Havnen, value: 2}
  - {start: Erhvervshuset, end: Byggeklyngen, value: 2}
takeaways: [Erhvervshuset binder kredsen sammen]
"""

ROUNDS: Final = 200
LEAST_RADIUS, MOST_RADIUS = 10.0, 32.0
LEAST_TIE, MOST_TIE = 1.25, 7.0
GAP: Final = 5.0
TIE_GAP: Final = MOST_TIE / 2 + 1
"""Between a label and the middle of a tie that passes it."""
SIDES: Final[tuple[tuple[float, float, Anchor], ...]] = (
    (1, 0, "left"),
    (-1, 0, "right"),
    (0, 1, "center"),
    (0, -1, "center"),
)


def check(data: DrawingData) -> Iterator[Fault]:
    known = [row.label for row in data.rows]
    for label in {one for one in known if known.count(one) > 1}:
        span = next(row.span for row in reversed(data.rows) if row.label == label)
        yield Fault(f"two actors are called `{label}`", span, "give each a name of its own", code="label-twice")
    if not data.links:
        yield Fault("a network without ties is a list", data.span, "write `links:` with who is tied to whom")
    for row in data.rows:
        if len(row.values) > 1 or any(value is not None and value < 0 for value in row.values):
            yield Fault(f"`{row.label}` wants one value of zero or more", row.span, "write one value, or none")
    for link in data.links:
        for end in (link.start, link.end):
            if end not in known:
                yield Fault(f"there is no actor `{end}`", link.span, f"the actors are: {', '.join(known)}")
        if link.start == link.end:
            yield Fault(f"`{link.start}` is tied to itself", link.span, "name two actors")
        if link.value is not None and link.value <= 0:
            yield Fault("a tie counts for more than zero", link.span, "leave the tie out")


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * 0.24, 2, row.emphasis) for row in data.rows]
    radii = _radii(data, pen)
    places = _placed(data, labels, radii, pen)
    boxes = _labelled(data, labels, places, radii, pen)
    _ties(data, places, pen)
    for row, place, radius in zip(data.rows, places, radii, strict=True):
        fill = pen.color("accent" if row.emphasis else "mark")
        pen.circle(*place, radius + 2, pen.color("background"))
        pen.circle(*place, radius, fill)
    for row, lines, (box, anchor) in zip(data.rows, labels, boxes, strict=True):
        x = {"left": box.left, "center": box.left + box.width / 2, "right": box.right}[anchor]
        pen.text(x, box.top + box.height / 2, lines, pen.color("foreground"), anchor, row.emphasis)


def _radii(data: DrawingData, pen: Pen) -> list[float]:
    """Circles whose areas are as their values; all of one size where none has a value."""
    values = [float(row.values[0]) if row.values and row.values[0] is not None else 0.0 for row in data.rows]
    times = min(1.0, pen.height / 340)
    least, most = LEAST_RADIUS * times, MOST_RADIUS * times
    top = max(values)
    return [max(least, most * math.sqrt(value / top)) if top else (least + most) / 2 for value in values]


def _pairs(data: DrawingData) -> Iterator[tuple[int, int, float]]:
    """Each tie by the numbers of its actors, with its strength as a part of the largest."""
    known = {row.label: at for at, row in enumerate(data.rows)}
    most = max((float(link.value) for link in data.links if link.value is not None), default=1.0)
    for link in data.links:
        yield known[link.start], known[link.end], 0.5 if link.value is None else float(link.value) / most


def _placed(
    data: DrawingData, labels: Sequence[Sequence[str]], radii: Sequence[float], pen: Pen
) -> tuple[Place, ...]:
    """Where the actors stand, spread over the room that circles and labels at their sides leave."""
    spread = _level(_relaxed(len(data.rows), tuple(_pairs(data))))
    side = max(pen.text_width(line, True) for lines in labels for line in lines) + GAP
    room = max(radii)
    left, top = room + min(side, pen.width * 0.16), room + GAP
    (least_x, wide), (least_y, high) = (_extent([place[axis] for place in spread]) for axis in (0, 1))
    return tuple(
        (
            left + (x - least_x) / wide * (pen.width - 2 * left),
            top + (y - least_y) / high * (pen.height - 2 * top),
        )
        for x, y in spread
    )


def _extent(values: Sequence[float]) -> tuple[float, float]:
    """The least value, and how far the largest is from it."""
    return min(values), max(values) - min(values) or 1.0


def _relaxed(count: int, ties: Sequence[tuple[int, int, float]]) -> list[Place]:
    """Stress majorization: each two as far from each other as the way between them is long, from a circle on."""
    wanted = _distances(count, ties)
    places = [(math.cos(2 * math.pi * at / count), math.sin(2 * math.pi * at / count)) for at in range(count)]
    for _ in range(ROUNDS):
        places = [_drawn_to(at, places, wanted[at]) for at in range(count)]
    return places


def _distances(count: int, ties: Sequence[tuple[int, int, float]]) -> list[list[float]]:
    """The shortest way between each two; a strong tie is short, and what is not tied at all is far."""
    far = 1.5 * math.sqrt(count)
    ways = [[0.0 if one == other else far for other in range(count)] for one in range(count)]
    for one, other, strength in ties:
        ways[one][other] = ways[other][one] = min(ways[one][other], 1.3 - 0.5 * strength)
    for by in range(count):
        for one in range(count):
            for other in range(count):
                ways[one][other] = min(ways[one][other], ways[one][by] + ways[by][other])
    return ways


def _drawn_to(at: int, places: Sequence[Place], wanted: Sequence[float]) -> Place:
    """Where one actor is drawn by all others, the near ones most."""
    x, y, weight = 0.0, 0.0, 0.0
    for other, (right, down) in enumerate(places):
        if other != at:
            across, along = places[at][0] - right, places[at][1] - down
            pull, far = wanted[other] ** -2, max(math.hypot(across, along), 1e-6)
            x += pull * (right + wanted[other] * across / far)
            y += pull * (down + wanted[other] * along / far)
            weight += pull
    return (x / weight, y / weight) if weight else places[at]


def _level(places: Sequence[Place]) -> list[Place]:
    """The places turned so that they are widest from left to right, as pages are."""
    middle = [sum(place[axis] for place in places) / len(places) for axis in (0, 1)]
    around = [(x - middle[0], y - middle[1]) for x, y in places]
    mixed = sum(x * y for x, y in around)
    turn = -0.5 * math.atan2(2 * mixed, sum(x * x - y * y for x, y in around))
    cosine, sine = math.cos(turn), math.sin(turn)
    return [(x * cosine - y * sine, x * sine + y * cosine) for x, y in around]


def _labelled(
    data: DrawingData, labels: Sequence[Sequence[str]], places: Sequence[Place], radii: Sequence[float], pen: Pen
) -> list[tuple[Rect, Anchor]]:
    """A place for each label, at the side that is freest. Raises CrowdedError where two would touch."""
    circles = [
        Rect(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2)
        for (x, y), radius in zip(places, radii, strict=True)
    ]
    ties = [(places[one], places[other]) for one, other, _ in _pairs(data)]
    page, taken = Rect(0, 0, pen.width, pen.height), list[tuple[Rect, Anchor]]()
    for at, lines in enumerate(labels):
        others = [*circles[:at], *circles[at + 1 :], *(box for box, _ in taken)]
        tried = [_beside(lines, places[at], radii[at], side, pen, data.rows[at].emphasis) for side in SIDES]
        free = [one for one in tried if page.holds(one[0]) and not any(one[0].touches(box) for box in others)]
        if not free:
            raise CrowdedError(f"the name '{data.rows[at].label}' has no room")
        taken.append(min(free, key=lambda one: sum(crossed(one[0], *tie) for tie in ties)))
    return taken


def _beside(
    lines: Sequence[str], place: Place, radius: float, side: tuple[float, float, Anchor], pen: Pen, bold: bool
) -> tuple[Rect, Anchor]:
    width, height = max(pen.text_width(line, bold) for line in lines), len(lines) * pen.size * 1.2
    right, down, anchor = side
    x = place[0] + right * (radius + GAP) - {"left": 0.0, "center": width / 2, "right": width}[anchor]
    y = place[1] + down * (radius + GAP - 2 + height / 2) - height / 2
    return Rect(x, y, width, height), anchor


def crossed(box: Rect, start: Place, end: Place) -> float:
    """How much of a tie, from 0 to 1, runs through a box or so near to it that they seem to touch."""
    edges = ((box.left, box.right), (box.top, box.bottom))
    enters, leaves = 0.0, 1.0
    for axis, (low, high) in enumerate(edges):
        way = end[axis] - start[axis]
        if abs(way) < 1e-9:
            if not low - TIE_GAP <= start[axis] <= high + TIE_GAP:
                return 0.0
            continue
        ends = sorted(((low - TIE_GAP - start[axis]) / way, (high + TIE_GAP - start[axis]) / way))
        enters, leaves = max(enters, ends[0]), min(leaves, ends[1])
    return max(0.0, leaves - enters)


def _ties(data: DrawingData, places: Sequence[Place], pen: Pen) -> None:
    found = {at for at, row in enumerate(data.rows) if row.emphasis}
    for one, other, strength in sorted(_pairs(data), key=lambda tie: bool(found & {*tie[:2]})):
        color = pen.color("accent" if found & {one, other} else "tint3")
        pen.line((places[one], places[other]), color, LEAST_TIE + (MOST_TIE - LEAST_TIE) * strength**1.2)
