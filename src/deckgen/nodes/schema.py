"""In: a node and the type that is wanted. Out: a value of that type, or INVALID and located diagnostics.

Types: Text, ListItem, IconItem, IconListItem, ChartSeries, Value, PlottedValue, Level, Icon, Sign, Picture, Tiles,
OutlineFile, PlaceName, ChartName, ChartTypeName, DrawingName, PropertyName, Highlight, Joining, str, int, Decimal,
bool, Literal, dataclasses, `X | None`, `tuple[X, ...]`, `dict[str, X]`, and Scalar, Sequence, Mapping or Node for a
node as it stands. A key is the field's name in kebab-case (`as_of` is `as-of`). A field `span` gets the place of the
mapping, a field `x_span` the place of the value of `x`; they are no keys.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar

from deckgen.diagnostics import Diagnostics, Span, listed
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
from deckgen.nodes import scalars
from deckgen.nodes.icon import to_icon
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.scalars import INVALID, Invalid, meant, suggestion

__all__ = ["INVALID", "Invalid", "convert", "key_of", "keys", "strangers", "suggestion"]

T = TypeVar("T")

_Converter = Callable[[Node, str, Diagnostics], Any]
"""What makes a value of one type, which only whoever looks it up by that type knows."""

_SCALARS: Final[dict[Any, _Converter]] = {
    Text: scalars.to_text,
    Value: scalars.to_value,
    PlottedValue: scalars.to_plotted_value,
    Level: scalars.to_level,
    Icon: to_icon,
    Sign: scalars.to_sign,
    Picture: scalars.to_picture,
    Tiles: scalars.to_tiles,
    OutlineFile: scalars.to_outline_file,
    PlaceName: scalars.to_place_name,
    ChartName: scalars.to_chart_name,
    str: scalars.to_str,
    ChartTypeName: scalars.to_str,
    DrawingName: scalars.to_str,
    PropertyName: scalars.to_str,
    int: scalars.to_int,
    Decimal: scalars.to_decimal,
    bool: scalars.to_bool,
}
_ALONE: Final = (Value, PlottedValue, Decimal, int, Scalar, PlaceName, ChartName)
"""Types of which one may stand where a list is wanted; with texts, a forgotten `- ` is the likelier reason."""

UNDER: Final = "for a second level write `text: …`, and below it `items:` with a list; there is no third"
_WITH: Final[dict[Any, str]] = {
    ListItem: UNDER,
    IconListItem: UNDER,
    IconItem: "for an icon write `text: …`, and below it `icon: …`",
    ChartSeries: "for the finding write `text: …`, and below it `emphasis: true`",
}
"""Items that are a text alone, or a mapping of it and of something with it; and how that is written."""
_FIRST: Final[dict[Any, Any]] = {Highlight: PlaceName, Joining: Icon}
"""Records that may be written as their first value alone, and what that is."""
_SHAPES: Final[dict[Any, str]] = {Scalar: "a text", Sequence: "a list", Mapping: "a group of keys"}


def convert(
    node: Node,
    wanted: type[T],
    path: str,
    diagnostics: Diagnostics,
    beside: tuple[str, ...] = (),
    strange: tuple[str, ...] = (),
) -> T | Invalid:
    """The node as a value of type `wanted`, or INVALID where any part of it is wrong; everything wrong is reported.

    `path` is the field path, such as `events/2/heading`. `beside` names keys that are allowed too but read elsewhere,
    for the message on an unknown key; `strange` are keys beside these that are reported elsewhere as unknown.
    """
    shape: Any = wanted
    made: T | Invalid
    if beside or strange:
        made = _to_dataclass(shape, node, path, diagnostics, beside, strange)
    else:
        made = _converter(shape)(node, path, diagnostics)
    return made


def keys(wanted: Any) -> tuple[str, ...]:
    """The YAML keys of a dataclass, in the order of its fields."""
    return tuple(_fields(wanted).by_key)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    convert: _Converter
    required: bool


@dataclass(frozen=True, slots=True)
class _Fields:
    by_key: dict[str, _Field]
    span: bool
    spans: tuple[tuple[str, str], ...]
    """Field and key of each `x_span`."""


def key_of(name: str) -> str:
    """The YAML key of a field."""
    return name.rstrip("_").replace("_", "-")


@cache
def _fields(wanted: type[Any]) -> _Fields:
    hints = typing.get_type_hints(wanted)
    by_key: dict[str, _Field] = {}
    spans: list[tuple[str, str]] = []
    for field in dataclasses.fields(wanted):
        if hints[field.name] is Span:
            if field.name != "span":
                spans.append((field.name, key_of(field.name.removesuffix("_span"))))
            continue
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        counts = (field.metadata.get("minimum", 0), field.metadata.get("maximum", 0))
        by_key[key_of(field.name)] = _Field(field.name, _converter(hints[field.name], *counts), required)
    return _Fields(by_key, hints.get("span") is Span, tuple(spans))


@cache
def _converter(wanted: Any, minimum: int = 0, maximum: int = 0) -> _Converter:
    """The function that converts to one type, made once."""
    if wanted in _SCALARS:
        return _SCALARS[wanted]
    if wanted in _SHAPES:
        return lambda node, path, found: _as_shape(wanted, node, found)
    if wanted in _WITH:
        return lambda node, path, found: _to_item(wanted, node, path, found)
    if wanted in _FIRST:
        return lambda node, path, found: _to_record(wanted, node, path, found)
    if dataclasses.is_dataclass(wanted):
        return lambda node, path, found: _to_dataclass(wanted, node, path, found)
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return lambda node, path, found: scalars.to_choice(arguments, node, found)
    if origin is tuple:
        return lambda node, path, found: _to_tuple(arguments[0], (minimum, maximum), node, path, found)
    if origin is dict:
        return lambda node, path, found: _to_dict(arguments[1], node, path, found)
    if origin in (types.UnionType, typing.Union):
        return _union(wanted, arguments, minimum, maximum)
    raise TypeError(f"no YAML is read as {wanted}")


def _union(wanted: Any, arguments: tuple[Any, ...], minimum: int, maximum: int) -> _Converter:
    if wanted == Node:
        return lambda node, path, found: node
    some = [argument for argument in arguments if argument is not types.NoneType]
    if len(some) != 1:
        raise TypeError(f"no YAML is read as {wanted}")
    one = _converter(some[0], minimum, maximum)
    return lambda node, path, found: None if _is_empty(node) else one(node, path, found)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == ""


def _as_shape(wanted: type[Any], node: Node, diagnostics: Diagnostics) -> Any:
    if isinstance(node, wanted) and not _is_empty(node):
        return node
    return scalars.wrong_shape(_SHAPES[wanted], node, diagnostics)


def strangers(node: Mapping, known: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a mapping that are none of those `known`."""
    return tuple(key.text for key, _ in node.entries if key.text not in known)


