"""What one column holds. In: its head and its cells. Out: a guess, or why it is left out.

What the texts are is asked in turn: somebody's name, days, numbers, answers of which each is given by several, and
several answers in one cell; what is none of these is text in the respondents' own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from deckgen.data import cell_values
from deckgen.data.ambiguity import ambiguous
from deckgen.data.cell_values import MISSING_WORDS, CellStyle, UnreadableError
from deckgen.data.declarations import Column
from deckgen.guessing.guess import Guess, LeftOut
from deckgen.guessing.several import in_one_cell
from deckgen.guessing.words import Words
from deckgen.model.lazy_dataclasses import dataclass, replace

MOST_OPTIONS: Final = 25
LONGEST_OPTION: Final = 160
REPEATED: Final = 0.8
"""Of the answers to a question with options, those that more than one respondent gave."""
LARGEST_CODE: Final = 10
"""Answers in numbers up to it may be those of a scale."""
ODD_CODES: Final = frozenset((8, 9, 88, 98, 99, 888, 998, 999))
"""Numbers that stand for no answer, where they are beyond the others."""
FEWEST_OWN_WORDS: Final = 2
FEWEST_WORDS: Final = 3
"""Of answers that may be somebody's own words."""
_ENDS: Final = re.compile(r"(?<![\w.,/-])(\d{1,2}) ?[-–—] ?(\d{1,2})(?![\w.,/-])")
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}\Z")
_ADDRESS: Final = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}\Z|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}\Z")
_PERSON_NUMBER: Final = re.compile(r"[0-3]\d[01]\d\d{2}-?\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Held:
    """A column: its head, its question in words, its cells without the blank ones, and how such data are written."""

    head: str
    text: str
    given: tuple[str, ...]
    style: CellStyle
    words: Words
    likely_point: bool
    """Where numbers read both ways, the other cells of the file have a decimal point."""

    @property
    def counted(self) -> Counter[str]:
        return Counter(self.given)


def guessed(held: Held) -> Guess | LeftOut:
    """The guess on a column."""
    missing = tuple(text for text in held.counted if text.casefold() in MISSING_WORDS)
    said = replace(held, given=tuple(text for text in held.given if text not in missing))
    if not said.given:
        return LeftOut(held.head, "empty")
    if held.words.is_tool(held.head):
        return LeftOut(held.head, "noted by the tool")
    if held.words.is_weight(held.head):
        return LeftOut(held.head, "weights")
    if names_somebody(said):
        return LeftOut(held.head, "names somebody")
    for ask in (_days, _numbers, _options, in_one_cell_of):
        found = ask(said)
        if found is not None:
            return replace(found, missing=missing)
    return Guess((held.head,), held.text, "text", why="answers in own words, which are counted and not shown")


def names_somebody(held: Held) -> bool:
    """Whether the head asks for a person, or most cells hold an address, a mail address or a personal number."""
    shaped = sum(any(form.match(text) for form in (_MAIL, _ADDRESS, _PERSON_NUMBER)) for text in held.given)
    return 2 * shaped > len(held.given) or held.words.is_person(held.head) or held.words.is_person(held.text)


def _days(held: Held) -> Guess | None:
    first, last = (replace(held.style, day_first=day_first) for day_first in (True, False))
    reads_first, reads_last = (_read_all(held.given, cell_values.date, style) for style in (first, last))
    if not reads_first and not reads_last:
        return None
    guess = Guess((held.head,), held.text, "date", why="days")
    if ambiguous(Column("date"), held.given, held.style) is not None:
        order: Literal["day-first", "month-first"] = "month-first" if held.likely_point else "day-first"
        return replace(guess, dates=order, doubt="no day decides whether it or the month stands first")
    if reads_first == reads_last:
        return guess
    return replace(guess, dates="day-first" if reads_first else "month-first")


def _read_all(texts: Sequence[str], read: Callable[[str, CellStyle], object], style: CellStyle) -> bool:
    try:
        for text in frozenset(texts):
            read(text, style)
    except UnreadableError:
        return False
    return True


def _numbers(held: Held) -> Guess | None:
    comma = replace(held.style, decimal=",", group=".")
    point = replace(held.style, decimal=".", group=",")
    reads = [name for name, style in (("comma", comma), ("point", point)) if _read_all(held.given, _number, style)]
    if not reads:
        return None
    if not any(re.search("[.,]", text) for text in held.given):
        return _codes(held) or Guess((held.head,), held.text, "integer", why="whole numbers")
    return _fractions(held, reads)


def _number(text: str, style: CellStyle) -> object:
    return cell_values.number(text, False, style)


def _fractions(held: Held, reads: list[str]) -> Guess:
    """A column of numbers with points or commas in them, which `reads` tells how to read."""
    guess = Guess((held.head,), held.text, "decimal", why="numbers")
    own = "comma" if held.style.decimal == "," else "point"
    if ambiguous(Column("decimal"), held.given, replace(held.style, stated=False)) is not None or len(reads) > 1:
        way: Literal["comma", "point"] = "point" if held.likely_point else "comma"
        return replace(guess, decimal=way, doubt="the numbers read as thousands and as fractions")
    if reads == [own]:
        return guess
    return replace(guess, decimal="point" if reads == ["point"] else "comma", why=f"numbers with a {reads[0]}")


def _codes(held: Held) -> Guess | None:
    """A scale in numbers, or codes of options that the file does not name."""
    numbers = sorted({int(text) for text in held.given})
    odd = tuple(number for number in numbers if number in ODD_CODES and number > 1 + _last_usual(numbers))
    usual = [number for number in numbers if number not in odd]
    if not usual or held.words.asks_for_amount(held.text) or len(held.given) < 2 * len(numbers):
        return None
    if usual[0] < 0 or usual[-1] > LARGEST_CODE or (len(usual) < 2 and not odd):
        return None
    ends = _ends_in(held, usual)
    if ends is None and usual in ([0, 1], [0], [1]):
        yes, no = held.words.spoken[0].yes, held.words.spoken[0].no
        doubt = "the file does not say what 0 and 1 mean"
        return Guess((held.head,), held.text, "single", {"1": yes, "0": no}, why="0 and 1", doubt=doubt)
    first, last = ends or (min(usual[0], 1), usual[-1])
    beyond = tuple(number for number in odd if number > last)
    every = {str(number): str(number) for number in (*range(first, last + 1), *beyond)}
    why, doubt = f"numbers from {first} to {last}", "a scale, or codes? The file does not say what they mean"
    left = tuple(map(str, beyond))
    if left:
        doubt = f"{doubt}, nor whether {' and '.join(left)} is no answer"
    return Guess((held.head,), held.text, "scale", every, dont_know=left, why=why, doubt=doubt)


def _ends_in(held: Held, numbers: Sequence[int]) -> tuple[int, int] | None:
    """The ends of a scale as the head has them: those that nobody gave stand on it too."""
    for found in _ENDS.finditer(held.text):
        first, last = map(int, found.groups())
        if first <= min(1, numbers[0]) and numbers[-1] <= last <= LARGEST_CODE:
            return first, last
    return None


def _last_usual(numbers: list[int]) -> int:
    return max((number for number in numbers if number not in ODD_CODES), default=0)


def _options(held: Held) -> Guess | None:
    """One answer of some that several respondents gave; those that one alone gave may be in own words."""
    counted = Counter(" ".join(text.split()) for text in held.given)
    repeated = [answer for answer, count in counted.items() if count > 1]
    alone = [answer for answer in counted if counted[answer] == 1]
    known = held.words.ordered([one for one in counted if not held.words.is_dont_know(one)])
    among = sum(counted[answer] for answer in repeated)
    if not known and (not repeated or among < REPEATED * counted.total() or len(repeated) > MOST_OPTIONS):
        return None
    if max(map(len, known or repeated)) > LONGEST_OPTION:
        return None
    in_cell = in_one_cell_of(held)
    if in_cell is not None and not known:
        return in_cell
    guess = of_options(held.head, held.text, repeated if alone and not known else list(counted), counted, held.words)
    if not alone or known:
        return guess if known else _if_options(guess)
    if len(alone) < FEWEST_OWN_WORDS:
        return _if_options(of_options(held.head, held.text, list(counted), counted, held.words))
    return with_other(guess, held.words, _in_own_words(len(alone)))


def _if_options(guess: Guess) -> Guess:
    """The guess, in doubt where its answers are as long as what people write themselves."""
    usual = [label for code, label in guess.options.items() if code not in guess.dont_know]
    if guess.type != "single" or 2 * sum(len(label.split()) >= FEWEST_WORDS for label in usual) < len(usual):
        return guess
    return replace(guess, doubt="options, or the respondents' own words? Then it is `type: text`, and not shown")


def in_one_cell_of(held: Held) -> Guess | None:
    """Several answers in one cell."""
    found = in_one_cell(held.given, held.words)
    if found is None:
        return None
    guess = of_options(held.head, held.text, list(found.options), found.options, held.words)
    several = replace(guess, type="multiple", separator=found.separator, why="several answers in a cell", doubt="")
    if not found.own_words:
        return several
    return with_other(several, held.words, _in_own_words(found.own_words))


def of_options(head: str, text: str, answers: list[str], counted: Mapping[str, int], words: Words) -> Guess:
    """A question with these answers, in the order that they mean; where they mean none, the commonest first."""
    unknown = tuple(answer for answer in answers if words.is_dont_know(answer))
    usual = [answer for answer in answers if answer not in unknown]
    guess = Guess((head,), text, "single", dont_know=unknown)
    for order, why in (
        (words.ordered(usual), "a scale in words"),
        (words.by_numbers(usual), "a scale in numbers and words"),
    ):
        if order:
            numbered = {str(at): answer for at, answer in enumerate(order, start=1)}
            return replace(guess, type="scale", options={**numbered, **_same(unknown)}, why=why)
    order = words.by_size(usual)
    if order:
        return replace(guess, type="scale", options=_same((*order, *unknown)), why="ranges, from the lowest")
    yes_no = words.ticks(usual)
    if yes_no is not None and all(yes_no):
        return replace(guess, options=_same((*yes_no[0], *yes_no[1], *unknown)), why="yes or no")
    common = sorted(usual, key=lambda answer: (words.is_other(answer), -counted[answer], answer))
    why = f"{len(common)} answers, the commonest first"
    return replace(guess, options=_same((*common, *unknown)), why=why)


def _same(answers: Sequence[str]) -> dict[str, str]:
    return {answer: answer for answer in answers}


def _in_own_words(count: int) -> str:
    return f"{count} answers, each given once, are taken for the respondents' own words (`other`)"


def with_other(guess: Guess, words: Words, doubt: str) -> Guess:
    """The guess with an option for answers in own words: one that is called so, or a new one."""
    own = next((code for code, label in guess.options.items() if words.is_other(label)), "")
    label = words.spoken[0].other_label
    unknown = {code: guess.options[code] for code in guess.dont_know}
    usual = {code: said for code, said in guess.options.items() if code not in unknown}
    options = guess.options if own else {**usual, label: label, **unknown}
    return replace(guess, options=options, other=own or label, doubt=doubt)
