"""What a client's template says of whoever made it, planted in many places: none of it arrives in a deck."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from preflighted import (
    LAYOUT,
    LAYOUT_RELATIONS,
    MAIN,
    MAIN_RELATIONS,
    MASTER,
    Change,
    Mended,
    added,
    every,
    mends,
    related,
    replaced,
    shape,
    substituted,
    tree,
)

WORD = "Hemmelig"
THEME, NOTES = "ppt/theme/theme1.xml", "ppt/notesMasters/notesMaster1.xml"
STYLES = "ppt/tableStyles.xml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def mended(tmp_path: Path, validate: Callable[[Path], list[str]]) -> Mended:
    return mends(tmp_path, validate)


def named(attributes: str) -> str:
    """A shape with these attributes in the place of its name."""
    return shape(91).replace('name="Felt"', attributes)


def part(name: str, kind: str, owner: str = MAIN_RELATIONS, data: bytes = b"<x>Hemmelig</x>") -> Change:
    up = "../" if owner == LAYOUT_RELATIONS else ""
    return every(added(f"ppt/{name}", data), related(owner, kind, f"{up}{name}", "rId95"))


def linked(attributes: str, target: str = "https://example.org") -> Change:
    link = f'<a:hlinkClick xmlns:r="{LINK}" r:id="rId96" {attributes}/>'
    return every(tree(shape(92, link=link)), related(LAYOUT_RELATIONS, "hyperlink", target, "rId96", "External"))


GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="93" name="Hemmelig gruppe" descr="Hemmelig" title="Hemmelig"/><p:cNvGrpSpPr/>'
    f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shape(94, name='Hemmelig i gruppen')}</p:grpSp>"
)
OFF = '<a:xfrm><a:off x="-5000000" y="0"/><a:ext cx="450000" cy="450000"/></a:xfrm>'
SAID = "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Hemmelig</a:t></a:r></a:p></p:txBody></p:sp>"
OFF_IN_GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="93" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/><a:chOff x="0" y="0"/><a:chExt cx="450000" cy="450000"/>'
    f"</a:xfrm></p:grpSpPr>{shape(94, place=OFF).replace('</p:sp>', SAID)}</p:grpSp>"
)
LINE = (
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="95" name="Hemmelig streg"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
    '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
    "</a:prstGeom></p:spPr></p:cxnSp>"
)
STYLE = (
    '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{0}">'
    '<a:tblStyle styleId="{11111111-2222-3333-4444-555555555555}" styleName="Hemmelig tabel"/></a:tblStyleLst>'
).replace("{0}", "{11111111-2222-3333-4444-555555555555}")

PLACED = (
    '<a:xfrm><a:off x="100000" y="100000"/><a:ext cx="450000" cy="450000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
)
FOREIGN = substituted(LAYOUT, "<p:sldLayout ", f'<p:sldLayout xmlns:mc="{MC}" xmlns:f="urn:x" mc:Ignorable="f" ', 1)
"""A namespace of another program, which PowerPoint passes over."""


SOUND = f'<a:hlinkClick xmlns:r="{LINK}" r:id="rId96"><a:snd r:embed="rId96" name="Hemmelig.wav"/></a:hlinkClick>'
FIELD = (
    '<p:txBody><a:bodyPr/><a:p><a:fld id="{11111111-2222-3333-4444-555555555555}" type="Hemmelig">'
    "<a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"
)


def text(looks: str, said: str = "Hemmelig") -> str:
    """A shape on the page with a text that looks so."""
    body = f'<a:r><a:rPr lang="da-DK">{looks}</a:rPr><a:t>{said}</a:t></a:r>'
    return shape(88, place=PLACED).replace("</p:sp>", f"<p:txBody><a:bodyPr/><a:p>{body}</a:p></p:txBody></p:sp>")


PLANTS: Mapping[str, Change] = {
    "attribute of another program": every(
        FOREIGN, substituted(LAYOUT, "<p:sldLayout ", '<p:sldLayout f:x="Hemmelig" ', 1)
    ),
    "name of another program": substituted(
        LAYOUT, "<p:sldLayout ", f'<p:sldLayout xmlns:mc="{MC}" xmlns:f="urn:Hemmelig" mc:Ignorable="f" ', 1
    ),
    "attribute of another program on a shape": every(
        FOREIGN, tree(shape(87, place=PLACED).replace("<p:sp>", '<p:sp f:y="Hemmelig">'))
    ),
    "element of another program": every(FOREIGN, tree(f"<f:note>Hemmelig</f:note>{shape(86, place=PLACED)}")),
    "alternative that no program shows": tree(
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:q="urn:q" Requires="q">{text("")}</mc:Choice>'
        f"<mc:Fallback>{shape(85, place=PLACED)}</mc:Fallback></mc:AlternateContent>"
    ),
    "id for programs": substituted(LAYOUT, "<p:cSld", '<p:cSld xml:id="Hemmelig"', 1),
    "text that lets all through": tree(
        text('<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>')
    ),
    "text without a fill": tree(text("<a:noFill/>")),
    "sound of a clicked link": every(
        tree(shape(84, link=SOUND)),
        related(LAYOUT_RELATIONS, "hyperlink", "https://example.org", "rId96", "External"),
    ),
    "type of a field": tree(shape(83, place=PLACED).replace("</p:sp>", FIELD)),
    "name of a shape on a layout": tree(named('name="Hemmelig figur"')),
    "name of a shape on a master": tree(named('name="Hemmelig figur"'), MASTER),
    "alt text of a shape": tree(named('name="Felt" descr="Hemmelig beskrivelse"')),
    "title of a shape": tree(named('name="Felt" title="Hemmelig titel"')),
    "name of a group and of what is in it": tree(GROUP),
    "text off the page in a group": tree(OFF_IN_GROUP),
    "name of a line": tree(LINE),
    "name of a shape on the notes master": tree(named('name="Hemmelig"'), NOTES),
    "alt text on the notes master": tree(named('name="Felt" descr="Hemmelig"'), NOTES),
    "name of the master": substituted(MASTER, '<p:cSld( name="[^"]*")?', '<p:cSld name="Hemmelig master"', 1),
    "matching name of a layout": substituted(LAYOUT, "<p:sldLayout ", '<p:sldLayout matchingName="Hemmelig" ', 1),
    "name of a table style": every(
        added(STYLES, STYLE.encode()), related(MAIN_RELATIONS, "tableStyles", "tableStyles.xml", "rId97")
    ),
    "custom colours": replaced(
        THEME,
        "</a:theme>",
        '<a:custClrLst><a:custClr name="Hemmelig"><a:srgbClr val="123456"/></a:custClr></a:custClrLst></a:theme>',
    ),
    "extra colour schemes": substituted(
        THEME,
        r'(<a:clrScheme name=")[^"]*(".*?</a:clrScheme>)(.*)<a:extraClrSchemeLst/>',
        r"\1Farver\2\3<a:extraClrSchemeLst><a:extraClrScheme>\1Hemmelig\2</a:extraClrScheme></a:extraClrSchemeLst>",
    ),
    "tooltip of a link": linked('tooltip="Hemmeligt tip"'),
    "sound of a link": linked('endSnd="1" invalidUrl="https://hemmelig.example/Hemmelig"'),
    "frame of a link": linked('tgtFrame="Hemmelig"'),
    "tags": part("tags/tag1.xml", "tags"),
    "tags of a layout": part("tags/tag2.xml", "tags", LAYOUT_RELATIONS),
    "comments": part("comments/comment1.xml", "comments", LAYOUT_RELATIONS),
    "authors of comments": part("commentAuthors.xml", "commentAuthors"),
    "handout master that is none": part("handoutMasters/handoutMaster1.xml", "handoutMaster"),
    "fonts": part("fonts/font1.fntdata", "font"),
    "settings of a printer": part("printerSettings/printerSettings1.bin", "printerSettings"),
    "revisions": part("revisionInfo.xml", "revisionInfo"),
    "changes": part("changesInfos/changesInfo1.xml", "changesInfo"),
    "settings of the view": part("viewProps.xml", "viewProps"),
    "settings of the show": part("presProps.xml", "presProps"),
    "drawing of another age": part("drawings/vmlDrawing1.vml", "vmlDrawing", LAYOUT_RELATIONS),
    "embedded object": part("embeddings/oleObject1.bin", "oleObject", LAYOUT_RELATIONS),
    "custom XML": every(
        added("customXml/item1.xml", b"<x>Hemmelig</x>"),
        related(MAIN_RELATIONS, "customXml", "../customXml/item1.xml", "rId98"),
    ),
    "thumbnail": added("docProps/thumbnail.jpeg", b"Hemmelig"),
    "custom properties": added("docProps/custom.xml", b"<x>Hemmelig</x>"),
    "labels of sensitivity": added("docMetadata/LabelInfo.xml", b"<x>Hemmelig</x>"),
    "custom show": replaced(
        MAIN,
        "<p:defaultTextStyle>",
        '<p:custShowLst><p:custShow name="Hemmelig" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
        "<p:defaultTextStyle>",
    ),
    "modification password": replaced(
        MAIN, "<p:defaultTextStyle>", '<p:modifyVerifier algorithmName="Hemmelig"/><p:defaultTextStyle>'
    ),
    "sections": substituted(
        MAIN,
        "</p:presentation>",
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Hemmelig" '
        'id="{11111111-2222-3333-4444-555555555555}"/></p14:sectionLst></p:ext></p:extLst></p:presentation>',
    ),
    "comment of the XML": substituted(LAYOUT, "</p:cSld>", "<!-- Hemmelig --></p:cSld>"),
    "instruction to a program": substituted(LAYOUT, "</p:cSld>", "<?word Hemmelig?></p:cSld>"),
    "header of the notes master": tree(
        shape(97)
        .replace("<p:nvPr/>", '<p:nvPr><p:ph type="hdr" sz="quarter" idx="7"/></p:nvPr>')
        .replace("</p:sp>", "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Hemmelig</a:t></a:r></a:p></p:txBody></p:sp>"),
        NOTES,
    ),
    "bookmark of a run": tree(
        shape(99).replace(
            "</p:sp>",
            '<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="da-DK" bmk="Hemmelig"/><a:t>Set</a:t></a:r></a:p></p:txBody>'
            "</p:sp>",
        )
    ),
    "macro of a shape": tree(shape(90).replace("<p:sp>", '<p:sp macro="Hemmelig">')),
    "text link of a shape": tree(shape(89).replace("<p:sp>", '<p:sp textlink="Hemmelig">')),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_nothing_that_was_planted_arrives(plant: str, mended: Mended) -> None:
    parts = mended(PLANTS[plant])
    assert not [name for name, data in parts.items() if WORD.encode() in data or WORD in name]


def test_a_text_that_shows_stays_and_so_does_what_stands_for_an_alternative(mended: Mended) -> None:
    seen = text('<a:solidFill><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>', "Ses")
    both = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:q="urn:q" Requires="q"/><mc:Fallback>{seen}'
    parts = mended(tree(f"{both}</mc:Fallback></mc:AlternateContent>"))
    assert [name for name, data in parts.items() if b"<a:t>Ses</a:t>" in data]
