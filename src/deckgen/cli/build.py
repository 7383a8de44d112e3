"""`deckgen build`: the decks, from content to .pptx.

In: names of decks. Out: what was written of them, as lines or JSON.
"""

from __future__ import annotations

import contextlib
import gc
from pathlib import Path
from typing import Any

import click

import deckgen
from deckgen.cli.completion import deck_names
from deckgen.cli.formats import github_lines, say_result
from deckgen.cli.options import (
    Command,
    common,
    end,
    end_with,
    format_option,
    language_option,
    output_option,
    progress,
    show,
    strict_option,
    template_option,
)
from deckgen.cli.telling import worded
from deckgen.diagnostics import Diagnostics
from deckgen.result import DeckResult, Result


@click.command(cls=Command)
@click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@common
@language_option
@template_option
@output_option("Folder for the decks.")
@click.option("--force", is_flag=True, help="Overwrite a deck that somebody edited since it was built.")
@strict_option
@click.option("--watch", is_flag=True, help="Build again after every save, until Ctrl-C (extra `preview`).")
@format_option("github")
def build(names: tuple[str, ...], folder: Path, form: str, watch: bool, **options: Any) -> None:
    """Build the named decks, or all of them.

    \b
    deckgen build board
    """
    if not watch:
        _tell(deckgen.build(folder, decks=names, progress=progress, **options), form)
    elif form != "text":
        raise click.UsageError("--watch is for people: leave --format out.")
    else:
        _watch(names, folder, **options)


def _watch(names: tuple[str, ...], folder: Path, **options: Any) -> None:
    from deckgen.live.watching import Watched, changes, has_extra

    found = Diagnostics()
    if not has_extra(folder, found):
        end(Result(tuple(found)))
    gc.enable()
    memory = deckgen.Memory()
    watched = Watched(folder, options["brand"], options["template"], options["output"])
    with contextlib.suppress(KeyboardInterrupt):
        for _ in changes(watched):
            result = deckgen.build(folder, decks=names, memory=memory, progress=progress, **options)
            with contextlib.suppress(SystemExit):  # errors end a build, and not the watching
                _tell(result, "text")
            progress("watching for changes")
    progress("")


def _tell(result: Result, form: str) -> None:
    """Print what came of a build, and end as it did."""
    progress("")
    if form == "json":
        say_result(result, files=[_record(name, deck) for name, deck in result.decks.items() if deck.file])
        end_with(result)
        return
    for line in github_lines(result.diagnostics) if form == "github" else ():
        click.echo(line)
    for deck in result.decks.values():
        if deck.file:
            click.echo(worded(_summary(deck.file, deck)))
    if form == "github":
        end_with(result)
    elif not result.ok:
        end(result, _written(result))
    else:
        show(result.diagnostics, notes=True)


def _written(result: Result) -> str:
    return f"{len(result.files)} of {len(result.decks)} decks written" if result.files else "nothing was written"


def _warnings(deck: DeckResult) -> int:
    return sum(one.severity == "warning" for one in deck.diagnostics)


def _summary(file: Path, deck: DeckResult) -> str:
    slides, minutes, warnings = len(deck.frames.frames), f"{deck.plan.minutes.normalize():f}", _warnings(deck)
    counted = "1 warning" if warnings == 1 else f"{warnings} warnings"
    return f"{file.as_posix()}: {slides} slides, {minutes} minutes, {counted}"


def _record(name: str, deck: DeckResult) -> dict[str, Any]:
    return {
        "deck": name,
        "file": deck.file.as_posix() if deck.file else None,
        "audience": deck.plan.audience,
        "slides": len(deck.frames.frames),
        "minutes": float(deck.plan.minutes),
        "warnings": _warnings(deck),
    }
