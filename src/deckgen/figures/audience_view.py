"""What an audience is shown. In: all that one audience sees. Out: the figures that its decks say aloud.

What a shown figure is computed from is not shown by that: a formula names its parts only to an audience that is shown
each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from deckgen.figures.references import deck_uses, uses
from deckgen.model.content import Content, Deck
from deckgen.model.figure import Figure


def shown_to(content: Content) -> dict[str, Figure]:
    """The figures that any deck of the audience shows, by name in the order met."""
    names = chain.from_iterable(named_in(deck, content) for deck in content.decks.values())
    return with_bases(names, content.figures)


def shown_in(deck: Deck, content: Content) -> dict[str, Figure]:
    """The figures that one deck of the audience shows."""
    return with_bases(named_in(deck, content), content.figures)


def named_in(deck: Deck, content: Content) -> list[str]:
    """The figures that a deck's own texts and its slides name, notes included."""
    slides = (content.slides[ref.id] for ref in deck.listed if ref.id in content.slides)
    said = chain(deck_uses(deck), *(uses((slide.said, slide.notes)) for slide in slides))
    return [use.name for use in said]


def with_bases(names: Iterable[str], figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures of these names and those that their bases name: a base stands beside its figure."""
    met: dict[str, Figure] = {}
    ahead = list(names)[::-1]
    while ahead:
        name = ahead.pop()
        if name in figures and name not in met:
            met[name] = figures[name]
            ahead.extend(use.name for use in figures[name].base.figures)
    return met


def told_parts(figure: Figure, shown: Mapping[str, Figure]) -> tuple[str, ...]:
    """The figures that it is computed from, where all of them are among those shown; else none."""
    return figure.uses if all(name in shown for name in figure.uses) else ()
