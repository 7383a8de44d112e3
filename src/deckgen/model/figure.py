"""Named numbers and where they come from. In: made by figures. Out: read by plan, checks and comparisons."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.data import Counted, Declaration
from deckgen.model.formula import Formula
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number, Qualifier, rounded
from deckgen.model.text import NOWHERE, Text

PER_CENT: Final = "%"
"""The unit of a share whose figure says none: no share is printed as a bare number."""

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
class Given:
    """The source of the figure gives its value."""


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A row of a tabulation: which one, its label where the table has several, how many respondents it counts.

    `counted` says it in the words of the questionnaire, `declared` in those of the content. `rows` are the places in
    data files that it rests on, such as "survey.csv:9".
    """

    table: str
    key: str
    label: str
    count: int
    counted: Counted
    declared: Declaration
    rows: tuple[str, ...] = ()
    end_of: str = ""
    """The figure that this is an end of the interval around; empty for any other."""


@dataclass(frozen=True, slots=True)
class Computed:
    formula: Formula


Provenance = Given | Tabulated | Computed
"""How a figure came about."""


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
    provenance: Provenance = Given()
    span: Span = NOWHERE

    @property
    def uses(self) -> tuple[str, ...]:
        """The figures that it is computed from."""
        return self.provenance.formula.names if isinstance(self.provenance, Computed) else ()

    @property
    def rows(self) -> tuple[str, ...]:
        """The places in data files that it is counted in."""
        return self.provenance.rows if isinstance(self.provenance, Tabulated) else ()

    @property
    def counted(self) -> Counted | None:
        """What was counted, where it is tabulated."""
        return self.provenance.counted if isinstance(self.provenance, Tabulated) else None

    @property
    def end_of(self) -> str:
        """The figure that it is an end of the interval around; empty where it is none."""
        return self.provenance.end_of if isinstance(self.provenance, Tabulated) else ""

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
