"""Files of statistics programs, by the one library that reads them. In: bytes, their form. Out: a sheet with labels.

The names of variables are heads, and what the file says of them (questions, options, which codes mean no answer,
which variables are the options of one question) are its labels.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from deckgen.data import statistics_process
from deckgen.data.cell_values import CellStyle, on_one_line
from deckgen.data.labels import Labels, shown
from deckgen.data.sheet import Origin, Sheet
from deckgen.data.statistics_process import LibraryError, Read, reading
from deckgen.data.valued_sheet import damaged, is_bounded, texts, valued_sheet
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import composed

LIBRARY: Final = statistics_process.LIBRARY
EXTRA: Final = "spss"

_AT_ONCE: Final = 6_000_000
"""Values that are held as the library gives them, which takes ten times what their texts take."""

_OLDER: Final = "WINDOWS-1252"
"""What a file is in that does not say so and is not in what it says."""


_ASKED: Final = {"user_missing": True, "disable_datetime_conversion": True, "output_format": "dict"}


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable as the file has it: its format, how it is stored, and the ranges of values that mean no answer."""

    format: str
    stored: str
    missing: Sequence[Mapping[str, Any]] = ()

    @property
    def is_text(self) -> bool:
        return self.stored == "string"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: its name, the library's function for it, what a value is, and whether one means no answer."""

    name: str
    function: str
    value: Callable[[Any, Variable], object]
    is_missing: Callable[[Any, Variable], bool]


def read_statistics(form: Form, data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The sheet of a file; None where it cannot be read, which is reported."""
    problem = ""
    for encoding in (None, _OLDER):
        try:
            with reading(form.function, data) as read:
                return _sheet(form, partial(read, encoding=encoding, **_ASKED), origin, diagnostics)
        except Exception as failed:  # also what a file says of itself that nobody expected
            problem = problem or (failed.name if isinstance(failed, LibraryError) else type(failed).__name__)
            if "encoding" not in str(failed):
                break
    damaged(form.name, problem, origin, diagnostics)
    return None


def _sheet(form: Form, read: Read, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    said = read(metadataonly=True)[1]
    names = list[str](said.column_names)
    rows = said.number_rows
    if rows is None:  # whoever wrote the file did not know yet
        rows = len(next(iter(read(usecols=names[:1])[0].values()), ()))
    if not is_bounded(rows, len(names), origin, diagnostics):
        return None
    labels = _questions(said, origin.style)
    columns: dict[str, list[str]] = {}
    for some in _blocks(names, rows):
        values = read(usecols=some)[0]
        for name in some:
            columns[name] = _column(form, name, values[name], said, labels, origin.style)
    return valued_sheet(origin, columns, labels, diagnostics)


def _blocks(names: Sequence[str], rows: int) -> Iterator[list[str]]:
    """The names in blocks of so many that their values can be held at once."""
    width = max(1, _AT_ONCE // max(rows, 1))
    for start in range(0, len(names), width):
        yield [*names[start : start + width]]


def _column(
    form: Form, name: str, values: Sequence[Hashable], said: Any, labels: Labels, style: CellStyle
) -> list[str]:
    """The cells of a variable; its options and the codes that mean no answer go into the labels."""
    form_of, stored = said.original_variable_types[name] or "", said.readstat_variable_types[name]
    variable = Variable(form_of, stored, said.missing_ranges.get(name, ()))

    def as_text(value: Hashable) -> str:
        return style.as_text(form.value(value, variable))

    named = said.variable_value_labels.get(name, {})
    options = {as_text(code): _plain(label) for code, label in named.items()}
    codes = dict.fromkeys((*dict.fromkeys(values), *named))
    missing = tuple(as_text(code) for code in codes if code is not None and form.is_missing(code, variable))
    head = _head(name)
    labels.options.update({head: options} if options else {})
    labels.missing.update({head: missing} if missing else {})
    return texts(values, as_text)


def _questions(said: Any, style: CellStyle) -> Labels:
    """What variables are called, and those that are the options of one question."""
    ordered = (name for name, how in said.variable_measure.items() if how == "ordinal")
    labels = Labels(ordered=frozenset(map(_head, ordered)))
    for name, label in said.column_names_to_labels.items():
        if label:
            labels.questions[_head(name)] = _plain(label)
    coded = set[str]()
    for called, held in said.mr_sets.items():
        heads = [_head(name) for name in held["variable_list"]]
        for head in heads if held["is_dichotomy"] else ():
            labels.choices[head] = labels.questions.get(head, head)
            labels.counted[head] = style.as_text(held["counted_value"])
        coded.update(() if held["is_dichotomy"] else heads)
        labels.questions.update(dict.fromkeys(heads, _plain(held["label"] or called.lstrip("$"))))
    return replace(labels, coded=frozenset(coded))


def _head(name: str) -> str:
    return on_one_line(composed(name))


def _plain(label: str) -> str:
    return composed(shown(label))
