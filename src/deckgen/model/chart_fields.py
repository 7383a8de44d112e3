"""The fields that every kind with a chart shares. In: typed YAML. Out: ChartData and an alt text."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import ChartBlock
from deckgen.model.chart import Category, ChartData
from deckgen.model.kind import described
from deckgen.model.text import Text, Value


@dataclass(frozen=True)
class ChartRow:
    label: str = described("What the value belongs to.")
    value: tuple[Value, ...] = described("The value; a list of one per series where there are several.", minimum=1)
    emphasis: bool = described("True on the finding.", default=False)


@dataclass(frozen=True)
class ChartFields:
    chart: str = described("The chart type: a file in charts/.")
    counted: Text = described("What is counted, the unit and the base: 'Antal klynger, n = 12'.")
    data: tuple[ChartRow, ...] = described("The rows of the chart.", minimum=1, maximum=15)
    series: tuple[str, ...] = described("A name for each value of a row, where there are several.", default=())
    ordered: bool = described("True where the order of the rows means something and is kept.", default=False)

    def block(self, title: Text) -> ChartBlock:
        """The chart for the slot `chart`, with an alt text that says title, what is counted and every value."""
        said = "; ".join(f"{row.label}: {self._values(row)}" for row in self.data)
        alt = f"{title.plain}. {self.counted.plain}. {said}"
        return ChartBlock(self.chart, self._data(), alt, "chart", "chart", self.counted)

    def _values(self, row: ChartRow) -> str:
        shown = [value.shown for value in row.value]
        named = zip(self.series, shown, strict=False)
        return ", ".join(f"{name} {value}" for name, value in named) if len(self.series) > 1 else ", ".join(shown)

    def _data(self) -> ChartData:
        rows = tuple(
            Category(
                row.label,
                tuple(value.number for value in row.value),
                tuple(value.shown for value in row.value),
                row.emphasis,
            )
            for row in self.data
        )
        return ChartData(rows, self.series or (self.counted.plain,), not self.ordered)
