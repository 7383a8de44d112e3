"""One edit at a time, as PowerPoint would write it, and by what name the editor is told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from edited import Change, attach, both, changed, custom_property, swap, told
from powerpoint_sample import full
from powerpoint_written import write
from workbooks import in_workbook

from deckgen.powerpoint.readback.edits import Edited, Labelled, since_built

_SLIDES = "ppt/slides/slide{}.xml"
_TEXT, _BODY, _GROUP, _TABLE, _PICTURES = (_SLIDES.format(number) for number in (1, 2, 3, 4, 13))
_CHART = "ppt/charts/chart1.xml"
_NOTES = "ppt/notesSlides/notesSlide1.xml"
_MAIN = "ppt/presentation.xml"
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_OFFICE_2018 = "http://schemas.microsoft.com/office/2018/10/relationships"

_FADE = '<p:transition spd="slow"><p:fade/></p:transition>'
_ANIMATION = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:par><p:cTn id="2"/></p:par></p:childTnLst></p:cTn>'
    "</p:par></p:tnLst></p:timing>"
)
_BACKGROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFEEDD"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
)
_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="40" name="Tekstfelt 39"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Husk</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
)
_LEGACY = (
    b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0"/></p:cmLst>'
)
_THREADED = b'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"/>'
_LABELS = b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>'
_SHOW = '<p:custShowLst><p:custShow name="Kort" id="0"><p:sldLst><p:sld r:id="rId9"/></p:sldLst></p:custShow>'


def _core(tag: str, text: str) -> Change:
    return swap(_CORE, f"<{tag}>[^<]*</{tag}>", f"<{tag}>{text}</{tag}>")


def _added(tag: str, text: str) -> Change:
    return swap(_CORE, "</cp:coreProperties>", f"<{tag}>{text}</{tag}></cp:coreProperties>")


def _extension(uri: str, inside: str) -> Change:
    """An extension of the slide's picture."""
    listed = f'<a:extLst><a:ext uri="{uri}">{inside}</a:ext></a:extLst>'
    return swap(_PICTURES, '<a:blip r:embed="rId2"/>', f'<a:blip r:embed="rId2">{listed}</a:blip>')


def _cell(reference: str, old: str, new: str) -> Change:
    return in_workbook(
        _WORKBOOK,
        lambda parts: swap("xl/worksheets/sheet1.xml", f'(<c r="{reference}"[^>]*>.*?){old}', rf"\g<1>{new}")(parts),
    )


def _dropped_rows(parts: dict[str, bytes]) -> None:
    parts[_TABLE] = re.sub(rb"<a:tr h=.*?</a:tr>", b"", parts[_TABLE], count=1, flags=re.DOTALL)


