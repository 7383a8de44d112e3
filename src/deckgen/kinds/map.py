"""Where something is: a map of tiles or outlines with places set off, numbers by place or numbered pins.

In: tiles that a language brings or a file of outlines, what is on them, and takeaways or names on plates. Out: the
map beside what it says and the key to it, or over it on a narrow page; names stand on tiles that have room for all.
What it says stands under it where names stand on plates beside it and no pins on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.model.blocks import (
    Area,
    Arrangement,
    Block,
    Column,
    Grid,
    Layered,
    Linear,
    Paint,
    Panel,
    Plane,
    Row,
    Styled,
    TextBlock,
)
from deckgen.model.card_parts import EDGE, SMALL_INSET
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
PLATE_GAP, PLATE_INSET = 10.0, 18.0
FEW_TILES: Final = 6
"""Tiles that may be named in large type."""
LEAST, LEAST_OVER, LEAST_CAPTIONED = 230.0, 150.0, 180.0
"""Points that a map is high at least beside what it says, over it, and beside names over what it says."""


@dataclass(frozen=True)
class Named:
    name: Text = described("The name.")
    what: Text | None = described("What that is, in a word or two.", default=None)


@dataclass(frozen=True)
class Fields(MapFields):
    text: Text | None = described("What the map says, in a sentence or two.", default=None)
    points: tuple[ListItem, ...] = described("Or takeaways.", maximum=5, default=())
    names: tuple[Named, ...] = described("Who or what is there, each on a plate.", maximum=6, default=())
    others: Text | None = described("Who or what else, on a last plate with a dashed edge.", default=None)
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
    drawn: Block = _map(fields, naming, LEAST)
    told = _told(fields, naming)
    if fields.names and not fields.pins:
        drawn, told = _captioned(fields, naming), _filled(fields, naming)
    if told is None:
        return Column((drawn,), justify="grow")
    width = _width(fields, naming)
    parts, weights = (
        ((drawn, told), (width, 12 - width)) if fields.side == "left" else ((told, drawn), (12 - width, width))
    )
    return Column((Row(parts, weights, gap=36),), justify="grow")


def _captioned(fields: Fields, naming: Naming) -> Block:
    """The map over what it says."""
    drawn = _map(fields, naming, LEAST_CAPTIONED)
    if fields.text is None:
        return Column((drawn,), justify="grow")
    says = TextBlock((Styled(fields.text, "body", "primary", bold=True),))
    return Column((drawn, says), gap=12, justify="grow", grows=(0,))


def _filled(fields: Fields, naming: Naming) -> Block:
    """The names on plates as high as the page leaves them, over takeaways, key and legend."""
    plates = tuple(_plates(fields))
    more = (*_points(fields), *key(fields, naming), *legend(fields, MapForm()))
    return Column((*plates, *more), gap=PLATE_GAP, justify="grow", grows=(0,), splits=True)


def _width(fields: Fields, naming: Naming) -> float:
    """What a map takes of twelve columns."""
    if naming != "none":
        return 8.0
    if fields.names:
        return 5.5 if fields.pins else 4.8
    return 7.0 if aspect(fields) > 1 or not (fields.text or fields.points) else 5.5


def _under(fields: Fields, naming: Naming) -> Block:
    drawn, told = _map(fields, naming, LEAST_OVER), _told(fields, naming)
    return Column((drawn, told) if told else (drawn,), gap=16, justify="grow", grows=(0,))


def _told(fields: Fields, naming: Naming) -> Block | None:
    """Takeaways and names, then the key, then the legend, half way up; they may continue on a next slide."""
    said: list[Block] = []
    if fields.text:
        said.append(TextBlock((Styled(fields.text, "lead"),)))
    said += _points(fields)
    said += _plates(fields)
    said += [*key(fields, naming), *legend(fields, MapForm())]
    return Column(tuple(said), gap=GAP, justify="middle", splits=True) if said else None


def _points(fields: Fields) -> Iterator[Block]:
    for point in fields.points:
        yield TextBlock(listed((point,), "point", "bullet"))


def _plates(fields: Fields) -> Iterator[Block]:
    """The names in two columns, and under them what is not named one by one."""
    if fields.names:
        plates = tuple(map(_plate, fields.names))
        yield Grid(plates, 2, gap=PLATE_GAP, fill=True, splits=True) if len(plates) > 1 else plates[0]
    if fields.others:
        edge = Area("others", Paint(line="muted", width=1.25, dashed=True))
        says = TextBlock((Styled(fields.others, "body"),), anchor="middle")
        yield Layered((Plane(Linear(0, 1), Linear(0, 1), (edge,), 1), Panel(says, padding=SMALL_INSET)))


def _plate(named: Named) -> Block:
    what = (Styled(named.what, "body", "muted", space=1),) if named.what else ()
    says = TextBlock((Styled(named.name, "number", "primary", bold=True), *what), anchor="middle")
    return Panel(says, "panel", rule="left", rule_color="primary", rule_width=EDGE, padding=PLATE_INSET)
