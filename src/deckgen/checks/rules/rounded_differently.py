"""The same fact shown with different roundings, within a deck or across decks.

Why: a reader who finds 92 on one page and 92,3 on the next asks which is right. The same fact is a
figure that audiences see with different decimals, or two figures of one formula or tabulation, or with
one label, source, date and base, whose values round to each other.

Example: `rate: {value: 92.3, label: Svarprocent, …}` and `rate.short: {value: 92, label:
Svarprocent, …}`, both shown.

Mend: keep one figure. Formats such as `words` or `plain` are no rounding and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import base_of
from deckgen.checks.figures.uses import used_figures
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.figures.references import all_figures
from deckgen.model.content import Content
from deckgen.model.figure import Computed, Figure, Given, Tabulated
from deckgen.model.number import rounded

CODE: Final = "rounded-differently"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "give both the same decimals, or bind both to one figure"
EXAMPLE: Final = {
    "content/figures.yaml": """\
rate: {value: 92.3, label: Svarprocent, source: survey}
rate.short: {value: 92, label: Svarprocent, source: survey}
""",
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: ["Hvad siger ${rate} eller ${rate.short} os?"]
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    """All decks are looked at, whichever is built: a contradiction has two ends."""
    seen: dict[tuple[object, ...], list[Figure]] = {}
    everything = all_figures(subject.contents.values())
    for content in subject.contents.values():
        known = {**everything, **content.figures}
        for name in used_figures(content, content.figures):
            figure = content.figures.get(name)
            if figure is None or figure.wording:
                continue
            for fact in _facts(figure, known, content, subject):
                seen.setdefault(fact, []).append(figure)
    yield from dict.fromkeys(finding for figures in seen.values() for finding in _compared(figures))


def _facts(
    figure: Figure, figures: Mapping[str, Figure], content: Content, subject: Subject
) -> Iterator[tuple[object, ...]]:
    """What a figure is about: its name, which audiences may see in two ways, how it came about, what it is called.

    `figures` are those that its formula may name.
    """
    yield (figure.name,)
    match figure.provenance:
        case Given():
            pass
        case Tabulated(label=label, count=count, counted=counted, declared=declared):
            yield (declared, label, count, counted.base, figure.unit)
        case Computed(formula):
            yield (formula.term, *(figures[name].value for name in formula.names), figure.unit)
        case _:
            assert_never(figure.provenance)
    if figure.label and figure.span not in {table.span for table in content.tabulations.values()}:
        base = base_of(figure, content, subject.language)
        yield (figure.label.casefold(), figure.source, figure.as_of, figure.unit, base)


def _compared(figures: list[Figure]) -> Iterator[Fault]:
    first = figures[0]
    for other in figures[1:]:
        fewest = min(first.decimals, other.decimals)
        if first.decimals != other.decimals and rounded(first.value, fewest) == rounded(other.value, fewest):
            shown = f"{first.rounded} and {other.rounded}"
            named = f"`{first.name}`" if first.name == other.name else f"`{first.name}` and `{other.name}`"
            related = (Related(first.span, f"shown as {first.rounded}"),)
            yield Fault(f"one fact is rounded in two ways, {shown}: {named}", other.span, related=related)
