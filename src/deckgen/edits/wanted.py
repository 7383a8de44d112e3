"""What is to stand in a file in the place of what stands there. In: made by whoever edits. Out: read by rewriting."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping in which these keys say something else, or with None go; the others stay as they are.

    `order` says where a new key stands: behind those that are named before it. What the keys `aside` said, which are
    among those that change, stays as comments.
    """

    changes: Mapping[str, Wanted | None]
    order: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: which it was, from 0 on, None for a new one; and what it says, None for what it said."""

    origin: int | None
    wanted: Wanted | None


@dataclass(frozen=True, slots=True)
class Items:
    """All items of a list, in order."""

    items: tuple[Item, ...]


Wanted = str | Keys | Items
