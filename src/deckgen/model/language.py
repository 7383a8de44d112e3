"""What the engine itself says, in the language of the deck. In: locale. Out: plan, kinds and layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from deckgen.model.figure import Figure


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


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `code` as in `lang` attributes; `show(figure, format)` prints a figure as the deck shows it.

    Every format rounds half up, once, from the raw value:
    "" qualifier, number and a symbol unit (`mindst 375`, `92 %`); "plain" the number alone; "words" as "", small
    whole numbers as words (`tolv`); "unit" as "" with a word unit too (`12 klynger`); "qualified" as "", and where
    the figure has no qualifier the one that its confidence calls for (an estimate is `ca.`, a minimum `mindst`);
    "signed" the number with its sign and a symbol unit, for a change (`+5`, `−5`, `0`); "percent" as "" with `%`
    for whatever the unit writes (`pct.`), for shares alone.
    """

    code: str
    labels: Labels
    show: Callable[[Figure, str], str]
    formats: tuple[str, ...]
    abbreviations: frozenset[str] = frozenset()
    """Words that end in a full stop which does not end a sentence, in small letters."""
    date: Callable[[str], str] = str
    """Prints a year, a month or a day ("2023", "2023-11", "2023-11-30"); anything else comes back as written."""
    hold: Callable[[str], str] = str
    """Puts no-break spaces where a line must not break ("12 %", "nr. 5"): as many characters as it is given."""
    compounds: Compounds = field(default_factory=dict)