_EDITS: dict[str, tuple[Change, tuple[str, ...]]] = {
    # what is written
    "title": (swap(_BODY, "Titel krop", "Ny titel"), ("krop",)),
    "text": (swap(_TEXT, "Mindst ", "Højst "), ("tekst",)),
    "number in a text": (swap(_TEXT, r"1\.740", "1.741"), ("tekst",)),
    "break taken out": (swap(_TEXT, "<a:br>.*?</a:br>", ""), ("tekst",)),
    "space taken out": (swap(_TEXT, "<a:t>Mindst </a:t>", "<a:t>Mindst</a:t>"), ("tekst",)),
    "text of a field": (
        both(
            swap(_TEXT, 'type="slidenum"', 'type="footertext"'),
            swap(_TEXT, "<a:t>1</a:t></a:fld>", "<a:t>Side 1</a:t></a:fld>"),
        ),
        ("tekst",),
    ),
    "page number made a text": (
        swap(_TEXT, r"<a:fld [^>]*>(<a:rPr.*?</a:rPr>)?<a:t>1</a:t></a:fld>", "<a:r><a:t>1</a:t></a:r>"),
        ("tekst",),
    ),
    "paragraph added": (swap(_BODY, "</p:txBody>", "<a:p><a:r><a:t>Og</a:t></a:r></a:p></p:txBody>"), ("krop",)),
    "text box added": (swap(_BODY, "</p:spTree>", _BOX), ("krop",)),
    "shape deleted": (swap(_GROUP, "<p:cxnSp>.*?</p:cxnSp>|<p:sp>(?!.*<p:sp>).*?</p:sp>", ""), ("gruppe",)),
    # how it looks
    "bold": (swap(_BODY, 'sz="1600"', 'sz="1600" b="1"'), ("krop",)),
    "no longer bold": (swap(_BODY, ' b="1"', ' b="0"'), ("krop",)),
    "size": (swap(_BODY, 'sz="1600"', 'sz="1800"'), ("krop",)),
    "colour": (swap(_BODY, 'schemeClr val="tx1"', 'schemeClr val="accent2"'), ("krop",)),
    "face": (swap(_TEXT, 'typeface="\\+mn-lt"', 'typeface="Georgia"'), ("tekst",)),
    "alignment": (swap(_BODY, 'algn="l"', 'algn="ctr"'), ("krop",)),
    "bullet": (swap(_BODY, 'char="•"', 'char="–"'), ("krop",)),
    "space before": (swap(_BODY, '<a:spcPts val="0"/>', '<a:spcPts val="600"/>'), ("krop",)),
    "margins of a text": (swap(_TEXT, 'lIns="0"', 'lIns="91440"'), ("tekst",)),
    "anchor": (swap(_TEXT, 'anchor="ctr"', 'anchor="b"'), ("tekst",)),
    "no wrapping": (swap(_TEXT, 'wrap="square"', 'wrap="none"'), ("tekst",)),
    "place": (swap(_TEXT, 'x="548640"', 'x="600000"'), ("tekst",)),
    "turned": (swap(_PICTURES, "<a:xfrm>(?=<a:off x=.914400)", '<a:xfrm rot="5400000">'), ("billede",)),
    "mirrored": (swap(_PICTURES, "<a:xfrm>(?=<a:off x=.914400)", '<a:xfrm flipH="1">'), ("billede",)),
    "fill": (
        swap(_TEXT, "</a:prstGeom><a:noFill/>", '</a:prstGeom><a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>'),
        ("tekst",),
    ),
    "line": (
        swap(
            _TEXT,
            "<a:ln><a:noFill/></a:ln>",
            '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>',
        ),
        ("tekst",),
    ),
    "dashed line": (swap(_TABLE, 'prstDash val="solid"', 'prstDash val="dash"'), ("tabel",)),
    "arrow head": (swap(_GROUP, '<a:prstDash val="dash"/>', r'\g<0><a:tailEnd type="triangle"/>'), ("gruppe",)),
    "shadow": (
        swap(_PICTURES, "</a:prstGeom>", '</a:prstGeom><a:effectLst><a:outerShdw blurRad="50800"/></a:effectLst>'),
        ("billede",),
    ),
    "background": (swap(_BODY, "<p:spTree>", _BACKGROUND), ("krop",)),
    "footers of the master hidden": (swap(_BODY, "<p:sld ", '<p:sld showMasterSp="0" '), ("krop",)),
    "colour map": (
        swap(_BODY, "<a:masterClrMapping/>", '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"/>'),
        ("krop",),
    ),
    "another slide layout": (swap("ppt/slides/_rels/slide2.xml.rels", r"slideLayout\d+", "slideLayout7"), ("krop",)),
    # tables
    "cell": (swap(_TABLE, "Række 1, 1", "Ny"), ("tabel",)),
    "height of a row": (swap(_TABLE, 'tr h="457200"', 'tr h="914400"'), ("tabel",)),
    "width of a column": (swap(_TABLE, 'gridCol w="3688080"', 'gridCol w="1688080"'), ("tabel",)),
    "row deleted": (_dropped_rows, ("tabel",)),
    "fill of a cell": (
        swap(_TABLE, "<a:noFill/></a:tcPr>", '<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill></a:tcPr>'),
        ("tabel",),
    ),
    "border of a cell": (swap(_TABLE, '<a:lnB w="12700"', '<a:lnB w="38100"'), ("tabel",)),
    "margins of a cell": (swap(_TABLE, 'marL="91440"', 'marL="0"'), ("tabel",)),
    "banded rows": (swap(_TABLE, '<a:tblPr firstRow="1"', '<a:tblPr firstRow="1" bandRow="1"'), ("tabel",)),
    "merged cells": (swap(_TABLE, "<a:tc>", '<a:tc gridSpan="2">'), ("tabel",)),
    # charts
    "value in a workbook": (_cell("B2", "450", "451"), ("pladsdiagram",)),
    "text in a workbook": (
        in_workbook(_WORKBOOK, lambda parts: swap("xl/sharedStrings.xml", "Energi", "Vind")(parts)),
        ("pladsdiagram",),
    ),
    "value of a chart": (swap(_CHART, "<c:v>450</c:v>", "<c:v>451</c:v>"), ("pladsdiagram",)),
    "label of a chart": (swap(_CHART, "mindst", "højst"), ("pladsdiagram",)),
    "colour of a bar": (swap(_CHART, 'schemeClr val="accent2"', 'schemeClr val="accent6"'), ("pladsdiagram",)),
    "gap of bars": (swap(_CHART, 'gapWidth val="50"', 'gapWidth val="150"'), ("pladsdiagram",)),
    "axis shown": (swap(_CHART, '<c:delete val="1"/>', '<c:delete val="0"/>'), ("pladsdiagram",)),
    "end of an axis": (swap(_CHART, '<c:min val="0"/>', r'<c:max val="1000"/>\g<0>'), ("pladsdiagram",)),
    "decimals of labels": (
        swap(_CHART, 'numFmt formatCode="#,##0"', 'numFmt formatCode="#,##0.0"'),
        ("pladsdiagram",),
    ),
    "legend": (
        swap(_CHART, "<c:plotVisOnly", '<c:legend><c:legendPos val="b"/></c:legend><c:plotVisOnly'),
        ("pladsdiagram",),
    ),
    "label moved": (
        swap(
            _CHART,
            "<c:dLbl><c:idx val=.1./>",
            '<c:dLbl><c:idx val="1"/><c:layout><c:manualLayout><c:x val="0.1"/></c:manualLayout></c:layout>',
        ),
        ("pladsdiagram",),
    ),
    # pictures and what is said of them
    "cropped": (swap(_PICTURES, "<a:stretch>", '<a:srcRect l="10000"/><a:stretch>'), ("billede",)),
    "alt text": (swap(_PICTURES, 'descr="Et billede"', 'descr="Andet"'), ("billede",)),
    "alt text taken out": (swap(_PICTURES, ' descr="Foto"', ""), ("billede",)),
    "made decorative": (
        swap(
            _PICTURES,
            'descr="Et billede"/>',
            'descr="Et billede"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative '
            'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
            "</p:cNvPr>",
        ),
        ("billede",),
    ),
    "drawing over a picture": (
        _extension("{96DAC541-7B7A-43D3-8B79-37D633B846F1}", '<s:svgBlip xmlns:s="urn:svg" r:embed="rId3"/>'),
        ("billede",),
    ),
    "extension of a kind unknown": (
        _extension("{12345678-0000-0000-0000-000000000000}", '<v:look xmlns:v="urn:v" of="glass"/>'),
        ("billede",),
    ),
    # links
    "address": (swap("ppt/slides/_rels/slide1.xml.rels", "klynger", "andet"), ("tekst",)),
    "tooltip": (swap(_TEXT, '<a:hlinkClick r:id="rId2"', '<a:hlinkClick r:id="rId2" tooltip="Se her"'), ("tekst",)),
    "link to another slide": (
        swap("ppt/slides/_rels/slide3.xml.rels", "slides?/?slide4.xml|slide4.xml", "slide5.xml"),
        ("gruppe",),
    ),
    "link taken away": (swap(_TEXT, "<a:hlinkClick .*?</a:hlinkClick>", ""), ("tekst",)),
    # how it is shown
    "hidden": (swap(_BODY, "<p:sld ", '<p:sld show="0" '), ("krop",)),
    "transition": (swap(_BODY, "</p:sld>", f"{_FADE}</p:sld>"), ("krop",)),
    "time of a slide": (swap(_BODY, "</p:sld>", '<p:transition advTm="5000"/></p:sld>'), ("krop",)),
    "transition of 2010": (
        swap(
            _BODY,
            "</p:sld>",
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
            f'xmlns:p14="{_P14}" Requires="p14"><p:transition p14:dur="2000"><p14:prism/></p:transition></mc:Choice>'
            f"<mc:Fallback>{_FADE}</mc:Fallback></mc:AlternateContent></p:sld>",
        ),
        ("krop",),
    ),
    "animation": (swap(_BODY, "</p:sld>", f"{_ANIMATION}</p:sld>"), ("krop",)),
    "custom show": (swap(_MAIN, "<p:notesSz", f"{_SHOW}</p:custShowLst><p:notesSz"), ("custom show Kort",)),
    "first slide's number": (
        swap(_MAIN, "<p:presentation ", '<p:presentation firstSlideNum="5" '),
        ("number of the first slide",),
    ),
    # notes and comments
    "notes": (swap(_NOTES, "Sig dette", "Sig noget andet"), ("notes of tekst",)),
    "look of notes": (swap(_NOTES, "<a:rPr ", '<a:rPr b="1" '), ("notes of tekst",)),
    "comment": (attach(_BODY, "comments", "ppt/comments/comment1.xml", _LEGACY), ("comments on krop",)),
    "threaded comment": (
        attach(_BODY, "comments", "ppt/comments/modernComment_100_0.xml", _THREADED, _OFFICE_2018),
        ("comments on krop",),
    ),
    "author of comments": (
        attach(_MAIN, "commentAuthors", "ppt/commentAuthors.xml", b"<p/>"),
        ("authors of comments",),
    ),
    "author of threaded comments": (
        attach(_MAIN, "authors", "ppt/authors.xml", b"<p/>", _OFFICE_2018),
        ("authors of comments",),
    ),
    # the document
    "document title": (_core("dc:title", "Et andet møde"), ("document title",)),
    "document author": (_core("dc:creator", "En anden"), ("document author",)),
    "document subject": (_core("dc:subject", "Noget andet"), ("document subject",)),
    "document comments": (_added("dc:description", "Udkast"), ("document comments",)),
    "document keywords": (_added("cp:keywords", "klynger"), ("document keywords",)),
    "document category": (_added("cp:category", "Møde"), ("document category",)),
    "document status": (_added("cp:contentStatus", "Endelig"), ("document status",)),
    "company": (swap(_APP, "<Company>Navigators", "<Company>Andre"), ("company",)),
    "manager": (swap(_APP, "<Company>", "<Manager>Chef</Manager><Company>"), ("manager",)),
    "property of one's own": (custom_property("Sag", "2026-114"), ("property Sag",)),
    "label in properties": (custom_property("MSIP_Label_1_Enabled", "true"), ("sensitivity label",)),
    "label": (
        attach(
            "",
            "classificationlabels",
            "docMetadata/LabelInfo.xml",
            _LABELS,
            "http://schemas.microsoft.com/office/2020/02/relationships",
        ),
        ("sensitivity label",),
    ),
    "settings of the show": (
        swap("ppt/presProps.xml", "<p:extLst>", '<p:showPr loop="1"><p:kiosk/></p:showPr><p:extLst>'),
        ("settings of the slide show",),
    ),
    "look of new texts": (
        swap(_MAIN, '(<p:defaultTextStyle>.*?) sz="1800"', r'\1 sz="2800"'),
        ("default text style",),
    ),
    "look of new tables": (
        swap("ppt/tableStyles.xml", 'def="[^"]*"', 'def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"'),
        ("default table style",),
    ),
    "macros": (attach(_MAIN, "vbaProject", "ppt/vbaProject.bin", b"vba"), ("macros",)),
    # what slides stand on
    "title of a section": (swap(_MAIN, 'p14:section name="', r"\g<0>Ny "), ("sections",)),
    "slide size": (swap(_MAIN, 'sldSz cx="\\d+"', 'sldSz cx="9144000"'), ("slide size",)),
    "slide master": (swap("ppt/slideMasters/slideMaster1.xml", ' sz="\\d+"', ' sz="7700"'), ("slide master",)),
    "slide layout": (
        swap("ppt/slideLayouts/slideLayout1.xml", ' x="\\d+"', ' x="77"'),
        ("slide layout Title Slide",),
    ),
    "theme": (
        swap("ppt/theme/theme1.xml", 'srgbClr val="\\w+"', 'srgbClr val="ABCDEF"'),
        ("theme of the slide master",),
    ),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sample")
    return write(folder / "deck.pptx", full(folder)).read_bytes()


@pytest.mark.parametrize("name", _EDITS)
def test_an_edit_is_told_by_the_name_that_its_user_knows(name: str, sample: bytes, tmp_path: Path) -> None:
    change, expected = _EDITS[name]
    path = tmp_path / "deck.pptx"
    path.write_bytes(sample)
    assert told(changed(path, change)) == expected


@pytest.mark.parametrize(
    ("change", "told_apart"),
    [
        (custom_property("MSIP_Label_1_Enabled", "true"), ("sensitivity label",)),
        (custom_property("Sag", "2026-114"), ("property Sag",)),
        (both(custom_property("Sag", "2026-114"), swap(_BODY, "Titel krop", "Ny titel")), None),
    ],
)
def test_what_a_file_is_labelled_with_is_told_apart_where_nothing_else_changed(
    change: Change, told_apart: tuple[str, ...] | None, sample: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(sample)
    since = since_built(changed(path, change))
    assert since == (Labelled(told_apart) if told_apart else Edited(("krop", "property Sag")))
