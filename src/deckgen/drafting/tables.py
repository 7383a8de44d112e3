"""What is counted for a first deck. In: the datasets of the content. Out: tabulations, declared and made.

Of a question there are several ways to count it; which is shown is decided when it is known what is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from deckgen.catalogue.data_entry import free_name
from deckgen.catalogue.yaml_text import flow, value
from deckgen.data import read_data
from deckgen.data.answers import Question
from deckgen.data.datasets import Answered
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Tabulation
from deckgen.model.draft_words import DraftWords
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Mapping as MappingNode
from deckgen.nodes.reader import read_text

CHOSEN: Final = ("single", "scale", "multiple")
NUMBERS: Final = ("integer", "decimal")
FEWEST_STEPS: Final = 4
"""Steps of a scale of which the upper ones are put together."""
GATHERED: Final = "gathered"
TOP: Final = "top"
NUMBER_WAYS: Final = ("count", "mean", "median")
"""What is told of a question in numbers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, or a battery of several, and how it may be counted: a declared tabulation by what it is for.

    `made` are those that could be.
    """

    dataset: str
    name: str
    label: str
    questions: tuple[Question, ...]
    is_battery: bool
    declared: Mapping[str, tuple[str, str]]
    made: Mapping[str, Tabulation]

    @property
    def type(self) -> str:
        return self.questions[0].type

    @property
    def upper(self) -> tuple[str, ...]:
        """The labels of the upper half of a scale's steps."""
        steps = self.steps
        return tuple(label for _, label in steps[len(steps) - len(steps) // 2 :])

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Code and label of each option that says something."""
        first = self.questions[0]
        return tuple((code, label) for code, label in first.options.items() if code not in first.dont_know)


def asked(name: str, answered: Answered, words: DraftWords, taken: Sequence[str]) -> Iterator[Asked]:
    """Each question and battery of a dataset that can be told in numbers, in order; nothing is counted yet.

    `taken` are names of tabulations that are there already.
    """
    used = list(taken)
    batteries = answered.dataset.batteries
    inside = {one.text: battery for battery, held in batteries.items() for one in held.questions}
    told: set[str] = set()
    for one, question in answered.questions.items():
        battery = inside.get(one, "")
        if question is None or battery in told:
            continue
        told.update({battery} - {""})
        names = [each.text for each in batteries[battery].questions] if battery else [one]
        questions = tuple(each for each in map(answered.questions.get, names) if each is not None)
        label = batteries[battery].label if battery else question.label
        found = Asked(name, battery or one, label or battery or one, questions, bool(battery), {}, {})
        declared = {}
        for way, said in _ways(found, words).items():
            called = free_name(found.name if not way else f"{found.name}-{way}", used)
            used.append(called)
            declared[way] = (called, f"{{data: {value(name)}, question: {value(found.name)}, {said}}}")
        if declared:
            yield replace(found, declared=declared)


def _ways(found: Asked, words: DraftWords) -> dict[str, str]:
    """What follows the question in each of its tabulations; the first way is the plain one."""
    if found.type in NUMBERS:
        return {way: f"statistic: {way}" for way in NUMBER_WAYS}
    if found.type not in CHOSEN:
        return {}
    ways = {"": "statistic: share"}
    steps = found.steps
    if found.type == "scale" and len(steps) >= FEWEST_STEPS:
        half = len(steps) // 2
        low, middle, high = steps[:half], steps[half : len(steps) - half], steps[len(steps) - half :]
        groups = [_group(part, words) for part in (low, middle, high) if part]
        ways[GATHERED] = f"statistic: share, gather: {{{', '.join(groups)}}}"
        ways[TOP] = f"statistic: share, gather: {{{_group(high, words)}}}"
    return ways


def _group(steps: Sequence[tuple[str, str]], words: DraftWords) -> str:
    """Some steps of a scale under one label."""
    first, last = steps[0][1], steps[-1][1]
    form = words.either if len(steps) == 2 else words.to
    label = first if len(steps) == 1 else form.format(first=first, last=last)
    return f"{_quoted(label)}: {flow(code for code, _ in steps)}"


def _quoted(text: str) -> str:
    """A key in braces, where a comma ends it."""
    written = value(text)
    return f'"{written}"' if "," in written and not written.startswith('"') else written


def counted(
    found: Sequence[Asked], node: MappingNode, folder: Path, default: str, diagnostics: Diagnostics
) -> list[Asked]:
    """The questions with what was counted of each."""
    lines = [f"  {value(name)}: {said}" for one in found for name, said in one.declared.values()]
    text = "\n".join(("tabulations:", *lines, "")) if lines else ""
    tabulations = read_text(text, "data.yaml", diagnostics) if text else None
    if not isinstance(tabulations, MappingNode):
        return []
    kept = tuple((key, held) for key, held in node.entries if key.text == "datasets")
    made = read_data(MappingNode((*kept, *tabulations.entries), node.span), folder, default, diagnostics).tabulations
    return [replace(one, made=_own(one, made)) for one in found]


def _own(one: Asked, made: Mapping[str, Tabulation]) -> dict[str, Tabulation]:
    return {way: made[name] for way, (name, _) in one.declared.items() if name in made}
