"""One value of a YAML file, written anew at its own place. In: the file's text, a place, a value. Out: the text.

Comments, order and the quoting of all else stay, since nothing else is touched; the value keeps its own quoting where
it can be said in that, and is quoted where it cannot. The outcome is read again before it is given: it must say what
the file said, but for the one value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from deckgen.model.lazy_dataclasses import dataclass

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOADERS: Final = tuple(dict.fromkeys((_LOADER, yaml.SafeLoader)))
"""Both of the library: they disagree on some signs, and another machine may have the other."""
_NARROWEST: Final = 60
"""Characters of a line that a folded text is not wrapped below."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A value among the events of a file: its number, from where to where it stands, its quoting, what it says."""

    number: int
    start: int
    end: int
    style: str
    value: str


def value_at(text: str, line: int, column: int) -> str | None:
    """What the value says that stands at a place; None where none does. Paragraphs of a block are lines."""
    found = _find(text, line, column)
    return None if found is None else found.value.rstrip("\n") if found.style in ("|", ">") else found.value


def with_value(text: str, line: int, column: int, value: str) -> str | None:
    """The text with another value at a place; None where none stands there, or it cannot be said there."""
    found = _find(text, line, column)
    if found is None:
        return None
    wanted = _events(text)
    if not wanted:
        return None
    wanted[found.number] = _said(found.style, value)
    for written in _spelled(text[found.start : found.end], found.style, value):
        made = text[: found.start] + written + text[found.end :]
        if all(_events(made, loader) in (wanted, _quoted(wanted, found.number, value)) for loader in _LOADERS):
            return made
    return None


def _find(text: str, line: int, column: int) -> _Found | None:
    lines = text.split("\n")
    if not 0 < line <= len(lines) or not 0 < column <= len(lines[line - 1]) + 1:
        return None
    at = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    try:
        for number, event in _values(text):
            if event.start_mark.index <= at < event.end_mark.index:
                start, end = event.start_mark.index, event.end_mark.index
                return _Found(number, start, end, event.style or "", event.value)
    except yaml.YAMLError:
        return None
    return None


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """The scalars that are no keys, each with its number among the events."""
    keys: list[bool | None] = []  # for each open mapping, whether a key comes next; None for a list
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if isinstance(event, yaml.CollectionEndEvent):
            keys.pop()
            continue
        is_key = bool(keys and keys[-1])
        if keys and keys[-1] is not None and isinstance(event, yaml.NodeEvent):
            keys[-1] = not keys[-1]
        if isinstance(event, yaml.CollectionStartEvent):
            keys.append(True if isinstance(event, yaml.MappingStartEvent) else None)
        elif isinstance(event, yaml.ScalarEvent) and not is_key:
            yield number, event


def _events(text: str, loader: Any = _LOADER) -> list[tuple[str, ...]]:
    """All that a file says, in order, without where it stands; nothing where it cannot be read."""
    try:
        return [_event(event) for event in yaml.parse(text, Loader=loader)]
    except yaml.YAMLError:
        return []


def _event(event: Any) -> tuple[str, ...]:
    if isinstance(event, yaml.ScalarEvent):
        more = (str(event.anchor), str(event.tag))
        return (*_said(event.style or "", event.value), *(one for one in more if one != "None"))
    return type(event).__name__, str(getattr(event, "anchor", "")), str(getattr(event, "flow_style", ""))


def _said(style: str, value: str) -> tuple[str, ...]:
    """A value, however many lines end a block."""
    return "value", style, value.rstrip("\n") if style in ("|", ">") else value


def _quoted(wanted: list[tuple[str, ...]], number: int, value: str) -> list[tuple[str, ...]]:
    return [*wanted[:number], _said('"', value), *wanted[number + 1 :]]


def _spelled(before: str, style: str, value: str) -> Iterator[str]:
    """Ways to write a value, the one that is like before first."""
    if style == "" and value:
        yield value
    elif style == "'":
        yield "'" + value.replace("'", "''") + "'"
    elif style in ("|", ">"):
        yield _block(before, style, value)
    quoted = json.dumps(value, ensure_ascii=False)
    yield quoted if style not in ("|", ">") else quoted + _tail(before)


def _block(before: str, style: str, value: str) -> str:
    """The lines of a block, as far in as they were."""
    head, *lines = before.split("\n")
    written = [line for line in lines if line.strip()]
    inside = " " * min((len(line) - len(line.lstrip(" ")) for line in written), default=0)
    width = max([_NARROWEST, *map(len, written)]) - len(inside)
    parts = value.split("\n")
    said = parts if style == "|" else [line for part in parts for line in (*_wrapped(part, width), "")][:-1]
    return "\n".join([head, *(f"{inside}{line}" if line else "" for line in said)]) + _tail(before)


def _tail(before: str) -> str:
    """The line ends and blank lines behind a block, which are read as its own."""
    found = re.search(r"\n\s*\Z", before)
    return found[0] if found else ""


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Lines of at most that width, where words allow; two spaces in a row would not come back from a break."""
    line = ""
    for word in [paragraph] if "  " in paragraph else paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
