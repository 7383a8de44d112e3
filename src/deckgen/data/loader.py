"""The order in which data are read. In: the node of `data.yaml` and the content folder. Out: tabulations by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from deckgen.data.answers import Question, check_declared
from deckgen.data.batteries import of_battery
from deckgen.data.codes import Mask
from deckgen.data.correlations import check_correlated, correlated
from deckgen.data.datasets import Answered, read_dataset
from deckgen.data.declarations import Battery, Declared, read_declared
from deckgen.data.tabulations import check_statistic, kept_rows, tabulated
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.data import COEFFICIENTS, Declaration, Filters, Tabulation, TabulationRow
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import suggestion


@dataclass(frozen=True, slots=True)
class Data:
    """All tabulations that could be made; `names` holds also those that are wrong, `sources` what datasets name.

    `names` is None where what is declared cannot be read, so that nothing can be said of an unknown name. `answered`
    and `declared` are what the tabulations were made of, for whoever counts some of the respondents alone.
    """

    tabulations: dict[str, Tabulation]
    names: tuple[str, ...] | None
    sources: tuple[Scalar, ...]
    answered: dict[str, Answered | None] = field(default_factory=dict)
    declared: dict[str, Declared] = field(default_factory=dict)


def read_data(node: Node, folder: Path, default: str, diagnostics: Diagnostics) -> Data:
    """Every dataset is read as a whole and every tabulation made; whatever is wrong is reported.

    `default` is the language of datasets that say none.
    """
    datasets, declared = read_declared(node, diagnostics)
    answered = {name: read_dataset(dataset, folder, default, diagnostics) for name, dataset in datasets.items()}
    tables: dict[str, Tabulation] = {}
    for name, one in (declared or {}).items():
        table = None if one is None else tabulation(name, one, answered, diagnostics)
        if table is not None:
            tables[name] = table
    sources = tuple(dataset.source for dataset in datasets.values() if dataset is not None)
    made = {name: one for name, one in (declared or {}).items() if one is not None and name in tables}
    return Data(tables, None if declared is None else tuple(declared), sources, answered, made)


def tabulation(
    name: str, declared: Declared, answered: Mapping[str, Answered | None], diagnostics: Diagnostics
) -> Tabulation | None:
    """A declared tabulation of the answers to its dataset; None where it cannot be made, which is reported."""
    if declared.data.text not in answered:
        hint = suggestion(declared.data.text, tuple(answered))
        diagnostics.error("unknown-dataset", f"there is no dataset `{declared.data.text}`", declared.data.span, hint)
        return None
    data = answered[declared.data.text]
    if data is None:
        return None
    wrong = Diagnostics()
    questions = _questions(declared, data, wrong)
    by = _question(declared.by.text, declared.by.span, data, wrong) if declared.by else None
    kept = _kept(declared, data, wrong)
    unread = [name for name in declared.where if data.questions.get(name) is None]
    ready = bool(questions) and not unread and not (declared.by and by is None) and not wrong.has_errors
    possible = ready and all(check_statistic(declared, one, by, wrong) for one in questions)
    if possible and declared.statistic in COEFFICIENTS:
        possible = check_correlated(declared, questions, by, wrong)
    counted = _counted(declared, data, questions, by, kept, wrong) if possible and not wrong.has_errors else None
    diagnostics.extend(wrong)
    return None if counted is None else _made(name, declared, data, questions[0], by, counted)


_Counts = tuple[int, tuple[TabulationRow, ...]]
"""The base n, and the rows."""


def _counted(
    declared: Declared,
    data: Answered,
    questions: tuple[Question, ...],
    by: Question | None,
    kept: Mask | None,
    diagnostics: Diagnostics,
) -> _Counts | None:
    """What is counted of a question, or of a battery's, of the respondents that `kept` masks (None: of all)."""
    least = 0 if declared.disclose else declared.smallest_cell(data.dataset)
    if declared.statistic in COEFFICIENTS:
        return correlated(declared, questions, kept, least, diagnostics)
    if _battery(declared, data) is None:
        return tabulated(declared, questions[0], by, kept, least)
    return of_battery(declared, questions, kept, least)


