"""What only one audience may see is found wherever it stands in another's file, and nothing else is."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import planted
import pytest
import yaml
from planted import codes, found_in, subject

import gallery
from deckgen.checks.text.file_text import read_zip
from deckgen.checks.text.prose import slide_texts, texts
from deckgen.content import load
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.furniture import Furniture
from deckgen.model.sign import Sign
from deckgen.model.text import text
from deckgen.registry import registry
from provenances import tabulated

pytestmark = pytest.mark.usefixtures("rules_said")


def zip_of(comment: str = "", **parts: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = comment.encode()
        for name, body in parts.items():
            archive.writestr(name, body)
    return target.getvalue()


SECRET = "Fordelingen er fortrolig indtil videre."
SPLIT = "<a:p><a:r><a:t>Fordelingen er for</a:t></a:r><a:r><a:rPr b='1'/><a:t>trolig indtil videre.</a:t></a:r></a:p>"
PARTIES = "Kun direktionen kender fordelingen mellem de tre partier."
RICH = (
    "<si><r><t>Fordelingen er for</t></r><r><rPr><b/></rPr><t xml:space='preserve'>trolig indtil videre.</t></r></si>"
)
WORD = "<w:p><w:r><w:t>Fordelingen er </w:t></w:r><w:r><w:t>fortrolig indtil videre.</w:t></w:r></w:p>"
LEAKS: dict[str, dict[str, bytes]] = {
    "slide": {"ppt/slides/slide3.xml": SPLIT.encode()},
    "notes": {"ppt/notesSlides/notesSlide3.xml": f"<a:p><a:r><a:t>{SECRET}</a:t></a:r></a:p>".encode()},
    "alt text": {"ppt/slides/slide3.xml": f'<p:cNvPr id="4" name="x" descr="Se: {SECRET}"/>'.encode()},
    "properties": {"docProps/core.xml": f"<dc:subject>{SECRET}</dc:subject>".encode()},
    "comment": {"ppt/comments/comment1.xml": f"<p:text>{SECRET.upper()}</p:text>".encode()},
    "workbook text": {"ppt/embeddings/a.xlsx": zip_of(sheet=f"<is><t>{SECRET}</t></is>")},
    "workbook number": {"ppt/embeddings/a.xlsx": zip_of(sheet='<c r="B2"><v>4650</v></c>')},
    "shown number": {"ppt/slides/slide3.xml": b"<a:p><a:r><a:t>I alt 4.650 t.kr.</a:t></a:r></a:p>"},
    "slide id": {"customXml/item1.xml": b'<slide id="survey.budget" path="slides.yaml:40"/>'},
    "figure name": {"customXml/item1.xml": b'<figure name="plan.budget" shown="?"/>'},
    "UTF-16": {"ppt/tags/tag1.xml": f"<p:tag>{SECRET}</p:tag>".encode("utf-16")},
    "comment of the XML": {"ppt/slides/slide3.xml": f"<p:sld><!-- {SECRET} --></p:sld>".encode()},
    "CDATA": {"ppt/slides/slide3.xml": b"<a:t><![CDATA[Fordelingen er for]]>trolig indtil videre.</a:t>"},
    "name of a part": {f"ppt/media/{SECRET}": b"<x/>"},
    "comment of the zip": read_zip(zip_of(comment=SECRET)),
    "title of a picture": {"ppt/media/a.png": b"\x89PNG\r\n\0\0\0\0tEXtTitle\0" + SECRET.encode() + b"\0\1\2"},
    "soft hyphen": {"ppt/slides/slide3.xml": "<a:t>Fordelingen er for\u00adtrolig indtil videre.</a:t>".encode()},
    "letters in two parts": {"ppt/slides/slide3.xml": unicodedata.normalize("NFD", f"<a:t>{PARTIES}</a:t>").encode()},
    "rich text in a workbook": {"ppt/embeddings/a.xlsx": zip_of(sharedStrings=RICH)},
    "property of a workbook": {"ppt/embeddings/a.xlsx": zip_of(core=f"<dc:title>{SECRET}</dc:title>")},
    "document in a workbook": {"ppt/embeddings/a.xlsx": zip_of(inner=zip_of(document=WORD))},
    "custom property": {"docProps/custom.xml": f"<property><vt:lpwstr>{SECRET}</vt:lpwstr></property>".encode()},
    "custom XML": {"customXml/item2.xml": b'<deck><figure value="4650"/></deck>'},
    "section": {"ppt/presentation.xml": f'<p14:section name="{SECRET}"/>'.encode()},
    "hidden slide": {"ppt/slides/slide9.xml": f'<p:sld show="0"><a:t>{SECRET}</a:t></p:sld>'.encode()},
    "tag": {"ppt/tags/tag1.xml": f'<p:tag name="X" val="{SECRET}"/>'.encode()},
    "data row": {"customXml/item2.xml": b"<row>data/plan.csv:7</row>"},
    "entities": {"ppt/slides/slide3.xml": b"<a:t>Fordelingen er &#102;ortrolig indtil videre.</a:t>"},
}


@pytest.mark.parametrize("where", LEAKS)
def test_leak(where: str, tmp_path: Path) -> None:
    made = subject(tmp_path)
    budget = replace(made.others["directorate"].figures["plan.budget"], provenance=tabulated(7, file="data/plan.csv"))
    others = {**made.others["directorate"].figures, "plan.budget": budget}
    made = replace(
        made, contents={**made.contents, "directorate": replace(made.others["directorate"], figures=others)}
    )
    assert codes(replace(made, parts={**made.parts, **LEAKS[where]})) == {"leak"}


SHARED_CELL = '<sheetData><row><c r="A44" t="s"><v>43</v></c></row></sheetData>'
"""A cell that shows the forty-fourth of the shared strings, whatever that says."""

CHARTED = """\
  - id: survey.budget
    kind: chart
    for: directorate
    title: Fordelingen mellem de tre partier er skæv
    chart: bar
    counted: Antal sager, n = ${answered}
    data:
      - {label: Afslag, value: 43}
      - {label: Tilsagn, value: "${present}"}
    minutes: 2
