"""What `data.yaml` declares. In: its node. Out: datasets and tabulations, typed, each with its place."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeVar

from deckgen.data.cell_values import on_one_line
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.text import NOWHERE
from deckgen.nodes.grammar import HOW, is_name
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert

Type = Literal["text", "integer", "decimal", "date", "single", "multiple", "scale"]
Statistic = Literal[
    "count", "share", "sum", "mean", "median", "quantile", "nps", "minimum", "maximum", "pearson", "spearman"
]
Delimiter = Literal["", "tab", "semicolon", "comma", "bar"]

DELIMITERS: Final[dict[Delimiter, str]] = {"": "", "tab": "\t", "semicolon": ";", "comma": ",", "bar": "|"}

NAMED_MIN_N: Final = 3
"""The smallest cell that is shown of a population whose members can be named."""


@dataclass(frozen=True, slots=True)
class Column:
    """A question. `column` is its head in the file where that is not its name.

    `columns` are the heads of a multiple response in columns; without them its answers stand in one cell, with
    `separator` between. `options` gives labels to codes (or to heads of `columns`). A blank cell is missing; where
    several answers may be given and `blank` is none, whoever left it blank (or all of `columns`) chose none of them.
    Where `options` has codes and none of these heads, each of `columns` holds the code of an option that was chosen.
    Else `chosen` are the texts that mean so (1, where none are said) and `not-chosen` those that do not (0);
    a cell that says its own option is chosen too. `other` is the option that answers in the respondent's own words
    count as. `unit` is what its numbers are counted in (kr., timer), which figures of them have. `decimal` and
    `dates` say how the column writes these, where that is not the dataset's language's way.
    """

    type: Type
    column: str = ""
    columns: tuple[Scalar, ...] = ()
    label: str = ""
    unit: str = ""
    options: dict[str, str] = field(default_factory=dict)
    missing: tuple[Scalar, ...] = ()
    dont_know: tuple[Scalar, ...] = ()
    separator: str = ";"
    chosen: tuple[Scalar, ...] = ()
    not_chosen: tuple[Scalar, ...] = ()
    other: Scalar | None = None
    blank: Literal["missing", "none"] = "missing"
    decimal: Literal["", "point", "comma"] = ""
    dates: Literal["", "day-first", "month-first"] = ""
    blank_span: Span = NOWHERE
    span: Span = NOWHERE

    def heads(self, name: str) -> tuple[str, ...]:
        """Its heads in the file; `name` is what the content calls it."""
        return tuple(head.text for head in self.columns) or (self.column or name,)


@dataclass(frozen=True, slots=True)
class Battery:
    """Questions with the same answers that are asked as one, each by the name of its column."""

    questions: tuple[Scalar, ...]
    label: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class AnswerCode:
    """A code of a code book: answers that hold one of `words` carry it (`dyr*` is the beginning of a word), and those
    of `respondents`, by their keys, but not those of `except`."""

    label: str
    words: tuple[Scalar, ...] = ()
    respondents: tuple[Scalar, ...] = ()
    except_: tuple[Scalar, ...] = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """What a respondent, by the key, answered to the question of a code book.

    `words` are the part of it that is shown, `[…]` between pieces; without, it is all. `by` are columns whose answers
    say who it was, where enough others gave the same. `disclose` is the reason why it may name people all the same.
    """

    respondent: Scalar
    words: Scalar | None = None
    by: tuple[Scalar, ...] = ()
    disclose: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The codes of answers in own words, which are told as a question of type multiple by the name of the book.

    `rest` is what answers without a code are called; without, there may be none. `quotes` are chosen by name.
    """

    question: Scalar
    codes: dict[str, AnswerCode]
    label: str = ""
    rest: str = ""
    quotes: dict[str, ChosenQuote] = field(default_factory=dict)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Raking:
    """Margins that weights are to bring the respondents to: for each question the part of each of its answers.

    Parts are in per cent or in people. With `trim` no weight is more than so many times the mean.
    """

    margins: dict[str, Mapping]
    trim: Decimal = Decimal(0)
    trim_span: Span = NOWHERE
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Dataset:
    """A survey export. `population` is how many were asked (0: not known); `note` is said with its numbers.

    `named`: its members can be named, which is so of most and holds unless it is denied. `min-n` is how many
    respondents a cell must have to be shown (0: as many as `named` asks for). `format` names a reader, where the
    file's ending says nothing, or SurveyXact's export, whose parts are read by their endings. `language`: that
    in which its cells write numbers and dates, if not the project's first. `key` is the head of the column in which
    each respondent has an id of its own. `header-row` is the line of the heads, where titles stand above them, and
    `skip-rows` how many lines below them are no answers; where heads take several lines, `header-rows` says how many.
    `delimiter` is what stands between cells of a text file. `batteries` are questions that are asked as one,
    `code-books` codes of answers in own words. `weight` names the column that says what each respondent weighs, and
    `rake` the margins that weights are made for, from those of the column where there is one.
    """

    file: Scalar
    source: Scalar
    columns: dict[str, Column]
    format: Scalar | None = None
    structure: Scalar | None = None
    labels: Scalar | None = None
    sheet: str = ""
    population: int = 0
    named: bool = True
    min_n: int = 0
    note: str = ""
    language: Scalar | None = None
    key: Scalar | None = None
    delimiter: Delimiter = ""
    header_row: int = 1
    header_rows: int = 1
    skip_rows: int = 0
    batteries: dict[str, Battery] = field(default_factory=dict)
    code_books: dict[str, CodeBook] = field(default_factory=dict)
    weight: Scalar | None = None
    rake: Raking | None = None
    header_row_span: Span = NOWHERE
    header_rows_span: Span = NOWHERE
    skip_rows_span: Span = NOWHERE
    population_span: Span = NOWHERE
    min_n_span: Span = NOWHERE
    span: Span = NOWHERE

    @property
    def heads(self) -> dict[str, frozenset[str]]:
        """The heads that anything is read under, each with what means no answer there."""
        named = (one.text for one in (self.key, self.weight) if one is not None and one.text not in self.columns)
        read = dict.fromkeys(named, frozenset[str]())
        for name, column in self.columns.items():
            missing = frozenset(one.text for one in column.missing)
            read.update(dict.fromkeys(column.heads(name), missing))
        return read


