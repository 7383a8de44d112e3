"""In: what two audiences see. Out: what one of them alone may see, in a form that can be looked for in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Final

from deckgen.checks.figures.uses import made_from, used_figures
from deckgen.checks.text.file_text import normal
from deckgen.checks.text.prose import deck_texts, slide_texts, texts, values
from deckgen.diagnostics import Span
from deckgen.figures.audience_view import shown_to, told_parts
from deckgen.figures.provenance import how
from deckgen.figures.references import all_figures, uses
from deckgen.model.content import Content, Slide
from deckgen.model.figure import Figure
from deckgen.model.known import Held, Known
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.planning.binding import Binding, bind
from deckgen.planning.provenance_text import came_about

SHORTEST: Final = 12
"""Characters of a text that is looked for in all lines; what is shorter must be a line of its own."""

DIGITS: Final = 3
"""Digits of a number that is looked for everywhere; one with fewer only in charts and their workbooks."""

_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?:;])\s+|\n")
_NAME: Final = re.compile(r"[.-]")
"""A figure's name of one word may stand in any text; one of two parts is a name."""

_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_SAYING: Final = (
    r"/(?:slides|notesSlides|charts|worksheets|tables|comments|tags)/|sharedStrings|docProps/|customXml/|document"
)
"""Parts in which a line is what somebody wrote, and no name that every file has."""

_CELLS: Final = r"/charts/|/worksheets/|sharedStrings"
"""Parts in which a number on a line of its own is a cell or a point of a chart."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Secret:
    """Something to look for: `said` in small letters, in whole words: not after `before`, nor before `after`.

    What many files hold by chance counts only where it is `alone` on its line, and only in `parts` (a pattern).
    """

    said: str
    span: Span
    before: str = ""
    after: str = ""
    alone: bool = False
    parts: str = ""

    def stands_in(self, text: str) -> bool:
        at = text.find(self.said)
        if at >= 0 and self.alone:
            return f"\n{self.said}\n" in f"\n{text}\n"
        while at >= 0 and not self._is_whole(text, at):  # one pattern for all of it would be tried everywhere
            at = text.find(self.said, at + 1)
        return at >= 0

    def _is_whole(self, text: str, at: int) -> bool:
        """Whether what stands at that place of a text is no part of something longer."""
        before, end = text[at - 1 : at], at + len(self.said)
        return not (before and re.match(self.before, before)) and not re.match(self.after, text[end : end + 2])

    def may_stand_in(self, part: str) -> bool:
        return not self.parts or re.search(self.parts, part) is not None

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """False where a word of it is not among `words`, which spares looking through a long text."""
        return words.issuperset(_WORD.findall(self.said))


@dataclass(frozen=True)
class Knowledge:
    """What somebody may see: sentences and names with their places, and numbers of figures.

    `everything` holds what the program itself says too, such as the heads of its tables: that tells nobody anything.
    """

    sentences: dict[str, Span]
    names: dict[str, Span]
    numbers: dict[str, Span]
    everything: str

    def __bool__(self) -> bool:
        """Whether there is anything that is somebody's to see."""
        return bool(self.sentences or self.names or self.numbers)

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self.everything)


@lru_cache(maxsize=2048)
def words_of(said: str) -> frozenset[str]:
    return frozenset(_WORD.findall(said))


@dataclass(frozen=True, slots=True)
class SlideSaid:
    """What a slide says to one audience, figures in their place: its sentences, and the numbers written on it."""

    sentences: tuple[tuple[str, Span], ...]
    literals: tuple[Figure, ...]


def seen_by(content: Content, language: Language, known: Known[SlideSaid] | None = None) -> Knowledge:
    """All that one audience may see; of figures, those that its decks show. `known`: what slides said before."""
    shown = shown_to(content)
    return _of_content(content, list(shown.values()), Binding(content.figures, language, shown), known or Known())


def known_to(content: Content, language: Language, known: Known[SlideSaid] | None = None) -> Knowledge:
    """The same with all that its figures are made of, which is nobody else's business either."""
    figures = [content.figures[name] for name in used_figures(content, content.figures)]
    return _of_content(content, figures, Binding(content.figures, language, content.figures), known or Known())


def withheld_from(content: Content, contents: Iterable[Content], language: Language) -> Knowledge:
    """What the figures of an audience are computed from and none of its decks shows, whoever else is shown it."""
    shown, everything = shown_to(content), all_figures((content, *contents))
    parts = dict.fromkeys(part for name in shown for part in made_from(name, everything) if part not in shown)
    figures = [everything[name] for name in parts]
    said = _sentences(_of_figures(figures, Binding(everything, language)))
    return _knowledge(said, {}, figures, figures, language)


def _of_content(content: Content, figures: list[Figure], binding: Binding, known: Known[SlideSaid]) -> Knowledge:
    slides = [
        known.made(
            slide, partial(_slide_said, slide, binding), content.audience, "said", *_bound_with(slide, binding)
        )
        for slide in content.slides.values()
    ]
    decks = (said for deck in content.decks.values() for said in deck_texts(bind(deck, binding)))
    around = chain(((said.plain, said.span) for said in decks), _of_figures(figures, binding), _of_sources(content))
    said = chain.from_iterable((*(slide.sentences for slide in slides), _sentences(around)))
    names = {slide.id: slide.span for slide in content.slides.values()}
    literals = chain.from_iterable(slide.literals for slide in slides)
    return _knowledge(said, names, figures, [*figures, *literals], binding.language)


