"""What is counted of each member of a dataset, and of each group of members, as far as all of it may be told.

In: the datasets with their answers, and whose each respondent is. Out: for each member and each group the tabulations
of its own respondents. What is told of one is told beside what is told of all others and of everybody, so cells are
hidden as if they all stood in one table: of what adds up to a number that somebody is shown, no cell follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final

from deckgen.data.answers import DontKnow, Question
from deckgen.data.datasets import Answered
from deckgen.data.declarations import Declared
from deckgen.data.disclosure import with_hidden
from deckgen.data.loader import Data, tabulation
from deckgen.data.overlaps import with_all_hidden, with_numbers_hidden, with_overlaps_hidden
from deckgen.data.tabulations import adds_up, tells_all
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Filters, Tabulation, TabulationRow
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import Membership

Tables = dict[str, Tabulation]
"""Tabulations by name."""

_NOBODY: Final = ""
"""The part of those who are no member's: what everybody's numbers leave when the members' are taken away."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The tabulations of each member by its key, and of each group by its name."""

    members: Mapping[str, Tables]
    groups: Mapping[str, Tables]


def key_of(value: Any) -> str:
    """What an answer says in a column of keys: the code of an option, a number as it is written, a text."""
    if isinstance(value, DontKnow):
        return value.code
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def divided(data: Data, membership: Membership) -> Parts:
    """The tabulations of every member and group; a dataset in which no column says the member has none."""
    members: dict[str, Tables] = {one.key: {} for one in membership.members}
    groups: dict[str, Tables] = {name: {} for name in membership.groups}
    for dataset, column in membership.columns.items():
        answered = data.answered.get(dataset)
        question = answered.questions.get(column) if answered else None
        if answered is None or question is None:
            continue
        rows = _rows(question, members)
        names = {one.key: one.name for one in membership.members}
        own = {key: _subset(answered, rows.get(key, [])) for key in (*members, _NOBODY)}
        joined = {group: _subset(answered, _joined(rows, keys)) for group, keys in membership.groups.items()}
        told: dict[str, _Told] = {}
        for name, declared in data.declared.items():
            if declared.data.text != dataset:
                continue
            counted = {key: _table(name, declared, part, column, names.get(key, "")) for key, part in own.items()}
            regions = {
                group: _table(name, declared, joined[group], column, group, keys)
                for group, keys in membership.groups.items()
            }
            told[name] = _Told(declared, answered, data.tabulations[name], counted, regions)
        _hide_all(told, membership)
        for name, one in told.items():
            for tables, parts in ((members, one.members), (groups, one.groups)):
                for key, table in parts.items():
                    if table is not None and key in tables:
                        tables[key][name] = table
    return Parts(members, groups)


def _rows(question: Question, members: Mapping[str, Any]) -> dict[str, list[int]]:
    """The rows of each member by its key, and of nobody's."""
    rows: dict[str, list[int]] = {}
    for answer, those in question.codes.rows_by_answer().items():
        key = key_of(question.values[answer])
        rows.setdefault(key if key in members else _NOBODY, []).extend(those)
    return {key: sorted(those) for key, those in rows.items()}


def _joined(rows: Mapping[str, list[int]], keys: tuple[str, ...]) -> list[int]:
    return sorted(row for key in keys for row in rows.get(key, ()))


def _subset(answered: Answered, rows: list[int]) -> Answered:
    """The dataset with the answers of some rows alone."""
    questions = {
        name: None if question is None else _only(question, rows) for name, question in answered.questions.items()
    }
    return replace(answered, questions=questions, respondents=len(rows))


def _only(question: Question, rows: list[int]) -> Question:
    codes, lines = question.codes.only(rows, question.lines)
    return replace(question, codes=codes, lines=lines)


def _table(
    name: str, declared: Declared, part: Answered, column: str, who: str, keys: tuple[str, ...] = ()
) -> Tabulation | None:
    """The tabulation of one part, which says whose it is; how many were asked is known of everybody alone."""
    table = tabulation(name, declared, {declared.data.text: part}, Diagnostics())
    question = part.questions.get(column)
    if table is None or question is None:
        return None
    told: Filters = ((question.label or question.name, (who,)),)
    meant: Filters = ((column, keys or (who,)),)
    own = replace(table.declared, where=(*table.declared.where, *meant))
    return replace(table, where=(*table.where, *told), declared=own, population=0)


def _hide_all(told: Mapping[str, _Told], membership: Membership) -> None:
    """Hide, in all parts of all tabulations of a dataset, what follows from the others."""
    kept = {name: one for name, one in told.items() if one.least}
    summed = {name: one for name, one in kept.items() if adds_up(one.declared)}
    least = max((one.least for one in kept.values()), default=0)
    changed = set(summed)
    while changed:
        for name in changed & summed.keys():
            _hide(summed[name], membership)
        changed = (
            _hide_in_each(summed, partial(with_overlaps_hidden, least=least))
            or _hide_in_all(summed)
            or _hide_in_each(kept, with_numbers_hidden)
        )


