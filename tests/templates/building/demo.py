"""What people leave in their templates. In: a template. Out: the same with slides and all that hangs on them.

Every text of it begins with `Hemmelig`, so that a test can look for what should be gone.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from templates.building.package import packed, unpacked
from templates.building.png import landscape
from templates.building.sheet_xml import HEAD, NS

SECRET = "Hemmelig"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PROPERTIES = '<ds:schemaRefs xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'


def with_demo(template: bytes) -> bytes:
    """Four slides, the last of them hidden."""
    entries = unpacked(_with_slides(template))
    for name in [name for name in entries if name.startswith("ppt/charts/chart")]:
        entries[name] = entries[name].replace(b'val="-', b'val="')  # python-pptx counts axes below zero
    for name in [name for name in entries if name.startswith("ppt/embeddings/")]:
        entries[name] = _undated(entries[name])
    _comments(entries)
    _custom_xml(entries)
    _tags(entries)
    _lists(entries)
    return packed(entries)


def _undated(workbook: bytes) -> bytes:
    """A workbook that does not say in which second it was made."""
    entries = unpacked(workbook)
    core = "docProps/core.xml"
    entries[core] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2019-05-06T12:00:00Z", entries[core])
    return packed(entries)


def _with_slides(template: bytes) -> bytes:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    presentation: Any = Presentation(BytesIO(template))
    layouts = presentation.slide_layouts
    for layout in (layouts[0], layouts[1], layouts[4], layouts[5]):
        slide = presentation.slides.add_slide(layout)
        if slide.shapes.title is not None:
            slide.shapes.title.text = f"{SECRET} titel"
        slide.notes_slide.notes_text_frame.text = f"{SECRET}e talenoter"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [f"{SECRET} nord", f"{SECRET} syd"]
    data.add_series(f"{SECRET} serie", (1.5, 2.5))
    box = (Inches(1), Inches(2), Inches(8), Inches(4))
    slides = list(presentation.slides)
    slides[2].shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    slides[3].shapes.add_picture(BytesIO(landscape(320, 180, "C8102E", "20002C")), *box[:2])
    slides[3].element.set("show", "0")
    properties = presentation.core_properties
    properties.author = properties.last_modified_by = f"{SECRET} Forfatter"
    properties.subject, properties.keywords = f"{SECRET} sag", f"{SECRET}e ord"
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def _typed(entries: dict[str, bytes], name: str, content_type: str) -> None:
    types = entries["[Content_Types].xml"].decode()
    entry = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    entries["[Content_Types].xml"] = types.replace("</Types>", entry).encode()


def related(entries: dict[str, bytes], owner: str, kind: str, target: str) -> str:
    """Add a relationship to a part's list and give its id."""
    folder, _, file = owner.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    text = entries[name].decode()
    taken = [int(number) for number in re.findall(r'Id="rId(\d+)"', text)]
    id = f"rId{1 + max(taken, default=0)}"
    entry = f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/></Relationships>'
    entries[name] = text.replace("</Relationships>", entry).encode()
    return id


def _comments(entries: dict[str, bytes]) -> None:
    author = f'<p:cmAuthor id="0" name="{SECRET} Kollega" initials="HK" lastIdx="1" clrIdx="0"/>'
    authors = f"{HEAD}<p:cmAuthorLst {NS}>{author}</p:cmAuthorLst>"
    comment = (
        f'{HEAD}<p:cmLst {NS}><p:cm authorId="0" dt="2019-05-06T12:00:00.000" idx="1"><p:pos x="10" y="10"/>'
        f"<p:text>{SECRET} kommentar</p:text></p:cm></p:cmLst>"
    )
    for name, text, kind in (
        ("commentAuthors.xml", authors, "commentAuthors"),
        ("comments/comment1.xml", comment, "comments"),
    ):
        entries[f"ppt/{name}"] = text.encode()
        _typed(entries, f"ppt/{name}", f"{_OFFICE}.presentationml.{kind}+xml")
    related(entries, "ppt/presentation.xml", f"{_R}/commentAuthors", "commentAuthors.xml")
    related(entries, "ppt/slides/slide1.xml", f"{_R}/comments", "../comments/comment1.xml")


def _custom_xml(entries: dict[str, bytes]) -> None:
    """What SharePoint leaves in a file of a synced folder."""
    entries["customXml/item1.xml"] = (
        '<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties">'
        f"<owner>{SECRET} Ejer</owner></p:properties>"
    ).encode()
    entries["customXml/itemProps1.xml"] = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{{6E5D2B0A-41C4-4E11-9C53-0F6D6B0A7B11}}" '
        f'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">{_PROPERTIES}</ds:datastoreItem>'
    ).encode()
    entries["customXml/_rels/item1.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ).encode()
    _typed(entries, "customXml/itemProps1.xml", f"{_OFFICE}.customXmlProperties+xml")
    related(entries, "ppt/presentation.xml", f"{_R}/customXml", "../customXml/item1.xml")


def _tags(entries: dict[str, bytes]) -> None:
    """Tags of an add-in on the master."""
    tag = f'<p:tag name="{SECRET.upper()}" val="{SECRET} mærke"/>'
    entries["ppt/tags/tag1.xml"] = f"{HEAD}<p:tagLst {NS}>{tag}</p:tagLst>".encode()
    _typed(entries, "ppt/tags/tag1.xml", f"{_OFFICE}.presentationml.tags+xml")
    id = related(entries, "ppt/slideMasters/slideMaster1.xml", f"{_R}/tags", "../tags/tag1.xml")
    name = "ppt/slideMasters/slideMaster1.xml"
    listed = f'</p:spTree><p:custDataLst><p:tags r:id="{id}"/></p:custDataLst>'.encode()
    entries[name] = entries[name].replace(b"</p:spTree>", listed)


def _lists(entries: dict[str, bytes]) -> None:
    """A custom show and sections, which name the slides."""
    name = "ppt/presentation.xml"
    text = entries[name].decode()
    slides = re.findall(r'<p:sldId [^>]*id="(\d+)"[^>]*r:id="(\w+)"', text) or [
        (id, rel) for rel, id in re.findall(r'<p:sldId r:id="(\w+)" id="(\d+)"', text)
    ]
    shown = "".join(f'<p:sld r:id="{relation}"/>' for _, relation in slides[:2])
    show = f'<p:custShow name="{SECRET} visning" id="0"><p:sldLst>{shown}</p:sldLst></p:custShow>'
    ids = "".join(f'<p14:sldId id="{id}"/>' for id, _ in slides)
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f'<p14:section name="{SECRET}t afsnit" id="{{5E9A3F2B-6C1D-4E8A-9F70-2B1C3D4E5F60}}"><p14:sldIdLst>'
        f"{ids}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
    )
    text = text.replace("<p:defaultTextStyle>", f"<p:custShowLst>{show}</p:custShowLst><p:defaultTextStyle>")
    entries[name] = text.replace("</p:presentation>", f"{sections}</p:presentation>").encode()
