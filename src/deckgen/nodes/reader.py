"""In: a YAML file. Out: its nodes, or located diagnostics that say what to change.

Only the part of YAML that people write is read: mappings, lists and text in one document. Aliases, anchors, merge
keys and tags are refused before anything is expanded, so no file can take more time or memory than its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

import yaml

from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.source import decoded, explained, is_clean, unprintable, with_lines, without_item
from deckgen.paths import exists, is_file

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read", "read_items", "read_text"]

MAX_BYTES = 4_000_000
MAX_DEPTH = 32
MAX_REFUSALS = 20
MAX_CHARACTERS = 20_000
"""Of one value."""
MAX_ITEMS = 50_000
"""Values, lists and mappings of one file."""
_WORD = re.compile(r"\S+")
_COMMENT = re.compile(r"[ \t]+#[^\n]*?[^\W_]")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, shown: str, diagnostics: Diagnostics) -> Node | None:
    """Read one file; None (and a diagnostic) where it cannot be read as a whole.

    A key that stands twice is reported and its first value kept, so that the rest can still be checked.
    """
    data = read_bytes(path, shown, diagnostics)
    return None if data is None else read_data(data, shown, diagnostics)


def read_bytes(path: Path, shown: str, diagnostics: Diagnostics) -> bytes | None:
    """What stands in one file, of which no more is known; None (and a diagnostic) where it cannot be opened."""
    try:
        if exists(path) and not is_file(path):
            diagnostics.error("file-unreadable", "this is no file", Span(shown))
            return None
        too_large = path.stat().st_size > MAX_BYTES
        data = b"" if too_large else path.read_bytes()
    except (OSError, ValueError) as problem:  # ValueError: a name with a null, or with half a character
        reason = getattr(problem, "strerror", None) or str(problem)
        diagnostics.error("file-unreadable", f"the file cannot be read: {reason}", Span(shown))
        return None
    if too_large:
        diagnostics.error(
            "file-too-large", f"the file is over {MAX_BYTES // 1_000_000} MB", Span(shown), "split it in two"
        )
        return None
    return data


def read_data(data: bytes, shown: str, diagnostics: Diagnostics) -> Node | None:
    """As `read`, from what stands in the file."""
    text = decoded(data, shown, diagnostics)
    return None if text is None else read_text(text, shown, diagnostics)


def read_items(data: bytes, shown: str, diagnostics: Diagnostics) -> tuple[Node | None, bool]:
    """As `read_data`, of a file that is a list of things: those that can be read, and whether they are all.

    An item that is no YAML is reported and left out, so that the others can still be checked.
    """
    text = decoded(data, shown, diagnostics)
    if text is None:
        return None, False
    rest, whole = text, True
    for _ in range(MAX_REFUSALS):
        found = Diagnostics()
        node = read_text(rest, shown, found)
        torn = next((one for one in found if one.code == "yaml-syntax"), None)
        if torn is None:
            diagnostics.extend(found)
            return node, whole and node is not None
        diagnostics.add(torn)
        less = without_item(rest, torn.span.line)
        if less is None:
            break
        rest, whole = less, False
    return None, False


def read_text(text: str, shown: str, diagnostics: Diagnostics) -> Node | None:
    """As `read`, from text: for an example that is not a file of its own."""
    text = with_lines(text)
    if not is_clean(text, shown, diagnostics):
        return None
    reading = _Reading(text, shown, diagnostics)
    try:
        _build(reading, yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as problem:
        explained(problem, text, shown, diagnostics)
        return None
    if reading.root is None and not reading.refusals:
        diagnostics.error(
            "file-empty", "the file says nothing", Span(shown), "write `key: value`, or delete the file"
        )
    return None if reading.refusals else reading.root


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read; where it stands in brackets, its end is known."""

    span: Span
    mapping: bool
    bracketed: bool
    key: Scalar | None = None
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)

    def closed(self, end: Any) -> Node:
        span = replace(self.span, end_line=end.line + 1, end_column=end.column + 1) if self.bracketed else self.span
        return Mapping(tuple(self.entries.values()), span) if self.mapping else Sequence(tuple(self.items), span)


