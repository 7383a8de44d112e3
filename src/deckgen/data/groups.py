"""Respondents by groups. In: the answers to a question, what it is grouped by, a sample. Out: who gave which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, overload

from deckgen.data.answers import DontKnow, Question
from deckgen.data.codes import Given, Mask
from deckgen.data.tallies import Sample, Tally, tallied, total
from deckgen.model.lazy_dataclasses import dataclass, replace

SEVERAL: Final = 2
"""Questions that group respondents, from which on a group's key says its question."""


class Lines(Sequence[int]):
    """The line numbers of the respondents who gave one of some answers, in order; looked up when first asked for."""

    def __init__(self, question: Question, kept: Mask | None, answers: list[int]) -> None:
        self._held: list[int] | None = None
        self._made_from = (question, kept, answers)

    @property
    def _lines(self) -> list[int]:
        if self._held is None:
            question, kept, answers = self._made_from
            given = question.codes.given(answers)
            self._held = (given if kept is None else given.both(kept)).picked(question.lines)
        return self._held

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> list[int]: ...

    def __getitem__(self, index: int | slice) -> int | list[int]:
        return self._lines[index]


@dataclass(frozen=True, slots=True)
class Group:
    """Respondents of one group, who are a sample: who gave each answer that counts, by its index in the question.

    `by` is the label of the question that tells it from others; empty where it is of all.
    """

    key: str
    label: str
    by: str
    question: Question
    sample: Sample
    answers: Mapping[int, Tally]

    @property
    def whole(self) -> Tally:
        return total(self.answers.values())

    @property
    def unit(self) -> Decimal:
        """The unit of what answers weigh."""
        return self.sample.weights.unit if self.sample.weights else Decimal(1)

    def effective(self, whole: Tally) -> Decimal | None:
        """The n that would tell as much without weights; None where there are none."""
        return whole.effective if self.sample.weights else None

    def lines(self, answers: list[int]) -> Lines:
        return Lines(self.question, self.sample.kept, answers)


def groups(question: Question, by: Sequence[Question], together: str, sample: Sample, dont_know: bool) -> list[Group]:
    """The groups of those who answered each question of `by`, in the order of its options.

    Before them stands one of all where there are no others, or where it has a name: `together`. Who did not know
    counts only where `dont_know` is said to. Groups that have one label are called by their question too.
    """
    values = question.values
    counts = [at for at, one in enumerate(values) if one is not None and (dont_know or not isinstance(one, DontKnow))]
    found: list[Group] = []
    if together or not by:
        everybody = tallied(question.codes, sample.kept, sample.weights)
        answers = {at: everybody[at] for at in counts if at in everybody}
        found.append(Group(together, together, "", question, sample, answers))
    labels = Counter(label for one in by for code, label in one.options.items() if code not in one.dont_know)
    for one in by:
        cells = tallied(one.codes.crossed(question.codes, len(values)), sample.kept, sample.weights)
        asked = one.label or one.name
        for code, label in one.options.items():
            if code not in one.dont_know:
                given = tuple(at for at, value in enumerate(one.values) if value in (DontKnow(code), code))
                inside = replace(sample, kept=Given(one.codes, given, sample.kept))
                answers = {at: told for at in counts if (told := _told(cells, given, at, len(values))).n}
                named = f"{asked}: {label}" if labels[label] > 1 else label
                key = code if len(by) < SEVERAL else f"{one.name}.{code}"
                found.append(Group(key, named, asked, question, inside, answers))
    return found


def _told(cells: Mapping[int, Tally], given: Sequence[int], at: int, many: int) -> Tally:
    """The tally of an answer among those who gave one of some others, out of all pairs of answers."""
    return total(cells[one * many + at] for one in given if one * many + at in cells)
