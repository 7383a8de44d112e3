"""In: what a slide says, and how what it only names is settled. Out: the same with signs, pictures and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.texts import field_names, parts

Settlers = Mapping[type[Any], Callable[[Any], Any]]
"""What is made of a value of each type, which it is given."""


def settled(content: Any, settlers: Settlers) -> Any:
    """Every value of these types settled, wherever it stands in dataclasses and tuples; else the same object."""
    holds_any = any(True for _ in parts(content, tuple(settlers)))
    return _settled(content, settlers) if holds_any else content


def _settled(content: Any, settlers: Settlers) -> Any:
    settle = settlers.get(type(content))
    if settle is not None:
        return settle(content)
    if isinstance(content, tuple):
        items = tuple(_settled(item, settlers) for item in content)
        return items if any(new is not old for new, old in zip(items, content, strict=True)) else content
    changes = {}
    for name in field_names(content):
        old = getattr(content, name)
        new = _settled(old, settlers)
        if new is not old:
            changes[name] = new
    return replace(content, **changes) if changes else content