@dataclass(slots=True)
class _Reading:
    text: str
    shown: str
    diagnostics: Diagnostics
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0
    refusals: int = 0
    items: int = 0

    def span(self, start: Any, end: Any = None) -> Span:
        """From one mark to another, or of which the end is not known; nothing stands behind the end of the text."""
        if start.index >= len(self.text) and self.text:
            lines = self.text.split("\n")
            return Span(self.shown, len(lines), len(lines[-1]) + 1)
        if end is None:
            return Span(self.shown, start.line + 1, start.column + 1)
        return Span(self.shown, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def word(self, start: Any) -> Span:
        """From a mark to the next blank."""
        word = _WORD.match(self.text, start.index)
        return self.span(start).first(len(word[0]) if word else 0)

    def refuse(self, code: str, message: str, span: Span, hint: str) -> None:
        self.refusals += 1
        self.diagnostics.error(code, message, span, hint)


def _build(reading: _Reading, events: Iterator[Any]) -> None:
    stack = reading.stack
    for event in events:
        kind = type(event)
        if _refuses_items(reading, event):
            return
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(reading, event)
            _add(reading, _scalar(reading, event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            _refuse_extras(reading, event)
            if _refuses_nesting(reading, event):
                return
            span, is_mapping = reading.span(event.start_mark), kind is yaml.MappingStartEvent
            stack.append(_Open(span, is_mapping, bool(event.flow_style)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            _add(reading, stack.pop().closed(event.end_mark))
        elif kind is yaml.AliasEvent:
            hint = "a text that begins with * needs quotes; a value that is used twice is written twice"
            span = reading.span(event.start_mark, event.end_mark)
            reading.refuse("alias", f"`*{event.anchor}` is an alias", span, hint)
            _add(reading, Scalar("", True, span))
        elif kind is yaml.DocumentStartEvent and _is_second_document(reading, event):
            return
        if reading.refusals >= MAX_REFUSALS:
            return


def _add(reading: _Reading, node: Node) -> None:
    if not reading.stack:
        reading.root = node
        return
    parent = reading.stack[-1]
    if not parent.mapping:
        parent.items.append(node)
    elif parent.key is None:
        parent.key = _key(reading, node)
    else:
        _enter(reading, parent, parent.key, node)
        parent.key = None


def _enter(reading: _Reading, parent: _Open, key: Scalar, node: Node) -> None:
    first = parent.entries.get(key.text)
    if first is None:
        parent.entries[key.text] = (key, node)
        return
    related = (Related(first[0].span, "first written here"),)
    reading.diagnostics.error("duplicate-key", f"`{key.text}` stands twice", key.span, "keep one of them", related)


def _key(reading: _Reading, node: Node) -> Scalar:
    if isinstance(node, Scalar):
        if node.plain and node.text == "<<":
            reading.refuse("merge-key", "`<<` takes in what another key has", node.span, "write the keys out")
        return node
    reading.refuse("key-not-text", "a key must be text", node.span, "a text that begins with { or [ needs quotes")
    return Scalar("", True, node.span)


def _scalar(reading: _Reading, event: Any) -> Scalar:
    value: str = event.value
    start, end, style = event.start_mark, event.end_mark, event.style
    span = reading.span(start, end)
    if unprintable(value):
        hint = "a tab, a control character or U+FFFE cannot be shown on a slide; replace it"
        reading.refuse("control-character", "the text holds a character that has no shape", span, hint)
    if len(value) > MAX_CHARACTERS:
        message = f"the text has {len(value)} characters; at most {MAX_CHARACTERS} can be read"
        reading.refuse("value-too-long", message, span, "split it, or close a quote that was left open")
    if not style:
        cut = _COMMENT.match(reading.text, end.index) is not None
        exact = reading.text.startswith(value, start.index)
        return Scalar(value, True, span, exact, end.line > start.line, cut)
    if style in "|>":
        return Scalar(value, False, _block_span(reading, event), style == "|", style == ">")
    exact = reading.text.startswith(value, start.index + 1)
    inside = Span(reading.shown, start.line + 1, start.column + 2, end.line + 1, end.column)
    return Scalar(value, False, inside, exact, style == "'")


def _block_span(reading: _Reading, event: Any) -> Span:
    """From the first to the last character of a block scalar's content, which stands below its `|`."""
    lines = reading.text[event.start_mark.index : event.end_mark.index].split("\n")
    written = [(number, line) for number, line in enumerate(lines[1:], event.start_mark.line + 2) if line.strip()]
    if not written:
        return reading.span(event.start_mark)
    (number, line), (last, end) = written[0], written[-1]
    return Span(reading.shown, number, len(line) - len(line.lstrip(" ")) + 1, last, len(end) + 1)


def _refuse_extras(reading: _Reading, event: Any) -> None:
    if event.anchor is not None:
        hint = "a text that begins with & needs quotes; a value that is used twice is written twice"
        reading.refuse("anchor", f"`&{event.anchor}` is an anchor", reading.word(event.start_mark), hint)
    if event.tag is not None:
        hint = "a text that begins with ! needs quotes; the type of a value follows from its key"
        reading.refuse("tag", f"`{event.tag}` is a tag", reading.word(event.start_mark), hint)


def _refuses_items(reading: _Reading, event: Any) -> bool:
    reading.items += isinstance(event, yaml.NodeEvent)
    if reading.items <= MAX_ITEMS:
        return False
    message = f"the file holds more than {MAX_ITEMS} values"
    reading.refuse("too-many-items", message, reading.span(event.start_mark), "split it in two")
    return True


def _refuses_nesting(reading: _Reading, event: Any) -> bool:
    if len(reading.stack) < MAX_DEPTH:
        return False
    message = f"lists and keys stand more than {MAX_DEPTH} deep"
    reading.refuse("too-deep", message, reading.span(event.start_mark), "a text that begins with [ or { needs quotes")
    return True


def _is_second_document(reading: _Reading, event: Any) -> bool:
    reading.documents += 1
    if reading.documents == 1:
        return False
    hint = "one file holds one document: remove the `---`"
    reading.refuse("second-document", "a second document begins here", reading.word(event.start_mark), hint)
    return True
