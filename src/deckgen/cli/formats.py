"""A Result for machines. In: a Result, and what a command has to say beside it. Out: JSON, or lines for GitHub.

docs/json.md describes the JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import click

from deckgen.cli.telling import told
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.diagnostics.record import as_record
from deckgen.result import Result

FORM: Final = 1
"""The version of the form: it goes up when a key changes its meaning or goes."""

_GITHUB: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def say_result(result: Result, **own: Any) -> None:
    """Print a Result as the one JSON document of a command, with what is the command's own."""
    say({**_head(result.ok, result.diagnostics), **own})


def say(record: dict[str, Any]) -> None:
    """Print a record as JSON, Danish letters as they are."""
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def refusal(message: str) -> dict[str, Any]:
    """The document of a command that was used wrongly."""
    return _head(False, [Diagnostic("wrong-use", message, Span("", 0, 0))])


def wants_json(args: Sequence[str]) -> bool:
    """Whether JSON is asked for, before anything of `args` is known to be right."""
    return "--format=json" in args or ("--format", "json") in pairwise(args)


def _head(ok: bool, diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    return {"form": FORM, "ok": ok, "diagnostics": [as_record(one) for one in told(diagnostics)]}


def github_lines(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Workflow commands that show each diagnostic at its line of a pull request."""
    for one in told(diagnostics):
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
