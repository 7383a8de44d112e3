"""One chart with one message, and what is counted above it.

In: a chart type from charts/ and its data, bound to figures. Out: a native chart in its placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement
from deckgen.model.chart_fields import ChartFields
from deckgen.model.kind import Context, Purpose

PURPOSE: Final[Purpose] = "finding"

EXAMPLE = """\
id: example.chart
kind: chart
title: Flest klynger har medlemmer i regionen
chart: bar
counted: Antal klynger, n = 12
data:
  - label: Har medlemmer
    value: 12
    emphasis: true
  - label: Har samarbejdspartnere
    value: 9
  - label: Er fysisk til stede
    value: 7
  - label: Har en aftale
    value: 4
so-what: Alle klynger har allerede en grund til at være her
"""


@dataclass(frozen=True)
class Fields(ChartFields):
    """What every chart has, and nothing more."""


def check(fields: Fields) -> Iterator[Fault]:
    return fields.problems()


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (Arrangement("Chart", (fields.block(context.title, context),), subtitle=fields.counted),)
