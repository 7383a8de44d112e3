"""A survey that was asked again is told wave by wave, of the same question, each with its own base."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from deckgen.data import read_data
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Tabulation
from deckgen.nodes.reader import read_text

YES = "type: single, options: {ja: Ja, nej: Nej}"


def survey(yes: int, no: int) -> str:
    return "q;n;w\n" + "ja;4;2\n" * yes + "nej;7;1\n" * no


def told(
    folder: Path, table: str, second: str = YES, of: str = "{2023: first, 2024: second}"
) -> tuple[Tabulation | None, list[str]]:
    (folder / "a.csv").write_text(survey(40, 60))
    (folder / "b.csv").write_text(survey(90, 30))
    node = read_text(
        "datasets:\n"
        f"  first: {{file: a.csv, source: x, columns: {{q: {{{YES}}}, n: {{type: integer}}}}}}\n"
        f"  second: {{file: b.csv, source: x, columns: {{q: {{{second}}}, n: {{type: integer}}}}}}\n"
        f"waves:\n  years: {{label: År, source: x, of: {of}}}\n"
        f"tabulations:\n  t: {{data: years, {table}}}\n",
        "data.yaml",
        Diagnostics(),
    )
    assert node is not None
    found = Diagnostics()
    return read_data(node, folder, "da", found).tabulations.get("t"), [each.code for each in found]


def test_each_wave_is_a_group_with_its_own_base(tmp_path: Path) -> None:
    table, found = told(tmp_path, "question: q, statistic: share")
    assert not found and table is not None
    cells = {row.key: (f"{row.value}", row.count, row.base, row.group, row.by) for row in table.rows}
    assert cells == {
        "2023/ja": ("40", 40, 100, "2023", "År"),
        "2023/nej": ("60", 60, 100, "2023", "År"),
        "2024/ja": ("75", 90, 120, "2024", "År"),
        "2024/nej": ("25", 30, 120, "2024", "År"),
    }
    assert (table.by, table.base, table.source) == (("År",), 220, "x")
    assert {row.group: row.file for row in table.rows} == {"2023": "a.csv", "2024": "b.csv"}


def test_a_wave_is_above_another_by_more_than_chance(tmp_path: Path) -> None:
    table, _ = told(tmp_path, "question: q, statistic: share, compare: {}")
    assert table is not None and table.compared is not None
    assert {row.key: (row.letter, row.marks) for row in table.rows} == {
        "2023/ja": ("A", ()),
        "2023/nej": ("A", ("B",)),
        "2024/ja": ("B", ("A",)),
        "2024/nej": ("B", ()),
    }
    few, _ = told(tmp_path, "question: q, statistic: share, compare: {least: 110}")
    assert few is not None and few.compared is not None and few.compared.untested
    assert {row.marks for row in few.rows} == {()}


def test_the_groups_of_each_wave_stand_beside_each_other_with_bases_of_their_own(tmp_path: Path) -> None:
    table, found = told(tmp_path, "question: n, statistic: mean, by: q, total: Alle, compare: {least: 35}")
    assert not found and table is not None
    assert [(row.key, row.group, row.heading, row.value, row.base, row.within) for row in table.rows] == [
        ("2023/Alle", "2023", "Alle", Decimal("5.8"), 100, ()),
        ("2023/ja", "2023", "Ja", 4, 40, (("q", ("Ja",)),)),
        ("2023/nej", "2023", "Nej", 7, 60, (("q", ("Nej",)),)),
        ("2024/Alle", "2024", "Alle", Decimal("4.75"), 120, ()),
        ("2024/ja", "2024", "Ja", 4, 90, (("q", ("Ja",)),)),
        ("2024/nej", "2024", "Nej", 7, 30, (("q", ("Nej",)),)),
    ]
    marks = {row.key: (row.letter, row.marks) for row in table.rows}
    assert marks["2023/Alle"] == ("A", ("B",)), "all of a wave are compared with all of another"
    assert marks["2023/nej"] == ("A", ()) and marks["2024/nej"] == ("", ()), "and no group with a small one"


def test_several_answers_of_groups_say_both(tmp_path: Path) -> None:
    table, _ = told(tmp_path, "question: q, statistic: share, by: q")
    assert table is not None
    assert [row.heading for row in table.rows[:4]] == ["Ja: Ja", "Ja: Nej", "Nej: Ja", "Nej: Nej"]
    assert [row.answer for row in table.rows[:4]] == ["Ja", "Nej", "Ja", "Nej"]


def test_means_of_waves_are_weighed_and_compared(tmp_path: Path) -> None:
    table, found = told(tmp_path, "question: n, statistic: mean, weight: w, compare: {}")
    assert not found and table is not None
    assert [(row.key, row.value, row.marks) for row in table.rows] == [
        ("2023", Decimal(740) / 140, ("B",)),
        ("2024", Decimal(930) / 210, ()),
    ]


@pytest.mark.parametrize(
    ("table", "second", "of", "faults"),
    [
        ("question: q, statistic: share", "type: single, options: {ja: Ja, nej: Niks}", "", ["waves-disagree"]),
        ("question: q, statistic: share", "type: text", "", ["waves-disagree"]),
        ("question: n, statistic: mean, where: {q: [ja]}", "type: text", "", ["waves-disagree"]),
        ("question: x, statistic: share", YES, "", ["unknown-question"]),
        (
            "question: n, statistic: mean, by: [q]",
            "type: single, options: {ja: Ja, nej: Niks}",
            "",
            ["waves-disagree"],
        ),
        ("question: n, statistic: mean, by: [n]", YES, "", ["group-impossible"]),
        ("question: n, statistic: sum, compare: {}", YES, "", ["compare-unfit"]),
        ("question: n, with: [n], statistic: pearson", YES, "", ["statistic-impossible"]),
        ("question: q, statistic: share, compare: {with: total}", YES, "", ["compare-unfit"]),
        ("question: q, statistic: share", YES, "{2023: first}", ["waves-unfit"]),
        ("question: q, statistic: share", YES, "{2023: first, 2024: first}", ["waves-unfit"]),
        ("question: q, statistic: share", YES, "{2023: first, 2024: third}", ["unknown-dataset"]),
    ],
)
def test_waves_that_are_none_are_told_of(tmp_path: Path, table: str, second: str, of: str, faults: list[str]) -> None:
    of = of or "{2023: first, 2024: second}"
    assert told(tmp_path, table, second, of)[1] == faults
