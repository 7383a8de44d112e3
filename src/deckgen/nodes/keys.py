"""What may be written, described. In: a type that YAML is converted to. Out: its keys, each with its shape.

The shapes are those that schema reads, so that a list of fields and a JSON Schema say what the loader does.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from decimal import Decimal
from typing import Any, Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.annotation import ChartName, Level
from deckgen.model.chart_fields import ChartSeries
from deckgen.model.icon import Icon
from deckgen.model.joined import Joining
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.list_item import IconItem, IconListItem, ListItem
from deckgen.model.map_fields import Highlight
from deckgen.model.names import ChartTypeName, DrawingName, PropertyName
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import PlottedValue, Text, Value
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.schema import key_of

Noun = Literal[
    "text",
    "words",
    "value",
    "plotted value",
    "level",
    "number",
    "whole number",
    "true or false",
    "name",
    "source",
    "tabulation",
    "row",
    "tabulated row",
    "chart type",
    "drawing",
    "icon",
    "sign",
    "file",
    "tiles",
    "place",
    "list",
    "mapping",
    "anything",
]
"""What stands in one value. `text` may hold figures and marks, `words` may not; a `value` is a number or a figure."""

_NOUNS: Final[dict[Any, Noun]] = {
    Text: "text",
    str: "words",
    Value: "value",
    PlottedValue: "plotted value",
    Level: "level",
    Decimal: "number",
    int: "whole number",
    bool: "true or false",
    Scalar: "name",
    PropertyName: "name",
    ChartTypeName: "chart type",
    DrawingName: "drawing",
    Icon: "icon",
    Sign: "sign",
    Picture: "file",
    OutlineFile: "file",
    Tiles: "tiles",
    PlaceName: "place",
    ChartName: "name",
    Sequence: "list",
    Mapping: "mapping",
    Node: "anything",
}
_ALONE: Final[dict[Any, Noun]] = {
    ListItem: "text",
    IconItem: "text",
    IconListItem: "text",
    ChartSeries: "text",
    Highlight: "place",
    Joining: "icon",
}
"""Records that may stand as their first value alone."""


@dataclass(frozen=True, slots=True)
class Leaf:
    noun: Noun


@dataclass(frozen=True, slots=True)
class Choice:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MappingOf:
    """A mapping with keys of its own; `alone`: what may stand in its place."""

    keys: tuple[Key, ...]
    alone: Noun | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """`most` 0: no limit."""

    item: Shape
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class ByName:
    """A mapping whose keys the content chooses."""

    value: Shape


Shape = Leaf | Choice | MappingOf | ListOf | ByName


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it says, in what shape, and whether it must be there."""

    name: str
    doc: str
    shape: Shape
    required: bool


def keys_of(wanted: Any) -> tuple[Key, ...]:
    """The keys of a dataclass, in the order of its fields."""
    hints = typing.get_type_hints(wanted)
    fields = (field for field in dataclasses.fields(wanted) if hints[field.name] is not Span)
    return tuple(_key(field, hints[field.name]) for field in fields)


def _key(field: dataclasses.Field[Any], hint: Any) -> Key:
    says = field.metadata
    shape = shape_of(hint, says.get("minimum", 0), says.get("maximum", 0))
    if says.get("names"):
        leaf = Leaf(says["names"])
        shape = ListOf(leaf, shape.least, shape.most) if isinstance(shape, ListOf) else leaf
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    return Key(key_of(field.name), says.get("doc", ""), shape, required)


def shape_of(wanted: Any, least: int = 0, most: int = 0) -> Shape:
    """The shape of what is converted to a type."""
    if wanted in _NOUNS:
        return Leaf(_NOUNS[wanted])
    if dataclasses.is_dataclass(wanted):
        return MappingOf(keys_of(wanted), _ALONE.get(wanted))
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is Literal:
        return Choice(tuple(str(one) for one in arguments if one not in ("", None)))
    if origin is tuple:
        return ListOf(shape_of(arguments[0]), least, most)
    if origin is dict:
        return ByName(shape_of(arguments[1]))
    if origin in (types.UnionType, typing.Union):
        some = [one for one in arguments if one is not types.NoneType]
        return shape_of(some[0], least, most)
    raise TypeError(f"no YAML is read as {wanted}")
