"""What the files of a room and the entry points of other packages bring.

In: a room such as `deckgen.kinds`, and a group of entry points. Out: what each file or entry point declares, by its
name; what another package brings and cannot be used is told as that package's fault.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from deckgen.entry_points import entry_points

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Noun = TypeVar("Noun")
Given = ParamSpec("Given")
Made = TypeVar("Made")

HINT: Final = "mend or remove that package"


class BrokenExtensionError(Exception):
    """What another package brings cannot be used; the message names the package."""


class Extensions(Mapping[str, Noun]):
    """The kinds, say, by the names of their files, imported when they are first asked for.

    A name that the room does not have may be an entry point of another package; looking there costs a scan of all
    that is installed, so it is done for such a name alone, and when all are listed.
    """

    def __init__(self, room: ModuleType, group: str, noun: str, make: Callable[[str, ModuleType, str], Noun]) -> None:
        """`make` is given a name, the module, and the package that brings it (empty: our own).

        Without a `group`, nothing of other packages is looked for.
        """
        self._room, self._group, self._noun = room.__name__, group, noun
        self._make: Callable[[str, ModuleType, str], Noun] = make
        self.own: Final = tuple(found.name for found in pkgutil.iter_modules(room.__path__))
        self._made: dict[str, Noun] = {}

    def __getitem__(self, name: str) -> Noun:
        """Raises KeyError for a name that nobody has, BrokenExtensionError for one that cannot be used."""
        if name not in self._made:
            self._made[name] = self._own_one(name) if name in self.own else self._other(self._others()[name])
        return self._made[name]

    def _own_one(self, name: str) -> Noun:
        return self._make(name, importlib.import_module(f"{self._room}.{name}"), "")

    def _other(self, point: EntryPoint) -> Noun:
        """Code of another package: whatever it raises is that package's fault, and is told as such."""
        package = package_of(point)
        try:
            return self._make(point.name, point.load(), package)
        except Exception as problem:
            raise BrokenExtensionError(told(self._noun, point.name, package, problem)) from problem

    def _others(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(self._group)} if self._group else {}

    def __contains__(self, name: object) -> bool:
        return name in self.own or name in self._others()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self.own, *self._others()}))

    def __len__(self) -> int:
        return len(list(iter(self)))


def guarded(
    call: Callable[Given, Made],
    gives: tuple[type, ...],
    noun: str,
    name: str,
    package: str,
    says: type[Exception] | None = None,
) -> Callable[Given, Made]:
    """A function of another package, which raises BrokenExtensionError for whatever goes wrong in it.

    `gives` are the types that it may return; an exception of the type `says` is what it may raise, and goes through.
    """

    @functools.wraps(call)
    def asked(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        try:
            made = call(*args, **kwargs)
        except Exception as problem:
            if says and isinstance(problem, says):
                raise
            raise BrokenExtensionError(told(noun, name, package, problem)) from problem
        if not isinstance(made, gives):
            raise BrokenExtensionError(told(noun, name, package, f"it gives no {gives[0].__name__}"))
        return made

    return asked if package else call


def package_of(point: EntryPoint) -> str:
    """The name of the package that brings an entry point."""
    return point.dist.name if point.dist else point.value


def told(noun: str, name: str, package: str, problem: Exception | str) -> str:
    """One sentence: what cannot be used, whose it is, and why."""
    why = str(problem) or type(problem).__name__
    return f"the {noun} `{name}` of the package `{package}` cannot be used: {why}"
