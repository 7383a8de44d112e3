"""The areas of a map that is drawn. In: its data. Out: the classes of their values, and which of them have none."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.model.drawing import DrawingData
from deckgen.model.map_shades import Shade, Shaded, shades
from deckgen.model.text import MISSING


def classes(data: DrawingData) -> tuple[Shade, ...]:
    """The values as steps of shade, the lowest first."""
    known = (
        (row.label, value, shown) for row in data.rows for value, shown in zip(row.values, row.shown, strict=True)
    )
    return shades([Shaded(name, value, shown) for name, value, shown in known if value is not None], data.steps)


def without_value(data: DrawingData) -> Iterator[tuple[str, str]]:
    """The areas that have no value, each with why: what stands in its place, or that there is none."""
    told = {row.label: row.shown[0] for row in data.rows if row.values}
    valued = {row.label for row in data.rows if any(value is not None for value in row.values)}
    for name in dict.fromkeys(name for name, _ in data.lands if name not in valued):
        why = told.get(name, MISSING)
        yield name, data.words.no_value if why == MISSING else why
