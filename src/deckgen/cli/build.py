"""`deckgen build`: the decks, from content to .pptx."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import pipeline
from deckgen.cli.options import CONTENT_ERRORS, check_names, common, load, show
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.deck import Plan
from deckgen.model.frames import FrameDeck


@click.command()
@click.argument("names", metavar="[DECK]...", nargs=-1)
@common
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the decks.",
)
@click.option("--force", is_flag=True, help="Overwrite a deck that somebody edited since it was built.")
def build(names: tuple[str, ...], folder: Path, brand: Path, output: Path, force: bool) -> None:
    """Build the named decks, or all of them."""
    found = Diagnostics()
    progress("reading content")
    loaded = load(folder, brand, found)
    check_names(names, list(loaded.decks))
    ready = []
    for name in names or tuple(loaded.decks):
        progress(f"{name}: planning and setting")
        plan = pipeline.plan_deck(loaded, name, found)
        ready.append((plan, pipeline.set_deck(loaded, plan, found)))
    if not force:
        for plan, _ in ready:
            _refuse_edited(output / f"{plan.deck}.pptx", found)
    if found.has_errors:
        progress("")
        show(found)
        raise SystemExit(CONTENT_ERRORS)
    written = [_write(loaded, plan, frames, output, found) for plan, frames in ready]
    progress("")
    show(found)
    for line in written:
        click.echo(line)
    if found.has_errors:
        raise SystemExit(CONTENT_ERRORS)


def progress(doing: str) -> None:
    """Say what is being done, on a terminal only; an empty text clears the line."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{doing}", nl=False, err=True)


def _refuse_edited(target: Path, found: Diagnostics) -> None:
    changed = pipeline.changed_by_hand(target)
    if changed:
        message = f"somebody edited this deck since it was built: {', '.join(changed)}"
        hint = "save the edited file under another name, or build with --force to overwrite it"
        found.error("deck-edited", message, Span(target.as_posix()), hint)


def _write(loaded: pipeline.Loaded, plan: Plan, frames: FrameDeck, output: Path, found: Diagnostics) -> str:
    target = output / f"{plan.deck}.pptx"
    progress(f"{plan.deck}: writing")
    if not pipeline.write_file(loaded, frames, target, found):
        return f"{target.as_posix()}: not written"
    warnings = sum(one.severity == "warning" for one in found)
    said = f"{warnings} warning{'s' if warnings != 1 else ''}"
    return f"{target.as_posix()}: {len(frames.frames)} slides, {plan.minutes.normalize():f} minutes, {said}"
