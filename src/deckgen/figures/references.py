"""In: anything that content made. Out: the figures that it uses, in the order they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from deckgen.diagnostics import Diagnostics
from deckgen.model.content import Content, Deck
from deckgen.model.figure import Figure
from deckgen.model.text import FigureUse, Text
from deckgen.model.texts import said
from deckgen.nodes.inline import parse
from deckgen.nodes.node import Node, Scalar, Sequence


def uses(content: Any) -> Iterator[FigureUse]:
    """Every reference to a figure in a text, a value, or a dataclass or tuple of these."""
    for part in said(content):
        if isinstance(part, Text):
            yield from part.figures
        elif part.figure is not None:
            yield part.figure


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
