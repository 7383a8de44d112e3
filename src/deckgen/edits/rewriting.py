"""A value, a list or a mapping of a YAML file, written anew at its own place.

In: the file's text, a place, what is to stand there. Out: the text. Comments, order and the quoting of all else stay,
since nothing else is touched; an item takes the comment right above it along, and goes with it. The outcome is read
again before it is given: it must say what the file said, but for what was wanted.
"""

from __future__ import annotations

from collections.abc import Sequence as ListOf
from typing import Any

from deckgen.edits import spelling
from deckgen.edits.tree import (
    LOADERS,
    Mapping,
    Scalar,
    Sequence,
    TornError,
    Tree,
    find,
    line_end,
    line_start,
    tree_of,
)
from deckgen.edits.wanted import Item, Items, Keys, Wanted
from deckgen.model.lazy_dataclasses import dataclass, replace

Said = Any
"""What YAML says: a text, a list of it, or a mapping of it."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """An item or a key in lines: blank lines above it, comments right above it, its own text, comments below it.

    `gap` None: as the others have it.
    """

    body: str
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    gap: tuple[str, ...] | None = None


def value_at(text: str, line: int, column: int) -> str | None:
    """What the value says that stands at a place; None where none does. Paragraphs of a block are lines."""
    try:
        found = find(text, tree_of(text), line, column)
    except TornError:
        return None
    return spelling.plain(found) if isinstance(found, Scalar) else None


def rewritten(text: str, line: int, column: int, wanted: Wanted) -> str | None:
    """The text with something else at a place; None where nothing stands there, or it cannot be said there."""
    try:
        tree = tree_of(text)
        node = find(text, tree, line, column)
        if node is None or not _is_like(node, wanted):
            return None
        made = text[: node.begin] + _written(text, node, wanted, flow=_is_in_flow(tree, node)) + text[node.stop :]
        expected = _says(tree, node, wanted)
        return made if all(_says(tree_of(made, loader)) == expected for loader in LOADERS) else None
    except TornError:
        return None


def _is_like(node: Tree, wanted: Wanted | None) -> bool:
    """Whether what is wanted can be written into what stands there; else it takes its place."""
    match node:
        case Scalar():
            return isinstance(wanted, str) and node.start < node.stop
        case Sequence():
            return isinstance(wanted, Items) and (node.flow or bool(wanted.items))
        case Mapping():
            return isinstance(wanted, Keys)


def _is_in_flow(tree: Tree, node: Tree) -> bool:
    """Whether a node stands in brackets."""
    if isinstance(tree, Scalar):
        return False
    return any(
        (tree.flow and one.start <= node.start < one.stop) or _is_in_flow(one, node)
        for one in tree.items
        if one.start <= node.start
    )


def _written(text: str, node: Tree, wanted: Wanted | None, *, flow: bool) -> str:
    """A node from its `begin` to its `stop`, as it is wanted."""
    if wanted is None or (isinstance(node, Scalar) and wanted == spelling.plain(node)):
        return text[node.begin : node.stop]
    if isinstance(node, Scalar):
        assert isinstance(wanted, str)
        return spelling.like(text[node.start : node.stop], node.style, wanted, flow=flow)
    if node.flow:
        return _in_brackets(text, node, wanted)
    return _joined(text, node, _units(text, node, wanted))


# In lines


def _units(text: str, node: Sequence | Mapping, wanted: Wanted) -> list[_Unit]:
    before = [_unit(text, node, at) for at in range(len(node.items))]
    indent = _indent(text, node)
    if isinstance(node, Sequence) and isinstance(wanted, Items):
        return [_item(text, node, before, one, indent) for one in wanted.items]
    assert isinstance(node, Mapping)
    assert isinstance(wanted, Keys)
    units: dict[str, _Unit] = {}
    for at, key in enumerate(node.keys):
        value = wanted.changes.get(key.text)
        if value is not None:
            body = _changed(text, node, at, value, spelling.entry(text[key.start : key.stop], value, indent))
            units[key.text] = replace(before[at], body=body)
        elif key.text not in wanted.changes:
            units[key.text] = before[at]
        if key.text in wanted.aside:
            units = _with_comment(units, _commented(before[at], indent))
    for name, value in spelling.said(wanted):
        if name not in units:
            units = _with_key(units, name, spelling.entry(spelling.name_of(name), value, indent), wanted.order)
    return list(units.values())


def _commented(unit: _Unit, indent: str) -> tuple[str, ...]:
    """What a key says, and what stands around it, as lines that say nothing."""
    said = (unit.body.split("\n")[0], *(line.removeprefix(indent) for line in unit.body.split("\n")[1:]))
    return (*unit.lead, *(f"{indent}# {line}".rstrip() for line in said), *unit.tail)


def _with_comment(units: dict[str, _Unit], lines: tuple[str, ...]) -> dict[str, _Unit]:
    """The units with these lines below the last of them."""
    if not units:
        raise TornError  # a comment alone would be no mapping
    last = next(reversed(units))
    return {**units, last: replace(units[last], tail=(*units[last].tail, *lines))}


def _item(text: str, node: Sequence, before: ListOf[_Unit], one: Item, indent: str) -> _Unit:
    if one.origin is None:
        if one.wanted is None:
            raise TornError
        return _Unit(spelling.item(one.wanted, indent))
    if not 0 <= one.origin < len(before):
        raise TornError
    unit = before[one.origin]
    if one.wanted is None:
        return unit
    return replace(unit, body=_changed(text, node, one.origin, one.wanted, spelling.item(one.wanted, indent)))


def _with_key(units: dict[str, _Unit], name: str, body: str, order: tuple[str, ...]) -> dict[str, _Unit]:
    """A new key behind the last of those that come before it; one that nobody knows at the end."""
    names = list(units)
    earlier = order[: order.index(name)] if name in order else names
    at = max((names.index(one) + 1 for one in earlier if one in units), default=0)
    return {**{one: units[one] for one in names[:at]}, name: _Unit(body), **{one: units[one] for one in names[at:]}}


def _changed(text: str, node: Sequence | Mapping, at: int, wanted: Wanted, anew: str) -> str:
    """The text of an item or a key with another value; where the value is of another sort, all `anew`."""
    value = node.items[at]
    end = line_end(text, value.stop)
    if not _is_like(value, wanted):
        return anew + (text[value.stop : end] if isinstance(value, Scalar) else "")
    start = node.starts[at]
    return text[start : value.begin] + _written(text, value, wanted, flow=False) + text[value.stop : end]


def _unit(text: str, node: Sequence | Mapping, at: int) -> _Unit:
    start, end = node.starts[at], line_end(text, node.items[at].stop)
    lead, gap = _above(text, node, at)
    return _Unit(text[start:end], lead, _below(text, node, at), gap)


def _above(text: str, node: Sequence | Mapping, at: int) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """Comments right above, and blank lines above these; None for the first, which has none to keep."""
    if at == 0:
        above = text[node.begin : line_start(text, node.start)] if node.begin < node.start else ""
        return tuple(above.split("\n")[:-1]), None
    lines = _between(text, node, at)
    kept = len(_tail(lines, node.starts[at] - line_start(text, node.starts[at])))
    blank = next((n for n, line in enumerate(lines[kept:]) if line.strip()), len(lines) - kept)
    return tuple(lines[kept + blank :]), tuple(lines[kept : kept + blank])


def _below(text: str, node: Sequence | Mapping, at: int) -> tuple[str, ...]:
    if at + 1 == len(node.items):
        return ()
    start = node.starts[at + 1]
    return _tail(_between(text, node, at + 1), start - line_start(text, start))


def _between(text: str, node: Sequence | Mapping, at: int) -> list[str]:
    """The lines between an item and the one before it: blank ones and comments."""
    return text[line_end(text, node.items[at - 1].stop) : node.starts[at]].split("\n")[1:-1]


def _tail(lines: list[str], column: int) -> tuple[str, ...]:
    """Of the lines between two items, those of the first: above the last blank line, or further in."""
    blank = next((n for n in range(len(lines) - 1, -1, -1) if not lines[n].strip()), None)
    if blank is None:
        own = next((n for n, line in enumerate(lines) if len(line) - len(line.lstrip(" ")) <= column), len(lines))
        return tuple(lines[:own])
    while blank and not lines[blank - 1].strip():
        blank -= 1
    return tuple(lines[:blank])


def _indent(text: str, node: Sequence | Mapping) -> str:
    return " " * (node.start - line_start(text, node.start))


def _joined(text: str, node: Sequence | Mapping, units: list[_Unit]) -> str:
    """From `begin` on, which is where a line starts, or behind a dash."""
    if not units:
        raise TornError  # behind a key would be nothing: whoever empties a mapping takes its key away
    indent = _indent(text, node)
    usual = _above(text, node, 1)[1] if len(node.items) > 1 else None
    lines: list[str] = []
    for number, unit in enumerate(units):
        gap = (usual if unit.gap is None else unit.gap) if number else None
        lines += [*(gap or ()), *unit.lead, indent + unit.body, *unit.tail]
    made = "\n".join(lines)
    return made if node.begin < node.start or not indent else made.removeprefix(indent)


# In brackets


def _in_brackets(text: str, node: Sequence | Mapping, wanted: Wanted) -> str:
    parts = _parts(text, node, wanted)
    if not node.items:
        return text[node.start] + ", ".join(parts) + text[node.stop - 1]
    spaces = [
        text[node.start : node.starts[0]],
        *(text[one.stop : start] for one, start in zip(node.items, node.starts[1:], strict=False)),
        text[node.items[-1].stop : node.stop],
    ]
    if len(parts) != len(node.items) and any("#" in space for space in spaces):
        raise TornError
    head, *between, foot = spaces
    usual = between[0] if between else ", "
    glue = between if len(parts) == len(node.items) else [usual] * (len(parts) - 1)
    if not parts:
        return text[node.start] + text[node.stop - 1]
    return head + "".join(part + space for part, space in zip(parts, [*glue, foot], strict=True))


def _parts(text: str, node: Sequence | Mapping, wanted: Wanted) -> list[str]:
    """Each item, or key with its value, in order."""
    before = [text[start : one.stop] for start, one in zip(node.starts, node.items, strict=True)]
    if isinstance(node, Sequence) and isinstance(wanted, Items):
        return [_flow_item(text, node, before, one) for one in wanted.items]
    assert isinstance(node, Mapping)
    assert isinstance(wanted, Keys)
    if wanted.aside:
        raise TornError  # in brackets a comment would end the line
    parts = [
        before[at] if key.text not in wanted.changes else _flow_entry(text, node, at, value)
        for at, key in enumerate(node.keys)
        if (value := wanted.changes.get(key.text)) is not None or key.text not in wanted.changes
    ]
    known = {key.text for key in node.keys}
    names = ((key, value) for key, value in spelling.said(wanted) if key not in known)
    return [*parts, *(f"{spelling.name_of(key)}: {spelling.in_brackets(value)}" for key, value in names)]


def _flow_item(text: str, node: Sequence, before: list[str], one: Item) -> str:
    if one.origin is None:
        if one.wanted is None:
            raise TornError
        return spelling.in_brackets(one.wanted)
    if not 0 <= one.origin < len(before):
        raise TornError
    return before[one.origin] if one.wanted is None else _flow_value(text, node.items[one.origin], one.wanted)


def _flow_entry(text: str, node: Mapping, at: int, wanted: Wanted | None) -> str:
    assert wanted is not None
    key, value = node.keys[at], node.items[at]
    lead = text[key.start : value.start] if value.start < value.stop else f"{text[key.start : key.stop]}: "
    return lead + _flow_value(text, value, wanted)


def _flow_value(text: str, value: Tree, wanted: Wanted) -> str:
    return _written(text, value, wanted, flow=True) if _is_like(value, wanted) else spelling.in_brackets(wanted)


# What it says


def _says(tree: Tree, node: Tree | None = None, wanted: Wanted | None = None) -> Said:
    """All that a tree says, in order, with what is wanted in the place of a node."""
    if tree is node and wanted is not None:
        return _wanted(tree, wanted)
    if isinstance(tree, Scalar):
        return spelling.plain(tree).rstrip("\n")
    parts = [_says(one, node, wanted) for one in tree.items]
    return parts if isinstance(tree, Sequence) else dict(zip((key.text for key in tree.keys), parts, strict=True))


def _wanted(tree: Tree | None, wanted: Wanted) -> Said:
    if isinstance(wanted, str):
        return wanted.rstrip("\n")
    if isinstance(wanted, Items):
        before: tuple[Tree, ...] = tree.items if isinstance(tree, Sequence) else ()
        return [_one(before[item.origin] if item.origin is not None else None, item.wanted) for item in wanted.items]
    stood = dict(zip((key.text for key in tree.keys), tree.items, strict=True)) if isinstance(tree, Mapping) else {}
    kept = {key: _says(one) for key, one in stood.items() if key not in wanted.changes}
    return {**kept, **{key: _wanted(stood.get(key), one) for key, one in spelling.said(wanted)}}


def _one(tree: Tree | None, wanted: Wanted | None) -> Said:
    if wanted is not None:
        return _wanted(tree, wanted)
    return None if tree is None else _says(tree)
