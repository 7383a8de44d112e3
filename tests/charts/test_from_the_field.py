"""What people ask of charts and other tools get wrong: each is drawn as it should be, or refused with what to do."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

import gallery
import rendered
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout.chart import FaceRuler
from deckgen.layout.metrics import face
from deckgen.model.chart_geometry import ChartMark, Room
from deckgen.model.frames import ChartItem
from deckgen.model.units import EMU_PER_POINT

HEAD = "id: a.chart\nkind: chart\ntitle: Et diagram siger noget bestemt\ncounted: Andel i procent, n = 40\n"


def built(folder: Path, body: str, more: dict[str, str] | None = None) -> tuple[ChartItem | None, list[Diagnostic]]:
    """The chart as it is set, in a deck that is written beside it, and what was said; None where it is refused."""
    diagnostics = Diagnostics()
    content = gallery.write(folder / "content", {"a.chart": HEAD + body})
    for name, text in (more or {}).items():
        (content / name).write_text(text, encoding="utf-8")
    loaded = pipeline.load(content, gallery.BRAND, diagnostics)
    if loaded is None or not loaded.whole:
        return None, list(diagnostics)
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    if diagnostics.has_errors:
        return None, list(diagnostics)
    (folder / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    (item,) = (item for frame in frames.frames for item in frame.items if isinstance(item, ChartItem))
    return item, list(diagnostics)


def marks(item: ChartItem | None) -> tuple[ChartMark, ...]:
    assert item and item.type.marks
    room = Room(item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, FaceRuler(face("Calibri")))
    return item.type.marks(item.plot, room)


def errors(said: list[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(one.code, one.message, one.hint or "") for one in said if one.severity == "error"]


def test_two_lines_that_lie_close_have_labels_on_both_sides_that_do_not_touch(tmp_path: Path) -> None:
    years = ((410, 402), (418, 412), (422, 421), (425, 428), (431, 437), (436, 449))
    rows = "".join(f"  - {{label: '{2018 + at}', value: {list(pair)}}}\n" for at, pair in enumerate(years))
    item, _ = built(tmp_path, f"chart: line\nseries: [Øst, Vest]\ndata:\n{rows}")
    labels = [mark.label for mark in marks(item) if mark.label]
    assert len(labels) == 12 and not any(one.touches(other) for one, other in combinations(labels, 2))


def test_parts_too_small_for_their_labels_have_none(tmp_path: Path) -> None:
    rows = "  - {label: Tillid, value: [71, 24, 3, 1, 1]}\n  - {label: Tempo, value: [88, 8, 2, 1, 1]}\n"
    item, _ = built(tmp_path, f"chart: stacked_bar\nseries: [A, B, C, D, E]\ndata:\n{rows}")
    found = marks(item)
    assert all(
        mark.box.left <= mark.label.left and mark.label.right <= mark.box.right for mark in found if mark.label
    )
    dropped = {mark.text for mark in found if mark.label is None}
    assert "1" in dropped and dropped <= {"1", "2"}


def test_a_line_below_zero_has_its_minus_and_the_years_under_all_of_it(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    rows = "".join(
        f"  - {{label: '{year}', value: {value}}}\n" for year, value in ((2020, 7), (2021, -11), (2022, 2))
    )
    item, _ = built(tmp_path, f"chart: line\ndata:\n{rows}")
    (low,) = (mark for mark in marks(item) if mark.text == "−11")
    assert item and low.label
    *_, page = rendered.pages(to_pdf(tmp_path / "deck.pptx"))
    tops = [glyph.middle[1] - item.box.y / EMU_PER_POINT for glyph in page if glyph.text == "2"]
    assert tops and max(tops) > low.label.bottom


def test_thousands_are_written_as_the_deck_writes_them_whatever_the_viewer(tmp_path: Path) -> None:
    built(tmp_path, "chart: bar\ndata:\n  - {label: Øst, value: 2310}\n  - {label: Vest, value: 45678}\n")
    with zipfile.ZipFile(tmp_path / "deck.pptx") as file:
        written = file.read("ppt/charts/chart1.xml").decode()
    codes = set(re.findall(r'<c:numFmt formatCode="([^"]+)"', written)) - {"General"}
    assert codes and not any("#,##0" in code.rpartition(";")[2] for code in codes)
    assert any("&quot;.&quot;000" in code for code in codes)


@pytest.mark.parametrize("said", ["null", "NaN", "None"])
def test_what_is_missing_is_said_by_a_dash_and_by_no_word_of_a_program(said: str, tmp_path: Path) -> None:
    rows = "  - {{label: '2020', value: 7}}\n  - {{label: '2021', value: {}}}\n  - {{label: '2022', value: 2}}\n"
    item, found = built(tmp_path / "word", f"chart: line\ndata:\n{rows.format(said)}")
    assert item is None and [(code, "write –" in hint) for code, _, hint in errors(found)] == [("not-a-number", True)]
    item, _ = built(tmp_path / "dash", f"chart: line\ndata:\n{rows.format('–')}")
    assert [mark.point for mark in marks(item)] == [0, 2]


def test_rows_of_one_name_are_refused_at_the_second_in_other_letters_too(tmp_path: Path) -> None:
    rows = "  - {label: Andet, value: 7}\n  - {label: Øst, value: 3}\n  - {label: 'andet ', value: 2}\n"
    _, found = built(tmp_path, f"chart: bar\ndata:\n{rows}")
    ((code, message, hint),) = errors(found)
    assert (code, message) == ("label-twice", "two rows are called `andet`") and "label of its own" in hint


@pytest.mark.parametrize(("count", "code"), [(20, "chart-label-too-long"), (21, "fields-disagree")])
def test_more_rows_than_have_room_are_refused_and_may_be_added_up(count: int, code: str, tmp_path: Path) -> None:
    rows = "".join(f"  - {{label: By {chr(97 + at)}, value: {90 - at}}}\n" for at in range(count))
    _, found = built(tmp_path / "all", f"chart: bar\ndata:\n{rows}")
    assert [(one, "`top: 8` and `rest: …`" in hint) for one, _, hint in errors(found)] == [(code, True)]
    item, _ = built(tmp_path / "top", f"chart: bar\ntop: 8\nrest: Andre\ndata:\n{rows}")
    assert item and len(item.plot.categories) == 9 and item.plot.categories[-1] == "Andre"


@pytest.mark.parametrize(
    ("chart", "series", "value", "said"),
    [
        ("column", "series: ['2022', '2023']\n", "[10, 20]", "a column chart wants one series; here are 2"),
        ("scatter", "", "10", "a scatter chart wants 2 series; here are 1"),
    ],
)
def test_a_form_that_wants_other_series_says_so_and_how_to_find_one(
    chart: str, series: str, value: str, said: str, tmp_path: Path
) -> None:
    rows = f"  - {{label: Øst, value: {value}}}\n  - {{label: Vest, value: {value}}}\n"
    _, found = built(tmp_path / "named", f"chart: {chart}\n{series}data:\n{rows}")
    ((code, message, hint),) = errors(found)
    assert code == "chart-data" and said in message and "without `chart`" in hint
    item, _ = built(tmp_path / "chosen", f"{series}data:\n{rows}")
    assert item and item.type.name == ("clustered_bar" if series else "bar")


def test_six_answers_are_one_bar_of_six_parts(tmp_path: Path) -> None:
    item, _ = built(
        tmp_path,
        "chart: stacked_bar\nseries: [Enig, Hverken, Uenig, Ved ikke, Andet, Ubesvaret]\n"
        "data:\n  - {label: Øst, value: [15, 25, 20, 20, 10, 10]}\n",
    )
    assert [mark.text for mark in marks(item) if mark.label] == ["15", "25", "20", "20", "10", "10"]


SURVEY = """\
datasets:
  s:
    file: s.csv
    source: survey
    columns:
      q: {{type: single, options: {{{options}}}}}
