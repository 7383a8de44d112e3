"""In: what a stage found wrong. Out: a collected list of diagnostics that a command can show.

Nothing here prints or raises to the user: a stage reports, goes on where it can, and the caller asks `has_errors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "warning", "info"]

MOST = 200
"""Errors, and warnings, that are kept: who has more mends these first."""
ONCE = frozenset(("icons-missing",))
"""Codes with one cause, wherever it shows: the first place stands for all."""
MOST_ECHOED = 60
MOST_SAID = 600
MOST_LISTED = 5
"""So many names a hint tells at most."""
_ECHOED = re.compile("`([^`]*)`")
"""What stands in quotes, each pair of them met in turn: what stands between two pairs is our own."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: the file as the user named it, line and column from 1; 0 for all of it.

    The end, where it is known, is the column after the last character of what is meant; two spans are the same where
    they begin at the same place. `in_cells`: the column is the number of the cell in its row, as in a data file.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = field(default=0, compare=False)
    end_column: int = field(default=0, compare=False)
    in_cells: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line or 1}:{self.column or 1}"

    def first(self, length: int) -> Span:
        """The span of so many characters from where it begins, on one line."""
        return replace(self, end_line=self.line, end_column=self.column + length)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a mistake, and in a few words how: "first written here"."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: a stable code, what is true, where, and what to do about it."""

    code: str
    message: str
    span: Span
    hint: str = ""
    severity: Severity = "error"
    related: tuple[Related, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.span}: {self.severity}: {self.message} [{self.code}]"]
        if self.hint:
            lines.append(f"    hint: {self.hint}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a kind or a rule has found wrong, before it is a diagnostic: whoever asked adds what is left out.

    `code` is for a kind's check, whose faults are of several sorts; a rule has one code, its own. `severity` None
    leaves it to the rule.
    """

    message: str
    span: Span
    hint: str = ""
    severity: Severity | None = None
    code: str = ""
    related: tuple[Related, ...] = ()


class Diagnostics:
    """A collector. The same code at the same place with the same message counts once.

    It keeps the first 200 errors and the first 200 warnings, and a closing line then says so. What is echoed
    in backticks is cut at 60 characters, so that no value drowns what is said of it.
    """

    def __init__(self) -> None:
        self._seen: dict[Diagnostic, None] = {}
        self._counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        self._more: dict[Severity, Diagnostic] = {}

    def error(self, code: str, message: str, span: Span, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        self.add(Diagnostic(code, _short(message), span, _short(hint), "error", related))

    def warning(self, code: str, message: str, span: Span, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        self.add(Diagnostic(code, _short(message), span, _short(hint), "warning", related))

    def extend(self, others: Diagnostics) -> None:
        for one in others._seen:
            self.add(one)

    def add(self, one: Diagnostic) -> None:
        """Take in what another stage found."""
        kept = self._counts[one.severity]
        told = one.code in ONCE and any(other.code == one.code for other in self._seen)
        if told or one in self._seen or kept >= MOST:
            return
        self._counts[one.severity] = kept + 1
        self._seen[one] = None
        if kept + 1 == MOST:
            message = f"these are the first {MOST} {one.severity}s, and there may be others"
            self._more[one.severity] = Diagnostic("too-many", message, one.span, "mend these first", one.severity)

    def hardened(self) -> Diagnostics:
        """The same with every warning as an error."""
        strict = Diagnostics()
        for one in self:
            strict.add(replace(one, severity="error") if one.severity == "warning" else one)
        return strict

    @property
    def has_errors(self) -> bool:
        return self._counts["error"] > 0

    @property
    def full(self) -> bool:
        """Whether no error is taken in any more, so that looking for others is idle."""
        return self._counts["error"] >= MOST

    def __iter__(self) -> Iterator[Diagnostic]:
        """By place, the closing lines last."""
        yield from sorted(self._seen, key=lambda one: (one.span, one.code, one.message))
        yield from self._more.values()

    def __len__(self) -> int:
        return len(self._seen) + len(self._more)


def listed(names: Iterable[str]) -> str:
    """Names as a hint tells them: with commas, the first few of many."""
    every = list(names)
    return ", ".join([*every[:MOST_LISTED], *(["…"] if len(every) > MOST_LISTED else [])])


def _short(said: str) -> str:
    """What is said, with echoed values cut, and cut itself where it runs on all the same."""
    said = _ECHOED.sub(lambda one: f"`{_cut(one[1], MOST_ECHOED)}`", said.replace("\n", " "))
    return _cut(said, MOST_SAID)


def _cut(said: str, most: int) -> str:
    return said if len(said) <= most else said[: most - 1] + "…"
