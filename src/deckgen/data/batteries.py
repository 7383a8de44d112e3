"""Questions with the same answers that are asked as one. In: their answers. Out: a tabulation with a group for each.

Answers to one question tell nothing of those to another, so small cells are hidden in each for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.data.answers import Question, check_declared
from deckgen.data.declarations import Battery, Dataset, Declared
from deckgen.data.rows import ALL
from deckgen.data.tabulations import tabulated
from deckgen.data.tallies import Sample
from deckgen.diagnostics import Diagnostics, Related
from deckgen.model.data import TabulationRow
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Scalar

FEWEST: Final = 2
"""Questions of a battery; one alone is a question."""


def with_listed(
    declared: Mapping[str, Declared | None],
    datasets: Mapping[str, Dataset | None],
    waves: Mapping[str, tuple[str, ...]],
    diagnostics: Diagnostics,
) -> tuple[dict[str, Declared | None], dict[str, Dataset | None]]:
    """Tabulations that each name one column or battery, and datasets with those batteries that tabulations list.

    One that names neither, or both, is reported, and None in its place.
    """
    told, held = dict(declared), dict(datasets)
    for name, one in declared.items():
        if one is None or not _names_one(one, diagnostics):
            told[name] = None
        elif one.questions:
            listed = ", ".join(each.text for each in one.questions)
            told[name] = replace(one, question=Scalar(listed, True, one.questions[0].span))
            for data in waves.get(one.data.text, (one.data.text,)):
                dataset = held.get(data)
                if dataset is not None:
                    battery = Battery(one.questions, span=one.span)
                    held[data] = replace(dataset, batteries={**dataset.batteries, listed: battery})
    return told, held


def _names_one(declared: Declared, diagnostics: Diagnostics) -> bool:
    if declared.question.text and declared.questions:
        message = "a tabulation is of `question` or of `questions`"
        diagnostics.error("battery-unfit", message, declared.questions[0].span, "leave one of the two out")
    elif not (declared.question.text or declared.questions):
        hint = "write `question: …`, or `questions: […]` for several with the same answers"
        diagnostics.error("missing-key", "`question` is missing", declared.span, hint)
    elif 0 < len(declared.questions) < FEWEST:
        message, hint = "`questions` lists one", f"write `question: {declared.questions[0].text}`"
        diagnostics.error("battery-unfit", message, declared.questions[0].span, hint)
    else:
        return True
    return False


def check_batteries(dataset: Dataset, questions: Mapping[str, Question | None], diagnostics: Diagnostics) -> None:
    """Report batteries that are none: questions that are not declared, too few, or with other answers."""
    for name, battery in dataset.batteries.items():
        if name in dataset.columns:
            hint = "give the battery a name of its own"
            diagnostics.error("battery-unfit", f"a column is called `{name}` too", battery.span, hint)
        if len(battery.questions) < FEWEST:
            message, hint = f"the battery `{name}` has fewer than two questions", "name two columns or more"
            diagnostics.error("battery-unfit", message, battery.span, hint)
        _check_answers(battery, dataset, questions, diagnostics)


def _check_answers(
    battery: Battery, dataset: Dataset, questions: Mapping[str, Question | None], diagnostics: Diagnostics
) -> None:
    first: Question | None = None
    for named in battery.questions:
        check_declared(named.text, named.span, questions, (), diagnostics)
        question = questions.get(named.text)
        if question is None:
            continue
        first = first or question
        if question.type not in ("single", "scale"):
            message, hint = f"`{named.text}` is {question.type}", "a battery is of questions of type single or scale"
            diagnostics.error("battery-unfit", message, named.span, hint)
        elif question.options != first.options or question.dont_know != first.dont_know:
            message = f"`{named.text}` has not the same options as `{first.name}`"
            hint = "leave it out of the battery, or give both the same"
            related = (Related(dataset.columns[first.name].span, "the options of the first"),)
            diagnostics.error("battery-unfit", message, named.span, hint, related)


def of_battery(
    declared: Declared, questions: tuple[Question, ...], sample: Sample
) -> tuple[int, tuple[TabulationRow, ...]]:
    """The base n of the question that most answered, and the rows of each, those hidden that must be."""
    bases, rows = [], list[TabulationRow]()
    for question in questions:
        base, own = tabulated(declared, question, (), sample)
        bases.append(base)
        rows.extend(_under(question, own))
    return max(bases, default=0), tuple(rows)


def _under(question: Question, rows: tuple[TabulationRow, ...]) -> Iterator[TabulationRow]:
    """The rows of a question as a group of its battery."""
    group = question.label or question.name
    for row in rows:
        if row.key == ALL:
            yield replace(row, key=question.name, label=group, group=group)
        else:
            yield replace(row, key=f"{question.name}/{row.key}", label=f"{group}/{row.label}", group=group)
