"""A column of which the file names codes. In: its cells, what the file says. Out: a guess, or why it is left out.

Options that the file names for every answer are not written again: whoever reads the data reads them too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from deckgen.data.labels import Labels
from deckgen.guessing.columns import LARGEST_CODE, MOST_OPTIONS, Held, guessed, names_somebody, of_options
from deckgen.guessing.guess import Guess, LeftOut
from deckgen.model.lazy_dataclasses import replace

_NUMBER: Final = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?\Z")
_WHOLE: Final = re.compile(r"-?\d{1,6}\Z")
MOST_NAMED: Final = 4
"""Codes that are told in one comment."""


def judged(held: Held, labels: Labels) -> Guess | LeftOut:
    """The guess on a column; `held` has no cell that means no answer by the file."""
    guess = _labelled(held, labels) if labels.options.get(held.head) else guessed(held)
    if isinstance(guess, LeftOut):
        return guess
    missing = [code for code in labels.missing.get(held.head, ()) if code not in guess.dont_know]
    none = f"no answer by the file: {_named(labels.options.get(held.head, {}), missing)}" if missing else ""
    return replace(guess, why="; ".join(filter(None, (guess.why, none))))


def _labelled(held: Held, labels: Labels) -> Guess | LeftOut:
    every, missing = labels.options[held.head], labels.missing.get(held.head, ())
    unknown = {code: label for code, label in every.items() if held.words.is_dont_know(label)}
    usual = {code: label for code, label in every.items() if code not in unknown and code not in missing}
    answers = replace(held, given=tuple(cell for cell in held.given if cell not in unknown))
    if not answers.given:
        return LeftOut(held.head, "empty")
    if held.words.is_weight(held.head):
        return LeftOut(held.head, "weights")
    if names_somebody(held):
        return LeftOut(held.head, "names somebody")
    unnamed = sorted(set(answers.given) - {*usual, *usual.values()})
    guess = _with_some(answers, usual, unknown, unnamed, missing) if unnamed else _with_all(answers, usual, labels)
    return guess if isinstance(guess, LeftOut) else replace(guess, dont_know=tuple(unknown))


def _with_all(held: Held, usual: Mapping[str, str], labels: Labels) -> Guess:
    """A question of which every answer has a name in the file."""
    names = list(usual.values())
    known = of_options(held.head, held.text, names, Counter(names), held.words).type
    kind = "scale" if held.head in labels.ordered else known
    return Guess((held.head,), held.text, kind, why="options as the export names them")


def _with_some(
    held: Held, usual: Mapping[str, str], unknown: Mapping[str, str], unnamed: Sequence[str], missing: Sequence[str]
) -> Guess | LeftOut:
    """A question of which some answers have none: numbers, a scale whose ends have names, or codes."""
    if not usual:
        guess = guessed(held)
        if isinstance(guess, LeftOut) or not guess.options:
            return guess
        return replace(guess, options={**guess.options, **unknown})
    codes = [*usual, *unnamed]
    doubt = f"some numbers have a name in the file ({_named(usual, [*usual])}), and are numbers all the same"
    if not all(map(_NUMBER.match, codes)):
        return _of_texts(held, usual, unknown, unnamed)
    if not all(map(_WHOLE.match, codes)):
        return Guess((held.head,), held.text, "decimal", why="numbers", doubt=doubt)
    numbers = sorted(map(int, codes))
    if numbers[0] >= 0 and numbers[-1] <= LARGEST_CODE:
        every = (str(number) for number in range(numbers[0], numbers[-1] + 1))
        steps = {step: usual.get(step, step) for step in every if step not in unknown and step not in missing}
        return Guess(
            (held.head,), held.text, "scale", {**steps, **unknown}, why="a scale, of which some steps have names"
        )
    return Guess((held.head,), held.text, "integer", why="whole numbers", doubt=doubt)


def _of_texts(
    held: Held, usual: Mapping[str, str], unknown: Mapping[str, str], unnamed: Sequence[str]
) -> Guess | LeftOut:
    """A question whose answers are no whole numbers: those without a name are called as they stand in the file."""
    if len(usual) + len(unnamed) > MOST_OPTIONS:
        return guessed(held)
    options = {**usual, **{code: code for code in unnamed}, **unknown}
    doubt = f"the file has no names for {_listed(unnamed)}"
    return Guess((held.head,), held.text, "single", options, why="options as the export names them", doubt=doubt)


def _named(options: Mapping[str, str], codes: Sequence[str]) -> str:
    """Codes with what the file calls them."""
    return _listed([f"{code} ({options[code]})" if code in options else code for code in codes])


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(texts[:MOST_NAMED]) + (" …" if len(texts) > MOST_NAMED else "")
