"""Which row of a data file is which of an earlier version of it. In: the lines of both. Out: old numbers to new ones.

A row that was put in between must not make all rows after it look new.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from deckgen.model.lazy_dataclasses import dataclass

MOST_COMPARED = 4_000_000
"""Pairs of lines that are compared, at most; in files that differ more, rows keep their number."""


@dataclass(frozen=True, slots=True)
class Matched:
    """`now` maps a line of the old file to the same row in the new one, from 1; `rewritten` are new lines that differ
    from the old line they stand for."""

    now: dict[int, int]
    rewritten: frozenset[int]


def match_rows(was: Sequence[str], now: Sequence[str]) -> Matched:
    """Rows with the same text are the same row, in order; so many rows in place of as many are those, rewritten."""
    head = _shared(was, now)
    tail = _shared(was[head:][::-1], now[head:][::-1])
    old, new = was[head : len(was) - tail], now[head : len(now) - tail]
    found = {at: at for at in range(1, head + 1)}
    found |= {len(was) - at: len(now) - at for at in range(tail)}
    rewritten: set[int] = set()
    for what, a, b, c, d in _blocks(old, new):
        if b - a == d - c:
            found |= {head + a + at + 1: head + c + at + 1 for at in range(b - a)}
            if what == "replace":
                rewritten |= {head + c + at + 1 for at in range(d - c) if old[a + at] != new[c + at]}
    return Matched(dict(sorted(found.items())), frozenset(rewritten))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > MOST_COMPARED:
        same = min(len(old), len(new))
        return [("replace", 0, same, 0, same)]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
