"""Findings that do not say what follows from them.

Why: a listener leaves with the conclusion, not with the number. Where a third of the findings or more go without,
each that does is named.

Example: three slides with findings and no `so-what`.

Mend: write the conclusion in one line: `so-what: Viljen er der`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity

CODE: Final = "so-what-missing"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
FINISHED: Final = True
HINT: Final = "write `so-what:` with the conclusion that a listener should leave with"
FEWEST: Final = 3
"""A deck with fewer findings is told nothing: there is no habit to speak of."""


def check(subject: Subject) -> Iterator[Fault]:
    findings = [
        slide for slide in subject.plan.slides if subject.kind(slide).purpose == "finding" and not slide.in_appendix
    ]
    without = [slide for slide in findings if not slide.furniture.so_what]
    if len(findings) >= FEWEST and 3 * len(without) > len(findings):
        for slide in without:
            yield Fault(f"`{slide.id}` has a finding and does not say what follows from it", slide.span)
