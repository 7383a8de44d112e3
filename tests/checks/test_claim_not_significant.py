"""What is said of two numbers is held against whether they differ by more than chance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import planted
import pytest
from planted import found_in, subject

from deckgen.locale import language

CODE = "claim-not-significant"
DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    columns:
      g: {type: single, options: {a: A, b: B, c: C}}
      q: {type: single, options: {1: Ja, 2: Nej}}
tabulations:
  t: {data: s, question: q, statistic: share, by: g, compare: {}}
"""


def written(folder: Path, text: str, data: str = DATA) -> list[str]:
    """What the rule says of a text over three groups: 60, 55 and 20 per cent."""
    rows = [
        (g, q) for g, yes, n in (("a", 30, 50), ("b", 27, 50), ("c", 10, 50)) for q in "1" * yes + "2" * (n - yes)
    ]
    (folder / "s.csv").write_text("g;q\n" + "".join(f"{g};{q}\n" for g, q in rows), encoding="utf-8")
    members = planted.MEMBERS.replace("De fleste er små virksomheder", text)
    return [one.message for one in found_in(subject(folder, members=members, data=data)) if one.code == CODE]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Flere a (${table.t.a-1}) end b (${table.t.b-1}) siger ja", True),
        ("Andelen steg fra ${table.t.b-1} til ${table.t.a-1}", True),
        ("Flere a (${table.t.a-1}) end c (${table.t.c-1}) siger ja", False),
        ("Det er ${table.t.a-1} af a og ${table.t.b-1} af b", False),
        ("Flere a (${table.t.a-1}) end b kan sige ja, ${table.t.b-1}", False),
        ("Flere siger ja (${table.t.a-1}) end nej (${table.t.a-2})", False),
        ("Flere end ventet, ${table.t.a-1}, siger ja", False),
    ],
)
def test_two_groups_that_chance_may_have_set_apart_are_not_set_apart_in_words(
    tmp_path: Path, text: str, told: bool
) -> None:
    found = written(tmp_path, text)
    assert len(found) == told
    assert not told or "`table.t.a-1` and `table.t.b-1`" in found[0] or "`table.t.b-1` and `table.t.a-1`" in found[0]


def test_what_is_of_too_few_to_be_compared_bears_no_claim(tmp_path: Path) -> None:
    text = "Flere a (${table.t.a-1}) end c (${table.t.c-1}) siger ja"
    (said,) = written(tmp_path, text, DATA.replace("compare: {}", "compare: {least: 60}"))
    assert "fewer than 60 respondents" in said


def test_groups_that_nobody_compares_are_left_alone(tmp_path: Path) -> None:
    text = "Flere a (${table.t.a-1}) end b (${table.t.b-1}) siger ja"
    assert written(tmp_path, text, DATA.replace(", compare: {}", "")) == []


def test_english_is_read_too(tmp_path: Path) -> None:
    rows = "".join(f"{g};{q}\n" for g, yes in (("a", 30), ("b", 27), ("c", 10)) for q in "1" * yes + "2" * (50 - yes))
    (tmp_path / "s.csv").write_text("g;q\n" + rows, encoding="utf-8")
    text = "More a (${table.t.a-1}) than b (${table.t.b-1}) say yes"
    members = planted.MEMBERS.replace("De fleste er små virksomheder", text)
    english = language("en")
    assert english is not None
    found = found_in(replace(subject(tmp_path, members=members, data=DATA), language=english))
    assert CODE in {one.code for one in found}
