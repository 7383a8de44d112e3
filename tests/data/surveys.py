"""A content folder with one data file, and what its tabulations come to."""

from __future__ import annotations

import io
from pathlib import Path
from textwrap import dedent
from typing import Any

import openpyxl

from deckgen.data import read_data
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Tabulation
from deckgen.nodes.reader import read_text


def tabulated(
    folder: Path, data: bytes | str, columns: str, tabulations: str = "", file: str = "s.csv", more: str = ""
) -> tuple[dict[str, Tabulation], Diagnostics]:
    """The tabulations of a file of `data`; `columns`, `tabulations` and `more` (of the dataset) are flow YAML."""
    (folder / file).write_bytes(data.encode() if isinstance(data, str) else data)
    tables = "\n".join(f"  {line}" for line in dedent(tabulations).strip().splitlines())
    node = read_text(
        f"datasets:\n  s: {{file: {file}, source: x, columns: {{{columns}}}{more and ', ' + more}}}\n"
        f"tabulations:\n{tables or '  {}'}\n",
        "data.yaml",
        Diagnostics(),
    )
    assert node is not None
    diagnostics = Diagnostics()
    return read_data(node, folder, "da", diagnostics).tabulations, diagnostics


def one(folder: Path, data: bytes | str, column: str, table: str, **more: str) -> list[tuple[str, str, int, int]]:
    """Key, value, count and base of each row of `t`, a tabulation of the column `q`."""
    tables, found = tabulated(folder, data, f"q: {{{column}}}", f"t: {{data: s, question: q, {table}}}", **more)
    assert [str(each) for each in found] == []
    return [(row.key, f"{row.value}", row.count, row.base) for row in tables["t"].rows]


def faults(folder: Path, data: bytes | str, columns: str, **more: str) -> list[str]:
    """Code and place of everything wrong."""
    found = tabulated(folder, data, columns, **more)[1]
    return [f"{each.code} {str(each.span).rpartition('/')[2]}" for each in found]


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """An XLSX file of named sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
