"""`deckgen pictures`: the slides of decks as pictures. In: names of decks and slides. Out: what was drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

import deckgen
from deckgen.cli.completion import deck_names
from deckgen.cli.formats import say_result
from deckgen.cli.options import (
    Command,
    common,
    end,
    end_with,
    language_option,
    output_option,
    progress,
    show,
    template_option,
)
from deckgen.cli.telling import worded
from deckgen.result import DeckResult


def _ids(_: click.Context, __: click.Parameter, said: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in said.split(","))))


@click.command(cls=Command)
@click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@common
@language_option
@template_option
@click.option("--slides", default="", metavar="ID,ID", callback=_ids, help="Only these slides, instead of all.")
@click.option(
    "--format",
    "forms",
    type=click.Choice(("svg", "png", "json")),
    multiple=True,
    help="SVG, or PNG with the extra `pictures`; json, alone or beside one of them, tells what was drawn as JSON.",
)
@click.option("--width", type=click.IntRange(16, 8192), default=1280, show_default=True, help="Pixels across a PNG.")
@output_option("Folder for the pictures, with one in it for each deck.", "output/pictures")
def pictures(names: tuple[str, ...], folder: Path, forms: tuple[str, ...], **options: Any) -> None:
    """Draw the slides of the named decks, or of all of them, without PowerPoint.

    \b
    deckgen pictures board --slides survey.presence
    """
    form: Literal["svg", "png"] = "png" if "png" in forms else "svg"
    result = deckgen.pictures(folder, decks=names, form=form, progress=progress, **options)
    progress("")
    if "json" in forms:
        say_result(result, files=[one for name, deck in result.decks.items() for one in _records(name, deck)])
        end_with(result)
        return
    for name, deck in result.decks.items():
        if deck.pictures:
            folder = next(iter(deck.pictures.values())).parent
            click.echo(worded(f"{folder.as_posix()}: {len(deck.pictures)} slides of {name}"))
    if not result.ok:
        end(result, f"{len(result.files)} pictures written" if result.files else "nothing was written")
    show(result.diagnostics)


def _records(name: str, deck: DeckResult) -> list[dict[str, Any]]:
    pages = {frame.id: number for number, frame in enumerate(deck.frames.frames, 1)}
    return [
        {"deck": name, "slide": id, "page": pages[id], "file": file.as_posix()} for id, file in deck.pictures.items()
    ]
