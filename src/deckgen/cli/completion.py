"""What a shell completes. In: what was typed of a name. Out: the names that begin so; none where none are known."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

import deckgen


def deck_names(context: click.Context, _: click.Parameter, typed: str) -> list[str]:
    """Decks of the content folder that the command line names, by their files."""
    folder = Path(context.params.get("folder") or "content") / "decks"
    return _beginning(typed, (path.stem for path in folder.glob("*.y*ml")))


def kind_names(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Kinds of slides that are installed."""
    return _beginning(typed, (one.name for one in deckgen.list_kinds().kinds))


def chart_names(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Chart types that are installed."""
    return _beginning(typed, (one.name for one in deckgen.list_charts().charts))


def _beginning(typed: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(typed))
