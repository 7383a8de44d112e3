"""A column as codes: for each row, which of its distinct answers stands there.

In: cells. Out: codes and the distinct cells; of codes, masks of rows and counts of answers. There are two kinds that
say the same: `Few` in lists, and `Many` in arrays, since to import pandas takes longer than to read a small file.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from operator import and_
from typing import Any, Final, Protocol, TypeVar

from deckgen.model.lazy_dataclasses import dataclass

_Cell = TypeVar("_Cell")

FEW: Final = 10_000
"""As many rows are held in lists. Of 200 columns, both then take as long; of 20, pandas takes three times as long."""


class Mask(Protocol):
    """Some of the rows."""

    def both(self, other: Mask) -> Mask:
        """The rows that are in both; the other is of the same kind."""
        ...

    def picked(self, lines: Any) -> list[int]:
        """What stands in `lines` for these rows."""
        ...


class Codes(Protocol):
    """For each row the index of its answer."""

    def given(self, answers: Collection[int]) -> Mask:
        """The rows that gave one of the answers."""
        ...

    def at(self, row: int) -> int:
        """The answer of a row."""
        ...

    def rows_of(self, answer: int) -> list[int]:
        """The rows that gave an answer, in order."""
        ...

    def rows_by_answer(self) -> dict[int, list[int]]:
        """The rows that gave each answer that was given, in order."""
        ...

    def only(self, rows: list[int], lines: Any) -> tuple[Codes, Any]:
        """The codes of some rows alone, and what stands in `lines` for them."""
        ...

    def counted(self, kept: Mask | None) -> dict[int, int]:
        """How many of the rows kept (None: of all) gave each answer, in the order of the answers that were given."""
        ...

    def weighed(self, kept: Mask | None, amounts: Any) -> dict[int, int]:
        """What the rows kept that gave each answer come to; `amounts` has a whole number for each row."""
        ...

    def amounts_by(self, amounts: Sequence[int]) -> Any:
        """For each row the whole number that its answer has in `amounts`."""
        ...

    def merged(self, into: Sequence[int]) -> Codes:
        """The same rows with the code that each of theirs has in `into`."""
        ...

    def crossed(self, other: Codes, many: int) -> Codes:
        """The codes of both together, each its own times `many` and the other's, which are all under `many`."""
        ...

    def paired(self, other: Codes, many: int) -> tuple[Codes, list[tuple[int, int]]]:
        """The codes of both together, and the pairs that they stand for; the other has codes under `many`."""
        ...


@dataclass(frozen=True)
class Given:
    """The rows that gave one of some answers, of those `within` a mask; looked for when they are first asked for."""

    codes: Codes
    answers: tuple[int, ...]
    within: Mask | None

    @cached_property
    def made(self) -> Mask:
        given = self.codes.given(self.answers)
        return given if self.within is None else given.both(self.within)

    @property
    def rows(self) -> Any:
        """What masks of the same kind are held against."""
        made: Any = self.made
        return made.rows

    def both(self, other: Mask) -> Mask:
        return self.made.both(other)

    def picked(self, lines: Any) -> list[int]:
        return self.made.picked(lines)


def of_cells(cells: list[str], many: bool) -> tuple[Codes, list[str]]:
    """The codes of a column and its distinct cells, in the order of the rows."""
    if not many:
        codes, distinct = _factorized(cells)
        return Few(codes), distinct
    import numpy
    import pandas

    held = numpy.empty(len(cells), dtype=object)
    held[:] = cells
    arrayed, found = pandas.factorize(held)
    return Many(arrayed), list(found)


def _factorized(cells: Sequence[_Cell]) -> tuple[list[int], list[_Cell]]:
    known: dict[_Cell, int] = {}
    codes = [known.setdefault(cell, len(known)) for cell in cells]
    return codes, list(known)


