"""Findings that do not say what follows from them.

Why: a listener leaves with the conclusion, not with the number. Where a third of the findings or more go without,
each that does is named. Takeaways beside a chart, and a text that says what it means, say it.

Example: three slides with findings and no `so-what`.

Mend: write the conclusion in one line: `so-what: Viljen er der`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.plan import PlannedSlide

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
    without = [slide for slide in findings if not slide.furniture.so_what and not _says_it_itself(slide)]
    if len(findings) >= FEWEST and 3 * len(without) > len(findings):
        for slide in without:
            yield Fault(f"`{slide.id}` has a finding and does not say what follows from it", slide.span)


def _says_it_itself(slide: PlannedSlide) -> bool:
    """Whether a kind has a place of its own for what its drawing means, and it is filled."""
    return any(getattr(slide.fields, name, None) for name in ("takeaways", "text"))