def _bound_with(slide: Slide, binding: Binding) -> tuple[Held, ...]:
    """The figures that a slide names."""
    names = dict.fromkeys(use.name for use in uses((slide.said, slide.notes)))
    return tuple(Held(name, binding.figures.get(name)) for name in names)


def _slide_said(slide: Slide, binding: Binding) -> SlideSaid:
    said = ((one.plain, one.span) for one in slide_texts(bind(slide, binding)))
    return SlideSaid(tuple(_sentences(said)), tuple(_literals(slide)))


def _sentences(said: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The sentences of texts, as they are compared."""
    for text, span in said:
        for sentence in _SENTENCE_ENDS.split(text):
            yield _compared(sentence), span


def _knowledge(
    said: Iterable[tuple[str, Span]],
    names: Mapping[str, Span],
    figures: list[Figure],
    counted: list[Figure],
    language: Language,
) -> Knowledge:
    sentences: dict[str, Span] = {}
    for sentence, span in said:
        sentences.setdefault(sentence, span)
    known = {**names, **{figure.name: figure.span for figure in figures if _NAME.search(figure.name)}}
    known |= {row: figure.span for figure in figures for row in figure.rows}
    numbers = {normal(shown): figure.span for figure in counted for shown in _shown(figure, language)}
    return Knowledge(sentences, known, numbers, "\n".join((*sentences, *numbers, *_of_program(figures, language))))


_compared = lru_cache(maxsize=8192)(normal)
"""Most sentences are seen by several audiences, and each is asked for in the deck of each."""


def _of_program(figures: list[Figure], language: Language) -> Iterator[str]:
    """The labels of the language, and what the sources slide says of the date of a figure."""
    labels = language.labels
    said = (getattr(labels, one.name) for one in fields(labels))
    yield from (normal(label) for label in said if isinstance(label, str))
    yield from {normal(f"{labels.as_of} {language.date(figure.as_of)}") for figure in figures if figure.as_of}


def _of_figures(figures: list[Figure], binding: Binding) -> Iterator[tuple[str, Span]]:
    """What is said of figures; how they came about, as far as the parts are told."""
    for figure in figures:
        made = [came_about(figure, binding.told, binding.language)]
        if told_parts(figure, binding.told) == figure.uses:
            made.append(how(figure.provenance, binding.told))
        told = (figure.label, bind(figure.base, binding), figure.note, *made, figure.wording)
        for said in texts(told, figure.span):
            yield said.plain, said.span


def _of_sources(content: Content) -> Iterator[tuple[str, Span]]:
    for source in content.sources.values():
        yield source.text, source.span


def _literals(slide: Slide) -> Iterator[Figure]:
    """The numbers of charts and figures that are written where they are shown."""
    for value in values(slide.said):
        if value.number is not None and value.figure is None:
            yield Figure("", value.number.value, decimals=value.number.decimals, span=value.span)


def _shown(figure: Figure, language: Language) -> set[str]:
    """How a figure may stand in a file: as shown, the number alone, and raw and rounded as in a workbook."""
    shown = {language.show(figure.number(format)) for format in ("plain", "")}
    return shown if figure.wording else {*shown, f"{figure.value.normalize():f}", f"{figure.rounded:f}"}


def secrets(theirs: Knowledge, own: Knowledge) -> Iterator[Secret]:
    """What `theirs` holds and `own` does not, nor says in passing."""
    for sentence, span in theirs.sentences.items():
        if sentence not in own.sentences and len(sentence) >= SHORTEST:
            yield from _unless_known(Secret(sentence, span, r"\w", r"\w"), own)
        elif sentence not in own.sentences and _LETTERS.search(sentence):
            yield from _unless_known(Secret(sentence, span, r"\w", r"\w", alone=True, parts=_SAYING), own)
    for name, span in theirs.names.items():
        if name not in own.names:
            yield Secret(name.casefold(), span, r"[\w.-]", r"[\w-]|\.\w")
    for number, span in theirs.numbers.items():
        if _is_distinct(number):
            yield from _unless_known(Secret(number, span, r"[\w.,]", r"\w|[.,]\d"), own)
        elif number not in own.numbers and number.isdigit():
            yield Secret(number, span, alone=True, parts=_CELLS)


def _unless_known(secret: Secret, own: Knowledge) -> Iterator[Secret]:
    anywhere = replace(secret, alone=False)
    if not (secret.may_stand_among(own.words) and anywhere.stands_in(own.everything)):
        yield secret


def _is_distinct(number: str) -> bool:
    """Whether a number says whose it is: 7 and 2021 stand in every file."""
    digits = sum(character.isdigit() for character in number)
    return not _YEAR.match(number) and (digits >= DIGITS or len(number) >= SHORTEST)
