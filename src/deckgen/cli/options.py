"""In: what several commands have in common. Out: their options, and the printing of diagnostics."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

import click

from deckgen.cli.telling import Telling, said, told, worded
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.diagnostics.rendering import Lines, read_lines, rendered
from deckgen.result import Result, UsageError

F = TypeVar("F", bound=Callable[..., Any])

CONTENT_ERRORS: Final = 1
_COLORS: Final[dict[Severity, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}

CONTENT: Final = click.Path(exists=True, file_okay=False, path_type=Path)
content_option = click.option(
    "--content",
    "folder",
    type=CONTENT,
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
strict_option = click.option("--strict", is_flag=True, help="Take every warning for an error.")


language_option = click.option(
    "--language", default="", metavar="CODE", help="One of the project's languages, instead of its first."
)


def common(command: F) -> F:
    return content_option(brand_option(command))


def output_option(said: str, folder: str = "output") -> Callable[[F], F]:
    """The folder that files are written to."""
    path = click.Path(file_okay=False, path_type=Path)
    return click.option("--output", type=path, default=Path(folder), show_default=True, help=said)


def format_option(*others: str) -> Callable[[F], F]:
    """`--format`: for people or as JSON, and what `others` a command knows."""
    choice = click.Choice(("text", "json", *others))
    said = "For people, as JSON (docs/json.md), or as lines for GitHub." if others else "For people, or as JSON."
    return click.option("--format", "form", type=choice, default="text", show_default=True, help=said)


class Command(Telling):
    """A command that says of a name which nobody has that it was used wrongly."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as wrong:
            progress("")
            raise click.UsageError(said(str(wrong)), ctx) from wrong
        except click.UsageError as wrong:
            raise click.UsageError(said(wrong.message), ctx) from wrong


def end(result: Result, written: str = "nothing was written") -> NoReturn:
    """Print all diagnostics and how the command ended, where errors ended it."""
    show(result.diagnostics)
    errors = sum(one.severity == "error" for one in result.diagnostics)
    click.echo(said(f"{errors} error{'s' if errors != 1 else ''}; {written}."), err=True)
    raise SystemExit(CONTENT_ERRORS)


def end_with(result: Result) -> None:
    """End as a command that has printed its Result: with 1 where that has errors."""
    if not result.ok:
        raise SystemExit(CONTENT_ERRORS)


def show(diagnostics: Iterable[Diagnostic], notes: bool = False) -> None:
    """Print errors and warnings, and with `notes` what is only to be seen, to standard error."""
    progress("")
    lines = functools.cache(read_lines)
    for one in told(one for one in diagnostics if notes or one.severity != "info"):
        click.echo(in_color(one, lines), err=True)


def in_color(one: Diagnostic, lines: Lines) -> str:
    """A diagnostic for a terminal, its message in the colour of its severity."""
    head, *rest = rendered(one, lines, said)
    return "\n".join((click.style(head, fg=_COLORS[one.severity]), *rest))


def progress(doing: str) -> None:
    """Say what is being done, on a terminal only; an empty text clears the line, before any message."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r\x1b[K{worded(doing)}", nl=False, err=True)
