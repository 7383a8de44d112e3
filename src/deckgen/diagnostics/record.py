"""A diagnostic as JSON says it; docs/diagnostics.md describes each key. In: a diagnostic. Out: a plain record."""

from __future__ import annotations

from typing import TypedDict

from deckgen.diagnostics import Diagnostic, Related, Severity, Span


class Place(TypedDict):
    """Where something stands. None where it is not known, or where all of the file or line is meant."""

    file: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None


class RelatedRecord(Place):
    message: str


class Record(Place):
    code: str
    severity: Severity
    message: str
    hint: str
    related: list[RelatedRecord]


def as_record(one: Diagnostic) -> Record:
    """The record of a diagnostic. Its keys and their meaning stay as they are."""
    return {
        "code": one.code,
        "severity": one.severity,
        **_place(one.span),
        "message": one.message,
        "hint": one.hint,
        "related": [_related(related) for related in one.related],
    }


def _related(related: Related) -> RelatedRecord:
    return {**_place(related.span), "message": related.message}


def _place(span: Span) -> Place:
    return {
        "file": span.file,
        "line": span.line or None,
        "column": span.column or None,
        "end_line": span.end_line or None,
        "end_column": span.end_column or None,
    }
