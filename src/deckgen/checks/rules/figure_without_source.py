"""A figure that a deck shows, and that leads to no source.

Why: the foot, the notes and the sources slide say where each number comes from. A computed figure
may take its source from the figures that it is made of.

Example: a given figure without `source`, or with one that sources.yaml does not know.

Mend: write `source:` with a name from sources.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.uses import made_from
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.references import all_figures

CODE: Final = "figure-without-source"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "name the source of the figure, or of those that it is made of"
WHOLE: Final = True


def check(subject: Subject) -> Iterator[Fault]:
    contents = (subject.content, *subject.others.values())
    everything = all_figures(contents)
    named = {name for content in contents for name, source in content.sources.items() if source.text}
    for row in subject.plan.figure_rows:
        figure = everything[row.name]
        made_of = [everything[name] for name in made_from(figure.name, everything)]
        if not any(each.source in named for each in made_of):
            yield Fault(f"the figure `{figure.name}` has no source", figure.span)
