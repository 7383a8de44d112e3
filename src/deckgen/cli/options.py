"""In: what several commands have in common. Out: their options, loading, and the printing of diagnostics."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics

F = TypeVar("F", bound=Callable[..., Any])

CONTENT_ERRORS = 1

content_option = click.option(
    "--content",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="Folder with the content.",
)
brand_option = click.option(
    "--brand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("assets/_brand.yml"),
    show_default=True,
    help="The brand file.",
)


def common(command: F) -> F:
    return content_option(brand_option(command))


def load(folder: Path, brand: Path, found: Diagnostics) -> pipeline.Loaded:
    """Load the content, or print what is wrong with it and end."""
    loaded = pipeline.load(folder, brand, found)
    if loaded is None or found.has_errors:
        show(found)
        raise SystemExit(CONTENT_ERRORS)
    return loaded


def check_names(names: tuple[str, ...], known: list[str]) -> None:
    """Refuse a deck that does not exist, with the nearest one that does."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            meant = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"There is no deck '{name}': {', '.join(known)}.{meant}")


def hardened(found: Diagnostics) -> Diagnostics:
    """The same with every warning as an error."""
    strict = Diagnostics()
    for one in found:
        strict.add(replace(one, severity="error") if one.severity == "warning" else one)
    return strict


def show(found: Diagnostics) -> None:
    """Print errors and warnings and a closing count, to standard error."""
    errors = sum(one.severity == "error" for one in found)
    for one in (one for one in found if one.severity != "info"):
        color = "red" if one.severity == "error" else "yellow"
        head, _, rest = str(one).partition("\n")
        click.echo(click.style(head, fg=color) + (f"\n{rest}" if rest else ""), err=True)
    if errors:
        click.echo(f"{errors} error{'s' if errors != 1 else ''}; nothing was written.", err=True)
