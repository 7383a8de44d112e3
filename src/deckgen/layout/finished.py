"""In: the items of a page as they were placed. Out: their names, and what notes and alt texts say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckgen.model.frames import GroupItem, Item, PictureItem, TableItem
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.text import Paragraph, Run


def rows_told(item: Item, labels: Labels) -> Item:
    """A table that continues, with an alt text that says which of its rows stand on the page."""
    if not isinstance(item, TableItem) or item.stretch is None:
        return item
    first, last, count = item.stretch
    return replace(item, alt=f"{item.alt} ({labels.rows.format(first=first, last=last, count=count)})")


def told(items: Iterable[Item]) -> Iterator[Paragraph]:
    """What drawings show, in words for the notes; each is one paragraph, so that reading a file tells it apart."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from told(item.children)
        elif isinstance(item, PictureItem) and item.drawn and item.drawn.data.told:
            yield Paragraph((Run(item.drawn.data.told),))


def named(frame_id: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Items named `slide id/field path`, each name once on the slide."""
    seen: dict[str, int] = {}
    found = []
    for item in items:
        count = seen[item.name] = seen.get(item.name, 0) + 1
        suffix = f" {count}" if count > 1 else ""
        found.append(replace(item, name=f"{frame_id}/{item.name}{suffix}"))
    return tuple(found)
