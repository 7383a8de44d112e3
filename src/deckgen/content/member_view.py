"""What a slide says to one member. In: its node as written. Out: the same as the member's deck has it.

`when:` keeps a slide, an item or a value where its comparison holds, and of `either:` the first that holds is said.
`lacking:` has the word for a slide or an item that is left out because the member lacks the numbers in it: too few
have answered, or nobody. The member's name and the like are written out; its figures stay references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import field
from fractions import Fraction
from typing import Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.comparisons import Compared, compared, holds
from deckgen.figures.formulas import NoValueError, evaluate
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import SCOPES, Member
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence

WHEN, LACKING, EITHER, TEXT, TABLE = "when", "lacking", "either", "text", "table"
LEFT_OUT: Final = "member.lacking"
"""The reference that says what is left out of a member's deck."""
_REFERENCE: Final = re.compile(rf"(?<!\$)\$\{{((?:{'|'.join(SCOPES)})\.[^{{}}|\n]+)(?:\|[a-z]+)?\}}")

_CONDITION: Final = re.compile(rf"(?:^|[\s(,+*/<>=-])(?:{'|'.join(SCOPES)})\.\w")


class _GoneError(Exception):
    """The value is left out, with its key or as an item."""


class _GoneUpwardError(Exception):
    """The whole item that the value stands in is left out."""


class _LacksError(Exception):
    """The member has no number of that name to show there."""

    def __init__(self, name: str, span: Span) -> None:
        super().__init__(name)
        self.name, self.span = name, span


@dataclass(frozen=True, slots=True)
class Reference:
    """A name with a scope before it, `member.satisfied`, and where it stands; `is_table`: of a tabulation."""

    name: str
    span: Span
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What a member's deck is made with: words that are written out, the values of figures, and what it lacks.

    `words_left_out` collects the words for what is left out; `said` is what `member.lacking` says, None as long as
    that is not known.
    """

    member: Member
    words: Map[str, str]
    values: Map[str, Fraction]
    lacking: frozenset[str]
    diagnostics: Diagnostics
    words_left_out: list[str] = field(default_factory=list)
    said: str | None = None


def references(node: Node) -> list[Reference]:
    """Everything that a node says of a member, its group or everybody."""
    found: list[Reference] = []
    _find(node, "", found)
    return found


def _find(node: Node, key: str, found: list[Reference]) -> None:
    if isinstance(node, Scalar):
        if key == WHEN and _CONDITION.search(node.text):
            comparison = compared(node, Diagnostics())
            found.extend(Reference(name, node.span) for name in (comparison.names if comparison else ()))
        elif key == TABLE and node.text.partition(".")[0] in SCOPES:
            found.append(Reference(node.text, node.span, True))
        else:
            found.extend(Reference(match[1], node.span) for match in _REFERENCE.finditer(node.text))
        return
    for name, part in _parts(node, key):
        _find(part, name, found)


def _parts(node: Sequence | Mapping, key: str) -> list[tuple[str, Node]]:
    if isinstance(node, Sequence):
        return [(key, item) for item in node.items]
    return [(name.text, value) for name, value in node.entries]


def is_of_members(node: Node) -> bool:
    """Whether a node is another for each member."""
    return bool(references(node)) or _asks(node)


def _asks(node: Node) -> bool:
    if isinstance(node, Scalar):
        return False
    return any(_is_asked(key, part) or _asks(part) for key, part in _parts(node, ""))


def _is_asked(key: str, value: Node) -> bool:
    """Whether a key is one of ours; kinds have a `when` of their own, which compares nothing."""
    return key in (LACKING, EITHER) or (key == WHEN and _is_condition(value))


def _is_condition(value: Node) -> bool:
    items = value.items if isinstance(value, Sequence) else (value,)
    return any(isinstance(item, Scalar) and _CONDITION.search(item.text) for item in items)


def seen(node: Node, view: View) -> Node | None:
    """The node as the member's deck has it; None where it is left out. What it lacks without a word is an error."""
    try:
        return _resolved(node, view)
    except (_GoneError, _GoneUpwardError):
        return None
    except _LacksError as lacks:
        message = f"`{view.member.name}` has no `{lacks.name}` that may be shown, and nothing says so"
        hint = "write `lacking: …` on the slide or the item, or `when: …` to keep it away"
        view.diagnostics.error("member-lacks", message, lacks.span, hint)
        return None


