"""In: anything that content made. Out: the figures that it uses, in the order they are written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.content import Content, Deck
from deckgen.model.figure import Figure
from deckgen.model.icon import Icon
from deckgen.model.picture import Picture
from deckgen.model.sign import Sign
from deckgen.model.text import FigureUse, Text, Value
from deckgen.nodes.inline import parse
from deckgen.nodes.node import Node, Scalar, Sequence


def uses(content: Any) -> Iterator[FigureUse]:
    """Every reference to a figure in a text, a value, or a dataclass or tuple of these."""
    ahead = [content]
    while ahead:
        part = ahead.pop()
        if isinstance(part, Text):
            yield from part.figures
        elif isinstance(part, Value):
            if part.figure is not None:
                yield part.figure
        elif isinstance(part, tuple):
            ahead += part[::-1]
        else:
            ahead += [getattr(part, name) for name in field_names(part)[::-1]]


def deck_uses(deck: Deck) -> Iterator[FigureUse]:
    """The same of a deck file."""
    titles = tuple(chapter.title for chapter in deck.chapters)
    return uses((deck.title, deck.subtitle, deck.meeting, *titles, deck.appendix_title, deck.sticker))


def uses_in(node: Node) -> Iterator[FigureUse]:
    """The same of a node that could not be typed, so that an error in it does not hide another."""
    if isinstance(node, Scalar):
        if "${" in node.text:
            for paragraph in parse(node.text, node.span, Diagnostics(), node.exact):
                yield from (run.figure for run in paragraph.runs if run.figure)
        return
    for part in node.items if isinstance(node, Sequence) else (value for _, value in node.entries):
        yield from uses_in(part)


def all_figures(contents: Iterable[Content]) -> dict[str, Figure]:
    """The figures of all audiences by name, as the first of them sees each.

    A formula may name a figure that only others see.
    """
    met: dict[str, Figure] = {}
    for content in contents:
        met = {**content.figures, **met}
    return met


_NAMED: Final = (Icon, Sign, Picture)
"""What content names by a word or a file: nothing that it holds is said on a slide."""


def field_names(content: Any) -> tuple[str, ...]:
    """The fields of an instance of a dataclass that may hold what is said; none of anything else."""
    type_: Any = type(content)
    return _names_of(type_)


@cache
def _names_of(type_: Any) -> tuple[str, ...]:
    if type_ in _NAMED or not dataclasses.is_dataclass(type_):
        return ()
    return tuple(field.name for field in dataclasses.fields(type_))
