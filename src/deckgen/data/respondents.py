"""Rows that are no respondents of their own. In: a sheet of answers. Out: diagnostics on totals and repetitions.

A row of totals would be counted as one more respondent, and rows that were pasted twice as others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from deckgen.data.cell_values import clip
from deckgen.data.declarations import Dataset
from deckgen.data.sheet import MOST_FAULTS, Cells, Sheet
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.nodes.schema import suggestion

_CHOSEN: Final = ("single", "scale", "multiple")
_IDS: Final = frozenset(("id", "respondent", "respondentid", "respondent id", "responseid", "response id"))
"""Heads, in small letters, under which survey tools number respondents."""

_WHOLE: Final = re.compile(r"[0-9]{1,15}\Z")
_FEWEST: Final = 3
"""Rows above one, of which that may be the sum by more than chance."""


def check_rows(dataset: Dataset, sheet: Sheet, totals: Collection[str], diagnostics: Diagnostics) -> Sheet:
    """Report a sheet without answers, a row of totals at its end, and respondents that stand twice.

    What is left are the rows of respondents: of a total nothing more is said.
    """
    if not len(sheet.lines):
        hint = "export it again when somebody has answered, or see that nothing is filtered out"
        diagnostics.error("data-without-rows", "the file has heads and no answers below them", sheet.head, hint)
        return sheet
    if _is_total(dataset, sheet, totals, diagnostics):
        sheet = sheet.without_last()
    key = _key(dataset, sheet, diagnostics)
    if key:
        _check_key(dataset, sheet, key, diagnostics)
    elif dataset.key is None:
        _check_wholes(sheet, diagnostics)
    return sheet


def _is_total(dataset: Dataset, sheet: Sheet, totals: Collection[str], diagnostics: Diagnostics) -> bool:
    """Report the last row where it says that it is a total, or is a sum of numbers above it and names nobody."""
    last = len(sheet.lines) - 1
    chosen = {head for name, one in dataset.columns.items() if one.type in _CHOSEN for head in one.heads(name)}
    for at, head in enumerate(sheet.header):
        text = sheet.columns[at].last()
        if head not in chosen and text.strip(" :").casefold() in totals:
            span = Span(sheet.shown, int(sheet.lines[last]), at + 1, in_cells=True)
            _total(f"the last row is a total (`{clip(text)}`)", span, diagnostics)
            return True
    numbers = (one.heads(name)[0] for name, one in dataset.columns.items() if one.type in ("integer", "decimal"))
    for head in numbers:
        if head in sheet.header and last >= _FEWEST and not sheet.columns[0].last().strip() and _sums_up(sheet, head):
            _total(f"the last row is the sum of those above it in `{head}`", sheet.place(last, head), diagnostics)
            return True
    return False


def _total(message: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.error("total-row", message, span, "delete the row: it would be counted as a respondent")


def _sums_up(sheet: Sheet, head: str) -> bool:
    """Whether the last cell under a head is the sum of the others, all of them whole numbers."""
    *others, last = (text.strip() for text in sheet.columns[sheet.header.index(head)].texts())
    numbers = [Decimal(text) for text in others if _WHOLE.match(text)]
    return len(numbers) == len(others) and bool(_WHOLE.match(last)) and Decimal(last) == sum(numbers) > max(numbers)


def _key(dataset: Dataset, sheet: Sheet, diagnostics: Diagnostics) -> str:
    """The head of the column of ids: the one declared, else one that is called so; empty where there is none."""
    if dataset.key is None:
        return next((head for head in sheet.header if head.casefold() in _IDS and _numbers(sheet, head)), "")
    if dataset.key.text in sheet.header:
        return dataset.key.text
    message, related = f"{sheet.shown} has no column `{dataset.key.text}`", (Related(sheet.head, "its header"),)
    diagnostics.error("no-column", message, dataset.key.span, suggestion(dataset.key.text, sheet.header), related)
    return ""


def _numbers(sheet: Sheet, head: str) -> bool:
    """Whether a column tells respondents apart, though some may stand twice: another names where they are from."""
    return 2 * len(sheet.coded(head)[1]) >= len(sheet.lines)


def _check_key(dataset: Dataset, sheet: Sheet, key: str, diagnostics: Diagnostics) -> None:
    """Ids that stand twice: an error where the content says that they are ids, else a warning."""
    ids = [text.strip() for text in sheet.columns[sheet.header.index(key)].texts()]
    twice = ((row, first) for row, first in _repeats(ids) if ids[row])
    for row, first in islice(twice, MOST_FAULTS):
        message = f"the respondent `{clip(ids[row])}` stands twice"
        related = (Related(sheet.place(first, key), "the first time"),)
        report = diagnostics.warning if dataset.key is None else diagnostics.error
        hint = "delete one of the rows; if `{}` numbers no respondents, name the column that does: `key: …`"
        report("respondent-twice", message, sheet.place(row, key), hint.format(key), related)


def _repeats(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The rows whose text stands further up already, each with the first row that has it."""
    seen: dict[str, int] = {}
    for row, text in enumerate(texts):
        first = seen.setdefault(text, row)
        if first != row:
            yield row, first


def _check_wholes(sheet: Sheet, diagnostics: Diagnostics) -> None:
    """Rows that repeat others whole, in a sheet in which hardly two are alike."""
    telling = _telling(sheet)
    for row, first in islice(_repeats(telling.texts()), MOST_FAULTS) if telling else ():
        related = (Related(Span(sheet.shown, int(sheet.lines[first])), "the first time"),)
        message = "this row stands twice, every cell of it"
        hint = "delete one of them if it is one respondent"
        diagnostics.warning("respondent-twice", message, Span(sheet.shown, int(sheet.lines[row])), hint, related)


def _telling(sheet: Sheet) -> Cells | None:
    """A column that alone tells the rows apart, most of which stand once: a number or a time of each respondent.

    It does where each of its cells goes with one cell of every other column.
    """
    fewest = max(len(sheet.lines) // 2 - 1, 4)
    for column in (one for one in sheet.columns if one.seems_to_tell):
        codes, distinct = column.coded
        if len(distinct) > fewest and all(
            len(codes.paired(others, len(texts))[1]) == len(distinct)
            for others, texts in (other.coded for other in sheet.columns)
        ):
            return column
    return None
