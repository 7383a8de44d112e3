"""The presentation part and what the file says of itself.

In: the presentation part of a template, and the slides of a deck. Out: the part with its lists of slides and of
sections, and the document properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from deckgen.model.frames import FrameDeck
from deckgen.powerpoint.ooxml.package import Part, read_package, root_of
from deckgen.powerpoint.ooxml.xml import DECLARATION, P, R
from deckgen.xml_text import attribute, escape

FIRST_SLIDE_ID = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_NOTES_MASTER = f"{R}/notesMaster"
_MASTERS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


class Presentation:
    """The presentation part of a template, without the template's own slides and all lists that name them."""

    def __init__(self, main: Part) -> None:
        """`main` has a notes master."""
        self.name = main.name
        self._root = root_of(main.data)
        slides = {entry.get(f"{{{R}}}id") for entry in self._root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")}
        self.relations = tuple(one for one in main.relations if one.id not in slides)
        self._notes = next(one for one in self.relations if one.type == _NOTES_MASTER)
        self._empty()
        self._list_notes_master()

    @property
    def notes_master(self) -> str:
        """The name of its part."""
        return self._notes.target

    @property
    def xml(self) -> bytes:
        data: bytes = etree.tostring(self._root, encoding="UTF-8", standalone=True)
        return data

    def list_slides(self, relation_ids: Sequence[str], deck: FrameDeck) -> None:
        """Write the slide list and the sections; ids count from 256 in the order of the frames."""
        if not relation_ids:
            return
        entries = "".join(f'<p:sldId id="{FIRST_SLIDE_ID + at}" r:id="{id}"/>' for at, id in enumerate(relation_ids))
        listed = etree.fromstring(f'<p:sldIdLst xmlns:p="{P}" xmlns:r="{R}">{entries}</p:sldIdLst>')
        before = [found for tag in _MASTERS if (found := self._root.find(f"{{{P}}}{tag}")) is not None]
        before[-1].addnext(listed)
        extensions = self._root.find(f"{{{P}}}extLst")
        if extensions is None:
            extensions = etree.SubElement(self._root, f"{{{P}}}extLst")
        extensions.insert(0, etree.fromstring(_sections(deck)))

    def _empty(self) -> None:
        for tag in ("sldIdLst", "custShowLst"):
            for found in self._root.findall(f"{{{P}}}{tag}"):
                self._root.remove(found)
        for extension in self._root.findall(f"{{{P}}}extLst/{{{P}}}ext"):
            if extension.get("uri") == _SECTIONS:
                extension.getparent().remove(extension)

    def _list_notes_master(self) -> None:
        """Unlisted, it makes PowerPoint repair the file."""
        if self._root.find(f"{{{P}}}notesMasterIdLst") is None:
            entry = f'<p:notesMasterId r:id="{self._notes.id}"/>'
            listed = etree.fromstring(f'<p:notesMasterIdLst xmlns:p="{P}" xmlns:r="{R}">{entry}</p:notesMasterIdLst>')
            self._root.find(f"{{{P}}}sldMasterIdLst").addnext(listed)


def with_notes_master(data: bytes) -> bytes:
    """The template with a notes master: that of python-pptx, where it has none of its own."""
    if any(one.type == _NOTES_MASTER for one in read_package(data).main.relations):
        return data
    import pptx

    presentation: Any = pptx.Presentation(BytesIO(data))
    made = BytesIO()
    _ = presentation.notes_master  # asking for it makes it
    presentation.save(made)
    return made.getvalue()


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