def _by_answer(codes: list[int]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for row, code in enumerate(codes):
        rows.setdefault(code, []).append(row)
    return rows


@dataclass(frozen=True, slots=True)
class FewMask:
    rows: list[bool]

    def both(self, other: Any) -> FewMask:
        return FewMask(list(map(and_, self.rows, other.rows)))

    def picked(self, lines: Any) -> list[int]:
        return [line for line, kept in zip(lines, self.rows, strict=True) if kept]


@dataclass(frozen=True, slots=True)
class Few:
    codes: list[int]

    def given(self, answers: Collection[int]) -> FewMask:
        wanted = frozenset(answers)
        return FewMask([code in wanted for code in self.codes])

    def at(self, row: int) -> int:
        return self.codes[row]

    def rows_of(self, answer: int) -> list[int]:
        return [row for row, code in enumerate(self.codes) if code == answer]

    def rows_by_answer(self) -> dict[int, list[int]]:
        return _by_answer(self.codes)

    def only(self, rows: list[int], lines: Any) -> tuple[Few, Any]:
        return Few([self.codes[row] for row in rows]), [lines[row] for row in rows]

    def counted(self, kept: Any) -> dict[int, int]:
        counts: dict[int, int] = {}
        for code in self.codes if kept is None else kept.picked(self.codes):
            counts[code] = counts.get(code, 0) + 1
        return dict(sorted(counts.items()))

    def weighed(self, kept: Any, amounts: Any) -> dict[int, int]:
        codes, held = (self.codes, amounts) if kept is None else (kept.picked(self.codes), kept.picked(amounts))
        sums: dict[int, int] = {}
        for code, amount in zip(codes, held, strict=True):
            sums[code] = sums.get(code, 0) + amount
        return dict(sorted(sums.items()))

    def amounts_by(self, amounts: Sequence[int]) -> list[int]:
        return [amounts[code] for code in self.codes]

    def merged(self, into: Sequence[int]) -> Few:
        return Few([into[code] for code in self.codes])

    def crossed(self, other: Any, many: int) -> Few:
        return Few([one * many + two for one, two in zip(self.codes, other.codes, strict=True)])

    def paired(self, other: Any, many: int) -> tuple[Few, list[tuple[int, int]]]:
        codes, pairs = _factorized(list(zip(self.codes, other.codes, strict=True)))
        return Few(codes), pairs


@dataclass(frozen=True, slots=True)
class ManyMask:
    rows: Any

    def both(self, other: Any) -> ManyMask:
        return ManyMask(self.rows & other.rows)

    def picked(self, lines: Any) -> list[int]:
        found: list[int] = lines[self.rows].tolist()
        return found


@dataclass(frozen=True, slots=True)
class Many:
    codes: Any

    def given(self, answers: Collection[int]) -> ManyMask:
        import numpy

        return ManyMask(numpy.isin(self.codes, list(answers)))

    def at(self, row: int) -> int:
        return int(self.codes[row])

    def rows_of(self, answer: int) -> list[int]:
        found: list[int] = (self.codes == answer).nonzero()[0].tolist()
        return found

    def rows_by_answer(self) -> dict[int, list[int]]:
        return _by_answer(self.codes.tolist())

    def only(self, rows: list[int], lines: Any) -> tuple[Many, Any]:
        return Many(self.codes[rows]), lines[rows]

    def counted(self, kept: Any) -> dict[int, int]:
        import numpy

        codes = self.codes if kept is None else self.codes[kept.rows]
        return {at: count for at, count in enumerate(numpy.bincount(codes).tolist()) if count}

    def weighed(self, kept: Any, amounts: Any) -> dict[int, int]:
        import numpy

        codes, held = (self.codes, amounts) if kept is None else (self.codes[kept.rows], amounts[kept.rows])
        counts, sums = numpy.bincount(codes).tolist(), numpy.bincount(codes, weights=held).tolist()
        return {at: int(sums[at]) for at, count in enumerate(counts) if count}

    def amounts_by(self, amounts: Sequence[int]) -> Any:
        """As floats, which hold whole numbers of up to 15 digits, and so do their sums."""
        import numpy

        return numpy.array(amounts, dtype=float)[self.codes]

    def merged(self, into: Sequence[int]) -> Many:
        import numpy

        return Many(numpy.array(into, dtype=int)[self.codes])

    def crossed(self, other: Any, many: int) -> Many:
        return Many(self.codes * many + other.codes)

    def paired(self, other: Any, many: int) -> tuple[Many, list[tuple[int, int]]]:
        import pandas

        codes, pairs = pandas.factorize(self.codes * max(many, 1) + other.codes)
        return Many(codes), [divmod(pair, max(many, 1)) for pair in pairs.tolist()]
