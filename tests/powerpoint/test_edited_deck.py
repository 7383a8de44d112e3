"""Telling a deck that was edited from one that PowerPoint only saved again."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from powerpoint_sample import full
from powerpoint_written import write

from deckgen.powerpoint.edited import NOT_OURS, changed_slides
from deckgen.powerpoint.fingerprint import fingerprint
from deckgen.powerpoint.origin import read_origin


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write(tmp_path / "deck.pptx", full(tmp_path))


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The file with its parts changed; None drops one."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            new = change(name, data)
            if new is not None:
                archive.writestr(name, new)
    return path


def resaved(path: Path, edit: Callable[[Any], None] = lambda presentation: None) -> Path:
    from pptx import Presentation

    presentation = Presentation(str(path))
    edit(presentation)
    presentation.save(str(path))
    return path


def on_slides(pattern: str, new: str) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        return re.sub(pattern.encode(), new.encode(), data) if name.startswith("ppt/slides/slide") else data

    return change


def test_an_untouched_file_has_no_changes(built: Path) -> None:
    assert changed_slides(built) == ()


def test_saving_again_is_no_edit(built: Path) -> None:
    assert changed_slides(resaved(built)) == ()


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
    before = built.read_bytes()
    after = rewritten(built, on_slides(pattern, new)).read_bytes()
    assert before != after
    assert changed_slides(built) == ()


def test_a_table_that_powerpoint_makes_higher_is_no_edit(built: Path) -> None:
    def taller(presentation: Any) -> None:
        next(shape for shape in presentation.slides[3].shapes if shape.has_table).height = 4_000_000

    assert changed_slides(resaved(built, taller)) == ()


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
        (_notes, "tekst"),
        (_new_notes, "gruppe"),
        (_shape, "gruppe"),
        (_hidden, "gruppe"),
        (_alt, "gruppe"),
    ],
)
def test_an_edit_names_its_slide_alone(built: Path, edit: Callable[[Any], None], slide_id: str) -> None:
    assert changed_slides(resaved(built, edit)) == (slide_id,)


@pytest.mark.parametrize(("old", "new"), [("<c:v>450</c:v>", "<c:v>451</c:v>"), ("mindst", "højst")])
def test_new_chart_data_is_an_edit_of_its_slide(built: Path, old: str, new: str) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(old.encode(), new.encode()) if name == "ppt/charts/chart1.xml" else data

    assert changed_slides(rewritten(built, change)) == ("pladsdiagram",)


def test_another_spelling_of_the_same_number_is_no_edit(built: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<c:v>450</c:v>", b"<c:v>450.0</c:v>") if name.startswith("ppt/charts/") else data

    assert changed_slides(rewritten(built, change)) == ()


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
    assert changed_slides(resaved(built, shuffle)) == expected


def test_the_origin_says_where_each_slide_comes_from(built: Path, tmp_path: Path) -> None:
    origin = read_origin(resaved(built))
    assert origin is not None
    assert (origin.deck, origin.audience) == ("board", "board")
    deck = full(tmp_path)
    assert [(slide.id, slide.path) for slide in origin.slides] == [(frame.id, frame.path) for frame in deck.frames]
    assert origin.slides[1].figures == (("medlemmer", "1.740"),)
    assert origin.slides[0].figures == ()


def test_a_figure_that_no_slide_uses_is_not_in_the_file(built: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        assert b'name="svar"' not in archive.read("customXml/item1.xml")


def _no_origin(name: str, data: bytes) -> bytes | None:
    return None if name.startswith("customXml") else data


def _no_slide(name: str, data: bytes) -> bytes | None:
    return None if name == "ppt/slides/slide1.xml" else data


def _broken(name: str, data: bytes) -> bytes:
    return data[:-20] if name == "ppt/slides/slide1.xml" else data


def _typed(name: str, data: bytes) -> bytes:
    typed = b'<!DOCTYPE p [<!ENTITY e "x">]><p:sld'
    return data.replace(b"<p:sld", typed, 1) if name == "ppt/slides/slide1.xml" else data


def _bare(name: str, data: bytes) -> bytes:
    return b"<sld/>" if name == "ppt/slides/slide1.xml" else data


@pytest.mark.parametrize("change", [_no_origin, _no_slide, _broken, _typed, _bare])
def test_a_file_that_is_not_ours_or_broken_is_named_as_such(
    built: Path, change: Callable[[str, bytes], bytes | None]
) -> None:
    assert changed_slides(rewritten(built, change)) == NOT_OURS


def test_no_zip_at_all_is_not_ours(tmp_path: Path, built: Path) -> None:
    data = built.read_bytes()
    for at, content in enumerate((b"", b"not a zip", data[: len(data) // 2], b"PK\5\6" + bytes(18))):
        path = tmp_path / f"{at}.pptx"
        path.write_bytes(content)
        assert changed_slides(path) == NOT_OURS
        assert read_origin(path) is None


def test_a_zip_bomb_is_not_unpacked(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.powerpoint.archive.MOST_BYTES_READ", 4 * 1024 * 1024)
    assert changed_slides(built) == ()
    with zipfile.ZipFile(built, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/slides/slide99.xml", bytes(4 * 1024 * 1024))
    assert changed_slides(built) == NOT_OURS


def test_two_parts_of_one_name_are_not_trusted(built: Path) -> None:
    with zipfile.ZipFile(built, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/slides/slide1.xml", b"<x/>")
    assert changed_slides(built) == NOT_OURS


def test_an_entity_is_refused_even_where_no_text_says_doctype() -> None:
    typed = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'.encode("utf-16")
    with pytest.raises(ValueError, match="document type"):
        fingerprint(typed)
