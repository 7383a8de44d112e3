"""The shipped decks, read back from the written files: what a presenter or a board would notice."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics

ROOT = Path(__file__).parent.parent
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECKS = ("board", "directorate")


@pytest.fixture(params=DECKS)
def deck(request: pytest.FixtureRequest, built_decks: dict[str, Path]) -> Path:
    return built_decks[request.param]


def parts(path: Path, pattern: str) -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(pattern, name):
                yield name, ElementTree.fromstring(archive.read(name))


def slide_ids(path: Path) -> list[str]:
    """Slide names in the order of the deck."""
    return [slide.element.find(f"{P}cSld").get("name") for slide in Presentation(str(path)).slides]


def test_the_open_xml_sdk_finds_nothing_wrong(deck: Path, validate: Callable[[Path], list[str]]) -> None:
    assert validate(deck) == []


def test_the_board_sees_at_most_16_slides_before_the_appendix(built_decks: dict[str, Path]) -> None:
    ids = slide_ids(built_decks["board"])
    assert ids.index("meeting.contact") < 16


def test_every_placeholder_on_a_slide_is_filled(deck: Path) -> None:
    for slide in Presentation(str(deck)).slides:
        for shape in slide.placeholders:
            if shape.has_text_frame:
                assert shape.text_frame.text.strip(), f"{shape.name} is empty"


def test_sources_take_two_pages_at_most_and_name_every_number_with_its_base_and_its_page(deck: Path) -> None:
    ids = [id.partition("~")[0] for id in slide_ids(deck)]
    assert 1 <= ids.count("meeting.sources") <= 2
    slides = [slide for slide, id in zip(Presentation(str(deck)).slides, ids, strict=True) if id == "meeting.sources"]
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    lines = [line for table in tables for line in with_pages(table)]
    said = " ".join(cell for line in lines for cell in line)
    loaded = pipeline.load(ROOT / "content", ROOT / "assets/_brand.yml", Diagnostics())
    assert loaded
    figures = [one for one in pipeline.plan_deck(loaded, deck.stem, Diagnostics()).figure_rows if one.slide]
    for figure in figures:
        shown, label, base = loose(figure.in_figures), loose(figure.label), loose(figure.base)
        pages = [line[0] for line in lines if line[1] == shown and line[2].startswith(label)]
        in_a_range = any(line[1].startswith(f"{shown}–") for line in lines)
        is_a_base = any(figure.name in one.rests_on and figure.source == one.source for one in figures)
        assert f"s. {ids.index(figure.slide) + 1}" in pages or (not pages and (in_a_range or is_a_base)), figure.label
        assert in_a_range or base in said


def with_pages(table: Any) -> Iterator[list[str]]:
    """What the rows of sources say, each with its page, which is said with the first row of several."""
    page = ""
    for row in table.rows:
        first, *rest = (loose(cell.text) for cell in row.cells)
        page = first or page
        yield [page, *rest]


def loose(said: str) -> str:
    return said.casefold().replace("\u00a0", " ")


def test_tables_of_a_page_have_their_own_header_and_alt_text_and_are_read_from_the_left(deck: Path) -> None:
    for slide in Presentation(str(deck)).slides:
        tables = [shape for shape in slide.shapes if shape.has_table]
        assert all(shape.table.first_row for shape in tables)
        alts = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in tables]
        assert len(set(alts)) == len(alts)
        assert [shape.left for shape in tables] == sorted(shape.left for shape in tables)


def test_no_slide_is_blank_and_every_slide_has_a_title(deck: Path) -> None:
    for slide in Presentation(str(deck)).slides:
        assert slide.slide_layout.name != "Blank"
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text


def test_at_least_eight_slide_layouts_are_used(built_decks: dict[str, Path]) -> None:
    used = {slide.slide_layout.name for path in built_decks.values() for slide in Presentation(str(path)).slides}
    assert len(used) >= 8


def test_titles_are_sentences_without_a_full_stop_and_unique(deck: Path) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(deck)).slides]
    told = [title for title in titles if "(fortsat" not in title]
    assert not [title for title in told if title.endswith(".")]
    plain = [title for title in titles if title != "Dagsorden"]
    assert len(set(plain)) == len(plain)


def test_every_content_slide_has_notes_with_minutes_or_sources(deck: Path) -> None:
    for slide in Presentation(str(deck)).slides:
        opens = slide.element.find(f"{P}cSld").get("name").endswith(".opening")
        quiet = opens or slide.slide_layout.name in {"Cover", "Section"}
        if not quiet:
            assert slide.has_notes_slide, slide.shapes.title.text_frame.text
            assert len(slide.notes_slide.notes_text_frame.text) > 40


def test_every_run_says_its_language(deck: Path) -> None:
    for name, root in parts(deck, r"ppt/(slides|notesSlides)/[^/]+\.xml"):
        for tag in ("rPr", "endParaRPr"):
            for found in root.iter(f"{A}{tag}"):
                assert found.get("lang") == "da-DK", name
        for run in (*root.iter(f"{A}r"), *root.iter(f"{A}fld")):
            assert run.find(f"{A}rPr") is not None, name


def test_autofit_is_off_and_sizes_are_explicit(deck: Path) -> None:
    for name, root in parts(deck, r"ppt/slides/[^/]+\.xml"):
        assert not list(root.iter(f"{A}normAutofit")), name
        for body in root.iter(f"{P}txBody"):
            if any(run for run in body.iter(f"{A}r")):
                assert body.find(f"{A}bodyPr/{A}noAutofit") is not None, name
        for run in root.iter(f"{A}r"):
            assert run.find(f"{A}rPr").get("sz"), name  # type: ignore[union-attr]


def test_colours_and_faces_come_from_the_theme(deck: Path) -> None:
    for name, root in parts(deck, r"ppt/(slides|slideLayouts|slideMasters|charts)/[^/]+\.xml"):
        assert not list(root.iter(f"{A}srgbClr")), name
        faces = {face.get("typeface", "") for face in root.iter(f"{A}latin")}
        assert all(face.startswith("+m") for face in faces), name


def test_what_is_not_text_has_an_alt_text_or_is_decorative(deck: Path) -> None:
    for name, root in parts(deck, r"ppt/slides/[^/]+\.xml"):
        for holder in (*root.iter(f"{P}graphicFrame"), *root.iter(f"{P}pic"), *root.iter(f"{P}grpSp")):
            said = next(holder.iter(f"{P}cNvPr"))
            assert said.get("descr"), f"{name}: {said.get('name')}"


def test_reading_order_is_visual_order(deck: Path) -> None:
    """The title comes first, foot and page number last."""
    for slide in Presentation(str(deck)).slides:
        names = [shape.name.partition("/")[2] for shape in slide.shapes]
        ends = [name for name in ("foot", "number") if name in names]
        assert names[len(names) - len(ends) :] == ends
        assert names[0] == "title"


def test_sections_hold_each_slide_once_and_in_order(deck: Path) -> None:
    (_, root), *_ = parts(deck, r"ppt/presentation\.xml")
    namespace = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    listed = [found.get("id") for found in root.iter(f"{namespace}sldId")]
    assert listed == [found.get("id") for found in root.iter(f"{P}sldId")]
    assert len(list(root.iter(f"{namespace}section"))) >= 4


def test_the_second_page_links_to_where_its_decisions_are_made(deck: Path) -> None:
    ids, page = slide_ids(deck), Presentation(str(deck)).slides[1]
    assert ids[1] == "meeting.today"
    jumps = [found for found in page.element.iter(f"{A}hlinkClick") if "sldjump" in found.get("action", "")]
    related = f"{{{RELATIONS}}}id"
    names = [page.part.related_part(jump.get(related)).slide.element.find(f"{P}cSld").get("name") for jump in jumps]
    assert len(names) >= 4
    assert all(ids.index(name) > 1 for name in names)


def test_lists_are_at_most_a_third_of_a_deck(deck: Path) -> None:
    layouts = [slide.slide_layout.name for slide in Presentation(str(deck)).slides]
    lists = sum(name in {"Title and Body", "Two Lists"} for name in layouts)
    lists += slide_ids(deck).count("considerations.all")
    assert lists * 3 <= len(layouts)


def test_every_relationship_resolves(deck: Path) -> None:
    with zipfile.ZipFile(deck) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if not name.endswith(".rels"):
                continue
            base = posixpath.dirname(posixpath.dirname(name)) or "."
            for found in ElementTree.fromstring(archive.read(name)):
                if found.get("TargetMode") != "External":
                    target = found.get("Target", "")
                    full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{base}/{target}")
                    assert full in names, f"{name}: {target}"


def test_core_properties_are_the_decks_own(deck: Path) -> None:
    properties = Presentation(str(deck)).core_properties
    assert properties.author == "Navigators"
    assert properties.language == "da-DK"
    assert properties.title == "Samarbejde med de 13 nationale klynger"
    assert properties.created.year == 2023


def reset(path: Path, target: Path) -> None:
    """What "reset slide" does to text: drop the explicit sizes and spacing of everything in a placeholder."""
    deck = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if not shape.has_text_frame:
                continue
            for found in shape.element.iter(f"{A}rPr", f"{A}endParaRPr"):
                found.attrib.pop("sz", None)
            for found in list(shape.element.iter(f"{A}spcBef")):
                found.getparent().remove(found)
    deck.save(str(target))


def test_a_reset_slide_still_holds_its_text(deck: Path, to_pdf: Callable[[Path], Path], tmp_path: Path) -> None:
    from rendered import pages

    target = tmp_path / f"reset-{deck.stem}.pptx"
    reset(deck, target)
    slides = Presentation(str(target)).slides
    for slide, glyphs in zip(slides, pages(to_pdf(target)), strict=True):
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes if s.width is not None]
        for glyph in glyphs:
            x, y = (value * 12700 for value in glyph.middle)
            inside = any(a - 25400 <= x <= c + 25400 and b - 25400 <= y <= d + 25400 for a, b, c, d in boxes)
            assert inside, f"{slide.shapes.title.text_frame.text}: '{glyph.text}' left its box"
