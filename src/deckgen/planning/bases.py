"""What the numbers of a slide rest on, for its foot. In: figures, what the page says already. Out: each base once.

How many answered is one line for all questions: `n = 54–58`, and nothing where labels on the page say it. Of other
bases the usual one stands bare, and the others name the numbers that rest on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.number import Number
from deckgen.model.text import Text, Value
from deckgen.planning.binding import Binding, bind_text
from deckgen.planning.provenance_text import either, respondents

MOST_GROUPS: Final = 6
"""Groups of which each has its n in the foot."""

Resting = Mapping[str, Sequence[Figure]]
"""Bases in words, each with the figures that rest on it."""


def bases(figures: Sequence[Figure], on_page: Iterable[Text | Value], binding: Binding) -> list[str]:
    """The bases of the figures, as the foot lists them; `on_page` is all that the slide says elsewhere."""
    resting: dict[str, list[Figure]] = {}
    counted: dict[str, list[Counted]] = {}
    for figure in figures:
        base = bind_text(figure.base, binding).plain.rstrip(". ")
        number = figure.counted and respondents(figure.counted, binding.language)
        if figure.counted and number and base in ("", number):
            counted.setdefault(number, []).append(figure.counted)
        elif base:
            resting.setdefault(base, []).append(figure)
    return [*_named(resting, binding.language), *_respondents(counted, resting, on_page, binding.language)]


def _respondents(
    counted: Mapping[str, Sequence[Counted]], resting: Resting, on_page: Iterable[Text | Value], language: Language
) -> list[str]:
    """How many answered, where neither the page nor another base says it.

    Of few groups each, else from the fewest to the most.
    """
    if counted:
        page = "\n".join(one.plain for one in on_page if isinstance(one, Text)).replace(NO_BREAK, " ")
        counted = {said: one for said, one in counted.items() if not _is_said(one[0], said, page, resting, language)}
    if len(counted) < 2:
        return list(counted)
    every = [one for each in counted.values() for one in each]
    between = _groups(every, language) or _ends([Decimal(one.base) for one in every], language)
    said = language.labels.between.format(between=between)
    effective = [Decimal(round(one.effective)) for one in every if one.effective is not None]
    if not effective:
        return [said]
    return [language.labels.weighed.format(respondents=said, effective=_ends(effective, language))]


def _is_said(counted: Counted, said: str, page: str, resting: Resting, language: Language) -> bool:
    """Whether the page says how many answered, or a base does: "240 virksomheder"."""
    n = language.show(Number(Decimal(counted.base)))
    return _stands_in(said.replace(NO_BREAK, " "), page) or any(_stands_in(n, base) for base in resting)


def _stands_in(said: str, text: str) -> bool:
    """Whether a text says it, and no longer number: "n = 5" does not stand in "n = 57"."""
    return re.search(rf"(?<![\w.,]){re.escape(said)}(?![\d.,]*\d)", text) is not None


def _groups(every: Sequence[Counted], language: Language) -> str:
    """Each group's n with its name; empty where numbers are not of few groups of one question."""
    groups = dict.fromkeys((one.where[-1], one.base) for one in every if one.where)
    alike = {(question, one.question, one.where[:-1]) for one in every for question, _ in one.where[-1:]}
    if len(alike) != 1 or not 1 < len(groups) <= MOST_GROUPS or any(not one.where for one in every):
        return ""
    return ", ".join(
        f"{language.show(Number(Decimal(n)))} ({either(answers, language.labels)})" for (_, answers), n in groups
    )


def _ends(numbers: list[Decimal], language: Language) -> str:
    return "–".join(language.show(Number(end)) for end in dict.fromkeys((min(numbers), max(numbers))))


def _named(resting: Resting, language: Language) -> list[str]:
    """Each base; the one that most rest on is the usual one, and the others say for which numbers they hold."""
    usual = _usual(resting)
    said = sorted(resting, key=lambda base: base != usual)
    if len(said) < 2:
        return said
    shown = {base: tuple(dict.fromkeys(_shown(figure, language) for figure in resting[base])) for base in said}
    everywhere = [number for numbers in shown.values() for number in numbers]
    told = []
    for base in said:
        twice = any(everywhere.count(number) > 1 for number in shown[base])
        names = tuple(dict.fromkeys(figure.label for figure in resting[base])) if twice else shown[base]
        told.append(base if base == usual or not all(shown[base]) else f"{base} ({'; '.join(names)})")
    return told


def _usual(resting: Resting) -> str:
    """The base of more figures than any other has; empty where there is none."""
    counts = sorted((len(figures) for figures in resting.values()), reverse=True)
    if len(counts) > 1 and counts[0] == counts[1]:
        return ""
    return max(resting, key=lambda base: len(resting[base]), default="")


def _shown(figure: Figure, language: Language) -> str:
    """The number with its unit where that is short; empty where it is a wording, which finds itself."""
    return "" if figure.wording else language.show(figure.number())
