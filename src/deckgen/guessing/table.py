"""Where the heads and the answers of a data file stand. In: its bytes. Out: a table of texts, or diagnostics.

Sheet, delimiter, titles above the heads, heads in several lines and lines below them are guessed from what exports of
survey tools look like.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from deckgen.data.datasets import PARTS, SURVEYXACT
from deckgen.data.declarations import DELIMITERS, Delimiter
from deckgen.data.labels import Labels, shown
from deckgen.data.readers import Reader, reader_of
from deckgen.data.readers.csv import decoded, encoding
from deckgen.data.sheet import BETWEEN_HEADS, MOST_TITLES, Origin, Part, Sheet, joined_heads
from deckgen.data.surveyxact import read_labels
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass, replace

IMPORT_ID: Final = '{"ImportId"'
"""How the cells of the third line of an export of Qualtrics begin."""
MOST_LOOKED_AT: Final = 200
"""Rows by which the delimiter is known."""
BEGINNING: Final = 1_000_000
"""Characters in which they stand."""
FULL: Final = 0.5
"""Of the columns that hold anything, the share of which more have a head."""
MOSTLY: Final = 0.8
_SAID: Final = re.compile(r'"?sep=', re.IGNORECASE)
_CODED: Final = re.compile(r"(?P<code>[A-Za-z]\w*(?:\[\w+\])*)\. \S")
_WORDLESS: Final = re.compile(r"[-+\d.,:/ T]+\Z")
_ANSWER: Final = frozenset(("response", "open-ended response"))
"""What stands below the question where it has one column."""

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Beside:
    """A file beside that of the answers: its name, and what it holds."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Heads as the reader will call them, the questions in words, and the answers by column.

    `texts` are the questions where a line below the heads has them, else the heads. `structure` and `labels_file` are
    the other parts of an export in three, and `labels` what they say. `notes` tell why, by the key of the dataset.
    """

    heads: tuple[str, ...]
    texts: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    sheet: str = ""
    delimiter: Delimiter = ""
    header_row: int = 1
    header_rows: int = 1
    skip_rows: int = 0
    form: str = ""
    structure: str = ""
    labels_file: str = ""
    labels: Labels = field(default_factory=Labels)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows of answers there are."""
        return len(self.columns[0]) if self.columns else 0


def read_table(data: bytes, origin: Origin, beside: Mapping[Part, Beside], diagnostics: Diagnostics) -> Table | None:
    """The table of a file; `beside` are the other parts of SurveyXact's export, where there are any.

    None where it cannot be read, which is reported.
    """
    reader = reader_of(origin.file, "")
    names = reader.sheet_names(data)
    if {"structure", "labels"} <= {name.casefold() for name in names}:
        held = {part: Beside(origin.file, data) for part in PARTS}
        table = _answers(reader, data, replace(origin, part="rows", sheet="dataset", read={}), diagnostics)
        return table and _with_labels(table, held, origin, diagnostics)
    if reader.has_heads:
        return _headed(reader, data, replace(origin, read={}), diagnostics)
    delimiter = "" if reader.has_sheets else _delimiter(data, origin.shown)
    asked = replace(origin, part="rows", delimiter=DELIMITERS[delimiter], read={})
    sheet, notes = "", dict[str, str]()
    if len(names) > 1:
        sheet = _fullest(reader, data, asked, names)
        notes["sheet"] = f"of {len(names)} sheets, the one that holds most"
    if delimiter:
        notes["delimiter"] = f"in {encoding(data)}"
    found = _answers(reader, data, replace(asked, sheet=sheet), diagnostics)
    if found is None:
        return None
    table = replace(found, sheet=sheet, delimiter=delimiter, notes={**notes, **found.notes})
    return _with_labels(table, beside, origin, diagnostics) if beside else table


def _with_labels(
    table: Table, parts: Mapping[Part, Beside], origin: Origin, diagnostics: Diagnostics
) -> Table | None:
    """The table of SurveyXact's export, with what its other parts say of it."""
    sheets: dict[Part, Sheet | None] = {}
    for part in PARTS[1:]:
        held = parts.get(part)
        if held is not None:
            reader = reader_of(held.file, "")
            asked = replace(origin, file=held.file, part=part, sheet=part if reader.has_sheets else "")
            sheets[part] = reader.read(held.data, asked, Span(asked.shown), diagnostics)
    labels = read_labels(sheets.get("structure"), sheets.get("labels"), diagnostics)
    if diagnostics.has_errors:
        return None
    in_one = {held.file for held in parts.values()} == {origin.file}
    names = {part: "" if in_one else parts[part].file for part in PARTS[1:] if part in parts}
    texts = tuple(labels.questions.get(head, text) for head, text in zip(table.heads, table.texts, strict=True))
    return replace(
        table,
        texts=texts,
        form=SURVEYXACT,
        structure=names.get("structure", ""),
        labels_file=names.get("labels", ""),
        labels=labels,
        notes={**table.notes, "format": "an export in three parts"},
    )


def _headed(reader: Reader, data: bytes, asked: Origin, diagnostics: Diagnostics) -> Table | None:
    """The table of a file that says by itself what its columns are."""
    sheet = reader.read(data, asked, Span(asked.shown), diagnostics)
    if sheet is None:
        return None
    if not len(sheet.lines):
        _without_answers(asked, diagnostics)
        return None
    texts = tuple(sheet.labels.questions.get(head, head) for head in sheet.header)
    columns = tuple(
        _without(frozenset(sheet.labels.missing.get(head, ())), column.texts())
        for head, column in zip(sheet.header, sheet.columns, strict=True)
    )
    return Table(sheet.header, texts, columns, labels=sheet.labels)


