"""In: figures and the slides that show them. Out: on what each rests, and where n is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from deckgen.checks.engine.subject import Subject
from deckgen.checks.text.prose import values
from deckgen.model.chart_fields import ChartFields
from deckgen.model.content import Content
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Text


def charted(subject: Subject) -> Iterator[tuple[PlannedSlide, ChartFields]]:
    """The slides of the deck that hold a chart."""
    for slide, _ in subject.slides:
        if isinstance(slide.fields, ChartFields):
            yield slide, slide.fields


def figures_in(fields: Any, content: Content) -> list[Figure]:
    """The figures that the values of a slide are bound to, each once."""
    names = dict.fromkeys(value.figure.name for value in values(fields) if value.figure)
    return [content.figures[name] for name in names if name in content.figures]


def base_of(figure: Figure, content: Content, language: Language) -> str:
    """The base as it is shown; empty where there is none."""
    return plain(figure.base, content, language).rstrip(". ")


def plain(text: Text, content: Content, language: Language) -> str:
    """A text with its figures shown."""
    said = []
    for paragraph in text.paragraphs:
        for run in paragraph.runs:
            figure = content.figures.get(run.figure.name) if run.figure else None
            said.append(language.show(figure.number(run.figure.format)) if figure and run.figure else run.text)
    return "".join(said)


def base_n(figure: Figure, content: Content, language: Language) -> int:
    """The n of a base such as "12 af 13 klynger": its first number, shown or typed; 0 where it names none."""
    for run in (run for paragraph in figure.base.paragraphs for run in paragraph.runs):
        shown = content.figures.get(run.figure.name) if run.figure else None
        found = (shown.value,) if shown else language.numbers.read(run.text)
        if found:
            return int(found[0])
    return 0


def foot_says_n(foot: str, n: int, language: Language) -> bool:
    """Whether a foot says so many respondents: "n = 12", "n = 12 (A), 15 (B)", or within "n = 10–15"."""
    before, _, behind = language.labels.between.partition("{between}")
    for said in re.split(r"[;.] |[;.]$", foot):
        if before.strip() not in said or not said.endswith(behind):
            continue
        between = said.rpartition(before.strip())[2].removesuffix(behind)
        ends = between.split("–")
        if len(ends) == 2 and all(map(str.strip, ends)):
            low, high = (language.numbers.read(end) for end in ends)
            return bool(low and high and low[0] <= n <= high[-1])
        if n in {number for part in between.split("), ") for number in language.numbers.read(part)[:1]}:
            return True
    return False


def says_base(said: str, language: Language) -> bool:
    """Whether a text says what its numbers rest on: "n = 12", or the label of a base."""
    return bool(_says_n(language.labels.respondents).search(said)) or f"{language.labels.base}:" in said


def n_said(said: str, language: Language) -> int:
    """The n of "n = 1.250"; 0 where a text says none, or more than one."""
    matches = _says_n(language.labels.respondents).findall(said)
    numbers = language.numbers.read(matches[0]) if len(matches) == 1 else ()
    return int(numbers[0]) if len(numbers) == 1 else 0


@cache
def _says_n(form: str) -> re.Pattern[str]:
    """What finds "n = 12" by its form "n = {n}", however it is spaced."""
    around = (r"\s*".join(map(re.escape, part.split())) for part in form.split("{n}"))
    said = r"\s*\d[\d.,]*\s*".join(around)
    return re.compile(rf"(?<!\w){said}", re.IGNORECASE)
