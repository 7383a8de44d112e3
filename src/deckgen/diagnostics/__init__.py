"""In: what a stage found wrong. Out: a collected list of diagnostics that a command can show.

Nothing here prints or raises to the user: a stage reports, goes on where it can, and the caller asks `has_errors`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: the file as the user named it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: a stable code, what is true, where, and what to do about it."""

    code: str
    message: str
    span: Span
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        lines = [f"{self.span}: {self.severity}: {self.message} [{self.code}]"]
        if self.hint:
            lines.append(f"    hint: {self.hint}")
        return "\n".join(lines)


class Diagnostics:
    """A collector. The same code at the same place with the same message counts once."""

    def __init__(self) -> None:
        self._seen: dict[Diagnostic, None] = {}

    def error(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self._seen[Diagnostic(code, message, span, hint)] = None

    def warning(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self._seen[Diagnostic(code, message, span, hint, "warning")] = None

    def add(self, diagnostic: Diagnostic) -> None:
        self._seen[diagnostic] = None

    def extend(self, others: Diagnostics) -> None:
        self._seen.update(others._seen)

    @property
    def has_errors(self) -> bool:
        return any(found.severity == "error" for found in self._seen)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._seen, key=lambda found: (found.span, found.code, found.message)))

    def __len__(self) -> int:
        return len(self._seen)
