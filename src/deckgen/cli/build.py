"""`deckgen build`: the decks, from content to .pptx.

In: names of decks. Out: their files, each checked before it takes the place of the last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from deckgen import output as door
from deckgen import pipeline
from deckgen.checks import BEFORE_WRITING, WRITTEN
from deckgen.cli.options import (
    check_any,
    check_names,
    check_rest,
    common,
    end,
    hardened,
    load,
    progress,
    show,
    template_option,
)
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck
from deckgen.model.plan import Plan


@dataclass(frozen=True)
class _Ready:
    """A deck before it is written, its file, and how many warnings it has of its own."""

    plan: Plan
    frames: FrameDeck
    target: Path
    data: bytes
    warnings: int


@click.command()
@click.argument("names", metavar="[DECK]...", nargs=-1)
@common
@template_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the decks.",
)
@click.option("--force", is_flag=True, help="Overwrite a deck that somebody edited since it was built.")
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
def build(
    names: tuple[str, ...], folder: Path, brand: Path, template: Path | None, output: Path, force: bool, strict: bool
) -> None:
    """Build the named decks, or all of them."""
    _check_epoch()
    diagnostics = Diagnostics()
    loaded = load(folder, brand, diagnostics, template)
    if diagnostics.has_errors:
        check_rest(loaded, names, diagnostics)
    check_names(names, list(loaded.decks))
    check_any(loaded, diagnostics)
    ready = [_set(loaded, name, output, diagnostics) for name in dict.fromkeys(names or loaded.decks)]
    for deck in ready:
        door.check_target(deck.target, "deck", force, diagnostics)
    diagnostics = hardened(diagnostics) if strict else diagnostics
    if diagnostics.has_errors:
        end(diagnostics)
    written = [deck for deck in ready if door.write(deck.data, deck.target, diagnostics)]
    progress("")
    for deck in written:
        click.echo(_summary(deck))
    if diagnostics.has_errors:
        end(diagnostics, f"{len(written)} of {len(ready)} decks written" if written else "nothing was written")
    show(diagnostics)


def _check_epoch() -> None:
    try:
        pipeline.epoch()
    except pipeline.WrongEpochError as wrong:
        raise click.UsageError(f"{wrong}.") from wrong


def _set(loaded: pipeline.Loaded, name: str, output: Path, diagnostics: Diagnostics) -> _Ready:
    """A deck planned, set, checked and made into a file in memory; no file where it has errors."""
    progress(f"{name}: planning and setting")
    own, data = Diagnostics(), b""
    plan = pipeline.plan_deck(loaded, name, own)
    frames = pipeline.set_deck(loaded, plan, own)
    pipeline.run_rules(loaded, plan, frames, BEFORE_WRITING, own)
    if not own.has_errors:
        progress(f"{name}: writing")
        data = pipeline.deck_bytes(loaded, frames)
        pipeline.run_rules(loaded, plan, frames, WRITTEN, own, data)
    diagnostics.extend(own)
    warnings = sum(one.severity == "warning" for one in own)
    return _Ready(plan, frames, output / f"{name}.pptx", data, warnings)


def _summary(deck: _Ready) -> str:
    slides, minutes = len(deck.frames.frames), f"{deck.plan.minutes.normalize():f}"
    said = f"{deck.warnings} warning{'s' if deck.warnings != 1 else ''}"
    return f"{deck.target.as_posix()}: {slides} slides, {minutes} minutes, {said}"
