"""Which chart shows what is compared, where the content names none.

In: the bound fields of a chart, and the language of their labels. Out: the fields with a chart type, and why.

What is compared picks the form: parts of one whole a ring, or parts of several wholes stacked bars; things lying
bars, longest first; points in time columns, or lines where they are many or of several series; classes of a number a
histogram; numbers of different units points between two axes, or bubbles. What the content asks of some chart types
only, such as rows that are totals, comes first. A form that would not be true is never picked: with values missing
or below zero there is no whole, and of answers of which everybody may give several none either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from deckgen.figures.share_groups import ALL
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import ChartOption
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import ChartChoice
from deckgen.model.row_labels import are_times, classes
from deckgen.model.text import Value

MOST_COLUMNS: Final = 6
"""Points in time that stand as columns; more are a course, which a line shows."""

MOST_PARTS, MOST_STACKED, MOST_CLUSTERED = 5, 8, 4
"""Parts of a ring and of stacked bars, and bars side by side."""

_BY_OPTION: Final[Mapping[ChartOption, ChartChoice]] = {
    "total": ChartChoice("waterfall", "component", "some of its rows are totals of the steps before them"),
    "apart": ChartChoice("likert", "frequency", "one of its answers stands off the scale of the others"),
    "baseline": ChartChoice("line", "time", "its axis need not begin at zero"),
}


def with_chart(fields: Any, figures: dict[str, Figure], language: Language) -> tuple[Any, ChartChoice | None]:
    """The fields with a chart type, and the choice; as they are where they name one, or are of no chart."""
    if not isinstance(fields, ChartFields) or fields.chart:
        return fields, None
    choice = _chosen(fields, figures, language)
    return replace(fields, chart=choice.type, ordered=fields.ordered or choice.keeps_order), choice


def _chosen(fields: ChartFields, figures: dict[str, Figure], language: Language) -> ChartChoice:
    asked = {option for option, _ in fields.asked()}
    for option, choice in _BY_OPTION.items():
        if option in asked:
            return choice
    rows = _Rows(fields, figures, language)
    if "top" in asked:
        return rows.of_items("its small rows are added up")
    if "panels" in asked:
        return rows.of_panels()
    return rows.of_one() if len(fields.series) < 2 else rows.of_several()


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is compared: `labels` over values, a column of them for each series, or in panels for each of these."""

    fields: ChartFields
    figures: dict[str, Figure]
    language: Language

    def of_one(self) -> ChartChoice:
        """Of one series: a row is a point in time, a class, a part or a thing."""
        labels = self.fields.along
        if are_times(labels, self.language):
            return _over_time(len(labels))
        if in_classes := self._in_classes(labels):
            return in_classes
        if not self.fields.ordered and len(labels) <= MOST_PARTS and self._is_whole([row[0] for row in self._values]):
            return ChartChoice("doughnut", "component", "its rows are the few parts of one whole")
        return self.of_items("its rows are things that are compared")

    def of_several(self) -> ChartChoice:
        """Of several series: numbers that go together, parts of each row, a course in time, or things."""
        series, times = len(self.fields.series), are_times(self.fields.along, self.language)
        if series in (2, 3) and self._have_units_of_their_own():
            form = "scatter" if series == 2 else "bubble"
            return ChartChoice(form, "correlation", "its series are of different units, so that no axis is for both")
        if series <= MOST_STACKED and all(self._is_whole(row) for row in self._values):
            form = "stacked_column" if times else "stacked_bar"
            return ChartChoice(form, "component", "each of its rows is a whole of parts", keeps_order=times)
        if times and len(self.fields.data) == 2:
            return ChartChoice("slope", "time", "its rows are two points in time, and its series what moves")
        if times:
            return ChartChoice("line", "time", "its rows are points in time, and its series what moves")
        return self.of_items("its rows are things that are compared series by series")

    def of_panels(self) -> ChartChoice:
        """Of panels: what the marks in each of them are."""
        labels = self.fields.along
        if are_times(labels, self.language):
            return _over_time(len(labels))
        return self._in_classes(labels) or self.of_items("in each panel things are compared")

    def of_items(self, why: str) -> ChartChoice:
        alone = len(self.fields.series) < 2 or "panels" in {option for option, _ in self.fields.asked()}
        return ChartChoice("bar" if alone else "clustered_bar", "item", why)

    @property
    def _values(self) -> list[tuple[Value, ...]]:
        return [row.value for row in self.fields.data]

    def _in_classes(self, labels: Sequence[str]) -> ChartChoice | None:
        found = classes(labels, self.language)
        if found is None:
            return None
        known = all(value.amount is not None and value.amount >= 0 for row in self._values for value in row)
        if found.are_equal and known:
            return ChartChoice(
                "histogram", "frequency", "what is counted falls into classes of one width", keeps_order=True
            )
        why = "what is counted falls into classes, of several widths or with gaps"
        return ChartChoice("column", "frequency", why, keeps_order=True)

    def _is_whole(self, parts: Sequence[Value]) -> bool:
        """Whether these are shares that come to 100 as they are rounded, or counts of all that is counted."""
        amounts = [part.amount for part in parts]
        known = [amount for amount in amounts if amount is not None and amount >= 0]
        if len(known) < max(len(amounts), 2) or self._is_of_many_answers(parts):
            return False
        decimals = [part.number_format.decimals for part in parts if part.number_format]
        if len(decimals) < len(parts):
            return False
        whole = sum(known, Decimal())
        counted, per_cent = self.fields.counted.plain, self.language.numbers.per_cent
        if all(part.shown.endswith(tuple(per_cent)) for part in parts) or _says(per_cent, counted):
            slack = sum((Decimal(5).scaleb(-one - 1) for one in decimals), Decimal())
            return abs(whole - ALL) <= slack
        return len(self.fields.series) < 2 and whole in self.language.numbers.read(counted)

    def _is_of_many_answers(self, parts: Sequence[Value]) -> bool:
        """Whether one is tabulated of a question that takes several answers."""
        named = (self.figures.get(part.figure.name) for part in parts if part.figure)
        return any(figure.counted and not figure.counted.whole for figure in named if figure)

    def _have_units_of_their_own(self) -> bool:
        """Whether no two series print a unit that is the same, be it none."""
        columns = zip(*self._values, strict=False)
        units = [{value.number_format.after for value in column if value.number_format} for column in columns]
        together = set[str]().union(*units)
        return all(units) and len(together) == sum(map(len, units))


def _over_time(points: int) -> ChartChoice:
    if points > MOST_COLUMNS:
        return ChartChoice("line", "time", "many points in time make a course")
    return ChartChoice("column", "time", "a few points in time are compared", keeps_order=True)


def _says(units: Collection[str], counted: str) -> bool:
    return any(unit.casefold() in counted.casefold() for unit in units)
