"""In: texts and values that name figures. Out: the same with what the deck shows in their place, spaces held.

What changes in nothing stays the same object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from deckgen.figures.values import changed
from deckgen.model.figure import Figure
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import Number
from deckgen.model.text import FigureUse, Paragraph, Run, Text, Value

_CLOSING = '"”’»)]*'
_OPENING = '"”’»«“„‘(['
_BELOW_ZERO = re.compile(r"-\d[\d., \u00a0\u202f]*[%‰]?\Z")
_TAIL = 200
"""How much of the text before a figure says whether a sentence begins."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The figures of one audience and the language they are shown in; what was shown once is remembered.

    `told` are those that its decks show: only they may stand in a formula that is spelled out.
    """

    figures: dict[str, Figure]
    language: Language
    told: Mapping[str, Figure] = field(default_factory=dict)
    shown: dict[Number, str] = field(default_factory=dict)


def bind(content: Any, binding: Binding) -> Any:
    """Texts and values bound, wherever they stand in dataclasses and tuples."""
    return changed(content, lambda text: bind_text(text, binding), lambda value: _bind_value(value, binding))


def bind_text(text: Text, binding: Binding) -> Text:
    paragraphs = tuple(_held(_bind_paragraph(paragraph, binding), binding.language) for paragraph in text.paragraphs)
    return text if paragraphs == text.paragraphs else Text(paragraphs, text.path, text.span)


def show(number: Number, binding: Binding) -> str:
    """The text of a number, made once."""
    if number not in binding.shown:
        binding.shown[number] = binding.language.show(number)
    return binding.shown[number]


def _number(use: FigureUse, binding: Binding) -> Number | None:
    """What a reference shows; None where there is no such figure, which content has reported."""
    figure = binding.figures.get(use.name)
    return figure.number(use.format) if figure else None


def _bind_paragraph(paragraph: Paragraph, binding: Binding) -> Paragraph:
    """A word that a figure begins a sentence with gets its capital: "mindst 375" is "Mindst 375" there."""
    if not any(run.figure for run in paragraph.runs):
        return paragraph
    before = ""
    runs = []
    for at, run in enumerate(paragraph.runs):
        if run.figure is not None:
            number = _said_once(_number(run.figure, binding), paragraph.runs[at + 1 :], binding.language)
            shown = show(number, binding) if number else ""
            if _begins_sentence(before, binding.language.abbreviations):
                shown = shown[:1].upper() + shown[1:]
            run = replace(run, text=shown, number=number)
        before = (before + run.text)[-_TAIL:]
        runs.append(run)
    return Paragraph(tuple(runs))


def _said_once(number: Number | None, after: tuple[Run, ...], language: Language) -> Number | None:
    """The number without its unit where the text goes on with that: `${growth} procentpoint`."""
    if number is None or not number.unit or number.wording:
        return number
    bare = replace(number, unit="")
    unit = language.show(number).removeprefix(language.show(bare)).replace(NO_BREAK, " ").strip()
    goes_on = "".join(run.text for run in after[:2]).replace(NO_BREAK, " ")
    said = unit and re.match(rf"\s?{re.escape(unit)}(?!\w)", goes_on, re.IGNORECASE)
    return bare if said else number


def _held(paragraph: Paragraph, language: Language) -> Paragraph:
    """The paragraph with the language's no-break spaces, also where a figure and its unit stand in different runs.

    Of one that is nothing but a number below zero, with the language's minus too.
    """
    said = paragraph.plain
    held = language.hold(said)
    if _BELOW_ZERO.match(said):
        held = language.numbers.separators.minus + held[1:]
    if held == said:
        return paragraph
    runs, start = [], 0
    for run in paragraph.runs:
        runs.append(replace(run, text=held[start : start + len(run.text)]))
        start += len(run.text)
    return Paragraph(tuple(runs))


def _begins_sentence(before: str, abbreviations: frozenset[str]) -> bool:
    """Whether the text so far is none, or ends a sentence: "Ja. " does; "bl.a. ", "N. " and "og så … " do not."""
    said = before.rstrip()
    if not said or said == before:
        return not said
    ended = said.rstrip(_CLOSING)
    if not ended.endswith("."):
        return ended.endswith(("?", "!"))
    word = ended.split()[-1].lstrip(_OPENING).casefold()
    is_initial = len(word) == 2 and word[0].isalpha()
    return not (is_initial or word in abbreviations or word.endswith(".."))


def _bind_value(value: Value, binding: Binding) -> Value:
    number = _number(value.figure, binding) if value.figure else value.number
    if number is None:
        return value
    style = binding.language.numbers
    return replace(
        value,
        number=number,
        shown=show(number, binding),
        qualifier=style.qualifier(number),
        number_format=style.format(number),
    )
