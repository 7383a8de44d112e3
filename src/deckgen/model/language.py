"""What a language must bring. In: a folder in locale/ for each. Out: read by every room that says or reads words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Final, Literal

from deckgen.model.date_style import DateStyle
from deckgen.model.draft_words import DraftWords
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import POINTS, Number, Qualifier
from deckgen.model.number_format import NumberFormat, Separators
from deckgen.model.places import Place
from deckgen.model.reading import NO_READING, Reading
from deckgen.model.survey_words import NO_SURVEY_WORDS, SurveyWords

NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that the engine adds to slides and notes."""

    agenda: str
    """Title of the slide that opens a chapter with the agenda."""
    appendix: str
    """Title of an appendix that has none."""
    base: str
    """Before what a number rests on, in the foot and on the sources slide."""
    resting_on: str
    """The same inside a sentence, with `{base}`."""
    respondents: str
    """How many answered, with `{n}`: "n = {n}"."""
    several: str
    """The same where what is told is of their answers, with `{respondents}` and `{answers}`, how many these are."""
    between: str
    """The same of several groups, the fewest and the most of them in `{between}`."""
    group: str
    """Over the column of groups that respondents are told apart by."""
    weighed: str
    """The same where they are weighed, with `{respondents}`, and `{effective}` for the n that would tell as much."""
    continued: str
    """Behind the title of a slide that goes on from the one before, with `{page}` and `{pages}`."""
    goes_on: str
    """The `{head}` of a group of rows that goes on from the page before."""
    page: str
    """Over a column of page numbers."""
    on_page: str
    """Before the number of one page, in short."""
    what_is_shown: str
    """Over what each figure counts, in the table of sources."""
    rows: str
    """Behind the alt text of a table that continues, with the rows here: `{first}` to `{last}` of `{count}`."""
    progress: str
    """Where the meeting is, for who hears a page, with `{number}`, `{count}` and `{title}` of the part."""
    option: str
    """Which of the numbered options a page is about, with `{numbers}` and `{count}`."""
    ticked: str
    """A tick in words, and how full a ball is, with `{quarters}`, for who hears a table."""
    quarters: str
    because: str
    """Over reasons, and over what follows from them."""
    therefore: str
    before: str
    """Over how it was, and how it is now."""
    now: str
    not_to_scale: str
    """Beside a drawing of which the sizes say only what is more and what is less."""
    quarter: str
    """A quarter of a year over a narrow column, with `{number}`."""
    minutes: str
    """Behind a number of minutes, short."""
    opening: str
    """The part of a meeting before its first chapter, and the minutes that nothing is planned for."""
    spare: str
    out_of: str
    """Behind a count, with the `{total}` that it is part of."""
    half: str
    """Where a scale of shares is half way, and where it ends."""
    all: str
    fractions: Mapping[str, str]
    """Fractions in words, in small letters, each as numerator/denominator: "tre fjerdedele" is 3/4."""
    source: str
    """Before one source in the foot, and over the column of sources; `sources` names several."""
    sources: str
    figure: str
    """Over the column of figures, and before the date that a figure is from."""
    as_of: str
    number: str
    """Over the column of the numbers of options, short."""
    step: str
    """Over the columns of a process: what is done, by whom, when."""
    responsible: str
    when: str
    contact: str
    """Over who to reach."""
    phone: str
    """Before the ways to reach somebody."""
    email: str
    web: str
    notes_minutes: str
    """Before the minutes, and before the origin of the numbers, at the end of the notes."""
    notes_sources: str
    drawn: str
    """Before the data of a drawing, at the end of the notes."""
    lower_quartile: str
    """Of a distribution: where a quarter, a half and three quarters of the answers lie below."""
    median: str
    upper_quartile: str
    middle_half: str
    """The answers between the two quartiles, in few words."""
    average: str
    """What a line across a chart is called that is at the average of its values, and at a number that is given."""
    target: str
    growth_per_year: str
    """What a number grows by in a year, with `{growth}`."""
    axis_break: str
    """That the axis of values leaves out what is between `{start}` and `{end}`."""
    totals: str
    """What the parts of each stack come to."""
    no_value: str
    """What an area of a map has that nothing is known of, in few words."""
    link: str
    """What ties two, with `{start}` and `{end}`."""
    prepared_for: str
    """Before the client's name on the cover."""
    rounded: str
    """Behind shares that do not add up to 100 as they are shown."""
    own_scale: str
    """A `{series}` that is drawn on another scale than those beside it, in few words."""
    cumulated: str
    """What a line says that goes up to all: the share of the largest, one after the other."""
    in_percent: str
    """A `{number}` of hundredths, with its sign."""
    given: str
    """Of a figure that has neither a source nor a way in which it came about."""
    computed: str
    """Before the formula of a figure that is computed from others."""
    share_of: str
    """A share in words, with `{part}` and `{whole}`."""
    tabulated: Mapping[str, str]
    """What was done with answers to get a number, by statistic (count, share, sum …); the name of a coefficient.

    That of a quantile says which, by `{part}`."""
    interval: str
    """Between which numbers chance leaves one, with `{level}` (95 %), `{low}` and `{high}`."""
    margin: str
    """How far chance may move any number that is shown, with `{level}` and `{margin}`."""
    letters: str
    """What a letter behind a number says, with `{level}`; `arrows`, what an arrow does."""
    arrows: str
    untested: str
    """That groups of fewer than `{n}` were not compared."""
    above: str
    """That the group with a `{letter}` is above those with the letters `{others}`."""
    no_difference: str
    """That no groups differ by more than chance."""
    lower_end: str
    """The lower end of the interval around what `{label}` says, and the upper one."""
    upper_end: str
    answered: str
    """A question and an answer to it, with `{question}` and `{answer}`; `quoted` is a question alone."""
    quoted: str
    where: str
    """A filter, with `{question}` and `{answers}`, which `either` joins."""
    broken_down: str
    """The question by whose answers respondents are told apart, with `{question}`."""
    either: str
    hidden: str
    """In the place of a number that would tell what single respondents answered."""
    hidden_why: str
    """Behind what is counted, where a number is hidden."""


