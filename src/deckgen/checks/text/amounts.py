"""In: a line of text. Out: what it says of numbers in words: shares, growth and counts, each as a range.

A share stands between 0 and 1; growth is a factor; a count is a number of two or more. Each comes with the clause
that it stands in, by which a rule finds what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal

from deckgen.checks.text.exempt_numbers import without_known
from deckgen.checks.text.words import Words, content_words
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.reading import Amounts, Nearness, Reading

Sort = Literal["share", "growth", "count"]

SHARE_SLACK, GROWTH_SLACK = 0.04, 0.09
"""How far from what is said the truth may lie: of shares in points, of growth as a part of the factor."""
_BY_SLACK: Final = 0.05
"""The same of the factor by which something grew by a share."""
_OF_SHARE: Final = 0.2
"""No share may be off by more than this part of it: one in fifteen is said more closely than a half."""
_WIDE: Final = 2.25
"""How much farther off it may lie on the side that a word such as `nearly` names."""
_SIDE: Final = 0.5
_PERCENT_SLACK: Final = 0.0101
_MOST: Final = 1e9
_EXACT: Final = 0.005
_SMALL: Final = 20
_THOUSAND: Final = 1000
_OTHER_SIDE: Final[Mapping[Nearness, Nearness]] = {
    "over": "under",
    "under": "over",
    "just over": "just under",
    "just under": "just over",
    "about": "about",
}
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Amount:
    """What is said between `start` and `end` of its line. `of` is the pair where it is "n of m" in words.

    `words` are the content words of its clause; `negated` where the clause denies something; `near` where a word
    says how near it is. `noun` is the first of the words behind it, and `behind` are all content words there.
    """

    sort: Sort
    low: float
    high: float
    said: str
    start: int
    end: int
    words: Words
    of: tuple[int, int] | None = None
    negated: bool = False
    near: bool = False
    noun: Words = frozenset()
    behind: Words = frozenset()

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    @property
    def is_side(self) -> bool:
        """Whether it says only on which side of something the truth lies: a majority, more than a third."""
        return self.sort == "share" and self.high - self.low >= _SIDE


@lru_cache(maxsize=8192)
def amounts(line: str, reading: Reading) -> tuple[Amount, ...]:
    """All that a line says of numbers in words, in order."""
    plain = line.casefold().replace(NO_BREAK, " ")
    if not reading.amounts.numbers or len(plain) != len(line):
        return ()
    found = tuple(_shares(plain, reading))
    taken = [(one.start, one.end) for one in found]
    return (*found, *_counts(plain, reading, taken))


def _shares(plain: str, reading: Reading) -> Iterator[Amount]:
    patterns = _patterns(reading.amounts)
    met: list[tuple[int, int]] = []
    for sort, pattern in patterns.all:
        for match in pattern.finditer(plain):
            if not any(start < match.end() and match.start() < end for start, end in met):
                met.append(match.span())
                yield _amount(sort, match, plain, reading)


def _amount(sort: str, match: re.Match[str], plain: str, reading: Reading) -> Amount:
    words = reading.amounts
    if sort in ("majority", "minority"):
        low, high = (0.5, 1.0) if sort == "majority" else (0.0, 0.5)
        return _made("share", low, high, match.span(), plain, reading)
    value, of = _value(sort, match, words)
    start, near = _nearness(plain, match, words)
    if sort == "percent":
        slack = _PERCENT_SLACK
    else:
        slack = min(SHARE_SLACK, _OF_SHARE * value) if sort == "share" else GROWTH_SLACK * value
    grown, shrinks = _growth(value, plain[:start], plain[match.end() :], words)
    if sort in ("share", "percent") and grown is not None:
        side = _OTHER_SIDE[near] if shrinks and near else near
        low, high = _range(grown, side, max(slack, _BY_SLACK) if sort == "share" else slack)
        return _made("growth", low, high, (start, match.end()), plain, reading, near=bool(near))
    low, high = _range(value, near, slack)
    kind: Sort = "share" if sort in ("share", "percent") else "growth"
    return _made(kind, low, high, (start, match.end()), plain, reading, of, bool(near))


def _value(sort: str, match: re.Match[str], words: Amounts) -> tuple[float, tuple[int, int] | None]:
    groups = match.groupdict()
    number = words.numbers.get(groups.get("n") or "", 1)
    if sort == "percent":
        written = (groups["n"] or "").replace(",", ".")
        return (float(written) if written[:1].isdigit() else number) / 100, None
    if sort not in ("share", "percent"):
        over, _, under = sort.partition("/")
        return (float(number) if sort == "n" else float(over) / float(under or 1)), None
    if groups.get("m"):
        whole = words.numbers[groups["m"]]
        return number / whole, (number, whole)
    ordinal = groups.get("ordinal")
    return number / (words.ordinals[ordinal] if ordinal else words.parts[groups["part"]]), None


def _nearness(plain: str, match: re.Match[str], words: Amounts) -> tuple[int, Nearness | None]:
    """What the words before it, or within it, say of how near it is; and where they begin."""
    before = _patterns(words).near.search(plain[: match.start()])
    if before:
        return before.start(1), _patterns(words).nearness[before[1]]
    inside = match.groupdict().get("near")
    return match.start(), words.inside.get(inside) if inside else None


def _growth(value: float, before: str, behind: str, words: Amounts) -> tuple[float | None, bool]:
    """By what factor it grew, where the share is one by which something grew, shrank or what is left of it.

    And whether it shrank: the more by which it does, the less is left.
    """
    sides = (("left", words.left, value), ("grown", words.grown, 1 + value), ("shrunk", words.shrunk, 1 - value))
    for side, (ahead, after), factor in sides:
        if (ahead and re.search(rf"{ahead}\Z", before)) or (after and re.match(after, behind)):
            return factor, side == "shrunk"
    return None, False


def _range(value: float, near: Nearness | None, slack: float) -> tuple[float, float]:
    exact = _EXACT * max(value, 1)
    match near:
        case "over":
            return value - exact, _MOST
        case "under":
            return -_MOST, value + exact
        case "just over":
            return value - exact * 2, value + _WIDE * slack
        case "just under":
            return value - _WIDE * slack, value + exact * 2
        case "about":
            return value - _WIDE * slack, value + _WIDE * slack
        case None:
            return value - slack, value + slack


def _made(
    sort: Sort,
    low: float,
    high: float,
    span: tuple[int, int],
    plain: str,
    reading: Reading,
    of: tuple[int, int] | None = None,
    near: bool = False,
) -> Amount:
    before, behind = _clause(plain, span, reading)
    said = plain[slice(*span)]
    negated = bool(reading.negations and re.search(reading.negations, f"{before} {behind}"))
    words = content_words(f"{before} {behind}", reading)
    counted = _TOKEN.search(behind)
    noun = content_words(counted[0], reading) if counted else frozenset()
    return Amount(sort, low, high, said, *span, words, of, negated, near, noun, content_words(behind, reading))


def _clause(plain: str, span: tuple[int, int], reading: Reading) -> tuple[str, str]:
    """The clause around what is said: what stands before it, and behind it."""
    start, end = span
    ends = list(_ends(reading).finditer(plain))
    first = max((match.end() for match in ends if match.end() <= start), default=0)
    last = min((match.start() for match in ends if match.start() >= end), default=len(plain))
    return plain[first:start], plain[end:last]


@lru_cache(maxsize=8)
def _ends(reading: Reading) -> re.Pattern[str]:
    return re.compile(reading.clause_ends)


def _counts(plain: str, reading: Reading, taken: list[tuple[int, int]]) -> Iterator[Amount]:
    words = reading.amounts
    if not any(word in words.numbers or word == words.hundred for word in _TOKEN.findall(plain)):
        return
    tokens = [(match[0], *match.span()) for match in _TOKEN.finditer(plain)]
    at = 0
    while at < len(tokens):
        number, behind = _number(tokens, at, words)
        if number > 1:
            span = tokens[at][1], tokens[behind - 1][2]
            if not any(start < span[1] and span[0] < end for start, end in taken):
                yield _count(number, span, plain, reading)
        at = max(behind, at + 1)


def _count(number: int, span: tuple[int, int], plain: str, reading: Reading) -> Amount:
    """A count; of thousands, words such as `nearly` are read with it: nobody counts those one by one."""
    before = _patterns(reading.amounts).near.search(plain[: span[0]]) if number >= _THOUSAND else None
    if before is None:
        return _made("count", number, number, span, plain, reading)
    low, high = _range(number, _patterns(reading.amounts).nearness[before[1]], SHARE_SLACK * number)
    return _made("count", low, high, (before.start(1), span[1]), plain, reading, near=True)


def written_counts(line: str, language: Language) -> Iterator[Amount]:
    """The whole numbers that a line gives in digits and that count something: no shares, dates, places or names."""
    plain = line.casefold().replace(NO_BREAK, " ")
    units = "|".join(map(re.escape, sorted({*language.numbers.per_cent, *language.numbers.abbreviated})))
    group = re.escape(language.numbers.separators.group)
    number = rf"(?<![\w.,–/-])\d{{1,3}}(?:{group}\d{{3}})*(?![\w%/–-]|[.,]\d)(?! ?(?:{units}))"
    for match in re.finditer(number, without_known(plain, language.prose.exempt_numbers)):
        for value in map(float, language.numbers.read(match[0])):
            yield _made("count", value, value, match.span(), plain, language.prose.reading)


def _number(tokens: list[tuple[str, int, int]], at: int, words: Amounts) -> tuple[int, int]:
    """The number in words that begins at a token, 0 for none; and the token behind it."""
    number, behind = _below_a_thousand(tokens, at, words)
    if not (number and words.thousand and behind < len(tokens) and tokens[behind][0] == words.thousand):
        return number, behind
    joined = behind + 1 + (behind + 1 < len(tokens) and tokens[behind + 1][0] == words.joint)
    more, end = _below_a_thousand(tokens, joined, words) if joined < len(tokens) else (0, joined)
    return (_THOUSAND * number + more, end) if more else (_THOUSAND * number, behind + 1)


def _below_a_thousand(tokens: list[tuple[str, int, int]], at: int, words: Amounts) -> tuple[int, int]:
    first = words.numbers.get(tokens[at][0], 0)
    hundreds = at + bool(first)
    if not (hundreds < len(tokens) and words.hundred and tokens[hundreds][0] == words.hundred):
        return first, at + 1
    total, behind = 100 * max(first, 1), hundreds + 1
    joined = behind + (behind < len(tokens) and tokens[behind][0] == words.joint)
    more = words.numbers.get(tokens[joined][0], 0) if joined < len(tokens) else 0
    return (total + more, joined + 1) if more else (total, behind)


@dataclass(frozen=True, slots=True)
class _Patterns:
    all: tuple[tuple[str, re.Pattern[str]], ...]
    near: re.Pattern[str]
    nearness: dict[str, Nearness]


@lru_cache(maxsize=8)
def _patterns(words: Amounts) -> _Patterns:
    """The patterns of a language, those of growth first: a share within one is no share of its own."""
    small = sorted((word for word, number in words.numbers.items() if number <= _SMALL), key=len, reverse=True)
    filled = {"small": small, "part": [*words.parts], "ordinal": [*words.ordinals]}
    said = [*((factor, pattern) for pattern, factor in words.times.items())]
    said += [("share", pattern) for pattern in words.shares]
    said += [("percent", rf"(?P<n>{{small}}|(?<![.,])\d+(?:[.,]\d+)?) (?:{words.percent})")]
    said += [("majority", words.majority), ("minority", words.minority)]
    nearness: dict[str, Nearness] = {word: near for near, ways in words.near.items() for word in ways}
    longest = "|".join(map(re.escape, sorted(nearness, key=len, reverse=True)))
    return _Patterns(
        tuple(
            (sort, re.compile(rf"(?<!\w)(?:{_filled(pattern, filled)})(?!\w)")) for sort, pattern in said if pattern
        ),
        re.compile(rf"(?<!\w)({longest})(?: (?:en|et|a|the))? \Z"),
        nearness,
    )


def _filled(pattern: str, words: dict[str, list[str]]) -> str:
    for name, known in words.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{'|'.join(map(re.escape, known))})")
    return pattern
