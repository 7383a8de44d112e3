"""What preflight says of a file. In: a code, what is true and a hint. Out: a diagnostic, or an end to the reading."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.model.lazy_dataclasses import dataclass


class RefusedError(Exception):
    """The file cannot serve as a template."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Report:
    """Where findings about one file go. The place of each is the file itself."""

    path: Path
    diagnostics: Diagnostics

    def refused(self, problem: RefusedError) -> None:
        self._add("error", problem.code, problem.message, problem.hint)

    def warn(self, code: str, message: str, hint: str) -> None:
        """A fault that shows in every deck made with the template."""
        self._add("warning", code, message, hint)

    def note(self, code: str, message: str, hint: str) -> None:
        """Something that was mended or left out and shows in no deck."""
        self._add("info", code, message, hint)

    def _add(self, severity: Severity, code: str, message: str, hint: str) -> None:
        self.diagnostics.add(Diagnostic(code, message, Span(self.path.as_posix()), hint, severity))
