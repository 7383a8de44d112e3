"""In: the bytes of an XLSX file. Out: the cells of one of its sheets as the text that a CSV would hold."""

from __future__ import annotations

import datetime
import io
import itertools
import re
import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from deckgen.data.cell_values import CellStyle
from deckgen.data.sheet import MOST_FAULTS, Origin, Sheet, sheet_of
from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.grammar import composed

SUFFIXES: Final = (".xlsx", ".xlsm")
SHEETS: Final = True

MAX_UNPACKED: Final = 500_000_000
MAX_CELLS: Final = 30_000_000
"""A few bytes can claim a million rows of sixteen thousand cells."""

_CHUNK: Final = 65_536
_BEGINS: Final = re.compile(rb"<(?:!DOCTYPE|[\w])", re.IGNORECASE)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The sheet that is named (upper or lower case), the first where none is; None where it cannot be read."""
    if not _is_safe(data, origin, diagnostics):
        return None
    wrong = Diagnostics()
    try:
        with warnings.catch_warnings():
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
    return None if cells is None or len(wrong) else sheet_of(origin, *cells, diagnostics)


def _is_safe(data: bytes, origin: Origin, diagnostics: Diagnostics) -> bool:
    """Whether the zip unpacks to something of a size, without declarations that could make more of it."""
    span = Span(origin.shown)
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


def _cells(data: bytes, origin: Origin, diagnostics: Diagnostics) -> tuple[list[list[str]], list[int]] | None:
    """Rows of text that are not blank, with their numbers; what a formula gave is read from what Excel kept of it."""
    import openpyxl

    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if _has_formulas(data) else None
    names = _sheet_names(values.sheetnames, origin.sheet, origin, diagnostics)
    parts = [_lines(values[name], formulas and formulas[name], origin, diagnostics) for name in names]
    rows: list[list[str]] = []
    lines: list[int] = []
    widths: list[int] = []
    for line, texts in enumerate(itertools.zip_longest(*parts, fillvalue=()), start=1):
        if any(texts):
            widths = widths or [len(part) for part in texts]
            # A workbook does not store what is empty at a row's end.
            padded = ([*part, *[""] * (width - len(part))] for part, width in zip(texts, widths, strict=True))
            rows.append(list(itertools.chain.from_iterable(padded)))
            lines.append(line)
    return (rows, lines) if names else None


def _has_formulas(data: bytes) -> bool:
    """Whether any part may hold one; if not, a second look at every cell is spared."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = (archive.read(name) for name in archive.namelist() if "/worksheets/" in name)
        return any(re.search(rb"<(?:\w+:)?f[ />]", sheet) for sheet in sheets)


def _lines(values: Any, formulas: Any, origin: Origin, diagnostics: Diagnostics) -> Iterator[list[str]]:
    """The texts of each row of a sheet, without those that are blank at its end."""
    pairs = itertools.zip_longest(_rows(values), _rows(formulas) if formulas else (), fillvalue=())
    count = 0
    for line, (row, written) in enumerate(pairs, start=1):
        count += len(row)
        if count > MAX_CELLS:
            said = f"the sheet has more than {MAX_CELLS // 1_000_000} million cells"
            diagnostics.error(
                "data-too-large", said, Span(origin.shown, line), "delete the empty ones that are formatted"
            )
            return
        texts = [
            "" if cell.value is None and not written else _text(cell, written, origin, (line, at), diagnostics)
            for at, cell in enumerate(row)
        ]
        while texts and not texts[-1].strip():
            texts.pop()
        yield texts


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # a file may claim a size that it does not have
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _sheet_names(names: list[str], wanted: str, origin: Origin, diagnostics: Diagnostics) -> list[str]:
    """The sheet of that name, or the parts of one that was too wide for one: `Dataset(1)`, `Dataset(2)`."""
    if not wanted:
        return names[:1]
    part = re.compile(rf"{re.escape(wanted)} ?\(([0-9]+)\)", re.IGNORECASE)
    whole = [name for name in names if name.casefold() == wanted.casefold()]
    parts = sorted((int(match[1]), name) for name in names if (match := part.fullmatch(name)))
    if not whole and not parts:
        hint = f"there are: {', '.join(names)}"
        diagnostics.error("no-sheet", f"the workbook has no sheet `{wanted}`", Span(origin.shown), hint)
    return whole[:1] or [name for _, name in parts]


def _text(cell: Any, written: tuple[Any, ...], origin: Origin, at: tuple[int, int], diagnostics: Diagnostics) -> str:
    """The text of a cell; `written` is its row with formulas as they are, and `at` its line and its place in it."""
    value, (line, place) = cell.value, at
    if len(diagnostics) < MOST_FAULTS:
        formula = place < len(written) and written[place].data_type == "f"
        span = Span(origin.shown, line, place + 1, in_cells=True)
        if value is None and formula:
            hint = "open the workbook in Excel and save it, so that results are kept"
            diagnostics.error("formula-without-value", "the formula has no result kept in the file", span, hint)
        elif cell.data_type == "e":
            diagnostics.error("formula-failed", f"the cell holds `{value}`", span, "mend the formula in Excel")
    return _said(value, origin.style)


def _said(value: Any, style: CellStyle) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return composed(str(value))
    if isinstance(value, float):
        # 15 digits are what Excel keeps: 0.1 + 0.2 is 0.3 there.
        return style.number(Decimal(format(value, ".15g")).normalize())
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return style.date(value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return style.date(value)
    return composed(str(value))
