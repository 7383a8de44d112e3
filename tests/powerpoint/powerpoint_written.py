"""A written deck, read back as a zip of XML: by other means than the writer's."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from powerpoint_sample import CREATED, full, template

from deckgen.model.frames import FrameDeck
from deckgen.powerpoint.writer.deck import write_deck

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
RELATION_ID = f"{{{NAMES['r']}}}"


@dataclass(frozen=True)
class Related:
    kind: str
    target: str
    external: bool


class Written:
    """A written file as a zip of XML."""

    def __init__(self, path: Path, deck: FrameDeck) -> None:
        self.path, self.deck = path, deck
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def named(self, folder: str, ending: str = ".xml") -> Iterator[str]:
        return (
            name for name in self.names if name.startswith(folder) and name.endswith(ending) and "_rels" not in name
        )

    def slide(self, slide_id: str) -> ElementTree.Element:
        return self.xml(self.slide_name(slide_id))

    def slide_name(self, slide_id: str) -> str:
        return next(
            name for name in self.named("ppt/slides/") if find(self.xml(name), "p:cSld").get("name") == slide_id
        )

    def related(self, name: str) -> dict[str, Related]:
        folder, file = posixpath.split(name)
        data = self.parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in ElementTree.fromstring(data) if data else ():
            external = relation.get("TargetMode") == "External"
            target = relation.get("Target", "")
            resolved = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = Related(relation.get("Type", "").rsplit("/", 1)[-1], resolved, external)
        return found

    def chart(self, slide_id: str) -> str:
        return next(
            found.target for found in self.related(self.slide_name(slide_id)).values() if found.kind == "chart"
        )


def find(element: ElementTree.Element, path: str) -> ElementTree.Element:
    found = element.find(path, NAMES)
    assert found is not None, path
    return found


def every(element: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    return element.findall(f".//{path}", NAMES)


def write(path: Path, deck: FrameDeck) -> Path:
    path.write_bytes(write_deck(deck, template(), CREATED))
    return path


def write_full(folder: Path) -> Written:
    """The deck that holds everything."""
    deck = full(folder)
    return Written(write(folder / "deck.pptx", deck), deck)
