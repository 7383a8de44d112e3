"""The rows of a tabulation as they would be written by hand. In: a tabulation, the figures of its cells. Out: nodes.

A cell that would tell what single respondents answered is no figure: a word stands in its place, and it is a gap in
what draws its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import chain, groupby
from typing import Final

from deckgen.data.disclosure import untold_sizes
from deckgen.diagnostics import Span
from deckgen.model.data import COEFFICIENTS, Tabulation, TabulationRow
from deckgen.model.drawing import DrawingForm
from deckgen.model.figure import Figure
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Gap, Mapping, Node, Scalar, Sequence, Verbatim

N: Final = "n"
"""Over the column of how many answered."""
NO_INTERVAL: Final = "–"
"""In the place of an interval that there is not."""


def row_names(row: TabulationRow) -> tuple[str, ...]:
    """What the content may call a row of a chart: its key or label, or those of its group."""
    return (row.group, row.key.partition("/")[0]) if row.group else (row.key, row.label)


@dataclass(frozen=True, slots=True)
class Cells:
    """The figures of what is shown of a table, by the keys of its rows: their values, and the ends of intervals."""

    values: dict[str, Figure]
    ends: dict[str, tuple[Figure, ...]]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.values.values(), *(end for both in self.ends.values() for end in both))

    def of(self, key: str) -> tuple[Figure, ...]:
        """Those that stand under a key of a slide: in `data`, of the values alone."""
        return self.figures if key == "rows" else tuple(self.values.values())


@dataclass(frozen=True)
class TableRows:
    """The rows of a table: `cells` are the figures of what is shown, `hidden` is said in the place of what is not.

    `findings` are the rows that are emphasised, `span` is where the table is named.
    """

    table: Tabulation
    cells: Cells
    hidden: str
    findings: frozenset[str]
    span: Span

    def of_table(self) -> dict[str, Node]:
        """A row of cells for each; where intervals are told, one more with what the value lies between."""
        rows = (
            self._mapping({"cells": self._listed(self._cells(row))}) for row in self.table.rows if self._is_shown(row)
        )
        return {"rows": self._listed(tuple(rows))}

    def of_cross(self, labels: Labels) -> dict[str, Node]:
        """A row for each group, with a column for each answer and one for n; heads over the groups of each question.

        The groups of a wave stand beside each other, each with its n behind it.
        In the place of an n that would give a small group back stands the same word as in that of a number.
        """
        asked = self.table.by
        first = asked[0] if len(asked) == 1 else labels.group if asked else self.table.question
        told = labels.tabulated[self.table.statistic]
        heads = [first]
        for part in self._parts(next(iter(self._groups.values()), [])):
            heads += [*(row.heading or told for row in part), N]
        rows: list[Node] = []
        by = ""
        for label, cells in self._groups.items():
            if len(asked) > 1 and cells[0].by not in ("", by):
                by = cells[0].by
                rows.append(self._mapping({"heading": self._said(by)}))
            named = self._said(self._lettered(label, max(cells, key=lambda row: row.letter)))
            told_of = ((*map(self._value_between, part), self._n(part[0])) for part in self._parts(cells))
            rows.append(self._mapping({"cells": self._listed((named, *chain.from_iterable(told_of)))}))
        return {"columns": self._listed(tuple(map(self._said, heads))), "rows": self._listed(tuple(rows))}

    def _parts(self, cells: list[TabulationRow]) -> list[list[TabulationRow]]:
        """The cells of a group by whom they are of, who have one n."""
        return [list(part) for _, part in groupby(cells, key=lambda row: row.part)]

    def _value_between(self, row: TabulationRow) -> Scalar:
        """A value, with the interval around it in parentheses where that is told."""
        if row.hidden:
            return self._said(self.hidden)
        value, ends = self._marked(row), self.cells.ends.get(row.key)
        return replace(value, text=f"{value.text} ({self._between(row).text})") if ends else value

    def _marked(self, row: TabulationRow) -> Scalar:
        """A value with the letters of what it is above, or its arrow."""
        value = self._reference(row)
        return replace(value, text=" ".join((value.text, *row.marks))) if row.marks else value

    def _lettered(self, label: str, row: TabulationRow) -> str:
        return f"{label} ({row.letter})" if row.letter else label

    def _n(self, row: TabulationRow) -> Scalar:
        """How many the numbers of a group rest on."""
        if (row.group, row.part) in self._untold:
            return self._said(self.hidden)
        return Scalar(f"$[{row.base}|counted with the table]", True, self.span, exact=False)

    @cached_property
    def _untold(self) -> frozenset[tuple[str, str]]:
        return untold_sizes(self.table.rows, 0 if self.table.disclose else self.table.min_n)

    def of_chart(self, respondents: Callable[[int], str]) -> dict[str, Node]:
        """A row for each group and a series for each answer.

        A gap cannot be labelled where it is, so the row says behind its own label that something is hidden. Groups of
        several questions, or beside all, keep their order, and each says its n.
        """
        is_banner = len({row.by for row in self.table.rows}) > 1
        made = self._plotted(
            self._behind(label, rows, respondents if is_banner else None) for label, rows in self._groups.items()
        )
        return made | {"ordered": self._plain("true")} if is_banner else made

    def _behind(self, label: str, rows: list[TabulationRow], respondents: Callable[[int], str] | None) -> str:
        """The label of a group, with its letter, its n, or that something of it is hidden."""
        first = rows[0]
        if any(row.hidden for row in rows):
            return f"{label} ({self.hidden})"
        n = respondents(first.base) if respondents and (first.group, first.part) not in self._untold else ""
        arrow = " ".join(first.marks) if len(rows) == 1 and not first.letter else ""
        behind = ", ".join(filter(None, (first.letter, n)))
        return " ".join(filter(None, (label, arrow, f"({behind})" if behind else "")))

    def of_drawing(self, form: DrawingForm) -> dict[str, Node]:
        """The same for a drawing, which says by itself what is hidden, with all that its form takes.

        Of coefficients it is the lower half of a matrix, below the one question that has none before it.
        """
        if self.table.statistic in COEFFICIENTS:
            return self._matrix()
        made = self._plotted(self._groups)
        return made | {"data": self._spread(made["data"])} if "answers" in form.takes else made

    def _matrix(self) -> dict[str, Node]:
        first = self._mapping({"label": self._said(self.table.rows[0].answer)})
        rows = [self._row(label, rows) for label, rows in self._groups.items()]
        told = {"coefficient": self._said(self.table.statistic), "n": self._plain(str(self.table.base))}
        return {"data": self._listed((first, *rows)), **told}

    def _spread(self, data: Node) -> Node:
        """The rows with the quantiles of their answers and how many these are; hidden ones with neither."""
        made = []
        for row, (one, *_) in zip(
            data.items if isinstance(data, Sequence) else (), self._groups.values(), strict=True
        ):
            spread = () if one.hidden else one.quantiles
            added: dict[str, Node] = {"quantiles": self._listed(tuple(self._plain(f"{each:f}") for each in spread))}
            if not one.hidden and (one.group, one.part) not in self._untold:
                added["n"] = self._plain(str(one.base))
            entries = row.entries if isinstance(row, Mapping) else ()
            made.append(Mapping((*entries, *self._mapping(added).entries), self.span))
        return self._listed(tuple(made))

    def _plotted(self, labels: Iterable[str]) -> dict[str, Node]:
        """A row for each group, with a value for each answer, and the names of these where there are several."""
        groups = self._groups.values()
        items = tuple(self._row(label, rows) for label, rows in zip(labels, groups, strict=True))
        made: dict[str, Node] = {"data": self._listed(items)}
        if any(len(rows) > 1 for rows in groups):
            made["series"] = self._listed(tuple(self._said(row.heading) for row in next(iter(groups))))
        return made

    @cached_property
    def _groups(self) -> dict[str, list[TabulationRow]]:
        """The rows that are shown together, by the label that they have in common; none where one is not shown."""
        groups: dict[str, list[TabulationRow]] = {}
        for row in self.table.rows:
            groups.setdefault(row.group or row.label, []).append(row)
        return {label: rows for label, rows in groups.items() if all(map(self._is_shown, rows))}

    def _is_shown(self, row: TabulationRow) -> bool:
        return row.key in self.cells.values or row.hidden

    def _row(self, label: str, rows: list[TabulationRow]) -> Mapping:
        is_finding = any(self.findings.intersection(row_names(row)) for row in rows)
        return self._mapping(
            {
                "label": self._said(label),
                "value": self._listed(tuple(self._value(row) for row in rows)),
                "emphasis": self._said(str(is_finding).lower()),
            }
        )

    def _value(self, row: TabulationRow) -> Scalar:
        return Gap(self.hidden, False, self.span, exact=False) if row.hidden else self._reference(row)

    def _cells(self, row: TabulationRow) -> tuple[Node, ...]:
        labels = [label for label in (self._lettered(row.group, row), row.heading) if label] or [row.label]
        value = self._said(self.hidden) if row.hidden else self._marked(row)
        between = (self._between(row),) if self.table.confidence else ()
        return (*(self._said(label) for label in labels), value, *between)

    def _between(self, row: TabulationRow) -> Scalar:
        """The interval around a value, in one cell."""
        ends = self.cells.ends.get(row.key, ())
        if row.hidden or not ends:
            return self._said(self.hidden if row.hidden else NO_INTERVAL)
        low, high = ends
        return Scalar(f"${{{low.name}|plain}}–${{{high.name}}}", True, self.span, exact=False)

    def _reference(self, row: TabulationRow) -> Scalar:
        return Scalar(f"${{{self.cells.values[row.key].name}}}", True, self.span, exact=False)

    def _mapping(self, entries: dict[str, Node]) -> Mapping:
        return Mapping(tuple((self._plain(key), value) for key, value in entries.items()), self.span)

    def _listed(self, items: tuple[Node, ...]) -> Sequence:
        return Sequence(items, self.span)

    def _said(self, words: str) -> Scalar:
        return Verbatim(words, False, self.span, exact=False)

    def _plain(self, written: str) -> Scalar:
        return Scalar(written, True, self.span)
