"""What is in the data, for whoever is to use them. In: declared datasets. Out: a profile of each, names nobody.

Texts in own words and the numbers of respondents are counted and never told; of numbers and days the ends are told
that as many respondents as a cell must have lie beyond or at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from deckgen.data.answers import DontKnow, Question
from deckgen.data.datasets import Answered, read_dataset
from deckgen.data.declarations import NAMED_MIN_N, Type, read_declared
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import literal
from deckgen.nodes.node import Node

_CHOSEN: Final = ("single", "scale", "multiple")


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, by what it is called, and how many gave it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class QuestionProfile:
    """A question: `n` answered it, `dont_know` of them that they do not know, and `missing` did not.

    `answers` are the options with how many chose each, in order. `ends` are the lowest and the highest that is told
    of numbers and days, `shown` the same as the language writes them, and `least` how many lie at or beyond each.
    """

    name: str
    label: str
    type: Type
    n: int
    missing: int
    dont_know: int
    answers: tuple[Said, ...] = ()
    ends: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class DatasetProfile:
    """A dataset: how many respondents of how many asked (0: not known), and its questions.

    `batteries` are the names of questions that are asked as one, by the battery's. `undeclared` is how many columns
    of the file nothing is read from.
    """

    name: str
    file: str
    sheet: str
    respondents: int
    population: int
    key: str
    questions: tuple[QuestionProfile, ...]
    batteries: Mapping[str, tuple[str, ...]]
    undeclared: int


def profiles(node: Node, folder: Path, default: str, diagnostics: Diagnostics) -> tuple[DatasetProfile, ...]:
    """The profile of each dataset that can be read, in the order of `data.yaml`; what is wrong is reported."""
    datasets = read_declared(node, diagnostics).datasets
    read = ((name, read_dataset(one, folder, default, diagnostics)) for name, one in datasets.items())
    spoken = language(default)
    return tuple(_profile(name, answered, spoken) for name, answered in read if answered is not None)


def _profile(name: str, answered: Answered, spoken: Language | None) -> DatasetProfile:
    dataset = answered.dataset
    least = dataset.min_n or (NAMED_MIN_N if dataset.named else 1)
    known = (question for question in answered.questions.values() if question is not None)
    return DatasetProfile(
        name,
        dataset.file.text,
        dataset.sheet or answered.sheet,
        answered.respondents,
        dataset.population,
        dataset.key.text if dataset.key else "",
        tuple(_question(question, dataset.columns[question.name].type, least, spoken) for question in known),
        {name: tuple(one.text for one in battery.questions) for name, battery in dataset.batteries.items()},
        sum(bool(head) and head not in dataset.heads for head in answered.heads),
    )


def _question(question: Question, type: Type, least: int, spoken: Language | None) -> QuestionProfile:
    counts = question.codes.counted(None)
    given = {at: count for at, count in counts.items() if question.values[at] is not None}
    unknown = sum(count for at, count in given.items() if isinstance(question.values[at], DontKnow))
    n = sum(given.values())
    answers = tuple(_options(question, given)) if type in _CHOSEN else ()
    ends = _ends(question, given, least) if type in ("integer", "decimal", "date") else ()
    label = question.label or question.name
    missing, told = sum(counts.values()) - n, tuple(map(_plain, ends))
    shown = tuple(_shown(end, spoken) for end in ends) if spoken else told
    return QuestionProfile(
        question.name, label, type, n, missing, unknown, answers, told, shown, least if ends else 0
    )


def _options(question: Question, given: Mapping[int, int]) -> Iterable[Said]:
    for code, label in question.options.items():
        yield Said(label, sum(count for at, count in given.items() if _gave(question.values[at], code)))


def _gave(value: Any, code: str) -> bool:
    if isinstance(value, DontKnow):
        return value.code == code
    return code in value if isinstance(value, frozenset) else bool(value == code)


def _ends(question: Question, given: Mapping[int, int], least: int) -> tuple[Any, ...]:
    """The lowest and the highest answer that `least` respondents lie at or beyond; none of too few."""
    known = [
        (question.values[at], count) for at, count in given.items() if not isinstance(question.values[at], DontKnow)
    ]
    ordered = [value for value, count in sorted(known) for _ in range(count)]
    if len(ordered) < 2 * least:
        return ()
    return tuple(ordered[at] for at in (least - 1, len(ordered) - least))


def _plain(value: Any) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _shown(value: Any, spoken: Language) -> str:
    """A number or a day as the language writes it."""
    return spoken.show(literal(value)) if isinstance(value, Decimal) else spoken.date(str(value))
