"""Columns that belong together. In: a table, guesses on its columns. Out: options as one question, and batteries.

What stands before the last part of their heads ("Hvad deler I? [Kran]", "Q5_1") is what they have in common, or what
stands in brackets behind them ("Kommunen [Hvor enig er du?]").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from deckgen.data.cell_values import MISSING_WORDS
from deckgen.data.sheet import BETWEEN_HEADS
from deckgen.guessing.guess import Guess, LeftOut
from deckgen.guessing.table import Table, code_of
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
    code = _CODE.fullmatch(code_of(head))
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
            guess = _ticked(table, at, stem, found, words)
            if guess is not None:
                yield range(at[0], at[-1] + 1), guess


def _stem_of(table: Table, at: int, parts: Split) -> str:
    """What a column has in common with others: by the export's labels its question, else the stem of its head."""
    head = table.heads[at]
    if head in table.labels.choices:
        return table.labels.questions.get(head, "")
    return parts.stem or _before_what_is_said(head, table.columns[at])


def _before_what_is_said(head: str, cells: Sequence[str]) -> str:
    """What stands in a head before the option that every cell of its column says, where it is chosen."""
    said = {cell for cell in cells if cell}
    option = said.pop() if len(said) == 1 else ""
    return head.removesuffix(option).strip() if option and head.endswith(option) else ""


def _ticked(table: Table, run: list[int], stem: str, parts: Sequence[Split], words: Words) -> Guess | None:
    labels = _options_of(table, run, parts)
    held = {at: {cell for cell in table.columns[at] if cell} for at in run}
    everywhere = set.intersection(*held.values())  # else it is an option: "None"
    missing = {cell for cell in everywhere if cell.casefold() in MISSING_WORDS}
    texts = {at: cells - missing for at, cells in held.items()}
    own = [at for at in run if words.is_other(labels[at]) and len(texts[at] - {"0", "1"}) > FEWEST - 1]
    marks = {text for at in run if at not in own for text in texts[at]}
    heads = tuple(table.heads[at] for at in run)
    said_otherwise = {at: words.spoken[0].other_label for at in own if plain(labels[at]) == "other"}
    options = dict(zip(heads, {**labels, **said_otherwise}.values(), strict=True))
    if len(set(options.values())) < len(options) or "" in heads:
        return None
    other = table.heads[own[0]] if own else ""
    doubt = "the file has codes for the options, and no words" if any(map(_TAG.match, options.values())) else ""
    asked, none = _question_of(table, run, stem), tuple(sorted(missing))
    guess = Guess(heads, asked, "multiple", options, missing=none, other=other, doubt=doubt)
    counted = {table.labels.counted.get(head, "") for head in heads} - {"1"}
    if counted and "" not in counted:
        left = tuple(sorted(marks - counted))
        return replace(guess, chosen=tuple(counted), not_chosen=left, why="one question, as the file says")
    if marks and marks <= {"0", "1"} and "1" in marks:
        return replace(guess, why="0 and 1 in a column for each option")
    no = {mark for mark in marks if words.is_not_chosen(mark)}
    said = {at: texts[at] - no for at in run if at not in own and texts[at] - no}
    if _say_themselves([*said.values()]) and all(table.labels.options.get(head) for head in heads):
        return replace(guess, chosen=tuple(sorted(marks)), why="a code of its own where an option is chosen")
    if _say_themselves([*said.values()]):
        return replace(_named_in_cells(guess, said, table), not_chosen=tuple(sorted(no)))
    ticks = _ticks(marks, table.labels.options.get(heads[0], {}), words)
    if ticks is None or _are_questions(table, run, ticks):
        return None
    return replace(guess, chosen=ticks[0], not_chosen=ticks[1], why="a column for each option")


def _options_of(table: Table, run: list[int], splits: Sequence[Split]) -> dict[int, str]:
    """What the option of each column is called: by the file, or by what its head has of its own.

    Where every column has a code with a name, and one alone, the option is called so.
    """
    held = [table.labels.options.get(table.heads[at], {}) for at in run]
    missing = [table.labels.missing.get(table.heads[at], ()) for at in run]
    named = [
        [name for code, name in each.items() if code not in none] for each, none in zip(held, missing, strict=True)
    ]
    if all(len(names) == 1 for names in named) and len({names[0] for names in named}) == len(run):
        return {at: names[0] for at, names in zip(run, named, strict=True)}
    return {at: table.labels.choices.get(table.heads[at], splits[at].item) for at in run}


def _question_of(table: Table, run: list[int], stem: str) -> str:
    """What columns that are one question's are called together."""
    said = {table.labels.questions.get(table.heads[at], "") for at in run}
    return said.pop() if len(said) == 1 and "" not in said else stem


def _ticks(marks: set[str], named: Mapping[str, str], words: Words) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The marks that mean chosen, and those that do not, by what they or their names in the file say."""
    ticks = words.ticks(named.get(mark, mark) for mark in marks)
    if ticks is None:
        return None
    yes, no = (tuple(sorted(mark for mark in marks if named.get(mark, mark) in those)) for those in ticks)
    return yes, no


def _say_themselves(said: Sequence[set[str]]) -> bool:
    """Whether each column holds one text alone, other than its neighbours': the option that was chosen."""
    return len(said) > 1 and all(len(one) == 1 for one in said) and len(set[str]().union(*said)) == len(said)


def _named_in_cells(guess: Guess, said: Mapping[int, set[str]], table: Table) -> Guess:
    """The guess, where a cell says the option that is chosen, with that as its label."""
    named = {table.heads[at]: next(iter(text)) for at, text in said.items()}
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
