"""What two decks tell together. In: what each audience sees. Out: what cells of several decks leave of each other.

Whoever sits in both rooms, or is handed both files, can subtract what the one shows from what the other shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckgen.checks.figures.cells import Cell, Rest, by_subtraction, cells
from deckgen.figures.audience_view import shown_in
from deckgen.figures.references import all_figures
from deckgen.model.content import Content
from deckgen.model.data import Tabulation
from deckgen.model.figure import Figure

Key = tuple[str, tuple[str, ...]]
"""A figure by its name and its rows: audiences may see one figure counted in two ways."""


def left_across(
    contents: Iterable[Content], tables: Mapping[str, Tabulation]
) -> Iterator[tuple[Rest, dict[Key, str]]]:
    """Whatever figures leave of each other that no deck shows all of, with the decks that show each of them."""
    contents = tuple(contents)
    figures: dict[Key, Figure] = {}
    decks: dict[Key, list[str]] = {}
    for content in contents:
        for deck in content.decks.values():
            for figure in shown_in(deck, content).values():
                figures.setdefault(key_of(figure), figure)
                decks.setdefault(key_of(figure), []).append(deck.id)
    named = {key: " and ".join(shown) for key, shown in decks.items()}
    for rest in by_subtraction(cells(list(figures.values()), tables, all_figures(contents))):
        if not set.intersection(*(set(decks[key_of(cell.figure)]) for cell in _used(rest))):
            yield rest, named


def key_of(figure: Figure) -> Key:
    return figure.name, figure.rows


def _used(rest: Rest) -> tuple[Cell, ...]:
    return (*rest.parts, *([rest.whole] if rest.whole else ()))
