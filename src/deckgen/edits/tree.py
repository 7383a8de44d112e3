"""A YAML file as values, lists and mappings, with their places. In: its text. Out: the tree; what is at a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from deckgen.model.lazy_dataclasses import dataclass

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOADERS: Final = tuple(dict.fromkeys((LOADER, yaml.SafeLoader)))
"""Both of the library: they disagree on some signs, and another machine may have the other."""
BLOCKS: Final = ("|", ">")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value. `stop` is behind its last character; blank lines below a block are none of it."""

    start: int
    stop: int
    style: str
    text: str

    @property
    def begin(self) -> int:
        return self.start


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. In lines, `starts` are its dashes, in brackets its items.

    `begin` is where its own text begins: in lines, with the comment right above its first item. `stop` is the end of
    its last line, or behind its bracket.
    """

    start: int
    begin: int
    stop: int
    flow: bool
    items: tuple[Tree, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, otherwise as a list; `starts` are its keys."""

    start: int
    begin: int
    stop: int
    flow: bool
    keys: tuple[Scalar, ...]
    items: tuple[Tree, ...]

    @property
    def starts(self) -> tuple[int, ...]:
        return tuple(key.start for key in self.keys)


Tree = Scalar | Sequence | Mapping


class TornError(Exception):
    """The file cannot be read, or stands in a way that is not edited here."""


def tree_of(text: str, loader: Any = LOADER) -> Tree:
    """The one document of a file. Raises TornError."""
    try:
        events = iter([one for one in yaml.parse(text, Loader=loader) if isinstance(one, (yaml.NodeEvent, *_END))])
        return _node(text, next(events), events)
    except (yaml.YAMLError, StopIteration):
        raise TornError from None


def find(text: str, tree: Tree, line: int, column: int) -> Tree | None:
    """The value around a place, or the list or mapping that starts there; a key is none."""
    lines = text.split("\n")
    if not 0 < line <= len(lines) or not 0 < column <= len(lines[line - 1]) + 1:
        return None
    at = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    return next((one for one in every(tree) if _is_at(one, at)), None)


def every(tree: Tree) -> Iterator[Tree]:
    """What stands in a tree, itself first."""
    yield tree
    for part in () if isinstance(tree, Scalar) else tree.items:
        yield from every(part)


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, with the comment on it."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


_END: Final = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def _is_at(one: Tree, at: int) -> bool:
    return one.start <= at < one.stop if isinstance(one, Scalar) else one.start == at


def _node(text: str, event: Any, events: Iterator[Any]) -> Tree:
    if getattr(event, "anchor", None) or getattr(event, "tag", None) or type(event) is yaml.AliasEvent:
        raise TornError  # the reader refuses them too
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        style = event.style or ""
        stop = start + len(text[start:end].rstrip()) if style in BLOCKS else end
        return Scalar(start, stop, style, event.value)
    parts: list[Tree] = []
    for inner in events:
        if type(inner) in _END:
            return _collection(text, event, inner.end_mark.index, parts)
        parts.append(_node(text, inner, events))
    raise TornError


def _collection(text: str, event: Any, end: int, parts: list[Tree]) -> Tree:
    start, flow = event.start_mark.index, bool(event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        starts = tuple(one.start if flow else _dash(text, one) for one in parts)
        return Sequence(start, _begin(text, start, flow), _stop(text, end, flow, parts), flow, tuple(parts), starts)
    keys = tuple(one for one in parts[::2] if isinstance(one, Scalar))
    if len(keys) * 2 != len(parts):
        raise TornError
    stop = _stop(text, end, flow, parts)
    return Mapping(start, _begin(text, start, flow), stop, flow, keys, tuple(parts[1::2]))


def _dash(text: str, item: Tree) -> int:
    dash = text.rfind("-", 0, item.start)
    if dash < 0 or text[dash + 1 : item.start].strip():
        raise TornError  # a comment between a dash and its item
    return dash


def _stop(text: str, end: int, flow: bool, parts: list[Tree]) -> int:
    return end if flow else line_end(text, parts[-1].stop)


def _begin(text: str, start: int, flow: bool) -> int:
    """The start of the first line, or of the comment right above it; the start itself where it is not alone there."""
    begin = line_start(text, start)
    if flow or text[begin:start].strip():
        return start
    while begin and text[line_start(text, begin - 1) : begin].lstrip(" ").startswith("#"):
        begin = line_start(text, begin - 1)
    return begin
