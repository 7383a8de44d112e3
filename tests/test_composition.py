"""What a whole is made of: parts that do not come to it, or stand in another order than they are large, are told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.kinds.composition import Fields, Part, check
from deckgen.model.number import literal
from deckgen.model.text import Value, text


def counted(number: int) -> Value:
    return Value(literal(Decimal(number)), str(number))


@pytest.mark.parametrize(
    ("parts", "total", "faults"),
    [((252, 123), 375, 0), ((252, 120), 375, 1), ((252, 125), 375, 1), ((375, 0), 375, 1)],
)
def test_the_parts_come_to_the_whole(parts: tuple[int, ...], total: int, faults: int) -> None:
    made = tuple(Part(counted(number), text("medlemmer")) for number in parts)
    fields = Fields(made, counted(total), text("medlemmer tilsammen"))
    assert len(list(check(fields))) == faults
