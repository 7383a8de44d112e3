"""The decks of a batch, listed. In: content with its members, and the digest of all. Out: a line of JSON for each.

The first line says what all of them rest on, each other line one deck: whose it is, its file and its digest, and what
is not told in it, because too few have answered or because it would give away what is not told to others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from deckgen.batches.digests import of_deck
from deckgen.content.each_member import DeckForEach
from deckgen.model.batch import Entry, Task
from deckgen.model.members import Member
from deckgen.nodes.grammar import slug
from deckgen.pipeline import Loaded

FILE: Final = "manifest.jsonl"
FORM: Final = 1
MOST: Final = 40
"""As many letters of a key and of a name are in the name of a file: systems and stores have their limits."""


def tasks(loaded: Loaded, rests_on: str, decks: Iterable[str]) -> list[Task]:
    """A task for each member of each deck, in the order of the content."""
    return [
        Task(deck.name, member.key, member.name, file, of_deck(rests_on, deck.name, member.key))
        for deck in (loaded.for_each[name] for name in decks)
        for member, file in _files(deck, loaded.suffix)
    ]


def _files(deck: DeckForEach, suffix: str) -> list[tuple[Member, str]]:
    """Each member with the name of its file, no two of which are the same on any system."""
    taken: set[str] = set()
    named = []
    for member in deck.members:
        stem = "-".join(filter(None, (slug(member.key)[:MOST], slug(member.name)[:MOST]))) or "member"
        free, more = stem, 2
        while free in taken:
            free, more = f"{stem}-{more}", more + 1
        taken.add(free)
        named.append((member, f"{deck.name}/{free}{suffix}.pptx"))
    return named


def entry(deck: DeckForEach, task: Task, left_out: tuple[str, ...]) -> Entry:
    """A task with what its deck does not tell."""
    own = deck.parts.members.get(task.member, {})
    used = {use.name.partition(".")[2] for use in deck.uses if use.is_table} | deck.tables_counted
    hidden = (f"{name}/{row.key}" for name, table in own.items() if name in used for row in table.rows if row.hidden)
    return Entry(task, tuple(hidden), left_out)


def line(entry: Entry) -> dict[str, Any]:
    """What the manifest says of a deck."""
    task = entry.task
    named = {"deck": task.deck, "member": task.member, "name": task.name, "file": task.file}
    return {**named, "digest": task.digest, "hidden": list(entry.hidden), "left_out": list(entry.left_out)}


def written(rests_on: str, listed: Iterable[Entry]) -> bytes:
    lines = [{"form": FORM, "rests_on": rests_on}, *map(line, listed)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def is_of(data: bytes | None, rests_on: str) -> bool:
    """Whether a manifest lists the decks of what there is now."""
    try:
        head = json.loads((data or b"").partition(b"\n")[0])
    except ValueError:
        return False
    return isinstance(head, dict) and head.get("form") == FORM and head.get("rests_on") == rests_on
