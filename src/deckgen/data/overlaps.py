"""Tabulations that count the same respondents in other ways, held against each other.

In: the tabulations of one part of the respondents, a member or a group, or of all parts. Out: which cells must be
hidden besides, so that neither a hidden cell nor a few respondents in whom two tabulations differ follow from all
that is shown, or are known to be few. Held against each other are those of one question: under a filter and without,
answers gathered and apart, the same in two statistics. A mean, too, is a sum over the answers that are counted beside
it, however it is rounded: it is hidden where one of them is.

Answers are counted in groups of respondents whom no cell tells apart; that some group might be empty which is not is
left out of account, so at most too much is hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from deckgen.data.linear_bounds import Bounds
from deckgen.data.rows import OF_NUMBERS
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.lazy_dataclasses import dataclass, replace

_PRIME: Final = 2**61 - 1
Key = tuple[str, str]
"""A part, and the name of a tabulation."""
_EVERYBODY: Final = ""
_PART: Final = "part"
_Place = tuple[Key, str]
"""A tabulation of a part, and the key of a row in it."""
_Lines = frozenset[int]
_Atom = tuple[int, ...]
_Vector = dict[_Atom, int]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A row of a part's tabulation with the respondents whom it counts, by their lines in the data file."""

    key: Key
    table: Tabulation
    row: TabulationRow
    lines: _Lines

    @property
    def filters(self) -> int:
        return len(self.table.declared.where)

    @property
    def place(self) -> _Place:
        return self.key, self.row.key


def with_overlaps_hidden(tables: Mapping[str, Tabulation], least: int) -> dict[str, Tabulation]:
    """The tabulations of a part of which more must be hidden, by name; all of statistics that add up."""
    told = {(_PART, name): table for name, table in tables.items()}
    hidden = [
        key for cells in _families(told, ()) for key in _more_hidden(cells, least, _of_small_rests(cells, least))
    ]
    return {name: table for (_, name), table in _with_hidden(told, hidden).items()}


def with_all_hidden(
    told: Mapping[Key, Tabulation], everybody: Iterable[Tabulation], least: int
) -> dict[Key, Tabulation]:
    """The tabulations of which more must be hidden when those of all parts and of everybody are seen together."""
    hidden = [key for cells in _families(told, everybody) for key in _more_hidden(cells, least, set())]
    return _with_hidden(told, hidden)


def with_numbers_hidden(tables: Mapping[str, Tabulation]) -> dict[str, Tabulation]:
    """The tabulations of a part, by name, that tell a number of all answers of which some are hidden in another."""
    gaps = {
        _asked(table, row)
        for table in tables.values()
        if table.declared.statistic not in OF_NUMBERS
        for row in table.rows
        if row.hidden and row.count
    }
    told = {(_PART, name): table for name, table in tables.items() if table.declared.statistic in OF_NUMBERS}
    hidden = [
        (key, row.key)
        for key, table in told.items()
        for row in table.rows
        if row.count and not row.hidden and _asked(table, row) in gaps
    ]
    changed = _with_hidden(told, hidden)
    return {name: table for (_, name), table in changed.items()}


def _asked(table: Tabulation, row: TabulationRow) -> tuple[object, ...]:
    """What is asked of whom in a row."""
    whom = (row.by, row.group) if row.by else ()
    return table.dataset, table.question_of(row), frozenset(table.declared.where), whom


def _families(told: Mapping[Key, Tabulation], everybody: Iterable[Tabulation]) -> Iterator[list[_Cell]]:
    """The cells of each question that several tabulations are of."""
    by_question: dict[tuple[str, str], list[_Cell]] = {}
    for key, table in (*told.items(), *(((_EVERYBODY, table.name), table) for table in everybody)):
        for row in table.rows:
            cell = _Cell(key, table, row, frozenset(row.rows))
            by_question.setdefault((table.dataset, table.question_of(row)), []).append(cell)
    return (cells for cells in by_question.values() if len({cell.table.name for cell in cells}) > 1)


def _with_hidden(told: Mapping[Key, Tabulation], hidden: Iterable[_Place]) -> dict[Key, Tabulation]:
    """The tabulations in which one of those places was shown, with these hidden."""
    changed: dict[Key, Tabulation] = {}
    for key, row_key in hidden:
        table = changed.get(key) or told[key]
        rows = tuple(replace(row, hidden=True) if row.key == row_key else row for row in table.rows)
        changed[key] = replace(table, rows=rows)
    return changed


