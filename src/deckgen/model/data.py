"""What data gives to content: tabulations of a survey, each with its base and the rows that it rests on.

In: the data room, from files and declared tabulations. Out: figures, charts and tables read them, never pandas.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE

COEFFICIENTS: Final = frozenset(("pearson", "spearman"))
"""Statistics of two questions: how closely their answers go together."""

ABOVE: Final = "↑"
BELOW: Final = "↓"
"""What marks a number that differs from that of all others together."""

RAKED: Final = "raked margins"
"""What respondents are weighed by where weights are made for margins."""


Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Questions, each with the answers of those who are counted."""


@dataclass(frozen=True, slots=True)
class TabulationRow:
    """One line of a tabulation: `value` is the raw statistic, `count` how many respondents it rests on.

    `base` is the n that a share is taken of; neither is weighed, only `value` is. `rows` are the line numbers in the
    data file that count here. `hidden`: it would tell what single respondents answered, so charts and tables show
    that something is there and not what.
    """

    key: str
    label: str
    value: Decimal | None
    count: int
    base: int
    rows: Sequence[int] = ()
    group: str = ""
    """The label of the group, where respondents are grouped; `label` is then "group/answer"."""
    answer: str = ""
    """The label of the answer, where the statistic is of one; of a coefficient, that of the other question."""
    hidden: bool = False
    effective: Decimal | None = None
    """Where respondents are weighed, the n without weights that would tell as much as `base` does."""
    interval: tuple[Decimal, ...] = ()
    """Where how sure it is was asked for: the ends between which chance leaves the value, the lower first."""
    quantiles: tuple[Decimal, ...] = ()
    """Of a median, how the answers are spread: quantiles at equal steps, none of which tells of few respondents."""
    by: str = ""
    """The label of the question that respondents are grouped by; empty where the group is of all."""
    answers: int = 0
    """Where a share is of answers and not of respondents, how many answers these gave."""
    error: float = 0.0
    """The standard error of the value, where it is a share, a mean or a score."""
    letter: str = ""
    """The letter of its group, where groups are compared with each other."""
    file: str = ""
    """The data file that `rows` count lines of, where it is another than the tabulation's."""
    marks: tuple[str, ...] = ()
    """The letters of the groups that it is above by more than chance; or whether it is above all others, or below."""
    within: Filters = ()
    """Where its group is a wave whose respondents are grouped again: the question and the group of those it is of."""
    column: str = ""
    """What its column is called, where that is not the answer alone."""

    @property
    def heading(self) -> str:
        """What stands over its column, or names its series."""
        return self.column or self.answer

    @property
    def part(self) -> str:
        """The group of its wave that it is of; empty where a wave has none."""
        return ", ".join(group for _, groups in self.within for group in groups)


@dataclass(frozen=True, slots=True)
class Compared:
    """How groups were compared: each with all others, or in pairs; at which level in per cent, and corrected how.

    Groups of fewer than `least` respondents were not; `untested`: there is one.
    """

    with_total: bool
    level: Decimal
    correction: str
    least: int
    untested: bool = False


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a tabulation is to count, by the names that the content has for it.

    `where` are its filters and `by` the question that groups it. `dont_know`: who did not know is in the base.
    `weight` is what respondents are weighed by; empty where each counts as one.
    """

    file: str
    statistic: str
    question: str
    where: Filters = ()
    by: str = ""
    dont_know: bool = False
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Tabulation:
    """A declared statistic of a question.

    `where` are its filters and `by` the questions that group it, as people read them. `exclusive`: each respondent
    gave one answer, so that the shares of a group are parts of one whole. `battery`: it is of several questions that
    are asked as one, each of which is a group. `note` is what its dataset says of itself.
    """

    name: str
    dataset: str
    file: str
    question: str
    statistic: str
    base: int
    rows: tuple[TabulationRow, ...]
    declared: Declaration
    source: str = ""
    min_n: int = 0
    """How many respondents a cell must have to be shown; 0 where any may be."""
    population: int = 0
    """How many were asked; 0 where it is not known."""
    disclose: str = ""
    """The reason why small cells are shown all the same; empty where they are not."""
    span: Span = NOWHERE
    where: Filters = ()
    by: tuple[str, ...] = ()
    exclusive: bool = False
    battery: bool = False
    note: str = ""
    unit: str = ""
    """What its numbers are counted in; empty where they count respondents, or are of no unit."""
    sheet: str = ""
    """The sheet of `file` that was read, where it holds several and none was named."""
    confidence: Decimal = Decimal(0)
    """How sure intervals are, in per cent; 0 where none are told."""
    compared: Compared | None = None
    """How its groups were compared with each other, where they were."""

    def question_of(self, row: TabulationRow) -> str:
        """The question that a row is of; of a coefficient, both."""
        if self.statistic in COEFFICIENTS:
            return row.label
        return row.group if self.battery else self.question

    def row(self, key: str) -> TabulationRow | None:
        return next((row for row in self.rows if key in (row.key, row.label)), None)


@dataclass(frozen=True, slots=True)
class Counted:
    """How a tabulated figure came about, in parts that each language puts in words of its own.

    `file` is the data file's plain name, `base` the n of `asked` respondents (0: not known). `answer` is empty where
    all answers count. `whole` names the whole that this is a part of, the same for each of its parts; empty where the
    parts may overlap.
    """

    file: str
    statistic: str
    question: str
    answer: str
    base: int
    where: Filters = ()
    whole: str = ""
    note: str = ""
    asked: int = 0
    effective: Decimal | None = None
    """Where respondents are weighed, the n without weights that would tell as much."""
    answers: int = 0
    """Where a share is of answers and not of respondents, how many answers these gave."""
    interval: tuple[Decimal, ...] = ()
    """The ends between which chance leaves the number, with `confidence` per cent."""
    confidence: Decimal = Decimal(0)
    compared: Compared | None = None
    in_banner: bool = False
    """Its group stands beside those of other questions, or beside all, and each of them says its n there."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a respondent wrote, as far as it is shown; `who` says of which groups, empty where nothing is to be said.

    `disclose` is the reason why it is shown though it names people; empty where it does not.
    """

    name: str
    dataset: str
    source: str
    words: str
    who: str = ""
    disclose: str = ""
    span: Span = NOWHERE
