"""`deckgen draft`: a first deck of the data, to be written over. In: a content folder. Out: its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, content_option, end, format_option, show
from deckgen.cli.telling import worded

if TYPE_CHECKING:
    from deckgen.drafting.deck import DraftedDeck


@click.command(cls=Command)
@content_option
@click.option("--deck", default="", metavar="NAME", help="What the deck is called; else `draft` in its language.")
@format_option()
def draft(folder: Path, deck: str, form: str) -> None:
    """Draft a deck of the declared data: a slide for each question, those that stand out most first.

    Titles are sentences with bound figures, small cells are hidden, and each page is marked as a draft.

    \b
    deckgen data add answers.xlsx
    deckgen draft
    deckgen build udkast
    """
    result = deckgen.draft_deck(folder, deck=deck)
    if form == "json":
        files = [{"file": file.as_posix()} for file in result.files]
        say_result(result, draft=_record(result.draft), files=files)
    if not result.ok or result.draft is None:
        end(result, f"{len(result.files)} files were written")
    if form == "text":
        show(result.diagnostics)
        _tell(result.draft, result.files)


def _record(drafted: DraftedDeck | None) -> dict[str, Any] | None:
    if drafted is None:
        return None
    slides = [{"id": id, "question": question} for id, question in drafted.slides]
    return {"deck": drafted.name, "slides": slides, "left_out": list(drafted.left_out)}


def _tell(drafted: DraftedDeck, files: tuple[Path, ...]) -> None:
    for id, question in drafted.slides:
        click.echo(f"  {id}: {question}")
    for question in drafted.left_out:
        click.echo(f"  {worded(f'no slide on {question}: too little of it may be shown')}")
    for file in files:
        click.echo(file.as_posix())
    click.echo(worded(f"Now: deckgen build {drafted.name}; then write over what stands in {files[1].as_posix()}."))