"""


@pytest.mark.parametrize(
    ("part", "body", "wanted"),
    [
        ("ppt/slides/slide3.xml", b"<a:p><a:t>Afslag</a:t></a:p>", {"leak"}),
        ("ppt/charts/chart1.xml", b"<c:pt><c:v>43</c:v></c:pt>", {"leak"}),
        ("ppt/embeddings/a.xlsx", zip_of(**{"xl/worksheets/sheet1.xml": "<c><v>43</v></c>"}), {"leak"}),
        ("ppt/embeddings/a.xlsx", zip_of(**{"xl/sharedStrings.xml": "<sst><si><t>43</t></si></sst>"}), {"leak"}),
        ("ppt/embeddings/a.xlsx", zip_of(**{"xl/worksheets/sheet1.xml": SHARED_CELL}), set()),
        ("ppt/slides/slide3.xml", b"<a:p><a:t>Et afslag er ikke et svar</a:t></a:p>", set()),
        ("ppt/slides/slide3.xml", b"<a:p><a:t>Side 43</a:t></a:p>", set()),
        ("ppt/slideLayouts/slideLayout1.xml", b"<p:cSld name='Afslag'/>", set()),
        ("ppt/charts/chart1.xml", b"<c:pt><c:v>7</c:v></c:pt>", set()),
    ],
)
def test_short_texts_leak_as_a_line_and_small_numbers_as_a_cell(
    part: str, body: bytes, wanted: set[str], tmp_path: Path
) -> None:
    made = subject(tmp_path, budget=CHARTED, project=planted.PROJECT + "check: {ignore: [unused-figure]}\n")
    assert codes(replace(made, parts={**made.parts, part: body})) == wanted


def test_a_second_part_of_the_same_name_is_read_too() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.xml", "first")
        archive.writestr("a.xml", "second")
    assert sorted(read_zip(target.getvalue()).values()) == [b"first", b"second"]


@pytest.mark.parametrize("said", ["Nogle af tallene er skøn", "14.650", "46501", "my-budget-2", "survey.presence"])
def test_what_both_may_see_is_no_leak(said: str, tmp_path: Path) -> None:
    made = subject(tmp_path)
    part = f'<a:p name="{said}"><a:r><a:t>{said}</a:t></a:r></a:p>'.encode()
    assert codes(replace(made, parts={**made.parts, "ppt/slides/slide3.xml": part})) == set()


SAYS_AS_THE_PROGRAM = """\
  - id: survey.budget
    kind: bullets
    for: directorate
    title: Fordelingen mellem de tre partier er skæv
    items: [Hvad tallet viser, Tal fra 2023, "Midlerne: ${plan.budget}"]
    minutes: 2
