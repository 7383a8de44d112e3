"""The fields of a slide with a drawing. In: typed YAML. Out: DrawingData, a picture block with its alt text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import PictureBlock
from deckgen.model.drawing import DrawingData, DrawnLink, DrawnRow, DrawnWords
from deckgen.model.kind import described
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE, PlottedValue, Text


@dataclass(frozen=True)
class DrawingRow:
    label: Text = described("What the values belong to: a group, a row, a measure, an actor.")
    value: tuple[PlottedValue, ...] = described(
        "Heat map: a value per name in `series`. Correlation: one with each row above. Distribution: the median. "
        "Network: how much the actor counts for.",
        default=(),
    )
    answers: tuple[Decimal, ...] = described("Distribution: every answer, each of them drawn.", default=())
    quantiles: tuple[Decimal, ...] = described(
        "Distribution: quantiles at equal steps in place of the answers, as `table:` fills them in.", default=()
    )
    emphasis: bool = described("True on the finding.", default=False)
    span: Span = NOWHERE


@dataclass(frozen=True)
class DrawingLink:
    start: Text = described("The label of one actor.")
    end: Text = described("The label of the other.")
    value: PlottedValue | None = described("How strong the tie is; left out where all are as strong.", default=None)
    span: Span = NOWHERE


@dataclass(frozen=True)
class DrawingFields:
    drawing: str = described("The form: distribution, heat_map, correlation or network.")
    counted: Text = described("What is drawn, the unit and the base: 'Timer på en uge, n = 240'.")
    data: tuple[DrawingRow, ...] = described("The rows.", minimum=1, maximum=40)
    series: tuple[Text, ...] = described("Heat map: the name of each column.", default=())
    links: tuple[DrawingLink, ...] = described("Network: who is tied to whom.", default=(), maximum=120)
    drawing_span: Span = described("No key: the place of the form.", default=NOWHERE)

    def drawn(self, labels: Labels | None = None) -> DrawingData:
        """What is drawn; with `labels`, in words too."""
        rows = tuple(_row(row) for row in self.data)
        links = tuple(_link(link) for link in self.links)
        columns = tuple(_line(name) for name in self.series)
        data = DrawingData(self.drawing, rows, columns, links, span=self.counted.span)
        if labels is None:
            return data
        words = DrawnWords(labels.median, labels.middle_half)
        told = f"{labels.drawn}: " + "\n".join(_said(cells) for cells in table(data, labels))
        return DrawingData(data.form, rows, columns, links, words, told, data.span)

    def block(self, title: Text, labels: Labels) -> PictureBlock:
        """The drawing, with an alt text that says title, what is drawn and all of its data."""
        data = self.drawn(labels)
        said = ". ".join(_said(cells) for cells in table(data, labels))
        alt = f"{title.plain}. {self.counted.plain}. {said}"
        return PictureBlock("", alt, "drawing", drawn=data)

    def problems(self) -> Iterator[Fault]:
        """Values that are no exact number."""
        values = [value for row in self.data for value in row.value]
        values += [link.value for link in self.links if link.value]
        for value in values:
            if value.number and not value.number.is_exact and value.figure is not None:
                message = f"`{value.figure.name}` is known in words only, and a drawing shows an exact number"
                yield Fault(message, value.span, "say it in a sentence beside the drawing", code="inexact-value")


def table(data: DrawingData, labels: Labels) -> Iterator[tuple[str, ...]]:
    """The data as the rows of a table, the heads first where there are any."""
    spread = any(row.spread for row in data.rows)
    if spread:
        yield "", labels.lower_quartile, labels.median, labels.upper_quartile
    elif data.columns:
        yield "", *data.columns
    names = tuple(row.label for row in data.rows)
    told = data.rows if not data.links else tuple(row for row in data.rows if row.shown)
    for at, row in enumerate(told):
        if spread:
            yield row.label, *_quartiles(row)
        elif data.form == "correlation":
            yield row.label, *(f"{name} {shown}" for name, shown in zip(names[:at], row.shown, strict=False))
        else:
            yield row.label, *row.shown
    for link in data.links:
        yield labels.link.format(start=link.start, end=link.end), link.shown


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


def _row(row: DrawingRow) -> DrawnRow:
    return DrawnRow(
        _line(row.label),
        tuple(value.amount for value in row.value),
        tuple(value.shown for value in row.value),
        tuple(value.number_format for value in row.value),
        row.answers,
        row.quantiles,
        row.emphasis,
        row.label.span,
    )


def _link(link: DrawingLink) -> DrawnLink:
    value = link.value
    amount, shown = (value.amount, value.shown) if value else (None, "")
    return DrawnLink(_line(link.start), _line(link.end), amount, shown, link.start.span)


def _line(label: Text) -> str:
    return label.plain.replace("\n", " ")
