"""The presentation part and what the file says of itself.

In: a template opened by python-pptx, and the slides of a deck. Out: the presentation with its lists of slides and of
sections, and the document properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from deckgen.model.frames import FrameDeck
from deckgen.powerpoint.ooxml.package import Part
from deckgen.powerpoint.ooxml.xml import DECLARATION, P, R, attribute, escape

FIRST_SLIDE_ID = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MASTERS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def emptied(presentation: Any) -> None:
    """Drop the template's own slides and all lists that name them."""
    root, rels = presentation.element, presentation.part.rels
    for entry in root.findall(f"{{{P}}}sldIdLst/{{{P}}}sldId"):
        rels.pop(entry.get(f"{{{R}}}id"))
    for tag in ("sldIdLst", "custShowLst"):
        for found in root.findall(f"{{{P}}}{tag}"):
            root.remove(found)
    for extension in root.findall(f"{{{P}}}extLst/{{{P}}}ext"):
        if extension.get("uri") == _SECTIONS:
            extension.getparent().remove(extension)


def with_notes_master(presentation: Any) -> str:
    """The part name of the notes master, made where there is none. Unlisted, it makes PowerPoint repair the file."""
    part = presentation.part
    master = part.notes_master_part
    root = presentation.element
    if root.find(f"{{{P}}}notesMasterIdLst") is None:
        related = next(id for id, relation in part.rels.items() if relation.reltype == f"{R}/notesMaster")
        entry = f'<p:notesMasterId r:id="{related}"/>'
        listed = etree.fromstring(f'<p:notesMasterIdLst xmlns:p="{P}" xmlns:r="{R}">{entry}</p:notesMasterIdLst>')
        root.find(f"{{{P}}}sldMasterIdLst").addnext(listed)
    return str(master.partname)


def list_slides(presentation: Any, relation_ids: Sequence[str], deck: FrameDeck) -> None:
    """Write the slide list and the sections; ids count from 256 in the order of the frames."""
    root = presentation.element
    if not relation_ids:
        return
    entries = "".join(f'<p:sldId id="{FIRST_SLIDE_ID + at}" r:id="{id}"/>' for at, id in enumerate(relation_ids))
    listed = etree.fromstring(f'<p:sldIdLst xmlns:p="{P}" xmlns:r="{R}">{entries}</p:sldIdLst>')
    before = [found for tag in _MASTERS if (found := root.find(f"{{{P}}}{tag}")) is not None]
    before[-1].addnext(listed)
    extension = etree.fromstring(_sections(deck))
    extensions = root.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{{{P}}}extLst")
    extensions.insert(0, extension)


def sectioned(deck: FrameDeck) -> list[tuple[str, list[int]]]:
    """Sections with the places of their slides: each slide once, one that is not listed with the slide before it."""
    listed = {id: at for at, section in reversed(list(enumerate(deck.sections))) for id in section.slides}
    found: list[tuple[str, list[int]]] = [(section.title, []) for section in deck.sections] or [(deck.title, [])]
    current = 0
    for place, frame in enumerate(deck.frames):
        current = listed.get(frame.id, current)
        found[current][1].append(place)
    return found


def _sections(deck: FrameDeck) -> str:
    written = []
    for number, (title, places) in enumerate(sectioned(deck)):
        guid = f"{{{uuid5(NAMESPACE_URL, f'deckgen/{deck.deck}/{number}/{title}')}}}".upper()
        ids = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + place}"/>' for place in places)
        listed = f"<p14:sldIdLst>{ids}</p14:sldIdLst>" if ids else "<p14:sldIdLst/>"
        written.append(f'<p14:section name="{attribute(title)}" id="{guid}">{listed}</p14:section>')
    return (
        f'<p:ext xmlns:p="{P}" uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{"".join(written)}'
        "</p14:sectionLst></p:ext>"
    )


def document_properties(deck: FrameDeck, created: str) -> tuple[Part, Part]:
    """Core and extended properties, none of them left to a default."""
    author = escape(deck.author)
    core = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DC}" xmlns:dcterms="{_TERMS}" '
        f'xmlns:xsi="{_INSTANCE}"><dc:title>{escape(deck.title)}</dc:title><dc:subject>{escape(deck.subject)}'
        f"</dc:subject><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified>'
        f"<dc:language>{escape(deck.language)}</dc:language></cp:coreProperties>"
    )
    noted = sum(1 for frame in deck.frames if frame.notes)
    extended = (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><TotalTime>0</TotalTime><Application>deckgen</Application>'
        f"<Slides>{len(deck.frames)}</Slides><Notes>{noted}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<Company>{author}</Company><AppVersion>16.0000</AppVersion></Properties>"
    )
    return (
        Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core.encode()),
        Part(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            extended.encode(),
        ),
    )
