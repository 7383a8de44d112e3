"""A chart whose form does not go with what it compares is told, and one that does is not."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from planted import found_in

from deckgen.checks.rules.form_unfit import CODE

pytestmark = pytest.mark.usefixtures("rules_said")

SLIDE = """\
  - id: survey.presence
    kind: {kind}
    title: Det ses, hvad der måles
    chart: {chart}
    counted: Antal klynger
    {more}
    data:
{rows}
    minutes: 5
"""
YEARS, THINGS = ("2021", "2022", "2023"), ("Energi", "Byggeri", "Maritim")
LONG = ("Virksomheder med mange ansatte i alle de store byer i landet", *THINGS, "Lyd")


def told(folder: Path, chart: str, labels: tuple[str, ...], more: str = "", kind: str = "chart") -> list[str]:
    series = 2 if "series" in more else 1
    values = [[4, 9], [2, 7], [5, 9], [3, 3], [2, 2], [1, 1], [1, 1]]
    rows = "\n".join(f'      - {{label: "{label}", value: {values[at][:series]}}}' for at, label in enumerate(labels))
    slide = SLIDE.format(kind=kind, chart=chart, more=more or "footnotes: {}", rows=rows)
    if not more:
        slide = slide.replace("    footnotes: {}\n", "")
    made = planted.subject(folder, presence=slide)
    return [one.message for one in found_in(made) if one.code == CODE]


@pytest.mark.parametrize(
    ("chart", "labels", "more", "said"),
    [
        ("line", THINGS, "", "joins rows that are no points in time"),
        ("line", THINGS, "series: [Før, Efter]", "joins rows that are no points in time"),
        ("bar", (*YEARS[::-1],), "", "points in time stand by size"),
        ("histogram", ("18–29", "30–66", "67+"), "", "of several widths"),
        ("column", LONG, "", "takes three lines"),
    ],
)
def test_a_form_that_does_not_go_with_its_rows_is_told_once(
    chart: str, labels: tuple[str, ...], more: str, said: str, tmp_path: Path
) -> None:
    found = told(tmp_path, chart, labels, more)
    assert len(found) == 1 and said in found[0] and found[0].startswith("`survey.presence`")


@pytest.mark.parametrize(
    ("chart", "labels", "more"),
    [
        ("line", YEARS, ""),
        ("line", ("Januar", "Februar", "Marts"), ""),
        ("line", THINGS, "ordered: true"),
        ("line", ("Før", "Nu"), ""),
        ("line", ("Runde 1", "Runde 2", "Runde 3"), ""),
        ("line", ("0–9", "10–19", "20–29"), ""),
        ("slope", ("Før", "Nu"), "series: [Nord, Syd]"),
        ("bar", THINGS, ""),
        ("column", YEARS, "ordered: true"),
        ("column", YEARS, ""),
        ("clustered_column", YEARS, "series: [Før, Efter]"),
        ("histogram", ("0–9", "10–19", "20+"), ""),
        ("bar", LONG, ""),
        ("column", THINGS, ""),
    ],
)
def test_a_form_that_does_is_not(chart: str, labels: tuple[str, ...], more: str, tmp_path: Path) -> None:
    assert told(tmp_path, chart, labels, more) == []


def test_panels_are_read_along_their_marks(tmp_path: Path) -> None:
    series, kind = 'series: ["2021", "2022"]', "small_multiples"
    assert "points in time stand by size" in told(tmp_path, "column", THINGS, series, kind)[0]


MANY = """\
datasets:
  s:
    file: s.csv
    source: survey
    columns:
      q: {type: multiple, separator: ",", options: {1: Ja, 2: Nej, 3: Måske}}
tabulations:
  q: {data: s, question: q, statistic: count}
"""


@pytest.mark.parametrize(("chart", "alarmed"), [("doughnut", True), ("bar", False)])
def test_answers_of_which_everybody_may_give_several_are_no_parts(chart: str, alarmed: bool, tmp_path: Path) -> None:
    answers = "".join(f"{at};{'1,2' if at % 2 else '2,3'}\n" for at in range(40))
    (tmp_path / "s.csv").write_text(f"id;q\n{answers}", encoding="utf-8")
    slide = (
        "  - id: survey.presence\n    kind: chart\n    title: De fleste svarer nej\n"
        f"    chart: {chart}\n    counted: Antal klynger, n = 40\n    table: q\n    minutes: 5\n"
    )
    made = planted.subject(tmp_path, presence=slide, data=MANY)
    assert [one.code for one in found_in(made) if one.code == CODE] == ([CODE] if alarmed else [])
