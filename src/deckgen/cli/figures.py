"""`deckgen figures`: each figure, how it came about, and every slide that shows it."""

from __future__ import annotations

from pathlib import Path

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, common, end, end_with, format_option, language_option, progress
from deckgen.cli.telling import spoken
from deckgen.compare.figures import FigureReport
from deckgen.compare.record import figures_record
from deckgen.compare.report import told_figure


@click.command(cls=Command)
@click.argument("name", default="")
@common
@language_option
@format_option()
def figures(name: str, folder: Path, brand: Path, language: str, form: str) -> None:
    """Print the figure NAME, or all of them: value as shown, source or rows and formula, and where it shows.

    \b
    deckgen figures members.total
    """
    names = [name] if name else []
    result = deckgen.trace_figures(folder, names=names, brand=brand, language=language, progress=progress)
    if form == "json":
        say_result(result, **(figures_record(result.figures) if result.ok else {}))
        end_with(result)
    elif not result.ok:
        end(result, "mend them first")
    else:
        _tell(result.figures)


def _tell(reports: tuple[FigureReport, ...]) -> None:
    progress("")
    for number, report in enumerate(reports):
        if number:
            click.echo()
        for line in told_figure(report, spoken):
            click.echo(line)
