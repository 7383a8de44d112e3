"""The order in which data are read. In: the node of `data.yaml` and the content folder. Out: tabulations by name."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from deckgen.data.answers import Question, read_question
from deckgen.data.batteries import check_batteries, of_battery
from deckgen.data.cell_values import CellStyle
from deckgen.data.codes import Mask
from deckgen.data.declarations import DELIMITERS, Dataset, Declared, read_declared
from deckgen.data.labels import Labels, read_labels
from deckgen.data.readers import Reader, reader_of, readers
from deckgen.data.respondents import check_rows
from deckgen.data.sheet import Origin, Part, Sheet
from deckgen.data.tabulations import check_statistic, kept_rows, tabulated
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import HINT, BrokenExtensionError
from deckgen.locale import language, languages
from deckgen.model.data import Declaration, Filters, Tabulation
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import suggestion

MAX_BYTES = 100_000_000
SURVEYXACT: Final = "surveyxact"
"""The form of a dataset that is an export in three parts, whatever the form of its files."""

PARTS: Final[tuple[Part, ...]] = ("dataset", "structure", "labels")
"""The parts of SurveyXact's export, which are its sheets where it is one workbook."""


@dataclass(frozen=True, slots=True)
class Data:
    """All tabulations that could be made; `names` holds also those that are wrong, `sources` what datasets name.

    `names` is None where what is declared cannot be read, so that nothing can be said of an unknown name.
    """

    tabulations: dict[str, Tabulation]
    names: tuple[str, ...] | None
    sources: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class _Answered:
    """A dataset with the answers to each of its questions; None for a question that cannot be read."""

    dataset: Dataset
    questions: dict[str, Question | None]
    sheet: str = ""
    """Its sheet's name, where the content leaves it open which of several is read."""


def read_data(node: Node, folder: Path, default: str, diagnostics: Diagnostics) -> Data:
    """Every dataset is read as a whole and every tabulation made; whatever is wrong is reported.

    `default` is the language of datasets that say none.
    """
    datasets, declared = read_declared(node, diagnostics)
    answered = {name: _answered(dataset, folder, default, diagnostics) for name, dataset in datasets.items()}
    tables: dict[str, Tabulation] = {}
    for name, one in (declared or {}).items():
        table = None if one is None else _tabulation(name, one, answered, diagnostics)
        if table is not None:
            tables[name] = table
    sources = tuple(dataset.source for dataset in datasets.values() if dataset is not None)
    return Data(tables, None if declared is None else tuple(declared), sources)


def _answered(dataset: Dataset | None, folder: Path, default: str, diagnostics: Diagnostics) -> _Answered | None:
    known = None if dataset is None else _language(dataset, default, diagnostics)
    if dataset is None or known is None:
        return None
    style = _style(dataset.language.text if dataset.language else default, known, dataset)
    wrong = Diagnostics()
    sheet, labels = _sheets(dataset, folder, style, wrong)
    diagnostics.extend(wrong)
    if sheet is None or wrong.has_errors:
        return None
    if dataset.population and len(sheet.lines) > dataset.population:
        message = f"{sheet.file} has {len(sheet.lines)} rows, and {dataset.population} were asked"
        diagnostics.error(
            "population-exceeded",
            message,
            dataset.population_span,
            "delete rows that stand twice, or mend `population`",
        )
    check_rows(dataset, sheet, known.numbers.totals, diagnostics)
    questions = {
        name: read_question(name, column, sheet, labels, style, diagnostics)
        for name, column in dataset.columns.items()
    }
    check_batteries(dataset, questions, diagnostics)
    return _Answered(dataset, questions, sheet.name)


def _language(dataset: Dataset, default: str, diagnostics: Diagnostics) -> Language | None:
    """The language that the cells of a dataset are in; None where it is not known, which is reported."""
    code = dataset.language.text if dataset.language else default
    span = dataset.language.span if dataset.language else dataset.span
    try:
        known = language(code)
    except BrokenExtensionError as broken:
        diagnostics.error("broken-language", str(broken), span, HINT)
        return None
    if known is None:
        hint = suggestion(code, tuple(languages()))
        diagnostics.error("unknown-language", f"`{code}` is no language that data can be in", span, hint)
    return known


def _style(code: str, known: Language, dataset: Dataset) -> CellStyle:
    """How the cells of a dataset in a language, known by its code, write numbers and dates."""
    marks = known.numbers.separators
    stated = dataset.language is not None
    return CellStyle(code, marks.decimal, marks.group, known.dates.day_first, stated)


def _sheets(
    dataset: Dataset, folder: Path, style: CellStyle, diagnostics: Diagnostics
) -> tuple[Sheet | None, Labels]:
    """The sheet of answers, and what labels the dataset comes with."""
    reader = _reader(dataset.file, dataset, diagnostics)
    in_one = _is_export(dataset) and reader is not None and reader.has_sheets
    files: tuple[Scalar | None, ...] = (dataset.file, dataset.structure, dataset.labels)
    sheets: tuple[str, ...] = (dataset.sheet, "", "")
    if in_one:
        files, sheets = (dataset.file,) * 3, PARTS
    parts = [
        _sheet(file, sheet, part, style, dataset, folder, diagnostics) if file and reader else None
        for file, sheet, part in zip(files, sheets, PARTS, strict=True)
    ]
    return parts[0], read_labels(parts[1], parts[2], diagnostics)


def _is_export(dataset: Dataset) -> bool:
    return dataset.format is not None and dataset.format.text == SURVEYXACT


