"""Columns and a line over time: how one thing moves, and how another goes with it.

In: rows in time order and two to five series, of which the last is the line and one may be the finding. Out: columns,
the line over them, and a legend above. Series that differ in their unit, which their figures have or `unit` says, are
told so in the legend; the line then has a scale of its own and goes over the columns. Otherwise both are measured
alike.

Rows whose labels are dates stand as far apart as they are. A label that finds no place clear of the line, of the
others and of the edges of columns is left out.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot, Series
from deckgen.model.chart_bars import MOST_ABREAST, time_axis
from deckgen.model.chart_data import ChartData, labels
from deckgen.model.chart_tones import tones
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows, room_below
from deckgen.model.columns_and_line import ColumnsAndLine, over_columns
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "change over time"
TAKES: Final[frozenset[ChartOption]] = IN_TIME | {"unit"}

EXAMPLE = """\
title: Omsætningen stiger, og eksporten fylder mere
chart: combination
counted: En opdigtet virksomhed
series:
  - {text: Omsætning, unit: mio. kr.}
  - {text: Eksportandel, unit: "%", emphasis: true}
data:
  - {label: "2019", value: [42, 18]}
  - {label: "2020", value: [39, 21]}
  - {label: "2021", value: [47, 26]}
  - {label: "2022", value: [55, 29]}
  - {label: "2023", value: [61, 37]}
annotate:
  - {callout: "2021", series: Eksportandel, text: Nyt kontor i Hamborg}
"""

LEAST = 2
"""Series."""


def _measured(plot: Plot, label: float) -> Plot:
    return over_columns(plot, len(plot.series) - 1, label)


FORM: Final = ColumnsAndLine(line=-1, measured=_measured)
label_room = room_below
write, settle, marks, draw = FORM.write, FORM.settle, FORM.marks, FORM.draw


def plot(data: ChartData) -> Plot:
    """The last series is the line."""
    data = data.several("a combination chart", LEAST, MOST_ABREAST + 1).in_time()
    last = len(data.series) - 1
    values = [row.values[last] for row in data.categories]
    if not any(value is not None and value.is_finite() for value in values):
        raise ValueError(
            f"the line of a combination chart is its last series, and `{data.series[last]}` has no value"
        )
    by_itself = _is_by_itself(data)
    columns = data.side_by_side(data.categories)[:last]
    named = _named(data, by_itself)
    series = (*_quiet(data, columns), _line(data))
    return Plot(
        tuple(row.label for row in data.categories),
        tuple(replace(one, name=name, called=one.name) for one, name in zip(series, named, strict=True)),
        Legend("top", named, has_lines=True),
        own_scale=(0.0, 1.0) if by_itself else None,
        dates=time_axis(data, last),
    )


def _is_by_itself(data: ChartData) -> bool:
    """Whether the line has another unit than the columns, which have one; else ValueError."""
    *units, own = data.units or ("",) * len(data.series)
    if len(set(units)) > 1:
        one, other = sorted(set(units))[:2]
        raise ValueError(f"columns are measured alike, and here are both `{one}` and `{other}`: show one as the line")
    return own != units[0]


def _named(data: ChartData, by_itself: bool) -> tuple[str, ...]:
    """The names of the series, with their units where these differ, and that the line has a scale of its own."""
    if not by_itself:
        return data.series
    *columns, line = (f"{name}, {unit}" if unit else name for name, unit in zip(data.series, data.units, strict=True))
    return (*columns, data.words.own_scale.format(series=line) if data.words else line)


def _quiet(data: ChartData, columns: tuple[Series, ...]) -> tuple[Series, ...]:
    """Columns light enough for a line over them; what is emphasised of them is in the accent."""
    count, found = len(columns), [at for at in data.findings if at < len(columns)]
    fills = [one.fill for one in tones(count + (not found), found or [count])]
    emphasised: tuple[Color, ...] = tuple("accent" if row.emphasis else fills[0] for row in data.categories)
    marked = count == 1 and any(row.emphasis for row in data.categories)
    return tuple(
        replace(one, color=fill, point_colors=emphasised if marked else ())
        for one, fill in zip(columns, fills, strict=False)
    )


def _line(data: ChartData) -> Series:
    last = len(data.series) - 1
    others = any(at < last for at in data.findings) or any(row.emphasis for row in data.categories)
    color: Color = "primary" if others else "accent"
    values = tuple(row.values[last] for row in data.categories)
    return Series(data.series[last], values, color, label_color=color, labels=labels(data.categories, last))
