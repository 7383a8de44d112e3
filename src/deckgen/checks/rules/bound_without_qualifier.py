"""A minimum, a maximum or an estimate shown as if it were exact.

Why: `mindst 375` says that there may be more; `375` says that somebody counted. Only the format
`plain` leaves the qualifier out, and a figure with `confidence: minimum` or `estimate` but no
`qualifier` has none to show, unless the format is `qualified`. In a text the qualifier stands next to
the number, in its clause. What a text says of such a figure in words (`fireogtres frivillige`, `en fjerdedel af
lærerne` where both numbers are estimates) wants its qualifier too.

Example: `Klyngerne har ${members.total|plain} medlemmer`, where the figure is a minimum.

Mend: write `${members.total}`; or say `mindst` next to it, as in `mindst
${members.total|plain}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.facts import Fact, facts, place_of
from deckgen.checks.figures.in_words import SMALL, borne_out
from deckgen.checks.figures.restated import same_numbers
from deckgen.checks.text.amounts import Amount, amounts
from deckgen.checks.text.prose import Said, deck_texts, slide_texts, texts, values
from deckgen.checks.text.words import content_words, shared
from deckgen.diagnostics import Fault, Severity
from deckgen.model.figure import Figure
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.number import Number, Qualifier
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import FigureUse, Paragraph, Run, Value
from deckgen.planning.binding import Binding, bind

CODE: Final = "bound-without-qualifier"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "leave the format out, or say the qualifier next to the number"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: ["Hvad siger de ${members|plain} medlemmer?"]
    minutes: 2
""",
}

KNOWN_AS: Final[dict[Qualifier, str]] = {
    "minimum": "a minimum",
    "maximum": "a maximum",
    "about": "an estimate",
    "over": "more than that",
    "under": "less than that",
}
NEAR: Final = 5
"""Words before and after a number among which its qualifier may stand."""

_OTHER: Final = "\ufffc"
"""Stands for another figure, whose words are its own."""


def check(subject: Subject) -> Iterator[Fault]:
    binding = Binding(subject.content.figures, subject.language)
    slides = [slide for slide, _ in subject.slides if slide.figures]
    for said in (
        *deck_texts(bind(subject.deck, binding)),
        *(said for slide in slides for said in slide_texts(slide)),
    ):
        for paragraph in said.paragraphs:
            yield from _in_text(paragraph, subject)
    for slide in slides:
        for value in values(slide.said):
            yield from _in_value(value, slide, subject)
    inexact = {name for name, figure in subject.content.figures.items() if figure.called_for}
    elsewhere = [subject.content.figures[row.name] for row in subject.plan.figure_rows if row.name in inexact]
    for slide, spoken in subject.said:
        for text in spoken if inexact.isdisjoint(slide.figures) else ():
            yield from _typed(text, subject)
    for slide, spoken in subject.said:
        if not inexact.isdisjoint(slide.figures):
            yield from _in_words(slide, spoken, subject)
        for figure in elsewhere:
            if figure.name not in slide.figures:
                yield from _of_another_slide(figure, spoken, subject)


def _typed(text: Said, subject: Subject) -> Iterator[Fault]:
    """The large number of a figure in digits, with its unit, in a line that says nothing of how near it is."""
    for figure, one, line in same_numbers(text, subject) if text.path != "notes" else ():
        unit = figure.unit.strip(" .").casefold()
        if figure.called_for and unit and one.unit == unit and not _says(figure.called_for, line, subject.language):
            known = KNOWN_AS[figure.called_for]
            message = f'"{one.said}" says `{figure.name}` as if it were exact, and it is known as {known}'
            yield Fault(message, text.span)


def _of_another_slide(figure: Figure, said: tuple[Said, ...], subject: Subject) -> Iterator[Fault]:
    """A large number in words, of what a figure of another slide counts, that is the number of that figure."""
    reading = subject.language.prose.reading
    unit = content_words(figure.unit, reading)
    for text in said if unit and figure.value > SMALL else ():
        for part in text.paragraphs:
            line = "".join(_OTHER if run.figure else run.text for run in part.runs)
            for amount in amounts(line, reading):
                is_it = amount.sort == "count" and amount.low == figure.value and shared(amount.noun, unit)
                if is_it and not _is_said(figure, line, amount, subject):
                    yield _said_exactly(figure, amount, text)