"""


def test_what_is_chosen_among_given_words_says_nothing() -> None:
    """The ground of one audience's page was told as a leak where the other's file has a shape of that name."""
    said = (Furniture(sticker=text("Udkast"), ground="panel"), Sign("cluster", "hexagon"))
    assert "\n".join(one.plain for one in texts(said, Span("deck.yaml", 1, 1))).split() == ["Udkast"]


BARS = CHARTED.replace('"${present}"', "7")
COLUMNS = planted.PRESENCE.replace("chart: bar", "chart: column")


def test_a_chart_type_that_one_audience_alone_has_is_no_leak(tmp_path: Path) -> None:
    """The other's columns are written as bars that stand, and so its file held the word."""
    made = subject(
        tmp_path, presence=COLUMNS, budget=BARS, project=planted.PROJECT + "check: {ignore: [unused-figure]}\n"
    )
    bars = b'<c:barChart><c:barDir val="bar"/></c:barChart>'
    assert "leak" not in codes(replace(made, parts={**made.parts, "ppt/charts/chart9.xml": bars}))


CHOOSES = ("chart", "drawing", "arrangement")
"""Keys of slides under which something of the program is chosen by a word."""


def test_what_a_slide_names_of_the_program_is_no_text(tmp_path: Path) -> None:
    slides = gallery.examples()
    process = slides["example.process"]
    slides["example.process"] = process.replace("kind: process\n", "kind: process\narrangement: side by side\n", 1)
    contents = load(gallery.write(tmp_path, slides), registry(), Diagnostics())
    assert contents
    met = set()
    for slide in contents["board"].slides.values():
        written = yaml.safe_load(slides.get(slide.id, ""))
        chosen = {key: written[key] for key in CHOOSES if key in written}
        met |= set(chosen)
        assert not {one.plain for one in slide_texts(slide)} & set(chosen.values()), slide.id
    assert met == set(CHOOSES)


def test_what_the_program_says_by_itself_is_no_leak_though_only_another_audience_was_told_it(tmp_path: Path) -> None:
    figures = planted.FIGURES.replace(
        "Klynger til stede, source: survey", "Klynger til stede, source: plan, as-of: 2023"
    )
    sources = "  - {id: meeting.sources, kind: sources, title: Alle tal i præsentationen har en kilde}\n"
    board = planted.BOARD + "appendix: {title: Bilag, slides: [meeting.sources]}\n"
    made = subject(
        tmp_path, budget=SAYS_AS_THE_PROGRAM, figures=figures, cover=planted.COVER + sources, **{"decks/board": board}
    )
    parts = "".join(part.decode() for name, part in made.parts.items() if name.startswith("ppt/slides/slide"))
    assert "Hvad tallet viser" in parts and "Tal fra 2023" in parts
    assert codes(made) == set()


def test_a_leak_names_the_part_and_the_place_of_the_text(tmp_path: Path) -> None:
    made = subject(tmp_path)
    (found,) = found_in(replace(made, parts={**made.parts, **LEAKS["notes"]}))
    assert "ppt/notesSlides/notesSlide3.xml" in found.message
    assert "directorate" in found.message
    assert found.span.file.endswith("slides.yaml")


PARTS = """\
wages: {value: 812, unit: t.kr., label: Lønninger i alt, source: survey}
severance: {value: 4711, unit: t.kr., label: Godtgørelse til afskedigede, source: plan, base: lederne inde bag hegnet}
spent: {formula: wages + severance, unit: t.kr., label: Samlet post, source: survey}
"""
SPENT = """\
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: ["Samlet er der brugt ${spent}", "Heraf er ${wages} løn"]
    minutes: 3
"""


@pytest.mark.parametrize("said", ["4.711 t.kr.", "Godtgørelse til afskedigede", "lederne inde bag hegnet", "4711"])
def test_a_part_of_a_formula_that_no_deck_of_the_audience_shows_is_a_secret(said: str, tmp_path: Path) -> None:
    made = subject(tmp_path, figures=planted.FIGURES + PARTS, members=SPENT)
    assert codes(made) == set()
    part = f"<a:p><a:r><a:t>{said}</a:t></a:r></a:p>".encode()
    assert codes(replace(made, parts={**made.parts, "ppt/notesSlides/notesSlide3.xml": part})) == {"leak"}


def test_a_part_of_a_formula_that_the_audience_is_shown_is_none(tmp_path: Path) -> None:
    shown = SPENT.replace("er ${wages} løn", "er ${wages} løn og ${severance} andet")
    made = subject(tmp_path, figures=planted.FIGURES + PARTS, members=shown)
    notes = "".join(part.decode() for name, part in made.parts.items() if name.startswith("ppt/notesSlides/n"))
    assert "Godtgørelse til afskedigede" in notes
    assert codes(made) == set()
