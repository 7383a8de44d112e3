"""Large files without surprises, split without a loop over their rows. In: text and delimiter. Out: a sheet, or None.

A file is regular where every line has as many cells as the first, and quotes stand only around whole cells. Any other
gives None, and the reader that goes line by line says what is wrong with it. A cell of up to eight bytes is held as
one number, so that distinct answers are found among numbers, and only these become texts.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from deckgen.data.cell_values import on_one_line
from deckgen.data.codes import Many
from deckgen.data.sheet import MAX_CELL, Coded, Listed, Origin, Sheet, header_problems, is_blank
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass

PACKED: Final = 8
"""Bytes of a cell that fit in one number."""

_BLOCK: Final = 2000
"""Rows that are packed at once: what they take stays in the cache."""


@dataclass(frozen=True)
class Packed:
    """A column of short cells: the bytes of each as one number, first byte highest; an empty cell is 0."""

    keys: Any

    @cached_property
    def coded(self) -> Coded:
        import pandas

        codes, distinct = pandas.factorize(self.keys)
        return Many(codes), [_unpacked(int(key)) for key in distinct]

    def texts(self) -> list[str]:
        return [_unpacked(key) for key in self.keys.tolist()]

    def last(self) -> str:
        return _unpacked(int(self.keys[-1]))


def read_regular(text: str, delimiter: str, origin: Origin, skipped: int) -> Sheet | None:
    """The sheet of a regular file whose heads are in order; `skipped` lines stood before it."""
    if not delimiter.isascii() or not origin.is_plain:
        return None
    body = (text.replace("\r\n", "\n") if "\r" in text else text).rstrip("\n") + "\n"
    if "\r" in body:
        return None
    raw = body.encode()
    ends = _ends(raw, delimiter)
    heads = body.partition("\n")[0].split(delimiter)
    if ends is None or len(heads) < 2 or len(ends) < 2:
        return None
    columns, quotes, longest = _columns(raw, ends)
    if longest > MAX_CELL:
        return None
    header = [on_one_line(_bare(head)) for head in heads]
    if raw.count(b'"') != quotes + sum(2 for head in heads if _bare(head) != head):
        return None
    if not header[-1] and is_blank(columns[-1]):
        header.pop()
    if origin.read is not None and not origin.read.keys() & set(header):
        return None
    problems = Diagnostics()
    header_problems(origin, header, columns, 1 + skipped, problems)
    return None if len(problems) else _sheet(origin, header, columns, len(ends), skipped)


def _bare(cell: str) -> str:
    """A cell without the quotes around it."""
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _sheet(origin: Origin, header: list[str], columns: list[Packed | Listed], count: int, skipped: int) -> Sheet:
    import numpy

    lines = numpy.arange(2 + skipped, count + 1 + skipped)
    return Sheet(origin.file, origin.shown, tuple(header), 1 + skipped, tuple(columns[: len(header)]), lines)


def _ends(raw: bytes, delimiter: str) -> Any:
    """Where each cell ends, a row for each line; None where lines have different numbers of cells."""
    import numpy

    data = numpy.frombuffer(raw, numpy.uint8)
    ends = numpy.flatnonzero((data == ord(delimiter)) | (data == ord("\n")))
    width = raw.count(delimiter.encode(), 0, raw.index(b"\n")) + 1
    if len(ends) % width or raw.count(b"\n") != len(ends) // width:
        return None
    turned: Any = ends.reshape(-1, width)
    return turned if (data[turned[:, -1]] == ord("\n")).all() else None


def _columns(raw: bytes, ends: Any) -> tuple[list[Packed | Listed], int, int]:
    """The cells under the header, by column, how many quotes stand around them, and the bytes of the longest."""
    import numpy

    rows, width = ends.shape[0] - 1, ends.shape[1]
    data = numpy.frombuffer(raw, numpy.uint8) if b'"' in raw else None
    starts_with = numpy.ndarray((len(raw),), numpy.dtype(">u8"), raw + bytes(PACKED), strides=(1,))
    keys = numpy.empty((width, rows), numpy.uint64)
    longest = numpy.zeros(width, int)
    quotes = 0
    for first in range(0, rows, _BLOCK):
        last = min(first + _BLOCK, rows)
        starts, sizes = _starts(ends, first, last)
        if data is not None:
            quoted = (sizes > 1) & (data[starts] == ord('"')) & (data[starts + sizes - 1] == ord('"'))
            starts, sizes = starts + quoted, sizes - 2 * quoted
            quotes += 2 * int(quoted.sum())
        longest = numpy.maximum(longest, sizes.max(axis=0))
        # A shift by all 64 bits is undefined: an empty cell is shifted by 56 and then made 0.
        shift = (8 * (PACKED - numpy.clip(sizes, 1, PACKED))).astype(numpy.uint64)
        packed = (starts_with[starts].astype(numpy.uint64) >> shift) * (sizes > 0)
        keys[:, first:last] = packed.T
    short = [bool(most <= PACKED) for most in longest]
    made = [Packed(keys[at]) if short[at] else Listed(_cut(raw, ends, at, width), True) for at in range(width)]
    return made, quotes, int(longest.max())


def _starts(ends: Any, first: int, last: int) -> tuple[Any, Any]:
    """Where the cells of some rows under the header begin, and how many bytes each has."""
    import numpy

    those = ends[first + 1 : last + 1]
    starts = numpy.empty_like(those)
    starts[:, 0] = ends[first:last, -1] + 1
    starts[:, 1:] = those[:, :-1] + 1
    return starts, those - starts


def _cut(raw: bytes, ends: Any, at: int, width: int) -> list[str]:
    flat = ends.reshape(-1)
    starts = (flat[width + at - 1 : -1 : width] + 1).tolist()
    stops = flat[width + at :: width].tolist()
    return [_bare(raw[start:end].decode()) for start, end in zip(starts, stops, strict=True)]


def _unpacked(key: int) -> str:
    return key.to_bytes(PACKED).lstrip(b"\0").decode()
