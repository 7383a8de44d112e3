"""In: what one audience sees. Out: the figures that it uses, and what a figure is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.figures.references import deck_uses, uses
from deckgen.model.content import Content
from deckgen.model.figure import Figure


def used_figures(content: Content, figures: Mapping[str, Figure]) -> Iterator[str]:
    """Names of the figures that slides and decks use, and of all among `figures` that those rest on."""
    met: set[str] = set()
    for name in _named(content):
        for each in made_from(name, figures, bases=True):
            if each not in met:
                met.add(each)
                yield each


def _named(content: Content) -> Iterator[str]:
    for slide in content.slides.values():
        yield from (use.name for use in uses((slide.said, slide.notes)))
    for deck in content.decks.values():
        yield from (use.name for use in deck_uses(deck))
    yield from content.named_elsewhere


def made_from(name: str, figures: Mapping[str, Figure], bases: bool = False) -> tuple[str, ...]:
    """The figure and all that it is computed from, and with `bases` all that its base names; each once."""
    met: dict[str, None] = {}
    ahead = [name]
    while ahead:
        figure = figures.get(ahead.pop())
        if figure is None or figure.name in met:
            continue
        met[figure.name] = None
        ahead.extend(figure.uses)
        if bases:
            ahead.extend(use.name for use in figure.base.figures)
    return tuple(met)
