"""`deckgen new`: an engagement to begin with. In: a folder. Out: its files, which build two decks at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

import deckgen
from deckgen.cli.data import dataset_record, tell_dataset
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, end, format_option
from deckgen.cli.telling import asked_language, worded

_ROOM: Final = re.compile(r"^room: (\w+)", re.MULTILINE)


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--language", default="da", show_default=True, metavar="CODE", help="The language of the content.")
@click.option("--audiences", default="", metavar="A,B", help="Names of two: on a wall, at a desk.")
@click.option("--brand", "colors", multiple=True, metavar="COLOUR", help="A colour of the brand, the main one first.")
@click.option(
    "--data",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An export of a survey, to declare too.",
)
@format_option()
def new(folder: Path, language: str, audiences: str, colors: tuple[str, ...], data: Path | None, form: str) -> None:
    """Begin an engagement in FOLDER: project, figures, two decks of commented slides, and a brand.

    \b
    deckgen new harbours --audiences committee,assembly --language en --brand "#0F4C5C" --brand "#B4470F"
    """
    names = [name.strip() for name in audiences.split(",") if name.strip()]
    result = deckgen.new_project(
        folder, language=language, audiences=names, colors=colors, data=data, messages=asked_language()
    )
    if form == "json":
        declared = {"dataset": dataset_record(result.dataset)} if data else {}
        say_result(result, files=[{"file": file.as_posix()} for file in result.files], **declared)
    if not result.ok:
        end(result, f"{len(result.files)} files were written")
    if form == "text":
        for file in result.files:
            click.echo(file.as_posix())
        if result.dataset is not None:
            tell_dataset(result.dataset)
        decks = _by_room(result.files)
        wall, desk = decks["chamber"], decks["desk"]
        click.echo(worded(f"{wall} is the short deck, on a wall (room: chamber); {desk} the long one, at a desk."))
        click.echo(worded(f"Now: cd {folder.as_posix()}, deckgen build; then write over what stands in content/."))


def _by_room(files: Sequence[Path]) -> dict[str, str]:
    """The deck for each room, by the room."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files if file.parent.name == "decks"}
    return {found[1]: name for name, text in texts.items() if (found := _ROOM.search(text))}
