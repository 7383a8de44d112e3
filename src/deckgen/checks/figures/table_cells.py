"""Cells of tables as numbers. In: the text of a cell. Out: its number, and how far its last digit may be off."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import Text

_LETTERS: Final = re.compile(r"[^\W\d_]+\.?(?: [^\W\d_]+\.?)*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table, and how far the last digit that is shown may be off."""

    value: Decimal
    slack: Decimal
    is_share: bool


def table_rows(fields: Any) -> tuple[Any, ...]:
    """The rows of a table that have cells; none of any other slide."""
    rows = getattr(fields, "rows", ())
    is_table = rows and all(hasattr(row, "cells") and hasattr(row, "total") for row in rows)
    return tuple(row for row in rows if row.cells) if is_table else ()


def is_total(row: Any, language: Language) -> bool:
    """Whether a row sums up those above it: it says so, or is called so."""
    return bool(row.total) or row.cells[0].plain.casefold().strip(" :") in language.numbers.totals


def cell(said: Text, language: Language) -> Cell | None:
    """The number of a cell that says nothing else; None where it is hidden, missing or words."""
    per_cent = language.numbers.per_cent
    runs = [run for part in said.paragraphs for run in part.runs if run.text.strip()]
    if len(runs) == 1 and runs[0].figure and runs[0].number:
        number = runs[0].number
        if number.wording:
            return None
        rounds = bool(number.decimals or number.unit)
        return Cell(number.value, _slack(number.decimals, rounds), number.unit in per_cent)
    typed = said.plain.replace(NO_BREAK, " ")
    found = language.numbers.read(typed)
    units = {*language.numbers.abbreviated, *per_cent}
    if len(found) != 1 or not all(one in units for one in _LETTERS.findall(typed)):
        return None
    exponent = found[0].as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    is_share = any(typed.endswith(unit) for unit in per_cent)
    return Cell(found[0], _slack(decimals, bool(decimals or is_share)), is_share)


def _slack(decimals: int, rounds: bool) -> Decimal:
    return Decimal(1).scaleb(-decimals) if rounds else Decimal(0)
