"""In: what two audiences see. Out: what one of them alone may see, in a form that can be looked for in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from deckgen.checks.prose import deck_texts, slide_texts, texts
from deckgen.checks.used import used_figures
from deckgen.checks.written import normal
from deckgen.diagnostics import Span
from deckgen.model.deck import Content, Figure
from deckgen.model.language import Language
from deckgen.plan.binding import Binding, bind
from deckgen.plan.spelled import came_about

SHORTEST: Final = 12
"""Characters of a text that can be looked for: what is shorter stands in many places by chance."""

DIGITS: Final = 3
"""Digits of a number that can be looked for; fewer do where a sign or a word stands with them."""

_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?:;])\s+|\n")
_NAME: Final = re.compile(r"[.-]")
"""A figure's name of one word may stand in any text; one of two parts is a name."""

_WORD: Final = re.compile(r"\w+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Secret:
    """Something to look for: `said` in small letters; `pattern` makes sure that it stands there in whole words."""

    said: str
    span: Span
    pattern: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        return self.said in text and self.pattern.search(text) is not None

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """False where a word of it is not among `words`, which spares looking through a long text."""
        return words.issuperset(_WORD.findall(self.said))


@dataclass(frozen=True)
class Knowledge:
    """All that one audience may see: sentences and names with their places, and numbers of figures that it uses."""

    sentences: dict[str, Span]
    names: dict[str, Span]
    numbers: dict[str, Span]
    everything: str

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self.everything)


def words_of(said: str) -> frozenset[str]:
    return frozenset(_WORD.findall(said))


def knowledge(content: Content, language: Language) -> Knowledge:
    binding = Binding(content.figures, language)
    figures = [content.figures[name] for name in used_figures(content)]
    sentences: dict[str, Span] = {}
    for said in _said(content, figures, binding):
        for sentence in _SENTENCE_ENDS.split(said[0]):
            sentences.setdefault(normal(sentence), said[1])
    names = {slide.id: slide.span for slide in content.slides.values()}
    names |= {figure.name: figure.span for figure in figures if _NAME.search(figure.name)}
    names |= {row: figure.span for figure in figures for row in figure.rows}
    numbers = {normal(shown): figure.span for figure in figures for shown in _shown(figure, language)}
    return Knowledge(sentences, names, numbers, "\n".join((*sentences, *numbers)))


def _said(content: Content, figures: list[Figure], binding: Binding) -> Iterator[tuple[str, Span]]:
    """Every text that this audience may see, figures in their place."""
    found = [said for slide in content.slides.values() for said in slide_texts(bind(slide, binding))]
    found += [said for deck in content.decks.values() for said in deck_texts(bind(deck, binding))]
    for figure in figures:
        how = came_about(figure, content.figures, binding.language)
        found += texts((figure.label, bind(figure.base, binding), figure.note, how), figure.span)
    found += [said for source in content.sources.values() for said in texts(source.text, source.span)]
    for said in found:
        yield said.plain, said.span


def _shown(figure: Figure, language: Language) -> set[str]:
    """How a figure may stand in a file: as shown, the number alone, and raw as in a workbook."""
    shown = {language.show(figure, "plain"), language.show(figure, "")}
    return shown if figure.wording else {*shown, f"{figure.value.normalize():f}"}


def secrets(theirs: Knowledge, own: Knowledge) -> Iterator[Secret]:
    """What `theirs` holds and `own` does not, nor says in passing."""
    for sentence, span in theirs.sentences.items():
        if len(sentence) >= SHORTEST and sentence not in own.sentences:
            yield from _unless_known(_secret(sentence, span, r"\w", r"\w"), own)
    for name, span in theirs.names.items():
        if name not in own.names:
            yield _secret(name.casefold(), span, r"[\w.-]", r"[\w-]|\.\w")
    for number, span in theirs.numbers.items():
        if _is_distinct(number):
            yield from _unless_known(_secret(number, span, r"[\w.,]", r"\w|[.,]\d"), own)


def _unless_known(secret: Secret, own: Knowledge) -> Iterator[Secret]:
    if not (secret.may_stand_among(own.words) and secret.stands_in(own.everything)):
        yield secret


def _is_distinct(number: str) -> bool:
    """Whether a number says whose it is: 7 and 2021 stand in every file."""
    digits = sum(character.isdigit() for character in number)
    return not _YEAR.match(number) and (digits >= DIGITS or len(number) >= SHORTEST)


def _secret(said: str, span: Span, before: str, after: str) -> Secret:
    return Secret(said, span, re.compile(rf"(?<!{before}){re.escape(said)}(?!{after})"))
