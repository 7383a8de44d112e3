"""What stands on the slides: text, placeholders, shapes, tables, pictures, notes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from powerpoint_sample import BODY, CREATED, deck, frame, paragraph, template, texts
from powerpoint_written import NAMES, RELATION_ID, Written, every, find, write, write_full

from deckgen.model.frames import FrameParagraph, FrameRun, PictureItem, TextItem
from deckgen.model.link import link_target
from deckgen.picture_files.shown import UnusablePictureError
from deckgen.powerpoint.ooxml.xml import xstring
from deckgen.powerpoint.writer.deck import write_deck
from deckgen.xml_text import attribute, escape


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_full(tmp_path_factory.mktemp("written"))


def shape(root: ElementTree.Element, name: str) -> ElementTree.Element:
    """The shape of that name, whatever its element is."""
    for element in root.iter():
        named = next((inner for child in element for inner in child if inner.tag == f"{{{NAMES['p']}}}cNvPr"), None)
        if named is not None and named.get("name") == name:
            return element
    raise AssertionError(name)


def properties(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(element for element in every(root, "p:cNvPr") if element.get("name") == name)


def plain(element: ElementTree.Element) -> list[str]:
    """The text of each paragraph, a break as a line end."""
    said = []
    for part in every(element, "a:p"):
        pieces = [piece for piece in part.iter() if piece.tag.endswith(("}t", "}br"))]
        said.append("".join("\n" if piece.tag.endswith("}br") else piece.text or "" for piece in pieces))
    return said


def text_of(run: FrameRun, tmp_path: Path) -> ElementTree.Element:
    made = deck(frame("s", TextItem("s/body", BODY, (FrameParagraph((run,), 16),))))
    return shape(Written(write(tmp_path / "deck.pptx", made), made).slide("s"), "s/body")


def test_text_is_whole_paragraphs_with_a_break_where_one_was_asked_for(written: Written) -> None:
    body = shape(written.slide("tekst"), "tekst/body")
    assert plain(body) == ["Mindst 1.740 medlemmer, 92\u00a0%\nbrn.dkondt", "Punkt", "Nummer", "Overskrift"]


@pytest.mark.parametrize(
    ("said", "align", "written"),
    [
        ("שלום עולם (2024)", "left", {"algn": "r", "rtl": "1"}),
        ("(45%) مرحبا", "left", {"algn": "r", "rtl": "1"}),
        ("مرحبا", "center", {"algn": "ctr", "rtl": "1"}),
        ("Dansk med עברית midt i", "left", {"algn": "l"}),
        ("42 – 43", "left", {"algn": "l"}),
    ],
)
def test_a_paragraph_that_begins_from_the_right_says_so(
    said: str, align: Literal["left", "center"], written: dict[str, str], tmp_path: Path
) -> None:
    text = FrameParagraph((FrameRun("2024: "), FrameRun(said)), 16, align=align)
    made = deck(frame("s", TextItem("s/body", BODY, (text,))))
    (properties,) = every(shape(Written(write(tmp_path / "deck.pptx", made), made).slide("s"), "s/body"), "a:pPr")
    assert {name: properties.get(name) for name in ("algn", "rtl") if properties.get(name)} == written


def test_every_run_break_field_and_paragraph_end_says_its_language(written: Written) -> None:
    folders = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")
    for name in (name for folder in folders for name in written.named(folder)):
        root = written.xml(name)
        for tag in ("a:r", "a:fld", "a:br"):
            assert all(find(run, "a:rPr").get("lang") == "da-DK" for run in every(root, tag)), name
        assert all(end.get("lang") == "da-DK" for tag in ("a:endParaRPr", "a:defRPr") for end in every(root, tag))
        ends = every(root, "a:endParaRPr") + every(root, "c:rich//a:p")
        assert len(ends) == len(every(root, "a:p"))


def test_sizes_colours_and_faces_are_explicit_and_of_the_theme(written: Written) -> None:
    for name in written.named("ppt/slides/"):
        root = written.xml(name)
        assert all((find(run, "a:rPr").get("sz") or "").isdigit() for run in every(root, "a:r"))
        assert not every(root, "a:srgbClr") and not every(root, "a:normAutofit")
        assert {face.get("typeface") for face in every(root, "a:latin")} <= {"+mj-lt", "+mn-lt"}
    body = shape(written.slide("tekst"), "tekst/body")
    assert [face.get("typeface") for face in every(body, "a:latin")][-1] == "+mj-lt"
    assert [run.get("b") for run in every(body, "a:r/a:rPr")][:3] == [None, "1", None]


def test_a_colour_of_none_is_left_to_the_placeholder(tmp_path: Path) -> None:
    made = deck(frame("s", TextItem("s/body", BODY, (paragraph("Arvet", color=None),))))
    body = shape(Written(write(tmp_path / "deck.pptx", made), made).slide("s"), "s/body")
    assert find(body, ".//a:rPr").find("a:solidFill", NAMES) is None


def test_markers_hang_and_plain_paragraphs_do_not(written: Written) -> None:
    first, bullet, number, heading = every(shape(written.slide("tekst"), "tekst/body"), "a:pPr")
    assert (first.get("marL"), first.get("indent")) == ("0", "0") and find(first, "a:buNone") is not None
    assert (bullet.get("marL"), bullet.get("indent")) == ("228600", "-228600")
    assert find(bullet, "a:buChar").get("char") == "•" and find(bullet, "a:spcBef/a:spcPts").get("val") == "600"
    assert find(number, "a:buAutoNum").get("type") == "arabicPeriod" and number.get("algn") == "ctr"
    assert heading.get("algn") == "l"


def test_text_boxes_have_no_insets_and_do_not_shrink(written: Written) -> None:
    body = find(shape(written.slide("tekst"), "tekst/body"), "p:txBody/a:bodyPr")
    assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
    assert (body.get("wrap"), body.get("anchor")) == ("square", "ctr") and find(body, "a:noAutofit") is not None


def test_placeholders_take_their_place_from_the_layout(written: Written) -> None:
    heading = shape(written.slide("krop"), "krop/title")
    assert find(heading, ".//p:ph").attrib == {"type": "title"}
    assert find(heading, "p:spPr").find("a:xfrm", NAMES) is None
    assert not every(heading, "a:latin")
    left = shape(written.slide("krop"), "tekst/left")
    assert find(left, ".//p:ph").attrib == {"type": "body", "idx": "1"}


@pytest.mark.parametrize(
    ("slide_id", "name", "kind"),
    [("tabel~2", "tabel/rows", "tbl"), ("pladsdiagram", "diagram/bar", "chart"), ("billede", "billede/c", "pic")],
)
def test_a_drawn_item_in_a_placeholder_has_a_place_of_its_own(
    written: Written, slide_id: str, name: str, kind: str
) -> None:
    item = shape(written.slide(slide_id), name)
    assert find(item, ".//p:ph").attrib == {"type": kind, "idx": "1"}
    assert find(item, ".//a:off").get("x") == str(BODY.x)


def test_the_page_number_is_a_field(written: Written) -> None:
    field = find(shape(written.slide("tekst"), "tekst/page"), ".//a:fld")
    assert field.get("type") == "slidenum" and find(field, "a:t").text == "1"


def test_a_link_goes_out_only_over_http_or_mail(written: Written) -> None:
    name = written.slide_name("tekst")
    links = every(written.xml(name), "a:rPr/a:hlinkClick")
    assert len(links) == 1
    related = written.related(name)[links[0].get(f"{RELATION_ID}id", "")]
    assert related.external and related.target == "https://brn.dk/klynger?a=1&b=%C3%B8"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://", "http://[x", "", "brn.dk"])
def test_an_address_that_is_no_address_is_no_link(link: str) -> None:
    assert link_target(link) == ""


def test_a_mail_address_is_a_link() -> None:
    assert link_target("mailto:post@brn.dk") == "mailto:post@brn.dk"


def test_a_jump_leads_to_the_slide(written: Written) -> None:
    name = written.slide_name("gruppe")
    jump = find(properties(written.xml(name), "gruppe/tekst"), "a:hlinkClick")
    assert jump.get("action") == "ppaction://hlinksldjump"
    related = written.related(name)[jump.get(f"{RELATION_ID}id", "")]
    assert (related.kind, related.target) == ("slide", written.slide_name("tabel"))


def test_a_jump_to_a_slide_that_is_not_there_is_refused() -> None:
    lost = TextItem("s/link", BODY, (paragraph("Væk"),), link="gone")
    with pytest.raises(ValueError, match="gone"):
        write_deck(deck(frame("s", lost)), template(), CREATED)


def test_a_group_keeps_the_coordinates_of_the_slide(written: Written) -> None:
    place = find(shape(written.slide("gruppe"), "gruppe"), "p:grpSpPr/a:xfrm")
    assert find(place, "a:off").attrib == find(place, "a:chOff").attrib
    assert find(place, "a:ext").attrib == find(place, "a:chExt").attrib
    assert find(shape(written.slide("gruppe"), "gruppe/prik"), ".//a:off").get("x") == str(7 * 914400)


def test_pictures_of_things_have_alt_text_and_decoration_says_so(written: Written) -> None:
    root = written.slide("gruppe")
    assert properties(root, "gruppe").get("descr") == 'Tre faser "fra" <til>'
    assert find(properties(root, "gruppe/flade"), ".//adec:decorative").get("val") == "1"
    for slide_id, name in (("tabel", "tabel/rows"), ("pladsdiagram", "diagram/bar"), ("billede", "billede/a")):
        assert properties(written.slide(slide_id), name).get("descr")


def test_a_line_is_a_connector_and_shapes_have_no_outline_unless_asked(written: Written) -> None:
    root = written.slide("gruppe")
    line = shape(root, "gruppe/linje")
    assert line.tag.endswith("cxnSp") and find(line, ".//a:ln").get("w") == "12700"
    assert find(line, ".//a:prstDash").get("val") == "dash"
    assert find(shape(root, "gruppe/pil"), "p:spPr/a:ln/a:noFill") is not None


def test_a_table_has_rules_between_its_rows_and_nothing_upright(written: Written) -> None:
    grid = find(shape(written.slide("tabel"), "tabel/rows"), ".//a:tbl")
    assert find(grid, "a:tblPr").attrib == {"firstRow": "1"}
    assert find(grid, "a:tblPr/a:tableStyleId").text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    rows = every(grid, "a:tr")
    below = [find(row, "a:tc/a:tcPr/a:lnB") for row in rows]
    assert [find(edge, ".//a:schemeClr").get("val") for edge in below] == ["accent1", *["accent6"] * 2, "accent1"]
    assert below[0].get("w") == "12700"
    for upper, lower in pairwise(rows):
        edge, same = find(upper, "a:tc/a:tcPr/a:lnB"), find(lower, "a:tc/a:tcPr/a:lnT")
        assert (edge.get("w"), edge[0][0].attrib) == (same.get("w"), same[0][0].attrib)
    assert all(
        find(cell, side + "/a:noFill") is not None for cell in every(grid, "a:tcPr") for side in ("a:lnL", "a:lnR")
    )
    assert find(grid, ".//a:tcPr").get("marL") == "91440" and find(grid, ".//a:tcPr").get("marT") == "45720"
    assert len(every(rows[1], "a:tcPr/a:solidFill")) == 1


def test_the_same_picture_is_stored_once(written: Written) -> None:
    assert sorted(written.named("ppt/media/", "")) == ["ppt/media/picture1.png", "ppt/media/picture2.jpeg"]


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    from PIL import Image

    text, moving, bomb = tmp_path / "text.png", tmp_path / "moving.gif", tmp_path / "bomb.png"
    text.write_text("<svg/>")
    Image.new("RGB", (4, 4)).save(moving)
    Image.new("1", (12000, 12000)).save(bomb)
    for path in (text, moving, bomb, tmp_path / "missing.png"):
        item = PictureItem("s/picture", BODY, str(path), "Billede")
        with pytest.raises(UnusablePictureError, match=path.name):
            write_deck(deck(frame("s", item)), template(), CREATED)


def test_notes_are_whole_paragraphs_under_the_slides_picture(written: Written) -> None:
    related = written.related(written.slide_name("tekst")).values()
    root = written.xml(next(found.target for found in related if found.kind == "notesSlide"))
    assert [place.get("type") for place in every(root, "p:ph")] == ["sldImg", "body"]
    assert plain(root) == ["Sig dette.", "Og\ndette.", ""]


def test_what_a_part_cannot_hold_is_not_written(tmp_path: Path) -> None:
    body = text_of(FrameRun("a\x07\x0b\r\nb\u00a0<&>\ufffe\ud800_x000D_"), tmp_path)
    assert plain(body) == ["a\nb\u00a0<&>_x000D_"]


@given(st.text())
def test_any_text_can_stand_in_an_element_and_in_an_attribute(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{attribute(text)}">{escape(text)}</a>')
    assert root.get("b") == (root.text or "")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_printable_text_comes_back_as_it_was(text: str) -> None:
    assert (ElementTree.fromstring(f"<a>{escape(text)}</a>").text or "") == text


def test_text_that_looks_escaped_is_kept_apart_in_sheets() -> None:
    assert xstring("_x0041_ og a_b") == "_x005F_x0041_ og a_b"


def test_a_slide_needs_no_items_beyond_its_title(tmp_path: Path) -> None:
    made = deck(frame("s", TextItem("s/empty", BODY, ()), texts()))
    assert plain(shape(Written(write(tmp_path / "deck.pptx", made), made).slide("s"), "s/empty")) == [""]