tabulations:
  t: {{data: s, question: q, statistic: count}}
"""


def survey(labels: list[str], answers: int) -> dict[str, str]:
    options = ", ".join(f'"{at}": {label}' for at, label in enumerate(labels))
    given = "".join(f"{at % len(labels)}\n" for at in range(answers))
    return {"data.yaml": SURVEY.format(options=options), "s.csv": f"q\n{given}"}


def test_a_question_of_many_answers_is_refused_with_what_a_table_can_do(tmp_path: Path) -> None:
    labels = [f"Svar {chr(97 + at)}" for at in range(20)]
    _, found = built(tmp_path / "all", "chart: bar\ntable: t\n", survey(labels, 200))
    assert [(code, "`top: 8`" in hint) for code, _, hint in errors(found)] == [("chart-label-too-long", True)]
    item, _ = built(tmp_path / "top", "chart: bar\ntop: 8\nrest: Andre\ntable: t\n", survey(labels, 200))
    assert item and len(item.plot.categories) == 9


def test_options_of_one_name_are_never_two_series(tmp_path: Path) -> None:
    _, found = built(tmp_path, "chart: stacked_bar\ntable: t\n", survey(["Andet", "Andet", "Ja", "Ja"], 40))
    assert {code for code, _, _ in errors(found)} == {"label-twice"}
