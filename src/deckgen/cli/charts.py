"""`deckgen charts`: which types of charts there are. In: nothing. Out: a line for each."""

from __future__ import annotations

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, format_option


@click.command(cls=Command)
@click.argument("name", default="")
@format_option()
def charts(name: str, form: str) -> None:
    """Print what the chart type NAME shows, with an example to paste; without NAME, a line for each.

    \b
    deckgen charts doughnut
    """
    from deckgen.catalogue.pages import chart_page, headline, lines

    result = deckgen.list_charts(name)
    if form == "json":
        found = [
            {"name": one.name, "shows": one.shows, "what": headline(one), "example": one.example}
            for one in result.charts
        ]
        say_result(result, charts=found)
        return
    for line in chart_page(result.charts[0]) if name else lines(result.charts):
        click.echo(line)
