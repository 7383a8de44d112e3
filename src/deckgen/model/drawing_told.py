"""What a drawing shows, in words. In: its data, labels in the deck's language. Out: a table, and it as text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.model.drawing import DrawingData, DrawnRow
from deckgen.model.drawn_areas import classes, without_value
from deckgen.model.language import Labels


def in_words(data: DrawingData, labels: Labels) -> str:
    """All of the data for the notes, a row on each line."""
    return f"{labels.drawn}: " + "\n".join(_said(cells) for cells in table(data, labels))


def for_the_ear(data: DrawingData, labels: Labels) -> str:
    """The data for who hears the picture: all of them, and of a map who is in which class."""
    if not data.lands:
        return ". ".join(_said(cells) for cells in table(data, labels))
    groups: dict[str, list[str]] = {step.said: [one.name for one in step.places] for step in classes(data)}
    for name, why in without_value(data):
        groups.setdefault(why, []).append(name)
    return ". ".join(f"{said}: {', '.join(names)}" for said, names in groups.items())


def table(data: DrawingData, labels: Labels) -> Iterator[tuple[str, ...]]:
    """The data as the rows of a table, the heads first where there are any."""
    spread = any(row.spread for row in data.rows)
    if spread:
        yield "", labels.lower_quartile, labels.median, labels.upper_quartile
    elif data.columns:
        yield "", *data.columns
    names = tuple(row.label for row in data.rows)
    for at, row in enumerate(_told(data)):
        if spread:
            yield row.label, *_quartiles(row), labels.respondents.format(n=row.n) if row.n else ""
        elif data.form == "correlation":
            yield row.label, *(f"{name} {shown}" for name, shown in zip(names[:at], row.shown, strict=False))
        else:
            yield row.label, *row.shown
    yield from without_value(data)
    for link in data.links:
        yield labels.link.format(start=link.start, end=link.end), link.shown


def _told(data: DrawingData) -> tuple[DrawnRow, ...]:
    """The rows that say something by themselves: areas without a value are told together, and ties tell of actors."""
    if data.lands:
        return tuple(row for row in data.rows if row.values[0] is not None)
    return tuple(row for row in data.rows if row.shown) if data.links else data.rows


def _said(cells: tuple[str, ...]) -> str:
    """A row of the table on one line, what it is about before a colon."""
    about, *rest = cells
    return ": ".join(filter(None, (about, "; ".join(filter(None, rest)))))


def _quartiles(row: DrawnRow) -> tuple[str, ...]:
    """The lower quartile, the median as it is shown, the upper quartile; what is hidden is said once."""
    if not row.spread:
        return row.shown
    lower, upper = (row.written(quantile(row.spread, share)) for share in (0.25, 0.75))
    return lower, *row.shown, upper


def quantile(ordered: tuple[Decimal, ...], share: float) -> Decimal:
    """The quantile of values in their order, between two of them in proportion."""
    at = Decimal(str(share)) * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