@dataclass(frozen=True, slots=True)
class Waves:
    """Datasets with the same questions, asked again: each by what the wave is called, in the order of time.

    A tabulation counts them together where it names them as its `data`. `label` says what waves are ("År"), and
    `source` is that of the series.
    """

    of: dict[str, Scalar]
    source: Scalar
    label: str
    of_span: Span = NOWHERE
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which groups are tested: pairs of those of one question, or each against all others (`with: total`).

    `level` is how sure a difference must be, in per cent; `correction` is for many comparisons of one answer, and
    groups of fewer than `least` respondents are not tested.
    """

    level: Decimal = Decimal(95)
    with_: Literal["pairs", "total"] = "pairs"
    correction: Literal["none", "bonferroni", "holm"] = "none"
    least: int = 30
    level_span: Span = NOWHERE
    span: Span = NOWHERE

    @property
    def risk(self) -> float:
        """How likely chance alone may be."""
        return float(1 - self.level / 100)


NO_QUESTION: Final = Scalar("", True, NOWHERE)
"""Where a tabulation lists several."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A tabulation to be made; docs/tabulations.md has its keys in a table."""

    data: Scalar = described("The dataset, by its name, or the waves of several.")
    statistic: Statistic = described("What is told of the answers; which of which question, says the next table.")
    question: Scalar = described(
        "The column that is told, or a battery: each question of it is a group.", default=NO_QUESTION
    )
    questions: tuple[Scalar, ...] = described(
        "Columns with the same answers, in its place: they are told as a battery that has no name.", default=()
    )
    where: dict[str, tuple[Scalar, ...]] = field(
        default_factory=dict,
        metadata={"doc": "Who counts: those who gave one of these answers, for each column that is named."},
    )
    with_: tuple[Scalar, ...] = described("The other columns of a coefficient, one for each two of them.", default=())
    by: tuple[Scalar, ...] = described("Columns whose answers are the groups, each for itself.", default=())
    total: str = described("What all groups together are called, where they stand before them.", default="")
    gather: dict[str, tuple[Scalar, ...]] = field(
        default_factory=dict,
        metadata={"doc": "Answers, by their codes, that are one under a label; others are left out."},
    )
    dont_know: Literal["in", "out"] = described(
        "Whether those who do not know stand in the base and in a row of their own.", default="out"
    )
    base: Literal["respondents", "answers"] = described(
        "Whether shares of several answers are of those who answered, or of all answers.", default="respondents"
    )
    named: bool | None = described("Whether small cells are hidden, instead of what the dataset says.", default=None)
    min_n: int = described("How few respondents a cell may have and be shown, instead of the dataset's.", default=0)
    disclose: str = described("The reason why small cells are shown all the same.", default="")
    weight: Scalar | None = described("The column that weighs respondents, instead of the dataset's.", default=None)
    weighted: bool = described("False counts respondents as one each, whatever the dataset weighs.", default=True)
    at: tuple[Decimal, ...] = described("The quantiles that are told, in per cent.", default=())
    confidence: Decimal = described("The per cent of an interval around a share or a mean.", default=Decimal(0))
    compare: Comparison | None = described("Which groups differ by more than chance.", default=None)
    min_n_span: Span = NOWHERE
    base_span: Span = NOWHERE
    total_span: Span = NOWHERE
    at_span: Span = NOWHERE
    confidence_span: Span = NOWHERE
    span: Span = NOWHERE

    @property
    def level(self) -> float:
        """How sure an interval is, as a part of one; 0 where none is told."""
        return float(self.confidence) / 100

    def smallest_cell(self, dataset: Dataset) -> int:
        """How many respondents a cell must have to be shown; 0 where any may be."""
        if self.named is None:
            return self.min_n or dataset.min_n or (NAMED_MIN_N if dataset.named else 0)
        return self.min_n or (NAMED_MIN_N if self.named else 0)


