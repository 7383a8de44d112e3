"""A minimum, a maximum or an estimate shown as if it were exact.

Why: `mindst 375` says that there may be more; `375` says that somebody counted. Only the format
`plain` leaves the qualifier out, and a figure with `confidence: minimum` but no `qualifier` has
none to show.

Example: `Klyngerne har ${members.total|plain} medlemmer`, where the figure is a minimum.

Mend: write `${members.total}`; or say `mindst` in the same text, as in `mindst
${members.total|plain}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from deckgen.checks.prose import slide_texts, texts, values
from deckgen.checks.subject import Finding, Stage, Subject
from deckgen.diagnostics import Severity
from deckgen.model.deck import PlannedSlide
from deckgen.model.text import FigureUse, Paragraph, Value

CODE: Final = "bound-without-qualifier"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "leave the format out, or say the qualifier in the same text"


SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "minimum": ("mindst", "minimum", "mere end", "over", "nedre grænse", "i hvert fald"),
    "maximum": ("højst", "maksimum", "op til", "under"),
    "about": ("ca.", "cirka", "omkring", "omtrent", "skøn", "knap", "godt"),
    "over": ("over", "mere end"),
    "under": ("under", "færre end", "mindre end"),
}
"""Words that say a qualifier in a text, beside the one that the language prints."""


def check(subject: Subject) -> Iterator[Finding]:
    for slide, _ in subject.slides:
        for said in slide_texts(slide):
            for paragraph in said.paragraphs:
                yield from _in_text(paragraph, subject)
        for value in values(slide.fields):
            yield from _in_value(value, slide, subject)


def _in_text(paragraph: Paragraph, subject: Subject) -> Iterator[Finding]:
    for run in paragraph.runs:
        if run.figure and not _qualified(run.figure, paragraph.plain, subject):
            yield _finding(run.figure, subject)


def _in_value(value: Value, slide: PlannedSlide, subject: Subject) -> Iterator[Finding]:
    around = "\n".join(said.plain for said in texts((slide.title, slide.fields), slide.span))
    if value.figure and not _qualified(value.figure, f"{value.shown}\n{around}", subject):
        yield _finding(value.figure, subject)


def _finding(use: FigureUse, subject: Subject) -> Finding:
    figure = subject.content.figures[use.name]
    bound = figure.qualifier or figure.confidence
    return Finding(f"`{figure.name}` is known as {bound} and is shown as if it were exact", use.span)


def _qualified(use: FigureUse, said: str, subject: Subject) -> bool:
    """Whether the text that shows a figure says what the figure's qualifier says."""
    figure = subject.content.figures.get(use.name)
    if figure is None or figure.wording:
        return True
    bound = figure.qualifier or ("minimum" if figure.confidence == "minimum" else "")
    if not bound:
        return True
    shown = subject.language.show(replace(figure, qualifier=bound), "")
    own = shown.removesuffix(subject.language.show(replace(figure, qualifier=""), "")).strip("\u00a0 ")
    words = {own.casefold(), *SYNONYMS[bound]} - {""}
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said.casefold()) for word in words)
