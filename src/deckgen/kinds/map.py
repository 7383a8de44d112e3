"""Where something is: a map of tiles or outlines with places set off, numbers by place or numbered pins.

In: tiles that a language brings or a file of outlines, what is on them, and takeaways. Out: the map beside what it
says and the key to it, or over it on a narrow page; names stand on tiles that have room for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.model.blocks import Arrangement, Block, Column, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed
from deckgen.model.map_drawing import MapForm, Naming, aspect, key, legend, map_block, namings
from deckgen.model.map_fields import MapFields
from deckgen.model.text import Text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.map
kind: map
title: Fire klynger har en adresse i Nordjylland
subtitle: Kommuner i Nordjylland
tiles: municipalities
only: Nordjylland
highlight:
  - {place: Aalborg, label: Tre klynger deler hus, emphasis: true}
  - {place: Frederikshavn, label: Den maritime klynge ved havnen}
points:
  - Virksomheder i alle elleve kommuner er medlemmer
  - Afstanden til et kontor er højst en time
"""

SAID: Final[Mapping[Naming, str]] = {
    "names": "",
    "broken": ", long names broken",
    "codes": ", names in three letters",
    "none": ", no names on tiles",
}
"""What is told of an arrangement."""
GAP: Final = 8.0
"""Between what stands beside the map, in points."""
FEW_TILES: Final = 6
"""Tiles that may be named in large type."""
LEAST: Final = 230.0
"""Points that a map is high at least beside what it says, and over it."""
LEAST_OVER: Final = 150.0


@dataclass(frozen=True)
class Fields(MapFields):
    text: Text | None = described("What the map says, in a sentence or two.", default=None)
    points: tuple[ListItem, ...] = described("Or takeaways.", maximum=5, default=())
    side: Literal["left", "right"] = described("Where the map stands.", default="left")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside = [(naming, _beside(fields, naming)) for naming in namings(fields)]
    under = [(naming, _under(fields, naming)) for naming in namings(fields)]
    return (
        *(Arrangement("Diagram", canvas=block, name=f"beside{SAID[naming]}") for naming, block in beside),
        *(Arrangement("Diagram", canvas=block, name=f"above{SAID[naming]}", step=1) for naming, block in under),
    )


def _map(fields: Fields, naming: Naming, height: float) -> Block:
    role: Role = "card" if len(fields.shown_places) <= FEW_TILES else "label"
    return map_block(fields, MapForm(naming, height, stretched=naming != "none", role=role))


def _beside(fields: Fields, naming: Naming) -> Block:
    drawn, told = _map(fields, naming, LEAST), _told(fields, naming)
    if told is None:
        return Column((drawn,), justify="grow")
    width = 8.0 if naming != "none" else 7.0 if aspect(fields) > 1 or not (fields.text or fields.points) else 5.5
    parts, weights = (
        ((drawn, told), (width, 12 - width)) if fields.side == "left" else ((told, drawn), (12 - width, width))
    )
    return Column((Row(parts, weights, gap=36),), justify="grow")


def _under(fields: Fields, naming: Naming) -> Block:
    drawn, told = _map(fields, naming, LEAST_OVER), _told(fields, naming)
    return Column((drawn, told) if told else (drawn,), gap=16, justify="grow", grows=(0,))


def _told(fields: Fields, naming: Naming) -> Block | None:
    """Takeaways, then the key, then the legend, half way up; they may continue on a next slide."""
    said: list[Block] = []
    if fields.text:
        said.append(TextBlock((Styled(fields.text, "lead"),)))
    said += [TextBlock(listed((point,), "point", "bullet")) for point in fields.points]
    said += [*key(fields, naming), *legend(fields, MapForm())]
    return Column(tuple(said), gap=GAP, justify="middle", splits=True) if said else None
