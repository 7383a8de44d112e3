"""Where something is: a map of tiles or outlines with places set off, numbers by place or numbered pins.

In: tiles that a language brings or a file of outlines, what is on them, and takeaways or a list of names. Out: the
map beside what it says and the key to it, or over it on a narrow page; names of places stand on tiles that have room
for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, Space, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed
from deckgen.model.map_drawing import aspect, key, legend, map_block, namings
from deckgen.model.map_fields import MapFields
from deckgen.model.map_form import MapForm, Naming
from deckgen.model.map_names import is_named
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("beside", "above")

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
GAP: Final = 12.0
"""Between what stands beside the map, in points."""
NAME_PADDING, NAME_GROWS, NAME_GAP = 4.0, 26.0, 16.0
"""Points between a name and its rules, by how much its row may be higher than that, and to what it is."""
FEW_TILES: Final = 6
"""Tiles that may be named in large type."""
LEAST, LEAST_OVER = 230.0, 150.0
"""Points that a map is high at least beside what it says, and over it."""


@dataclass(frozen=True)
class Named:
    name: Text = described("The name.")
    what: Text | None = described("What that is, in a word or two.", default=None)


@dataclass(frozen=True)
class Fields(MapFields):
    text: Text | None = described("What the map says, in a sentence or two.", default=None)
    points: tuple[ListItem, ...] = described("Or takeaways.", maximum=5, default=())
    names: tuple[Named, ...] = described("Who or what is there, each in a row.", maximum=6, default=())
    others: Text | None = described("Who or what else, in a last row.", default=None)
    side: Literal["left", "right"] = described("Where the map stands.", default="left")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside = [(naming, _beside(fields, naming)) for naming in namings(fields)]
    under = [(naming, _under(fields, naming)) for naming in namings(fields)]
    return (
        *_named_beside(fields),
        *(Arrangement("Diagram", canvas=block, name=f"beside{SAID[naming]}") for naming, block in beside),
        *(Arrangement("Diagram", canvas=block, name=f"above{SAID[naming]}", step=1) for naming, block in under),
    )


def _named_beside(fields: Fields) -> Iterator[Arrangement]:
    """Outlines with the names of what is set off on them, in place of a key, beside rows of names."""
    form = MapForm(height=LEAST, role="body", named=True)
    if fields.names and fields.highlight and not fields.pins and is_named(fields, form):
        canvas = _parted(fields, "none", map_block(fields, form), _filled(fields, ()))
        yield Arrangement("Diagram", canvas=canvas, name="beside, names on the map")


def _map(fields: Fields, naming: Naming, height: float) -> Block:
    role: Role = "card" if len(fields.shown_places) <= FEW_TILES else "label"
    return map_block(fields, MapForm(naming, height, stretched=naming != "none", role=role))


def _beside(fields: Fields, naming: Naming) -> Block:
    drawn: Block = _map(fields, naming, LEAST)
    told = _told(fields, naming)
    if fields.names and not fields.pins:
        told = _filled(fields, key(fields, naming))
    return Column((drawn,), justify="grow") if told is None else _parted(fields, naming, drawn, told)


def _parted(fields: Fields, naming: Naming, drawn: Block, told: Block) -> Block:
    """The map and what it says side by side."""
    width = _width(fields, naming)
    parts, weights = (
        ((drawn, told), (width, 12 - width)) if fields.side == "left" else ((told, drawn), (12 - width, width))
    )
    return Column((Row(parts, weights, gap=36),), justify="grow")


def _filled(fields: Fields, keyed: tuple[Block, ...]) -> Block:
    """What the map says over the names and its key; the rows of names are as high as the page leaves them."""
    said = (TextBlock((Styled(fields.text, "lead", "primary", bold=True),)),) if fields.text else ()
    names = Column(tuple(_names(fields)), gap=0, justify="grow", grows_most=NAME_GROWS, splits=True)
    more = (*_points(fields), *keyed, *legend(fields, MapForm()))
    return Column((*said, names, *more), gap=14, justify="grow", grows=(len(said),), splits=True)


def _width(fields: Fields, naming: Naming) -> float:
    """What a map takes of twelve columns."""
    if naming != "none":
        return 8.0
    if fields.names:
        return 5.5
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
    said += _names(fields)
    keyed = (*key(fields, naming), *legend(fields, MapForm()))
    if said and keyed:
        said.append(Space(GAP))
    return Column((*said, *keyed), gap=GAP, justify="middle", splits=True) if said or keyed else None


def _points(fields: Fields) -> Iterator[Block]:
    for point in fields.points:
        yield TextBlock(listed((point,), "point", "bullet"))


def _names(fields: Fields) -> Iterator[Block]:
    """The names in rows, each with what it is on its baseline, and in the last who is not named one by one."""
    for named in fields.names:
        name = TextBlock((Styled(named.name, "verb", "primary", bold=True),))
        what = TextBlock((Styled(named.what, "body", "muted"),) if named.what else ())
        yield _ruled(Row((name, what), hugs=((name,), ()), gap=NAME_GAP, baseline=True))
    if fields.others:
        yield _ruled(TextBlock((Styled(fields.others, "body", "muted"),)))


def _ruled(said: Block) -> Block:
    """A row under its rule, half way up."""
    inside = Column((Column((said,), justify="middle"), Space(NAME_PADDING)), gap=0, justify="grow", grows=(0,))
    return Panel(inside, rule="top", padding=NAME_PADDING)
