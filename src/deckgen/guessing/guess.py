"""A column as it may be declared, with why. In: made by the other files. Out: what is written into data.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from deckgen.data.declarations import Type
from deckgen.guessing.table import Table
from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """A question and how it is answered. `heads` are those of its columns in the file.

    `options` are labels by code; without them those of the export's own labels count. `why` is what speaks for it,
    `doubt` what somebody should look at.
    """

    heads: tuple[str, ...]
    label: str
    type: Type
    options: Mapping[str, str] = field(default_factory=dict)
    dont_know: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    separator: str = ""
    chosen: tuple[str, ...] = ()
    not_chosen: tuple[str, ...] = ()
    other: str = ""
    decimal: Literal["", "point", "comma"] = ""
    dates: Literal["", "day-first", "month-first"] = ""
    blank: str = ""
    """Of a question with several answers, that some left it blank, who may have chosen none of them."""
    why: str = ""
    doubt: str = ""
    stem: str = ""
    """What the question has in common with those beside it, where it is one of a battery."""
    name: str = ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """All that somebody should look at."""
        return tuple(one for one in (self.doubt, self.blank) if one)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that is not declared, and why not."""

    head: str
    why: Literal["empty", "names somebody", "noted by the tool", "weights", "two are called so", "cannot be read"]


@dataclass(frozen=True, slots=True)
class BatteryGuess:
    """Questions with the same answers, by name."""

    name: str
    label: str
    questions: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class DatasetGuess:
    """A data file as it may be declared."""

    table: Table
    columns: tuple[Guess, ...]
    batteries: tuple[BatteryGuess, ...] = ()
    key: str = ""
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[str, ...] = ()
