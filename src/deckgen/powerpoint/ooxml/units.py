"""The format's own units. In: points, and edges that a text keeps. Out: what stands in the XML."""

from __future__ import annotations

NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def hundredths(points: float) -> int:
    """Type sizes and paragraph spacing are counted in hundredths of a point."""
    return round(points * 100)
