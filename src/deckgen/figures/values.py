"""In: what content made, and the figures of one audience. Out: the same with the number of every figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckgen.model.figure import Figure
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.text import Text, Value
from deckgen.model.texts import field_names, parts


def changed(content: Any, on_text: Callable[[Text], Text], on_value: Callable[[Value], Value]) -> Any:
    """Texts and values changed, wherever they stand in dataclasses and tuples; the same object where none is."""
    if isinstance(content, Text):
        return on_text(content)
    if isinstance(content, Value):
        return on_value(content)
    if isinstance(content, tuple):
        parts = tuple(changed(part, on_text, on_value) for part in content)
        return parts if any(new is not old for new, old in zip(parts, content, strict=True)) else content
    changes = {}
    for name in field_names(content):
        old = getattr(content, name)
        new = changed(old, on_text, on_value)
        if new is not old:
            changes[name] = new
    return replace(content, **changes) if changes else content


def with_numbers(content: Any, figures: dict[str, Figure]) -> Any:
    """Every value with its number; None where its figure is not there, which is reported elsewhere."""

    def known(value: Value) -> Value:
        figure = figures.get(value.figure.name) if value.figure else None
        return replace(value, number=figure.number(value.figure.format)) if value.figure and figure else value

    is_bound = any(value.figure for value in parts(content, (Value,)))
    return changed(content, lambda text: text, known) if is_bound else content
