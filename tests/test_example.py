"""The invented engagement of examples/, in both of its languages: every rule asked, and read back from the files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation

import deckgen
from conftest import EXAMPLE, EXAMPLE_BRAND
from deckgen.checks.text.file_text import read_zip, readable
from deckgen.result import Result

DECKS = ("committee", "assembly")
INVENTED = {"da": "opdigtet", "en": "invented"}
KEPT = ("en mester fra hver havn", "skiltene", "svarprocent")
"""What the committee alone is shown."""
FILES = [f"{deck}{suffix}" for deck in DECKS for suffix in ("", ".en")]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both decks in both languages, as the user builds them: file name without its ending → file."""
    output = tmp_path_factory.mktemp("example")
    made = (deckgen.build(EXAMPLE, brand=EXAMPLE_BRAND, output=output, language=code) for code in INVENTED)
    return {file.stem: file for result in made for file in result.files}


@pytest.fixture(scope="module")
def checked() -> Result:
    return deckgen.check(EXAMPLE, brand=EXAMPLE_BRAND, strict=True)


def test_every_rule_is_content_in_both_languages_and_lists_what_was_disclosed(checked: Result) -> None:
    assert {(one.code, one.severity) for one in checked.diagnostics} == {("small-cell", "info")}
    assert all("disclose" in one.message for one in checked.diagnostics)
    assert set(checked.decks) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_open_xml_sdk_finds_nothing_wrong(
    name: str, files: dict[str, Path], validate: Callable[[Path], list[str]]
) -> None:
    assert validate(files[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_its_slides_say_that_it_is_invented(name: str, files: dict[str, Path]) -> None:
    """The agenda says so at once, and the source line of each slide with a chart or a table again."""
    word = INVENTED["en" if name.endswith(".en") else "da"]
    agenda, *rest = list(Presentation(str(files[name])).slides)[1:]
    told = [slide for slide in rest if any(shape.has_chart or shape.has_table for shape in slide.shapes)]
    assert len(told) >= 6
    for slide in (agenda, *told):
        said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert re.search(rf"{word}|{word[:-1]}de", said.casefold()), slide.name


@pytest.mark.parametrize("deck", DECKS)
def test_nothing_in_an_english_file_is_danish(deck: str, files: dict[str, Path]) -> None:
    said = read(files[f"{deck}.en"], pictures=False)
    assert re.findall(r"\w*[æøå]\w*", said.replace("mørksund", "")) == []
    assert all(word in said for word in ("crane", "apprentices", "who pays"))


def test_what_one_audience_has_alone_stays_out_of_the_file_of_the_other(files: dict[str, Path]) -> None:
    assert [words for words in KEPT if words not in read(files["committee"])] == []
    assert [words for words in KEPT if words in read(files["assembly"])] == []


def read(file: Path, *, pictures: bool = True) -> str:
    """All that can be read in a file, in small letters; the bytes of its pictures may look like words."""
    parts = readable(read_zip(file.read_bytes()))
    return "\n".join(text for name, text in parts if pictures or not name.endswith(".png")).casefold()


def test_charts_are_native_with_a_workbook_that_holds_what_is_shown(files: dict[str, Path]) -> None:
    decks = [Presentation(str(path)) for path in files.values()]
    charts = [shape.chart for deck in decks for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert charts
    for chart in charts:
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        plot = chart.plots[0]
        shown = [["", *(series.name for series in plot.series)]]
        shown += [[label, *(series.values[n] for series in plot.series)] for n, label in enumerate(plot.categories)]
        assert [row[1:] for row in rows] == [row[1:] for row in shown]
        assert [row[0] for row in rows[1:]] == [row[0] for row in shown[1:]]
