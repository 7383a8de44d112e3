"""In: the bytes of a CSV file. Out: its cells as text.

Encodings are tried, never guessed: a byte order mark, then strict UTF-8, then cp1252. The delimiter is the one that
is declared, else what `sep=` says in the first line, else the first of tab, semicolon and comma that stands in the
header.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import Final

from deckgen.data.codes import FEW
from deckgen.data.csv_bulk_reader import read_regular
from deckgen.data.sheet import MAX_CELL, MAX_CELLS, MOST_TITLES, Origin, Sheet, sheet_of
from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.grammar import composed

SUFFIXES: Final = (".csv", ".tsv", ".txt")

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT: Final = {
    b"pk\3\4": "it is a workbook: call it .xlsx, or say `format: xlsx`",
    b"\xd0\xcf\x11\xe0": "it is an old workbook: open it in Excel and save it as .xlsx",
    b"<?xml": "it is XML: open it in Excel and save it as .xlsx",
    b"$fl": "it is a file of SPSS: call it .sav, or say `format: spss`",
    b"<stat": "it is a file of Stata: call it .dta, or say `format: stata`",
    b"par1": "it is a Parquet file: call it .parquet, or say `format: parquet`",
    b"<html": "it is a page: open it in Excel and save it as .xlsx",
}
"""How a file begins that somebody may have called .csv, and what to do with it."""

MAX_ROWS: Final = 1_000_000
"""Lines of a file, so that what a build takes of memory is bounded."""

_BEGINNING: Final = 1_000_000
"""Characters in which the line of heads is looked for."""

_DELIMITERS: Final = ("\t", ";", ",")
_SAID: Final = re.compile(r"""("?)sep=([^"\r\n])\1\r?\n""", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"')


def decoded(data: bytes, shown: str, diagnostics: Diagnostics) -> str | None:
    """The text of a file, composed as names are; None where it is no text in any encoding that survey tools write."""
    begins = data.removeprefix(codecs.BOM_UTF8).lstrip()[:5].lower()
    hint = next((hint for mark, hint in _NO_TEXT.items() if begins.startswith(mark)), "")
    if hint:
        diagnostics.error("data-not-text", "the file is no text of cells and delimiters", Span(shown, 1), hint)
        return None
    encodings = next(([name] for mark, name in _MARKS if data.startswith(mark)), ["utf-8", "cp1252"])
    problem: UnicodeDecodeError | None = None
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as failed:
            problem = failed
            continue
        if "\x00" not in text:
            return composed(text)
        message, hint = "the file holds NUL characters", "it is no text, or UTF-16 without a byte order mark"
        diagnostics.error(
            "data-not-text", message, _line_of(text.index("\x00"), text, shown), f"{hint}; save it as UTF-8"
        )
        return None
    assert problem is not None
    message = f"byte 0x{data[problem.start]:02x} is neither UTF-8 nor cp1252"
    if len(encodings) == 1:
        message = f"the file begins as {encodings[0].removesuffix('-sig').upper()} and goes on as something else"
    span = Span(shown, data.count(b"\n", 0, problem.start) + 1)
    diagnostics.error("data-not-text", message, span, "save the file as UTF-8")
    return None


def encoding(data: bytes) -> str:
    """What the text of a file is in, where it is text."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked:
        return marked.removesuffix("-sig").upper()
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "UTF-8"


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The cells of a file; None (and diagnostics) where it cannot be read as rows under a header."""
    text = decoded(data, origin.shown, diagnostics)
    if text is None:
        return None
    said = _SAID.match(text)
    skipped = 1 if said else 0
    text = text[said.end() :] if said else text
    lines = text.count("\n")
    if lines > MAX_ROWS:
        message, hint = f"the file has more than {MAX_ROWS} lines", "keep the answers that are counted"
        diagnostics.error("data-too-large", message, Span(origin.shown), hint)
        return None
    delimiter = origin.delimiter or (said[2] if said else _delimiter(text, origin, skipped))
    large = origin.part == "dataset" and lines > FEW and '""ImportId""' not in text[:_BEGINNING]
    if large and (sheet := read_regular(text, delimiter, origin, skipped)) is not None:
        return sheet
    return by_line(text, delimiter, origin, skipped, diagnostics)


def by_line(text: str, delimiter: str, origin: Origin, skipped: int, diagnostics: Diagnostics) -> Sheet | None:
    """The cells of any file: quoted, over several lines, with what is wrong located."""
    rows, lines = [], []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, cells = 1, 0
    try:
        for row in reader:
            if row and (len(row) > 1 or row[0].strip()):
                rows.append(row)
                lines.append(line + skipped)
                cells += len(row)
            if cells > MAX_CELLS:
                message, hint = f"the file has more than {MAX_CELLS} cells", "keep the columns that are counted"
                diagnostics.error("data-too-large", message, Span(origin.shown, line + skipped), hint)
                return None
            line = reader.line_num + 1
    except csv.Error as problem:
        span = Span(origin.shown, reader.line_num + skipped)
        if "field larger" in str(problem):
            message, hint = f"a cell has more than {MAX_CELL} characters", "a quote may stay open; if not, shorten it"
            diagnostics.error("data-too-large", message, span, hint)
            return None
        hint = 'a cell that holds a quote must be in double quotes, with the quote doubled: "12"" pipe"'
        diagnostics.error("data-not-rows", f"the line cannot be split into cells: {problem}", span, hint)
        return None
    return sheet_of(origin, rows, lines, diagnostics)


def _delimiter(text: str, origin: Origin, skipped: int) -> str:
    """What splits the line of heads: that in which one stands that is read, else the first."""
    lines = [
        line for line in text[:_BEGINNING].splitlines()[max(origin.header_row - 1 - skipped, 0) :] if line.strip()
    ]
    for line in lines[:MOST_TITLES] if origin.read else ():
        for delimiter in _DELIMITERS:
            if delimiter in line and any(origin.reads(cell.strip(' "')) for cell in line.split(delimiter)):
                return delimiter
    bare = _QUOTED.sub("", lines[0] if lines else "")
    return next((delimiter for delimiter in _DELIMITERS if delimiter in bare), ";")


def _line_of(index: int, text: str, shown: str) -> Span:
    return Span(shown, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
