"""Numbers that rest on different bases, side by side, where the slide does not say so.

Why: 7 of 12 and 5 of an unknown number look alike as bars. The foot names the base of each figure
by itself; what it cannot name is the base of a figure that has none.

Example: a chart with `${presence.physical}` (base: 12 klynger) beside a figure without `base`.

Mend: give the figure its `base`, or take it off the chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_of, figures_in, foot_says_n
from deckgen.checks.text.prose import texts
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.language import Language

CODE: Final = "bases-compared"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say in `counted` or a note what each number rests on, or give the figure its `base`"
EXAMPLE: Final = {
    "content/figures.yaml": "dialogue: {value: 12, label: Klynger med ønske om dialog, source: plan}\n",
}


def check(subject: Subject) -> Iterator[Fault]:
    content, language = subject.content, subject.language
    for slide, _ in subject.slides:
        # Numbers that no chart and no drawing sets against each other stand each for itself.
        if not isinstance(slide.fields, ChartFields) and subject.kind(slide).shows is None:
            continue
        shown = figures_in(slide.fields, content)
        # A figure that is itself the base of another here ("7 of 12") is not held against it.
        themselves = {use.name for figure in shown for use in figure.base.figures}
        figures = [figure for figure in shown if figure.name not in themselves]
        resting = {figure.name: base_of(figure, content, language) for figure in figures}
        if len(set(resting.values())) < 2:
            continue
        said = "\n".join((slide.foot, *(text.plain for text in texts(slide.shown, slide.span))))
        n = {figure.name: figure.counted.base for figure in figures if figure.counted}
        unsaid = [
            name for name, base in resting.items() if not _is_said(base, n.get(name), said, slide.foot, language)
        ]
        if unsaid:
            named = ", ".join(f"`{name}`" for name in unsaid)
            yield Fault(f"numbers of different bases stand together, and the base of {named} is not said", slide.span)


def _is_said(base: str, n: int | None, said: str, foot: str, language: Language) -> bool:
    """Whether a page says a base, or by its foot how many respondents it is."""
    if n is not None and (language.respondents(n) in said or foot_says_n(foot, n, language)):
        return True
    return bool(base) and base in said
