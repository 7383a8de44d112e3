"""Surveys that were asked again. In: the tabulations of each wave. Out: one with a group for each wave.

Each wave has its own respondents, so small cells are hidden in each for itself, and a row has the base of its wave.
What is counted must be the same question in all: of one type, with the same options under the same codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from deckgen.data.answers import Question
from deckgen.data.comparisons import compared_waves
from deckgen.data.datasets import Answered
from deckgen.data.declarations import Dataset, Declared, Waves
from deckgen.data.possible import check_comparison
from deckgen.data.rows import ALL
from deckgen.diagnostics import Diagnostics, Related
from deckgen.model.data import COEFFICIENTS, Compared, Tabulation, TabulationRow
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import suggestion

FEWEST: Final = 2
"""Waves of a series."""


def datasets_of(waves: Mapping[str, Waves | None]) -> dict[str, tuple[str, ...]]:
    """The datasets of each series of waves, by its name."""
    return {name: tuple(one.text for one in of.of.values()) for name, of in waves.items() if of is not None}


def check_waves(
    waves: Mapping[str, Waves | None], datasets: Mapping[str, Dataset | None], diagnostics: Diagnostics
) -> None:
    """Report waves of datasets that there are not, or twice, or of fewer than two."""
    for name, of in waves.items():
        if of is None:
            continue
        if name in datasets:
            message, hint = f"a dataset is called `{name}` too", "give the waves a name of their own"
            diagnostics.error("waves-unfit", message, of.span, hint)
        if len(of.of) < FEWEST:
            message, hint = f"`{name}` has fewer than two waves", "name two datasets or more under `of:`"
            diagnostics.error("waves-unfit", message, of.of_span, hint)
        seen = set[str]()
        for one in of.of.values():
            if one.text not in datasets:
                hint = suggestion(one.text, tuple(datasets))
                diagnostics.error("unknown-dataset", f"there is no dataset `{one.text}`", one.span, hint)
            elif one.text in seen:
                message, hint = f"`{one.text}` is two waves", "name each dataset once"
                diagnostics.error("waves-unfit", message, one.span, hint)
            seen.add(one.text)


def can_be_of_waves(
    declared: Declared, answered: Mapping[str, Answered | None], of: Waves, diagnostics: Diagnostics
) -> bool:
    """Whether what is asked can be told of each wave, and is the same question in all; else it is reported."""
    found = [answered.get(one.text) for one in of.of.values()]
    if any(one is None for one in found) or len(found) < FEWEST:
        return False
    wrong = Diagnostics()
    if declared.statistic in COEFFICIENTS:
        message = f"a {declared.statistic} is told of one dataset"
        wrong.error("statistic-impossible", message, declared.question.span, "name one of the waves as `data`")
    if declared.compare and declared.compare.with_ == "total":
        message, hint = "waves are compared in pairs", "leave `with` out"
        wrong.error("compare-unfit", message, declared.compare.span, hint)
    check_comparison(declared, True, wrong)
    for name in (declared.question, *declared.by, *_filters(declared)):
        _check_same(name, [(one, answered[one.text]) for one in of.of.values()], wrong)
    diagnostics.extend(wrong)
    return not wrong.has_errors


def _filters(declared: Declared) -> Iterator[Scalar]:
    """The questions that filter, each at the place of an answer of it."""
    for name, wanted in declared.where.items():
        yield replace(wanted[0], text=name) if wanted else Scalar(name, True, declared.span)


def _check_same(name: Scalar, waves: Sequence[tuple[Scalar, Answered | None]], diagnostics: Diagnostics) -> None:
    """Report the waves in which a question is another than in the first."""
    first: tuple[str, Question] | None = None
    for wave, data in waves:
        question = data.questions.get(name.text) if data else None
        if data is not None and name.text in data.dataset.batteries:
            message, hint = f"`{name.text}` is a battery, whose questions are groups already", "name one of them"
            diagnostics.error("group-impossible", message, name.span, hint)
            return
        if question is None:
            continue  # where it is counted it is reported
        if first is None:
            first = wave.text, question
            continue
        differs = _differs(first[1], question)
        if differs:
            message = f"`{name.text}` has {differs} in `{wave.text}` than in `{first[0]}`"
            hint = "declare it alike in both, with the same codes and labels, or leave the wave out"
            diagnostics.error("waves-disagree", message, name.span, hint, (Related(wave.span, "this wave"),))


def _differs(one: Question, other: Question) -> str:
    """In what two questions differ; empty where they are the same."""
    if one.type != other.type:
        return "another type"
    if one.options != other.options or one.dont_know != other.dont_know:
        return "other options"
    return ""


def of_waves(declared: Declared, of: Waves, parts: Sequence[tuple[str, Tabulation]]) -> Tabulation:
    """The tabulations of the waves as one."""
    rows = tuple(row for wave, part in parts for row in _under(wave, of, part))
    wanted = declared.compare
    if wanted:
        rows = compared_waves(wanted, rows)
        untested = any(row.base < wanted.least for row in rows)
        how: Compared | None = Compared(False, wanted.level, wanted.correction, wanted.least, untested)
    else:
        how = None
    tables = [part for _, part in parts]
    files = ", ".join(one.file for one in tables)
    first = tables[0]
    by = " and ".join(filter(None, (declared.data.text, first.declared.by)))
    notes = dict.fromkeys(one.note for one in tables if one.note)
    return replace(
        first,
        dataset=declared.data.text,
        file=files,
        base=sum(one.base for one in tables),
        rows=rows,
        declared=replace(first.declared, file=files, by=by),
        source=of.source.text,
        min_n=max(one.min_n for one in tables),
        population=sum(one.population for one in tables) if all(one.population for one in tables) else 0,
        by=(of.label,),
        note=" ".join(notes),
        sheet="",
        compared=how,
    )


def _under(wave: str, of: Waves, table: Tabulation) -> Iterator[TabulationRow]:
    """The rows of a wave as a group of the series; those of its own groups stand in columns of their own."""
    answers = {row.answer for row in table.rows}
    for row in table.rows:
        told = replace(row, group=wave, by=of.label, file=table.file)
        if row.group:
            column = f"{row.group}: {row.answer}" if len(answers) > 1 else row.group
            within = ((row.by, (row.group,)),) if row.by else ()
            told = replace(told, within=within, column=column)
            yield replace(told, key=f"{wave}/{row.key}", label=f"{wave}/{row.label}")
        elif row.key == ALL:
            yield replace(told, key=wave, label=wave)
        else:
            yield replace(told, key=f"{wave}/{row.key}", label=f"{wave}/{row.label}", answer=row.answer or row.label)
