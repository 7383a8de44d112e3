"""What the page wants to be written. In: JSON that it sent. Out: what `edits` writes; None for anything else."""

from __future__ import annotations

from typing import Any, Final

from deckgen.edits.wanted import Item, Items, Keys, Wanted

DEEPEST: Final = 32
"""Levels, as many as a content file may have."""


class _StrangeError(Exception):
    pass


def wanted_of(told: Any) -> Wanted | None:
    """A text as it is; `{"keys": {key: …, key: null}, "order": [key], "aside": [key]}`, of which the last may be left
    out; `{"items": [[origin, …], [null, …]]}`."""
    try:
        return _wanted(told, 0)
    except _StrangeError:
        return None


def name_of(told: Any) -> tuple[str, str] | None:
    """What a slide is called, and what it is to be called: `{"from": id, "to": id}`."""
    match told:
        case {"from": str(old), "to": str(new)} if old and new:
            return old, new
        case _:
            return None


def _wanted(told: Any, depth: int) -> Wanted:
    match told:
        case str():
            return told.replace("\r\n", "\n")
        case {"keys": dict(keys), "order": list(order), **more} if depth < DEEPEST and more.keys() <= {"aside"}:
            aside = more.get("aside", [])
            if not isinstance(aside, list) or not all(isinstance(one, str) for one in (*order, *aside)):
                raise _StrangeError
            return Keys({key: _or_none(one, depth) for key, one in keys.items()}, tuple(order), tuple(aside))
        case {"items": list(items)} if depth < DEEPEST:
            return Items(tuple(_item(one, depth) for one in items))
        case _:
            raise _StrangeError


def _item(told: Any, depth: int) -> Item:
    match told:
        case [int() | None as origin, wanted]:
            return Item(origin, _or_none(wanted, depth))
        case _:
            raise _StrangeError


def _or_none(told: Any, depth: int) -> Wanted | None:
    return None if told is None else _wanted(told, depth + 1)
