"""SurveyXact's structure and labels. In: two sheets. Out: what questions are called and what codes stand for.

What is known of the form comes from exports that others published: the example files of the R package readSX in all
three forms (comma or semicolon with cp1252, tab with UTF-16LE, a workbook), what that package corrects, and public
descriptions of the older form. No such export was made for this program.

- The structure has a row for each variable: `questionName`, `variableName`, `questionType`, `subType`,
  `questionText`, `choiceValue`, `choiceText`. Each option of a multiple response is a variable of its own, with its
  `choiceText`; the status of a response is such a question (`stato_1` to `stato_5`). With commas, these rows end in
  one more delimiter than the header. The older form has `variableName` and `variableDescription`.
- The labels have no header: variable, code, label. The older form has one: `V.Name`, `V.Value`, `V.Label`.
- Heads are in English whatever the language of the survey; labels ("Ikke valgt", "Valgt") are in its own.
- A wide dataset comes as sheets beside each other: `Dataset(1)`, `Dataset(2)`.

Upper and lower case in heads count as one. Texts may hold HTML, and are read as the questionnaire shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.data.labels import Labels, shown
from deckgen.data.sheet import Sheet
from deckgen.diagnostics import Diagnostics, Span

_VARIABLE: Final = ("variablename", "v.name", "variable")
_VALUE: Final = ("value", "v.value", "code")
_LABEL: Final = ("label", "v.label", "valuelabel")
_QUESTION: Final = ("questiontext", "variabledescription", "description")
_CHOICE: Final = ("choicetext",)


def read_labels(structure: Sheet | None, labels: Sheet | None, diagnostics: Diagnostics) -> Labels:
    """Labels of both sheets; what lacks a column that is needed is reported."""
    read = Labels()
    if structure is not None:
        place = Span(structure.shown, structure.head_line)
        at = _heads(structure.header, place, {"variableName": _VARIABLE}, diagnostics)
        question, choice = _find(structure.header, _QUESTION), _find(structure.header, _CHOICE)
        for row in structure.rows if at else ():
            variable = row[at[0]].strip()
            _keep(read.questions, variable, row, question)
            _keep(read.choices, variable, row, choice)
    for variable, value, label in _labelled(labels, diagnostics) if labels is not None else ():
        read.options.setdefault(variable.strip(), {}).setdefault(value.strip(), shown(label))
    return read


def _labelled(sheet: Sheet, diagnostics: Diagnostics) -> Iterator[tuple[str, str, str]]:
    """Variable, code and label of each row; `sheet` was read without a header, which its first row may be."""
    rows = list(sheet.rows)
    wanted: dict[str, tuple[str, ...]] = {"variableName": _VARIABLE, "value": _VALUE, "label": _LABEL}
    at = [0, 1, 2] if len(sheet.header) == len(wanted) else []
    if rows and _find(rows[0], _VARIABLE) is not None:
        at = _heads(tuple(rows.pop(0)), Span(sheet.shown, 1), wanted, diagnostics)
    elif not at:
        message = f"the labels have {len(sheet.header)} columns"
        diagnostics.error("no-column", message, Span(sheet.shown, 1), "three are wanted: variable, code, label")
    for row in rows if at else ():
        yield (row[at[0]], row[at[1]], row[at[2]])


def _heads(
    header: tuple[str, ...], place: Span, wanted: dict[str, tuple[str, ...]], diagnostics: Diagnostics
) -> list[int]:
    """Where the columns wanted stand; none where one is missing, which is reported."""
    at = {name: _find(header, names) for name, names in wanted.items()}
    for name in (name for name, index in at.items() if index is None):
        diagnostics.error("no-column", f"the header has no `{name}`", place, f"there are: {', '.join(header)}")
    indexes = [index for index in at.values() if index is not None]
    return indexes if len(indexes) == len(wanted) else []


def _find(header: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((at for at, head in enumerate(header) if head.strip().casefold() in names), None)


def _keep(kept: dict[str, str], variable: str, row: Sequence[str], at: int | None) -> None:
    if at is not None and row[at].strip():
        kept.setdefault(variable, shown(row[at]))
