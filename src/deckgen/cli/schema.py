"""`deckgen schema`: what an editor completes and marks by. In: a content folder. Out: JSON Schemas in it."""

from __future__ import annotations

from pathlib import Path

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, content_option, end, format_option
from deckgen.cli.telling import asked_language


@click.command(cls=Command)
@content_option
@format_option()
def schema(folder: Path, form: str) -> None:
    """Write JSON Schemas of the content's files, by which VS Code and others complete and mark what is typed.

    Each file names its schema in its first line: `# yaml-language-server: $schema=.schema/slides.json`.

    \b
    deckgen schema
    """
    result = deckgen.write_schemas(folder, messages=asked_language())
    if form == "json":
        say_result(result, files=[{"file": file.as_posix()} for file in result.files])
    if not result.ok:
        end(result)
    if form == "text":
        for file in result.files:
            click.echo(file.as_posix())