Prompt = Literal[
    "title", "text", "heading", "section", "lead", "counted", "subtitle", "meeting", "client", "logo", "ordinal",
    "chart", "table", "notes",
]  # fmt: skip
"""The name of a prompt."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What an empty placeholder of our own template asks for: PowerPoint shows it to whoever edits a deck."""

    title: str
    text: str
    heading: str
    section: str
    """The section that a slide is in."""
    lead: str
    counted: str
    """What a chart counts."""
    subtitle: str
    meeting: str
    """Meeting and date, on the cover."""
    client: str
    """Whom the deck is made for."""
    logo: str
    ordinal: str
    """The number of a section, large."""
    chart: str
    table: str
    notes: str
    page: str
    """Where a page's number will stand."""

    def named(self, name: Prompt) -> str:
        """The prompt of that name."""
        prompt: str = getattr(self, name)
        return prompt


@dataclass(frozen=True, slots=True)
class Prose:
    """What rules must know of a language to read its texts."""

    may_be_verb: Callable[[str], bool]
    """Whether a word, in small letters, could be a verb in a finite form; in doubt it could."""
    qualifiers: Mapping[Qualifier, tuple[str, ...]]
    """Words that say a qualifier in a text, beside those by which the language shows it."""
    exempt_numbers: tuple[str, ...]
    """Patterns, in which capitals count as small letters, of numbers that are no findings: the sorts of number that
    every language writes alike (years, dates in digits, phone numbers, addresses on the web) are known."""
    reading: Reading = NO_READING
    """What rules that read as a person does know of it; they say nothing in a language that does not tell."""