Entry = TypeVar("Entry", Dataset, Declared, Waves)


@dataclass(frozen=True, slots=True)
class DataFile:
    """What data.yaml holds, by names."""

    datasets: Mapping
    tabulations: Mapping | None = None
    waves: Mapping | None = None


class Everything(NamedTuple):
    """Datasets, tabulations and waves by name; None for one that is wrong, which is reported.

    No tabulations at all is None where the file cannot be read, so that nothing can be said of an unknown name.
    """

    datasets: dict[str, Dataset | None]
    tabulations: dict[str, Declared | None] | None
    waves: dict[str, Waves | None]


def read_declared(node: Node, diagnostics: Diagnostics) -> Everything:
    """All that `data.yaml` declares."""
    file = convert(node, DataFile, "", diagnostics)
    if file is INVALID:
        return Everything({}, None, {})
    datasets = {name: one and _with_heads(one) for name, one in _named(file.datasets, Dataset, diagnostics).items()}
    waves = _named(file.waves, Waves, diagnostics)
    return Everything(datasets, _named(file.tabulations, Declared, diagnostics), waves)


def _named(entries: Mapping | None, wanted: type[Entry], diagnostics: Diagnostics) -> dict[str, Entry | None]:
    read: dict[str, Entry | None] = {}
    for key, value in entries.entries if entries else ():
        if not is_name(key.text):
            diagnostics.error("bad-name", f"`{key.text}` cannot be used as a name", key.span, HOW)
        made = convert(value, wanted, key.text, diagnostics)
        if made is not INVALID and not isinstance(made, Waves) and made.min_n < 0:
            diagnostics.error(
                "bad-min-n", f"a cell cannot have {made.min_n} respondents", made.min_n_span, "write 3, say"
            )
        if isinstance(made, Dataset) and not _has_lines(made, diagnostics):
            made = INVALID
        read[key.text] = None if made is INVALID else made
    return read


def _with_heads(dataset: Dataset) -> Dataset:
    """The dataset with all heads on one line each, as sheets have them: a file may break theirs."""
    columns = {name: _on_one_line(column) for name, column in dataset.columns.items()}
    return replace(dataset, columns=columns, key=dataset.key and _head(dataset.key))


def _on_one_line(column: Column) -> Column:
    column = replace(column, column=on_one_line(column.column), columns=tuple(map(_head, column.columns)))
    if not column.columns:
        return column
    options = {on_one_line(head): label for head, label in column.options.items()}
    dont_know = tuple(map(_head, column.dont_know))
    return replace(column, options=options, dont_know=dont_know, other=column.other and _head(column.other))


def _head(said: Scalar) -> Scalar:
    return replace(said, text=on_one_line(said.text))


def _has_lines(dataset: Dataset, diagnostics: Diagnostics) -> bool:
    """Whether there can be lines for the heads, and some to pass over."""
    hint = "lines are counted from 1, and `skip-rows` says how many are passed over"
    wrong = [
        (dataset.header_row < 1, f"there is no line {dataset.header_row} for the heads", dataset.header_row_span),
        (dataset.header_rows < 1, f"heads cannot take {dataset.header_rows} lines", dataset.header_rows_span),
        (dataset.skip_rows < 0, f"{dataset.skip_rows} lines cannot be passed over", dataset.skip_rows_span),
    ]
    for is_wrong, message, span in wrong:
        if is_wrong:
            diagnostics.error("bad-row-number", message, span, hint)
    return not any(is_wrong for is_wrong, _, _ in wrong)
