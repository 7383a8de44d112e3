"""What programs write by saving alone: none of it is an edit."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from edited import Change, attach, both, changed, swap, told
from powerpoint_sample import full
from powerpoint_written import write
from workbooks import in_workbook, saved_by_openpyxl

_SLIDES = "ppt/slides/slide{}.xml"
_TEXT, _BODY, _GROUP, _TABLE, _PICTURES = (_SLIDES.format(number) for number in (1, 2, 3, 4, 13))
_CHART = "ppt/charts/chart1.xml"
_NOTES = "ppt/notesSlides/notesSlide1.xml"
_MAIN, _CORE, _APP = "ppt/presentation.xml", "docProps/core.xml", "docProps/app.xml"
_LAYOUT, _THEME = "ppt/slideLayouts/slideLayout1.xml", "ppt/theme/theme1.xml"
_WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
_SHEET = "xl/worksheets/sheet1.xml"
_SHEET_ML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _everywhere(prefix: str, old: str, new: str) -> Change:
    """Replace all that matches in the parts of a folder."""

    def change(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith(prefix) and name.endswith(".xml")]:
            parts[name] = re.sub(old.encode(), new.encode(), parts[name], flags=re.DOTALL)

    return change


def _extension(part: str, before: str, namespace: str, uri: str, inside: str) -> Change:
    listed = f'<{namespace}:extLst><{namespace}:ext uri="{uri}">{inside}</{namespace}:ext></{namespace}:extLst>'
    return swap(part, before, listed + before)


def _creation_id(part: str) -> Change:
    uri = '<a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}">'
    made = '<x:creationId xmlns:x="http://schemas.microsoft.com/office/drawing/2014/main" id="{0B1C}"/>'
    return swap(part, r'(<p:cNvPr id="2" [^>]*?)/>', rf"\1><a:extLst>{uri}{made}</a:ext></a:extLst></p:cNvPr>")


def _inline_strings(parts: dict[str, bytes]) -> None:
    """The table of strings into strings in their cells, as other programs write them."""
    texts = re.findall(rb"<si>(.*?)</si>", parts.pop("xl/sharedStrings.xml"), re.DOTALL)

    def inline(found: re.Match[bytes]) -> bytes:
        return b't="inlineStr"><is>%s</is></c>' % texts[int(found[1])]

    parts[_SHEET], count = re.subn(rb't="s"><v>(\d+)</v></c>', inline, parts[_SHEET])
    assert count


def _formula(parts: dict[str, bytes]) -> None:
    swap(_SHEET, "(<c r=.B2.[^>]*>)<v>450</v>", r"\1<f>400+50</f><v>450</v>")(parts)
    parts["xl/calcChain.xml"] = f'<calcChain xmlns="{_SHEET_ML}"><c r="B2" i="1"/></calcChain>'.encode()
    parts["docProps/app.xml"] = b"<Properties/>"


def _empty_cells(parts: dict[str, bytes]) -> None:
    swap(_SHEET, "</row>", '<c r="H1" s="3"/></row>')(parts)


def _column_widths(book: Any) -> None:
    book.active.column_dimensions["A"].width = 30
    book.active["B2"].number_format = "0.00"


def _sorted_namespaces(parts: dict[str, bytes]) -> None:
    for name in (_TEXT, _TABLE, _CHART):
        start = re.search(rb"<[pc]:\w+( xmlns:\w+=\"[^\"]*\")+", parts[name])
        assert start is not None
        tag, *declared = start[0].split(b" ")
        parts[name] = parts[name].replace(start[0], b" ".join([tag, *reversed(declared)]), 1)


_SPELT_OUT = (
    '<a:bodyPr rot="0" spcFirstLastPara="0" vertOverflow="overflow" horzOverflow="overflow" vert="horz" '
    'wrap="square" spcCol="0" fromWordArt="0" anchorCtr="0" forceAA="0" compatLnSpc="1" upright="0" lIns'
)
_ENDS = '<a:round/><a:headEnd type="none" w="med" len="med"/><a:tailEnd type="none" w="med" len="med"/>'
_STYLES = (
    f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:c14="urn:c14" Requires="c14"><c14:style val="102"/>'
    '</mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent><c:chart>'
)
_NO_TRANSITION = (
    f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:p14="{_P14}" Requires="p14"><p:transition spd="slow"/>'
    '</mc:Choice><mc:Fallback><p:transition spd="slow"/></mc:Fallback></mc:AlternateContent></p:sld>'
)
_BARE = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'
_FACE = 'typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"'
_HIDDEN_LINE = '<x:hiddenLine xmlns:x="urn:a14"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></x:hiddenLine>'

_SAVES: dict[str, Change] = {
    # workbooks
    "workbook saved by another program": saved_by_openpyxl(_WORKBOOK),
    "column widths and number formats": saved_by_openpyxl(_WORKBOOK, _column_widths),
    "strings in their cells": in_workbook(_WORKBOOK, _inline_strings),
    "a formula of the same value": in_workbook(_WORKBOOK, _formula),
    "empty cells with a style": in_workbook(_WORKBOOK, _empty_cells),
    "numbers spelt otherwise in a workbook": in_workbook(_WORKBOOK, swap(_SHEET, "<v>450</v>", "<v>4.5E2</v>")),
    # charts
    "formats of cells lost": _everywhere("ppt/charts/", "<c:formatCode>[^<]*<", "<c:formatCode>General<"),
    "formats of single cells": swap(
        _CHART, '<c:pt idx="0"( formatCode="[^"]*")?><c:v>450', '<c:pt idx="0" formatCode="0%"><c:v>450'
    ),
    "another language of charts": _everywhere("ppt/charts/", '<c:lang val="da-DK"/>', '<c:lang val="en-US"/>'),
    "no language of charts": _everywhere("ppt/charts/", '<c:lang val="da-DK"/>', ""),
    "style of charts": _everywhere("ppt/charts/", "<c:chart>", _STYLES),
    "axes numbered anew": _everywhere("ppt/charts/", '(axId|crossAx) val="', r"\g<0>7"),
    "numbers of charts spelt otherwise": swap(_CHART, "<c:v>450</c:v>", "<c:v>450.00000000000000</c:v>"),
    "defaults of charts added": swap(_CHART, "<c:plotVisOnly", '<c:showDLblsOverMax val="0"/><c:plotVisOnly'),
    "defaults of charts left out": _everywhere("ppt/charts/", '<c:orientation val="minMax"/>', "<c:orientation/>"),
    "ids of series": _extension(
        _CHART,
        "</c:ser>",
        "c",
        "{C3380CC4-5D6E-409C-BE32-E72D297353CC}",
        '<x:uniqueId xmlns:x="urn:c16" val="{00000000-A}"/>',
    ),
    "layout of labels once more": _extension(
        _CHART, "</c:dLbls>", "c", "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", '<x:layout xmlns:x="urn:c15"/>'
    ),
    # texts
    "marks of the spelling": _everywhere(
        "ppt/slides/", '<a:rPr lang="da-DK"', r'\g<0> dirty="0" err="1" smtClean="0"'
    ),
    "bookmark ids": _everywhere("ppt/slides/", '<a:rPr lang="da-DK"', r'\g<0> bmk="b1" altLang="en-US"'),
    "ids of revisions": _everywhere("ppt/slides/", "<a:p>", '<a:p rsidR="00AA" rsidRDefault="00BB">'),
    "cut runs": swap(
        _TEXT, r"(<a:r>(<a:rPr(?:(?!</a:rPr>).)*</a:rPr>)<a:t>)Mindst", r"\1Min</a:t></a:r><a:r>\2<a:t>dst"
    ),
    "page number worked out": swap(_TEXT, "<a:t>1</a:t></a:fld>", "<a:t>‹#›</a:t></a:fld>"),
    "look of a paragraph's end": _everywhere("ppt/slides/", "<a:endParaRPr [^>]*/>", '<a:endParaRPr lang="en-US"/>'),
    "text wrapped as always": _everywhere("ppt/slides/", "<a:bodyPr>", '<a:bodyPr wrap="square">'),
    "all of a text box spelt out": swap(_TEXT, '<a:bodyPr wrap="square" lIns', _SPELT_OUT),
    "defaults of a paragraph": _everywhere(
        "ppt/slides/", "<a:pPr ", '<a:pPr rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1" '
    ),
    "what is known of a face": _everywhere("ppt/slides/", 'typeface="Arial"', _FACE),
    # shapes
    "ids anew": _everywhere("ppt/slides/", r'(<p:cNvPr id=")', r"\g<1>9"),
    "creation ids": both(*(_creation_id(part) for part in (_TEXT, _BODY, _GROUP, _TABLE, _PICTURES))),
    "creation id of a slide": _extension(
        _BODY,
        "</p:cSld>",
        "p",
        "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}",
        f'<x:creationId xmlns:x="{_P14}" val="3127"/>',
    ),
    "resolution of a picture": swap(
        _PICTURES,
        '<a:blip r:embed="rId2"/>',
        '<a:blip r:embed="rId2" cstate="none"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}">'
        '<x:useLocalDpi xmlns:x="urn:a14" val="0"/></a:ext></a:extLst></a:blip>',
    ),
    "line that a picture would have": _extension(
        _PICTURES, "</p:spPr>", "a", "{91240B29-F687-4F45-9708-019B960494DF}", _HIDDEN_LINE
    ),
    "an extension of ids alone": _extension(
        _BODY, "</p:cSld>", "p", "{99999999-0000-0000-0000-000000000000}", '<x:taskId xmlns:x="urn:x" val="3"/>'
    ),
    "not decorative": swap(
        _PICTURES,
        'descr="Et billede"/>',
        'descr="Et billede"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><x:decorative '
        'xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="0"/></a:ext></a:extLst>'
        "</p:cNvPr>",
    ),
    "no effects": _everywhere("ppt/slides/", "</a:prstGeom>", "</a:prstGeom><a:effectLst/>"),
    "nothing cropped": _everywhere("ppt/slides/", "<a:stretch>", '<a:srcRect l="0" t="0" r="0" b="0"/><a:stretch>'),
    "not turned": _everywhere("ppt/slides/", "<a:xfrm>", '<a:xfrm rot="0" flipH="false" flipV="0">'),
    "locks that are open": _everywhere("ppt/slides/", "<a:spLocks ", '<a:spLocks noMove="0" noResize="false" '),
    "defaults of a placeholder": _everywhere(
        "ppt/slides/", "<p:ph ", '<p:ph orient="horz" sz="full" hasCustomPrompt="0" '
    ),
    "a tooltip that says nothing": _everywhere(
        "ppt/slides/", "<a:hlinkClick ", '<a:hlinkClick tooltip="" history="1" '
    ),
    # tables
    "borders completed": _everywhere(
        "ppt/slides/", '(<a:lnB w="12700" )(.*?)</a:lnB>', rf'\1algn="ctr" \2{_ENDS}</a:lnB>'
    ),
    "borders that are not drawn": _everywhere("ppt/slides/", '<a:lnL w="0">', '<a:lnL w="12700" cmpd="sng">'),
    "ids of rows": _everywhere(
        "ppt/slides/",
        "</a:tr>",
        '<a:extLst><a:ext uri="{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"><x:rowId xmlns:x="urn:a16" val="1"/></a:ext>'
        "</a:extLst></a:tr>",
    ),
    "frame of a table": swap(_TABLE, 'cy="1828800"', 'cy="1999999"'),
    "cells spelt out": _everywhere("ppt/slides/", "<a:tc>", '<a:tc rowSpan="1" gridSpan="1" hMerge="0" vMerge="0">'),
    # slides
    "a timing that animates nothing": _everywhere("ppt/slides/", "</p:sld>", f"{_BARE}</p:sld>"),
    "a transition that shows nothing": _everywhere("ppt/slides/", "</p:sld>", _NO_TRANSITION),
    "shown": _everywhere("ppt/slides/", "<p:sld ", '<p:sld show="1" showMasterSp="true" '),
    "no colour map": _everywhere("ppt/slides/", "<p:clrMapOvr>.*?</p:clrMapOvr>", ""),
    "namespaces declared": _everywhere("ppt/slides/", "<p:clrMapOvr>", '<p:clrMapOvr xmlns:x="urn:x">'),
    "namespaces in another order": _sorted_namespaces,
    "attributes in another order": _everywhere(
        "ppt/slides/", r'<a:off x="(\d+)" y="(\d+)"/>', r'<a:off y="\2" x="\1"></a:off>'
    ),
    "what may be ignored": _everywhere("ppt/slides/", "<p:sld ", f'<p:sld xmlns:mc="{_MC}" mc:Ignorable="a14 p14" '),
    "guides": _extension(
        _LAYOUT, "</p:sldLayout>", "p", "{DCECCB84-F9BA-43D5-87BE-67443E8EF086}", '<x:sldGuideLst xmlns:x="urn:p15"/>'
    ),
    "family of a theme": _extension(
        _THEME,
        "</a:theme>",
        "a",
        "{05A4C25C-085E-4340-85A3-A5531E510DB2}",
        '<x:themeFamily xmlns:x="urn:t" name="T"/>',
    ),
    "empty notes": swap(_NOTES, "</p:txBody>", '<a:p><a:endParaRPr lang="da-DK"/></a:p></p:txBody>'),
    # the document
    "who saved last, and when": both(
        swap(_CORE, "lastModifiedBy>[^<]*<", "lastModifiedBy>Anna<"),
        swap(_CORE, "revision>1<", "revision>7<"),
        swap(_CORE, r"(dcterms:modified [^>]*>)[^<]*", r"\g<1>2026-11-26T08:00:00Z"),
    ),
    "counts of a document": swap(_APP, "<TotalTime>0<", "<Words>900</Words><TotalTime>12<"),
    "the program": swap(_APP, "deckgen<", "Microsoft Office PowerPoint<"),
    "a property that is empty": swap(
        _CORE, "</cp:coreProperties>", "<cp:keywords></cp:keywords></cp:coreProperties>"
    ),
    "a show as it always is": swap(
        "ppt/presProps.xml",
        "<p:extLst>",
        '<p:showPr showNarration="1" useTimings="1"><p:present/><p:sldAll/></p:showPr><p:extLst>',
    ),
    "styles of tables added": swap(
        "ppt/tableStyles.xml", "/>$", '><a:tblStyle styleId="{5C22}" styleName="Medium Style 2"/></a:tblStyleLst>'
    ),
    "default text style left out": swap(_MAIN, "<p:defaultTextStyle>.*</p:defaultTextStyle>", ""),
    "a thumbnail": attach("", "metadata/thumbnail", "docProps/thumbnail.jpeg", b"jpeg"),
    "parts of PowerPoint's own": both(
        attach(_MAIN, "changesInfo", "ppt/changesInfos/changesInfo1.xml", b"<x/>"),
        attach(_CHART, "chartStyle", "ppt/charts/style1.xml", b"<x/>"),
    ),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sample")
    return write(folder / "deck.pptx", full(folder)).read_bytes()


@pytest.mark.parametrize("name", _SAVES)
def test_what_a_save_writes_by_itself_is_no_edit(name: str, sample: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(sample)
    assert told(changed(path, _SAVES[name])) == ()
