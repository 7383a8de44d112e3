"""The pages in `docs/kinds`: a page for each kind, of what `deckgen kinds NAME` says, in Markdown.

In: the registry. Out: file name → text. `--rewrite-golden` writes them; a test holds them against what is said now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.catalogue.pages import PURPOSES, SEEN, as_item, below, fields_of, headline, shape_words
from deckgen.content.shapes import EVERY
from deckgen.model.kind import Kind
from deckgen.nodes.keys import Key, ListOf
from deckgen.registry import registry

INDEX: Final = "README.md"
_HEAD: Final = ("| Field | What it says | What is written |", "|---|---|---|")


def pages() -> dict[str, str]:
    """File name → Markdown: the index, and a page for each kind."""
    kinds = registry().kinds
    return {INDEX: _index(kinds.values())} | {f"{name}.md": _page(kind) for name, kind in kinds.items()}


def field_table(keys: Iterable[Key]) -> Iterator[str]:
    """A table of fields: what each says, its type and limits, and whether it may be left out."""
    yield from _HEAD
    yield from _rows(keys, "")


def _rows(keys: Iterable[Key], path: str) -> Iterator[str]:
    for key in keys:
        needed = "" if key.required else ", optional"
        yield f"| `{path}{key.name}` | {key.doc} | {shape_words(key.shape)}{needed} |"
        listed = "[]" if isinstance(key.shape, ListOf) else ""
        yield from _rows(below(key.shape), f"{path}{key.name}{listed}.")


def _index(kinds: Iterable[Kind]) -> str:
    every = list(kinds)
    lines = [
        "# Kinds of slides",
        "",
        "What `deckgen kinds` lists, under what each is for; a page has its fields and an example to paste, as",
        "`deckgen kinds NAME` prints them. The [gallery](../gallery/README.md) shows what they look like.",
        "",
    ]
    for purpose, says in PURPOSES.items():
        own = [kind for kind in every if kind.purpose == purpose]
        lines += [f"## {says}", "", *(f"- [`{one.name}`]({one.name}.md): {headline(one)}" for one in own), ""]
    lines += ["## Fields of every slide", "", *field_table((*EVERY, SEEN)), ""]
    return "\n".join(lines)


def _page(kind: Kind) -> str:
    own = fields_of(kind)
    shown = kind.name.replace("_", "-")
    lines = [f"# `{kind.name}`", "", f"{PURPOSES[kind.purpose]}.", "", kind.doc.strip(), ""]
    lines += [f"[![{kind.name}](../gallery/pictures/{shown}-navigators-chamber.png)](../gallery/{shown}.md)", ""]
    lines += [*field_table(own), ""] if own else []
    lines += [f"[Fields of every slide]({INDEX}#fields-of-every-slide): title, minutes, notes and others.", ""]
    lines += _arrangements(kind)
    lines += ["Example, as an item of `slides:`", "", "```yaml", as_item(kind.example), "```", ""]
    return "\n".join([*lines, f"[All kinds]({INDEX})", ""])


def _arrangements(kind: Kind) -> list[str]:
    if not kind.arrangements:
        return []
    return [f"Arrangements: {', '.join(f'`{one}`' for one in kind.arrangements)}; what fits best is taken.", ""]
