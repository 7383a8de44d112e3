"""Templates with faults of their own: taken in and mended, and it is said where decks will show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from preflighted import (
    LAYOUT,
    LAYOUT_RELATIONS,
    MAIN,
    MAIN_RELATIONS,
    MASTER,
    MASTER_RELATIONS,
    TYPES,
    A,
    Entries,
    Mended,
    P,
    added,
    changed,
    every,
    layouts,
    mends,
    parts_of,
    related,
    relations,
    replaced,
    run,
    shape,
    substituted,
    tree,
)

from deckgen.picture_files.drawing import bare_drawing
from templates import made

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMES = ["Forside", "Titel og indhold", "Afsnitsoverskrift", "To indholdsobjekter", "Kun titel", "Tom"]
_NAMES += ["Billede med billedtekst"]


@pytest.fixture
def mended(tmp_path: Path, validate: Callable[[Path], list[str]]) -> Mended:
    return mends(tmp_path, validate)


def _names(parts: dict[str, bytes]) -> list[str]:
    root = etree.fromstring(parts[MASTER])
    known = relations(parts, MASTER)
    listed = [known[one.get(f"{R}id", "")][1] for one in root.iter(f"{P}sldLayoutId")]
    return [etree.fromstring(parts[name]).find(f"{P}cSld").get("name", "") for name in listed]


def test_a_template_becomes_a_presentation(mended: Mended) -> None:
    parts = mended(lambda _: None)
    assert b"presentation.main+xml" in parts[TYPES]
    assert b"template.main" not in parts[TYPES]
    assert _names(parts) == _NAMES


def test_null_targets_are_taken_out_with_a_note(mended: Mended) -> None:
    change = every(
        related(LAYOUT_RELATIONS, "image", "NULL"),
        related(MAIN_RELATIONS, "customXml", "NULL"),
        related(MASTER_RELATIONS, "slideLayout", "../NULL"),
    )
    parts = mended(change, notes=("template-null-target",))
    assert not any(b"NULL" in data for data in parts.values())
    assert _names(parts) == _NAMES


def test_ids_of_masters_and_layouts_that_are_missing_or_double_are_set_anew(mended: Mended) -> None:
    change = every(
        substituted(MASTER, '<p:sldLayoutId id="[0-9]+"', '<p:sldLayoutId id="2147483648"'),
        substituted(MASTER, '<p:sldLayoutId id="[0-9]+"', "<p:sldLayoutId", 1),
    )
    parts = mended(change)
    ids = [one.get("id", "") for one in etree.fromstring(parts[MASTER]).iter(f"{P}sldLayoutId")]
    ids += [one.get("id", "") for one in etree.fromstring(parts[MAIN]).iter(f"{P}sldMasterId")]
    assert len(ids) == len(set(ids)) == 8
    assert min(map(int, ids)) >= 2147483648


def test_a_layout_that_is_listed_twice_or_not_there_counts_once_or_not_at_all(mended: Mended) -> None:
    twice = substituted(MASTER, "(<p:sldLayoutIdLst>)(<p:sldLayoutId .*?/>)", r"\1\2\2")
    gone = replaced(
        MASTER, "</p:sldLayoutIdLst>", '<p:sldLayoutId id="2147483999" r:id="rId404"/></p:sldLayoutIdLst>'
    )
    assert _names(mended(every(twice, gone))) == _NAMES


def test_a_namespace_by_a_relative_address_makes_a_part_a_broken_one(mended: Mended) -> None:
    odd = substituted("ppt/slideLayouts/slideLayout3.xml", "<p:sldLayout ", '<p:sldLayout xmlns:x="../x" ')
    assert "Afsnitsoverskrift" not in _names(mended(odd, "template-layout-broken"))


def test_what_makes_a_placeholder_stands_once_in_a_shape_and_nowhere_else(tmp_path: Path) -> None:
    def nest(entries: Entries) -> None:
        layout = etree.fromstring(entries[LAYOUT])
        holders = list(layout.iter(f"{P}ph"))
        inner = etree.SubElement(holders[0].getparent(), f"{P}nvPr")
        etree.SubElement(inner, f"{P}ph", type="ftr", idx="77")
        etree.SubElement(holders[1].getparent(), f"{P}ph", type="ftr", idx="78")
        entries[LAYOUT] = etree.tostring(layout)

    data, _ = run(changed(nest), tmp_path)
    assert data is not None
    indices = [one.get("idx") for one in etree.fromstring(parts_of(data)[LAYOUT]).iter(f"{P}ph")]
    assert indices
    assert not {"77", "78"} & set(indices)


def test_a_broken_layout_is_left_out_and_said(mended: Mended) -> None:
    parts = mended(substituted("ppt/slideLayouts/slideLayout3.xml", "</p:sldLayout>", ""), "template-layout-broken")
    assert "Afsnitsoverskrift" not in _names(parts)


def test_a_master_without_layouts_gets_one(tmp_path: Path, mended: Mended) -> None:
    change = every(
        substituted(MASTER, "<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", ""),
        substituted(MASTER_RELATIONS, '<Relationship [^>]*slideLayout"[^>]*/>', ""),
    )
    parts = mended(change, "template-no-layouts")
    assert _names(parts) == ["Title and Content"]
    data, _ = run(changed(change), tmp_path)
    assert data is not None
    (layout,) = layouts(data)
    assert {one.placeholder_format.type.name for one in layout.placeholders} >= {"TITLE", "OBJECT", "SLIDE_NUMBER"}
    assert all(one.width for one in layout.placeholders)


def test_a_master_without_layouts_beside_one_that_has_some_is_left_out(tmp_path: Path) -> None:
    second = "ppt/slideMasters/slideMaster2.xml"
    rels = "ppt/slideMasters/_rels/slideMaster2.xml.rels"
    change = every(
        substituted(second, "<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", ""),
        substituted(rels, '<Relationship [^>]*slideLayout"[^>]*/>', ""),
    )
    data, found = run(changed(change, "two_masters"), tmp_path)
    assert data is not None
    assert found == []
    assert [name for name in parts_of(data) if name.startswith("ppt/slideMasters/slideM")] == [MASTER]


def test_a_layout_of_two_masters_stays_with_the_first(tmp_path: Path) -> None:
    rels = "ppt/slideMasters/_rels/slideMaster2.xml.rels"
    data, found = run(changed(replaced(rels, "slideLayout7.xml", "slideLayout1.xml"), "two_masters"), tmp_path)
    assert data is not None
    assert found == []
    assert len(layouts(data)) == 11


def test_a_missing_theme_is_replaced_and_said(mended: Mended) -> None:
    parts = mended(substituted(MASTER_RELATIONS, '<Relationship [^>]*theme"[^>]*/>', ""), "template-theme-missing")
    assert b"Calibri" in parts["ppt/theme/theme1.xml"]


def test_a_theme_that_lacks_its_faces_is_no_theme(mended: Mended) -> None:
    mended(substituted("ppt/theme/theme1.xml", "<a:fontScheme.*</a:fontScheme>", ""), "template-theme-missing")


def test_two_masters_that_share_a_theme_get_one_each(tmp_path: Path) -> None:
    rels = "ppt/slideMasters/_rels/slideMaster2.xml.rels"
    data, _ = run(changed(substituted(rels, "theme[0-9]+.xml", "theme1.xml"), "two_masters"), tmp_path)
    assert data is not None
    parts = parts_of(data)
    themes = [
        target
        for master in (MASTER, "ppt/slideMasters/slideMaster2.xml")
        for kind, target, _ in relations(parts, master).values()
        if kind == "theme"
    ]
    assert len(set(themes)) == 2


def test_absolute_targets_strokes_and_capitals_are_understood(mended: Mended) -> None:
    change = every(
        replaced(
            MAIN_RELATIONS, 'Target="slideMasters/slideMaster1.xml"', 'Target="/ppt/slideMasters/slideMaster1.xml"'
        ),
        replaced(MASTER_RELATIONS, "../slideLayouts/slideLayout1.xml", "..\\slideLayouts\\slideLayout1.xml"),
        replaced(MASTER_RELATIONS, "../slideLayouts/slideLayout2.xml", "../SlideLayouts/SlideLayout2.XML"),
        replaced(MASTER_RELATIONS, "../slideLayouts/slideLayout3.xml", "../../ppt/slideLayouts/slideLayout%33.xml"),
    )
    assert _names(mended(change)) == _NAMES


def test_properties_of_a_document_library_fonts_settings_and_names_go(mended: Mended) -> None:
    change = every(
        added("customXml/item1.xml", b"<p>Hemmelig Ejer</p>"),
        related(MAIN_RELATIONS, "customXml", "../customXml/item1.xml", "rId90"),
        added("ppt/fonts/font1.fntdata", b"Hemmelig skrift"),
        related(MAIN_RELATIONS, "font", "fonts/font1.fntdata", "rId91"),
        replaced(
            MAIN,
            "<p:defaultTextStyle>",
            '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Hemmelig"/><p:regular r:id="rId91"/>'
            "</p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle>",
        ),
        added("ppt/printerSettings/printerSettings1.bin", b"Hemmelig printer"),
        related(MAIN_RELATIONS, "printerSettings", "printerSettings/printerSettings1.bin", "rId92"),
        added("ppt/viewProps.xml", b"<x>Hemmelig visning</x>"),
        related(MAIN_RELATIONS, "viewProps", "viewProps.xml", "rId93"),
        added("ppt/drawings/vmlDrawing1.vml", b"<xml>Hemmelig</xml>"),
        related(LAYOUT_RELATIONS, "vmlDrawing", "../drawings/vmlDrawing1.vml", "rId94"),
        added("docProps/thumbnail.jpeg", b"Hemmelig"),
        replaced(MAIN, "<p:presentation ", '<p:presentation removePersonalInfoOnSave="1" '),
    )
    parts = mended(change, notes=("template-custom-xml", "template-fonts-embedded"))
    assert not any(b"Hemmelig" in data for data in parts.values())
    assert {name.split("/")[0] for name in parts} == {"[Content_Types].xml", "_rels", "ppt"}


def test_animations_tags_and_controls_of_a_layout_go(mended: Mended) -> None:
    change = every(
        replaced(LAYOUT, "</p:spTree>", '</p:spTree><p:custDataLst><p:tags r:id="rId95"/></p:custDataLst>'),
        related(LAYOUT_RELATIONS, "tags", "../tags/tag1.xml", "rId95"),
        replaced(
            LAYOUT,
            "</p:clrMapOvr>",
            '</p:clrMapOvr><p:transition spd="slow"/><p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" '
            'restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>',
        ),
    )
    parts = mended(change)
    assert not any(word in parts[LAYOUT] for word in (b"timing", b"transition", b"tags"))


def test_places_with_decimals_are_rounded_and_half_places_inherited(mended: Mended) -> None:
    entry = "ppt/slideLayouts/slideLayout4.xml"
    change = every(
        substituted(entry, r'<a:off x="(\d+)" y="(\d+)"/>', r'<a:off x="\1.5" y="\2.25"/>', 1),
        tree(shape(77, place='<a:xfrm><a:off x="5" y="5"/></a:xfrm>')),
    )
    parts = mended(change)
    for one in etree.fromstring(parts[entry]).iter(f"{A}off"):
        assert one.get("x", "").isdigit()
    assert b'x="5" y="5"' not in parts[LAYOUT]


def test_sizes_of_text_that_are_no_numbers_are_inherited(mended: Mended) -> None:
    def sizes(parts: Entries) -> list[str | None]:
        return [one.get("sz") for one in etree.fromstring(parts[MASTER]).iter(f"{A}defRPr")]

    parts = mended(
        every(substituted(MASTER, 'sz="2800"', 'sz="NaN"'), substituted(MASTER, 'sz="1600"', 'sz="1600.4"'))
    )
    assert "NaN" not in sizes(parts)
    assert "1600" in sizes(parts)


def test_shape_ids_that_are_double_or_illegal_are_set_anew(mended: Mended) -> None:
    parts = mended(tree(shape(2) + shape(2) + shape(0)))
    ids = [one.get("id") for one in etree.fromstring(parts[LAYOUT]).iter(f"{P}cNvPr")]
    assert len(ids) == len(set(ids))
    assert "0" not in ids


def test_a_shape_that_lacks_what_every_shape_has_is_left_out_and_said(mended: Mended) -> None:
    broken = tree(shape(78, name="Halv").replace("<p:spPr></p:spPr>", ""))
    assert b"Halv" not in mended(broken, "template-shape-broken")[LAYOUT]


def test_placeholders_of_no_known_type_or_index_can_be_read(tmp_path: Path) -> None:
    change = every(
        replaced(LAYOUT, '<p:ph type="title"/>', '<p:ph type="headline"/>'),
        replaced(LAYOUT, '<p:ph idx="1"/>', '<p:ph idx="-7"/>'),
    )
    data, _ = run(changed(change), tmp_path)
    assert data is not None
    for layout in layouts(data):
        assert all(one.placeholder_format.idx >= 0 and one.placeholder_format.type for one in layout.placeholders)


def test_a_master_without_a_map_of_colours_gets_one(mended: Mended) -> None:
    parts = mended(substituted(MASTER, "<p:clrMap [^>]*/>", ""))
    assert etree.fromstring(parts[MASTER]).find(f"{P}clrMap") is not None


def test_notes_size_and_slide_size_are_supplied(mended: Mended) -> None:
    parts = mended(every(substituted(MAIN, "<p:sldSz [^>]*/>", ""), substituted(MAIN, "<p:notesSz [^>]*/>", "")))
    size = etree.fromstring(parts[MAIN]).find(f"{P}sldSz")
    assert size is not None
    assert (size.get("cx"), size.get("cy")) == ("9144000", "6858000")


def test_entries_with_strokes_of_another_system_are_read(tmp_path: Path) -> None:
    def turned(entries: Entries) -> None:
        for name in [name for name in entries if name.startswith("ppt/slideLayouts/")]:
            entries[name.replace("/", "\\")] = entries.pop(name)

    data, found = run(changed(turned), tmp_path)
    assert found == []
    straight, _ = run(made("danish_widescreen"), tmp_path)
    assert data == straight


def test_the_name_of_the_file_does_not_count(tmp_path: Path) -> None:
    one, _ = run(made("danish_widescreen"), tmp_path, "a.potx")
    other, _ = run(made("danish_widescreen"), tmp_path, "Skabelon (endelig) 2.pptx")
    assert one == other
    assert one is not None


def test_demo_slides_are_counted_in_a_note(tmp_path: Path) -> None:
    data, found = run(made("demo_slides"), tmp_path)
    assert data is not None
    said: Any = {one.code: one for one in found}
    assert said["template-slides-dropped"].severity == "info"
    assert "(4)" in said["template-slides-dropped"].message


def box(x: int, y: int) -> str:
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="900000" cy="500000"/></a:xfrm>'


def test_what_nobody_sees_on_a_slide_goes(mended: Mended) -> None:
    note = '<a:extLst><a:ext uri="{11111111-2222-3333-4444-555555555555}"><n xmlns="urn:n">Hemmelig</n></a:ext>'
    note += "</a:extLst>"
    shapes = (
        shape(81, place=box(99_000_000, 0), name="Hemmelig ude")
        + shape(82, place=box(0, -500_000), name="Hemmelig over")
        + shape(83, place=box(0, 0), name="Hemmelig skjult").replace('id="83"', 'id="83" hidden="1"')
        + shape(84, link=note, place=box(-450_000, 0), name="Ses halvt")
        + f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="85" name="Gruppe"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/><a:chOff x="99000000" y="0"/>'
        f'<a:chExt cx="9" cy="9"/></a:xfrm>'
        f"</p:grpSpPr>{shape(86, place=box(99_000_000, 0), name='Ses i gruppen')}</p:grpSp>"
    )
    parts = mended(tree(shapes))
    assert not any(b"Hemmelig" in data for data in parts.values())
    assert {"84", "85", "86"} <= {one.get("id", "") for one in etree.fromstring(parts[LAYOUT]).iter(f"{P}cNvPr")}


def grouped(inner: str, id: int, hidden: str = "") -> str:
    about = f'<p:nvGrpSpPr><p:cNvPr id="{id}" name="Hemmelig"{hidden}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f"<p:grpSp>{about}<p:grpSpPr>{box(0, 0)}</p:grpSpPr>{inner}</p:grpSp>"


def test_a_hidden_group_goes_with_all_that_is_in_it(mended: Mended) -> None:
    child = shape(88, place=box(0, 0), name="Hemmelig i gruppen")
    parts = mended(tree(grouped(grouped(child, 87), 86, ' hidden="1"')))
    assert not {"86", "87", "88"} & {one.get("id", "") for one in etree.fromstring(parts[LAYOUT]).iter(f"{P}cNvPr")}


@pytest.mark.parametrize(("alpha", "kept"), [("10000", False), ("100000", True)])
def test_a_faint_outline_of_text_goes(alpha: str, kept: bool, mended: Mended) -> None:
    ink = f'<a:solidFill><a:srgbClr val="111111"><a:alpha val="{alpha}"/></a:srgbClr></a:solidFill>'
    change = substituted(MASTER, r"(<p:bodyStyle>.*?<a:defRPr[^>]*>)", rf"\g<1><a:ln>{ink}</a:ln>", 1)
    assert (b"<a:ln>" in mended(change)[MASTER].partition(b"<p:bodyStyle>")[2]) is kept


def test_a_placeholder_off_the_page_stays_and_says_nothing(mended: Mended) -> None:
    said = '<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="da-DK"/><a:t>Hemmelig</a:t></a:r></a:p></p:txBody>'
    holder = shape(87, place=box(99_000_000, 0), name="Felt ude").replace(
        "<p:nvPr/>", '<p:nvPr><p:ph idx="77"/></p:nvPr>'
    )
    parts = mended(tree(holder.replace("</p:sp>", f"{said}</p:sp>")))
    assert b'idx="77"' in parts[LAYOUT]
    assert b"Hemmelig" not in parts[LAYOUT]


def test_the_names_that_somebody_gave_to_a_theme_go(mended: Mended) -> None:
    theme = "ppt/theme/theme1.xml"
    change = every(
        substituted(theme, r'(<a:theme [^>]*name=")[^"]*', r"\g<1>Hemmelig klient", 1),
        substituted(theme, r'(<a:clrScheme name=")[^"]*', r"\g<1>Hemmelig palet", 1),
        substituted(theme, r'(<a:fontScheme name=")[^"]*', r"\g<1>Hemmelige skrifter", 1),
    )
    assert not any(b"Hemmelig" in data for data in mended(change).values())


def test_a_drawing_loses_what_its_editor_wrote() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:e="urn:editor" viewBox="0 0 9 9" e:path="C:/Hemmelig" '
        b'data-owner="Hemmelig"><!-- Hemmelig --><title>Hemmelig</title><metadata><e:n>Hemmelig</e:n></metadata>'
        b'<e:view/><path d="M0 0H9V9Z" fill="#123456"/></svg>'
    )
    bare = bare_drawing(drawing)
    assert bare is not None
    assert b"Hemmelig" not in bare
    assert b"M0 0H9V9Z" in bare


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ('<a:srgbClr val="#003366"/>', b'<a:srgbClr val="003366"/>'),
        ('<a:srgbClr val="036"/>', b'<a:srgbClr val="003366"/>'),
        ('<a:srgbClr val="zzz"/>', b'<a:schemeClr val="tx1"/>'),
        ('<a:srgbClr val=""/>', b'<a:schemeClr val="tx1"/>'),
        ('<a:schemeClr val="tx99"/>', b'<a:schemeClr val="tx1"/>'),
        ('<a:sysClr val="windowText" lastClr="#FFF"/>', b'<a:sysClr val="windowText"/>'),
        ('<a:schemeClr val="tx1"><a:lumMod val="99999999999"/></a:schemeClr>', b'<a:schemeClr val="tx1"/>'),
    ],
)
def test_what_is_no_colour_is_told_and_one_that_is_stands_in(mended: Mended, said: str, stands: bytes) -> None:
    line = f"<a:ln><a:solidFill>{said}</a:solidFill></a:ln>"
    parts = mended(tree(shape(78).replace("<p:spPr></p:spPr>", f"<p:spPr>{line}</p:spPr>")), "template-color-broken")
    assert b"<a:ln><a:solidFill>" + stands in parts[LAYOUT]


def test_a_colour_of_the_theme_that_is_none_is_black(mended: Mended) -> None:
    theme = "ppt/theme/theme1.xml"
    broken = substituted(theme, "<a:accent1>.*?</a:accent1>", '<a:accent1><a:srgbClr val="blå"/></a:accent1>', 1)
    assert b'<a:accent1><a:srgbClr val="000000"/></a:accent1>' in mended(broken, "template-color-broken")[theme]
