"""A chart's workbook after an edit.

In: a plot, and what somebody writes in its cells. Out: what another program computes.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path

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
