"""A number as it is shown, before a language makes a text of it. In: made from figures and literals.

Out: carried by runs, values and charts to the end, so that nobody reads it back out of a text.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from deckgen.model.lazy_dataclasses import dataclass

Qualifier = Literal["", "minimum", "maximum", "about", "over", "under"]

_LONG_WORD: Final = re.compile(r"\w{5,}")
POINTS: Final = "%-point"
"""The unit of what two shares differ by, which each language writes in its own way."""

FORMATS: Final = ("", "plain", "words", "unit", "signed", "percent", "qualified")
"""How a reference may ask for its figure: `${name|words}`.

"" qualifier, number and a symbol unit (`mindst 375`, `92 %`); "plain" the number alone; "words" as "", small whole
numbers as words (`tolv`); "unit" as "" with a word unit too (`12 klynger`); "qualified" as "", and where the figure
has no qualifier the one that its confidence calls for (an estimate is `ca.`, a minimum `mindst`); "signed" the number
with its sign and a symbol unit, for a change (`+5`, `−5`, `0`); "percent" as "" with `%` for whatever the unit writes
(`pct.`), for shares alone.
"""


@dataclass(frozen=True, slots=True)
class Number:
    """`value` is rounded to `decimals`; `qualifier` and `unit` are those that `format`, one of FORMATS, lets show.

    With a `wording`, the source's own words are shown in place of the number, which only lies near.
    """

    value: Decimal
    decimals: int = 0
    unit: str = ""
    qualifier: Qualifier = ""
    format: str = ""
    wording: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether what is shown is this number and not words that lie near it."""
        return not self.wording


def says_unit(text: str, unit: str) -> bool:
    """Whether a text says a unit.

    A word is known by how it begins, since its end is bent; a compound by its last word, too.
    """
    said, wanted = text.casefold(), unit.casefold()
    return wanted[: max(3, len(wanted) - 3)] in said or any(map(wanted.endswith, _LONG_WORD.findall(said)))


def literal(value: Decimal, format: str = "") -> Number:
    """A number that is written where it is shown, with as many decimals as it is written with."""
    return Number(value, decimals_of(value), format=format)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The value half up to so many decimals; numbers are rounded once, from the raw value, and only here."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # no minus before zero


def decimals_of(value: Decimal) -> int:
    """How many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
