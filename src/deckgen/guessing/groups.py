"""Columns that belong together. In: a table, guesses on its columns. Out: options as one question, and batteries.

What stands before the last part of their heads ("Hvad deler I? [Kran]", "Q5_1") is what they have in common, or what
stands in brackets behind them ("Kommunen [Hvor enig er du?]").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from deckgen.data.sheet import BETWEEN_HEADS
from deckgen.guessing.guess import Guess, LeftOut
from deckgen.guessing.table import Table
from deckgen.guessing.words import Words, plain
from deckgen.model.lazy_dataclasses import dataclass, replace

FEWEST: Final = 2
"""Columns of a group."""
FEWEST_ALIKE: Final = 3
"""Questions beside each other that are a battery though nothing in their heads says so."""
_BRACKETED: Final = re.compile(r"(?P<stem>.*\S)\s*\[(?P<item>[^\[\]]+)\]\s*", re.DOTALL)
_SPLITS: Final = (
    re.compile(rf"(?P<stem>.+){re.escape(BETWEEN_HEADS)}(?P<item>.+)", re.DOTALL),
    _BRACKETED,
    re.compile(r"(?P<stem>.+?\S)\s+[-–]\s+(?P<item>(?:(?!\s[-–]\s).)+)", re.DOTALL),
    re.compile(r"(?P<stem>.+?[?:])\s+(?P<item>[^\s(].*)", re.DOTALL),
)
_CODE: Final = re.compile(r"(?P<stem>[A-Za-zÆØÅæøå]+\d*)(?:[_.r](?P<item>\d+|[a-z])|\[(?P<tag>[^\]]+)\])")

_CHOSEN: Final = " - Selected Choice"
"""What Qualtrics writes behind a question whose options have columns."""
_TAG: Final = re.compile(r"[A-Za-z]{0,3}[_-]?\d+\Z")

Judged = Guess | LeftOut


@dataclass(frozen=True, slots=True)
class Split:
    """A head in two: what it has in common with those beside it, and its own."""

    stem: str
    item: str


def split(head: str, text: str) -> Split:
    """The parts of a head or, where a line below it has the question in words, of that."""
    code = _CODE.fullmatch(head)
    for form in _SPLITS:
        match = form.fullmatch(text)
        if match:
            return Split(match["stem"].strip().removesuffix(_CHOSEN), match["item"].strip())
    return Split(code["stem"] if code else "", text)


def splits(heads: Sequence[str], texts: Sequence[str]) -> list[Split]:
    """The parts of heads that stand beside each other.

    What stands in brackets is the question where those beside it have the same there, and something else before.
    """
    usual = [split(head, text) for head, text in zip(heads, texts, strict=True)]
    turned = [_turned(text) for text in texts]
    return [
        other if other and any(_share(usual, turned, at, beside) for beside in (at - 1, at + 1)) else one
        for at, (one, other) in enumerate(zip(usual, turned, strict=True))
    ]


def _turned(text: str) -> Split | None:
    """A head whose question stands in the brackets behind it; one word there is a unit or a note."""
    match = _BRACKETED.fullmatch(text)
    asked = match["item"].strip() if match else ""
    return Split(asked, match["stem"].strip()) if match and (" " in asked or asked.endswith("?")) else None


def _share(usual: Sequence[Split], turned: Sequence[Split | None], at: int, beside: int) -> bool:
    """Whether two heads ask the same in brackets, and not before them."""
    if not 0 <= beside < len(turned):
        return False
    one, other = turned[at], turned[beside]
    if one is None or other is None:
        return False
    return one.stem == other.stem and usual[at].stem != usual[beside].stem


def options_in_columns(table: Table, words: Words) -> Iterator[tuple[range, Guess]]:
    """Runs of columns that are the options of one question, each with the guess on them."""
    found = splits(table.heads, table.texts)
    stems = [_stem_of(table, at, found[at]) for at in range(len(found))]
    for stem, run in groupby(range(len(stems)), key=stems.__getitem__):
        at = list(run)
        if stem and len(at) >= FEWEST:
            guess = _ticked(table, at, found, words)
            if guess is not None:
                yield range(at[0], at[-1] + 1), guess


def _stem_of(table: Table, at: int, parts: Split) -> str:
    """What a column has in common with others: by the export's labels its question, else the stem of its head."""
    head = table.heads[at]
    return table.labels.questions.get(head, "") if head in table.labels.choices else parts.stem


