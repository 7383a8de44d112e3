"""Named numbers and where they come from. In: made by figures. Out: read by plan, checks and comparisons."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.data import Counted
from deckgen.model.number import Number, Qualifier, rounded
from deckgen.model.text import NOWHERE, Text

Confidence = Literal["", "measured", "estimate", "minimum"]

_CALLED_FOR: Final[dict[Confidence, Qualifier]] = {
    "": "",
    "measured": "",
    "estimate": "about",
    "minimum": "minimum",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `text` is what the foot prints after "Kilde:"."""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A named number. `value` is raw; `decimals` says how it is shown; `base` is a text such as "12 klynger"."""

    name: str
    value: Decimal
    unit: str = ""
    qualifier: Qualifier = ""
    decimals: int = 0
    source: str = ""
    as_of: str = ""
    base: Text = field(default_factory=lambda: Text(()))
    label: str = ""
    note: str = ""
    wording: str = ""
    """The source's own words where it gives no exact number ("over tre fjerdedele"): shown in place of the number."""
    confidence: Confidence = ""
    published: Decimal | None = None
    """The value that was published, which a tabulated or computed figure must equal."""
    origin: Literal["given", "tabulated", "computed"] = "given"
    how: str = ""
    """How a tabulated or computed figure came about: the tabulation and its rows, or the formula with its values.

    For the command line, in English and with names; slides are made of `counted` and `formula`.
    """
    counted: Counted | None = None
    formula: str = ""
    uses: tuple[str, ...] = ()
    """The figures that a computed figure is made of."""
    table: str = ""
    """The row of a tabulation that a tabulated figure is: "presence/1"."""
    rows: tuple[str, ...] = ()
    """The places in data files that a tabulated figure rests on, such as "survey.csv:9"."""
    span: Span = NOWHERE

    @property
    def called_for(self) -> Qualifier:
        """Its qualifier, or the one that its confidence calls for."""
        return self.qualifier or _CALLED_FOR[self.confidence]

    @property
    def rounded(self) -> Decimal:
        """The value as it is shown."""
        return rounded(self.value, self.decimals)

    def number(self, format: str = "") -> Number:
        """The figure as a reference with that format shows it; see FORMATS."""
        unit = {"plain": "", "percent": "%"}.get(format, self.unit)
        qualifier: Qualifier = "" if format in ("plain", "signed") else self.qualifier
        if format == "qualified":
            qualifier = self.called_for
        return Number(self.rounded, self.decimals, unit, qualifier, format, self.wording)
