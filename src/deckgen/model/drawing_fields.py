"""The fields of a slide with a drawing. In: typed YAML. Out: DrawingData, a picture block with its alt text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import PictureBlock
from deckgen.model.drawing import DrawingData, DrawingOption, DrawnLink, DrawnRow, DrawnWords
from deckgen.model.drawing_told import for_the_ear, in_words
from deckgen.model.kind import described
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.map_shades import MOST_STEPS
from deckgen.model.names import DrawingName, PropertyName
from deckgen.model.number_format import NumberFormat
from deckgen.model.places import Land, OutlineFile
from deckgen.model.text import NOWHERE, Paragraph, PlottedValue, Run, Text

MOST_ROWS: Final = 400
"""Areas of a map; other forms have no room for so many, and say so."""


@dataclass(frozen=True)
class DrawingRow:
    label: Text = described("What the values belong to: a group, a row, a measure, an actor, an area.")
    value: tuple[PlottedValue, ...] = described(
        "Heat map: a value per name in `series`. Correlation: one with each row above. Distribution, ridgeline: the "
        "median. Network: how much the actor counts for. Choropleth: the number of the area.",
        default=(),
    )
    answers: tuple[Decimal, ...] = described("Distribution, ridgeline: every answer.", default=())
    quantiles: tuple[Decimal, ...] = described(
        "Distribution, ridgeline: quantiles at equal steps in place of the answers, as `table:` fills them in.",
        default=(),
    )
    n: int | None = described("Ridgeline: how many answered, where `answers` does not tell.", default=None)
    emphasis: bool = described("True on the finding.", default=False)
    span: Span = NOWHERE
    n_span: Span = NOWHERE


@dataclass(frozen=True)
class DrawingLink:
    start: Text = described("The label of one actor.")
    end: Text = described("The label of the other.")
    value: PlottedValue | None = described("How strong the tie is; left out where all are as strong.", default=None)
    span: Span = NOWHERE


@dataclass(frozen=True)
class DrawingFields:
    drawing: DrawingName = described(
        "The form: distribution, ridgeline, heat_map, correlation, network or choropleth."
    )
    counted: Text = described("What is drawn, the unit and the base: 'Timer på en uge, n = 240'.")
    data: tuple[DrawingRow, ...] = described("The rows.", minimum=1, maximum=MOST_ROWS)
    series: tuple[Text, ...] = described("Heat map: the name of each column.", default=())
    links: tuple[DrawingLink, ...] = described("Network: who is tied to whom.", default=(), maximum=120)
    outline: OutlineFile | None = described(
        "Choropleth: the areas, in a GeoJSON or an SVG of the content folder.", default=None
    )
    named_by: PropertyName = described(
        "Choropleth: the property of a GeoJSON that rows call its areas by; else `name`, `navn`, `label` or `id`.",
        default="",
    )
    steps: tuple[Decimal, ...] = described(
        "Choropleth: the numbers at which a next class begins; without them each class holds as many areas.",
        maximum=MOST_STEPS - 1,
        default=(),
    )
    coefficient: Literal["", "pearson", "spearman"] = described(
        "Correlation: which coefficient it is, said behind what is drawn; `table:` fills it in.", default=""
    )
    n: int | None = described("Correlation, ridgeline: how many answered in all, said there too.", default=None)
    drawing_span: Span = described("No key: the place of the form.", default=NOWHERE)
    named_by_span: Span = described("No key: where the property is named.", default=NOWHERE)
    steps_span: Span = described("No key: where the steps are written.", default=NOWHERE)
    coefficient_span: Span = described("No key: where the coefficient is named.", default=NOWHERE)
    n_span: Span = described("No key: where the number is written.", default=NOWHERE)

    @property
    def lands(self) -> tuple[tuple[str, Land], ...]:
        """The areas, each by the name that rows call it."""
        return tuple((land.called(self.named_by), land) for land in (self.outline.lands if self.outline else ()))

    def drawn(self, labels: Labels | None = None) -> DrawingData:
        """What is drawn; with `labels`, in words too."""
        data = DrawingData(
            self.drawing,
            tuple(_row(row) for row in self.data),
            tuple(_line(name) for name in self.series),
            tuple(_link(link) for link in self.links),
            self.lands,
            self.steps,
            span=self.counted.span,
        )
        if labels is None:
            return data
        data = replace(data, words=DrawnWords(labels.median, labels.middle_half, labels.no_value))
        return replace(data, told=in_words(data, labels))

    def caption(self, labels: Labels) -> Text:
        """What is counted, with the coefficient and the number of those who answered behind it."""
        said = [labels.tabulated[self.coefficient]] if self.coefficient else []
        if self.n is not None:
            values = tuple(value for row in self.data for value in row.value)
            said.append(labels.respondents.format(n=_count(self.n, values)))
        if not said:
            return self.counted
        *others, last = self.counted.paragraphs
        behind = Run(f" ({', '.join(said)})", literal="counted with the values")
        return replace(self.counted, paragraphs=(*others, Paragraph((*last.runs, behind))))

    def block(self, title: Text, labels: Labels) -> PictureBlock:
        """The drawing, with an alt text that says title, what is drawn and its data."""
        data = self.drawn(labels)
        alt = f"{title.plain}. {self.caption(labels).plain}. {for_the_ear(data, labels)}"
        return PictureBlock("", alt, "drawing", drawn=data)

    def asked(self) -> Iterator[tuple[DrawingOption, Span]]:
        """What only some forms can do and these fields ask for, with its place."""
        if self.series:
            yield "series", self.series[0].span
        if self.links:
            yield "links", self.links[0].span
        if self.outline:
            yield "outline", self.outline.span
        if self.named_by:
            yield "outline", self.named_by_span
        if self.steps:
            yield "steps", self.steps_span
        if self.coefficient:
            yield "coefficient", self.coefficient_span
        yield from (("answers", row.span) for row in self.data if row.answers or row.quantiles)
        yield from (("n", row.n_span) for row in self.data if row.n is not None)
        if self.n is not None:
            yield "n", self.n_span

    def problems(self) -> Iterator[Fault]:
        """Values that are no exact number."""
        values = [value for row in self.data for value in row.value]
        values += [link.value for link in self.links if link.value]
        for value in values:
            if value.number and not value.number.is_exact and value.figure is not None:
                message = f"`{value.figure.name}` is known in words only, and a drawing shows an exact number"
                yield Fault(message, value.span, "say it in a sentence beside the drawing", code="inexact-value")


def _row(row: DrawingRow) -> DrawnRow:
    n = len(row.answers) or None if row.n is None else row.n
    return DrawnRow(
        _line(row.label),
        tuple(value.amount for value in row.value),
        tuple(value.shown for value in row.value),
        tuple(value.number_format for value in row.value),
        row.answers,
        row.quantiles,
        row.emphasis,
        "" if n is None else _count(n, row.value),
        row.label.span,
    )


def _count(n: int, values: tuple[PlottedValue, ...]) -> str:
    """A number of answers, written as the language of the values writes numbers."""
    form = next((value.number_format for value in values if value.number_format), None)
    return str(n) if form is None else NumberFormat(form.separators).text(Decimal(n))


def _link(link: DrawingLink) -> DrawnLink:
    value = link.value
    amount, shown = (value.amount, value.shown) if value else (None, "")
    return DrawnLink(_line(link.start), _line(link.end), amount, shown, link.start.span)


def _line(label: Text) -> str:
    return label.plain.replace("\n", " ")