def _without(missing: frozenset[str], cells: Sequence[str]) -> tuple[str, ...]:
    """The cells, blank where the file means no answer."""
    return tuple("" if cell in missing else cell for cell in cells)


def _without_answers(asked: Origin, diagnostics: Diagnostics) -> None:
    message, hint = "there is no line of heads with answers below it", "see that it is an export of answers"
    diagnostics.error("data-without-rows", message, Span(asked.shown), hint)


def _answers(reader: Reader, data: bytes, asked: Origin, diagnostics: Diagnostics) -> Table | None:
    sheet = reader.read(data, asked, Span(asked.shown), diagnostics)
    if sheet is None:
        return None
    rows = [[cell.strip() for cell in row] for row in sheet.rows]
    table = _table(rows, [int(line) for line in sheet.lines])
    if table is None:
        _without_answers(asked, diagnostics)
    return table


def _fullest(reader: Reader, data: bytes, asked: Origin, names: Sequence[str]) -> str:
    """The sheet that holds most, of those that are shown; of two that hold as much, the first."""
    held: dict[str, int] = {}
    for name in names:
        sheet = reader.read(data, replace(asked, sheet=name), Span(asked.shown), Diagnostics())
        held[name] = sum(bool(cell.strip()) for row in sheet.rows for cell in row) if sheet else 0
    return max(names, key=held.__getitem__)


def _delimiter(data: bytes, shown_as: str) -> Delimiter:
    """What splits most lines into as many cells; none where nothing does, or the file says it itself."""
    text = decoded(data, shown_as, Diagnostics())
    if text is None or _SAID.match(text):
        return ""
    beginning = text[:BEGINNING]
    scores: dict[Delimiter, tuple[float, int]] = {}
    for word, sign in DELIMITERS.items():
        if sign:
            scores[word] = _regular(beginning, sign)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best][1] > 1 else ""


def _regular(text: str, sign: str) -> tuple[float, int]:
    """How many of the rows a sign splits alike, in tenths, and into how many cells."""
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        widths = Counter(len(row) for row in itertools.islice(rows, MOST_LOOKED_AT) if row)
    except csv.Error:
        return 0, 0
    width, count = max(((width, count) for width, count in widths.items() if width > 1), key=_most, default=(0, 0))
    return (round(10 * count / widths.total()), width) if count else (0, 0)


def _most(counted: tuple[int, int]) -> tuple[int, int]:
    return counted[1], counted[0]


def _table(rows: Rows, lines: list[int]) -> Table | None:
    """The table in rows of one length, with their numbers; None where there are no heads or no answers."""
    kept = [(row, line) for row, line in zip(rows, lines, strict=True) if any(row)]
    first, many = _heads(rows)
    if first < 0:
        return None
    heads = tuple(joined_heads(rows[first : first + many]))
    below = rows[first + many :]
    skipped = next((at + 1 for at, row in enumerate(below[:2]) if any(map(_is_import_id, row))), 0)
    answers = [row for row in below[skipped:] if any(row)]
    if not answers or not kept:
        return None
    texts = below[0] if skipped > 1 else _questions(heads)
    notes = {}
    if first:
        notes["header-row"] = "titles stand above the heads"
    if many > 1:
        notes["header-rows"] = "questions above, their options below"
    if skipped:
        notes["skip-rows"] = "lines of Qualtrics, which are no answers"
    return Table(
        heads,
        tuple(shown(text) or head for text, head in zip(texts, heads, strict=True)),
        tuple(zip(*answers, strict=True)),
        header_row=lines[first] if first else 1,
        header_rows=many,
        skip_rows=skipped,
        notes=notes,
    )


def _heads(rows: Rows) -> tuple[int, int]:
    """Which row the heads begin in, and how many they take; -1 where none is found."""
    wide = sum(any(column) for column in zip(*rows, strict=True))
    for at, row in enumerate(rows[:MOST_TITLES]):
        if at + 2 < len(rows) and _are_pair(row, rows[at + 1], rows[at + 2 :], wide):
            return at, 2
        if sum(map(bool, row)) > FULL * wide:
            return at, 1
    return -1, 0


def _are_pair(upper: list[str], lower: list[str], below: Rows, wide: int) -> bool:
    """Whether two rows are heads together: options stand under a question, and under some questions nothing."""
    options = any(not over and under for over, under in zip(upper, lower, strict=True))
    words = not any(cell and _WORDLESS.match(cell) for cell in lower)
    together = sum(map(bool, joined_heads([upper, lower])))
    alone = [at for at, (over, under) in enumerate(zip(upper, lower, strict=True)) if over and not under]
    answered = any(sum(bool(row[at]) for row in below) >= MOSTLY * len(below) for at in alone)
    return options and words and answered and together >= MOSTLY * wide


def _is_import_id(cell: str) -> bool:
    return cell.startswith(IMPORT_ID)


def _questions(heads: Sequence[str]) -> list[str]:
    """Heads as questions: without the code before each, where an export has both, and what says nothing below it."""
    coded = sum(code_of(head) != head for head in heads) > MOSTLY * len(heads)
    return [_question(head.removeprefix(f"{code_of(head)}. ") if coded else head) for head in heads]


def code_of(head: str) -> str:
    """The code that a head has before its question ("Q5[kran]. Hvad deler I? [Kran]"); the head where it has none."""
    match = _CODED.match(head)
    return match["code"] if match else head


def _question(head: str) -> str:
    """A head without what stands below every question that has one column."""
    lead, _, last = head.rpartition(BETWEEN_HEADS)
    return lead if lead and last.casefold() in _ANSWER else head
