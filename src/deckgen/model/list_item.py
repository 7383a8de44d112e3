"""An item of a list, with the items under it, or with an icon before it.

In: read by schema, from a text, or from a mapping with `text` and `items`, or `icon`, or both. Out: kinds set it, by
`listed`.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.model.icon import Icon
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.styled import Marker, Styled
from deckgen.model.text import Text
from deckgen.model.theme import Role


@dataclass(frozen=True, slots=True)
class ListItem:
    text: Text = described("What the item says.")
    items: tuple[Text, ...] = described("What stands under it, a level further in.", maximum=6, default=())


@dataclass(frozen=True, slots=True)
class IconItem:
    text: Text = described("What the item says.")
    icon: Icon | None = described("An icon before it.", default=None)


@dataclass(frozen=True, slots=True)
class IconListItem(ListItem):
    icon: Icon | None = described("An icon before it.", default=None)


def listed(items: Iterable[ListItem], role: Role = "point", marker: Marker = "bullet") -> tuple[Styled, ...]:
    """The items as the parts of a text block, each with what stands under it."""
    return tuple(Styled(item.text, role, marker=marker, under=item.items) for item in items)


def taken_away(items: tuple[ListItem, ...], role: Role = "point") -> tuple[Styled, ...]:
    """What to take away from what stands beside it: a list; one alone is none, and stands large."""
    if len(items) == 1 and not items[0].items:
        return (Styled(items[0].text, "lead", "primary", bold=True),)
    return listed(items, role)
