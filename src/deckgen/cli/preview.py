"""`deckgen preview`: the live page. In: the name of a deck. Out: an address, and a page there until Ctrl-C."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from deckgen.asking import known_names
from deckgen.cli.options import Command, common, end, output_option, template_option
from deckgen.cli.telling import asked_language, worded
from deckgen.diagnostics import Diagnostics
from deckgen.result import Result

LIBRARIES = ("starlette", "uvicorn")


@click.command(cls=Command)
@click.argument("name", metavar="[DECK]", default="")
@common
@template_option
@output_option("Folder for the decks that are built from the page.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port, instead of any that is free.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
def preview(
    name: str, folder: Path, brand: Path, template: Path | None, output: Path, port: int, no_browser: bool
) -> None:
    """Show DECK, or the first, in the browser, redrawn at every save (extra `preview`).

    \b
    deckgen preview board
    """
    from deckgen.live import Session
    from deckgen.live.watching import has_extra

    found = Diagnostics()
    if not has_extra(folder, found, *LIBRARIES):
        end(Result(tuple(found)))
    from deckgen.preview.server import serve

    session = Session(folder, brand, template, asked_language())
    first = session.choose(name) or session.first
    offered = session.look(first).offer.decks
    if name and offered:
        known_names([name], offered, "deck")
    try:
        with contextlib.suppress(KeyboardInterrupt):
            serve(session, first, output, port, _say, browse=not no_browser)
    except OSError as problem:
        raise click.UsageError(f"Port {port} cannot be served on: {problem.strerror}.") from problem


def _say(address: str) -> None:
    click.echo(f"{address}\n{worded('Ctrl-C ends it.')}")
