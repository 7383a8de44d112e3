"""What PowerPoint has no form for: distributions, a heat map, correlations, a network of actors, areas by number.

In: the name of a form in drawings/forms/, its data, what to take away from it. Out: a picture in the deck's face and
colours, drawn at the size that its place comes to, and the takeaways beside it. Its data stand in the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import GUTTER, Arrangement, Column, Row, TextBlock
from deckgen.model.drawing_fields import DrawingFields
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, taken_away

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("narrow takeaways", "wider takeaways")
BESIDE, ALONGSIDE = (7.0, 3.0), (3.0, 2.0)
"""Weights of the drawing and the takeaways."""

EXAMPLE = """\
id: example.drawing
kind: drawing
title: EU er længst om at svare på en ansøgning
drawing: distribution
counted: Måneder fra ansøgning til svar, 48 projekter
data:
  - {label: Region, value: 5, answers: [2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 11]}
  - {label: Stat, value: 7, answers: [3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 12, 14]}
  - {label: EU, value: 11, emphasis: true, answers: [6, 7, 8, 9, 9, 10, 11, 11, 11, 12, 13, 13, 14, 16, 18, 21]}
takeaways:
  - Den midterste ansøgning til EU venter næsten et år
  - Regionen svarer hurtigst og mest ens
"""


@dataclass(frozen=True, kw_only=True)
class Fields(DrawingFields):
    takeaways: tuple[ListItem, ...] = described(
        "What the drawing shows, in short sentences; without them it takes the whole page.", default=(), maximum=5
    )


def check(fields: Fields) -> Iterator[Fault]:
    return fields.problems()


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    drawing, counted = fields.block(context.title, context.labels), fields.caption(context.labels)
    if not fields.takeaways:
        return (Arrangement("Diagram", canvas=drawing, subtitle=counted),)
    says = TextBlock(taken_away(fields.takeaways), name="takeaways", splits=True, anchor="middle")

    def beside(weights: tuple[float, ...]) -> Column:
        return Column((Row((drawing, says), weights, gap=2 * GUTTER),), justify="grow")

    return (
        Arrangement("Diagram", canvas=beside(BESIDE), name="narrow takeaways", subtitle=counted),
        Arrangement("Diagram", canvas=beside(ALONGSIDE), name="wider takeaways", subtitle=counted),
    )
