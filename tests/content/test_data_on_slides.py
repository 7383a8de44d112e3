"""What data and programs write comes to a slide as it is, and what could not be read is told once."""

from __future__ import annotations

import re
from pathlib import Path

import planted
import pytest

from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.registry import registry

DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    named: false
    columns:
      q: {type: single, options: {1: "Ja, **helt** [enig](x)", 2: "Nej ** $[2"}}
tabulations:
  t: {data: s, question: q, statistic: share}
"""
TABLE = """\
  - id: survey.presence
    kind: table
    title: De fleste svarer ja
    columns: [Svar, Andel]
    table: t
    minutes: 5
"""
CHART = """\
  - id: survey.presence
    kind: chart
    title: De fleste svarer ja
    chart: bar
    counted: Andel, n = 4
    table: t
    minutes: 5
"""


def said(folder: Path, **changed: str) -> list[tuple[str, str]]:
    """Code and file of every error in the content."""
    found = Diagnostics()
    planted.written(folder, changed)
    load(folder, registry(), found)
    return [(one.code, Path(one.span.file).name) for one in found if one.severity == "error"]


def shown(folder: Path, **changed: str) -> str:
    """The text of the deck's slides."""
    parts = planted.subject(folder, **changed).parts
    slides = (data.decode() for name, data in parts.items() if name.startswith("ppt/slides/slide"))
    return re.sub("<[^>]+>", "", "\n".join(slides))


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text("n;q\na;1\nb;1\nc;1\nd;2\n", encoding="utf-8")
    return tmp_path


def test_marks_in_the_labels_of_data_are_letters(survey: Path) -> None:
    text = shown(survey, presence=TABLE, data=DATA)
    assert "Ja, **helt** [enig](x)" in text and "Nej ** $[2" in text


def test_marks_in_the_names_of_series_are_letters(survey: Path) -> None:
    (survey / "s.csv").write_text("g;q\na;1\nb;1\na;2\nb;2\n", encoding="utf-8")
    columns = "      g: {type: single, options: {a: A, b: B}}\ntabulations:"
    data = DATA.replace("tabulations:", columns).replace("statistic: share", "statistic: count, by: g")
    assert said(survey, presence=CHART.replace("bar", "stacked_bar"), data=data) == []


@pytest.mark.parametrize("slide", [TABLE, CHART])
def test_a_data_file_that_is_missing_is_one_error(tmp_path: Path, slide: str) -> None:
    figures = planted.FIGURES + "yes: {from: t/1, label: Ja, source: survey, unit: '%'}\n"
    members = planted.MEMBERS.replace("${members} medlemmer", "${yes}")
    invariants = "- {that: yes <= asked, because: det er sådan}\n"
    changed = {"presence": slide, "members": members, "figures": figures, "invariants": invariants}
    assert said(tmp_path, data=DATA, **changed) == [("data-unreadable", "data.yaml")]


def test_a_tabulation_that_is_not_there_is_one_error(survey: Path) -> None:
    assert said(survey, presence=TABLE.replace("table: t", "table: u"), data=DATA) == [
        ("unknown-tabulation", "slides.yaml")
    ]


def test_datasets_that_cannot_be_read_leave_no_tabulation_unknown(survey: Path) -> None:
    wrong = DATA.replace("datasets:", "dataset:")
    assert said(survey, presence=TABLE, data=wrong) == [("unknown-key", "data.yaml")]


@pytest.mark.parametrize("word", ["null", "~", "nan", "NaN", "None", "<NA>"])
def test_what_a_program_writes_for_nothing_is_no_word(tmp_path: Path, word: str) -> None:
    items = f"items:\n      - {word}\n      - Nogle"
    bullets = planted.MEMBERS.replace("items:\n      - De fleste er små virksomheder\n      - Nogle", items)
    assert bullets != planted.MEMBERS
    assert said(tmp_path, members=bullets) == [("null-word", "slides.yaml")]
    assert said(tmp_path, members=bullets.replace(word, f'"{word}"')) == []


def test_two_rows_of_a_chart_with_one_label_are_refused_at_the_second(tmp_path: Path) -> None:
    twice = planted.PRESENCE.replace("label: Er til stede", "label: Ønsker dialog")
    assert said(tmp_path, presence=twice) == [("label-twice", "slides.yaml")]


@pytest.mark.parametrize("unit", ["", ", unit: procent", ", unit: '%'"])
@pytest.mark.parametrize("value", ["from: t/1", "formula: 'share(answered, asked)'"])
def test_a_share_is_printed_as_one_whatever_it_is_made_of(survey: Path, value: str, unit: str) -> None:
    figures = planted.FIGURES + f"part: {{{value}, label: Andel, source: survey, decimals: 0{unit}}}\n"
    members = planted.MEMBERS.replace("${members} medlemmer i regionen", "vokset ${part} over tid")
    text = shown(survey, members=members, figures=figures, data=DATA)
    number, sign = "75" if "from" in value else "92", "procent" if "procent" in unit else "%"
    assert f"{number}\u00a0{sign} over tid" in text


def test_a_text_may_name_a_cell_of_any_tabulation(survey: Path) -> None:
    rows = TABLE.replace("    table: t\n", "    rows:\n      - cells: [x, y]\n")
    slide = rows.replace("De fleste svarer ja", "I alt svarer ${table.t.1} ja")
    assert "75" in shown(survey, presence=slide, data=DATA)
    assert said(survey, presence=slide.replace("t.1", "t.7"), data=DATA) == [("unknown-figure", "slides.yaml")]


def test_the_row_that_is_the_finding_is_named_beside_the_table(survey: Path) -> None:
    found = planted.subject(survey, presence=CHART + "    emphasis: 2\n", data=DATA)
    (chart,) = (written.fields for _, written in found.slides if written.id == "survey.presence")
    assert [row.emphasis for row in chart.data] == [False, True]
    both = planted.subject(survey, presence=CHART + "    emphasis: [1, 2]\n", data=DATA)
    (chart,) = (written.fields for _, written in both.slides if written.id == "survey.presence")
    assert [row.emphasis for row in chart.data] == [True, True]
    wrong = CHART + "    emphasis: 3\n"
    assert said(survey, presence=wrong, data=DATA) == [("unknown-row", "slides.yaml")]
    with pytest.raises(AssertionError, match="did you mean `Nej"):
        planted.subject(survey, presence=CHART + "    emphasis: 'NEJ ** $[2'\n", data=DATA)
