"""`deckgen batch`: a deck for each member, planned, made and looked after.

In: names of decks with `for-each:`. Out: lines of JSON on standard output, one for each deck; the rest is for people.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

import deckgen
from deckgen.batches import manifest
from deckgen.batches.records import line
from deckgen.cli.completion import deck_names
from deckgen.cli.options import (
    Command,
    common,
    end,
    language_option,
    progress,
    show,
    strict_option,
    template_option,
)
from deckgen.cli.telling import Group, said
from deckgen.model.batch import Outcome
from deckgen.result import Batch, Result

F = TypeVar("F", bound=Callable[..., Any])


def _of_a_batch(command: F) -> F:
    """What every command of a batch takes: decks, where their content lies, and where they go."""
    place = "A folder, or a URL: s3://bucket/decks."
    output = click.option("--output", default="output", show_default=True, metavar="PLACE", help=place)
    names = click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
    return names(common(language_option(template_option(output(command)))))


@click.group(cls=Group)
def batch() -> None:
    """Make a deck for each member of decks with `for-each:`.

    \b
    deckgen batch run --jobs 2
    """


@batch.command(cls=Command)
@_of_a_batch
def plan(names: tuple[str, ...], folder: Path, **options: Any) -> None:
    """Lay out the deck of every member and write the manifest: who gets which deck, and what is not told in it.

    \b
    deckgen batch plan
    """
    result = deckgen.plan_batch(folder, decks=names, progress=progress, **options)
    progress("")
    for entry in result.batch.planned if result.batch else ():
        _say(manifest.line(entry))
    _end(result)


@batch.command(cls=Command)
@_of_a_batch
@click.option("--jobs", type=click.IntRange(0), default=1, show_default=True, help="How many processes make decks.")
@click.option("--shard", default="", metavar="I/N", help="One part of N alone: 2/5 is the second of five.")
@click.option("--only", multiple=True, metavar="KEY", help="The deck of this member alone; may be repeated.")
@click.option("--engine", type=click.Choice(("local", "ray")), default="local", show_default=True, help="Who works.")
@click.option("--force", is_flag=True, help="Overwrite decks that somebody edited since they were built.")
@strict_option
def run(names: tuple[str, ...], folder: Path, **options: Any) -> None:
    """Make every deck that is missing, failed or stale, and print a line of JSON for each.

    \b
    deckgen batch run --jobs 2 --only 101 --only 147
    """
    gc.enable()  # a batch is no short pass: what one deck leaves behind would add up
    telling = _Telling()
    result = deckgen.batch(folder, decks=names, each=telling.tell, progress=progress, **options)
    progress("")
    if result.batch:
        click.echo(said(_counted(result.batch, len(result.files))), err=True)
    _end(result)


@batch.command(cls=Command)
@_of_a_batch
@strict_option
def status(names: tuple[str, ...], folder: Path, **options: Any) -> None:
    """Say of each deck whether it is done, stale, missing or failed, and why.

    \b
    deckgen batch status
    """
    result = deckgen.batch_status(folder, decks=names, progress=progress, **options)
    progress("")
    for one in result.batch.known if result.batch else ():
        task = one.task
        _say({"deck": task.deck, "member": task.member, "name": task.name, "state": one.state, "why": list(one.why)})
    _end(result)


class _Telling:
    """Prints what became of each deck, and on a terminal how fast it goes and how long it will take."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def tell(self, outcome: Outcome, number: int, of: int) -> None:
        progress("")
        _say(line(outcome))
        speed = number / max(time.monotonic() - self._start, 1e-9)
        left = round((of - number) / speed)
        progress(f"{number} of {of} decks, {speed:.1f} a second, {left // 60}:{left % 60:02} left")


def _say(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, ensure_ascii=False))


def _counted(batch: Batch, made: int) -> str:
    return f"{made} decks made, {batch.done} were done, {len(batch.failed)} failed"


def _end(result: Result) -> None:
    if not result.ok:
        end(result, "the other decks are as they should be" if result.batch else "nothing was written")
    show(result.diagnostics)
