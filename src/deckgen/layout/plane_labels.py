"""Which labels of a drawing stay.

In: its labels where they would stand. Out: those that stay, since labels that yield give way to the others and keep
an even distance among themselves; and what is said of two that touch all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from deckgen.layout.placement import Placed, text_path
from deckgen.layout.setting import Misfit
from deckgen.model.blocks import TextBlock
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Label
from deckgen.model.units import Box, Emu, points

APART: Emu = points(4)
"""Between a label that yields and another, so that they are not read as one."""


@dataclass(frozen=True, slots=True)
class Set:
    """A label that was set in a box; `line` is what its longest paragraph takes on one line."""

    label: Label
    block: TextBlock
    box: Box
    placed: Placed
    line: Emu

    @property
    def ink(self) -> Box:
        """Where its text really is, since a box may be wider."""
        spare = max(0, self.box.width - self.line)
        left = {"left": 0, "center": spare // 2, "right": spare}[self.label.parts[0].align]
        return self.box.inset(left=left, right=spare - left)


def kept(labels: Sequence[Set]) -> tuple[Set, ...]:
    """The labels that stay, in their order."""
    stays = [one for one in labels if not one.label.yields]
    yielding = [one for one in labels if one.label.yields]
    left = [one for one in _evenly(yielding) if not one.placed.misfits and not _meets(one, stays)]
    return tuple(one for one in labels if one in stays or one in left)


def _evenly(labels: list[Set]) -> list[Set]:
    """Every label, else every second, third … so that those that are left do not touch."""
    for stride in range(1, len(labels)):
        left = labels[::stride]
        if not any(_meets(one, [other]) for one, other in combinations(left, 2)):
            return left
    return labels[:1]


def _meets(one: Set, others: Sequence[Set]) -> bool:
    room = one.ink.inset(left=-APART, right=-APART)
    return any(room.overlaps(other.ink) for other in others)


def touching(labels: Sequence[Set]) -> Iterator[Misfit]:
    """What is said of labels whose boxes lie over each other, of which one at least stands beside its mark."""
    for one, other in combinations(labels, 2):
        beside = one.label.side != "inside" or other.label.side != "inside"
        if beside and one.box.inset(*[points(1)] * 4).overlaps(other.box):
            over = min(one.box.right - other.box.x, other.box.right - one.box.x)
            excess = f"its label touches that of `{text_path(one.block)}`"
            yield Misfit(text_path(other.block), excess, other.block.parts[0].text.span, over=max(over, 1))
