"""`deckgen charts`: which types of charts there are. In: a type, or none. Out: its page, or a line for each."""

from __future__ import annotations

import click

import deckgen
from deckgen.cli.completion import chart_names
from deckgen.cli.options import Command, format_option


@click.command(cls=Command)
@click.argument("name", default="", shell_complete=chart_names)
@format_option()
def charts(name: str, form: str) -> None:
    """Print what the chart type NAME shows, with an example to paste; without NAME, a line for each.

    \b
    deckgen charts doughnut
    """
    from deckgen.catalogue.pages import chart_page, lines
    from deckgen.cli.listed import tell

    result = deckgen.list_charts(name)
    tell(result, "charts", result.charts, ("shows", lambda chart: chart.shows), chart_page, lines, name, form)
