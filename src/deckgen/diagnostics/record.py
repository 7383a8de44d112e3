"""A diagnostic as JSON says it. In: a diagnostic. Out: a plain record."""

from __future__ import annotations

from typing import Any

from deckgen.diagnostics import Diagnostic


def as_record(one: Diagnostic) -> dict[str, Any]:
    """The record of a diagnostic. Its keys and their meaning stay as they are."""
    return {
        "code": one.code,
        "severity": one.severity,
        "file": one.span.file,
        "line": one.span.line or None,
        "column": one.span.column or None,
        "end_line": None,
        "end_column": None,
        "message": one.message,
        "hint": one.hint,
        "related": [],
    }
