"""The figures of everybody as they are of some alone: of one member, or of its group.

In: the figures of the content, and the tabulations of some of the respondents. Out: the same figures counted and
computed among those, under names that say of whom: `member.satisfied`. A figure that is given, or that is computed
from one that is, is of everybody alone: nobody knows the part of it that is a member's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from fractions import Fraction

from deckgen.figures.drafts import from_row
from deckgen.figures.evaluate import as_decimal
from deckgen.figures.formulas import NoValueError, evaluate, renamed
from deckgen.model.data import Tabulation
from deckgen.model.figure import Computed, Figure, Tabulated
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import ALL
from deckgen.model.text import EMPTY, Paragraph, Run, Text


@dataclass(frozen=True, slots=True)
class Scoped:
    """Figures of some, by their names with the scope before them.

    `lacking` are those that have no value that may be told, `foreign` those that are of everybody alone.
    """

    figures: dict[str, Figure] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom: `name` stands before the names of figures, `who` behind what they count.

    `tables` are the tabulations of those respondents, and `respondents` is how the language says how many they are,
    with `{n}`.
    """

    name: str
    who: str
    tables: Mapping[str, Tabulation]
    respondents: str


def everybody(figures: Mapping[str, Figure], wanted: Iterable[str], respondents: str) -> Scoped:
    """The figures as they are, named as those of everybody; of how many, where nothing else says it."""
    named = {}
    for name in wanted:
        if name in figures:
            figure = figures[name]
            counted = None if figure.base.paragraphs else figure.counted
            base = _respondents(respondents, counted.base) if counted else figure.base
            named[f"{ALL}.{name}"] = replace(figure, name=f"{ALL}.{name}", base=base)
    return Scoped(named)


def _respondents(said: str, n: int) -> Text:
    return Text((Paragraph((Run(said.format(n=n), literal="counted with the figure"),)),))


def scoped(scope: Scope, figures: Mapping[str, Figure], wanted: Iterable[str]) -> Scoped:
    """The figures of `wanted` that are among `figures`, and those that they are made of, in a scope."""
    found = _Finding(scope, figures)
    for name in wanted:
        found.find(name)
    named = {f"{scope.name}.{name}": one for name, one in found.known.items() if isinstance(one, Figure)}
    lacking = frozenset(f"{scope.name}.{name}" for name, one in found.known.items() if one is _LACKING)
    foreign = frozenset(f"{scope.name}.{name}" for name, one in found.known.items() if one is _FOREIGN)
    return Scoped(named, lacking, foreign)


_LACKING, _FOREIGN = "lacking", "foreign"


@dataclass(slots=True)
class _Finding:
    """What each figure is in the scope, once it was asked for."""

    scope: Scope
    figures: Mapping[str, Figure]
    known: dict[str, Figure | str] = field(default_factory=dict)
    exact: dict[str, Fraction] = field(default_factory=dict)

    def find(self, name: str) -> Figure | str:
        if name not in self.known:
            self.known[name] = _FOREIGN  # a circle, which is reported elsewhere, ends here
            figure = self.figures.get(name)
            self.known[name] = _FOREIGN if figure is None else self._found(name, figure)
        return self.known[name]

    def _found(self, name: str, figure: Figure) -> Figure | str:
        match figure.provenance:
            case Tabulated(table=table, key=key):
                return self._counted(name, figure, table, key)
            case Computed():
                return self._computed(name, figure)
        return _FOREIGN

    def _counted(self, name: str, figure: Figure, table_name: str, key: str) -> Figure | str:
        table = self.scope.tables.get(table_name)
        row = table.row(key) if table else None
        if table is None or row is None:
            return _FOREIGN
        if row.value is None or row.hidden:
            return _LACKING
        self.exact[name] = Fraction(row.value)
        counted = from_row(figure, table, row)
        return self._own(counted, _respondents(self.scope.respondents, row.base))

    def _computed(self, name: str, figure: Figure) -> Figure | str:
        assert isinstance(figure.provenance, Computed)
        formula = figure.provenance.formula
        parts = [self.find(one) for one in formula.names]
        if _FOREIGN in parts or not parts:
            return _FOREIGN
        try:
            value = evaluate(formula, self.exact) if _LACKING not in parts else None
        except NoValueError:
            value = None
        if value is None:
            return _LACKING
        self.exact[name] = value
        named = renamed(formula, {one: f"{self.scope.name}.{one}" for one in formula.names})
        bases = (part.base for part in parts if isinstance(part, Figure) and part.base.paragraphs)
        computed = replace(figure, value=as_decimal(value), provenance=Computed(named))
        return self._own(computed, next(bases, EMPTY))

    def _own(self, figure: Figure, respondents: Text) -> Figure:
        """The figure under its name in the scope; what was published, or said in words, is of everybody."""
        base = self._base(figure) or respondents
        label = f"{figure.label}, {self.scope.who}"
        own = f"{self.scope.name}.{figure.name}"
        return replace(figure, name=own, label=label, base=base, published=None, wording="", qualifier="")

    def _base(self, figure: Figure) -> Text | None:
        """Its base in the scope, where each number that this says is known there."""
        uses = figure.base.figures
        if not uses or any(not isinstance(self.find(use.name), Figure) for use in uses):
            return None
        runs = (tuple(self._run(run) for run in each.runs) for each in figure.base.paragraphs)
        return replace(figure.base, paragraphs=tuple(Paragraph(each) for each in runs))

    def _run(self, run: Run) -> Run:
        if run.figure is None:
            return run
        return replace(run, figure=replace(run.figure, name=f"{self.scope.name}.{run.figure.name}"))
