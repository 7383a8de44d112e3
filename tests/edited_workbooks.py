"""A chart's workbook after an edit.

In: a plot, and what somebody writes in its cells. Out: what another program computes.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import numpy
import openpyxl

from deckgen.model.chart import Plot
from deckgen.powerpoint.writer.chart_workbook import column, workbook

Cell = tuple[str, int]
"""By the name of its row and the number of its series."""


def edited(plot: Plot, cells: Mapping[Cell, float], folder: Path, soffice: str) -> dict[str, list[float]]:
    """Row → its numbers, nothing as zero, series after series, once LibreOffice has opened the edited file."""
    path = folder / "data.xlsx"
    path.write_bytes(workbook(plot))
    book = openpyxl.load_workbook(path)
    lines = {row[0].value: row[0].row for row in book["Data"].iter_rows(min_row=2)}
    for (name, series), value in cells.items():
        book["Data"][f"{column(series + 1)}{lines[name]}"] = value
    book.save(path)
    command = [soffice, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(path)], check=True, capture_output=True, timeout=120
    )
    sheet = openpyxl.load_workbook(folder / "out/data.xlsx", data_only=True)["Data"]
    return {row[0].value: [float(cell.value or 0) for cell in row[1:]] for row in sheet.iter_rows(min_row=2)}


def formulas(book: bytes) -> dict[tuple[int, int], str]:
    """What computes each cell that is computed, by its line and the number of its column from 0."""
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Data"]
    return {
        (cell.row, cell.column - 1): cell.value[1:]
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    }


def recomputed(book: bytes, heads: Collection[str], times: float = 1) -> dict[str, float]:
    """Cell → its number, once those given under these heads were multiplied and all others were computed again."""
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Data"]
    edited = {cell.column_letter for cell in sheet[1] if str(cell.value).strip() in heads}
    cells = {cell.coordinate: cell.value for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row}
    known: dict[str, float] = {}

    def value(name: str) -> float | None:
        held = cells.get(name)
        if held is not None and name not in known:
            given = not isinstance(held, str)
            known[name] = held * (times if name.rstrip("0123456789") in edited else 1) if given else result(held[1:])
        return known.get(name)

    def area(found: re.Match[str]) -> str:
        letters, first, last = found[1], int(found[2]), int(found[3])
        return repr([value(f"{letters}{line}") or 0.0 for line in range(first, last + 1)]).join(("EACH(", ")"))

    def result(formula: str) -> float:
        text = re.sub(r"([A-Z]+)\$(\d+):[A-Z]+\$(\d+)", area, formula)
        text = re.sub(r"\b[A-Z]{1,2}\d+\b", lambda found: repr(value(found[0]) or 0.0), text)
        text = re.sub(r"(?<![<>])=", "==", text).replace("<>", "!=")
        return float(eval(text, {"__builtins__": {}}, _FUNCTIONS))

    for name in cells:
        value(name)
    return known


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "EACH": numpy.array,
    "MAX": lambda *given: max(map(numpy.max, given)),
    "MIN": lambda *given: min(map(numpy.min, given)),
    "SUM": lambda *given: sum(map(numpy.sum, given)),
    "SUMPRODUCT": numpy.sum,
    "AVERAGE": numpy.mean,
    "MEDIAN": numpy.median,
    "ABS": abs,
    "IF": lambda which, yes, no: yes if which else no,
}
"""Those that our formulas are made of."""
