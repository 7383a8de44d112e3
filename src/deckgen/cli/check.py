"""`deckgen check`: the rules over plan, frames and the written file, without writing it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import click

from deckgen import pipeline
from deckgen.checks import STAGES, unknown_codes
from deckgen.cli.options import CONTENT_ERRORS, check_any, check_names, common, hardened, template_option
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity

_COLORS: Final[dict[Severity, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}
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
    """Check the named decks, or all of them. Each rule has a page in docs/checks."""
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
    for one in diagnostics:
        head, _, rest = str(one).partition("\n")
        yield click.style(head, fg=_COLORS[one.severity]) + (f"\n{rest}" if rest else "")
    counts = {said: sum(one.severity == severity for one in diagnostics) for severity, said in _COUNTED.items()}
    yield ", ".join(f"{count} {said}{'' if count == 1 else 's'}" for said, count in counts.items())


def _json(diagnostics: Diagnostics) -> Iterator[str]:
    yield json.dumps([_record(one) for one in diagnostics], ensure_ascii=False, indent=2)


def _record(one: Diagnostic) -> dict[str, str | int]:
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "hint": one.hint,
        "file": one.span.file,
        "line": one.span.line,
        "column": one.span.column,
    }


def _github(diagnostics: Diagnostics) -> Iterator[str]:
    for one in diagnostics:
        said = f"{one.message}\n{one.hint}" if one.hint else one.message
        span = one.span
        place = f"file={_property(span.file)},line={span.line},col={span.column},title={_property(one.code)}"
        yield f"::{_GITHUB[one.severity]} {place}::{_escaped(said)}"


def _escaped(said: str) -> str:
    return said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(said: str) -> str:
    return _escaped(said).replace(":", "%3A").replace(",", "%2C")


_FORMATS: Final[dict[str, Callable[[Diagnostics], Iterator[str]]]] = {"text": _text, "json": _json, "github": _github}
