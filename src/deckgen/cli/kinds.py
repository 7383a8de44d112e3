"""`deckgen kinds`: which kinds of slides there are. In: a kind, or none. Out: its fields and example, or a list."""

from __future__ import annotations

import click

import deckgen
from deckgen.cli.completion import kind_names
from deckgen.cli.options import Command, format_option


@click.command(cls=Command)
@click.argument("name", default="", shell_complete=kind_names)
@format_option()
def kinds(name: str, form: str) -> None:
    """Print what the kind NAME is for, its fields and an example to paste; without NAME, a line for each kind.

    \b
    deckgen kinds range_bars
    """
    from deckgen.catalogue.pages import PURPOSES, kind_page, listing
    from deckgen.cli.listed import tell

    result = deckgen.list_kinds(name)
    shown = ("purpose", lambda kind: PURPOSES[kind.purpose])
    tell(result, "kinds", result.kinds, shown, kind_page, listing, name, form)