Compounds = Mapping[str, tuple[str, ...]]
"""Long words in small letters, each with the parts that it may be broken between."""


@dataclass(frozen=True, eq=False, slots=True)
class NumberStyle:
    """How a language writes numbers, and what it writes around them.

    `qualifiers` are its words for them; `words` are those for whole numbers from zero on. A unit stands behind the
    number after a space that does not break, one of `tight` right behind it. `abbreviated` units are shown wherever
    the number is, as are those with a sign (`£k`), and `points`, in which two shares differ; a unit that is a word
    only where it is asked for, since a sentence bends it. `per_cent` are the units by which a figure is a share.
    `totals` are words, in small letters, for a row that sums up those above it.
    """

    separators: Separators
    qualifiers: Mapping[Qualifier, str]
    words: tuple[str, ...]
    abbreviated: frozenset[str]
    per_cent: frozenset[str]
    tight: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    points: str = "pp"

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

    def says_per_cent(self, said: str) -> bool:
        """Whether a text says that what it stands beside is shares."""
        plain = said.casefold()
        return any(re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", plain) for unit in self.per_cent)

    def _word(self, number: Number) -> str:
        """The word for a small whole number that is asked for in words; empty for any other."""
        value = number.value
        small = value == value.to_integral_value() and 0 <= value < len(self.words)
        return self.words[int(value)] if number.format == "words" and small and not self._unit(number) else ""

    def shows_unit(self, number: Number) -> bool:
        """Whether the number is printed with its unit, or has none."""
        return bool(self._unit(number)) or not number.unit

    def _unit(self, number: Number) -> str:
        """The unit that is shown: a symbol belongs to the number wherever it stands, `klynger` where it is asked."""
        unit = self.points if number.unit == POINTS else number.unit
        shown = {*self.abbreviated, *self.per_cent, self.points}
        is_word = any(map(str.isalpha, unit)) and all(one.isalpha() or one in " .-" for one in unit)
        is_word = is_word and unit not in shown
        return "" if is_word and number.format != "unit" else unit


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """One language: all that the engine says and knows of it. Its folder in `locale/` makes one, called LANGUAGE."""

    code: str
    """As in `lang` attributes: "da-DK"."""
    labels: Labels
    prompts: Prompts
    numbers: NumberStyle
    dates: DateStyle
    prose: Prose
    held: re.Pattern[str]
    """Where a line must not break: each match ends in the space that holds ("12 %", "nr. 5")."""
    abbreviations: frozenset[str] = frozenset()
    """Words that end in a full stop which does not end a sentence, in small letters."""
    compounds: Compounds = field(default_factory=dict)
    icons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Icons by name, each with the words by which content may call it, the usual one first."""
    surveys: SurveyWords = NO_SURVEY_WORDS
    """What surveys in it say, by which an export is known for what it is."""
    drafts: DraftWords | None = None
    """What a drafted deck says; None where none can be drafted in it."""
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """Tiles of the language's country, by what they are: maps are drawn of them."""

    def show(self, number: Number) -> str:
        """The number as the deck prints it."""
        return self.numbers.show(number)

    def respondents(self, n: int, effective: Decimal | None = None, answers: int = 0) -> str:
        """How many answered; where they are weighed, also the n without weights that would tell as much.

        Where what is told is of `answers`, how many these are.
        """
        said = self.labels.respondents.format(n=self.show(Number(Decimal(n))))
        if answers:
            said = self.labels.several.format(respondents=said, answers=self.show(Number(Decimal(answers))))
        if effective is None:
            return said
        as_much = self.show(Number(Decimal(round(effective))))
        return self.labels.weighed.format(respondents=said, effective=as_much)

    def date(self, written: str) -> str:
        """The date as the deck prints it."""
        return self.dates.show(written)

    def hold(self, text: str) -> str:
        """The text with no-break spaces where a line must not break; it is as long as before."""
        return self.held.sub(lambda met: met[0][:-1] + NO_BREAK, text)