def report_missing(node: Node, wanted: tuple[str, ...], hint: str, diagnostics: Diagnostics) -> None:
    """Report that a key is missing, of `wanted` any; where one was meant and misspelt, that alone is reported."""
    for key, _ in node.entries if isinstance(node, Mapping) else ():
        if key.text not in wanted and meant(key.text, wanted):
            _unknown_key(key, wanted, wanted, diagnostics)
            return
    diagnostics.error("missing-key", f"`{wanted[0]}` is missing", node.span, hint)


def _to_dataclass(
    wanted: Any,
    node: Node,
    path: str,
    diagnostics: Diagnostics,
    beside: tuple[str, ...] = (),
    strange: tuple[str, ...] = (),
) -> Any:
    if not isinstance(node, Mapping):
        hint = f"write its keys below, each with a value: {listed(keys(wanted))}"
        return scalars.wrong_shape("a group of keys", node, diagnostics, hint)
    fields = _fields(wanted)
    known = (*fields.by_key, *beside)
    lacking = tuple(key for key, field in fields.by_key.items() if field.required and node.get(key) is None)
    values: dict[str, Any] = {}
    for key, value in node.entries:
        field = fields.by_key.get(key.text)
        if diagnostics.full:
            values[""] = INVALID
        elif field is None:
            _unknown_key(key, known, lacking, diagnostics)
            values[""] = INVALID
        elif field.required or not _is_empty(value):
            values[field.name] = field.convert(value, f"{path}/{key.text}" if path else key.text, diagnostics)
    misspelt = {meant(one, lacking) for one in (*strangers(node, tuple(fields.by_key)), *strange)}
    for missing in lacking:
        values[""] = INVALID
        if missing not in misspelt:  # else the key that was meant as it has been reported
            hint = f"write `{missing}: …`; possible here: {listed(fields.by_key)}"
            diagnostics.error("missing-key", f"`{missing}` is missing", node.span, hint)
    if any(value is INVALID for value in values.values()):
        return INVALID
    return wanted(**values, **_spans(fields, node))


