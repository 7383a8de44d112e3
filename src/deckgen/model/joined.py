"""Who comes together in what: signs on a bar with its name, and under it the signs of what that leads to.

In: icons over and under, and the name. Out: a plane for a panel in the primary colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.model.icon import Icon
from deckgen.model.kind import described
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text

WIDE: Final = 10.0
"""Units across; the parts below are in the same."""
SIGN, LARGE_SIGN, FEW = 2.2, 2.6, 3
"""Signs of a row, those of few, and how many that is."""
LINK: Final = 0.9
BAR: Final = 2.0
FILL: Final = 0.78
"""How much a sign takes of its part of the width at most."""
HEIGHT: Final = 120.0
"""Points that it is high by nature; it grows with its place."""
LINE: Final = 1.75
GAP: Final = 0.12
"""Between a sign and its link."""


@dataclass(frozen=True)
class Joined:
    above: tuple[Icon, ...] = described("Icons of those who come together, from the left.", minimum=1, maximum=6)
    through: Text = described("What they come together in, in a word or two.")
    below: tuple[Icon, ...] = described("Icons of what that leads to, likewise.", default=(), maximum=6)


def joined(fields: Joined, height: float = HEIGHT) -> Plane:
    """The signs stand on the bar; what it leads to hangs under it."""
    size = LARGE_SIGN if max(len(fields.above), len(fields.below)) <= FEW else SIGN
    top = size + LINK
    low = top + BAR
    marks = [*_signs("above", fields.above, 0.0, top, size), *_bar(fields.through, top, low)]
    end = low
    if fields.below:
        end = low + LINK + size
        marks += _signs("below", fields.below, low + LINK, low, size)
    return Plane(Linear(0, WIDE), Linear(0, end), tuple(marks), height, contained="center")


def _bar(name: Text, top: float, low: float) -> Iterator[PlaneMark]:
    said = Styled(name, "body", "primary", bold=True, align="center")
    yield Area("through", Paint("background"), (0, WIDE), (top, low), label=Label((said,), gap=4))


def _signs(row: str, icons: tuple[Icon, ...], top: float, bar: float, size: float) -> Iterator[PlaneMark]:
    """A row of signs with a link from each to the edge of the bar at `bar`."""
    part = WIDE / len(icons)
    half = min(size, FILL * part) / 2
    middle = top + size / 2
    near = middle + (half + GAP if bar > middle else -half - GAP)
    for at, icon in enumerate(icons):
        x = (at + 0.5) * part
        yield Segment(f"link {row} {at + 1}", Paint(line="tint2", width=LINE), (x, x), (near, bar))
        yield Area(
            f"icon {icon.name}",
            Paint(None, "tint1", LINE),
            (x - half, x + half),
            (middle - half, middle + half),
            icon.outline,
        )
