"""`deckgen kinds`: which kinds of slides there are. In: a kind, or none. Out: its fields and example, or a list."""

from __future__ import annotations

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, format_option


@click.command(cls=Command)
@click.argument("name", default="")
@format_option()
def kinds(name: str, form: str) -> None:
    """Print what the kind NAME is for, its fields and an example to paste; without NAME, a line for each kind.

    \b
    deckgen kinds range_bars
    """
    from deckgen.catalogue.pages import PURPOSES, headline, kind_page, listing

    result = deckgen.list_kinds(name)
    if form == "json":
        found = [
            {"name": one.name, "purpose": PURPOSES[one.purpose], "what": headline(one), "example": one.example}
            for one in result.kinds
        ]
        say_result(result, kinds=found)
        return
    for line in kind_page(result.kinds[0]) if name else listing(result.kinds):
        click.echo(line)
