"""What was measured once of a slide is not measured again: layout asks of the same texts on every rung of the ladder.

In: a function of a thing and a setting. Out: the same, which remembers with the setting what it made of which thing.
A thing is known by its identity, which costs nothing, and is kept as long, so that no other can come to have it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from deckgen.layout.setting import Setting

_Thing = TypeVar("_Thing")
_More = TypeVarTuple("_More")
_Made = TypeVar("_Made")


def remembered(work: Callable[[_Thing, Setting, *_More], _Made]) -> Callable[[_Thing, Setting, *_More], _Made]:
    """`work` must say the same of the same thing whenever it is asked; the rest of what it is given is compared."""

    @wraps(work)
    def found(thing: _Thing, setting: Setting, *more: *_More) -> _Made:
        key = (work, id(thing), setting.known_as, *more)
        memory = setting.memory
        known = memory.younger.get(key)
        if known is None:
            known = memory.keep(key, memory.older.get(key) or (thing, work(thing, setting, *more)))
        made: _Made = known[1]
        return made

    return found
