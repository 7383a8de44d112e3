"""In: what content wrote. Out: every text in it with its place, and the numbers that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Final, Literal, NewType, get_args, get_origin, get_type_hints

from deckgen.checks.text.exempt_numbers import without_known
from deckgen.diagnostics import Span
from deckgen.model.content import Content, Deck, Slide
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Paragraph, Run, Script, Text, Value
from deckgen.model.texts import NAMED, said

BOUND: Final = "\ufffc"
"""Stands in a text for a run that is bound to a figure or is a literal with a reason."""

_NUMBER: Final = re.compile(r"[+−-]?\d+(?:[.,\u00a0]\d+)*(?:\s?[–-]\s?\d+(?:[.,]\d+)*)?(?:[ \u00a0]?%)?")
_AROUND: Final = 24
_SCRIPTS: Final[dict[Script, dict[int, int]]] = {
    "super": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


@dataclass(frozen=True)
class Said:
    """A text with its place. `is_string`: it is one run of a string, in which no figure can be bound.

    `path` is its field path on the slide; that of a string is empty.
    """

    paragraphs: tuple[Paragraph, ...]
    span: Span
    is_string: bool = False
    path: str = ""

    @cached_property
    def plain(self) -> str:
        return "\n".join([paragraph.plain for paragraph in self.paragraphs])


def texts(content: Any, span: Span) -> Iterator[Said]:
    """What is said in a dataclass or tuple, text by text; a string stands at `span`, the nearest place that is known.

    What is chosen among given words (a ground, a sign, an icon, a chart type) says nothing, nor does the path of a
    picture.
    """
    for part in _leaves(content):
        if isinstance(part, Text) and part:
            yield Said(part.paragraphs, part.span if part.span.line else span, path=part.path)
        elif isinstance(part, str):
            yield Said((Paragraph((Run(part),)),), span, is_string=True)


@cache
def _written_names(type_: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that hold what somebody wrote; none of any other type."""
    if not is_dataclass(type_):
        return ()
    hints = get_type_hints(type_)
    return tuple(field.name for field in fields(type_) if not _is_choice(hints[field.name]))


def _is_choice(hint: Any) -> bool:
    return isinstance(hint, NewType) or get_origin(hint) is Literal or any(map(_is_choice, get_args(hint)))


def values(content: Any) -> Iterator[Value]:
    """Every value in a dataclass or tuple."""
    return (part for part in said(content) if isinstance(part, Value))


def _leaves(content: Any) -> Iterator[Any]:
    """What was written in a dataclass or tuple, in order; texts, values and places are not looked into."""
    ahead = [content]
    while ahead:
        part = ahead.pop()
        if isinstance(part, tuple):
            ahead += part[::-1]
        elif isinstance(part, Text | Value | Span | str):
            yield part
        elif not isinstance(part, NAMED):
            type_: Any = type(part)
            ahead += [getattr(part, name) for name in _written_names(type_)[::-1]]


def slide_texts(slide: Slide | PlannedSlide) -> Iterator[Said]:
    """Title, furniture, fields, footnotes and notes of a slide."""
    return texts((slide.shown, slide.notes), slide.span)


def deck_texts(deck: Deck) -> Iterator[Said]:
    """What a deck file says on slides."""
    chapters = tuple(chapter.title for chapter in deck.chapters)
    return texts((deck.title, deck.subtitle, deck.meeting, *chapters, deck.appendix_title, deck.sticker), deck.span)


def figure_texts(names: Iterator[str] | tuple[str, ...], content: Content) -> Iterator[Said]:
    """Labels, bases and notes of figures, which stand on the sources slide and in the foot."""
    for name in names:
        figure = content.figures.get(name)
        if figure is not None:
            yield from texts((figure.label, figure.base, figure.note), figure.span)


def unbound_numbers(said: Said, literals: tuple[str, ...], language: Language) -> Iterator[str]:
    """Each number in digits that is neither bound, nor a literal, nor of a known sort, with a few words around it."""
    for paragraph in said.paragraphs:
        line = "".join(map(_countable, paragraph.runs))
        if not any(character.isdigit() for character in line):
            continue
        masked = without_known(line, language.prose.exempt_numbers)
        for phrase in literals:
            masked = _phrase(phrase).sub(_blank, masked)
        for match in _NUMBER.finditer(masked):
            yield _context(line, match.start(), match.end())


def _countable(run: Run) -> str:
    """A run as numbers are looked for in it: what stands above or below the line is a part of a unit or a name."""
    if run.figure or run.literal:
        return BOUND
    return run.text.translate(_SCRIPTS[run.script]) if run.script else run.text


@lru_cache(maxsize=256)
def _phrase(said: str) -> re.Pattern[str]:
    # A space may stand as a no-break space in the text.
    spaced = re.escape(said).replace("\\ ", r"\s")
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _context(line: str, start: int, end: int) -> str:
    """The number with whole words around it."""
    first = line.rfind(" ", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
    last = line.find(" ", min(len(line), end + _AROUND))
    cut = line[first : last if last >= 0 else len(line)].replace(BOUND, "…").replace("\n", " ")
    return f"{'…' if first else ''}{cut}{'…' if last >= 0 else ''}"
