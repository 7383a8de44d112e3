"""Weights that bring respondents to known margins. In: margins as declared, the answers. Out: a weight for each.

Margins are met one after the other until all hold (iterative proportional fitting). Who did not answer a question of
a margin keeps the weight that the others give; the shares of that margin are then among those who did. With `trim` no
weight is more than so many times the mean, and what is cut off goes to the others of its answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from deckgen.data.answers import DontKnow, Question, check_declared
from deckgen.data.codes import Codes
from deckgen.data.declarations import Raking
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Mapping as MappingNode
from deckgen.nodes.node import Scalar
from deckgen.nodes.schema import INVALID, convert, suggestion

MOST_ROUNDS: Final = 2000
NEAR: Final = 1e-10
"""How far a share may be from its margin at the end."""

WHOLE: Final = 100
ROUNDED: Final = Decimal("0.5")
"""How far shares in per cent may be from 100 together, for having been rounded."""

Raked = tuple[Codes, Sequence[Decimal]]
"""For each row the index of what it weighs; and these."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """A question and what part of the population each of its answers has; `places` has the answer of each cell."""

    name: str
    span: Span
    parts: Mapping[str, float]
    places: Sequence[str | None]


def read_raked(
    raking: Raking,
    questions: Mapping[str, Question | None],
    column: Question | None,
    starts: Sequence[Decimal] | None,
    diagnostics: Diagnostics,
) -> Raked | None:
    """What each respondent weighs so that all margins hold, beginning at the weights of a column where there is one.

    None where they cannot be made to, which is reported.
    """
    wrong = Diagnostics()
    named = (_question(name, node, questions, wrong) for name, node in raking.margins.items())
    asked = [question for question in named if question is not None]
    if not raking.margins:
        message, hint = "there are no margins to rake to", "write `margins: {question: {answer: share}}`"
        wrong.error("rake-unfit", message, raking.span, hint)
    if raking.trim and raking.trim <= 1:
        message, hint = f"no weight can be at most {raking.trim} times the mean", "write 5, say"
        wrong.error("rake-unfit", message, raking.trim_span, hint)
    margins: list[_Margin] = []
    if asked and not wrong.has_errors:
        codes, cells = _cells([*asked, column] if column else asked)
        counts = codes.counted(None)
        for at, question in enumerate(asked):
            places = [_answer(question.values[cell[at]]) for cell in cells]
            margins.append(_margin(question, raking.margins[question.name], places, counts, wrong))
    diagnostics.extend(wrong)
    if wrong.has_errors or not margins:
        return None
    start = [float(starts[cell[-1]]) if starts else 1.0 for cell in cells]
    found = _fitted(start, [counts[at] for at in range(len(cells))], margins, float(raking.trim))
    if isinstance(found, _Margin):
        within = f" with no weight above {raking.trim} times the mean" if raking.trim else ""
        message = f"the margin of `{found.name}` cannot be met together with the others{within}"
        hint = "look for answers that hardly anybody gave together, and leave a margin out, or let weights be larger"
        diagnostics.error("rake-failed", message, found.span, hint)
        return None
    return codes, [Decimal(repr(weight)) for weight in found]


def _question(
    name: str, node: MappingNode, questions: Mapping[str, Question | None], diagnostics: Diagnostics
) -> Question | None:
    check_declared(name, node.span, questions, (), diagnostics)
    question = questions.get(name)
    if question is not None and question.type not in ("single", "scale"):
        message, hint = f"`{name}` is {question.type}", "a margin is of a question of type single or scale"
        diagnostics.error("rake-unfit", message, node.span, hint)
    return question


def _cells(questions: Sequence[Question]) -> tuple[Codes, list[tuple[int, ...]]]:
    """The answers of each row to all questions as one code, and the answers that it stands for."""
    first, *others = questions
    codes, cells = first.codes, list[tuple[int, ...]]((at,) for at in range(len(first.values)))
    for question in others:
        codes, pairs = codes.paired(question.codes, len(question.values))
        cells = [(*cells[before], last) for before, last in pairs]
    return codes, cells


def _answer(value: object) -> str | None:
    return None if isinstance(value, DontKnow) or value is None else str(value)


def _margin(
    question: Question,
    node: MappingNode,
    places: Sequence[str | None],
    counts: Mapping[int, int],
    diagnostics: Diagnostics,
) -> _Margin:
    """A margin as parts of one; what is wrong with it is reported."""
    answered = {place: 0 for place in places if place is not None}
    for at, place in enumerate(places):
        if place is not None:
            answered[place] += counts[at]
    parts: dict[str, Decimal] = {}
    wrong = Diagnostics()
    for key, value in node.entries:
        part = convert(value, Decimal, f"margins/{question.name}", wrong)
        if part is not INVALID:
            parts[key.text] = part
            _check_part(key, part, value.span, question, answered, wrong)
    if not wrong.has_errors:
        _check_whole(parts, answered, node, wrong)
    diagnostics.extend(wrong)
    whole = float(sum(parts.values())) or 1.0
    return _Margin(question.name, node.span, {place: float(part) / whole for place, part in parts.items()}, places)


def _check_part(
    key: Scalar, part: Decimal, span: Span, question: Question, answered: Mapping[str, int], diagnostics: Diagnostics
) -> None:
    """Report a part of nobody, or of an answer that is none or that nobody gave."""
    if key.text not in question.options:
        message = f"`{key.text}` is no option of `{question.name}`"
        diagnostics.error("unknown-answer", message, key.span, suggestion(key.text, tuple(question.options)))
    elif part <= 0:
        message, hint = f"a margin of {part} leaves nobody", "mend it, or leave these respondents out of the file"
        diagnostics.error("rake-unfit", message, span, hint)
    elif not answered.get(key.text):
        message = f"nobody answered `{key.text}`, so that no weight brings them to {part}"
        diagnostics.error("rake-unfit", message, span, "give its part to an answer beside it, and say so in the note")


def _check_whole(
    parts: Mapping[str, Decimal], answered: Mapping[str, int], node: MappingNode, diagnostics: Diagnostics
) -> None:
    """Report answers without a part, and a margin that is neither in per cent nor in people."""
    for place, n in answered.items():
        if place not in parts:
            message = f"{n} respondents answered `{place}`, which the margin does not name"
            diagnostics.error("rake-unfit", message, node.span, "give each answer its part")
    whole = sum(parts.values(), Decimal(0))
    if not diagnostics.has_errors and abs(whole - WHOLE) > ROUNDED and whole < max(sum(answered.values()), WHOLE):
        message = f"the margin comes to {whole}, which is neither 100 per cent nor all people"
        hint = "write shares that come to 100, or how many people there are"
        diagnostics.error("rake-unfit", message, node.span, hint)


def _fitted(
    start: Sequence[float], counts: Sequence[int], margins: Sequence[_Margin], trim: float
) -> Sequence[float] | _Margin:
    """The weights of the cells, one on average, that meet all margins; else the margin that is met least."""
    weights, everybody = list(start), sum(counts)
    worst = margins[0]
    for _ in range(MOST_ROUNDS):
        for margin in margins:
            factors = _factors(weights, counts, margin)
            weights = [
                weight if place is None else weight * factors[place]
                for weight, place in zip(weights, margin.places, strict=True)
            ]
        mean = sum(weight * n for weight, n in zip(weights, counts, strict=True)) / everybody
        weights = [min(weight / mean, trim) if trim else weight / mean for weight in weights]
        off, worst = max(((_off(weights, counts, margin), margin) for margin in margins), key=lambda one: one[0])
        if off < NEAR:
            return weights
    return worst


def _factors(weights: Sequence[float], counts: Sequence[int], margin: _Margin) -> dict[str, float]:
    """By what each answer is multiplied so that its margin holds."""
    sums = _sums(weights, counts, margin)
    whole = sum(sums.values())
    return {place: margin.parts[place] * whole / held if held else 0.0 for place, held in sums.items()}


def _sums(weights: Sequence[float], counts: Sequence[int], margin: _Margin) -> dict[str, float]:
    sums = dict.fromkeys(margin.parts, 0.0)
    for weight, n, place in zip(weights, counts, margin.places, strict=True):
        if place is not None:
            sums[place] += weight * n
    return sums


def _off(weights: Sequence[float], counts: Sequence[int], margin: _Margin) -> float:
    """How far the share of an answer is from its margin, at most."""
    sums = _sums(weights, counts, margin)
    whole = sum(sums.values()) or 1.0
    return max(abs(held / whole - margin.parts[place]) for place, held in sums.items())
