"""What a slide draws or tables as rows and columns. In: a slide. Out: its numbers, with the words that name each row.

A row is named in a text by a word or a number of its label that no other row has: `tredje` names `3. kvartal`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from deckgen.checks.engine.subject import Subject
from deckgen.checks.figures.bases import figures_in
from deckgen.checks.figures.table_cells import cell, is_total, table_rows
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import Shows
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.reading import Reading
from deckgen.model.text import Text, Value

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")
PAIR: Final = 2
LABELS: Final = ("label", "heading", "name")
"""The fields by which an item of a list says what its number is of."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its label, the words and numbers in it, and those that no other has."""

    label: str
    words: Words
    own: Words

    @property
    def year(self) -> str:
        """The year that it is of; empty where it is of none."""
        return self.label.strip() if _YEAR.fullmatch(self.label.strip()) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers in rows and columns, total rows apart. `in_order`: rows follow each other in time or by size.

    `counted` is what is said of all the numbers, and `about` all words that say what they are of, those of their
    figures among them; `shares` are the columns that hold per cents.
    """

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: tuple[tuple[float | None, ...], ...]
    totals: tuple[tuple[float | None, ...], ...] = ()
    total_rows: tuple[Line, ...] = ()
    shares: frozenset[int] = frozenset()
    counted: str = ""
    shows: Shows | None = None
    in_order: bool = False
    is_table: bool = False
    about: Words = frozenset()

    @property
    def turned(self) -> Grid:
        """The same with its columns as rows."""
        numbers = tuple(zip(*self.numbers, strict=True))
        return replace(self, rows=self.columns, columns=self.rows, numbers=numbers, totals=(), in_order=False)

    def column(self, at: int) -> tuple[float | None, ...]:
        return tuple(row[at] for row in self.numbers)

    def named_rows(self, said: Words) -> tuple[int, ...]:
        """The rows that a text names, by what it says that no other row is called."""
        return _named(self.rows, said)

    def named_columns(self, said: Words) -> tuple[int, ...]:
        return _named(self.columns, said) if len(self.columns) > 1 else ()

    def likely_columns(self, said: Words) -> tuple[int, ...]:
        """The columns that a text is about: those that it names, or whose heads share most words with it, or all."""
        likeness = [shared(said, one.words) for one in self.columns]
        most = max(likeness)
        return self.named_columns(said) or tuple(at for at, one in enumerate(likeness) if one == most)


def _named(lines: tuple[Line, ...], said: Words) -> tuple[int, ...]:
    return tuple(at for at, line in enumerate(lines) if shared(said, line.own))


@lru_cache(maxsize=8192)
def tokens(said: str, reading: Reading) -> Words:
    """The words that say what a text is about, and its numbers, those in order (`tredje`) among them."""
    plain = said.casefold()
    numbers = {str(int(one)) for one in _NUMBER.findall(plain)}
    ordinals = {
        str(reading.amounts.ordinals[word]) for word in _WORD.findall(plain) if word in reading.amounts.ordinals
    }
    first = {"1"} if reading.claims.first and re.search(reading.claims.first, plain) else set()
    letters = set(re.findall(reading.letters, plain)) if reading.letters else set()
    return content_words(said, reading) | numbers | ordinals | first | letters


def grid_of(slide: PlannedSlide, subject: Subject) -> Grid | None:
    """The numbers that a slide shows beside each other; None where it shows none so."""
    grid = _grid_of(slide, subject)
    if grid is None:
        return None
    figures = figures_in(slide.fields, subject.content)
    labels = (grid.counted, *(one.label for one in grid.columns), *(figure.label for figure in figures))
    rows = frozenset(word for one in grid.rows for word in one.words)
    reading = subject.language.prose.reading
    return replace(grid, about=content_words(" ".join(labels), reading) - rows)


def _grid_of(slide: PlannedSlide, subject: Subject) -> Grid | None:
    language = subject.language
    if isinstance(slide.fields, ChartFields):
        return _of_chart(slide.fields, subject.shows(slide), language)
    rows = table_rows(slide.fields)
    if rows:
        return _of_table(rows, slide.fields.columns, slide, language)
    if hasattr(slide.fields, "options") and hasattr(slide.fields, "criteria"):
        return _of_options(slide.fields, language)
    return _of_list(slide.fields, language, subject.shows(slide)) if subject.shows(slide) else None


def _of_chart(fields: ChartFields, shows: Shows | None, language: Language) -> Grid | None:
    drawn = [row for row in fields.data if not row.total and len(row.value) == max(1, len(fields.series))]
    series = [one.text.plain for one in fields.series] or [fields.counted.plain]
    numbers = tuple(tuple(_number(value) for value in row.value) for row in drawn)
    in_percent = language.numbers.says_per_cent(fields.counted.plain)
    order = fields.ordered or shows == "change over time"
    shares = frozenset(range(len(series))) if in_percent else frozenset()
    rows = _lines((row.label.plain for row in drawn), language.prose.reading)
    columns = _lines(series, language.prose.reading)
    return (
        Grid(rows, columns, numbers, (), (), shares, fields.counted.plain.replace(NO_BREAK, " "), shows, order)
        if len(rows) > 1
        else None
    )


def _of_table(rows: tuple[Any, ...], heads: tuple[Text, ...], slide: PlannedSlide, language: Language) -> Grid | None:
    kept = [row for row in _summed(rows, language) if not is_total(row, language)]
    sums = [row for row in rows if is_total(row, language)]
    read = {id(row): [cell(one, language) for one in row.cells[1:]] for row in rows}
    wide = len(heads) - 1
    held = [at for at in range(wide) if all(len(read[id(row)]) > at and read[id(row)][at] for row in kept)]
    if len(kept) < 2 or not held:
        return None
    columns = tuple(_lines((head.plain for head in heads[1:]), language.prose.reading)[at] for at in held)
    numbers = tuple(tuple(_value(read[id(row)][at]) for at in held) for row in kept)
    totals = tuple(
        tuple(_value(read[id(row)][at] if at < len(read[id(row)]) else None) for at in held) for row in sums
    )
    shares = frozenset(
        to for to, at in enumerate(held) if all((one := read[id(row)][at]) and one.is_share for row in kept)
    )
    named = _lines((row.cells[0].plain for row in kept), language.prose.reading)
    said = " ".join((slide.furniture.subtitle.plain, *(one.label for one in columns)))
    called = _lines((row.cells[0].plain for row in sums), language.prose.reading)
    counted = said.replace(NO_BREAK, " ")
    return Grid(named, columns, numbers, totals, called, shares, counted, "comparison", is_table=True)


def _summed(rows: tuple[Any, ...], language: Language) -> tuple[Any, ...]:
    """The rows of a table down to its last total: what goes on below it is of something else, as who pays it."""
    last = max((at for at, row in enumerate(rows) if is_total(row, language)), default=-1)
    return rows[: last + 1] if last >= PAIR else rows


def _of_options(content: Any, language: Language) -> Grid | None:
    """The criteria of options that are numbers, each a column; a cell may say its unit behind the number."""
    read = [[_leading(one, language) for one in option.cells] for option in content.options]
    held = [at for at in range(len(content.criteria)) if all(len(row) > at and row[at] is not None for row in read)]
    if len(read) < 2 or not held:
        return None
    reading = language.prose.reading
    rows = _lines((option.heading.plain for option in content.options), reading)
    columns = tuple(_lines((one.plain for one in content.criteria), reading)[at] for at in held)
    numbers = tuple(tuple(row[at] for at in held) for row in read)
    return Grid(rows, columns, numbers, shows="comparison", is_table=True)


def _leading(said: Text, language: Language) -> float | None:
    found = language.numbers.read(said.plain)
    return float(found[0]) if len(found) == 1 and said.plain[:1].isdigit() else None


def _of_list(content: Any, language: Language, shows: Shows | None) -> Grid | None:
    """The items of a list that have one number each; none where several lists have."""
    found = [items for one in fields(content) if len(items := _items(getattr(content, one.name))) > 1]
    if len(found) != 1:
        return None
    labels, numbers = zip(*found[0], strict=True)
    rows = _lines(labels, language.prose.reading)
    column = Line("", frozenset(), frozenset())
    return Grid(rows, (column,), tuple((one,) for one in numbers), shows=shows)


def _items(items: Any) -> list[tuple[str, float]]:
    found = []
    for item in items if isinstance(items, tuple) else ():
        if not is_dataclass(item):
            return []
        values = [part for one in fields(item) if isinstance(part := getattr(item, one.name), Value)]
        label = next((part.plain for name in LABELS if isinstance(part := getattr(item, name, None), Text)), "")
        if len(values) != 1 or values[0].amount is None or not label:
            return []
        found.append((label, float(values[0].amount)))
    return found


def _lines(labels: Iterable[str], reading: Reading) -> tuple[Line, ...]:
    said = [(label.replace(NO_BREAK, " "), tokens(label, reading)) for label in labels]
    often = Counter(word for _, words in said for word in words)
    return tuple(Line(label, words, frozenset(word for word in words if often[word] == 1)) for label, words in said)


def _number(value: Value) -> float | None:
    return None if value.amount is None else float(value.amount)


def _value(one: Any) -> float | None:
    return None if one is None else float(one.value)


def steps(column: tuple[float | None, ...]) -> Iterator[tuple[int, float]]:
    """What each number of a column is more than the one before it, by where it stands."""
    for at, (one, other) in enumerate(pairwise(column), 1):
        if one is not None and other is not None:
            yield at, other - one
