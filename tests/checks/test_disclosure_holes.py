"""What one table less another leaves of few respondents is told, however each was counted, and in whichever decks."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from planted import codes

COLUMNS = """\
    columns:
      q: {type: scale, label: Spørgsmålet, options: {1: Uenig, 2: Hverken, 3: Enig}}
      r: {type: scale, label: Et andet, options: {1: Uenig, 2: Hverken, 3: Enig}}
      g: {type: single, label: Sted, options: {n: Nord, s: Syd}}
      h: {type: single, label: Størrelse, options: {a: Små, b: Store}}
      m: {type: multiple, label: Deles, options: {k: Kran, t: Truck}}
      hours: {type: integer, label: Timer}
      why: {type: text, label: Hvorfor}
"""
DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    key: id
    weight: w
{columns}    batteries: {both: {label: Begge, questions: [q, r]}}
    code-books: {reasons: {question: why, codes: {cost: {label: Prisen, words: [dyr]}}, rest: Andet}}
  again:
    file: s.csv
    source: survey
{columns}  later:
    file: t.csv
    source: survey
{columns}waves:
  years: {label: År, source: survey, of: {2021: again, 2023: later}}
tabulations:
"""
NORTH, SOUTH = 24, 12


def line(at: int) -> str:
    """Six of the south are small firms, of whom two agree, share a crane and find it dear; of the large, three do."""
    south = at >= NORTH
    small = south and at < NORTH + 6
    agrees = at < NORTH + 2 or NORTH + 6 <= at < NORTH + 9 if south else at % 3 == 0
    answer, shared, said = (3, "k", "dyr") if agrees else (1 + at % 2, "t", "nej")
    cells = (at, answer, answer, "s" if south else "n", "a" if small else "b", shared, at % 5, said, 1 + at % 2)
    return ";".join(map(str, cells)) + "\n"


SURVEY = "id;q;r;g;h;m;hours;why;w\n" + "".join(map(line, range(NORTH + SOUTH)))
SLIDE = """\
  - id: {id}
    kind: table
    title: {title}
    table: {table}
    minutes: 3
"""
CROSS = ("by:", "both", "years")
"""What makes groups, which stand in rows of a table."""


def told(folder: Path, first: str, second: str, whose: tuple[str, str] = ("", "")) -> set[str]:
    """What is found where one slide shows the one table and another slide the other, for all or for those named."""
    (folder / "s.csv").write_text(SURVEY, encoding="utf-8")
    (folder / "t.csv").write_text(SURVEY, encoding="utf-8")
    tables = zip(("presence", "members"), ("a", "b"), (first, second), whose, strict=True)
    slides = {
        name: SLIDE.format(id=f"survey.{name}", title=f"Sådan svarer {table}", table=table)
        + ("" if any(one in said for one in CROSS) else "    columns: [Svar, Tal]\n")
        + (f"    for: {audience}\n" if audience else "")
        for name, table, said, audience in tables
    }
    subject = planted.subject(
        folder,
        data=f"{DATA.replace('{columns}', COLUMNS)}  a: {{{first}}}\n  b: {{{second}}}\n",
        project=planted.PROJECT + "check: {ignore: [unused-figure, bare-number, same-data, page-hollow]}\n",
        **slides,
    )
    assert subject.content.tabulations.keys() == {"a", "b"}
    return codes(subject) & {"small-cell"}


LESS = "where: {h: [b]}"
"""Large firms alone: of all that agree, two are left."""

HOLES = {
    "a filter": ("data: s, question: q, statistic: count", LESS),
    "weighed shares": ("data: s, question: q, statistic: share, weight: w", LESS),
    "weighed and not": ("data: s, question: q, statistic: share", f"{LESS}, weighted: false"),
    "a battery": ("data: s, question: both, statistic: share", LESS),
    "answers gathered": ("data: s, question: q, statistic: share, gather: {Enig: [top-1]}", LESS),
    "several answers": ("data: s, question: m, statistic: share", LESS),
    "open answers": ("data: s, question: reasons, statistic: share", LESS),
    "groups": ("data: s, question: q, statistic: share, by: [g]", LESS),
    "a banner": ("data: s, question: q, statistic: share, by: [g, r], total: Alle", LESS),
}


@pytest.mark.parametrize(("both", "less"), HOLES.values(), ids=HOLES.keys())
def test_two_tables_of_one_question_leave_no_few(tmp_path: Path, both: str, less: str) -> None:
    assert told(tmp_path, both, f"{both}, {less}") == {"small-cell"}


def test_a_mean_of_all_but_few_is_told(tmp_path: Path) -> None:
    whole = "data: s, question: hours, statistic: mean, weighted: false"
    assert told(tmp_path, whole, f"{whole}, where: {{q: [1, 2]}}") == set()
    assert told(tmp_path, f"{whole}, where: {{h: [a]}}", f"{whole}, where: {{h: [a], q: [1, 2]}}") == {"small-cell"}


def test_tables_that_leave_many_are_not_told(tmp_path: Path) -> None:
    both = "data: s, question: g, statistic: count, weighted: false"
    assert told(tmp_path, both, f"{both}, {LESS}") == set()


def test_one_file_that_is_two_datasets_is_one(tmp_path: Path) -> None:
    asked = "question: q, statistic: count, weighted: false"
    assert told(tmp_path, f"data: s, {asked}", f"data: again, {asked}, {LESS}") == {"small-cell"}


def test_a_wave_and_a_part_of_it_leave_no_few(tmp_path: Path) -> None:
    asked = "question: q, statistic: share"
    assert told(tmp_path, f"data: years, {asked}", f"data: again, {asked}, {LESS}") == {"small-cell"}
    assert told(tmp_path, f"data: later, {asked}", f"data: again, {asked}, {LESS}") == set()


def test_two_decks_for_two_audiences_leave_no_few(tmp_path: Path) -> None:
    both = "data: s, question: q, statistic: count"
    assert told(tmp_path, both, f"{both}, {LESS}", ("board", "directorate")) == {"small-cell"}
