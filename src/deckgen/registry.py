"""In: the files in kinds/ and charts/, and entry points of other packages. Out: the registry of both, by name."""

from __future__ import annotations

import dataclasses
import functools
from types import ModuleType
from typing import Any

import deckgen.charts
import deckgen.kinds
from deckgen.extensions import Extensions, guarded
from deckgen.model.chart import Plot
from deckgen.model.kind import ChartType, Kind, Registry


@functools.cache
def registry() -> Registry:
    """Kinds and charts of the package, and those that other packages bring as entry points."""
    kinds = Extensions(deckgen.kinds, "deckgen.kinds", "kind", _kind)
    return Registry(kinds, Extensions(deckgen.charts, "deckgen.charts", "chart type", _chart))


def _kind(name: str, module: ModuleType, package: str) -> Kind:
    fields: type[Any] = module.Fields
    if not dataclasses.is_dataclass(fields) or not callable(module.compose):
        raise TypeError("a kind needs a dataclass `Fields` and a function `compose`")
    check, doc = getattr(module, "check", None), module.__doc__ or ""
    return Kind(name, fields, module.EXAMPLE, module.compose, doc, check, package)


def _chart(name: str, module: ModuleType, package: str) -> ChartType:
    plot = guarded(module.plot, Plot, "chart type", name, package, says=ValueError)
    return ChartType(name, plot, module.EXAMPLE, module.__doc__ or "", package)
