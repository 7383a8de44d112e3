"""Every form of chart at its extremes: one row, few, as many as it takes, below zero, missing, large, annotated.

In: nothing. Out: rows of numbers for each form and case, and the same as slides in YAML, or why a form refuses them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chart_data import data
from deckgen.model.chart_data import ChartData
from deckgen.registry import registry

CHARTS: Final = registry().charts
Row = tuple[float | None, ...]

FIVE: Final = {"box": (4, 22, 41, 68, 110), "bullet": (71, 80, 40, 75, 100)}
SHARES: Final = {"likert"}
"""Forms of which the numbers of a row stand in an order of their own, or come to 100."""
SERIES: Final = {"scatter": 2, "bubble": 3, "butterfly": 2, "dumbbell": 2, "combination": 3} | dict.fromkeys(FIVE, 5)
PARTS: Final = (
    *("stacked_bar", "stacked_column", "percent_bar", "percent_column", "likert", "area", "mekko", "slope"),
)
WIDTH: Final = SERIES | dict.fromkeys((*PARTS, "clustered_bar", "clustered_column"), 3)
"""How many series a form is shown with; one, where it is not said."""
FEW: Final = {"slope": 2, "doughnut": 3}
MOST: Final = {"slope": 2, "doughnut": 5, "mekko": 8, "clustered_column": 6, "box": 10}
"""Rows; elsewhere four, and ten."""
LARGE: Final = 1_234_567
LEVEL: Final = 40


def row(name: str, seed: int, scale: float = 1) -> Row:
    base = tuple(12 + (seed * 17 + at * 31) % 60 for at in range(WIDTH.get(name, 1)))
    if name in FIVE:
        base = tuple(one + 11 * seed % 37 for one in FIVE[name])
    elif name in SHARES:
        base = (12 + 7 * seed % 25, 40 - 9 * seed % 23, 48 - 7 * seed % 25 + 9 * seed % 23)
    return tuple(value * scale for value in base)


def rows(name: str, count: int, scale: float = 1) -> list[Row]:
    return [row(name, seed, scale) for seed in range(count)]


def few(name: str) -> list[Row]:
    return rows(name, FEW.get(name, 4))


def below(name: str) -> list[Row]:
    """A few rows, of which the first is below zero."""
    first, *others = few(name)
    turned = tuple(-(one or 0) for one in first)
    return [tuple(reversed(turned)) if name == "box" else turned, *others]


def missing(name: str) -> list[Row]:
    """A few rows, of which the second has no first number."""
    first, second, *others = few(name)
    return [first, (None, *second[1:]), *others]


def drawn(name: str, made: Sequence[Row]) -> ChartData:
    """Rows as the form is given them."""
    plain = data(*made, sort=name == "pareto")
    return replace(plain, findings=(0,)) if name == "slope" else plain


@dataclass(frozen=True)
class Case:
    """A form at an extreme: its slide in YAML, or the sentence with which it is refused."""

    form: str
    name: str
    yaml: str = ""
    refused: str = ""

    @property
    def slide(self) -> str:
        return f"extreme.{self.form.replace('_', '-')}-{self.name.split()[0].lower()}"


def cases(name: str) -> tuple[Case, ...]:
    """All extremes of a form, in order."""
    numbers: Mapping[str, list[Row]] = {
        "one row": rows(name, 1),
        "few rows": few(name),
        "most rows": rows(name, MOST.get(name, 10)),
        "below zero": below(name),
        "missing": missing(name),
        "large numbers": rows(name, FEW.get(name, 4), LARGE),
    }
    plain = tuple(_case(name, case, made) for case, made in numbers.items())
    return (*plain, _case(name, "annotated", few(name), _annotations(name)))


def _case(name: str, case: str, made: list[Row], annotations: Sequence[str] = ()) -> Case:
    try:
        CHARTS[name].plot(drawn(name, made))
    except ValueError as said:
        return Case(name, case, refused=str(said))
    found = Case(name, case)
    return replace(found, yaml=_slide(found, made, annotations))


def _slide(case: Case, made: Sequence[Row], annotations: Sequence[str]) -> str:
    width = len(made[0])
    names = [f"Serie {at}" for at in range(width)]
    if case.form == "slope":
        names[0] = "{text: Serie 0, emphasis: true}"
    series = [f"series: [{', '.join(names)}]"] if width > 1 else []
    values = (", ".join("–" if one is None else f"{one:.0f}" for one in each) for each in made)
    lines = [f"  - {{label: Række {at}, value: [{each}]}}" for at, each in enumerate(values)]
    order = [] if case.form == "pareto" else ["ordered: true"]
    said = ["annotate:", *(f"  - {{{one}}}" for one in annotations)] if annotations else []
    head = [f"id: {case.slide}", "kind: chart", f"title: {case.form}, {case.name}", f"chart: {case.form}"]
    return "\n".join((*head, "counted: Antal", *order, *series, "data:", *lines, *said, ""))


def _annotations(name: str) -> list[str]:
    """What a form can carry together: a line, a difference or a bracket, a remark, totals."""
    takes, alone = CHARTS[name].takes, WIDTH.get(name, 1) == 1 or CHARTS[name].whole_rows
    series = "" if alone else ", series: Serie 1"
    found = []
    if "line" in takes:
        found.append(f"line: {LEVEL}")
    if "difference" in takes:
        found.append(f"difference: {{from: Række 0, to: Række 1}}{series}")
    if "bracket" in takes:
        found.append("bracket: [Række 0, Række 1], text: Begge to")
    if "callout" in takes:
        found.append(f"callout: Række 1, text: Her er noget at sige{series}")
    if "totals" in takes:
        found.append("totals: true")
    return found