def _to_item(wanted: Any, node: Node, path: str, diagnostics: Diagnostics) -> Any:
    """A text, or a mapping of it and of what is with it."""
    if isinstance(node, Mapping) and any(key.text in keys(wanted) for key, _ in node.entries):
        return _to_dataclass(wanted, node, path, diagnostics)
    if isinstance(node, Mapping | Sequence) and not _is_sentence(node):
        return scalars.wrong_shape("a text", node, diagnostics, _WITH[wanted])
    text = scalars.to_text(node, path, diagnostics)
    return INVALID if isinstance(text, Invalid) else wanted(text)


def _to_record(wanted: Any, node: Node, path: str, diagnostics: Diagnostics) -> Any | Invalid:
    """A record by its first value alone, or a mapping of it and of what is said of it."""
    if isinstance(node, Mapping):
        return _to_dataclass(wanted, node, path, diagnostics)
    first = _converter(_FIRST[wanted])(node, path, diagnostics)
    return INVALID if isinstance(first, Invalid) else wanted(first)


def _is_sentence(node: Mapping | Sequence) -> bool:
    """Whether a mapping is a text with a colon that lacks its quotes, and not a heading of a list."""
    return isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0][1], Scalar)


def _spans(fields: _Fields, node: Mapping) -> dict[str, Span]:
    spans = {"span": node.span} if fields.span else {}
    for name, key in fields.spans:
        value = node.get(key)
        if value is not None:
            spans[name] = value.span
    return spans


def _unknown_key(key: Scalar, known: tuple[str, ...], lacking: tuple[str, ...], diagnostics: Diagnostics) -> None:
    if key.text == "for":
        hint = "`for` stands on a slide or on an item of a list; for one value write one under each audience's name"
        diagnostics.error("unknown-key", "`for` cannot stand here", key.span, hint)
        return
    hint = suggestion(key.text, known, lacking)
    diagnostics.error("unknown-key", f"`{key.text}` is not a key here", key.span, hint)


def _to_tuple(item: Any, counts: tuple[int, int], node: Node, path: str, diagnostics: Diagnostics) -> Any:
    one = _converter(item)
    if isinstance(node, Sequence):
        # Where no error is taken in any more, all is wrong already.
        values = tuple(
            INVALID if diagnostics.full else one(part, f"{path}/{number}", diagnostics)
            for number, part in enumerate(node.items, start=1)
        )
    elif isinstance(node, Scalar) and item in _ALONE and (node.text or item is PlottedValue):
        values = (one(node, path, diagnostics),)
    else:
        return scalars.wrong_shape("a list", node, diagnostics, "write each item on a line of its own, after `- `")
    minimum, maximum = counts
    if len(values) < minimum or (maximum and len(values) > maximum):
        wanted = _counted(minimum, maximum)
        hint = "write more of them" if len(values) < minimum else "leave some out, or split the slide in two"
        diagnostics.error("item-count", f"the list has {len(values)} items; {wanted} are wanted", node.span, hint)
        return INVALID
    return INVALID if any(value is INVALID for value in values) else values


def _counted(minimum: int, maximum: int) -> str:
    if not maximum:
        return f"at least {minimum}"
    if not minimum:
        return f"at most {maximum}"
    return f"{minimum}" if minimum == maximum else f"{minimum} to {maximum}"


def _to_dict(item: Any, node: Node, path: str, diagnostics: Diagnostics) -> Any:
    if not isinstance(node, Mapping):
        return scalars.wrong_shape("a group of keys", node, diagnostics, "write `name: value` on a line each")
    one = _converter(item)
    values = {
        key.text: one(value, f"{path}/{key.text}" if path else key.text, diagnostics) for key, value in node.entries
    }
    return INVALID if any(value is INVALID for value in values.values()) else values