def _ticked(table: Table, run: list[int], parts: Sequence[Split], words: Words) -> Guess | None:
    labels = {at: table.labels.choices.get(table.heads[at], parts[at].item) for at in run}
    texts = {at: {cell for cell in table.columns[at] if cell} for at in run}
    own = [at for at in run if words.is_other(labels[at]) and len(texts[at] - {"0", "1"}) > FEWEST - 1]
    marks = {text for at in run if at not in own for text in texts[at]}
    heads = tuple(table.heads[at] for at in run)
    stem = table.labels.questions.get(heads[0]) or parts[run[0]].stem
    said_otherwise = {at: words.spoken[0].other_label for at in own if plain(labels[at]) == "other"}
    options = dict(zip(heads, {**labels, **said_otherwise}.values(), strict=True))
    if len(set(options.values())) < len(options) or "" in heads:
        return None
    other = table.heads[own[0]] if own else ""
    doubt = "the file has codes for the options, and no words" if any(map(_TAG.match, options.values())) else ""
    guess = Guess(heads, stem, "multiple", options, other=other, doubt=doubt)
    if marks and marks <= {"0", "1"} and "1" in marks:
        return replace(guess, why="0 and 1 in a column for each option")
    said = [texts[at] for at in run if at not in own and texts[at]]
    if _say_themselves(said):
        return _named_in_cells(guess, run, own, texts, table)
    ticks = words.ticks(marks)
    if ticks is None or _are_questions(table, run, ticks):
        return None
    return replace(guess, chosen=ticks[0], not_chosen=ticks[1], why="a column for each option")


def _say_themselves(said: Sequence[set[str]]) -> bool:
    """Whether each column holds one text alone, other than its neighbours': the option that was chosen."""
    return len(said) > 1 and all(len(one) == 1 for one in said) and len(set[str]().union(*said)) == len(said)


def _named_in_cells(guess: Guess, run: list[int], own: list[int], texts: dict[int, set[str]], table: Table) -> Guess:
    """The guess, where a cell says the option that is chosen, with that as its label."""
    named = {table.heads[at]: next(iter(texts[at])) for at in run if at not in own and texts[at]}
    options = {head: " ".join(named.get(head, label).split()) for head, label in guess.options.items()}
    return replace(guess, options=options, why="the option stands where it is chosen")


def _are_questions(table: Table, run: list[int], ticks: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether yes and no are answers to questions: those of one question with columns are all there or all blank."""
    if not ticks[1]:
        return False
    filled = [sum(bool(cell) for cell in row) for row in zip(*(table.columns[at] for at in run), strict=True)]
    return any(count not in (0, len(run)) for count in filled)


def batteries(judged: Sequence[Judged], parts: Sequence[Split], words: Words) -> Iterator[tuple[list[int], str]]:
    """Runs of scales with the same answers, each with what its questions have in common, which may be nothing."""
    answers = [_answers(one) for one in judged]
    start = 0
    while start < len(judged):
        end = start + 1
        while end < len(judged) and _are_alike(judged, answers, parts, words, start, end):
            end += 1
        stem = parts[start].stem if len({parts[at].stem for at in range(start, end)}) == 1 else ""
        if end - start >= (FEWEST if stem else FEWEST_ALIKE) and answers[start]:
            yield list(range(start, end)), stem
        start = end


def _answers(one: Judged) -> frozenset[str]:
    """The answers of a scale, without those that say nothing."""
    if not isinstance(one, Guess) or one.type != "scale":
        return frozenset()
    return frozenset(label for code, label in one.options.items() if code not in one.dont_know)


def _are_alike(
    judged: Sequence[Judged],
    answers: Sequence[frozenset[str]],
    parts: Sequence[Split],
    words: Words,
    start: int,
    end: int,
) -> bool:
    """Whether a column belongs to the battery that begins at `start`: one scale holds the answers to all."""
    if not answers[start] or not answers[end] or parts[start].stem != parts[end].stem:
        return False
    every = frozenset[str]().union(*answers[start : end + 1])
    return any(order(every) for order in _orders(words)) or len(set(answers[start : end + 1])) == 1


def _orders(words: Words) -> tuple[Callable[[frozenset[str]], tuple[str, ...]], ...]:
    return words.ordered, words.by_numbers, _by_codes


def _by_codes(answers: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(answers, key=int)) if all(map(str.isdigit, answers)) else ()
