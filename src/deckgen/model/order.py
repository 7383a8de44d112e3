"""In: names in two orders. Out: which of them moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The fewest names of `after` that moved among those that both have: all but a longest row in the old order."""
    rank = {name: at for at, name in enumerate(before)}
    kept = [name for name in after if name in rank]
    tails: list[int] = []
    reached: list[int] = []
    for name in kept:
        at = bisect_left(tails, rank[name])
        tails[at : at + 1] = [rank[name]]
        reached.append(at + 1)
    rest, stays = len(tails), set()
    for name, length in zip(reversed(kept), reversed(reached), strict=True):
        if length == rest:
            stays.add(name)
            rest -= 1
    return tuple(name for name in kept if name not in stays)