def _more_hidden(cells: list[_Cell], least: int, more: set[_Place]) -> set[_Place]:
    """The places that must be hidden, `more` among them, and are not."""
    before = {cell.place for cell in cells if cell.row.hidden}
    hidden = before | more
    atoms = _atoms(cells)
    real = dict(Counter(atoms.values()))
    roomy = set[frozenset[tuple[_Atom, int]]]()
    while True:
        shown = [cell for cell in cells if cell.place not in hidden]
        known = [_vector(lines, atoms) for lines in chain((cell.lines for cell in shown), _bases(cells, shown))]
        solved = _Solved(known)
        few = {frozenset(vector.items()): (one, vector) for one, vector in _targets(cells, hidden, atoms, least)}
        target = next((one for one, vector in few.values() if solved.gives(vector)), None)
        if target is None:
            bounded = Bounds(real, known).small((vector for _, vector in few.values()), least, roomy)
            target = few[frozenset(bounded.items())][0] if bounded else None
        can_go = [cell for cell in shown if cell.key[0] != _EVERYBODY]
        about = [cell for cell in can_go if target and not cell.lines.isdisjoint(target)]
        about = about or [cell for cell in can_go if cell.lines] or can_go  # that nobody gave an answer tells n too
        if target is None or not about:
            return hidden - before
        # What is under a filter goes before what is of everybody of the part, and the smallest first.
        hidden.add(min(about, key=lambda cell: (-cell.filters, len(cell.lines), cell.place)).place)


def _of_small_rests(cells: list[_Cell], least: int) -> set[_Place]:
    """All of a filtered tabulation that leaves out so few that each of its numbers tells of these."""
    found = set[_Place]()
    for part in cells:
        for whole in cells:
            if _is_within(part, whole) and 0 < whole.row.base - part.row.base < least:
                found.add(part.place)
    return found


def _bases(cells: list[_Cell], shown: list[_Cell]) -> Iterator[_Lines]:
    """How many answered stands with every number: those whom the cells of a group come to, where each gave one."""
    told = dict.fromkeys((cell.key, cell.row.group) for cell in shown)
    groups: dict[tuple[Key, str], list[_Cell]] = {}
    for cell in cells:
        groups.setdefault((cell.key, cell.row.group), []).append(cell)
    for name in told:
        lines = frozenset[int]().union(*(cell.lines for cell in groups[name]))
        if len(lines) == sum(len(cell.lines) for cell in groups[name]) == groups[name][0].row.base:
            yield lines


def _is_within(part: _Cell, whole: _Cell) -> bool:
    """Whether the respondents of a cell are some of those of another, by what both are declared to count."""
    filters, wider = set(part.table.declared.where), set(whole.table.declared.where)
    return filters > wider and part.row.answer == whole.row.answer and part.row.group == whole.row.group


def _atoms(cells: list[_Cell]) -> dict[int, _Atom]:
    """Of each respondent the cells that count it."""
    met: dict[int, list[int]] = {}
    for at, cell in enumerate(cells):
        for line in cell.lines:
            met.setdefault(line, []).append(at)
    return {line: tuple(those) for line, those in met.items()}


def _vector(lines: _Lines, atoms: Mapping[int, _Atom]) -> _Vector:
    return {atoms[line]: 1 for line in lines}


def _targets(
    cells: list[_Cell], hidden: set[_Place], atoms: Mapping[int, _Atom], least: int
) -> Iterator[tuple[_Lines, _Vector]]:
    """Few respondents, of whom nothing may follow: in hidden cells, or whom the same cells count."""
    together: dict[_Atom, set[int]] = {}
    for line, atom in atoms.items():
        together.setdefault(atom, set()).add(line)
    small = [cell.lines for cell in cells if cell.place in hidden]
    small += map(frozenset, together.values())
    for lines in dict.fromkeys(small):
        if 0 < len(lines) < least:
            yield lines, _vector(lines, atoms)


class _Solved:
    """Equations whose left sides are eliminated; numbers are reckoned by their rest of a large prime."""

    def __init__(self, vectors: Iterable[_Vector]) -> None:
        self._by_first: dict[_Atom, _Vector] = {}
        for vector in vectors:
            left = self._reduced(vector)
            if left:
                first = min(left)
                inverse = pow(left[first], -1, _PRIME)
                self._by_first[first] = {at: factor * inverse % _PRIME for at, factor in left.items()}

    def gives(self, vector: _Vector) -> bool:
        """Whether the equations come to that one."""
        return not self._reduced(vector)

    def _reduced(self, vector: _Vector) -> _Vector:
        left = dict(vector)
        while at := min((one for one in left if one in self._by_first), default=()):
            times = left[at]
            for one, factor in self._by_first[at].items():
                rest = (left.get(one, 0) - times * factor) % _PRIME
                if rest:
                    left[one] = rest
                else:
                    left.pop(one, None)
        return left
