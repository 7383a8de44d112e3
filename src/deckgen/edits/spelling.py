"""How a value is written. In: what it is to say, what stood there. Out: YAML as people write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from deckgen.edits.tree import BLOCKS, LOADERS, Scalar, TornError, tree_of
from deckgen.edits.wanted import Items, Keys, Wanted

_NARROWEST: Final = 60
"""Characters of a line that a folded text is not wrapped below."""
_WIDEST: Final = 118
"""Characters of a line, beyond which a new text is folded."""
_NOTHING: Final = ("", "~", "null")
"""What others than our reader take for no value."""
STEP: Final = "  "


def quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def like(before: str, style: str, value: str, *, flow: bool) -> str:
    """A value in the quoting of what stood there, where it can be said in that."""
    ways = {"": value, "'": "'" + value.replace("'", "''") + "'", '"': quoted(value)}
    written = _block(before, style, value) if style in BLOCKS else ways[style]
    return written if written and _says(written, value, flow) else quoted(value)


def fresh(value: str, inside: str, *, flow: bool) -> str:
    """A new value; `inside` is the indent of the lines below it."""
    is_long = len(inside) + len(value) > _WIDEST or "\n" in value
    if is_long and not flow and value == value.strip() and _says(folded := _folded(value, inside), value, flow):
        return folded
    return value if value.casefold() not in _NOTHING and _says(value, value, flow) else quoted(value)


def entry(key: str, wanted: Wanted, indent: str) -> str:
    """A key with its value, in lines as far in as `indent`; the first begins without it."""
    inside = indent + STEP
    if isinstance(wanted, str):
        return f"{key}: {fresh(wanted, inside, flow=False)}"
    below = _lines(wanted, inside)
    return f"{key}:\n{inside}{below}" if below else f"{key}: {in_brackets(wanted)}"


def item(wanted: Wanted, indent: str) -> str:
    """An item of a list with its dash, in lines as far in as `indent`; the first begins without it."""
    if isinstance(wanted, str):
        return f"- {fresh(wanted, indent + STEP, flow=False)}"
    below = _lines(wanted, indent + STEP)
    return f"- {below}" if below and isinstance(wanted, Keys) else f"- {in_brackets(wanted)}"


def in_brackets(wanted: Wanted) -> str:
    """A value on one line, as it stands in brackets."""
    if isinstance(wanted, str):
        return fresh(wanted, "", flow=True)
    if isinstance(wanted, Keys):
        return f"{{{', '.join(f'{name_of(key)}: {in_brackets(one)}' for key, one in said(wanted))}}}"
    return f"[{', '.join(in_brackets(one) for one in new(wanted))}]"


def said(wanted: Keys) -> Iterator[tuple[str, Wanted]]:
    """The keys that are to be there, in their order."""
    known = {key: at for at, key in enumerate(wanted.order)}
    for key in sorted(wanted.changes, key=lambda one: known.get(one, len(known))):
        value = wanted.changes[key]
        if value is not None:
            yield key, value


def new(wanted: Items) -> Iterator[Wanted]:
    """The items of a list that is new."""
    return (one.wanted for one in wanted.items if one.wanted is not None)


def name_of(key: str) -> str:
    return fresh(key, "", flow=True)


def _lines(wanted: Keys | Items, indent: str) -> str:
    parts = (
        [entry(name_of(key), value, indent) for key, value in said(wanted)]
        if isinstance(wanted, Keys)
        else [item(one, indent) for one in new(wanted)]
    )
    return f"\n{indent}".join(parts)


def _says(written: str, value: str, flow: bool) -> bool:
    """Whether what is written is read as the value, by either reader."""
    try:
        read = [tree_of(f"{{k: {written}}}" if flow else f"k: {written}", loader) for loader in LOADERS]
    except TornError:
        return False
    values = [one.items[0] for one in read if not isinstance(one, Scalar) and len(one.items) == 1]
    return len(values) == len(LOADERS) and all(
        isinstance(one, Scalar) and plain(one) == (value.rstrip("\n") if one.style in BLOCKS else value)
        for one in values
    )


def plain(value: Scalar) -> str:
    """What a value says, however many lines end a block."""
    return value.text.rstrip("\n") if value.style in BLOCKS else value.text


def _block(before: str, style: str, value: str) -> str:
    """The lines of a block, as far in as they were."""
    head, *lines = before.split("\n")
    written = [line for line in lines if line.strip()]
    inside = " " * min((len(line) - len(line.lstrip(" ")) for line in written), default=0)
    width = max([_NARROWEST, *map(len, written)]) - len(inside)
    if style == "|":
        return "\n".join([head, *(f"{inside}{line}" if line else "" for line in value.split("\n"))])
    return _folded(value, inside, head, width)


def _folded(value: str, inside: str, head: str = ">", width: int = 0) -> str:
    """Paragraphs, each wrapped, with a blank line between two."""
    width = width or max(_NARROWEST, _WIDEST - len(inside))
    lines = [line for part in value.split("\n") for line in (*_wrapped(part, width), "")][:-1]
    return "\n".join([head, *(f"{inside}{line}" if line else "" for line in lines)])


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Lines of at most that width, where words allow; two spaces in a row would not come back from a break."""
    line = ""
    for word in [paragraph] if re.search("  ", paragraph) else paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
