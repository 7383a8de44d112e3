"""`deckgen figures`: each figure, how it came about, and every slide that shows it."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import click

from deckgen import pipeline
from deckgen.cli.options import common, end, load
from deckgen.compare.claims import DeckView
from deckgen.compare.deck_view import deck_view
from deckgen.compare.figures import FigureReport, figure_reports
from deckgen.compare.record import figures_record
from deckgen.compare.report import told_figure
from deckgen.diagnostics import Diagnostics

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for machines.",
)


@click.command()
@click.argument("name", default="")
@common
@format_option
def figures(name: str, folder: Path, brand: Path, form: str) -> None:
    """Print the figure NAME, or all of them: value as shown, source or rows and formula, and where it shows."""
    diagnostics = Diagnostics()
    loaded = load(folder, brand, diagnostics)
    if diagnostics.has_errors:
        end(diagnostics, "mend them first")
    names = list(dict.fromkeys(name for content in loaded.contents.values() for name in content.figures))
    if name and name not in names:
        raise click.UsageError(_unknown(name, names))
    views = [view_of(loaded, deck) for deck in loaded.decks]
    reports = figure_reports(loaded.contents, views, loaded.language, loaded.folder)
    chosen = tuple(report for report in reports if name in ("", report.name))
    say(figures_record(chosen)) if form == "json" else _tell(chosen)


def view_of(loaded: pipeline.Loaded, deck: str) -> DeckView:
    """A deck flat. What is wrong with its slides is another command's to say: it is still known what they show."""
    unsaid = Diagnostics()
    plan = pipeline.plan_deck(loaded, deck, unsaid)
    return deck_view(
        loaded.contents[plan.audience], plan, pipeline.set_deck(loaded, plan, unsaid), loaded.language.numbers
    )


def say(record: dict[str, Any]) -> None:
    """Print a record as JSON, Danish letters as they are."""
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def _unknown(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name, names, 1)
    # Part of a name is what one remembers: members finds members.total.
    within = [one for one in names if name in one][:5]
    meant = f" Did you mean {' or '.join(repr(one) for one in within or near)}?" if near or within else ""
    return f"There is no figure '{name}'.{meant}"


def _tell(reports: tuple[FigureReport, ...]) -> None:
    for number, report in enumerate(reports):
        if number:
            click.echo()
        for line in told_figure(report):
            click.echo(line)
