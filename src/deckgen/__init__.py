"""Structured content in YAML and data to branded, native, editable PowerPoint decks.

In: a content folder and a brand file. Out: a `Result` with files, diagnostics, plans and frames, and nothing printed:

    result = deckgen.build("content", decks=["board"], brand="assets/_brand.yml", output="output")

A program that builds again and again keeps a `Memory` and hands it to each call. Each function is in `deckgen.api`,
for whoever begins in `deckgen.beginning`, for templates in `deckgen.templates`, for many decks of one file in
`deckgen.batches`; these are imported when one of theirs
is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deckgen.api import (
        Memory,
        build,
        check,
        diff,
        load,
        messages_language,
        pictures,
        plan,
        trace_figures,
    )
    from deckgen.batches.calls import batch, batch_status, plan_batch
    from deckgen.beginning import (
        add_data,
        add_slide,
        draft_deck,
        find_icons,
        list_charts,
        list_data,
        list_kinds,
        new_project,
        write_schemas,
    )
    from deckgen.result import DeckResult, Result, UsageError
    from deckgen.templates import inspect_template, list_layouts, map_template, write_template

__version__ = "0.1.0"

__all__ = [
    "DeckResult",
    "Memory",
    "Result",
    "UsageError",
    "add_data",
    "add_slide",
    "batch",
    "batch_status",
    "build",
    "check",
    "diff",
    "draft_deck",
    "find_icons",
    "inspect_template",
    "list_charts",
    "list_data",
    "list_kinds",
    "list_layouts",
    "load",
    "map_template",
    "messages_language",
    "new_project",
    "pictures",
    "plan",
    "plan_batch",
    "trace_figures",
    "write_schemas",
    "write_template",
]

_ROOMS = {
    "batches.calls": ("batch", "batch_status", "plan_batch"),
    "beginning": (
        "add_data",
        "add_slide",
        "draft_deck",
        "find_icons",
        "list_charts",
        "list_data",
        "list_kinds",
        "new_project",
        "write_schemas",
    ),
    "templates": ("inspect_template", "list_layouts", "map_template", "write_template"),
}
"""Where each name is that is not in `api`."""
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'deckgen' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"deckgen.{_ROOM_OF.get(name, 'api')}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
