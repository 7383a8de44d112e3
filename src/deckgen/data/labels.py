"""SurveyXact's structure and labels. In: two sheets. Out: what questions are called and what codes stand for.

The structure has a row for each variable (`variableName`, and `questionText` or `variableDescription`), with the
`choiceText` of each column of a multiple response. The labels have a row for each code of a variable. Upper and lower
case in heads count as one; labels without a head are read as variable, value, label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from deckgen.data.sheet import Sheet
from deckgen.diagnostics import Diagnostics, Span

_VARIABLE: Final = ("variablename", "v.name", "variable", "name")
_VALUE: Final = ("value", "v.value", "code", "choicevalue")
_LABEL: Final = ("label", "v.label", "text", "choicetext")
_QUESTION: Final = ("questiontext", "variabledescription", "description")
_CHOICE: Final = ("choicetext",)


@dataclass(frozen=True, slots=True)
class Labels:
    """By variable: the question's text, the label of a multiple response's column, the options by code."""

    questions: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)


def read_labels(structure: Sheet | None, labels: Sheet | None, found: Diagnostics) -> Labels:
    """Labels of both sheets; what lacks a column that is needed is reported."""
    read = Labels()
    if structure is not None:
        at = _heads(structure, {"variableName": _VARIABLE}, found)
        question, choice = _find(structure.header, _QUESTION), _find(structure.header, _CHOICE)
        for row in structure.rows if at else ():
            variable = row[at[0]].strip()
            _keep(read.questions, variable, row, question)
            _keep(read.choices, variable, row, choice)
    for variable, value, label in _labelled(labels, found) if labels is not None else ():
        read.options.setdefault(variable.strip(), {}).setdefault(value.strip(), label.strip())
    return read


def _labelled(sheet: Sheet, found: Diagnostics) -> Iterator[tuple[str, str, str]]:
    if len(sheet.header) == 3 and _find(sheet.header, _VARIABLE) is None:
        yield (sheet.header[0], sheet.header[1], sheet.header[2])
        at = [0, 1, 2]
    else:
        at = _heads(sheet, {"variableName": _VARIABLE, "value": _VALUE, "label": _LABEL}, found)
    for row in sheet.rows if at else ():
        yield (row[at[0]], row[at[1]], row[at[2]])


def _heads(sheet: Sheet, wanted: dict[str, tuple[str, ...]], found: Diagnostics) -> list[int]:
    """Where the columns wanted stand; none where one is missing, which is reported."""
    at = {name: _find(sheet.header, names) for name, names in wanted.items()}
    for name in (name for name, index in at.items() if index is None):
        message = f"the header has no `{name}`"
        found.error("no-column", message, Span(sheet.shown, sheet.head_line), f"there are: {', '.join(sheet.header)}")
    indexes = [index for index in at.values() if index is not None]
    return indexes if len(indexes) == len(wanted) else []


def _find(header: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((at for at, head in enumerate(header) if head.casefold() in names), None)


def _keep(kept: dict[str, str], variable: str, row: Sequence[str], at: int | None) -> None:
    if at is not None and row[at].strip():
        kept.setdefault(variable, row[at].strip())
