"""The format's own units. In: points, and edges that a text keeps. Out: what stands in the XML."""

from __future__ import annotations

NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def hundredths(points: float) -> int:
    """Type sizes and paragraph spacing are counted in hundredths of a point."""
    return round(points * 100)


def share(value: float) -> str:
    """A share of a size, in as many digits as can be seen."""
    return f"{round(value, 5) + 0:.5f}".rstrip("0").rstrip(".")