def _hide_in_each(told: Mapping[str, _Told], hiding: Callable[[Tables], Tables]) -> set[str]:
    """Hide what follows from other tabulations of the same part; the names of those in which more is hidden now."""
    changed = set[str]()
    for those in (
        {name: one.members for name, one in told.items()},
        {name: one.groups for name, one in told.items()},
    ):
        for key in next(iter(those.values())) if len(those) > 1 else ():
            tables = {name: table for name, parts in those.items() if (table := parts[key]) is not None}
            for name, table in hiding(tables).items():
                those[name][key] = table
                changed.add(name)
    return changed


def _hide_in_all(told: Mapping[str, _Told]) -> set[str]:
    """Hide what follows from all tabulations of all parts; the names of those in which more is hidden now."""
    parts = {
        (f"{sort}/{key}", name): (tables, key)
        for name, one in told.items()
        for sort, tables in (("member", one.members), ("group", one.groups))
        for key in tables
    }
    known = {at: table for at, (tables, key) in parts.items() if (table := tables[key]) is not None}
    least = max((one.least for one in told.values()), default=0)
    changed = with_all_hidden(known, (one.everybody for one in told.values()), least)
    for at, table in changed.items():
        tables, key = parts[at]
        tables[key] = table
    return {name for _, name in changed}


def _hide(told: _Told, membership: Membership) -> None:
    """Hide, in all parts of one tabulation, what follows from the others."""
    declared, everybody, members, groups = told.declared, told.everybody, told.members, told.groups
    question, least = told.answered.questions.get(declared.question.text), told.least
    overlaps = question is None or not tells_all(declared, question)
    loose = [_NOBODY, *(one.key for one in membership.members if not one.group)]
    families: list[_Family] = [[(members, key) for key in keys] for keys in membership.groups.values()]
    families.append([*((groups, group) for group in groups), *((members, key) for key in loose)])
    hiding = _Hiding(declared, least, overlaps)
    changes = [True]
    while any(changes):
        wholes = [*(groups[group] for group in membership.groups), everybody]
        changes = [hiding.of(*pair) for pair in zip(wholes, families, strict=True)]
        hiding.within(members)
        hiding.within(groups)


_Tables = dict[str, Tabulation | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A tabulation of everybody with those of its parts."""

    declared: Declared
    answered: Answered
    everybody: Tabulation
    members: _Tables
    groups: _Tables

    @property
    def least(self) -> int:
        """How few respondents are too few; 0 where any number may be told."""
        return 0 if self.declared.disclose else self.declared.smallest_cell(self.answered.dataset)


_Family = list[tuple[_Tables, str]]
"""Parts that come to something known together: each by its key, in the tables of the members or of the groups."""


@dataclass(frozen=True, slots=True)
class _Hiding:
    """How the cells of one tabulation are hidden; each step says whether it hid any."""

    declared: Declared
    least: int
    overlaps: bool

    def of(self, whole: Tabulation | None, family: _Family) -> bool:
        """What follows among the parts of a whole, or from them."""
        across = self.across(family)
        return self.under(whole, family) or across

    def across(self, family: _Family) -> bool:
        """The same rows of parts that come to something known: the members of a group; the groups and the rest."""
        changed = False
        for rows in _slices(family).values():
            after = with_hidden(tuple(row for _, _, row in rows), self.least, True, self.overlaps)
            for (at, key, before), seen in zip(rows, after, strict=True):
                if seen.hidden and not before.hidden:
                    _hide_row(*family[at], key)
                    changed = True
        return changed

    def within(self, parts: _Tables) -> None:
        """Each table for itself, where its own rows come to something known."""
        for key, table in parts.items():
            if table is not None and not table.battery:
                parts[key] = replace(table, rows=with_hidden(table.rows, self.least, True, self.overlaps))

    def under(self, whole: Tabulation | None, family: _Family) -> bool:
        """A row of a whole that is hidden would follow from its parts' where each of them shows it."""
        changed = False
        for row in whole.rows if whole else ():
            told = [(one, part) for part in family if (one := _row(*part, row.key)) and one.count]
            if row.hidden and row.count and told and not any(one.hidden for one, _ in told):
                _hide_row(*min(told, key=lambda one: one[0].count)[1], row.key)
                changed = True
        return changed


def _row(parts: _Tables, key: str, row_key: str) -> TabulationRow | None:
    table = parts[key]
    return next((row for row in table.rows if row.key == row_key), None) if table else None


def _slices(family: _Family) -> dict[str, list[tuple[int, str, TabulationRow]]]:
    """The rows of all parts that are of one group of respondents, as one table with a group for each part.

    Each row stands with its part's place in the family and with the key that it has there.
    """
    slices: dict[str, list[tuple[int, str, TabulationRow]]] = {}
    for at, (parts, key) in enumerate(family):
        table = parts[key]
        for row in table.rows if table else ():
            joined = replace(row, group=str(at), answer=row.answer or row.key)
            slices.setdefault(row.group, []).append((at, row.key, joined))
    return slices


def _hide_row(parts: _Tables, key: str, row_key: str) -> None:
    table = parts[key]
    if table is not None:
        rows = (replace(row, hidden=True) if row.key == row_key else row for row in table.rows)
        parts[key] = replace(table, rows=tuple(rows))
