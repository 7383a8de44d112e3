"""Who comes together in what: signs on a bar with its name, and under it the signs of what that leads to.

In: icons over and under, each maybe with a name, and the name of the bar. Out: a plane for a panel in the primary
colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.icon import Icon
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text

WIDE, NAMED, BROAD = 10.0, 4.7, 24.0
"""Units across at least, for each sign with a name, and across a broad place; the parts below are in the same."""
SIGN, LARGE_SIGN, FEW = 2.3, 2.6, 3
"""Signs of a row, those of few, and how many that is."""
NAME: Final = 1.4
"""What a line of names takes."""
LINK: Final = 0.8
BAR: Final = 1.8
FILL: Final = 0.78
"""How much a sign takes of its part of the width at most."""
HEIGHT: Final = 120.0
"""Points that it is high by nature; it grows with its place."""
LINE: Final = 1.75
GAP: Final = 0.12
"""Between a sign and its link."""


@dataclass(frozen=True, slots=True)
class Joining:
    icon: Icon = described("The icon of who or what it is.")
    label: Text | None = described("Its name, in a word or two.", default=None)


@dataclass(frozen=True, slots=True)
class Joined:
    above: tuple[Joining, ...] = described(
        "Icons of those who come together, from the left: names, or each `icon` with a `label`.", minimum=1, maximum=6
    )
    through: Text = described("What they come together in, in a word or two.")
    below: tuple[Joining, ...] = described("Icons of what that leads to, likewise.", default=(), maximum=6)


def joined(fields: Joined, height: float = HEIGHT, wide: float = 0) -> Plane:
    """The signs stand on the bar; what it leads to hangs under it. `wide` in units; 0: by what it says."""
    most = max(len(fields.above), len(fields.below))
    size = LARGE_SIGN if most <= FEW and wide < BROAD else SIGN
    over, under = (NAME if any(one.label for one in row) else 0.0 for row in (fields.above, fields.below))
    wide = wide or max(WIDE, NAMED * most if over or under else 0)
    top = size + over + LINK
    low = top + BAR
    marks = [*_row("above", fields.above, (0.0, top), size, wide), *_bar(fields.through, (top, low), wide)]
    end = low
    if fields.below:
        end = low + LINK + size + under
        marks += _row("below", fields.below, (low + LINK, low), size, wide)
    return Plane(Linear(0, wide), Linear(0, end), tuple(marks), height, contained="center")


def _bar(name: Text, down: tuple[float, float], wide: float) -> Iterator[PlaneMark]:
    said = Styled(name, "body", "primary", bold=True, align="center")
    yield Area("through", Paint("background"), (0, wide), down, label=Label((said,), gap=4))


def _row(
    row: str, joining: tuple[Joining, ...], ends: tuple[float, float], size: float, wide: float
) -> Iterator[PlaneMark]:
    """A row of signs from the first of `ends` on, each over its name, with a link to the edge of the bar."""
    top, bar = ends
    part = wide / len(joining)
    half = min(size, FILL * part) / 2
    middle = top + size / 2
    named = NAME if any(one.label for one in joining) else 0.0
    near = middle + half + GAP + named if bar > middle else middle - half - GAP
    for at, one in enumerate(joining):
        x = (at + 0.5) * part
        yield Segment(f"link {row} {at + 1}", Paint(line="tint2", width=LINE), (x, x), (near, bar))
        across, down = (x - half, x + half), (middle - half, middle + half)
        yield Area(f"icon {one.icon.name}", Paint(None, "tint1", LINE), across, down, one.icon.outline)
        if one.label:
            said = Styled(one.label, "label", "background", align="center")
            place = (x - part / 2, x + part / 2), (middle + half, middle + half + NAME)
            yield Area("name", Paint(), *place, label=Label((said,), gap=0))
