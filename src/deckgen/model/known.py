"""What was made of things before, kept from one run to the next: nothing is made again of what did not change.

In: a thing, and how something is made of it. Out: what was made of the same thing before, else what is made now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Made = TypeVar("_Made")
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Known(Generic[_Made]):
    """A thing is known by its identity, which costs nothing, and is kept, so that no other can come to have it."""

    def __init__(self) -> None:
        self._with: tuple[object, ...] = ()
        self._known: dict[tuple[Hashable, ...], tuple[object, _Made]] = {}
        self._met: dict[tuple[Hashable, ...], tuple[object, _Made]] = {}

    def begin(self, *made_with: object) -> None:
        """Begin a run: what was not met in the one before is forgotten.

        `made_with`: all else that is used, compared by value; with another than before nothing is known.
        """
        self._known = self._met if made_with == self._with else {}
        self._with, self._met = made_with, {}

    def made(self, thing: object, make: Callable[[], _Made], *more: Hashable) -> _Made:
        """What `make` makes of the thing; `more` is what else it uses that is not the same for all things."""
        key = (id(thing), *more)
        found = self._met[key] = self._met.get(key) or self._known.get(key) or (thing, make())
        return found[1]


class Recent(Generic[_Key, _Value]):
    """What was met lately, on two shelves of so many things: when the younger is full, what is on the older goes."""

    __slots__ = ("_most", "older", "younger")

    def __init__(self, most: int) -> None:
        self._most = most
        self.younger: dict[_Key, _Value] = {}
        self.older: dict[_Key, _Value] = {}

    def keep(self, key: _Key, value: _Value) -> _Value:
        """Put a thing on the younger shelf."""
        if len(self.younger) >= self._most:
            self.turn()
        self.younger[key] = value
        return value

    def turn(self) -> None:
        """What is not met again from now on goes with the next turn."""
        self.younger, self.older = {}, self.younger

    def met(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """What is kept by that key, else what is made now."""
        found = self.younger.get(key)
        if found is None:
            found = self.older.get(key)
            return self.keep(key, make() if found is None else found)
        return found


class Held:
    """A part of what something is made with, in a key: compared by value, since its value may have no hash."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: object) -> None:
        self.name, self.value = name, value

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Held) or self.name != other.name:
            return False
        return self.value is other.value or self.value == other.value
