"""`deckgen check`: the rules over plan, frames and the written file, without writing it."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import click

from deckgen import pipeline
from deckgen.checks import STAGES, unknown_codes
from deckgen.cli.options import CONTENT_ERRORS, check_any, check_names, common, hardened, in_color, template_option
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity
from deckgen.diagnostics.record import as_record
from deckgen.diagnostics.rendering import read_lines

_COUNTED: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


@click.command()
@click.argument("names", metavar="[DECK]...", nargs=-1)
@common
@template_option
@click.option("--select", metavar="CODE", multiple=True, help="Run this rule alone; may be given again.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave this rule out; may be given again.")
@click.option("--format", "form", type=click.Choice(("text", "json", "github")), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
def check(
    names: tuple[str, ...],
    folder: Path,
    brand: Path,
    template: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    strict: bool,
) -> None:
    """Check the named decks, or all of them. `deckgen explain CODE` says what a code means."""
    _check_codes((*select, *ignore))
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, brand, diagnostics, template)
    if loaded is not None:
        whole = not diagnostics.has_errors
        if whole:
            check_names(names, list(loaded.decks))
            check_any(loaded, diagnostics)
        for name in (name for name in dict.fromkeys(names or loaded.decks) if name in loaded.decks):
            _check_deck(loaded, name, select, ignore, whole, diagnostics)
    diagnostics = hardened(diagnostics) if strict else diagnostics
    for line in _FORMATS[form](diagnostics):
        click.echo(line)
    if diagnostics.has_errors:
        raise SystemExit(CONTENT_ERRORS)


def _check_codes(codes: tuple[str, ...]) -> None:
    for code, near in unknown_codes(codes).items():
        meant = f" Did you mean '{near}'?" if near else ""
        raise click.UsageError(f"There is no rule '{code}'.{meant}")


def _check_deck(
    loaded: pipeline.Loaded,
    name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    whole: bool,
    diagnostics: Diagnostics,
) -> None:
    """Every stage of one deck; a deck that cannot be set whole is not written, and its file not looked at.

    Of content with errors (`whole` is False) the slides that were read well are looked at.
    """
    own = Diagnostics()
    plan = pipeline.plan_deck(loaded, name, own)
    plan = plan if whole else pipeline.sound_part(loaded, plan)
    frames = pipeline.set_deck(loaded, plan, own)
    data = pipeline.deck_bytes(loaded, frames) if whole and not own.has_errors else b""
    pipeline.run_rules(loaded, plan, frames, STAGES, own, data, select, ignore, whole)
    diagnostics.extend(own)


def _text(diagnostics: Diagnostics) -> Iterator[str]:
    lines = functools.cache(read_lines)
    yield from (in_color(one, lines) for one in diagnostics)
    counts = {said: sum(one.severity == severity for one in diagnostics) for severity, said in _COUNTED.items()}
    yield ", ".join(f"{count} {said}{'' if count == 1 else 's'}" for said, count in counts.items())


def _json(diagnostics: Diagnostics) -> Iterator[str]:
    yield json.dumps([as_record(one) for one in diagnostics], ensure_ascii=False, indent=2)


def _github(diagnostics: Diagnostics) -> Iterator[str]:
    for one in diagnostics:
        notes = (f"{related.span}: {related.message}" for related in one.related)
        said = "\n".join(filter(None, (one.message, one.hint, *notes)))
        yield f"::{_GITHUB[one.severity]} {_place(one)}::{_escaped(said)}"


def _place(one: Diagnostic) -> str:
    """The place as GitHub takes it; it counts from 1, and in characters alone."""
    span = one.span
    told = {"file": span.file, "line": str(span.line or 1)}
    if not span.in_cells:
        told |= {"col": str(span.column or 1)}
    return ",".join(f"{name}={_property(value)}" for name, value in {**told, "title": one.code}.items())


def _escaped(said: str) -> str:
    return said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(said: str) -> str:
    return _escaped(said).replace(":", "%3A").replace(",", "%2C")


_FORMATS: Final[dict[str, Callable[[Diagnostics], Iterator[str]]]] = {"text": _text, "json": _json, "github": _github}
