"""What the engine itself says, in the language of the deck. In: locale. Out: plan, kinds and layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from deckgen.model.number import Number, Qualifier
from deckgen.model.number_format import NumberFormat, Separators

NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that the engine adds to slides and notes."""

    agenda: str
    appendix: str
    base: str
    continued: str
    minutes: str
    source: str
    sources: str
    figure: str
    value: str
    as_of: str
    step: str
    responsible: str
    when: str
    phone: str
    email: str
    web: str
    notes_minutes: str
    notes_sources: str
    prepared_for: str
    rounded: str
    how: str
    given: str
    computed: str
    share_of: str
    """A share in words, with `{part}` and `{whole}`."""
    tabulated: Mapping[str, str]
    """What was done in a data file to get a number, by statistic (count, share, sum …), with `{file}`."""
    answered: str
    """A question and an answer to it, with `{question}` and `{answer}`; `quoted` is a question alone."""
    quoted: str
    where: str
    """A filter, with `{question}` and `{answers}`, which `either` joins."""
    either: str
    hidden: str
    """In the place of a number that would tell what single respondents answered."""
    hidden_why: str


Compounds = Mapping[str, tuple[str, ...]]
"""Long words in small letters, each with the parts that it may be broken between."""


@dataclass(frozen=True, eq=False, slots=True)
class NumberStyle:
    """How a language writes numbers, and what it writes around them.

    `qualifiers` are its words for them; `words` are those for whole numbers from zero on. A unit stands behind the
    number after a space that does not break, one of `tight` right behind it. `abbreviated` units are shown wherever
    the number is, as are those without a letter; a unit that is a word only where it is asked for.
    """

    separators: Separators
    qualifiers: Mapping[Qualifier, str]
    words: tuple[str, ...]
    abbreviated: frozenset[str]
    tight: frozenset[str] = frozenset()

    def show(self, number: Number) -> str:
        """The number as the deck prints it; a wording of the source stands as it is."""
        if number.wording:
            return number.wording
        word = self._word(number)
        if word:
            return NO_BREAK.join(filter(None, (self.qualifiers[number.qualifier], word)))
        return self._format(number).text(number.value)

    def format(self, number: Number) -> NumberFormat | None:
        """How a program prints numbers like this one; None where no format can: words, and a unit with quotes."""
        return None if number.wording or self._word(number) or '"' in number.unit else self._format(number)

    def _format(self, number: Number) -> NumberFormat:
        qualifier, unit = self.qualifiers[number.qualifier], self._unit(number)
        gap = "" if not unit or unit in self.tight else NO_BREAK
        return NumberFormat(
            self.separators,
            f"{qualifier}{NO_BREAK}" if qualifier else "",
            f"{gap}{unit.replace(' ', NO_BREAK)}",
            number.decimals,
            number.format == "signed",
        )

    def qualifier(self, number: Number) -> str:
        """What stands before the number; of a wording, what a space that does not break holds to the rest."""
        if number.wording:
            before, space, _ = number.wording.partition(NO_BREAK)
            return before if space and before[:1].isalpha() else ""
        return self.qualifiers[number.qualifier]

    def read(self, text: str) -> tuple[Decimal, ...]:
        """The numbers that somebody wrote into a text in digits, in order."""
        marks = self.separators
        group, decimal, minus = (re.escape(one) for one in (marks.group, marks.decimal, marks.minus))
        written = re.compile(rf"{minus}?(?:\d+(?:{group}\d{{3}})+|\d+)(?:{decimal}\d+)?")
        plain = str.maketrans({marks.group: "", marks.decimal: ".", marks.minus: "-"})
        return tuple(Decimal(found.translate(plain)) for found in written.findall(text))

    def _word(self, number: Number) -> str:
        """The word for a small whole number that is asked for in words; empty for any other."""
        value = number.value
        small = value == value.to_integral_value() and 0 <= value < len(self.words)
        return self.words[int(value)] if number.format == "words" and small and not self._unit(number) else ""

    def _unit(self, number: Number) -> str:
        """The unit that is shown: a symbol belongs to the number wherever it stands, `klynger` where it is asked."""
        unit = number.unit
        is_symbol = unit in self.abbreviated or not any(character.isalpha() for character in unit)
        return unit if is_symbol or number.format == "unit" else ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `code` as in `lang` attributes; `numbers` is how it writes them."""

    code: str
    labels: Labels
    numbers: NumberStyle
    abbreviations: frozenset[str] = frozenset()
    """Words that end in a full stop which does not end a sentence, in small letters."""
    date: Callable[[str], str] = str
    """Prints a year, a month or a day ("2023", "2023-11", "2023-11-30"); anything else comes back as written."""
    hold: Callable[[str], str] = str
    """Puts no-break spaces where a line must not break ("12 %", "nr. 5"): as many characters as it is given."""
    compounds: Compounds = field(default_factory=dict)

    def show(self, number: Number) -> str:
        """The number as the deck prints it."""
        return self.numbers.show(number)
