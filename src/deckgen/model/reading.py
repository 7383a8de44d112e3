"""What rules must know of a language to read its texts as a person does. In: words of locale/. Out: read by checks.

Patterns are looked for in small letters. Those of `Amounts` may hold `{small}`, any word for a number up to twenty,
`{part}` and `{ordinal}`; what they find is told by the names of their groups: `n` parts of `m`, or `n` of the sort
`part`, or one in `ordinal`. Without `n` it is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Literal

from deckgen.model.lazy_dataclasses import dataclass

Nearness = Literal["over", "under", "just over", "just under", "about"]
"""On which side of what is said in words the truth lies."""


@dataclass(frozen=True, eq=False, slots=True)
class Amounts:
    """How a language says numbers, shares and growth in words.

    `numbers` are whole ones, of one word each; `hundred` and `joint` make larger ones of them. `percent` are words
    behind a number in words that make it a share.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    hundred: str = ""
    joint: str = ""
    percent: str = ""
    parts: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    shares: tuple[str, ...] = ()
    majority: str = ""
    minority: str = ""
    near: Mapping[Nearness, tuple[str, ...]] = field(default_factory=dict)
    """Words that stand before a share or a growth; `inside` are those that stand within, by the group `near`."""
    inside: Mapping[str, Nearness] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    """Patterns of growth, each with its factor: a number, a fraction, or `n`, `part`, for the group of that name."""
    grown: tuple[str, str] = ("", "")
    """What stands before and behind a share by which something grew; `shrunk`, by which it shrank."""
    shrunk: tuple[str, str] = ("", "")
    left: tuple[str, str] = ("", "")
    """What stands before and behind a share that is left of what was."""


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """What a careful reader knows of a language; all of it empty where a language does not say."""

    amounts: Amounts = Amounts()
    small_words: frozenset[str] = frozenset()
    """Words that say nothing of what a text is about."""
    endings: tuple[str, ...] = ()
    """How words are inflected, longest first."""
    clause_ends: str = ""
    negations: str = ""
    advises: str = ""
    """Verbs by which a title recommends."""
    page: str = ""
    """A page of the deck that is referred to, in the group `page`; a table or a chart on it in `table` or `chart`."""
    of_whole: str = ""
    """What stands between a number and the larger one that it is part of."""
    placeholders: tuple[str, ...] = ()
    in_year: str = ""
    """A year in which something was so, in the group `year`."""
    ahead: str = ""
    """Words by which a year lies ahead."""

    def patterns(self) -> tuple[str, ...]:
        """Those of its patterns that stand as they are."""
        words = (self.clause_ends, self.negations, self.advises, self.page, self.of_whole, self.in_year, self.ahead)
        return (*words, *self.placeholders)


NO_READING: Final = Reading()
