"""A name that differs from another by one letter or its ending, and stands there once.

Why: `Vestergard` beside `Vestergaard` is a slip that whoever bears the name sees first. Names are words with a
capital that stand inside a sentence or beside another such word. `aa` is one letter, as `å` is; and what a name
always has beside it is not said of a longer one: `Børnenes Kystland` beside `Børnenes Kyst`. Left alone are
inflections, words that stand in small letters too, places of the country that are called so, two names that both
come again, and names of two people, which stand beside different words.

Example: `Karen Vestergaard` on one slide and `Karen Vestergard` on the next.

Mend: spell the name as its bearer does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import Said, deck_texts, texts
from deckgen.checks.text.words import content_words
from deckgen.diagnostics import Fault, Related, Severity, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.reading import Reading

CODE: Final = "name-spelled-twice"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "spell the name as its bearer does"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver Karen Vestergaard retning for det videre arbejde
    questions: [Hvad skal Karen Vestergard gøre først?]
    minutes: 2
""",
}
SHORTEST, SHORTEST_ALONE = 4, 6
"""Letters of a name that stands beside another, and of one that stands by itself."""
LONG: Final = 9
"""Letters of a word that is a name wherever it stands, beside one that is like it but for a letter."""
OFTEN: Final = 3
"""How often a name stands beside the same word before a longer one beside it is a slip."""
_WRITTEN: Final = (("aa", "å"), ("Aa", "Å"), ("ae", "æ"), ("oe", "ø"), ("ö", "ø"), ("ä", "æ"), ("ue", "ü"))
_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS: Final = frozenset('.!?:;»«“”"(–\n•')


@dataclass(frozen=True, slots=True)
class _Met:
    """A word with a capital: where, whether inside a sentence, and the words with capitals beside it."""

    span: Span
    is_inside: bool
    beside: frozenset[str]


def check(subject: Subject) -> Iterator[Fault]:
    reading = subject.language.prose.reading
    if not reading.endings:
        return
    names: dict[str, list[_Met]] = {}
    small: set[str] = set()
    for text in _all(subject):
        for part in text.paragraphs:
            _read(part.plain, text.span, names, small)
    known = {place.name for places in subject.language.places.values() for place in places}
    wanted = {name for name, met in names.items() if _is_name(name, met) and name.casefold() not in small}
    for one, other in _alike(wanted, reading):
        if not {one, other} <= known:
            yield from _judged(one, other, names)
    for often, once in _lengthened(names, reading):
        related = (Related(names[often][0].span, f"`{often}`"),)
        beside = min(names[once][0].beside)
        yield Fault(f"`{beside} {once}` is `{beside} {often}` elsewhere", names[once][0].span, related=related)


def _all(subject: Subject) -> Iterator[Said]:
    project = subject.content.project
    speaker = project.organisation
    yield from texts((speaker.name, speaker.person, project.client.name), project.span)
    yield from deck_texts(subject.deck)
    for _, said in subject.said:
        yield from said


def _read(line: str, span: Span, names: dict[str, list[_Met]], small: set[str]) -> None:
    """Sort the words of a line into those with a capital and those in small letters."""
    words = list(_WORD.finditer(line))
    for at, word in enumerate(words):
        if not word[0][0].isupper():
            small.add(word[0])
        elif not word[0].isupper():
            begins = not line[: word.start()].strip() or line[: word.start()].rstrip()[-1] in _SENTENCE_ENDS
            near = [words[to] for to in (at - 1, at + 1) if 0 <= to < len(words)]
            beside = frozenset(one[0] for one in near if one[0][0].isupper() and _are_beside(line, word, one))
            names.setdefault(word[0], []).append(_Met(span, not begins, beside))


def _are_beside(line: str, one: re.Match[str], other: re.Match[str]) -> bool:
    first, last = sorted((one, other), key=lambda word: word.start())
    return line[first.end() : last.start()] in (" ", "-", "\u00a0")


def _is_name(name: str, met: list[_Met]) -> bool:
    return len(name) >= SHORTEST and (len(name) >= SHORTEST_ALONE or any(one.beside for one in met))


def _alike(names: set[str], reading: Reading) -> Iterator[tuple[str, str]]:
    """Names that begin alike and come to the same where each loses a letter, or one of them does."""
    shortened: dict[str, set[str]] = {}
    for name in names:
        plain = _folded(name)
        for short in {plain, *(plain[:at] + plain[at + 1 :] for at in range(1, len(plain)))}:
            shortened.setdefault(short, set()).add(name)
    pairs = {tuple(sorted(pair)) for same in shortened.values() for pair in combinations(same, 2)}
    for one, other in sorted(pairs):
        if not _are_inflected(one, other, reading):
            yield one, other


def _folded(name: str) -> str:
    """A name with one letter for what some write with two."""
    for two, one in _WRITTEN:
        name = name.replace(two, one)
    return name


def _lengthened(names: dict[str, list[_Met]], reading: Reading) -> Iterator[tuple[str, str]]:
    """Names that stand often beside one word, and a longer one that stands beside it once."""
    for name, met in names.items():
        beside = frozenset.intersection(*(one.beside for one in met))
        if len(name) >= SHORTEST and len(met) >= OFTEN and beside:
            for other, others in names.items():
                longer = other.startswith(name) and len(other) - len(name) > 1
                if (
                    longer
                    and len(others) == 1
                    and beside & others[0].beside
                    and not _are_inflected(name, other, reading)
                ):
                    yield name, other


def _are_inflected(one: str, other: str, reading: Reading) -> bool:
    """Whether two words are one in two forms, as `Norge` and `Norges` are, or `Sweden` and `Swedes`."""
    if content_words(one, reading) == content_words(other, reading):
        return True
    if len(one) == len(other):
        return one[:-1] == other[:-1] and "s" in (one[-1], other[-1])
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in reading.endings


def _judged(one: str, other: str, names: dict[str, list[_Met]]) -> Iterator[Fault]:
    """A fault at the rarer name; of two that stand there once, at the later."""
    at = list(names)
    often, seldom = sorted((one, other), key=lambda name: (-len(names[name]), at.index(name)))
    beside = [frozenset().union(*(met.beside for met in names[name])) for name in (often, seldom)]
    alone = any(not met.beside for met in names[often]) and len(often) >= SHORTEST_ALONE and len(names[often]) > 1
    are_two = all(beside) and beside[0].isdisjoint(beside[1]) and not alone
    short = min(len(one), len(other)) < SHORTEST_ALONE and beside[0].isdisjoint(beside[1])
    inside = any(met.is_inside or met.beside for name in (one, other) for met in names[name])
    inside = inside or min(len(one), len(other)) >= LONG  # nobody has two words so long and so alike
    if len(names[seldom]) == 1 and inside and not are_two and not short:
        where = names[seldom][0].span
        related = (Related(names[often][0].span, f"`{often}`"),)
        yield Fault(f"`{seldom}` is `{often}` elsewhere, but for a letter", where, related=related)
