"""The numbers of a chart's annotations. In: bound fields of a slide with a chart. Out: the same, with what they say.

They are worked out of the values as the chart shows them, so that whoever subtracts or adds up comes to the same.
What would tell a value that is hidden is left out.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Any, Final

from deckgen.model.annotation import Level
from deckgen.model.annotation_fields import Annotated, Annotation, come_to, is_hidden
from deckgen.model.chart_fields import ChartFields
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import POINTS, Number, rounded
from deckgen.model.text import EMPTY, Paragraph, Run, Text

_GROWTH_DECIMALS: Final = 1
_DIGITS: Final = 60
"""Of growth from the smallest number that content may write to the largest."""
_FEW: Final = 100
"""Averages below it, of whole numbers, are told with one decimal."""
_GROWTH: Final = "{growth}"


def with_annotations(fields: Any, language: Language) -> Any:
    """Fields with the annotations that can be told, each with its number in its text."""
    if not isinstance(fields, ChartFields) or not fields.annotate:
        return fields
    says_percent = language.numbers.says_per_cent(fields.counted.plain)
    teller = _Teller(fields.annotated, language, says_percent)
    told = [_placed(one, at) for at, each in enumerate(fields.annotate, 1) if (one := teller.told(each))]
    if len(fields.series) > 1 and not any(one.totals for one in told):
        told += [teller.totals() for one in told if one.line and one.line.statistic and not one.series][:1]
    return replace(fields, annotate=tuple(told))


def _placed(one: Annotation, number: int) -> Annotation:
    """Its text answers for it, also where nobody wrote one."""
    path = one.text.path or f"annotate/{number}/text"
    return replace(one, text=replace(one.text, path=path, span=one.text.span if one.text.path else one.span))


@dataclass(frozen=True, slots=True)
class _Teller:
    data: Annotated
    language: Language
    says_percent: bool

    def told(self, one: Annotation) -> Annotation | None:
        """The annotation as it reads; None where it would tell what is hidden."""
        labels = self.language.labels
        if one.line:
            return self._level(one, one.line)
        if one.axis_break:
            ends = (one.axis_break.from_.shown, one.axis_break.to.shown)
            return replace(one, text=_named(labels.axis_break.format(start=ends[0], end=ends[1]), one.text))
        if one.totals:
            return replace(one, text=_named(self.language.labels.totals, one.text))
        if not (one.ends or one.sum):
            return one
        parts = [self.data.named(name, one.series) for name in one.rows]
        known = [come_to(each) for each in parts]
        if any(is_hidden(value) for each in parts for value in each) or None in known:
            return None
        numbers = [number for number in known if number is not None]
        if one.growth_per_year:
            return replace(one, text=self._growth(one, numbers))
        number = self._sum(numbers) if one.sum else self._difference(*numbers)
        runs = (self._run(number),)
        return replace(one, text=_behind(one.text, runs) if one.sum else _before(one.text, runs))

    def totals(self) -> Annotation:
        """Of stacks: what a level across them is worked out of."""
        return Annotation(totals=True, text=_named(self.language.labels.totals, EMPTY))

    def _level(self, one: Annotation, level: Level) -> Annotation | None:
        labels, rows = self.language.labels, range(len(self.data.rows))
        parts = [self.data.parts(row, one.series) for row in rows]
        numbers = [number for each in parts if (number := come_to(each)) is not None]
        if level.statistic and any(is_hidden(value) for each in parts for value in each):
            return None
        unit = _unit(numbers)
        if level.statistic == "average":
            number = _mean(sum((one.value for one in numbers), Decimal()) / len(numbers), numbers)
        elif level.statistic == "median":
            number = _mean(statistics.median(one.value for one in numbers), numbers)
        elif level.number:
            number = level.number if level.number.unit else replace(level.number, unit=unit)
        else:
            return None
        style = self.language.numbers
        shown = replace(level, number=number, shown=style.show(number), number_format=style.format(number))
        name = {"average": labels.average, "median": labels.median.capitalize()}.get(level.statistic, labels.target)
        return replace(one, line=shown, text=_named(name, one.text))

    def _difference(self, first: Number, last: Number) -> Number:
        return self._change(last.value - first.value, [first, last])

    def _change(self, value: Decimal, numbers: Sequence[Number], least: int = 0) -> Number:
        """A change of such numbers with so many decimals at least; shares differ by points."""
        decimals = max(least, *(one.decimals for one in numbers))
        return Number(rounded(value, decimals), decimals, self._changed_unit(numbers), format="signed")

    def _changed_unit(self, numbers: Sequence[Number]) -> str:
        unit = _unit(numbers)
        is_share = unit in self.language.numbers.per_cent or (not unit and self.says_percent)
        return POINTS if is_share else unit

    def _growth(self, one: Annotation, numbers: Sequence[Number]) -> Text:
        """Of counts in per cent of each year's number, of shares in points."""
        first, last = numbers
        years = self.data.years(one.growth_per_year) if one.growth_per_year else 1
        if self._changed_unit(numbers) == POINTS:
            number = self._change((last.value - first.value) / years, numbers, _GROWTH_DECIMALS)
        else:
            with localcontext(prec=_DIGITS):
                growth = ((last.value / first.value) ** (1 / Decimal(years)) - 1) * 100
                number = Number(rounded(growth, _GROWTH_DECIMALS), _GROWTH_DECIMALS, "%", format="signed")
        before, _, after = self.language.labels.growth_per_year.partition(_GROWTH)
        around = (*((Run(before),) if before else ()), self._run(number), *((Run(after),) if after else ()))
        return _before(one.text, around)

    def _sum(self, numbers: Sequence[Number]) -> Number:
        decimals = max(one.decimals for one in numbers)
        return Number(sum((one.value for one in numbers), Decimal()), decimals, _unit(numbers))

    def _run(self, number: Number) -> Run:
        return Run(self.language.show(number), number=number)


def _mean(value: Decimal, numbers: Sequence[Number]) -> Number:
    decimals = max(one.decimals for one in numbers)
    if not decimals and value != value.to_integral_value() and abs(value) < _FEW:
        decimals = 1
    return Number(rounded(value, decimals), decimals, _unit(numbers))


def _unit(numbers: Sequence[Number]) -> str:
    """What all of them are counted in; nothing where they differ."""
    units = {one.unit for one in numbers}
    return units.pop() if len(units) == 1 else ""


def _before(text: Text, runs: tuple[Run, ...]) -> Text:
    """What is said, behind its number."""
    first, *more = text.paragraphs or (Paragraph(()),)
    gap = (Run(" "),) if first.runs else ()
    return replace(text, paragraphs=(Paragraph((*runs, *gap, *first.runs)), *more))


def _behind(text: Text, runs: tuple[Run, ...]) -> Text:
    """What is said, before its number."""
    *before, last = text.paragraphs or (Paragraph(()),)
    gap = (Run(" "),) if last.runs else ()
    return replace(text, paragraphs=(*before, Paragraph((*last.runs, *gap, *runs))))


def _named(name: str, text: Text) -> Text:
    return text or replace(text, paragraphs=(Paragraph((Run(name),)),))


def left_out(written: ChartFields, planned: ChartFields) -> tuple[Annotation, ...]:
    """The annotations of content that the plan leaves out, since a value that they tell of is hidden."""
    kept = {one.span for one in planned.annotate}
    return tuple(one for one in written.annotate if one.span not in kept)
