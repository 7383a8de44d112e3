"""In: the bytes of an XLSX file. Out: the cells of one of its sheets as the text that a CSV would hold."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from deckgen.data.cell_values import CellStyle
from deckgen.data.sheet import MAX_CELLS, MOST_FAULTS, Origin, Sheet, sheet_of
from deckgen.diagnostics import Diagnostics, Span, listed
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import composed

SUFFIXES: Final = (".xlsx", ".xlsm")
SHEETS: Final = True

MAX_UNPACKED: Final = 500_000_000
MAX_CHARACTERS: Final = 300_000_000
"""Characters of all cells together: a workbook holds a text once, however many of its cells say it."""

MAX_ROWS: Final = 1_048_576
"""As many rows as Excel has; the number of a row may be any, and all before it count as blank."""

_ANY: Final = CellStyle("en", ".", ",", day_first=True)
"""Of cells that nobody reads."""

_OLD_FORM: Final = b"\xd0\xcf\x11\xe0"
"""How a file begins that is no zip: an old .xls, or a workbook that a password protects."""

_CHUNK: Final = 65_536
_BEGINS: Final = re.compile(rb"<(?:!DOCTYPE|[\w])", re.IGNORECASE)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_HIDDEN: Final = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_NUMBER: Final = re.compile(rb"""\sr=["']([0-9]+)["']""")


@dataclass(frozen=True, slots=True)
class _Fault:
    """A cell that cannot be read, at its line and its place among the heads; `text` is what stands in it."""

    line: int
    place: int
    code: str
    message: str
    hint: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Cells:
    """The rows of a sheet that are not blank, with their numbers, and which of them the workbook does not show."""

    rows: list[list[str]]
    lines: list[int]
    faults: list[_Fault]
    hidden: frozenset[int]
    name: str


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The sheet that is named (upper or lower case), else the first that is visible; None where it cannot be read."""
    if not _is_safe(data, origin, diagnostics):
        return None
    wrong = Diagnostics()
    try:
        # Of what is damaged openpyxl warns, and prints to standard output, where a command's JSON stands.
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            cells = _cells(data, origin, wrong)
    # A damaged workbook fails in openpyxl in many ways, none of them declared.
    except Exception as problem:
        message = f"the workbook cannot be read ({type(problem).__name__})"
        diagnostics.error(
            "data-not-workbook", message, Span(origin.shown), "open it in Excel and save it again as .xlsx"
        )
        return None
    diagnostics.extend(wrong)
    sheet = None if cells is None or len(wrong) else sheet_of(origin, cells.rows, cells.lines, diagnostics)
    if sheet is None or cells is None:
        return None
    _report(cells, sheet, origin, diagnostics)
    return replace(sheet, name=cells.name)


def sheet_names(data: bytes) -> tuple[str, ...]:
    """The sheets that a workbook shows, in order; none of one that cannot be read, or is not safe to."""
    import openpyxl

    if not _is_safe(data, Origin("", "", _ANY), Diagnostics()):
        return ()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            return tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")
    except Exception:  # a damaged workbook; `read` says of what is wrong
        return ()


def _report(cells: _Cells, sheet: Sheet, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report cells that cannot be read, of those that are, and answers that the workbook does not show."""
    kept = frozenset(map(int, sheet.lines))
    for fault in cells.faults[:MOST_FAULTS]:
        head = sheet.header[fault.place] if fault.place < len(sheet.header) else ""
        means_nothing = origin.read is not None and fault.text in origin.read.get(head, ())
        if fault.line in kept and origin.reads(head) and not means_nothing:
            span = Span(origin.shown, fault.line, fault.place + 1, in_cells=True)
            diagnostics.error(fault.code, fault.message, span, fault.hint)
    hidden = sorted(cells.hidden & kept)
    if hidden:
        message = f"{len(hidden)} of {len(kept)} rows are hidden or filtered out and are counted, this one first"
        hint = "show them in Excel (clear the filter) if they count; delete them if they do not"
        diagnostics.warning("rows-hidden", message, Span(origin.shown, hidden[0]), hint)


def _is_safe(data: bytes, origin: Origin, diagnostics: Diagnostics) -> bool:
    """Whether the zip unpacks to something of a size, without declarations that could make more of it."""
    span = Span(origin.shown)
    if data.startswith(_OLD_FORM):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        message = "a password protects the workbook" + ("" if protected else ", or it is of the old form (.xls)")
        hint = "save it in Excel as .xlsx without a password"
        diagnostics.error("data-not-workbook", message, span, hint)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                diagnostics.error(
                    "data-too-large", f"the workbook unpacks to over {MAX_UNPACKED // 1_000_000} MB", span
                )
                return False
            declares = any(_declares(archive, part) for part in archive.infolist())
    except Exception as problem:  # zip files are damaged in as many ways
        message = f"this is no workbook ({type(problem).__name__})"
        diagnostics.error("data-not-workbook", message, span, "save it in Excel as .xlsx")
        return False
    if declares:
        diagnostics.error(
            "data-not-workbook", "a part of the workbook has a DOCTYPE", span, "save it in Excel as .xlsx"
        )
    return not declares


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part has a DOCTYPE before its first element, in any encoding and behind whatever comments."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return False
    head = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            head += chunk.replace(b"\0", b"")
            begins = _BEGINS.search(_COMMENT.sub(b"", head))
            if begins:
                return begins[0].upper() == b"<!DOCTYPE"
    return False


def _cells(data: bytes, origin: Origin, diagnostics: Diagnostics) -> _Cells | None:
    """The text of the sheet; what a formula gave is read from what Excel kept of it."""
    import openpyxl

    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if _has_formulas(data) else None
    visible = [sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible"]
    names = _sheet_names(values.sheetnames, visible, origin, diagnostics)
    faults: list[_Fault] = []
    hidden: set[int] = set()
    rows: list[list[str]] = []
    for name in names:
        hidden |= _hidden(data, values[name])
        _add_beside(rows, _lines(values[name], formulas and formulas[name], origin, faults, diagnostics), faults)
    lines = [line for line, row in enumerate(rows, start=1) if any(row)]
    name = names[0] if len(visible) > 1 and not origin.sheet and names else ""
    return _Cells([row for row in rows if any(row)], lines, faults, frozenset(hidden), name) if names else None


def _add_beside(rows: list[list[str]], added: Iterator[list[str]], faults: list[_Fault]) -> None:
    """Put the rows of a sheet behind those of the one before it, all as long as the longest.

    A workbook does not store what is empty at a row's end, and may hold cells beyond the heads.
    """
    width, before = max(map(len, rows), default=0), len(faults)
    for row, texts in itertools.zip_longest(list(rows), added, fillvalue=None):
        if row is None:
            rows.append(row := [""] * width)
        row.extend(texts or ())
    faults[before:] = [replace(fault, place=fault.place + width) for fault in faults[before:]]
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))


