"""Columns whose numbers or days read both ways. In: a column's distinct cells. Out: how it writes them, or an error.

`3.125` is three thousand or three and a bit, and `03/04/2024` is in April or in March. Where no cell of a column
decides, and the content does not say, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from deckgen.data.cell_values import ANY_ORDER, CellStyle
from deckgen.data.declarations import Column
from deckgen.model.lazy_dataclasses import replace

_SEPARATED: Final = re.compile(r"[.,]")
_BOTH_WAYS: Final = re.compile(r"[-−]?[1-9][0-9]{0,2}([.,])[0-9]{3}\Z")
_MONTHS: Final = 12


def declared_style(column: Column, style: CellStyle) -> CellStyle:
    """How the cells of a column write numbers and days: as it says itself, else as its dataset does."""
    if column.decimal:
        decimal, group = (".", ",") if column.decimal == "point" else (",", ".")
        style = replace(style, decimal=decimal, group=group)
    return replace(style, day_first=column.dates == "day-first") if column.dates else style


def ambiguous(column: Column, texts: Iterable[str], style: CellStyle) -> tuple[str, str, str] | None:
    """A cell of a column that reads both ways, what it may be, and what to do; None where nothing is in doubt."""
    if style.stated:
        return None
    if column.type == "decimal" and not column.decimal:
        return _number(texts)
    if column.type == "date" and not column.dates:
        return _date(texts)
    return None


def _number(texts: Iterable[str]) -> tuple[str, str, str] | None:
    example = ""
    for text in texts:
        if _BOTH_WAYS.match(text):
            example = example or text
        elif _SEPARATED.search(text) and text[-1:].isdigit():
            return None
    if not example:
        return None
    thousands, fraction = re.sub("[.,]", "", example), example.replace(",", ".")
    hint = "write `decimal: point` or `decimal: comma` on the column, or `language:` on the dataset"
    return example, f"{thousands} or as the fraction {fraction}", hint


def _date(texts: Iterable[str]) -> tuple[str, str, str] | None:
    example, readings = "", ""
    for text in texts:
        match = ANY_ORDER.match(text)
        if match is None or match[2] == ".":  # who writes dots writes the day first
            continue
        first, second, year = int(match[1]), int(match[3]), match[4]
        if max(first, second) > _MONTHS:
            return None
        if first != second and not example:
            example, readings = text, f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
    hint = "write `dates: day-first` or `dates: month-first` on the column, or `language:` on the dataset"
    return (example, readings, hint) if example else None
