"""What a template shows or leads to: pictures, objects, links. Kept, replaced, or left out and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from preflighted import (
    LAYOUT,
    LAYOUT_RELATIONS,
    TYPES,
    A,
    Change,
    Entries,
    Mended,
    P,
    added,
    every,
    mends,
    related,
    relations,
    replaced,
    shape,
    substituted,
    tree,
)

_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture
def mended(tmp_path: Path, validate: Callable[[Path], list[str]]) -> Mended:
    return mends(tmp_path, validate)


def _picture(reference: str, id: int = 70) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="Billede {id}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f"<a:blip {reference}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


def _object(shown: str, attributes: str = "", size: int = 914400, id: int = 80) -> str:
    """An embedded object as PowerPoint writes it: old programs get VML, new ones a picture."""
    named = 'name="Ark" r:id="rId98" imgW="100" imgH="100" progId="Excel.Sheet.12"'
    ole = f"<p:oleObj {named}><p:embed/>{shown}</p:oleObj>"
    old = f'<p:oleObj spid="_x0000_s1026" {named}><p:embed/></p:oleObj>'
    both = (
        f'<mc:AlternateContent {_MC}><mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">'
        f"{old}</mc:Choice><mc:Fallback>{ole}</mc:Fallback></mc:AlternateContent>"
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="Objekt"{attributes}/><p:cNvGraphicFramePr/>'
        f'<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="100" y="100"/><a:ext cx="{size}" cy="{size}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">{both}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def _with_png(id: str) -> Change:
    """A picture of the layout under an id."""

    def change(entries: Entries) -> None:
        png = next(data for name, data in entries.items() if name.startswith("ppt/media/"))
        entries["ppt/media/mere.png"] = png
        related(LAYOUT_RELATIONS, "image", "../media/mere.png", id)(entries)

    return change


_EMBEDDED = every(
    added("ppt/embeddings/oleObject1.bin", b"Hemmelig"),
    related(LAYOUT_RELATIONS, "oleObject", "../embeddings/oleObject1.bin", "rId98"),
)


def test_a_picture_that_is_not_in_the_file_leaves_its_place_empty(mended: Mended) -> None:
    change = every(related(LAYOUT_RELATIONS, "image", "../media/NULL"), tree(_picture('r:embed="rId99"')))
    parts = mended(change, "template-picture-missing", notes=("template-null-target",))
    assert b"Picture 70" not in parts[LAYOUT]


def test_an_id_that_no_relationship_has_is_taken_out(mended: Mended) -> None:
    parts = mended(tree(_picture('r:embed="rId404"')), "template-picture-missing")
    assert b"rId404" not in parts[LAYOUT]


def test_a_linked_picture_is_left_out_and_one_that_is_also_embedded_is_kept(mended: Mended) -> None:
    linked = related(LAYOUT_RELATIONS, "image", "file:///C:/Users/Hemmelig/logo.png", "rId97", "External")
    parts = mended(
        every(linked, tree(_picture('r:link="rId97"'))), "template-picture-missing", notes=("template-linked",)
    )
    assert b"Picture 70" not in parts[LAYOUT]
    both = every(linked, _with_png("rId96"), tree(_picture('r:embed="rId96" r:link="rId97"')))
    parts = mended(both, notes=("template-linked",))
    assert b"Picture 70" in parts[LAYOUT]
    assert not any(b"Hemmelig" in data for data in parts.values())


def test_a_missing_picture_behind_a_layout_gives_way_to_the_masters_ground(mended: Mended) -> None:
    ground = (
        '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId404"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
    )
    parts = mended(replaced(LAYOUT, "<p:spTree>", f"{ground}<p:spTree>"), "template-picture-missing")
    assert etree.fromstring(parts[LAYOUT]).find(f"{P}cSld/{P}bg") is None


def test_a_missing_picture_in_a_shape_leaves_the_shape_without_fill(mended: Mended) -> None:
    fill = (
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="10" cy="10"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:blipFill><a:blip r:embed="rId404"/><a:stretch/></a:blipFill>'
    )
    parts = mended(tree(shape(place=fill)), "template-picture-missing")
    assert etree.fromstring(parts[LAYOUT]).find(f".//{P}spPr/{A}noFill") is not None


def test_a_missing_picture_in_the_theme_gives_way_to_a_plain_fill(mended: Mended) -> None:
    named = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"'
    fill = f"<a:blipFill><a:blip {named}/><a:stretch/></a:blipFill>"
    change = substituted(
        "ppt/theme/theme1.xml",
        "(<a:bgFillStyleLst>.*?)<a:gradFill.*?</a:gradFill>(</a:bgFillStyleLst>)",
        rf"\1{fill}\2",
    )
    parts = mended(change, "template-picture-missing")
    listed = etree.fromstring(parts["ppt/theme/theme1.xml"]).find(f".//{A}bgFillStyleLst")
    assert listed is not None
    assert [one.tag for one in listed] == [f"{A}solidFill"] * 3


def test_an_embedded_object_becomes_its_picture_and_its_data_goes(mended: Mended) -> None:
    change = every(_EMBEDDED, _with_png("rId96"), tree(_object(_picture('r:embed="rId96"', 0))))
    parts = mended(change)
    root = etree.fromstring(parts[LAYOUT])
    assert root.find(f".//{P}graphicFrame") is None
    assert [one.get("name") for one in root.iterfind(f".//{P}pic/{P}nvPicPr/{P}cNvPr")] == ["Frame 80"]
    assert not any(b"Hemmelig" in data for data in parts.values())


def test_an_embedded_object_without_a_picture_is_left_out_and_said(mended: Mended) -> None:
    parts = mended(every(_EMBEDDED, tree(_object(""))), "template-object-dropped")
    assert b"oleObj" not in parts[LAYOUT]


@pytest.mark.parametrize("unseen", [_object("", ' hidden="1"'), _object("", size=1588)])
def test_an_object_that_nobody_sees_goes_without_a_word(unseen: str, mended: Mended) -> None:
    parts = mended(every(_EMBEDDED, tree(unseen)))
    assert b"oleObj" not in parts[LAYOUT]


def test_a_chart_on_a_layout_is_left_out_and_said(mended: Mended) -> None:
    chart = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="80" name="Diagram"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="100" y="100"/><a:ext cx="914400" cy="914400"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId98"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    change = every(
        added("ppt/charts/chart1.xml", b"<x>Hemmelig</x>"),
        related(LAYOUT_RELATIONS, "chart", "../charts/chart1.xml", "rId98"),
        tree(chart),
    )
    parts = mended(change, "template-object-dropped")
    assert b"graphicFrame" not in parts[LAYOUT]


def test_links_to_the_web_are_kept_and_all_others_go(mended: Mended) -> None:
    links = {
        "rId91": ("https://www.kommune.example/?a=1&amp;b=2", ""),
        "rId92": ("file:///C:/Users/Hemmelig/tal.xlsx", ""),
        "rId93": ("javascript:alert(1)", ""),
        "rId94": ("https://kommune.example/makro", ' action="ppaction://macro?name=Hemmelig"'),
    }
    shapes = "".join(
        shape(at, f'<a:hlinkClick r:id="{id}"{action}/>') for at, (id, (_, action)) in enumerate(links.items(), 71)
    )
    shapes += shape(79, '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>')
    change = every(
        *(related(LAYOUT_RELATIONS, "hyperlink", address, id, "External") for id, (address, _) in links.items()),
        tree(shapes),
    )
    parts = mended(change)
    kept = [target for kind, target, _ in relations(parts, LAYOUT).values() if kind == "hyperlink"]
    assert kept[0] == "https://www.kommune.example/?a=1&b=2"
    assert not any(b"Hemmelig" in data or b"javascript" in data for data in parts.values())
    assert len(list(etree.fromstring(parts[LAYOUT]).iter(f"{A}hlinkClick"))) == 2


def test_a_layouts_own_colours_are_kept(mended: Mended) -> None:
    def change(entries: Entries) -> None:
        theme = entries["ppt/theme/theme1.xml"].decode()
        held = theme[theme.index("<a:clrScheme") : theme.index("</a:clrScheme>")].replace("E35205", "123456")
        override = f'<a:themeOverride xmlns:a="{A[1:-1]}">{held}</a:clrScheme></a:themeOverride>'
        entries["ppt/theme/themeOverride1.xml"] = override.encode()
        kind = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
        listed = f'<Override PartName="/ppt/theme/themeOverride1.xml" ContentType="{kind}"/></Types>'
        replaced(TYPES, "</Types>", listed)(entries)
        related(LAYOUT_RELATIONS, "themeOverride", "../theme/themeOverride1.xml")(entries)

    parts = mended(change)
    assert b"123456" in parts["ppt/theme/themeOverride1.xml"]
    assert "themeOverride" in {kind for kind, _, _ in relations(parts, LAYOUT).values()}


def test_a_target_outside_the_file_leads_nowhere(mended: Mended) -> None:
    change = every(related(LAYOUT_RELATIONS, "image", "../../../../etc/passwd"), tree(_picture('r:embed="rId99"')))
    mended(change, "template-picture-missing")


def test_a_drawing_with_a_script_goes_and_its_picture_stays(mended: Mended) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    blip = (
        'r:embed="rId96"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId95"/></a:ext></a:extLst>'
        "</a:blip"
    )
    change = every(
        _with_png("rId96"),
        added("ppt/media/logo.svg", svg),
        replaced(TYPES, "</Types>", '<Override PartName="/ppt/media/logo.svg" ContentType="image/svg+xml"/></Types>'),
        related(LAYOUT_RELATIONS, "image", "../media/logo.svg", "rId95"),
        tree(_picture(blip).replace("</a:blip/>", "</a:blip>")),
    )
    parts = mended(change)
    assert b"svgBlip" not in parts[LAYOUT]
    assert b"Picture 70" in parts[LAYOUT]
    harmless = every(change, added("ppt/media/logo.svg", svg.replace(b"<script>alert(1)</script>", b"<path/>")))
    assert b"svgBlip" in mended(harmless)[LAYOUT]
