"""Which claim of one slide answers to which of another. In: two lists of claims. Out: pairs, each claim once.

The same words are paired first, wherever they stand, then what has the same label or path, then what is most alike:
so an item that one audience alone sees does not shift all that follow it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

from deckgen.compare.claims import NAMELESS, Claim

ALIKE = 0.5
"""How many words two texts of a list must share, of all, to be one text in other words."""

Pair = tuple[Claim | None, Claim | None]


def align(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Pair, ...]:
    """Pairs in the order of the left, with what only the right says after what stands before it there."""
    partner: dict[int, int] = {}
    _match(left, right, partner, lambda claim: (claim.key, claim.text))
    _match(left, right, partner, lambda claim: (claim.group, claim.text))
    if any(claim.path.startswith(NAMELESS) for claim in (*left, *right)):
        _match(left, right, partner, lambda claim: claim.text)
    _match(left, right, partner, lambda claim: claim.key if claim.label else None)
    _match(left, right, partner, lambda claim: None if claim.in_list else claim.path)
    _match_alike(left, right, partner)
    _match(left, right, partner, lambda claim: claim.path)
    return _ordered(left, right, partner)


def _match(
    left: Sequence[Claim], right: Sequence[Claim], partner: dict[int, int], key: Callable[[Claim], Hashable | None]
) -> None:
    """Pair what is unpaired and has the same key, in order; a key of None pairs nothing."""
    taken = set(partner.values())
    free: dict[Hashable, list[int]] = {}
    for at in reversed(range(len(right))):
        if at not in taken and key(right[at]) is not None:
            free.setdefault(key(right[at]), []).append(at)
    for at, claim in enumerate(left):
        if at not in partner and free.get(key(claim)):
            partner[at] = free[key(claim)].pop()


def _match_alike(left: Sequence[Claim], right: Sequence[Claim], partner: dict[int, int]) -> None:
    """Pair items of one list by how many words they share, the most alike first."""
    taken = set(partner.values())
    rest = [at for at in range(len(right)) if at not in taken]
    scored = [
        (-likeness(left[one].text, right[other].text), one, other)
        for one in range(len(left))
        if one not in partner
        for other in rest
        if left[one].group == right[other].group
    ]
    for score, one, other in sorted(scored):
        if -score >= ALIKE and one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)


def likeness(left: str, right: str) -> float:
    """The share of words that two texts have in common, in order: 0 to 1."""
    return SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()


def _ordered(left: Sequence[Claim], right: Sequence[Claim], partner: dict[int, int]) -> tuple[Pair, ...]:
    paired: dict[int, int] = {other: one for one, other in partner.items()}
    placed: list[tuple[int, int, Pair]] = [
        (at, -1, (claim, right[partner[at]] if at in partner else None)) for at, claim in enumerate(left)
    ]
    after = -1
    for at, claim in enumerate(right):
        if at in paired:
            after = paired[at]
        else:
            placed.append((after, at, (None, claim)))
    return tuple(pair for _, _, pair in sorted(placed, key=lambda one: one[:2]))
