"""Signs that must not touch. In: their boxes where they belong, and the room. Out: the boxes moved apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain

from deckgen.model.units import Box

APART = 1.12
"""From the middle of a sign to that of the next at least, as a multiple of their size."""
_TURNS = 12
_RINGS = 12


def apart(signs: Sequence[Box], room: Box) -> tuple[Box, ...]:
    """Each sign where it belongs, or as near to it as those before it leave room; with none left, it stays."""
    taken: list[Box] = []
    for sign in signs:
        free = (one for one in chain((sign,), _near(sign, room)) if _is_free(one, taken))
        taken.append(next(free, sign))
    return tuple(taken)


def _near(sign: Box, room: Box) -> Iterator[Box]:
    """Places round a sign, the nearest first: those inside the room, then any."""
    turns = [math.tau * turn / _TURNS for turn in range(_TURNS)]
    steps = [sign.width * APART * ring / 2 for ring in range(1, _RINGS)]
    around = [_moved(sign, step * math.cos(turn), step * math.sin(turn)) for step in steps for turn in turns]
    yield from (one for one in around if room.contains(one))
    yield from around


def _moved(sign: Box, right: float, down: float) -> Box:
    return Box(sign.x + round(right), sign.y + round(down), sign.width, sign.height)


def _is_free(sign: Box, taken: Sequence[Box]) -> bool:
    return all(math.hypot(sign.x - one.x, sign.y - one.y) >= APART * max(sign.width, one.width) - 2 for one in taken)
