"""What a map is painted with, on each ground that it may stand on.

In: nothing. Out: the colour roles of its places, its pins and what says what is on it: on a page, and on a panel in
the primary colour, where the order of light and dark is turned round.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.shapes import Paint
from deckgen.model.theme import Color


@dataclass(frozen=True, slots=True)
class MapPaints:
    """Roles by what they paint; they are those of the page that the map is on."""

    ground: Color
    """What is behind the map: the line between lands, and round a pin."""
    ink: Color
    """What is said beside the map, and the line from a pin that was moved to where it belongs."""
    quiet: Color
    """A place that nothing sets off."""
    off: Color
    """A place that is set off, and every place where none is."""
    first: Color
    """The place to see first."""
    frame: Color
    """The line round a place that is set off among places with numbers."""
    first_frame: Color
    """The same round the place to see first."""
    pin: Color
    """A pin, with its number in the colour of the ground."""
    shades: tuple[Color, Color, Color, Color]
    """Places by number, those with the lowest first: ever lighter, or ever darker, on every ground of a page."""
    unknown: Paint
    """A place without a number among those that have one."""


ON_PAGE: Final = MapPaints(
    ground="background",
    ink="foreground",
    quiet="tint2",
    off="primary",
    first="accent",
    frame="foreground",
    first_frame="accent",
    pin="primary",
    shades=("tint1", "tint2", "tint3", "primary"),
    unknown=Paint("panel", "rule"),
)
ON_PRIMARY: Final = MapPaints(
    ground="primary",
    ink="background",
    quiet="tint3",
    off="tint2",
    first="background",
    frame="foreground",
    first_frame="background",
    pin="background",
    shades=("shade", "tint3", "tint2", "background"),
    unknown=Paint("primary", "tint3"),
)
