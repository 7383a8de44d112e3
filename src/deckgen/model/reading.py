"""What rules must know of a language to read its texts as a person does. In: words of locale/. Out: read by checks.

Patterns are looked for in small letters. Those of `Amounts` may hold `{small}`, any word for a number up to
twenty, `{part}` and `{ordinal}`; what they find is told by the names of their groups: `n` parts of `m`, or `n` of
the sort `part`, or one in `ordinal`. Without `n` it is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Literal

from deckgen.model.lazy_dataclasses import dataclass

Nearness = Literal["over", "under", "just over", "just under", "about"]
"""On which side of what is said in words the truth lies."""


@dataclass(frozen=True, eq=False, slots=True)
class Amounts:
    """How a language says numbers, shares and growth in words.

    `numbers` are whole ones, of one word each; `hundred`, `thousand` and `joint` make larger ones of them. `percent`
    are words behind a number in words that make it a share.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    hundred: str = ""
    thousand: str = ""
    joint: str = ""
    percent: str = ""
    parts: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    shares: tuple[str, ...] = ()
    majority: str = ""
    minority: str = ""
    near: Mapping[Nearness, tuple[str, ...]] = field(default_factory=dict)
    """Words that stand before a share or a growth; `inside` are those that stand within, by the group `near`."""
    inside: Mapping[str, Nearness] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    """Patterns of growth, each with its factor: a number, a fraction, or `n`, `part`, for the group of that name."""
    grown: tuple[str, str] = ("", "")
    """What stands before and behind a share by which something grew; `shrunk`, by which it shrank."""
    shrunk: tuple[str, str] = ("", "")
    left: tuple[str, str] = ("", "")
    """What stands before and behind a share that is left of what was."""


@dataclass(frozen=True, eq=False, slots=True)
class Claims:
    """How a language says in words what a drawing or a list shows; patterns, each for one clause or sentence.

    `most` and `least` are superlatives of any number; `measured` are those of one measure, which stand for a column
    of that measure alone. `several` stands before a superlative of more than one; `ranks` begin that of the second,
    which is 1, and so on.
    """

    most: str = ""
    least: str = ""
    measured: tuple[tuple[str, str, str, str], ...] = ()
    """Most, least, what it is called, and in what it is measured: "longest", "shortest", "length", "metres"."""
    has: str = ""
    """How a clause begins that goes on about the row of the one before: "and has the second largest"."""
    several: str = ""
    ranks: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    """The ordinal of the first, which no share is said by."""
    last: str = ""
    """The last of the moments that are drawn."""
    rising: str = ""
    falling: str = ""
    always: str = ""
    """That each step goes the same way: "every year", "with age"."""
    same: str = ""
    perhaps: str = ""
    """What makes a claim none: it may be so, or is to be so."""
    change: str = ""
    """A step or a gap between two numbers, of which a superlative may be said."""
    since: str = ""
    """What stands before a moment from which something goes on."""
    ago: str = ""
    """How many years back, in the group `n`."""
    compares: str = ""
    """What sets one number above or below another: "more … than"."""
    differs: tuple[str, ...] = ()
    """Patterns of what two numbers differ by, with `{number}` where it stands."""
    from_to: str = ""
    """What something was and became, with `{first}` and `{last}` where the numbers stand."""
    begins: str = ""
    """That something on a plan begins or ends."""
    average: str = ""
    """That what is counted is an average, of which nothing is a share."""
    counts: str = ""
    """A superlative of a count, of those who answered or of the `noun`: "fewest answers", "fewest firms"."""
    per: str = ""
    """What makes an amount one for each of something else: "per", "målt på"."""
    within: str = ""
    """What stands before a part of such a difference: "of which"."""
    rest: str = ""
    """That nothing is left over but a rest."""
    last_share: str = ""
    """The same of a share in digits that is the last of a list, in the group `n`."""
    several_answers: str = ""
    """That everybody may give more than one answer."""
    other_answers: str = ""
    """How an answer is called that is none of the others: beside it, the others are one question's."""
    parts: str = ""
    """What the chapters of a meeting are called."""
    minutes: str = ""
    in_part: str = ""
    """What makes a time one of a part of the meeting, and not of all of it."""
    hours: tuple[tuple[str, int], ...] = ()
    """Patterns of times in hours, each with its minutes."""
    spans: str = ""
    """Nouns of time and money, whose number counts no items of a list."""
    aside: str = ""
    """What stands before a number that counts something else than what the slide lists."""
    numbered: str = ""
    """A figure or a table that is referred to by its number, in the group `number`, as reports number theirs."""
    thousands: str = ""
    """Words by which a number is in thousands or millions."""
    currencies: tuple[str, ...] = ()
    """Patterns of currencies."""
    answered: str = ""
    """What the label of a figure says that counts those who answered."""
    duration: str = ""
    """How long something takes: `n` of a `unit`, with `half` of one more, or a time of one word in `fixed`."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Months by how such a unit, or a time of one word, begins."""
    apart: str = ""
    """What makes a time no duration: so long before, or after."""
    equals: str = ""
    """What stands between two amounts of one size in two currencies."""


