"""In: texts and values that name figures. Out: the same with what the deck shows in their place.

What names no figure stays the same object.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from typing import Any

from deckgen.content.drafts import decimals_of, rounded
from deckgen.content.references import field_names
from deckgen.model.deck import Figure
from deckgen.model.language import Language
from deckgen.model.text import FigureUse, Paragraph, Run, Text, Value

_SENTENCE_BEGINS = re.compile(r"(?:^|[.?!…][\"”’»)\]]*\s)\s*\Z")


@dataclass(frozen=True, slots=True)
class Binding:
    """The figures of one audience and the language they are shown in; what was shown once is remembered."""

    figures: dict[str, Figure]
    language: Language
    shown: dict[tuple[str, str], str] = field(default_factory=dict)


def bind(content: Any, binding: Binding) -> Any:
    """Texts and values bound, wherever they stand in dataclasses and tuples."""
    if isinstance(content, Text):
        return bind_text(content, binding)
    if isinstance(content, Value):
        return _bind_value(content, binding)
    if isinstance(content, tuple):
        parts = tuple(bind(part, binding) for part in content)
        return parts if any(new is not old for new, old in zip(parts, content, strict=True)) else content
    changes = {}
    for name in field_names(content):
        old = getattr(content, name)
        new = bind(old, binding)
        if new is not old:
            changes[name] = new
    return dataclasses.replace(content, **changes) if changes else content


def bind_text(text: Text, binding: Binding) -> Text:
    if not any(run.figure for paragraph in text.paragraphs for run in paragraph.runs):
        return text
    paragraphs = tuple(_bind_paragraph(paragraph, binding) for paragraph in text.paragraphs)
    return Text(paragraphs, text.path, text.span)


def show(use: FigureUse, binding: Binding) -> str:
    """What stands for the figure; empty where there is none, which content has reported."""
    key = (use.name, use.format)
    if key not in binding.shown:
        figure = binding.figures.get(use.name)
        binding.shown[key] = binding.language.show(figure, use.format) if figure else ""
    return binding.shown[key]


def _bind_paragraph(paragraph: Paragraph, binding: Binding) -> Paragraph:
    """A word that a figure begins a sentence with gets its capital: "mindst 375" is "Mindst 375" there."""
    before = ""
    runs = []
    for run in paragraph.runs:
        if run.figure is not None:
            shown = show(run.figure, binding)
            if _SENTENCE_BEGINS.search(before):
                shown = shown[:1].upper() + shown[1:]
            run = Run(shown, run.bold, run.link, run.figure)
        before += run.text
        runs.append(run)
    return Paragraph(tuple(runs))


def _bind_value(value: Value, binding: Binding) -> Value:
    if value.figure is not None:
        figure = binding.figures.get(value.figure.name)
        number = rounded(figure) if figure else None
        return Value(number, show(value.figure, binding), value.figure, value.path, value.span)
    if value.number is None:
        return value
    literal = Figure("", value.number, decimals=decimals_of(value.number))
    return Value(value.number, binding.language.show(literal, ""), None, value.path, value.span)
