"""In: what a slide says, and how what it only names is settled. Out: the same with signs, pictures and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.texts import field_names

Settlers = Mapping[type[Any], Callable[[Any], Any]]
"""What is made of a value of each type, which it is given."""


def settled(content: Any, settlers: Settlers) -> Any:
    """Every value of these types settled, wherever it stands in dataclasses and tuples; else the same object."""
    settle = settlers.get(type(content))
    if settle is not None:
        return settle(content)
    if isinstance(content, tuple):
        parts = tuple(settled(part, settlers) for part in content)
        return parts if any(new is not old for new, old in zip(parts, content, strict=True)) else content
    changes = {}
    for name in field_names(content):
        old = getattr(content, name)
        new = settled(old, settlers)
        if new is not old:
            changes[name] = new
    return replace(content, **changes) if changes else content