def _resolved(node: Node, view: View) -> Node:
    if isinstance(node, Scalar):
        return _said(node, view)
    if isinstance(node, Sequence):
        return _listed(node, view)
    return _mapping(node, view)


def _said(text: Scalar, view: View) -> Scalar:
    """A text with the words that are known; what it lacks, or is not said, ends it."""
    if "${" not in text.text:
        return text
    for match in _REFERENCE.finditer(text.text):
        if match[1] in view.lacking:
            raise _LacksError(match[1], text.span)
        if match[1] == LEFT_OUT and view.said == "":
            raise _GoneUpwardError

    def word(match: re.Match[str]) -> str:
        told = view.said if match[1] == LEFT_OUT else view.words.get(match[1])
        return match[0] if told is None else told

    said = _REFERENCE.sub(word, text.text)
    return text if said == text.text else replace(text, text=said, exact=False)


def _listed(node: Sequence, view: View) -> Sequence:
    items: list[Node] = []
    for item in node.items:
        try:
            items.append(_resolved(item, view))
        except (_GoneError, _GoneUpwardError):
            continue
    if node.items and not items:
        raise _GoneUpwardError
    same = len(items) == len(node.items) and all(map(_is, items, node.items))
    return node if same else Sequence(tuple(items), node.span)


def _is(new: Node, old: Node) -> bool:
    return new is old


def _mapping(node: Mapping, view: View) -> Node:
    condition, word, either = node.get(WHEN), node.get(LACKING), node.get(EITHER)
    if condition is not None and _is_condition(condition) and not _holds(condition, view):
        raise _GoneError
    if isinstance(either, Sequence):
        return _first(either, view)
    try:
        entries = _entries(node, view)
    except _LacksError:
        if not isinstance(word, Scalar):
            raise
        view.words_left_out.append(_said(word, view).text)
        raise _GoneError from None
    if len(entries) < len(node.entries) and _is_text(entries):
        return entries[0][1]
    same = len(entries) == len(node.entries) and all(
        new is old for (_, new), (_, old) in zip(entries, node.entries, strict=True)
    )
    return node if same else Mapping(tuple(entries), node.span)


def _is_text(entries: Iterable[tuple[Scalar, Node]]) -> bool:
    """Whether nothing but a text stands there, once what it stood beside is gone."""
    return [key.text for key, _ in entries] == [TEXT]


def _entries(node: Mapping, view: View) -> list[tuple[Scalar, Node]]:
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if _is_asked(key.text, value):
            continue
        if key.text == TABLE and isinstance(value, Scalar) and value.text in view.lacking:
            raise _LacksError(value.text, value.span)
        try:
            entries.append((key, _resolved(value, view)))
        except _GoneError:
            continue
    return entries


def _first(either: Sequence, view: View) -> Node:
    for item in either.items:
        try:
            told = _resolved(item, view)
        except (_GoneError, _GoneUpwardError):
            continue
        return told.entries[0][1] if isinstance(told, Mapping) and _is_text(told.entries) else told
    raise _GoneUpwardError


def _holds(condition: Node, view: View) -> bool:
    """Whether all comparisons hold; one of figures that the member lacks holds of nothing."""
    items = condition.items if isinstance(condition, Sequence) else (condition,)
    return all(isinstance(item, Scalar) and _compares(compared(item, view.diagnostics), view) for item in items)


def _compares(comparison: Compared | None, view: View) -> bool:
    if comparison is None or any(name not in view.values for name in comparison.names):
        return False
    try:
        left, right = evaluate(comparison.left, view.values), evaluate(comparison.right, view.values)
    except NoValueError:
        return False
    return holds(left, comparison.comparator, right)
