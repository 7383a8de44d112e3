"""What a whole is made of: parts that do not come to it, or stand in another order than they are large, are told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from deckgen.kinds import composition
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


@pytest.mark.parametrize(("qualifier", "striped"), [("", False), ("ca.", True), ("mindst", True)])
def test_a_border_between_numbers_that_are_qualified_is_striped(qualifier: str, striped: bool) -> None:
    first, second = counted(252), counted(123)
    parts = (Part(replace(first, qualifier=qualifier), text("færre")), Part(second, text("flere")))
    stripes = list(composition._soft(Fields(parts, counted(375), text("tilsammen"))))
    assert bool(stripes) == striped
    assert all(0.6 < stripe.x[0] < 252 / 375 for stripe in stripes)
