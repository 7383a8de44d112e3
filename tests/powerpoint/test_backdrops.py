"""What slide layouts show, read of our own template and of every client's, and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from deckgen import pipeline
from deckgen.brand import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.backdrop import Backdrop, BackdropPicture, BackdropShape, BackdropText, Gradient, Ink
from deckgen.model.frames import Frame, FrameParagraph, FrameRun, SlotRef, TextItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import Box
from deckgen.powerpoint.backdrops.read import backdrop
from deckgen.powerpoint.backdrops.shapes import Sheet, marks_of
from deckgen.powerpoint.client_template.adopt.adoption import in_template
from deckgen.powerpoint.ooxml.colors import scheme_of
from deckgen.powerpoint.ooxml.package import Package, Part, Relation, root_of
from deckgen.powerpoint.ooxml.xml import A, P, R
from deckgen.powerpoint.own_template.build import own_template
from deckgen.svg.slide import slide
from deckgen.svg.stage import Stage
from gallery import BRAND
from templates import NAMES, written
from templates.building.package import packed, unpacked

THEME = load_brand(BRAND, "brand", Diagnostics())
assert THEME


def read(*shapes: str) -> list[Any]:
    """The marks of a sheet with these shapes; its picture is called rId1."""
    tree = f'<p:cSld xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:spTree>{"".join(shapes)}</p:spTree></p:cSld>'
    root = root_of(f'<p:sldLayout xmlns:p="{P}">{tree}</p:sldLayout>'.encode())
    part = Part("/layout.xml", "", b"", (Relation("rId1", f"{R}/image", "/picture.png"),))
    package = Package((), {"/picture.png": Part("/picture.png", "image/png", b"pixels")})
    return list(marks_of(root, Sheet(part, package, scheme_of(None))))


def shape(look: str, place: str = "", text: str = "") -> str:
    box = f'<a:xfrm{place}><a:off x="100" y="200"/><a:ext cx="3000" cy="4000"/></a:xfrm>'
    named = '<p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    return f"<p:sp>{named}<p:spPr>{box}{look}</p:spPr>{text}</p:sp>"


def fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def test_our_own_cover_has_its_ground_its_motif_and_its_line() -> None:
    assert THEME
    found = backdrop(own_template(THEME, DANISH), "Cover")
    assert found.ground == Ink(THEME.colors["primary"])
    assert len(found.marks) > 5
    assert found.text_colors[0] == THEME.colors["background"]


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_layout_of_a_client_is_drawn(name: str, tmp_path: Path) -> None:
    assert THEME
    diagnostics = Diagnostics()
    adopted = pipeline.adopt_template(written(name, tmp_path), diagnostics)
    if adopted is None:
        assert diagnostics.has_errors
        return
    template = adopted.template
    stage = Stage(in_template(THEME, adopted), template, lambda slide_layout: backdrop(template, slide_layout))
    for slide_layout in template.slide_layouts:
        root = ElementTree.fromstring(slide(Frame("s.one", slide_layout, "Titel", (), (), "", ()), stage))
        assert float(root.get("width", "0")) == pytest.approx(template.width / 12700, abs=0.01)


def test_what_is_in_a_group_has_its_fill_where_it_asks_for_that() -> None:
    """In a group of a group too; what names a fill of its own keeps it."""
    asks, own = shape(f"{RECT}<a:grpFill/>"), shape(f"{RECT}{fill('445566')}")
    inner = f"<p:grpSp><p:grpSpPr><a:grpFill/></p:grpSpPr>{asks}</p:grpSp>"
    marks = read(f"<p:grpSp><p:grpSpPr>{fill('112233')}</p:grpSpPr>{asks}{inner}{own}</p:grpSp>", asks)
    assert [one.fill for one in marks] == [Ink("112233"), Ink("112233"), Ink("445566")]


def test_a_picture_with_a_fill_hides_what_is_behind_it() -> None:
    place = '<a:xfrm><a:off x="100" y="200"/><a:ext cx="3000" cy="4000"/></a:xfrm>'
    named = '<p:nvPicPr><p:cNvPr id="2" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    shown = '<p:blipFill><a:blip r:embed="rId1"/></p:blipFill>'
    behind, picture = read(f"<p:pic>{named}{shown}<p:spPr>{place}{RECT}{fill('FFFFFF')}</p:spPr></p:pic>")
    assert (behind.box, behind.fill) == (Box(100, 200, 3000, 4000), Ink("FFFFFF"))
    assert isinstance(picture, BackdropPicture)


def test_a_picture_is_as_sheer_and_turned_over_as_it_is_said() -> None:
    sheer = '<a:blipFill><a:blip r:embed="rId1"><a:alphaModFix amt="65000"/></a:blip></a:blipFill>'
    plain = '<a:blipFill><a:blip r:embed="rId1"/></a:blipFill>'
    pictures = read(shape(sheer, ' flipH="1"'), shape(plain, ' flipV="1" rot="5400000"'), shape(plain))
    assert [(one.opacity, one.across, one.down, one.turned) for one in pictures] == [
        (65, True, False, 0),
        (100, False, True, 90),
        (100, False, False, 0),
    ]


def test_a_picture_that_is_sheer_and_flipped_is_drawn_so() -> None:
    assert THEME
    template = own_template(THEME, DANISH)
    box = Box(0, 0, 127000, 254000)

    def drawn(*marks: BackdropPicture) -> str:
        stage = Stage(THEME, template, lambda _: Backdrop(Ink("FFFFFF"), marks))
        return slide(Frame("s.one", "Cover", "Titel", (), (), "", ()), stage)

    plain = BackdropPicture(box, b"", "image/png")
    assert "transform" not in drawn(plain) and "opacity" not in drawn(plain)
    assert 'opacity="0.65" transform="translate(10 0) scale(-1 1)"' in drawn(replace(plain, opacity=65, across=True))
    assert 'transform="rotate(90 5 10) translate(0 20) scale(1 -1)"' in drawn(replace(plain, down=True, turned=90))


def test_the_picture_of_a_page_stands_on_white_through_which_a_sheer_one_is_seen() -> None:
    assert THEME
    picture = BackdropPicture(Box(0, 0, 127000, 254000), b"", "image/png", opacity=65)
    stage = Stage(THEME, own_template(THEME, DANISH), lambda _: Backdrop(picture))
    drawn = slide(Frame("s.one", "Cover", "Titel", (), (), "", ()), stage)
    assert drawn.index('fill="#FFFFFF"') < drawn.index('opacity="0.65"')


def test_a_placeholder_with_a_fill_of_its_own_draws_it_behind_its_text() -> None:
    """White type stands on it: without it nobody sees the title. A placeholder that is left empty draws nothing."""
    assert THEME
    plain = own_template(THEME, DANISH)
    entries = unpacked(plain.data)
    part = plain.slide_layouts["Cover"].part.lstrip("/")
    entries[part] = entries[part].replace(
        b"</a:prstGeom></p:spPr>", f"</a:prstGeom>{fill('123456')}</p:spPr>".encode(), 1
    )
    template = replace(plain, data=packed(entries))
    title = template.slide_layouts["Cover"].slots["title"]
    stage = Stage(THEME, template, lambda slide_layout: backdrop(template, slide_layout))
    text = TextItem("title", title.box, (FrameParagraph((FrameRun("Titel"),), 30, None),), SlotRef(0, "ctrTitle"))
    moved = replace(text, box=Box(12700, 12700, 127000, 127000), own_box=True)
    drawn = [slide(Frame("s.one", "Cover", "Titel", items, (), "", ()), stage) for items in ((), (text,), (moved,))]
    assert [one.count('fill="#123456"') for one in drawn] == [0, 1, 1]
    assert 'x="1" y="1" width="10" height="10" fill="#123456"' in drawn[2]


def test_a_shape_has_its_form_its_paint_and_its_turn() -> None:
    line = f'<a:ln w="25400">{fill("112233")}</a:ln>'
    (found,) = read(shape(f"{RECT}{fill('AABBCC')}{line}", ' rot="5400000"'))
    expected = BackdropShape(Box(100, 200, 3000, 4000), "rect", Ink("AABBCC"), Ink("112233"), 2.0, turned=90.0)
    assert found == expected


def test_a_gradient_has_its_stops_and_its_angle() -> None:
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{color}"/></a:gs>' for at, color in ((100000, "000000"), (0, "FFFFFF"))
    )
    (found,) = read(shape(f'{RECT}<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'))
    assert found.fill == Gradient(((0.0, Ink("FFFFFF")), (1.0, Ink("000000"))), 90.0)


def test_what_is_in_a_group_stands_where_the_group_puts_it() -> None:
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="3" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="1000" y="1000"/><a:ext cx="6000" cy="8000"/>'
        '<a:chOff x="100" y="200"/><a:chExt cx="3000" cy="4000"/>'
        f"</a:xfrm></p:grpSpPr>{shape(RECT + fill('AABBCC'))}</p:grpSp>"
    )
    (found,) = read(group)
    assert found.box == Box(1000, 1000, 6000, 8000)


def test_pictures_and_texts_are_read_and_what_is_hidden_is_not() -> None:
    picture = '<a:blipFill><a:blip r:embed="rId1"/><a:srcRect l="25000"/></a:blipFill>'
    said = (
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:p><a:r>'
        f'<a:rPr sz="1200">{fill("445566")}</a:rPr><a:t>Fortroligt</a:t></a:r></a:p></p:txBody>'
    )
    hidden = shape(RECT + fill("AABBCC")).replace('name="x"', 'name="x" hidden="1"')
    image, text = read(shape(picture), shape("<a:noFill/>", text=said), hidden)
    assert image == BackdropPicture(Box(100, 200, 3000, 4000), b"pixels", "image/png", (0.25, 0, 0, 0))
    assert isinstance(text, BackdropText)
    assert (text.paragraphs[0].plain, text.paragraphs[0].size, text.ink, text.anchor) == (
        "Fortroligt",
        12.0,
        Ink("445566"),
        "bottom",
    )


def test_a_freeform_is_an_outline_in_its_box() -> None:
    point = '<a:pt x="{}" y="{}"/>'.format
    curve = f"<a:quadBezTo>{point(5, 10)}{point(10, 0)}</a:quadBezTo>"
    path = f'<a:path w="10" h="10" stroke="0"><a:moveTo>{point(0, 0)}</a:moveTo>{curve}<a:close/></a:path>'
    (found,) = read(shape(f"<a:custGeom><a:pathLst>{path}</a:pathLst></a:custGeom>{fill('AABBCC')}"))
    (own,) = found.geometry.paths
    assert (own.filled, own.stroke) == (True, 0)
    assert [letter for letter, _ in own.commands] == ["M", "C", "Z"]
    assert own.commands[1][1][-2:] == (3000, 0)
