"""A kind that was replaced names its successor, and that is a kind there is."""

from __future__ import annotations

import re

import pytest

from deckgen.content.slides import SUCCESSORS, known_kind
from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.node import Scalar
from deckgen.registry import registry


@pytest.mark.parametrize("name", sorted(SUCCESSORS))
def test_a_kind_that_was_replaced_names_one_that_there_is(name: str) -> None:
    found = Diagnostics()
    assert known_kind(Scalar(name, True, Span("slides.yaml", 3, 11)), registry(), found) is None
    (told,) = found
    named = re.findall(r"`kind: (\w+)`", told.hint)
    assert told.code == "unknown-kind"
    assert named
    assert set(named) <= set(registry().kinds)
