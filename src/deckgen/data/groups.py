"""Respondents by groups. In: the answers to a question, what it is grouped by, a sample. Out: who gave which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import overload

from deckgen.data.answers import DontKnow, Question
from deckgen.data.codes import Mask
from deckgen.data.tallies import Sample, Tally, tallied, total
from deckgen.model.lazy_dataclasses import dataclass, replace


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
    """Respondents of one group, who are a sample: who gave each answer that counts, by its index in the question."""

    key: str
    label: str
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


def groups(question: Question, by: Question | None, sample: Sample, dont_know: bool) -> Iterator[Group]:
    """The groups of those who answered `by`, in the order of its options; one of all where there is none.

    Who did not know counts only where `dont_know` is said to.
    """
    if by is None:
        yield _group("", "", question, sample, dont_know)
        return
    for code, label in by.options.items():
        given = (DontKnow(code), code)
        at = next((at for at, value in enumerate(by.values) if value in given), -1)
        if code not in by.dont_know:
            inside = by.codes.given((at,))
            those = inside if sample.kept is None else inside.both(sample.kept)
            yield _group(code, label, question, replace(sample, kept=those), dont_know)


def _group(key: str, label: str, question: Question, sample: Sample, dont_know: bool) -> Group:
    values = question.values
    answers = {
        at: tally
        for at, tally in tallied(question.codes, sample.kept, sample.weights).items()
        if values[at] is not None and (dont_know or not isinstance(values[at], DontKnow))
    }
    return Group(key, label, question, sample, answers)
