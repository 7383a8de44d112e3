"""How a figure came about, in words of the deck's language. In: a figure and those it is made of. Out: a sentence.

A reader of the deck knows labels and values, not names of figures: "Klynger, der har svaret (12) − Klynger uden
aftale (4)". Where the source itself gives the number there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from deckgen.figures.evaluate import as_decimal
from deckgen.model.data import Counted
from deckgen.model.figure import PER_CENT, Computed, Figure, Given, Tabulated
from deckgen.model.formula import FigureTerm, Negative, NumberTerm, Operation, Share, Sign, Sum, Term
from deckgen.model.language import Labels, Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number, decimals_of, literal

_SUM, _PRODUCT, _ATOM = 0, 1, 2
_SIGNS: Final[dict[Sign, tuple[str, int]]] = {
    "+": ("+", _SUM),
    "-": ("−", _SUM),
    "*": ("×", _PRODUCT),
    "/": ("÷", _PRODUCT),
}


def came_about(figure: Figure, told: Mapping[str, Figure], language: Language) -> str:
    """The tabulation, or the formula in labels and shown values; empty for a figure that was given.

    Where not all that the formula names is among those `told`, only that it was computed: the parts of a sum tell the
    one that is missing.
    """
    match figure.provenance:
        case Given():
            return ""
        case Tabulated(counted=counted):
            return _tabulated(counted, figure, language)
        case Computed(formula):
            if not all(name in told for name in formula.names):
                return language.labels.computed
            return f"{language.labels.computed}: {_Speller(told, language).said(formula.term, _SUM)}"
    assert_never(figure.provenance)


def formula_in_values(figure: Figure, told: Mapping[str, Figure], language: Language) -> str:
    """From which shown values it was computed: "12 − 4".

    Empty for what is not computed, or of parts that are not all told.
    """
    if not isinstance(figure.provenance, Computed) or not all(name in told for name in figure.uses):
        return ""
    return _Speller(told, language, labelled=False).said(figure.provenance.formula.term, _SUM)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, what was done with the answers, how many gave them, and which of them a figure is of.

    All empty where there is but one answer. Nothing was done with a share that goes without saying.
    """

    question: str = ""
    done: str = ""
    respondents: str = ""
    answer: str = ""


def asked(counted: Counted, language: Language) -> Asked:
    """The question behind a tabulated figure. Where all answers count, those who gave them may be one group of
    several, with an n of its own."""
    labels = language.labels
    done = "" if counted.statistic == "share" else what_was_done(counted, labels)
    question = labels.quoted.format(question=counted.question)
    if counted.answer:
        said = ", ".join((question, *filtered(counted.where, labels)))
        return Asked(said, done, respondents(counted, language), counted.answer)
    if not counted.where:
        return Asked()
    *others, (groups, answers) = counted.where
    said = ", ".join((question, *filtered(others, labels), labels.broken_down.format(question=groups)))
    return Asked(said, done, "", f"{either(answers, labels)} ({respondents(counted, language)})")


def _tabulated(counted: Counted, figure: Figure, language: Language) -> str:
    labels = language.labels
    form = labels.answered if counted.answer and counted.statistic != "quantile" else labels.quoted
    said = (form.format(question=counted.question, answer=counted.answer), *filtered(counted.where, labels))
    told = f"{what_was_done(counted, labels)}, {respondents(counted, language)}: {', '.join(said)}"
    return f"{told}; {interval(counted, figure, language)}" if counted.interval else told


def is_cell(figure: Figure) -> bool:
    """Whether the content has no label for the figure beside that of its row."""
    return isinstance(figure.provenance, Tabulated) and figure.label == figure.provenance.label


def what_was_done(counted: Counted, labels: Labels) -> str:
    """What was done with answers to get the number; of a quantile, which it is."""
    return labels.tabulated[counted.statistic].format(part=counted.answer, file=counted.file)


def interval(counted: Counted, figure: Figure, language: Language) -> str:
    """Between which numbers chance leaves the figure, with as many decimals."""
    level = language.show(Number(counted.confidence, unit=PER_CENT, decimals=decimals_of(counted.confidence)))
    low, high = counted.interval
    ends = (Number(low, figure.decimals), Number(high, figure.decimals, figure.unit))
    said = [language.show(end) for end in ends]
    return language.labels.interval.format(level=level, low=said[0], high=said[1])


def respondents(counted: Counted, language: Language) -> str:
    """How many answered what was counted: "n = 57"."""
    return language.respondents(counted.base, counted.effective, counted.answers)


def filtered(filters: Sequence[tuple[str, tuple[str, ...]]], labels: Labels) -> tuple[str, ...]:
    """Who is counted, question by question."""
    return tuple(
        labels.where.format(question=question, answers=either(answers, labels)) for question, answers in filters
    )


def either(answers: tuple[str, ...], labels: Labels) -> str:
    """Answers of which one was given."""
    return f" {labels.either} ".join(answers)


@dataclass(frozen=True, slots=True)
class _Speller:
    """Says formulas; `figures` are those that they name, with their labels where it is `labelled`."""

    figures: Mapping[str, Figure]
    language: Language
    labelled: bool = True

    def said(self, term: Term, binds: int) -> str:
        """A part of a formula, in parentheses where it binds less than what stands around it."""
        text, own = self._part(term)
        return f"({text})" if own < binds else text

    def _part(self, term: Term) -> tuple[str, int]:
        match term:
            case FigureTerm(name):
                figure = self.figures[name]
                shown = self.language.show(figure.number("" if self.labelled else "plain"))
                return f"{figure.label} ({shown})" if self.labelled else shown, _ATOM
            case NumberTerm(value):
                return self.language.show(literal(as_decimal(value))), _ATOM
            case Negative(negated):
                return f"−{self.said(negated, _ATOM)}", _SUM
            case Operation(operator, left, right):
                sign, binds = _SIGNS[operator]
                # a − (b − c) and a ÷ (b × c) are not what they are without the parentheses.
                after = binds + (operator in "-/")
                return f"{self.said(left, binds)} {sign} {self.said(right, after)}", binds
            case Sum(terms):
                return " + ".join(self.said(part, _SUM) for part in terms), _ATOM if len(terms) < 2 else _SUM
            case Share(part, whole):
                said = self.language.labels.share_of.format(
                    part=self.said(part, _ATOM), whole=self.said(whole, _ATOM)
                )
                return said, _SUM
        assert_never(term)
