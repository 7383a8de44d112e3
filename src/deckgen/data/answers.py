"""In: a sheet and a declared column. Out: the answers to one question, each distinct answer read once.

Survey answers repeat, so a column is held as codes into its distinct values: reading costs what is distinct.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from deckgen.data import cell_values
from deckgen.data.ambiguity import ambiguous, declared_style
from deckgen.data.cell_values import MISSING_WORDS, CellStyle, Ticks
from deckgen.data.codes import Codes
from deckgen.data.declarations import Column
from deckgen.data.labels import Labels
from deckgen.data.sheet import Sheet
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Scalar
from deckgen.nodes.scalars import meant, suggestion

MOST_SAID = 10
"""As many distinct answers of a column that cannot be read are said."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """An answer that says that there is none; `code` as it stands in the file."""

    code: str


@dataclass(frozen=True, slots=True)
class Question:
    """The answers to one question: `codes` has for each row the index of its answer in `values`.

    A value is a Decimal, a date, a text, the code of an option, a frozenset of codes, DontKnow, or None (missing).
    """

    name: str
    label: str
    type: str
    options: dict[str, str]
    dont_know: frozenset[str]
    codes: Codes
    values: tuple[Any, ...]
    lines: Any
    """The number of each row in the file, in what picks from it: a list for few codes, an array for many."""
    style: CellStyle


def read_question(
    name: str, column: Column, sheet: Sheet, labels: Labels, style: CellStyle, diagnostics: Diagnostics
) -> Question | None:
    """The answers to a question; None (and diagnostics) where its column is missing or any cell cannot be read."""
    heads = column.heads(name)
    if not _are_there(heads, column, sheet, diagnostics):
        return None
    column = _as_the_file_says(heads, column, labels)
    options = _options(heads, column, labels)
    if column.type in ("single", "scale", "multiple") and not options:
        hint = "write `options:` with a label for each code, or name the file of labels"
        diagnostics.error("no-options", f"the options of `{name}` are not known", column.span, hint)
        return None
    if not _are_distinct(name, column, options, diagnostics) or not _says_what_it_can(column, options, diagnostics):
        return None
    codes, distinct = _coded(heads, column, sheet)
    if not _is_clear(name, column, distinct, codes, sheet, style, diagnostics):
        return None
    style = declared_style(column, style)
    wrong = Diagnostics()
    values = tuple(
        _value(answer, codes, at, heads, column, options, sheet, style, wrong) for at, answer in enumerate(distinct)
    )
    diagnostics.extend(wrong)
    if wrong.has_errors:
        return None
    unknown = frozenset(scalar.text for scalar in column.dont_know)
    label = column.label or labels.questions.get(heads[0], "")
    return Question(name, label, column.type, options, unknown, codes, values, sheet.lines, style)


def check_declared(
    name: str, span: Span, questions: Mapping[str, Question | None], others: Iterable[str], diagnostics: Diagnostics
) -> None:
    """Report a question that no column declares; `others` may be named in its place.

    A column that could not be read under a name that is nearly this one was to be it, and is reported already.
    """
    unread = tuple(one for one, question in questions.items() if question is None)
    if name not in questions and not meant(name, unread):
        hint = suggestion(name, (*questions, *others))
        diagnostics.error("unknown-question", f"the dataset declares no column `{name}`", span, hint)


def _are_there(heads: tuple[str, ...], column: Column, sheet: Sheet, diagnostics: Diagnostics) -> bool:
    missing = [head for head in heads if head not in sheet.header]
    for head in missing:
        span = next((written.span for written in column.columns if written.text == head), column.span)
        message, related = f"{sheet.shown} has no column `{head}`", (Related(sheet.head, "its header"),)
        diagnostics.error("no-column", message, span, suggestion(head, sheet.header), related)
    return not missing


def _are_distinct(name: str, column: Column, options: dict[str, str], diagnostics: Diagnostics) -> bool:
    """Whether each label belongs to one option: on a slide nobody could tell two with one label apart."""
    by_label: dict[str, list[str]] = {}
    for code, label in options.items():
        by_label.setdefault(label, []).append(code)
    twice = {label: codes for label, codes in by_label.items() if len(codes) > 1}
    for label, codes in twice.items():
        message = f"the options {', '.join(codes)} of `{name}` are all called `{label}`"
        hint = "give each a label of its own under `options:`, or the same code in the file where they mean the same"
        diagnostics.error("label-twice", message, column.span, hint)
    return not twice


def _says_what_it_can(column: Column, options: dict[str, str], diagnostics: Diagnostics) -> bool:
    """Whether what a column says of ticks and of answers in own words is of something that it has."""
    wrong = Diagnostics()
    no = {one.text for one in column.not_chosen}
    if column.blank == "none" and column.type != "multiple":
        message = "a blank cell says that none was chosen only where several answers may be given"
        wrong.error("column-unfit", message, column.blank_span, "leave `blank` out: a blank cell is missing")
    for mark in (*column.chosen, *column.not_chosen):
        if not column.columns:
            message, hint = (
                "only an option that has a column of its own is chosen or not",
                "name them under `columns:`",
            )
            wrong.error("column-unfit", message, mark.span, hint)
            break
        if mark in column.chosen and mark.text in no:
            message, hint = f"`{mark.text}` is said to be chosen and not to be", "keep it where it belongs"
            wrong.error("column-unfit", message, mark.span, hint)
    if column.other and column.other.text not in options:
        named = f"`{column.other.text}` is no option of the question"
        hint = suggestion(column.other.text, tuple(options)) or "give it a label under `options:`"
        wrong.error("column-unfit", named, column.other.span, hint)
    diagnostics.extend(wrong)
    return not wrong.has_errors


def _is_clear(
    name: str,
    column: Column,
    distinct: list[Any],
    codes: Codes,
    sheet: Sheet,
    style: CellStyle,
    diagnostics: Diagnostics,
) -> bool:
    """Whether the numbers or days of a column read one way only."""
    if column.columns:
        return True
    missing = {scalar.text for scalar in (*column.missing, *column.dont_know)}
    doubt = ambiguous(column, (text.strip() for text in distinct if text.strip() not in missing), style)
    if doubt is None:
        return True
    example, readings, hint = doubt
    at = next(at for at, text in enumerate(distinct) if text.strip() == example)
    place = sheet.place(codes.rows_of(at)[0], column.heads(name)[0])
    message = f"`{example}` in `{name}` can be read as {readings}, and no cell of the column decides"
    diagnostics.error("reads-both-ways", message, place, hint, (Related(column.span, "its column"),))
    return False


def _as_the_file_says(heads: tuple[str, ...], column: Column, labels: Labels) -> Column:
    """The column with the codes that mean no answer by the file, but for those that are declared as "don't know"."""
    told = frozenset(one.text for one in column.dont_know)
    codes = dict.fromkeys(code for head in heads for code in labels.missing.get(head, ()) if code not in told)
    return replace(column, missing=(*column.missing, *(Scalar(code, False, column.span) for code in codes)))


def _options(heads: tuple[str, ...], column: Column, labels: Labels) -> dict[str, str]:
    if column.columns and not _hold_codes(heads, column, labels):
        return {head: column.options.get(head) or labels.choices.get(head) or head for head in heads}
    missing = {one.text for one in column.missing}
    said = labels.options.get(heads[0], {})
    return column.options or {code: label for code, label in said.items() if code not in missing}


def _hold_codes(heads: tuple[str, ...], column: Column, labels: Labels) -> bool:
    """Whether each of several columns holds the code of an option that was chosen, and not whether its own was."""
    if column.options:
        return column.options.keys().isdisjoint(heads)
    return labels.coded.issuperset(heads)


def _coded(heads: tuple[str, ...], column: Column, sheet: Sheet) -> tuple[Codes, list[Any]]:
    """Codes and distinct answers; an answer is a text, or a tuple of texts where it stands in several columns."""
    codes, distinct = sheet.coded(heads[0])
    if not column.columns:
        return codes, distinct
    answers: list[tuple[str, ...]] = [(text,) for text in distinct]
    for head in heads[1:]:
        more, texts = sheet.coded(head)
        codes, pairs = codes.paired(more, len(texts))
        answers = [(*answers[before], texts[last]) for before, last in pairs]
    return codes, answers


def _value(
    answer: Any,
    codes: Codes,
    at: int,
    heads: tuple[str, ...],
    column: Column,
    options: dict[str, str],
    sheet: Sheet,
    style: CellStyle,
    diagnostics: Diagnostics,
) -> Any:
    """The value of one distinct answer; what cannot be read is reported at the first row that has it."""
    try:
        if column.columns:
            return _several(answer, heads, column, options, style)
        return _single(answer.strip(), column, options, style)
    except cell_values.UnreadableError as problem:
        rows = codes.rows_of(at)
        head = heads[_first_wrong(answer, heads, column, options, style) if column.columns else 0]
        message = f"{head}: {problem}"
        is_said = any(one.message.startswith(message) for one in diagnostics)  # of another combination of ticks
        if len(diagnostics) < MOST_SAID and not is_said:
            more = f" (and in {len(rows) - 1} more rows)" if len(rows) > 1 and not column.columns else ""
            place, related = sheet.place(rows[0], head), (Related(column.span, f"declared as {column.type}"),)
            cell = answer[heads.index(head)] if column.columns else answer
            hint = _hint(cell.strip(), column, problem.hint)
            diagnostics.error("bad-cell", f"{message}{more}", place, hint, related)
        return None


def _hint(cell: str, column: Column, otherwise: str) -> str:
    """How to mend a cell; what programs write where there is no answer, and own words, are to be declared."""
    if cell.casefold() in MISSING_WORDS:
        return f'write `missing: ["{cell}"]` on the column if it means that there is no answer'
    if column.type == "single" or (column.type == "multiple" and not column.columns):
        return f"{otherwise}; `other:` names the option that answers in own words count as"
    return otherwise


def _single(text: str, column: Column, options: dict[str, str], style: CellStyle) -> Any:
    if not text and column.blank == "none":
        return frozenset[str]()
    if not text or any(text == missing.text for missing in column.missing):
        return None
    unknown = frozenset(scalar.text for scalar in column.dont_know)
    if text in unknown:
        return DontKnow(text)
    other = column.other.text if column.other else ""
    value = cell_values.value(text, column.type, options, column.separator, style, other)
    if isinstance(value, frozenset):
        return _chosen(value, unknown)
    return DontKnow(value) if isinstance(value, str) and value in unknown else value


def _several(
    cells: tuple[str, ...], heads: tuple[str, ...], column: Column, options: dict[str, str], style: CellStyle
) -> Any:
    """Heads of the columns that are chosen, or the codes that stand in them.

    None where all are blank, which is not the same as none chosen, unless the column says that it is.
    """
    texts = [cell.strip() for cell in cells]
    if column.blank == "none" and not any(texts):
        return frozenset[str]()
    missing = {"", *(scalar.text for scalar in column.missing)}
    if all(text in missing for text in texts):
        return None
    unknown = frozenset(scalar.text for scalar in column.dont_know)
    if options.keys().isdisjoint(heads):
        named = (cell_values.value(text, "single", options, "", style) for text in texts if text not in missing)
        return _chosen(frozenset(named), unknown)
    chosen = (
        head
        for head, text in zip(heads, texts, strict=False)
        if text not in missing and _ticked(text, head, column, options)
    )
    return _chosen(frozenset(chosen), unknown)


def _ticked(text: str, head: str, column: Column, options: dict[str, str]) -> bool:
    yes = frozenset(one.text for one in column.chosen) or frozenset("1")
    no = frozenset(one.text for one in column.not_chosen) or frozenset("0")
    is_other = column.other is not None and column.other.text == head
    return Ticks(yes, no - yes).ticked(text, (head, options[head]), is_other)


def _chosen(codes: frozenset[str], unknown: frozenset[str]) -> Any:
    return DontKnow(min(codes)) if codes and codes <= unknown else codes


def _first_wrong(
    cells: tuple[str, ...], heads: tuple[str, ...], column: Column, options: dict[str, str], style: CellStyle
) -> int:
    """The first of the cells that does not say whether its option is chosen."""
    for at in range(len(cells)):
        try:
            _several(cells[: at + 1], heads, column, options, style)
        except cell_values.UnreadableError:
            return at
    return 0