def _made(
    name: str, declared: Declared, data: Answered, question: Question, by: Question | None, counted: _Counts
) -> Tabulation:
    """The tabulation of what was counted of a question, the first of several; `by` groups it."""
    dataset, battery = data.dataset, _battery(declared, data)
    base, rows = counted
    label = question.label or question.name
    if battery is not None:
        label = battery.label or declared.question.text
    return Tabulation(
        name,
        declared.data.text,
        dataset.file.text,
        label,
        declared.statistic,
        base,
        rows,
        _declaration(declared, data),
        source=dataset.source.text,
        min_n=declared.smallest_cell(dataset),
        population=dataset.population,
        disclose=declared.disclose,
        span=declared.span,
        where=_filters(declared, data),
        by=(by.label or by.name) if by else "",
        exclusive=question.type in ("single", "scale") and declared.statistic in ("count", "share"),
        battery=battery is not None,
        note=dataset.note,
        sheet=data.sheet,
    )


def _battery(declared: Declared, data: Answered) -> Battery | None:
    """The battery that is counted; None where it is a column."""
    named = declared.question.text
    return None if named in data.dataset.columns else data.dataset.batteries.get(named)


def _questions(declared: Declared, data: Answered, diagnostics: Diagnostics) -> tuple[Question, ...]:
    """The questions that are counted: one and those `with` it, or a battery's.

    None where one of them cannot be, which is reported.
    """
    battery = _battery(declared, data)
    _check_beside(declared, battery, diagnostics)
    if battery is None:
        named = (declared.question, *declared.with_)
        asked = [_question(one.text, one.span, data, diagnostics) for one in named]
    else:
        asked = [data.questions.get(one.text) for one in battery.questions]
    known = tuple(one for one in asked if one is not None)
    return known if len(known) == len(asked) else ()


def _check_beside(declared: Declared, battery: Battery | None, diagnostics: Diagnostics) -> None:
    """What stands beside the question can be asked of it."""
    named, together = declared.question.text, declared.statistic in COEFFICIENTS
    if declared.with_ and not together:
        message = f"`with` says what goes together, and {declared.statistic} is of one question"
        hint = f"leave it out, or ask for {' or '.join(sorted(COEFFICIENTS))}"
        diagnostics.error("statistic-impossible", message, declared.with_[0].span, hint)
    elif declared.with_ and battery:
        message = f"`{named}` is a battery, of several questions already"
        diagnostics.error("statistic-impossible", message, declared.with_[0].span, "leave `with` out")
    if battery and declared.by and not together:
        message, hint = f"`{named}` is a battery, whose questions are groups already", "leave `by` out"
        diagnostics.error("group-impossible", message, declared.by.span, hint)


def _question(name: str, span: Span, data: Answered, diagnostics: Diagnostics) -> Question | None:
    check_declared(name, span, data.questions, data.dataset.batteries, diagnostics)
    return data.questions.get(name)


def _kept(declared: Declared, data: Answered, diagnostics: Diagnostics) -> Mask | None:
    """A mask of the respondents that all filters keep; None where there is no filter, or one cannot be read."""
    kept: Mask | None = None
    for name, wanted in declared.where.items():
        question = _question(name, wanted[0].span if wanted else declared.span, data, diagnostics)
        if question is not None:
            mask = kept_rows(question, wanted, diagnostics)
            kept = mask if kept is None else kept.both(mask)
    return kept


def _filters(declared: Declared, data: Answered) -> Filters:
    """What the tabulation is filtered by, in the words of the questionnaire."""
    found = ((data.questions[name], wanted) for name, wanted in declared.where.items())
    return tuple(
        (question.label or question.name, tuple(question.options.get(one.text, one.text) for one in wanted))
        for question, wanted in found
        if question is not None
    )


def _declaration(declared: Declared, data: Answered) -> Declaration:
    return Declaration(
        data.dataset.file.text,
        declared.statistic,
        ", ".join(one.text for one in (declared.question, *declared.with_)),
        tuple((name, tuple(one.text for one in wanted)) for name, wanted in declared.where.items()),
        declared.by.text if declared.by else "",
        declared.dont_know == "in",
    )
