"""Large files without surprises, split without a loop over their rows. In: text and delimiter. Out: a sheet, or None.

A file is regular where every line has as many cells as the first, and quotes stand only around whole cells. Any other
gives None, and the reader that goes line by line says what is wrong with it. A cell of up to eight bytes is held as
one number, so that distinct answers are found among numbers, and only these become texts; a code of one byte is found
in a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final

from deckgen.data.cell_values import on_one_line
from deckgen.data.codes import Many
from deckgen.data.sheet import MAX_CELL, Cells, Coded, Listed, Origin, Sheet, header_problems, is_blank
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass

PACKED: Final = 8
"""Bytes of a cell that fit in one number."""

_BLOCK: Final = 2000
"""Rows that are packed at once: what they take stays in the cache."""
_SOME: Final = 10_000
"""Rows by which it is judged whether a column may tell all apart."""
_BYTES: Final = 1_000_000
"""Bytes in which the ends of cells are looked for at once."""


@dataclass(frozen=True)
class Packed:
    """A column of short cells: the bytes of each as one number, first byte highest; an empty cell is 0."""

    keys: Any

    @cached_property
    def coded(self) -> Coded:
        import pandas

        codes, distinct = _in_a_table(self.keys) if self.keys.itemsize == 1 else pandas.factorize(self.keys)
        return Many(codes), [_unpacked(int(key)) for key in distinct]

    @property
    def seems_to_tell(self) -> bool:
        return _are_many(self.keys[:_SOME])

    def texts(self) -> list[str]:
        return [_unpacked(key) for key in self.keys.tolist()]

    def last(self) -> str:
        return _unpacked(int(self.keys[-1]))


@dataclass(frozen=True)
class Unread:
    """A column of cells without quotes that nothing declares, read when somebody asks what stands in it.

    `data` are the bytes of the file, with a few behind them; `longest` is how many its longest cell takes.
    """

    data: Any
    ends: Any
    at: int
    longest: int

    @cached_property
    def made(self) -> Cells:
        if self.longest > PACKED:
            return Listed(_cut(self.data.tobytes(), self.ends, self.at), True)
        return Packed(self._keys(self.ends))

    def _keys(self, ends: Any) -> Any:
        stops = ends[1:, self.at]
        starts = (ends[1:, self.at - 1] if self.at else ends[:-1, -1]) + 1
        return _keys(self.data, starts, stops - starts, self.longest <= 1)

    @property
    def coded(self) -> Coded:
        return self.made.coded

    @property
    def seems_to_tell(self) -> bool:
        return self.longest > PACKED or _are_many(self._keys(self.ends[: _SOME + 1]))

    def texts(self) -> list[str]:
        return self.made.texts()

    def last(self) -> str:
        start, end = self.ends.reshape(-1)[[self.at - self.ends.shape[1] - 1, self.at - self.ends.shape[1]]].tolist()
        last: bytes = self.data[start + 1 : end].tobytes()
        return last.decode()


def _are_many(keys: Any) -> bool:
    """Whether of some keys more are distinct than would be of a column in which few stand once."""
    return 4 * len(set(keys.tolist())) > len(keys)


def _in_a_table(keys: Any) -> tuple[Any, list[int]]:
    """For each of some bytes the index of it among the distinct ones; and these, as they come first."""
    import numpy

    raw = keys.tobytes()
    distinct = sorted(numpy.flatnonzero(numpy.bincount(keys)).tolist(), key=raw.find)
    table = numpy.zeros(max(distinct) + 1, int)
    table[distinct] = range(len(distinct))
    return table[keys], distinct


def read_regular(text: str, delimiter: str, origin: Origin, skipped: int) -> Sheet | None:
    """The sheet of a regular file whose heads are in order; `skipped` lines stood before it."""
    if not delimiter.isascii() or not origin.is_plain:
        return None
    body = text.replace("\r\n", "\n") if "\r" in text else text
    if not body.endswith("\n") or body.endswith("\n\n"):
        body = body.rstrip("\n") + "\n"
    if "\r" in body:
        return None
    raw = body.encode()
    ends = _ends(raw, delimiter)
    heads = body.partition("\n")[0].split(delimiter)
    if ends is None or len(heads) < 2 or len(ends) < 2:
        return None
    header = [on_one_line(_bare(head)) for head in heads]
    read = [at for at, head in enumerate(header) if origin.reads(head)]
    columns, quotes, longest = _columns(raw, ends, read)
    if longest > MAX_CELL:
        return None
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


def _sheet(origin: Origin, header: list[str], columns: list[Cells], count: int, skipped: int) -> Sheet:
    import numpy

    lines = numpy.arange(2 + skipped, count + 1 + skipped)
    return Sheet(origin.file, origin.shown, tuple(header), 1 + skipped, tuple(columns[: len(header)]), lines)


def _ends(raw: bytes, delimiter: str) -> Any:
    """Where each cell ends, a row for each line; None where lines have different numbers of cells."""
    import numpy

    data = numpy.frombuffer(raw, numpy.uint8)
    width = raw.count(delimiter.encode(), 0, raw.index(b"\n")) + 1
    lines, between = raw.count(b"\n"), raw.count(delimiter.encode())
    if lines * (width - 1) != between:
        return None
    ends, done = numpy.empty(lines + between, numpy.int32), 0
    for first in range(0, len(data), _BYTES):
        part = data[first : first + _BYTES]
        found = numpy.flatnonzero((part == ord(delimiter)) | (part == ord("\n")))
        ends[done : done + len(found)] = found + first
        done += len(found)
    turned: Any = ends.reshape(-1, width)
    return turned if (data[turned[:, -1]] == ord("\n")).all() else None


def _columns(raw: bytes, ends: Any, read: Sequence[int]) -> tuple[list[Cells], int, int]:
    """The cells under the header, by column, how many quotes stand around them, and the bytes of the longest.

    Columns other than `read` are packed when they are asked for, unless quotes must be counted in them.
    """
    import numpy

    data = numpy.frombuffer(raw + bytes(PACKED), numpy.uint8)
    is_quoted = b'"' in raw
    longest = _longest(ends)
    wanted = range(ends.shape[1]) if is_quoted else read
    narrow, wide = ([at for at in wanted if (longest[at] <= 1) == is_narrow] for is_narrow in (True, False))
    made: list[Cells] = [Unread(data, ends, at, int(most)) for at, most in enumerate(longest)]
    quotes = 0
    for those in (narrow, wide):
        keys = numpy.empty((len(those), ends.shape[0] - 1), numpy.uint8 if those is narrow else numpy.uint64)
        for first, last in _blocks(ends) if those else ():
            starts, sizes = (cells[:, those] for cells in _starts(ends, first, last))
            if is_quoted:
                quoted = (sizes > 1) & (data[starts] == ord('"')) & (data[starts + sizes - 1] == ord('"'))
                starts, sizes = starts + quoted, sizes - 2 * quoted
                quotes += 2 * int(quoted.sum())
            keys[:, first:last] = _keys(data, starts, sizes, those is narrow).T
        for at, column in zip(those, keys, strict=True):
            made[at] = Packed(column) if longest[at] <= PACKED else Listed(_cut(raw, ends, at), True)
    return made, quotes, int(longest.max())


def _keys(data: Any, starts: Any, sizes: Any, are_narrow: bool) -> Any:
    """The bytes of each cell as one number; of cells of one byte at most, those themselves."""
    import numpy

    if are_narrow:
        return data[starts] * (sizes > 0)
    starts_with = numpy.ndarray((len(data) - PACKED,), numpy.dtype(">u8"), data.data, strides=(1,))
    # A shift by all 64 bits is undefined: an empty cell is shifted by 56 and then made 0.
    shift = (8 * (PACKED - numpy.clip(sizes, 1, PACKED))).astype(numpy.uint64)
    return (starts_with[starts].astype(numpy.uint64) >> shift) * (sizes > 0)


def _blocks(ends: Any) -> Iterator[tuple[int, int]]:
    rows = ends.shape[0] - 1
    return ((first, min(first + _BLOCK, rows)) for first in range(0, rows, _BLOCK))


def _longest(ends: Any) -> Any:
    """The bytes of the longest cell of each column, with the quotes around it."""
    import numpy

    return numpy.max([_starts(ends, *block)[1].max(axis=0) for block in _blocks(ends)], axis=0)


def _starts(ends: Any, first: int, last: int) -> tuple[Any, Any]:
    """Where the cells of some rows under the header begin, and how many bytes each has."""
    width, flat = ends.shape[1], ends.reshape(-1)
    starts = flat[(first + 1) * width - 1 : (last + 1) * width - 1] + 1
    sizes = flat[(first + 1) * width : (last + 1) * width] - starts
    return starts.reshape(-1, width), sizes.reshape(-1, width)


def _cut(raw: bytes, ends: Any, at: int) -> list[str]:
    width, flat = ends.shape[1], ends.reshape(-1)
    starts = (flat[width + at - 1 : -1 : width] + 1).tolist()
    stops = flat[width + at :: width].tolist()
    return [_bare(raw[start:end].decode()) for start, end in zip(starts, stops, strict=True)]


def _unpacked(key: int) -> str:
    return key.to_bytes(PACKED).lstrip(b"\0").decode()