def _hidden(data: bytes, sheet: Any) -> set[int]:
    """The numbers of the rows that are hidden, by hand or by a filter."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = archive.read(sheet._worksheet_path)
    numbers: set[int] = set()
    for at, row in enumerate(_ROW.finditer(held) if _HIDDEN.search(held) else (), start=1):
        if _HIDDEN.search(row[0]):
            said = _NUMBER.search(row[0])
            numbers.add(int(said[1]) if said else at)
    return numbers


def _has_formulas(data: bytes) -> bool:
    """Whether any part may hold one; if not, a second look at every cell is spared."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = (archive.read(name) for name in archive.namelist() if "/worksheets/" in name)
        return any(re.search(rb"<(?:\w+:)?f[ />]", sheet) for sheet in sheets)


def _lines(
    values: Any, formulas: Any, origin: Origin, faults: list[_Fault], diagnostics: Diagnostics
) -> Iterator[list[str]]:
    """The texts of each row of a sheet, without those that are blank at its end."""
    pairs = itertools.zip_longest(_rows(values), _rows(formulas) if formulas else (), fillvalue=())
    count = characters = 0
    for line, (row, written) in enumerate(pairs, start=1):
        count += len(row)
        characters += sum([len(cell.value) for cell in row if isinstance(cell.value, str)])
        if line > MAX_ROWS or count > MAX_CELLS or characters > MAX_CHARACTERS:
            found = {
                "rows": (line, MAX_ROWS),
                "cells": (count, MAX_CELLS),
                "characters": (characters, MAX_CHARACTERS),
            }
            _too_large(origin, line, found, diagnostics)
            return
        texts = [
            "" if cell.value is None and not written else _text(cell, written, origin, (line, at), faults)
            for at, cell in enumerate(row)
        ]
        while texts and not texts[-1].strip():
            texts.pop()
        yield texts


def _too_large(origin: Origin, line: int, found: Mapping[str, tuple[int, int]], diagnostics: Diagnostics) -> None:
    what, most = next((what, most) for what, (there, most) in found.items() if there > most)
    message = f"up to here the sheet has more than {most // 1_000_000} million {what}"
    hint = "delete empty cells that are formatted, and columns that nothing is counted in"
    diagnostics.error("data-too-large", message, Span(origin.shown, line), hint)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # a file may claim a size that it does not have
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _sheet_names(names: list[str], visible: list[str], origin: Origin, diagnostics: Diagnostics) -> list[str]:
    """The sheet of that name, or the parts of one that was too wide for one: `Dataset(1)`, `Dataset(2)`."""
    wanted = origin.sheet
    if not wanted:
        return (visible or names)[:1]
    part = re.compile(rf"{re.escape(wanted)} ?\(([0-9]+)\)", re.IGNORECASE)
    whole = [name for name in names if composed(name).casefold() == wanted.casefold()]
    parts = sorted((int(match[1]), name) for name in names if (match := part.fullmatch(composed(name))))
    if not whole and not parts:
        hint = f"there are: {listed(names)}"
        diagnostics.error("no-sheet", f"the workbook has no sheet `{wanted}`", Span(origin.shown), hint)
    return whole[:1] or [name for _, name in parts]


def _text(cell: Any, written: tuple[Any, ...], origin: Origin, at: tuple[int, int], faults: list[_Fault]) -> str:
    """The text of a cell; `written` is its row with formulas as they are, and `at` its line and its place in it."""
    value, (line, place) = cell.value, at
    if value is None and place < len(written) and written[place].data_type == "f":
        hint = "open the workbook in Excel and save it, so that results are kept"
        faults.append(
            _Fault(line, place, "formula-without-value", "the formula has no result kept in the file", hint)
        )
    elif cell.data_type == "e":
        hint = f'mend the formula in Excel, or write `missing: ["{value}"]` on the column if it means no answer'
        faults.append(_Fault(line, place, "formula-failed", f"the cell holds `{value}`", hint, str(value)))
    return _of_text(value) if isinstance(value, str) else origin.style.as_text(value)


@lru_cache(4096)
def _of_text(value: str) -> str:
    """The text as it is meant; many cells hold the same."""
    return composed(_unescaped(value))


def _unescaped(text: str) -> str:
    """The text with characters for what workbooks write in their place: `_x000D_` is the end of a line."""
    if "_x" not in text:
        return text
    halves = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).encode("utf-16", "surrogatepass")
    return halves.decode("utf-16", "replace").replace("\r\n", "\n").replace("\r", "\n")
