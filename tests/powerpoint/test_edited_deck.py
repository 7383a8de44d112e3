"""Telling a deck that was edited from one that PowerPoint only saved again."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from edited import replaced, resaved, rewritten, told
from powerpoint_sample import full
from powerpoint_written import write

from deckgen.model.frames import ShownFigure
from deckgen.powerpoint.readback.edits import Damaged, NotOurs, Untouched, since_built
from deckgen.powerpoint.readback.fingerprint import fingerprint
from deckgen.powerpoint.readback.manifest import read_origin


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write(tmp_path / "deck.pptx", full(tmp_path))


def on_slides(pattern: str, new: str) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        return re.sub(pattern.encode(), new.encode(), data) if name.startswith("ppt/slides/slide") else data

    return change


def test_an_untouched_file_has_no_changes(built: Path) -> None:
    assert told(built) == ()


def test_saving_again_is_no_edit(built: Path) -> None:
    assert told(resaved(built)) == ()


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (r'<a:rPr lang="da-DK"', '<a:rPr lang="da-DK" dirty="0" err="1"'),
        (r"<a:t>1</a:t></a:fld>", "<a:t>7</a:t></a:fld>"),
        (r"(<a:r>(<a:rPr(?:(?!</a:rPr>).)*</a:rPr>)<a:t>)Mindst", r"\1Min</a:t></a:r><a:r>\2<a:t>dst"),
        (r'(<p:cNvPr id=")(\d+)"', r'\g<1>9\2"'),
        (
            r"<p:clrMapOvr>",
            '<p:clrMapOvr xmlns:x="urn:x">',
        ),
        (
            r"</p:spTree></p:cSld>",
            '</p:spTree><p:extLst><p:ext uri="{1}"><x:id xmlns:x="urn:x" val="3"/></p:ext></p:extLst></p:cSld>',
        ),
    ],
    ids=["spelling marks", "page number", "cut runs", "ids", "namespaces", "extensions"],
)
def test_what_powerpoint_writes_as_it_likes_is_no_edit(built: Path, pattern: str, new: str) -> None:
    rewritten(built, on_slides(pattern, new))
    assert told(built) == ()


def test_a_table_that_powerpoint_makes_higher_is_no_edit(built: Path) -> None:
    def taller(presentation: Any) -> None:
        next(shape for shape in presentation.slides[3].shapes if shape.has_table).height = 4_000_000

    assert told(resaved(built, taller)) == ()


def _text(presentation: Any) -> None:
    presentation.slides[1].shapes[0].text_frame.paragraphs[0].runs[0].text = "Ny titel"


def _bold(presentation: Any) -> None:
    presentation.slides[1].shapes[1].text_frame.paragraphs[0].runs[0].font.bold = True


def _place(presentation: Any) -> None:
    presentation.slides[2].shapes[1].left += 1000


def _color(presentation: Any) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR

    shape = presentation.slides[2].shapes[1].shapes[0]
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_3


def _cell(presentation: Any) -> None:
    presentation.slides[3].shapes[1].table.cell(1, 1).text_frame.paragraphs[0].runs[0].text = "Ny"


def _notes(presentation: Any) -> None:
    presentation.slides[0].notes_slide.notes_text_frame.text = "Sig noget andet."


def _new_notes(presentation: Any) -> None:
    presentation.slides[2].notes_slide.notes_text_frame.text = "Husk."


def _shape(presentation: Any) -> None:
    presentation.slides[2].shapes.add_textbox(0, 0, 1000, 1000)


def _hidden(presentation: Any) -> None:
    presentation.slides[2].element.set("show", "0")


def _alt(presentation: Any) -> None:
    presentation.slides[2].shapes[1]._element.nvGrpSpPr.cNvPr.set("descr", "Andet")


@pytest.mark.parametrize(
    ("edit", "slide_id"),
    [
        (_text, "krop"),
        (_bold, "krop"),
        (_place, "gruppe"),
        (_color, "gruppe"),
        (_cell, "tabel"),
        (_notes, "notes of tekst"),
        (_new_notes, "notes of gruppe"),
        (_shape, "gruppe"),
        (_hidden, "gruppe"),
        (_alt, "gruppe"),
    ],
)
def test_an_edit_names_its_slide_alone(built: Path, edit: Callable[[Any], None], slide_id: str) -> None:
    assert told(resaved(built, edit)) == (slide_id,)


@pytest.mark.parametrize(
    ("slide", "old", "new"),
    [
        ("slide2", r' sz="\d+"', ' sz="4400"'),
        ("slide2", r"(<a:rPr [^>]*)>", r'\1 i="1">'),
        ("slide2", r"(<a:rPr [^>]*)>", r'\1 u="sng">'),
        ("slide2", r"</a:rPr>", '<a:latin typeface="Comic Sans MS"/></a:rPr>'),
        ("slide2", r'algn="l"', 'algn="r"'),
        ("slide2", r"<a:p><a:pPr", '<a:p><a:pPr lvl="2"'),
        ("slide2", r"</p:cSld>(.*)</p:sld>", r'</p:cSld>\1<p:transition spd="slow"><p:fade/></p:transition></p:sld>'),
        (
            "slide2",
            r"</p:sld>",
            "<p:timing><p:tnLst><p:par><p:cTn><p:childTnLst><p:par><p:cTn/></p:par></p:childTnLst></p:cTn></p:par>"
            "</p:tnLst></p:timing></p:sld>",
        ),
        ("slide3", r"<a:xfrm>(?=.*prstGeom)", '<a:xfrm rot="2700000">'),
        ("slide3", r"<a:xfrm>(?=.*prstGeom)", '<a:xfrm flipH="1">'),
        ("slide3", r'prst="\w+"', 'prst="star5"'),
        ("slide3", r'<a:ln w="\d+"', '<a:ln w="99999"'),
        ("slide3", r'(<a:ln w="\d+"><a:solidFill><a:schemeClr val=")\w+"', r'\1accent3"'),
    ],
    ids=[
        "font size",
        "italic",
        "underline",
        "face",
        "alignment",
        "level",
        "transition",
        "animation",
        "rotation",
        "flip",
        "geometry",
        "line width",
        "line colour",
    ],
)
def test_formatting_by_hand_is_an_edit(built: Path, slide: str, old: str, new: str) -> None:
    rewritten(built, replaced(f"ppt/slides/{slide}.xml", old, new))
    assert told(built) == ({"slide2": "krop", "slide3": "gruppe"}[slide],)


def test_a_timing_that_animates_nothing_is_no_edit(built: Path) -> None:
    bare = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'
    rewritten(built, replaced("ppt/slides/slide", "</p:sld>", f"{bare}</p:sld>"))
    assert told(built) == ()


def test_attributes_in_another_order_are_no_edit(built: Path) -> None:
    rewritten(built, on_slides(r'<a:off x="(\d+)" y="(\d+)"/>', r'<a:off y="\2" x="\1"></a:off>'))
    assert told(built) == ()


def test_another_slide_layout_is_an_edit(built: Path) -> None:
    rewritten(built, replaced("ppt/slides/_rels/slide2.xml.rels", r"slideLayout\d+", "slideLayout7"))
    assert told(built) == ("krop",)


def test_a_link_to_another_address_is_an_edit(built: Path) -> None:
    def change(presentation: Any) -> None:
        for slide in presentation.slides:
            for relation in slide.part.rels.values():
                if relation.is_external:
                    relation._target = "https://example.org/elsewhere"
                    return
        raise AssertionError("the sample has no link")

    assert len(told(resaved(built, change))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<c:barDir val="bar"/>', '<c:barDir val="col"/>'),
        (r'<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>'),
        (r'(<c:ser>.*?<a:schemeClr val=")\w+"', r'\1accent6"'),
        (r'<c:showVal val="1"/>', '<c:showVal val="0"/>'),
    ],
    ids=["direction", "type", "colour", "labels"],
)
def test_a_chart_that_looks_another_is_an_edit(built: Path, old: str, new: str) -> None:
    rewritten(built, replaced("ppt/charts/chart1.xml", old, new))
    assert told(built) == ("pladsdiagram",)


def test_new_data_in_a_workbook_is_an_edit(built: Path) -> None:
    rewritten(built, lambda name, data: data.replace(b"450", b"451") if name.endswith("Sheet1.xlsx") else data)
    assert told(built) == ("pladsdiagram",)


def test_axes_numbered_anew_and_a_plain_style_are_no_edit(built: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        if not name.startswith("ppt/charts/chart"):
            return data
        data = re.sub(rb"(axId|crossAx) val=\"(\d)", rb'\1 val="7\2', data)
        return data.replace(b"<c:chart>", b'<c:style val="2"/><c:chart>', 1)

    assert told(rewritten(built, change)) == ()


def test_bold_notes_are_an_edit(built: Path) -> None:
    rewritten(built, replaced("ppt/notesSlides/notesSlide1.xml", "<a:rPr ", '<a:rPr b="1" '))
    assert told(built) == ("notes of tekst",)


def test_notes_that_say_nothing_are_no_edit(built: Path) -> None:
    def opened(presentation: Any) -> None:
        assert presentation.slides[2].notes_slide is not None

    assert told(resaved(built, opened)) == ()


def test_another_section_title_is_an_edit(built: Path) -> None:
    rewritten(built, replaced("ppt/presentation.xml", '(<p14:section name=")', r"\1Ny "))
    assert told(built) == ("sections",)


def test_a_slide_in_another_section_is_an_edit(built: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        if name != "ppt/presentation.xml":
            return data
        gone = re.search(rb'<p14:sldId id="\d+"/>(?=</p14:sldIdLst></p14:section><p14:section)', data)
        assert gone is not None
        at = data.index(b"<p14:sldIdLst>", gone.end()) + len(b"<p14:sldIdLst>")
        return data[: gone.start()] + data[gone.end() : at] + gone[0] + data[at:]

    assert told(rewritten(built, change)) == ("sections",)


@pytest.mark.parametrize(
    ("part", "old", "new", "called"),
    [
        ("ppt/slideMasters/slideMaster1.xml", r' sz="\d+"', ' sz="7700"', "slide master"),
        ("ppt/slideLayouts/slideLayout1.xml", r' x="\d+"', ' x="77"', "slide layout Title Slide"),
        ("ppt/theme/theme1.xml", r'srgbClr val="\w+"', 'srgbClr val="ABCDEF"', "theme of the slide master"),
        ("ppt/notesMasters/notesMaster1.xml", r' x="\d+"', ' x="77"', "notes master"),
        ("ppt/presentation.xml", r'<p:sldSz cx="\d+"', '<p:sldSz cx="9144000"', "slide size"),
    ],
)
def test_an_edit_of_what_slides_stand_on_is_told(built: Path, part: str, old: str, new: str, called: str) -> None:
    rewritten(built, replaced(part, old, new))
    assert told(built) == (called,)


def test_a_comment_is_an_edit_of_its_slide(built: Path) -> None:
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    def comment(presentation: Any) -> None:
        part = presentation.slides[1].part
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        name = PackURI("/ppt/comments/comment1.xml")
        part.relate_to(Part(name, "application/xml", part.package, b"<p:cmLst xmlns:p='urn:x'/>"), kind)

    assert told(resaved(built, comment)) == ("comments on krop",)


def test_parts_that_powerpoint_adds_by_itself_are_no_edit(built: Path) -> None:
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    def add(presentation: Any) -> None:
        part = presentation.part
        for kind in ("changesInfo", "revisionInfo", "customXml"):
            name = PackURI(f"/ppt/{kind}/{kind}1.xml")
            part.relate_to(Part(name, "application/xml", part.package, b"<x/>"), f"urn:relationships/{kind}")

    assert told(resaved(built, add)) == ()


def test_another_picture_is_an_edit_though_its_slide_says_the_same(built: Path) -> None:
    rewritten(built, lambda name, data: data + b"x" if name.startswith("ppt/media/") else data)
    assert len(told(built)) >= 1


def test_no_part_can_change_unseen(built: Path) -> None:
    """Every part but what PowerPoint keeps to itself counts: spoilt so that it is another part, it is told."""
    own = ("docProps/", "customXml/", "ppt/presProps", "ppt/viewProps", "ppt/tableStyles", "ppt/printerSettings")
    with zipfile.ZipFile(built) as archive:
        names = [
            name
            for name in archive.namelist()
            if not name.startswith((*own, "_rels", "[Content")) and not name.endswith(".rels")
        ]
    before = built.read_bytes()
    for spoilt in names:
        built.write_bytes(before)
        rewritten(built, lambda name, data, spoilt=spoilt: b"<other/>" if name == spoilt else data)  # type: ignore[misc]
        assert not isinstance(since_built(built), Untouched), spoilt


@pytest.mark.parametrize(("old", "new"), [("<c:v>450</c:v>", "<c:v>451</c:v>"), ("mindst", "højst")])
def test_new_chart_data_is_an_edit_of_its_slide(built: Path, old: str, new: str) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(old.encode(), new.encode()) if name == "ppt/charts/chart1.xml" else data

    assert told(rewritten(built, change)) == ("pladsdiagram",)


def test_another_spelling_of_the_same_number_is_no_edit(built: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<c:v>450</c:v>", b"<c:v>450.0</c:v>") if name.startswith("ppt/charts/") else data

    assert told(rewritten(built, change)) == ()


def test_a_slide_added_removed_or_moved_is_told(built: Path) -> None:
    def shuffle(presentation: Any) -> None:
        listed = presentation.slides._sldIdLst
        presentation.slides.add_slide(presentation.slide_layouts[5])
        listed.append(listed[0])
        gone = listed[2]
        presentation.part.drop_rel(gone.rId)
        listed.remove(gone)

    count = len(full(built.parent).frames)
    expected = (f"slide added: {count - 1}", "slide removed: tabel", "slide moved: tekst")
    assert told(resaved(built, shuffle)) == expected


def test_the_origin_says_which_slides_a_file_was_built_with(built: Path, tmp_path: Path) -> None:
    origin = read_origin(resaved(built))
    assert origin is not None
    assert (origin.deck, origin.audience) == ("board", "board")
    deck = full(tmp_path)
    assert [slide.id for slide in origin.slides] == [frame.id for frame in deck.frames]
    assert origin.slides[1].figures == (ShownFigure("medlemmer", "1.740", Decimal(1740)),)
    assert origin.slides[0].figures == ()


def test_the_origin_says_which_labels_do_not_follow_an_edit(built: Path) -> None:
    origin = read_origin(resaved(built))
    assert origin is not None
    found = [label for slide in origin.slides for label in slide.labels]
    assert {(label.series, label.category, label.text) for label in found} == {
        ("Medlemmer", '=HYPERLINK("http://x.dk")', "femogfirs")
    }


def test_a_figure_that_no_slide_uses_is_not_in_the_file(built: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        assert b'name="svar"' not in archive.read("customXml/item1.xml")


def _no_slide(name: str, data: bytes) -> bytes | None:
    return None if name == "ppt/slides/slide1.xml" else data


def _broken(name: str, data: bytes) -> bytes:
    return data[:-20] if name == "ppt/slides/slide1.xml" else data


def _typed(name: str, data: bytes) -> bytes:
    typed = b'<!DOCTYPE p [<!ENTITY e "x">]><p:sld'
    return data.replace(b"<p:sld", typed, 1) if name == "ppt/slides/slide1.xml" else data


def _bare(name: str, data: bytes) -> bytes:
    return b"<sld/>" if name == "ppt/slides/slide1.xml" else data


@pytest.mark.parametrize("change", [_no_slide, _broken, _typed, _bare])
def test_a_damaged_file_is_named_as_such(built: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    since = since_built(rewritten(built, change))
    assert isinstance(since, Damaged)
    assert since.why


def test_a_file_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    from pptx import Presentation

    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[5])
    presentation.save(str(tmp_path / "other.pptx"))
    assert since_built(tmp_path / "other.pptx") == NotOurs()


def test_no_zip_at_all_is_damaged(tmp_path: Path, built: Path) -> None:
    data = built.read_bytes()
    for at, content in enumerate((b"", b"not a zip", data[: len(data) // 2])):
        path = tmp_path / f"{at}.pptx"
        path.write_bytes(content)
        assert isinstance(since_built(path), Damaged)
        assert read_origin(path) is None


def test_an_empty_zip_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "empty.pptx").write_bytes(b"PK\5\6" + bytes(18))
    assert since_built(tmp_path / "empty.pptx") == NotOurs()


def test_a_zip_bomb_is_not_unpacked(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.powerpoint.ooxml.archive.MOST_BYTES_READ", 4 * 1024 * 1024)
    assert told(built) == ()
    with zipfile.ZipFile(built, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/slides/slide99.xml", bytes(4 * 1024 * 1024))
    assert since_built(built) == Damaged("too many parts, or too large ones")


def test_two_parts_of_one_name_are_not_trusted(built: Path) -> None:
    with zipfile.ZipFile(built, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/slides/slide1.xml", b"<x/>")
    assert since_built(built) == Damaged("two parts of one name")


def test_an_entity_is_refused_even_where_no_text_says_doctype() -> None:
    typed = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'.encode("utf-16")
    with pytest.raises(ValueError, match="document type"):
        fingerprint(typed, {})
