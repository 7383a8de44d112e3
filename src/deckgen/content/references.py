"""In: anything that content made. Out: the figures that it uses, in the order they are written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from deckgen.model.text import FigureUse, Text, Value


def uses(content: Any) -> Iterator[FigureUse]:
    """Every reference to a figure in a text, a value, or a dataclass or tuple of these."""
    if isinstance(content, Text):
        yield from content.figures
    elif isinstance(content, Value):
        if content.figure is not None:
            yield content.figure
    elif isinstance(content, tuple):
        for part in content:
            yield from uses(part)
    else:
        for name in field_names(type(content)):
            yield from uses(getattr(content, name))


@cache
def field_names(type_: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass; none of any other type."""
    return tuple(field.name for field in dataclasses.fields(type_)) if dataclasses.is_dataclass(type_) else ()
