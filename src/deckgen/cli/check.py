"""`deckgen check`: the rules over plan, frames and the written file, without writing it.

In: names of decks, codes of rules. Out: what was found, as lines, JSON or for GitHub.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

import deckgen
from deckgen.cli.completion import deck_names
from deckgen.cli.formats import github_lines, say_result
from deckgen.cli.options import (
    Command,
    common,
    end_with,
    format_option,
    in_color,
    language_option,
    progress,
    strict_option,
    template_option,
)
from deckgen.cli.telling import said, told
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.diagnostics.rendering import read_lines

_COUNTED: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}


@click.command(cls=Command)
@click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@common
@language_option
@template_option
@click.option("--select", metavar="CODE", multiple=True, help="Run this rule alone; may be given again.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave this rule out; may be given again.")
@format_option("github")
@strict_option
def check(names: tuple[str, ...], folder: Path, form: str, **options: Any) -> None:
    """Check the named decks, or all of them. Each rule has a page in docs/codes.

    \b
    deckgen check board --ignore six-bullets
    """
    result = deckgen.check(folder, decks=names, progress=progress, **options)
    progress("")
    if form == "json":
        say_result(result)
    elif form == "github":
        for line in github_lines(result.diagnostics):
            click.echo(line)
    else:
        _tell(result.diagnostics)
    end_with(result)


def _tell(diagnostics: Sequence[Diagnostic]) -> None:
    lines = functools.cache(read_lines)
    for one in told(diagnostics):
        click.echo(in_color(one, lines))
    counts = {noun: sum(one.severity == severity for one in diagnostics) for severity, noun in _COUNTED.items()}
    click.echo(", ".join(said(f"{count} {noun}{'' if count == 1 else 's'}") for noun, count in counts.items()))
