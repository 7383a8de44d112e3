"""What is said of a diagnostic code. In: declared by the modules in `entries/`, or by a rule. Out: read by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from deckgen.checks.engine.subject import Stage
from deckgen.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what is wrong, why that matters, how it comes about and how to mend it.

    `example` says it in words, which is all there is where no text can show it (a file under a password). `files` are
    texts that bring it about when they are laid over a good project: a YAML file has its keys at the left edge taken
    from here and the others kept; any other file, and one without keys, is taken as a whole; an empty text takes the
    file away. `stage` is what a rule looks at, and empty for a code that is no rule's.
    """

    name: str
    what: str
    why: str
    fix: str
    example: str = ""
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    severity: Severity = "error"
    stage: Stage | Literal[""] = ""
