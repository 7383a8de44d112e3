"""Whom a deck is made for, each with its own numbers. In: made by content. Out: read by data, figures and batches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE

MEMBER: Final = "member"
GROUP: Final = "group"
ALL: Final = "all"
SCOPES: Final = (MEMBER, GROUP, ALL)
"""Of whom a figure is: `member.satisfied`, `group.satisfied`, `all.satisfied`."""


@dataclass(frozen=True, slots=True)
class Member:
    """A municipality, a school, an association: `key` is its id in the data, `group` what it belongs to, if anything.

    `logo` is a picture inside the content folder, or empty.
    """

    key: str
    name: str
    group: str = ""
    logo: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Membership:
    """The members, and the column of each dataset, by the dataset's name, that holds the key of a respondent's."""

    members: tuple[Member, ...]
    columns: Mapping[str, str]

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The keys of the members of each group, in the order in which they are met."""
        keys: dict[str, list[str]] = {}
        for one in self.members:
            keys.setdefault(one.group, []).append(one.key)
        return {name: tuple(those) for name, those in keys.items() if name}
