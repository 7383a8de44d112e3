"""`deckgen icons`: which icons there are. In: a word, or none. Out: a line for each icon that goes with it."""

from __future__ import annotations

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, format_option

TOLD = 8
"""How many words of an icon a line tells."""


@click.command(cls=Command)
@click.argument("word", default="")
@format_option()
def icons(word: str, form: str) -> None:
    """List the icons that go with WORD, in any language; without WORD, the common ones.

    \b
    deckgen icons havn
    """
    result = deckgen.find_icons(word)
    if form == "json":
        found = [{"name": one.name, "words": list(one.words), "tags": list(one.tags)} for one in result.icons]
        say_result(result, icons=found)
        return
    width = max(len(one.name) for one in result.icons)
    for one in result.icons:
        told = dict.fromkeys((*one.words, *one.tags))
        click.echo(f"{one.name:<{width}}  {', '.join(list(told)[:TOLD])}".rstrip())
