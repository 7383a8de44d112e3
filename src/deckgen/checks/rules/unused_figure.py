"""A figure that no slide, deck or other figure uses.

Why: nobody notices when an unused figure goes stale, until somebody uses it.

Example: `members.sweden` stands in figures.yaml, and no text says `${members.sweden}`.

Mend: use the figure, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.uses import used_figures
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.references import all_figures

CODE: Final = "unused-figure"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "use it in a text, or delete it"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/figures.yaml": "members.sweden: {value: 4, label: Svenske medlemmer, source: survey}\n",
}


def check(subject: Subject) -> Iterator[Fault]:
    everything = all_figures(subject.contents.values())
    used = {name for content in subject.contents.values() for name in used_figures(content, everything)}
    for content in subject.contents.values():
        for figure in content.figures.values():
            if figure.name not in used:
                yield Fault(f"nothing uses the figure `{figure.name}`", figure.span)
