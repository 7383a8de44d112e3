"""In: what several commands have in common. Out: their options, loading, and the printing of diagnostics."""

from __future__ import annotations

import difflib
import functools
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

import click

from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.diagnostics.rendering import Lines, read_lines, rendered

F = TypeVar("F", bound=Callable[..., Any])

CONTENT_ERRORS = 1
_COLORS: Final[dict[Severity, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}

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


template_option = click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A client's template (.pptx or .potx) to build on, instead of the brand's own.",
)


def common(command: F) -> F:
    return content_option(brand_option(command))


def load(folder: Path, brand: Path, diagnostics: Diagnostics, template: Path | None = None) -> pipeline.Loaded:
    """Load the content; it may have errors. End where they leave nothing to go on with."""
    progress("reading content")
    loaded = pipeline.load(folder, brand, diagnostics, template)
    if loaded is None:
        end(diagnostics)
    return loaded


def check_names(names: tuple[str, ...], known: list[str]) -> None:
    """Refuse a deck that does not exist, with the nearest one that does."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            meant = f" Did you mean '{near[0]}'?" if near else ""
            progress("")
            raise click.UsageError(f"There is no deck '{name}': {', '.join(known)}.{meant}")


def check_any(loaded: pipeline.Loaded, diagnostics: Diagnostics) -> None:
    """Report a content folder without a deck."""
    if not loaded.decks:
        diagnostics.error("no-deck", "the content has no deck", Span(loaded.folder), "write decks/name.yaml")


def hardened(diagnostics: Diagnostics) -> Diagnostics:
    """The same with every warning as an error."""
    strict = Diagnostics()
    for one in diagnostics:
        strict.add(replace(one, severity="error") if one.severity == "warning" else one)
    return strict


def check_rest(loaded: pipeline.Loaded, names: tuple[str, ...], diagnostics: Diagnostics) -> NoReturn:
    """Report the content's errors with those of the slides that were read well, and end.

    A deck that is not known is not reported: its own file may be what could not be read.
    """
    for name in names or tuple(loaded.decks):
        if name in loaded.decks:
            progress(f"{name}: checking")
            pipeline.check_deck(loaded, name, diagnostics)
    end(diagnostics)


def end(diagnostics: Diagnostics, written: str = "nothing was written") -> NoReturn:
    """Print all diagnostics and how the command ended, where errors ended it."""
    show(diagnostics)
    errors = sum(one.severity == "error" for one in diagnostics)
    click.echo(f"{errors} error{'s' if errors != 1 else ''}; {written}.", err=True)
    raise SystemExit(CONTENT_ERRORS)


def show(diagnostics: Diagnostics) -> None:
    """Print errors and warnings, to standard error."""
    progress("")
    lines = functools.cache(read_lines)
    for one in (one for one in diagnostics if one.severity != "info"):
        click.echo(in_color(one, lines), err=True)


def in_color(one: Diagnostic, lines: Lines) -> str:
    """A diagnostic for a terminal, its message in the colour of its severity."""
    head, *rest = rendered(one, lines)
    return "\n".join((click.style(head, fg=_COLORS[one.severity]), *rest))


def progress(doing: str) -> None:
    """Say what is being done, on a terminal only; an empty text clears the line, before any message."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{doing}", nl=False, err=True)
