"""`deckgen diff`: two decks side by side, or one deck since an earlier revision or file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

import deckgen
from deckgen.cli.completion import deck_names
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, common, end, end_with, format_option, language_option, progress, show
from deckgen.cli.telling import asked_language, spoken, worded
from deckgen.compare.changes import Changes
from deckgen.compare.record import changes_record, sides_record
from deckgen.compare.report import told_changes, told_sides
from deckgen.compare.sides import Sides

CONTRADICTION = 1


@click.command(cls=Command)
@click.argument("left", metavar="DECK", shell_complete=deck_names)
@click.argument("right", metavar="[OTHER]", default="", shell_complete=deck_names)
@click.option("--since", metavar="REV|FILE", default="", help="A git revision, or an earlier built .pptx.")
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    help="With a revision: a folder for the slides that changed, before and after.",
)
@common
@language_option
@format_option()
def diff(left: str, right: str, since: str, folder: Path, form: str, **options: Any) -> None:
    """Print what DECK and OTHER say otherwise, or what changed in DECK since a revision or an earlier file.

    Two decks that contradict each other end with exit code 1.

    \b
    deckgen diff board directorate
    deckgen diff board --since HEAD~3
    """
    asked = asked_language()
    result = deckgen.diff(folder, left, right, since=since, messages=asked, progress=progress, **options)
    found = result.comparison
    if form == "json":
        files = {"files": [file.as_posix() for file in result.files]} if options["pictures"] else {}
        say_result(result, **_record(found, since), **files)
    elif result.loaded is None or not result.loaded.whole:
        end(result, "mend them first")
    else:
        if not result.ok:
            show(result.diagnostics)
        for line in _lines(found, since):
            click.echo(line)
        for file in result.files:
            click.echo(f"{worded('drawn')}: {file.as_posix()}")
    end_with(result)
    if isinstance(found, Sides) and found.contradictions:
        raise SystemExit(CONTRADICTION)


def _record(found: Sides | Changes | None, since: str) -> dict[str, Any]:
    if found is None:
        return {}
    return sides_record(found) if isinstance(found, Sides) else changes_record(found, since)


def _lines(found: Sides | Changes | None, since: str) -> Iterable[str]:
    progress("")
    if found is None:
        return ()
    return told_sides(found, spoken) if isinstance(found, Sides) else told_changes(found, since, spoken)
