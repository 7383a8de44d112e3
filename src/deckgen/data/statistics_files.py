"""Files of statistics programs, by the one library that reads them. In: bytes, their form. Out: a sheet with labels.

The names of variables are heads, and what the file says of them (questions, options, which codes mean no answer,
which variables are the options of one question) are its labels.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final

from deckgen.data.cell_values import CellStyle, on_one_line
from deckgen.data.labels import Labels, shown
from deckgen.data.sheet import Origin, Sheet
from deckgen.data.valued_sheet import damaged, is_bounded, texts, valued_sheet
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import composed

LIBRARY: Final = "pyreadstat"
EXTRA: Final = "spss"

_AT_ONCE: Final = 6_000_000
"""Values that are held as the library gives them, which takes ten times what their texts take."""

_OLDER: Final = "WINDOWS-1252"
"""What a file is in that does not say so and is not in what it says."""


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
    problem: Exception | None = None
    for encoding in (None, _OLDER):
        try:
            return _sheet(form, _reading(form, data, encoding), origin, diagnostics)
        except Exception as failed:  # errors of the library and of others below it, none of them declared
            problem = problem or failed
            if "encoding" not in str(failed):
                break
    assert problem is not None
    damaged(form.name, problem, origin, diagnostics)
    return None


def _reading(form: Form, data: bytes, encoding: str | None) -> Callable[..., Any]:
    """The library's function on these bytes."""
    import pyreadstat

    function = getattr(pyreadstat, form.function)
    asked = {"user_missing": True, "disable_datetime_conversion": True, "output_format": "dict"}
    return lambda **more: function(io.BytesIO(data), encoding=encoding, **asked, **more)


def _sheet(form: Form, read: Callable[..., Any], origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
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
