"""In: the files in kinds/ and charts/, and entry points of other packages. Out: the registry of both, by name."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

import deckgen.charts
import deckgen.kinds
from deckgen.model.kind import ChartType, Kind, Registry

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Noun = TypeVar("Noun")


class Found(Mapping[str, Noun]):
    """Kinds or chart types by the names of their files, imported when they are first asked for.

    A name that the package does not have may be an entry point of another package; looking there costs a scan of all
    that is installed, so it is done for such a name alone, and when all are listed.
    """

    def __init__(self, package: ModuleType, make: Callable[[str, ModuleType], Noun]) -> None:
        self._package = package.__name__
        self._make: Callable[[str, ModuleType], Noun] = make
        self._own = tuple(found.name for found in pkgutil.iter_modules(package.__path__))
        self._made: dict[str, Noun] = {}

    def __getitem__(self, name: str) -> Noun:
        if name not in self._made:
            self._made[name] = self._make(name, self._module(name))
        return self._made[name]

    def _module(self, name: str) -> ModuleType:
        if name in self._own:
            return importlib.import_module(f"{self._package}.{name}")
        module: ModuleType = self._others()[name].load()
        return module

    def _others(self) -> dict[str, EntryPoint]:
        from importlib.metadata import entry_points

        return {point.name: point for point in entry_points(group=self._package)}

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._others()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._own, *self._others()}))

    def __len__(self) -> int:
        return len(list(iter(self)))


@functools.cache
def registry() -> Registry:
    """Kinds and charts of the package, and those that other packages bring as entry points."""
    return Registry(Found(deckgen.kinds, _kind), Found(deckgen.charts, _chart))


def _kind(name: str, module: ModuleType) -> Kind:
    return Kind(name, module.Fields, module.EXAMPLE, module.compose, module.__doc__ or "")


def _chart(name: str, module: ModuleType) -> ChartType:
    return ChartType(name, module.plot, module.EXAMPLE, module.__doc__ or "")
