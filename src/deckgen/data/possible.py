"""What can be told of a question. In: a declared tabulation, and the questions that it names. Out: diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from deckgen.data.answers import Question
from deckgen.data.declarations import Declared
from deckgen.data.measures import MOST_LIKELY
from deckgen.data.rows import CHOICES, OF_NUMBERS, numeric
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.schema import suggestion

WHOLE: Final = 100
LEAST_SURE: Final = 50
CERTAIN: Final = ("share", "mean", "nps")
"""Statistics that an interval is told of."""


def check_statistic(declared: Declared, question: Question, diagnostics: Diagnostics) -> bool:
    """Whether the question can be told in that statistic as it is asked for."""
    wrong = Diagnostics()
    if not _can_be_told(declared, question):
        message = f"`{question.name}` is {question.type}, of which there is no {declared.statistic}"
        hint = "share wants options; sum wants numbers; the others but count want numbers, or codes that are numbers"
        wrong.error("statistic-impossible", message, declared.question.span, hint)
    elif declared.statistic == "nps" and not all(map(_is_likelihood, _numbers(question))):
        message = f"`{question.name}` has answers beyond 0 to {MOST_LIKELY}, of which a Net Promoter Score is made"
        hint = "ask for the mean, or declare what is beyond as `missing`"
        wrong.error("statistic-impossible", message, declared.question.span, hint)
    else:
        if declared.base == "answers" and (question.type, declared.statistic) != ("multiple", "share"):
            message = f"a {declared.statistic} of `{question.name}`, which is {question.type}, is of respondents"
            hint = "`base: answers` is for shares of a question of type multiple"
            wrong.error("statistic-impossible", message, declared.base_span, hint)
        _check_gathered(declared, question, wrong)
        _check_quantiles(declared, wrong)
        _check_confidence(declared, wrong)
        check_comparison(declared, bool(declared.by), wrong)
    diagnostics.extend(wrong)
    return not wrong.has_errors


def check_comparison(declared: Declared, is_grouped: bool, diagnostics: Diagnostics) -> None:
    """Report comparisons that there are not, of what there are groups of or not."""
    wanted = declared.compare
    if wanted is None:
        return
    if not is_grouped:
        message, hint = "there are no groups to compare", "name the question that groups under `by:`"
        diagnostics.error("compare-unfit", message, wanted.span, hint)
    elif declared.statistic not in CERTAIN or declared.base == "answers":
        message = f"a {declared.statistic} is not compared by groups"
        hint = "ask for `share` (of respondents), `mean` or `nps`"
        diagnostics.error("compare-unfit", message, wanted.span, hint)
    elif not LEAST_SURE <= wanted.level < WHOLE:
        message = f"nobody can be sure at {wanted.level} per cent"
        diagnostics.error("compare-unfit", message, wanted.level_span, "write 95, say")


def check_groups(declared: Declared, by: Sequence[Question], diagnostics: Diagnostics) -> None:
    """Report questions whose answers make no groups, or the same ones twice."""
    named = [one.text for one in declared.by]
    for at, (one, scalar) in enumerate(zip(by, declared.by, strict=True)):
        if one.type not in ("single", "scale"):
            message = f"`{one.name}` is {one.type}; groups want single or scale"
            diagnostics.error("group-impossible", message, scalar.span)
        elif scalar.text in named[:at]:
            diagnostics.error("group-impossible", f"`{one.name}` groups twice", scalar.span, "name each once")
    labels = list({one.name: one.label or one.name for one in by}.values())
    for label in {label for at, label in enumerate(labels) if label in labels[:at]}:
        message, hint = f"two questions that group are called `{label}`", "give each a label of its own"
        diagnostics.error("group-impossible", message, declared.by[0].span, hint)
    taken = {said for one in by for option in one.options.items() for said in option}
    if declared.total in taken:
        message, hint = f"a group is called `{declared.total}` too", "call all of them something else"
        diagnostics.error("group-impossible", message, declared.total_span, hint)


def _can_be_told(declared: Declared, question: Question) -> bool:
    statistic, kind = declared.statistic, question.type
    if statistic == "count":
        return True
    if statistic == "share":
        return kind in CHOICES
    return kind in ("integer", "decimal") or (kind == "scale" and statistic in OF_NUMBERS and _has_numbers(question))


def _numbers(question: Question) -> Iterator[Decimal]:
    """The numbers that were answered."""
    told = (numeric(value, question.style) for value in question.values)
    return (number for number in told if number is not None)


def _is_likelihood(number: Decimal) -> bool:
    return 0 <= number <= MOST_LIKELY


def _check_quantiles(declared: Declared, diagnostics: Diagnostics) -> None:
    """Report quantiles that are not told which, or that there are not."""
    hint = "write `at: [25, 50, 75]`, in per cent"
    if declared.statistic != "quantile":
        if declared.at:
            message = f"`at` says which quantiles, and the statistic is {declared.statistic}"
            diagnostics.error("quantile-unfit", message, declared.at_span, "leave it out, or ask for `quantile`")
    elif not declared.at:
        diagnostics.error("quantile-unfit", "it is not said which quantiles", declared.question.span, hint)
    elif len({*declared.at}) < len(declared.at) or not all(0 < part < WHOLE for part in declared.at):
        message = "quantiles lie between 0 and 100, each once"
        diagnostics.error("quantile-unfit", message, declared.at_span, hint)


def _check_confidence(declared: Declared, diagnostics: Diagnostics) -> None:
    """Report an interval that there is not."""
    if declared.confidence and declared.statistic not in CERTAIN:
        message = f"no interval is told of a {declared.statistic}"
        hint = "leave `confidence` out, or ask for `share`, `mean` or `nps`"
        diagnostics.error("confidence-unfit", message, declared.confidence_span, hint)
    elif declared.confidence and declared.base == "answers":
        message, hint = "no interval is told of a share of answers", "leave `confidence` or `base` out"
        diagnostics.error("confidence-unfit", message, declared.confidence_span, hint)
    elif declared.confidence and not LEAST_SURE <= declared.confidence < WHOLE:
        message = f"nobody can be sure at {declared.confidence} per cent"
        diagnostics.error("confidence-unfit", message, declared.confidence_span, "write 95, say")


def _check_gathered(declared: Declared, question: Question, diagnostics: Diagnostics) -> None:
    """Report gathered answers that are none of the question's, stand twice, or are not counted."""
    seen = set[str]()
    for scalar in (one for gathered in declared.gather.values() for one in gathered):
        if question.type not in CHOICES or declared.statistic in OF_NUMBERS:
            message = f"there are no answers of `{question.name}` to gather in its {declared.statistic}"
            diagnostics.error("gather-unfit", message, scalar.span, "`gather` wants a count or a share of options")
            break
        if scalar.text not in question.options:
            named = f"`{scalar.text}` is no option of `{question.name}`"
            diagnostics.error("unknown-answer", named, scalar.span, suggestion(scalar.text, tuple(question.options)))
        elif scalar.text in seen:
            diagnostics.error(
                "gather-unfit", f"`{scalar.text}` is gathered twice", scalar.span, "keep it in one place"
            )
        seen.add(scalar.text)


def _has_numbers(question: Question) -> bool:
    return all(
        numeric(code, question.style) is not None for code in question.options if code not in question.dont_know
    )
