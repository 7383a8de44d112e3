"""What the shapes of one slide share while they are written: ids, relationships, and the parts they bring along.

In: made by the slide. Out: read by text, shapes, tables, charts and pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import count

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.ooxml.package import Part, Relations
from deckgen.powerpoint.ooxml.paint import Style


@dataclass(slots=True)
class Attachments:
    """Charts, workbooks and pictures of a whole deck, numbered as they come."""

    parts: list[Part] = field(default_factory=list)
    charts: int = 0
    pictures: dict[str, str] = field(default_factory=dict)
    """Digest of a picture's bytes → the name of its part."""


@dataclass(slots=True)
class Scope:
    """One slide being written. `slides` maps slide ids to part names."""

    style: Style
    slides: Mapping[str, str]
    attachments: Attachments
    relations: Relations = field(default_factory=Relations)
    ids: Iterator[int] = field(default_factory=lambda: count(2))