def _in_words(slide: PlannedSlide, said: tuple[Said, ...], subject: Subject) -> Iterator[Fault]:
    """Numbers that are said in words, and all of whose figures are known as no exact number."""
    found: tuple[Fact, ...] = ()
    for text in said:
        for part in text.paragraphs:
            line = "".join(_OTHER if run.figure else run.text for run in part.runs)
            for amount in amounts(line, subject.language.prose.reading):
                found = found or facts(slide, said, subject.content, subject.language, subject.shows(slide))
                meant = borne_out(amount, found, place_of(text.path)) if not amount.near else ()
                figures = [fact.figure for fact in meant]
                if figures and all(one and not _is_said(one, line, amount, subject) for one in figures):
                    yield from (_said_exactly(one, amount, text) for one in figures[:1] if one)


def _is_said(figure: Figure, line: str, amount: Amount, subject: Subject) -> bool:
    """Whether a figure needs no qualifier, or has one near the words that stand for it."""
    ends = _clause_ends(subject.language)
    before, after = ends.split(line[: amount.start])[-1].split()[-NEAR:], ends.split(line[amount.end :])[0].split()
    return not figure.called_for or _says(figure.called_for, " ".join((*before, *after[:NEAR])), subject.language)


def _said_exactly(figure: Figure, amount: Amount, text: Said) -> Fault:
    known = KNOWN_AS[figure.called_for]
    return Fault(f'"{amount.said}" says `{figure.name}` as if it were exact, and it is known as {known}', text.span)


def _in_text(paragraph: Paragraph, subject: Subject) -> Iterator[Fault]:
    ends = _clause_ends(subject.language)
    for at, run in enumerate(paragraph.runs):
        if run.figure and not _qualified(run.figure, run.number, _around(paragraph.runs, at, ends), subject):
            yield _fault(run.figure, subject)


@cache
def _clause_ends(language: Language) -> re.Pattern[str]:
    """Where a clause ends; the full stop of a qualifier such as `ca.` ends none."""
    words = {word for qualifier in KNOWN_AS for word in _words(qualifier, language) if word.endswith(".")}
    within = "".join(rf"(?<!\b{re.escape(word[:-1])})" for word in sorted(words))
    return re.compile(rf"[;:!?]|{within}\.(?:\s|$)|\n")


def _words(qualifier: Qualifier, language: Language) -> tuple[str, ...]:
    """The words that say a qualifier, the one by which the language shows it first."""
    return language.numbers.qualifiers[qualifier].casefold(), *language.prose.qualifiers.get(qualifier, ())


def _around(runs: tuple[Run, ...], at: int, ends: re.Pattern[str]) -> str:
    """The words of its clause that stand next to a number: a `mere end` further off is of another number."""
    said = [_OTHER if run.figure else run.text for run in runs]
    before = ends.split("".join(said[:at]))[-1]
    after = ends.split("".join(said[at + 1 :]))[0]
    last, first = before.split(_OTHER)[-1].split()[-NEAR:], after.split(_OTHER)[0].split()[:NEAR]
    return f"{' '.join(last)} {_OTHER} {' '.join(first)}"


def _in_value(value: Value, slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    around = "\n".join(said.plain for said in texts(slide.shown, slide.span))
    if value.figure and not _qualified(value.figure, value.number, around, subject):
        yield _fault(value.figure, subject)


def _fault(use: FigureUse, subject: Subject) -> Fault:
    figure = subject.content.figures[use.name]
    known = KNOWN_AS[figure.called_for]
    return Fault(f"`{figure.name}` is known as {known} and is shown as if it were exact", use.span)


def _qualified(use: FigureUse, shown: Number | None, said: str, subject: Subject) -> bool:
    """Whether the figure is shown with its qualifier, or what stands with it says the same."""
    figure = subject.content.figures.get(use.name)
    if figure is None or figure.wording or (shown and shown.qualifier):
        return True
    bound = figure.called_for
    if not bound:
        return True
    return _says(bound, said, subject.language)


def _says(qualifier: Qualifier, said: str, language: Language) -> bool:
    plain = said.casefold().replace(NO_BREAK, " ")
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain) for word in _words(qualifier, language))
