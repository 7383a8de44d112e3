"""`deckgen build`: the decks, from content to .pptx."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import pipeline
from deckgen.checks import BEFORE_WRITING, WRITTEN
from deckgen.cli.options import CONTENT_ERRORS, check_names, common, hardened, load, show
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
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
def build(names: tuple[str, ...], folder: Path, brand: Path, output: Path, force: bool, strict: bool) -> None:
    """Build the named decks, or all of them."""
    found = Diagnostics()
    progress("reading content")
    loaded = load(folder, brand, found)
    check_names(names, list(loaded.decks))
    ready = []
    for name in names or tuple(loaded.decks):
        progress(f"{name}: planning and setting")
        plan = pipeline.plan_deck(loaded, name, found)
        frames = pipeline.set_deck(loaded, plan, found)
        pipeline.check_deck(loaded, plan, frames, BEFORE_WRITING, found)
        ready.append((plan, frames))
    if not force:
        for plan, _ in ready:
            _refuse_edited(output / f"{plan.deck}.pptx", found)
    found = _or_end(found, strict)
    files = [_file(loaded, plan, frames, found) for plan, frames in ready]
    found = _or_end(found, strict)
    written = [_replace(data, *made, output, found) for data, made in zip(files, ready, strict=True)]
    progress("")
    show(found)
    for line in written:
        click.echo(line)
    if found.has_errors:
        raise SystemExit(CONTENT_ERRORS)


def _or_end(found: Diagnostics, strict: bool) -> Diagnostics:
    """What was found, warnings as errors where that is asked for; the end of the command where there is an error."""
    found = hardened(found) if strict else found
    if found.has_errors:
        progress("")
        show(found)
        raise SystemExit(CONTENT_ERRORS)
    return found


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


def _file(loaded: pipeline.Loaded, plan: Plan, frames: FrameDeck, found: Diagnostics) -> bytes:
    """The file of a deck, checked before it takes the place of the last one."""
    progress(f"{plan.deck}: writing")
    data = pipeline.deck_bytes(loaded, frames)
    pipeline.check_deck(loaded, plan, frames, WRITTEN, found, data)
    return data


def _replace(data: bytes, plan: Plan, frames: FrameDeck, output: Path, found: Diagnostics) -> str:
    target = output / f"{plan.deck}.pptx"
    if not pipeline.replace_file(data, target, found):
        return f"{target.as_posix()}: not written"
    warnings = sum(one.severity == "warning" for one in found)
    said = f"{warnings} warning{'s' if warnings != 1 else ''}"
    return f"{target.as_posix()}: {len(frames.frames)} slides, {plan.minutes.normalize():f} minutes, {said}"