def _reader(file: Scalar, dataset: Dataset, diagnostics: Diagnostics) -> Reader | None:
    """The reader of a file of the dataset; None where nobody can read it, which is reported."""
    form = dataset.format.text if dataset.format and not _is_export(dataset) else ""
    try:
        return reader_of(file.text, form)
    except BrokenExtensionError as broken:
        diagnostics.error("broken-reader", str(broken), file.span, HINT)
    except KeyError:
        hint = suggestion(form, (*readers(), SURVEYXACT))
        span = dataset.format.span if dataset.format else file.span
        diagnostics.error("unknown-choice", f"`{form}` is not possible here", span, hint)
    return None


def _sheet(
    file: Scalar, sheet: str, part: Part, style: CellStyle, dataset: Dataset, folder: Path, diagnostics: Diagnostics
) -> Sheet | None:
    reader = _reader(file, dataset, diagnostics)
    data = _bytes(file, folder, diagnostics) if reader else None
    if reader is None or data is None:
        return None
    shown = (folder / file.text).as_posix()
    origin = Origin(file.text, shown, style, part, sheet)
    if part == "dataset":
        origin = replace(
            origin,
            delimiter=DELIMITERS[dataset.delimiter],
            header_row=dataset.header_row,
            header_rows=dataset.header_rows,
            skip_rows=dataset.skip_rows,
            read=dataset.heads,
        )
    return reader.read(data, origin, file.span, diagnostics)


def _bytes(file: Scalar, folder: Path, diagnostics: Diagnostics) -> bytes | None:
    """A file inside the content folder; None where the path leaves it or nothing readable is there."""
    inside = PurePosixPath(file.text)
    leaves = ".." in inside.parts or inside.is_absolute() or PureWindowsPath(file.text).drive or "\\" in file.text
    path = folder / inside
    try:
        if leaves or not path.resolve().is_relative_to(folder.resolve()):
            hint = "put the file inside and write its path with /"
            diagnostics.error("data-outside", f"`{file.text}` is not inside the content folder", file.span, hint)
            return None
        path = on_disk(path)
        if path.exists() and not path.is_file():
            diagnostics.error("data-unreadable", f"`{file.text}` is no file", file.span, "name a file with answers")
            return None
        if path.stat().st_size > MAX_BYTES:
            diagnostics.error(
                "data-too-large", f"the file is over {MAX_BYTES // 1_000_000} MB", Span(path.as_posix())
            )
            return None
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        diagnostics.error("data-unreadable", f"`{file.text}` cannot be read: {reason}", file.span)
        return None


def _tabulation(
    name: str, declared: Declared, answered: dict[str, _Answered | None], diagnostics: Diagnostics
) -> Tabulation | None:
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
    diagnostics.extend(wrong)
    if not possible or wrong.has_errors:
        return None
    return _made(name, declared, data, questions, by, kept)


def _made(
    name: str,
    declared: Declared,
    data: _Answered,
    questions: tuple[Question, ...],
    by: Question | None,
    kept: Mask | None,
) -> Tabulation:
    """The tabulation of a question, or of a battery's, of the respondents that `kept` masks (None: of all).

    `by` groups it.
    """
    dataset, question = data.dataset, questions[0]
    least = declared.smallest_cell(dataset)
    shown = 0 if declared.disclose else least
    battery = dataset.batteries.get(declared.question.text)
    if battery is None:
        base, rows = tabulated(declared, question, by, kept, shown)
        label = question.label or question.name
    else:
        base, rows = of_battery(declared, questions, kept, shown)
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
        min_n=least,
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


def _questions(declared: Declared, data: _Answered, diagnostics: Diagnostics) -> tuple[Question, ...]:
    """The question that is counted, or those of the battery; none where it cannot be, which is reported."""
    named = declared.question
    battery = data.dataset.batteries.get(named.text)
    if battery is None or named.text in data.dataset.columns:
        question = _question(named.text, named.span, data, diagnostics)
        return () if question is None else (question,)
    if declared.by:
        message, hint = f"`{named.text}` is a battery, whose questions are groups already", "leave `by` out"
        diagnostics.error("group-impossible", message, declared.by.span, hint)
    read = [data.questions.get(one.text) for one in battery.questions]
    known = tuple(one for one in read if one is not None)
    return known if len(known) == len(read) else ()


def _question(name: str, span: Span, data: _Answered, diagnostics: Diagnostics) -> Question | None:
    if name not in data.questions:
        hint = suggestion(name, (*data.questions, *data.dataset.batteries))
        diagnostics.error("unknown-question", f"the dataset declares no column `{name}`", span, hint)
    return data.questions.get(name)


def _kept(declared: Declared, data: _Answered, diagnostics: Diagnostics) -> Mask | None:
    """A mask of the respondents that all filters keep; None where there is no filter, or one cannot be read."""
    kept: Mask | None = None
    for name, wanted in declared.where.items():
        question = _question(name, wanted[0].span if wanted else declared.span, data, diagnostics)
        if question is not None:
            mask = kept_rows(question, wanted, diagnostics)
            kept = mask if kept is None else kept.both(mask)
    return kept


def _filters(declared: Declared, data: _Answered) -> Filters:
    """What the tabulation is filtered by, in the words of the questionnaire."""
    found = ((data.questions[name], wanted) for name, wanted in declared.where.items())
    return tuple(
        (question.label or question.name, tuple(question.options.get(one.text, one.text) for one in wanted))
        for question, wanted in found
        if question is not None
    )


def _declaration(declared: Declared, data: _Answered) -> Declaration:
    return Declaration(
        data.dataset.file.text,
        declared.statistic,
        declared.question.text,
        tuple((name, tuple(one.text for one in wanted)) for name, wanted in declared.where.items()),
        declared.by.text if declared.by else "",
        declared.dont_know == "in",
    )
