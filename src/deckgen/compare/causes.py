"""Why a figure shows something else than before. In: the figure as it was and as it is. Out: sentences for people.

A computed figure changed because of those that it is made of, a tabulated one because of rows of its data, a given
one because somebody wrote something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import assert_never

from deckgen.compare.claims import place_of, plain_number
from deckgen.figures.provenance import how, origin
from deckgen.model.figure import Computed, Figure, Given, Tabulated
from deckgen.model.lazy_dataclasses import dataclass

_ROW = re.compile(r"(.*):(\d+)\Z", re.DOTALL)
_MOST_ROWS = 12
_SHOWN_BY = ("unit", "qualifier", "decimals", "wording")


@dataclass(frozen=True, slots=True)
class History:
    """Figures before and after, by name.

    `now` maps a data row (as in Figure.rows) of before to the same row today, "" where it is gone; a row that it does
    not know keeps its number. `rewritten` are rows of today whose text differs. `folder` is the content folder as the
    spans of `after` name it. `words` says a number as a text of the deck may, such as "tolv".
    """

    before: Mapping[str, Figure]
    after: Mapping[str, Figure]
    now: Mapping[str, str] = field(default_factory=dict)
    rewritten: frozenset[str] = field(default_factory=frozenset)
    folder: str = ""
    words: Callable[[Decimal], str] = plain_number


def causes(name: str, known: History, met: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Why figure `name`, which both have, changed; empty where nothing is known of it."""
    old, new = known.before.get(name), known.after.get(name)
    if old is None or new is None:
        return ()
    found: list[str] = []
    if old.value != new.value:
        found += _of_value(old, new, known, (*met, name))
    found += _of_looks(old, new, known)
    return tuple(dict.fromkeys(found))


def _of_value(old: Figure, new: Figure, known: History, met: tuple[str, ...]) -> list[str]:
    written = place_of(new.span, known.folder)
    then, now = how(old.provenance, known.before), how(new.provenance, known.after)
    if origin(old.provenance) != origin(new.provenance):
        return [
            f"{written}: was {origin(old.provenance)}, is now {origin(new.provenance)}{f': {now}' if now else ''}"
        ]
    values = f"{plain_number(old.value)} → {plain_number(new.value)}"
    match new.provenance:
        case Given():
            return [f"{written}: value {values}"]
        case Tabulated():
            said = _of_rows(old, new, known)
        case Computed():
            said = _of_parts(new, known, met)
        case _:
            assert_never(new.provenance)
    return said or [f"{written}: {f'{then} → {now}' if then != now else values}"]


def _of_rows(old: Figure, new: Figure, known: History) -> list[str]:
    """Rows that count now, rows that no longer count, and rows that count in both and say something else."""
    then, counting = {known.now.get(row, row) for row in old.rows}, frozenset(new.rows)
    came = [row for row in new.rows if row not in then]
    went = [row for row in old.rows if known.now.get(row, row) not in counting]
    other = [row for row in new.rows if row in then and row in known.rewritten]
    said = [(came, "now counts", "now count"), (went, "no longer counts", "no longer count")]
    if not came and not went:
        said = [(other, "changed", "changed")]
    return [
        f"{part} {one if len(rows) == 1 else many}"
        for rows, one, many in said
        if rows
        for part in [listed_rows(rows)]
    ]


def listed_rows(rows: Sequence[str]) -> str:
    """ "row 9 of survey.csv", "rows 3, 4 of survey.csv and row 2 of other.csv"."""
    files: dict[str, list[int]] = {}
    for row in rows:
        found = _ROW.match(row)
        files.setdefault(found[1] if found else row, []).extend([int(found[2])] if found else [])
    return " and ".join(_of_file(file, sorted(lines)) for file, lines in sorted(files.items()))


def _of_file(file: str, lines: list[int]) -> str:
    if not lines:
        return file
    shown = ", ".join(str(line) for line in lines[:_MOST_ROWS])
    more = f" and {len(lines) - _MOST_ROWS} more" if len(lines) > _MOST_ROWS else ""
    return f"row{'s' if len(lines) > 1 else ''} {shown}{more} of {file}"


def _of_parts(new: Figure, known: History, met: tuple[str, ...]) -> list[str]:
    """Each figure that this one is computed from and that changed, with its own cause."""
    said = []
    for name in new.uses:
        old, now = known.before.get(name), known.after.get(name)
        if name in met or now is None or (old is not None and old.value == now.value):
            continue
        why = "; ".join(causes(name, known, met))
        was = f"went from {plain_number(old.value)} to" if old else "is new:"
        said.append(f"{name} {was} {plain_number(now.value)}{f': {why}' if why else ''}")
    return said


def _of_looks(old: Figure, new: Figure, known: History) -> list[str]:
    """What changes how a value is shown."""
    return [
        f"{place_of(new.span, known.folder)}: {name} {getattr(old, name) or '–'} → {getattr(new, name) or '–'}"
        for name in _SHOWN_BY
        if getattr(old, name) != getattr(new, name)
    ]
