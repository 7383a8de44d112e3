"""The decks of a batch, listed. In: the plans of all members' decks. Out: lines of JSON, and entries read of them.

The first line says what all of them rest on, each other line one deck: whose it is, its file and its digest, and what
is not told in it, because too few have answered or because it would give away what is not told to others.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

from deckgen.batches.digests import DeckDigests
from deckgen.content.each_member import DeckForEach
from deckgen.diagnostics import Diagnostics
from deckgen.model.batch import Entry, Task
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.members import Member
from deckgen.nodes.grammar import slug
from deckgen.pipeline import Loaded, plan_members

FILE: Final = "manifest.jsonl"
FORM: Final = 2
_TASK: Final = ("deck", "member", "name", "file", "digest")
MOST: Final = 40
"""As many letters of a key and of a name are in the name of a file: systems and stores have their limits."""


def entries(
    loaded: Loaded, around: str, rests_on: str, laid_out: Mapping[str, Container[str]], diagnostics: Diagnostics
) -> Iterator[Entry]:
    """An entry for each member of each deck, in the order of the content; what is wrong with members names these.

    `around` and `rests_on` are the digests of what is no content, and of the batch. `laid_out` has, by the name of
    the deck, the members whose decks are set to know that all of it fits, where it is not those of all.
    """
    digests = DeckDigests(loaded, around, rests_on)
    for name in sorted(loaded.for_each):
        deck = loaded.for_each[name]
        files = _files(deck, loaded.suffix)
        for planned in plan_members(loaded, deck, diagnostics, laid_out.get(name)):
            member = planned.member
            task = Task(name, member.key, member.name, files[member.key], "")
            task = replace(task, digest=digests.of(task, planned))
            yield Entry(task, _hidden(deck, member), planned.left_out)


def _files(deck: DeckForEach, suffix: str) -> dict[str, str]:
    """The name of each member's file by the member's key, no two of which are the same on any system."""
    taken: set[str] = set()
    named = {}
    for member in deck.members:
        stem = "-".join(filter(None, (slug(member.key)[:MOST], slug(member.name)[:MOST]))) or "member"
        free, more = stem, 2
        while free in taken:
            free, more = f"{stem}-{more}", more + 1
        taken.add(free)
        named[member.key] = f"{deck.name}/{free}{suffix}.pptx"
    return named


def _hidden(deck: DeckForEach, member: Member) -> tuple[str, ...]:
    """The cells that a member's deck would show and that are not told of it."""
    own = deck.parts.members.get(member.key, {})
    used = {use.name.partition(".")[2] for use in deck.uses if use.is_table} | deck.tables_counted
    return tuple(
        f"{name}/{row.key}" for name, table in own.items() if name in used for row in table.rows if row.hidden
    )


def line(entry: Entry) -> dict[str, Any]:
    """What the manifest says of a deck."""
    named = {key: getattr(entry.task, key) for key in _TASK}
    return {**named, "hidden": list(entry.hidden), "left_out": list(entry.left_out)}


def written(rests_on: str, listed: Iterable[Entry]) -> bytes:
    lines = [{"form": FORM, "rests_on": rests_on}, *map(line, listed)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def read(data: bytes | None, rests_on: str) -> list[Entry] | None:
    """The entries of a manifest; None where it is none, or lists the decks of something else than there is now."""
    try:
        head, *lines = map(json.loads, filter(None, (data or b"").split(b"\n")))
        if (head["form"], head["rests_on"]) != (FORM, rests_on):
            return None
        return [_entry(one) for one in lines]
    except (ValueError, LookupError, TypeError):
        return None


def _entry(line: dict[str, Any]) -> Entry:
    return Entry(Task(*(line[key] for key in _TASK)), tuple(line["hidden"]), tuple(line["left_out"]))
