"""Two pages of one kind beside each other.

Why: the second looks like the first, and what it says is not told apart from it. Pages of numbered options are meant
to be alike; so are those of a slide that takes several.

Example: two slides of the kind `tally` in a row.

Mend: show one of them with another kind, or join them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.plan import PlannedSlide

CODE: Final = "neighbours-alike"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
FINISHED: Final = True
HINT: Final = "show one of them with another kind, or join the two"


def check(subject: Subject) -> Iterator[Fault]:
    for one, other in pairwise(subject.plan.slides):
        if one.kind == other.kind and _drawn(one) == _drawn(other) and not _are_meant(one, other):
            yield Fault(f"`{other.id}` is of the same kind as `{one.id}` before it: {one.kind}", other.span)


def _drawn(slide: PlannedSlide) -> str:
    """The type of a slide's chart: two of different types look like two kinds."""
    return slide.fields.chart if isinstance(slide.fields, ChartFields) else ""


def _are_meant(one: PlannedSlide, other: PlannedSlide) -> bool:
    """Whether the pages are a series, or are looked up one by one."""
    return one.in_appendix or other.in_appendix or bool(one.furniture.badges and other.furniture.badges)
