"""A list in which one item was edited, and only that is read again.

In: a file's text as it is now and as it was read before. Out: the node that the whole text would be read as; None
where that cannot be told from the item alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.nodes.node import Mapping, Node, Sequence
from deckgen.nodes.reader import MAX_ITEMS, read_text

_BEGINS: Final = re.compile("( *)- (?=[^ ])")


def with_item(text: str, before: str, node: Node, shown: str) -> Node | None:
    """`node` is what `before` was read as, without a word to say of it; no line may have come or gone since."""
    listed = node.entries[-1][1] if isinstance(node, Mapping) and node.entries else None
    lines, old = text.split("\n"), before.split("\n")
    if not isinstance(node, Mapping) or not isinstance(listed, Sequence) or len(lines) != len(old):
        return None
    changed = [at for at, (line, was) in enumerate(zip(lines, old, strict=True)) if line != was]
    starts = _starts(listed, old)
    at = bisect_right(starts, changed[0]) - 1 if starts and changed else -1
    end = starts[at + 1] if at + 1 < len(starts) else len(lines)
    if at < 0 or changed[-1] >= end or len(text) > MAX_ITEMS:
        return None
    item = _read(lines, starts[at], end, old[starts[at]], shown)
    if item is None:
        return None
    whole = Sequence((*listed.items[:at], item, *listed.items[at + 1 :]), listed.span)
    return Mapping((*node.entries[:-1], (node.entries[-1][0], whole)), node.span)


def _starts(listed: Sequence, lines: list[str]) -> list[int]:
    """The lines at which items begin; none where one begins otherwise than with `- ` and what it says."""
    starts = [item.span.line - 1 for item in listed.items]
    indents = {found[1] if (found := _BEGINS.match(lines[at])) else None for at in starts}
    return starts if len(set(starts)) == len(starts) and len(indents) == 1 and None not in indents else []


def _read(lines: list[str], start: int, end: int, began: str, shown: str) -> Node | None:
    """One item, read where it stands: nothing but empty lines is above it, and another item behind it if one was."""
    begins = _BEGINS.match(began)
    if begins is None or not lines[start].startswith(begins[0]):
        return None
    behind = [f"{begins[0]}next"] if end < len(lines) else []
    found = Diagnostics()
    node = read_text("\n".join([*[""] * start, *lines[start:end], *behind]), shown, found)
    if len(found) or not isinstance(node, Sequence) or len(node.items) != 1 + len(behind):
        return None
    return node.items[0]