@dataclass(frozen=True, eq=False, slots=True)
class Comparing:
    """How a language sets one thing over another in words; patterns, each for one clause.

    `more` and `fewer` are comparatives of any number, before `than`; `above` and `below` stand between the two that
    they compare. `measured` are as those of `Claims`. `most` and `least` are degrees of what stands in the group
    `what`; behind what stands in `much`, of whatever is counted.
    """

    more: str = ""
    fewer: str = ""
    than: str = ""
    above: str = ""
    below: str = ""
    measured: tuple[tuple[str, str, str, str], ...] = ()
    most: str = ""
    least: str = ""
    of_any: str = ""
    """Words that say how much of whatever is counted: "common", "takes up"."""
    together: str = ""
    """That several are added up before they are compared."""
    opposites: tuple[tuple[str, str], ...] = ()
    """Words, or how words begin, of which the second means the other end of a scale: "good" and "poor"."""
    thinks: str = ""
    """That what follows is what somebody agrees with."""
    supposes: str = ""
    """That something is so only where something else is."""
    nobody: str = ""
    """Who has more than something that has the most."""
    alike: str = ""
    """That all that are drawn have the same."""
    over: str = ""
    """That some (`who`) lie over a number (`limit`); `under`, that they lie under it."""
    under: str = ""
    every: str = ""
    the_more: str = ""
    """That as `one` goes up or down the `other` does; `grows` and `shrinks` say which way each goes."""
    grows: str = ""
    shrinks: str = ""
    units: tuple[str, ...] = ()
    """Units of measure, each of which is another than the next."""
    one_of: str = ""
    """That one is chosen of `n`."""


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """What a careful reader knows of a language; all of it empty where a language does not say."""

    amounts: Amounts = Amounts()
    claims: Claims = Claims()
    comparing: Comparing = Comparing()
    small_words: frozenset[str] = frozenset()
    """Words that say nothing of what a text is about."""
    letters: str = ""
    """A letter by which something is called: "model B"."""
    endings: tuple[str, ...] = ()
    """How words are inflected, longest first."""
    clause_ends: str = ""
    negations: str = ""
    advises: str = ""
    """Verbs by which a title recommends."""
    asks: str = ""
    """How a title begins that asks for something to be done."""
    page: str = ""
    """A page of the deck that is referred to, in the group `page`; a table or a chart on it in `table` or `chart`."""
    of_whole: str = ""
    """What stands between a number and the larger one that it is part of."""
    placeholders: tuple[str, ...] = ()
    refers: str = ""
    """What stands before the name of a slide that is referred to."""
    all_numbers: str = ""
    """How a clause begins that says something of all numbers of its slide."""
    in_year: str = ""
    """A year in which something was so, in the group `year`."""
    ahead: str = ""
    """Words by which a year lies ahead."""

    def patterns(self) -> tuple[str, ...]:
        """Those of its patterns that stand as they are."""
        words = (self.clause_ends, self.negations, self.advises, self.asks, self.page, self.refers, self.of_whole)
        return (*words, self.all_numbers, self.in_year, self.ahead, *self.placeholders)


NO_READING: Final = Reading()
