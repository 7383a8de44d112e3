"""Datasets with all answers to them. In: what data.yaml declares of each, the content folder. Out: its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from deckgen.data.answers import Question, read_question
from deckgen.data.batteries import check_batteries
from deckgen.data.cell_values import CellStyle
from deckgen.data.code_books import coded
from deckgen.data.declarations import DELIMITERS, Dataset
from deckgen.data.labels import Labels
from deckgen.data.quotations import chosen
from deckgen.data.readers import Reader, reader_of, readers
from deckgen.data.respondents import check_rows
from deckgen.data.sheet import Origin, Part, Sheet
from deckgen.data.surveyxact import read_labels
from deckgen.data.tallies import Weights
from deckgen.data.weights import of_column, of_dataset
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import HINT, BrokenExtensionError
from deckgen.locale import language, languages
from deckgen.model.data import Quotation
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import suggestion

MAX_BYTES = 100_000_000
SURVEYXACT: Final = "surveyxact"
"""The form of a dataset that is an export in three parts, whatever the form of its files."""

PARTS: Final[tuple[Part, ...]] = ("dataset", "structure", "labels")
"""The parts of SurveyXact's export, which are its sheets where it is one workbook."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A dataset with the answers to each of its questions; None for a question that cannot be read."""

    dataset: Dataset
    questions: dict[str, Question | None]
    respondents: int = 0
    """How many rows of answers there are."""
    heads: tuple[str, ...] = ()
    """All heads of the file, declared or not."""
    sheet: str = ""
    """Its sheet's name, where the content leaves it open which of several is read."""
    weights: Weights | None = None
    """What respondents weigh where a tabulation says nothing of its own; None where all weigh one."""
    quotes: Mapping[str, Quotation] = field(default_factory=dict)
    """The quotes that are chosen of its answers, as `book.quote`."""
    weighed_by: Mapping[str, Weights | None] = field(default_factory=dict)
    """What they weigh by the columns that tabulations name; None where nobody can be weighed by one."""


def read_dataset(
    dataset: Dataset | None, folder: Path, default: str, diagnostics: Diagnostics, named: tuple[Scalar, ...] = ()
) -> Answered | None:
    """A dataset with its answers; None where it cannot be read or weighed, which is reported.

    `named` are the columns of weights that tabulations of it name.
    """
    known = None if dataset is None else _language(dataset, default, diagnostics)
    if dataset is None or known is None:
        return None
    style = _style(dataset.language.text if dataset.language else default, known, dataset)
    wrong = Diagnostics()
    sheet, labels = _sheets(dataset, tuple(one.text for one in named), folder, style, wrong)
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
    sheet = check_rows(dataset, sheet, known.numbers.totals, diagnostics)
    questions = {
        name: read_question(name, column, sheet, labels, style, diagnostics)
        for name, column in dataset.columns.items()
    }
    check_batteries(dataset, questions, diagnostics)
    quotes = chosen(dataset, questions, sheet, diagnostics)
    questions |= coded(dataset, questions, sheet, diagnostics)
    answered = Answered(dataset, questions, len(sheet.lines), sheet.header, sheet.name, quotes=quotes)
    return _weighed(answered, named, sheet, style, diagnostics)


def _weighed(
    answered: Answered, named: tuple[Scalar, ...], sheet: Sheet, style: CellStyle, diagnostics: Diagnostics
) -> Answered | None:
    """The dataset with what its respondents weigh; None where they cannot be weighed as it says."""
    dataset, questions = answered.dataset, answered.questions
    wrong = Diagnostics()
    weights = of_dataset(dataset, questions, sheet, style, wrong)
    diagnostics.extend(wrong)
    if wrong.has_errors:
        return None
    by = {one.text: of_column(dataset, one, questions, sheet, style, diagnostics) for one in named}
    return replace(answered, weights=weights, weighed_by=by)


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
    dataset: Dataset, more: tuple[str, ...], folder: Path, style: CellStyle, diagnostics: Diagnostics
) -> tuple[Sheet | None, Labels]:
    """The sheet of answers, and what labels the dataset comes with; `more` are heads that only tabulations name."""
    reader = _reader(dataset.file, dataset, diagnostics)
    in_one = _is_export(dataset) and reader is not None and reader.has_sheets
    files: tuple[Scalar | None, ...] = (dataset.file, dataset.structure, dataset.labels)
    sheets: tuple[str, ...] = (dataset.sheet, "", "")
    if in_one:
        files, sheets = (dataset.file,) * 3, PARTS
    parts = [
        _sheet(file, sheet, part, style, dataset, more, folder, diagnostics) if file and reader else None
        for file, sheet, part in zip(files, sheets, PARTS, strict=True)
    ]
    if parts[0] is not None and not any(parts[1:]):
        return parts[0], parts[0].labels
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
    file: Scalar,
    sheet: str,
    part: Part,
    style: CellStyle,
    dataset: Dataset,
    more: tuple[str, ...],
    folder: Path,
    diagnostics: Diagnostics,
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
            read=dict.fromkeys(more, frozenset[str]()) | dataset.heads,
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
