"""Kinds, chart types and forms of drawing by name.

In: the files in kinds/, charts/ and drawings/forms/, and entry points of other packages. Out: the registry of them.
"""

from __future__ import annotations

import dataclasses
import functools
from types import ModuleType
from typing import Any, get_args

import deckgen.charts
import deckgen.drawings.forms
import deckgen.kinds
from deckgen.extensions import Extensions, guarded
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_type import ChartOption, ChartType, LabelRoom, Shows
from deckgen.model.drawing import DrawingForm, DrawingOption
from deckgen.model.kind import Kind, Purpose, Registry
from deckgen.model.theme import Ground


@functools.cache
def registry() -> Registry:
    """Kinds, charts and drawings of the package, and kinds and charts that others bring as entry points."""
    kinds = Extensions(deckgen.kinds, "deckgen.kinds", "kind", _kind)
    charts = Extensions(deckgen.charts, "deckgen.charts", "chart type", _chart)
    return Registry(kinds, charts, Extensions(deckgen.drawings.forms, "", "form of drawing", _drawing))


def _kind(name: str, module: ModuleType, package: str) -> Kind:
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
        _one_of(Ground, "GROUND", getattr(module, "GROUND", "white")),
        package,
        tuple(getattr(module, "ARRANGEMENTS", ())),
    )


def _chart(name: str, module: ModuleType, package: str) -> ChartType:
    if not callable(module.plot) or not callable(module.write):
        raise TypeError("a chart type needs the functions `plot` and `write`")
    whose = ("chart type", name, package)
    room, height = getattr(module, "label_room", None), getattr(module, "most_height", None)
    settle, marks, draw, hole = (getattr(module, name, None) for name in ("settle", "marks", "draw", "hole"))
    return ChartType(
        name,
        _one_of(Shows, "SHOWS", module.SHOWS),
        guarded(module.plot, (Plot,), *whose, says=ValueError),
        guarded(module.write, (str,), *whose),
        module.EXAMPLE,
        module.__doc__ or "",
        room and guarded(room, (LabelRoom,), *whose),
        height and guarded(height, (float, int), *whose),
        settle and guarded(settle, (Plot,), *whose),
        marks and guarded(marks, (tuple,), *whose),
        draw and guarded(draw, (tuple,), *whose),
        frozenset(_one_of(ChartOption, "TAKES", option) for option in getattr(module, "TAKES", ())),
        bool(getattr(module, "WHOLE_ROWS", module.SHOWS == "parts of several wholes")),
        getattr(module, "LEVELS_OF", None),
        hole and guarded(hole, (Rect,), *whose),
    )


def _drawing(name: str, module: ModuleType, package: str) -> DrawingForm:
    takes = frozenset(_one_of(DrawingOption, "TAKES", option) for option in getattr(module, "TAKES", ()))
    return DrawingForm(name, module.check, module.draw, module.EXAMPLE, module.__doc__ or "", takes)


def _one_of(choices: Any, constant: str, said: Any) -> Any:
    """What a file declares of itself, where it is one of the words that rules know."""
    if said not in get_args(choices):
        raise ValueError(f"its {constant} is `{said}`, and must be one of: {', '.join(get_args(choices))}")
    return said
