"""`deckgen add`: a new slide, to be written over. In: a kind, the slide before it. Out: the changed files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import deckgen
from deckgen.cli.completion import kind_names
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, content_option, end, format_option
from deckgen.cli.telling import worded

if TYPE_CHECKING:
    from deckgen.catalogue.insertion import NewSlide


@click.command(cls=Command)
@click.argument("kind", shell_complete=kind_names)
@content_option
@click.option("--after", default="", metavar="SLIDE", help="Id of the slide that it comes after; else the last one.")
@format_option()
def add(kind: str, folder: Path, after: str, form: str) -> None:
    """Add the example of KIND as a slide, and list it in each deck that lists the slide before it.

    \b
    deckgen add range_bars --after survey.presence
    """
    result = deckgen.add_slide(kind, folder, after=after)
    if form == "json":
        say_result(result, added=_record(result.added), files=[{"file": file.as_posix()} for file in result.files])
    if not result.ok or result.added is None:
        end(result, f"{len(result.files)} files were changed")
    if form == "text":
        click.echo(worded(f"{result.added.place}: {result.added.id}, to be written over"))
        for file in result.files:
            if file.as_posix() != result.added.place.file:
                click.echo(worded(f"{file.as_posix()}: listed"))


def _record(added: NewSlide | None) -> dict[str, Any] | None:
    return None if added is None else {"id": added.id, "file": added.place.file, "line": added.place.line}
