"""In: the files in kinds/ and charts/, and entry points of other packages. Out: the registry of both, by name."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import deckgen.charts
import deckgen.kinds
from deckgen.entry_points import entry_points
from deckgen.model.chart_type import ChartType, Shows
from deckgen.model.kind import BrokenExtensionError, Kind, Purpose, Registry

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
        """Raises KeyError for a name that nobody has, BrokenExtensionError for one that cannot be used."""
        if name not in self._made:
            self._made[name] = self._own_one(name) if name in self._own else self._other(self._others()[name])
        return self._made[name]

    def _own_one(self, name: str) -> Noun:
        return self._make(name, importlib.import_module(f"{self._package}.{name}"))

    def _other(self, point: EntryPoint) -> Noun:
        """Code of another package: whatever it raises is that package's fault, and is told as such."""
        try:
            return self._make(point.name, point.load())
        except Exception as broken:
            package = point.dist.name if point.dist else point.value
            said = f"`{point.name}` of the package `{package}` cannot be used: {broken}"
            raise BrokenExtensionError(said) from broken

    def _others(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(self._package)}

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
    fields: type[Any] = module.Fields
    if not dataclasses.is_dataclass(fields) or not callable(module.compose):
        raise TypeError("a kind needs a dataclass `Fields` and a function `compose`")
    return Kind(
        name,
        _one_of(Purpose, "PURPOSE", module.PURPOSE),
        fields,
        module.EXAMPLE,
        module.compose,
        module.__doc__ or "",
        getattr(module, "check", None),
        _one_of(Shows, "SHOWS", module.SHOWS) if hasattr(module, "SHOWS") else None,
    )


def _chart(name: str, module: ModuleType) -> ChartType:
    if not callable(module.plot) or not callable(module.write):
        raise TypeError("a chart type needs the functions `plot` and `write`")
    return ChartType(
        name,
        _one_of(Shows, "SHOWS", module.SHOWS),
        module.plot,
        module.write,
        module.EXAMPLE,
        module.__doc__ or "",
        getattr(module, "label_room", None),
        getattr(module, "most_height", None),
    )


def _one_of(choices: Any, constant: str, said: Any) -> Any:
    """What a file declares of itself, where it is one of the words that rules know."""
    if said not in get_args(choices):
        raise ValueError(f"its {constant} is `{said}`, and must be one of: {', '.join(get_args(choices))}")
    return said
