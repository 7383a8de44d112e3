"""A diagnostic as a terminal shows it. In: a diagnostic, and a way to the lines of a file. Out: lines of text.

Under the message stands the line of the source, with carets under what is meant. Nothing of a source is kept, and
nothing that could steer a terminal is passed on.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Diagnostic, Span

Lines = Callable[[str], Sequence[str]]
"""The lines of a file by the name that messages give it; none where it is no text or cannot be read."""

MOST_BYTES: Final = 20_000_000
"""Of a file that is read for the sake of a message."""
WIDTH: Final = 100
"""Columns of a source line that are shown."""
BEFORE: Final = 40
"""Columns that are shown before what is meant, where the line is longer."""
TAB: Final = 4
_DELIMITERS: Final = "\t;,"
_UNSHOWN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_INSTEAD: Final = "\ufffd"


def rendered(one: Diagnostic, lines: Lines, said: Callable[[str], str] = str) -> Iterator[str]:
    """The message, the source line under it, the hint, and each related place; `said` is how their names are said."""
    yield printable(f"{one.span}: {said(one.severity)}: {one.message} [{one.code}]")
    yield from excerpt(one.span, lines(one.span.file))
    if one.hint:
        yield printable(f"    {said('hint')}: {one.hint}")
    for related in one.related:
        yield printable(f"    {said('note')}: {related.span}: {related.message}")


def read_lines(file: str) -> Sequence[str]:
    """The lines of a text file; none where it is gone, too large or no text."""
    path = Path(file)
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return ()
        data = path.read_bytes()
    except (OSError, ValueError):
        return ()
    text = _decoded(data)
    return () if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _decoded(data: bytes) -> str:
    """The text of a file, whatever a survey tool wrote it in."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def excerpt(span: Span, lines: Sequence[str]) -> tuple[str, ...]:
    """The line that a span begins in and a line of carets; nothing where there is no such line."""
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    if not line.strip():
        return ()
    start, end = _meant(span, line)
    widths = [_width(character) for character in line]
    first, last = _window(widths, start)
    shown = "".join(map(_shown, line[first:last]))
    cut, more = "…" if first else "", "…" if last < len(line) else ""
    blank = " " * (len(cut) + sum(widths[first:start]))
    carets = "^" * max(1, sum(widths[start : min(end, last)]))
    number = f"{span.line:>5}"
    return f"{number} | {cut}{shown}{more}".rstrip(), f"{' ' * len(number)} | {blank}{carets}"


def printable(text: str) -> str:
    """The text with a sign in the place of whatever a terminal would not show but obey."""
    return "".join(map(_shown, text))


def _meant(span: Span, line: str) -> tuple[int, int]:
    """Where what is meant begins and ends in its first line."""
    if not span.column:
        return 0, len(line)
    if span.in_cells:
        return _cell(line, span.column)
    start = min(span.column - 1, len(line))
    if span.end_line > span.line:
        return start, len(line.rstrip())
    return start, min(max(span.end_column - 1, start + 1), len(line))


def _cell(line: str, number: int) -> tuple[int, int]:
    """Where a cell of a row begins and ends; the whole row where it has no such cell."""
    for delimiter in _DELIMITERS:
        cells = _cells(line, delimiter)
        if len(cells) >= number and len(cells) > 1:
            return cells[number - 1]
    return 0, len(line)


def _cells(line: str, delimiter: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    start, quoted = 0, False
    for at, character in enumerate(line):
        quoted ^= character == '"'
        if character == delimiter and not quoted:
            cells.append((start, at))
            start = at + 1
    return [*cells, (start, len(line))]


def _window(widths: Sequence[int], start: int) -> tuple[int, int]:
    """The part of a line that is shown: all of it, or so much before and after where what is meant begins."""
    if sum(widths) <= WIDTH:
        return 0, len(widths)
    first, room = start, BEFORE
    while first and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    last, room = first, WIDTH
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    return first, last


def _shown(character: str) -> str:
    if character == "\t":
        return " " * TAB
    return _INSTEAD if unicodedata.category(character) in _UNSHOWN else character


def _width(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if character == "\t":
        return TAB
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
