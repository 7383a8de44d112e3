"""The order in which data are read. In: the node of `data.yaml` and the content folder. Out: tabulations by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from deckgen.data.answers import Question, check_declared
from deckgen.data.batteries import of_battery, with_listed
from deckgen.data.codes import Mask
from deckgen.data.correlations import check_correlated, correlated
from deckgen.data.datasets import Answered, read_dataset
from deckgen.data.declarations import Battery, Dataset, Declared, Waves, read_declared
from deckgen.data.measures import STATISTICS
from deckgen.data.nets import with_nets
from deckgen.data.possible import check_groups, check_statistic
from deckgen.data.tabulations import kept_rows, tabulated
from deckgen.data.tallies import Weights, sample
from deckgen.data.waves import can_be_of_waves, check_waves, datasets_of, of_waves
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.data import (
    COEFFICIENTS,
    RAKED,
    Compared,
    Declaration,
    Filters,
    Quotation,
    Tabulation,
    TabulationRow,
)
from deckgen.model.figure import PER_CENT
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import suggestion


@dataclass(frozen=True, slots=True)
class Data:
    """All tabulations that could be made; `names` holds also those that are wrong, `sources` what datasets name.

    `names` is None where what is declared cannot be read, so that nothing can be said of an unknown name. `answered`
    and `declared` are what the tabulations were made of, for whoever counts some of the respondents alone. `quotes`
    are those that may be shown, `quote_names` as `names` is, and `waves` the datasets of each series.
    """

    tabulations: dict[str, Tabulation]
    names: tuple[str, ...] | None
    sources: tuple[Scalar, ...]
    answered: dict[str, Answered | None] = field(default_factory=dict)
    quotes: dict[str, Quotation] = field(default_factory=dict)
    quote_names: tuple[str, ...] | None = ()
    declared: dict[str, Declared] = field(default_factory=dict)
    waves: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_data(node: Node, folder: Path, default: str, diagnostics: Diagnostics) -> Data:
    """Every dataset is read as a whole and every tabulation made; whatever is wrong is reported.

    `default` is the language of datasets that say none.
    """
    datasets, written, waves = read_declared(node, diagnostics)
    check_waves(waves, datasets, diagnostics)
    declared, datasets = with_listed(written or {}, datasets, datasets_of(waves), diagnostics)
    answered = {
        name: read_dataset(dataset, folder, default, diagnostics, _weights_named(name, declared, waves))
        for name, dataset in datasets.items()
    }
    tables: dict[str, Tabulation] = {}
    for name, one in declared.items():
        table = None if one is None else _table(name, one, answered, waves, diagnostics)
        if table is not None:
            tables[name] = table
    sources = tuple(one.source for one in (*datasets.values(), *waves.values()) if one is not None)
    made = {name: one for name, one in declared.items() if one is not None and name in tables}
    quotes = {
        full: replace(quote, dataset=name)
        for name, one in answered.items()
        for full, quote in (one.quotes.items() if one else ())
    }
    names = None if written is None else tuple(written)
    return Data(tables, names, sources, answered, quotes, _quote_names(datasets), made, datasets_of(waves))


def _table(
    name: str,
    declared: Declared,
    answered: Mapping[str, Answered | None],
    waves: Mapping[str, Waves | None],
    diagnostics: Diagnostics,
) -> Tabulation | None:
    """A tabulation of a dataset or of waves of several."""
    if declared.data.text not in waves:
        return tabulation(name, declared, answered, diagnostics, tuple(waves))
    of = waves[declared.data.text]
    if of is None or not can_be_of_waves(declared, answered, of, diagnostics):
        return None
    parts = []
    for wave, dataset in of.of.items():
        wrong = Diagnostics()
        part = tabulation(name, replace(declared, data=dataset, compare=None), answered, wrong)
        diagnostics.extend(wrong)
        if part is None:
            return None
        parts.append((wave, part))
    return of_waves(declared, of, parts)


def _quote_names(datasets: Mapping[str, Dataset | None]) -> tuple[str, ...] | None:
    """All quotes that are chosen; None where a dataset cannot be read, and an unknown one may be of it."""
    if not datasets or None in datasets.values():
        return None
    books = ((name, book) for one in datasets.values() if one for name, book in one.code_books.items())
    return tuple(f"{name}.{quote}" for name, book in books for quote in book.quotes)


def _weights_named(
    dataset: str, declared: Mapping[str, Declared | None], waves: Mapping[str, Waves | None]
) -> tuple[Scalar, ...]:
    """The columns of weights that tabulations of a dataset name, each once."""
    names = {dataset, *(name for name, those in datasets_of(waves).items() if dataset in those)}
    of_it = (one for one in declared.values() if one is not None and one.data.text in names)
    return tuple({one.weight.text: one.weight for one in of_it if one.weight is not None}.values())


def tabulation(
    name: str,
    declared: Declared,
    answered: Mapping[str, Answered | None],
    diagnostics: Diagnostics,
    others: tuple[str, ...] = (),
) -> Tabulation | None:
    """A declared tabulation of the answers to its dataset; None where it cannot be made, which is reported.

    `others` are names that `data` may say too.
    """
    if declared.data.text not in answered:
        hint = suggestion(declared.data.text, (*answered, *others))
        diagnostics.error("unknown-dataset", f"there is no dataset `{declared.data.text}`", declared.data.span, hint)
        return None
    data = answered[declared.data.text]
    if data is None:
        return None
    wrong = Diagnostics()
    questions = _questions(declared, data, wrong)
    by = [_question(one.text, one.span, data, wrong) for one in declared.by]
    groups = tuple(one for one in by if one is not None)
    kept = _kept(declared, data, wrong)
    unread = [name for name in declared.where if data.questions.get(name) is None]
    ready = bool(questions) and not unread and len(groups) == len(by) and not wrong.has_errors
    if questions:
        declared = with_nets(declared, questions[0], wrong)
    weights, is_weighed = _weights(declared, data)
    possible = ready and is_weighed and all(check_statistic(declared, one, wrong) for one in questions)
    if possible:
        check_groups(declared, groups, wrong)
    if possible and declared.statistic in COEFFICIENTS:
        possible = check_correlated(declared, questions, wrong)
    counted = None
    if possible and not wrong.has_errors:
        counted = _counted(declared, data, questions, groups, kept, weights, wrong)
    diagnostics.extend(wrong)
    return None if counted is None else _made(name, declared, data, questions[0], groups, counted)


def _weights(declared: Declared, data: Answered) -> tuple[Weights | None, bool]:
    """What respondents weigh (None: one each), and whether they could be weighed as the tabulation says."""
    if declared.weight is not None:
        own = data.weighed_by[declared.weight.text]
        return own, own is not None
    return data.weights if declared.weighted else None, True


_Counts = tuple[int, tuple[TabulationRow, ...]]
"""The base n, and the rows."""


def _counted(
    declared: Declared,
    data: Answered,
    questions: tuple[Question, ...],
    by: tuple[Question, ...],
    kept: Mask | None,
    weights: Weights | None,
    diagnostics: Diagnostics,
) -> _Counts | None:
    """What is counted of a question, or of a battery's, of the respondents that `kept` masks (None: of all)."""
    least = 0 if declared.disclose else declared.smallest_cell(data.dataset)
    counted = sample(kept, weights, data.respondents, least)
    if declared.statistic in COEFFICIENTS:
        return correlated(declared, questions, counted, diagnostics)
    if _battery(declared, data) is None:
        return tabulated(declared, questions[0], by, counted)
    return of_battery(declared, questions, counted)


