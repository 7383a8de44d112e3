"""What is shown while content has errors. In: the slides as they were shown, and what of them can be read now.

Out: the slides that are to be set again, and all pages: a slide that cannot be read keeps its last good picture, and
the others go on. With slides missing, agendas, pages and progress are not what they will be: a slide that says what
it said stays as it was shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import Any, Final

from deckgen.diagnostics import Span
from deckgen.live.state import Page
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import PlannedSlide

Pages = tuple[Page, ...]

_NUMBER: Final = re.compile(r'<g data-slide="[^"]*" data-path="number">.*?</g>')


def fresh(before: Mapping[str, PlannedSlide], now: Collection[PlannedSlide]) -> tuple[PlannedSlide, ...]:
    """The slides that say something else than before, or are new."""
    return tuple(one for one in now if one.id not in before or not _same(one, before[one.id]))


def kept_pages(
    before: Mapping[str, Pages], now: Collection[str], drawn: Mapping[str, Pages], gone: Collection[str]
) -> dict[str, Pages]:
    """The pages by slide, in the order of before.

    `now` are the slides that can be read, in order, and `drawn` the pages of those that are fresh: a new slide stands
    behind the one that it follows now. `gone` are those that the deck does not list any more.
    """
    kept = {id: pages if id in now else _stale(pages) for id, pages in before.items() if id not in gone}
    order, previous = list(kept), ""
    for id in now:
        if id in drawn:
            if id not in kept:
                order.insert(order.index(previous) + 1 if previous in kept else 0, id)
            kept[id] = _numbered_as(drawn[id], kept.get(id, ()))
        elif id in kept:
            kept[id] = _good(kept[id])
        previous = id
    return {id: kept[id] for id in order}


def all_stale(before: Mapping[str, Pages]) -> dict[str, Pages]:
    """The pages where nothing can be read."""
    return {id: _stale(pages) for id, pages in before.items()}


def numbered(slides: Mapping[str, Pages]) -> Pages:
    """All pages in order, with the numbers that they have there."""
    pages = (page for one in slides.values() for page in one)
    return tuple(page if page.number == at else replace(page, number=at) for at, page in enumerate(pages, 1))


def _same(one: PlannedSlide, other: PlannedSlide) -> bool:
    return one is other or list(_says(one)) == list(_says(other))


def _says(slide: PlannedSlide) -> Iterator[Any]:
    yield from _leaves((slide.kind, slide.minutes, slide.shown, slide.notes))


def _leaves(value: Any) -> Iterator[Any]:
    """All that a value holds but places in files, which move with every line above them."""
    if isinstance(value, tuple):
        yield len(value)
        for part in value:
            yield from _leaves(part)
    elif is_dataclass(value):
        for field in () if isinstance(value, Span) else fields(value):
            yield from _leaves(getattr(value, field.name))
    else:
        yield value


def _stale(pages: Pages) -> Pages:
    return tuple(page if page.stale else replace(page, stale=True) for page in pages)


def _good(pages: Pages) -> Pages:
    return tuple(replace(page, stale=False) if page.stale else page for page in pages)


def _numbered_as(drawn: Pages, before: Pages) -> Pages:
    """Pages that were set among few, with the page numbers that their pictures had."""
    pairs = zip_longest(drawn, before[: len(drawn)])
    return tuple(replace(new, picture=_with_number(new.picture, old.picture)) if old else new for new, old in pairs)


def _with_number(picture: str, before: str) -> str:
    number = _NUMBER.search(before)
    return _NUMBER.sub(lambda _: number[0], picture) if number else picture