def _made(
    name: str, declared: Declared, data: Answered, question: Question, by: tuple[Question, ...], counted: _Counts
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
        by=tuple(one.label or one.name for one in by),
        exclusive=declared.statistic in ("count", "share")
        and (question.type in ("single", "scale") or declared.base == "answers"),
        battery=battery is not None,
        note=dataset.note,
        unit=_unit(declared, data),
        sheet=data.sheet,
        confidence=declared.confidence,
        compared=_compared(declared, rows),
    )


def _unit(declared: Declared, data: Answered) -> str:
    """What the numbers of a tabulation are counted in; empty where they count respondents, or are of no unit."""
    if declared.statistic == "share":
        return PER_CENT
    column = data.dataset.columns.get(declared.question.text)
    is_counted = declared.statistic in {*STATISTICS, "quantile"} - {"nps"}
    return column.unit if column and is_counted else ""


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
        diagnostics.error("group-impossible", message, declared.by[0].span, hint)


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
        " and ".join(one.text for one in declared.by),
        declared.dont_know == "in",
        _weighed_by(declared, data),
    )


def _compared(declared: Declared, rows: tuple[TabulationRow, ...]) -> Compared | None:
    """How the groups of a tabulation were compared, where they were."""
    wanted = declared.compare
    if wanted is None:
        return None
    untested = any(row.by and row.base < wanted.least for row in rows)
    return Compared(wanted.with_ == "total", wanted.level, wanted.correction, wanted.least, untested)


def _weighed_by(declared: Declared, data: Answered) -> str:
    """The column of weights, or `raked`; empty where respondents count as one each."""
    if declared.weight is not None:
        return declared.weight.text
    if data.weights is None or not declared.weighted:
        return ""
    return RAKED if data.dataset.rake or data.dataset.weight is None else data.dataset.weight.text
