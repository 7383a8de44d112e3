"""Parts and relationships as plain data: the package made of them, and read from a file that is known to be sound.

In: parts and relationships, or the bytes of a package. Out: the bytes, or the parts.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.xml import DECLARATION, R
from deckgen.xml_text import attribute

PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OWN_TYPE_BY_EXTENSION = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: `type` is the full URI, `target` a part name from the root, or an address if external."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `name` from the root, such as `/ppt/slides/slide1.xml`."""

    name: str
    content_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()


class Relations:
    """The relationships of one part as they come up while it is written; one target is related once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Relation] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship; `kind` is the last word of its type, such as `slideLayout`."""
        key = (kind, target)
        found = self._found.get(key)
        if found is None:
            found = Relation(f"rId{len(self._found) + 1}", f"{R}/{kind}", target, external)
            self._found[key] = found
        return found.id

    @property
    def all(self) -> tuple[Relation, ...]:
        return tuple(self._found.values())


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was read: its own relationships, and each part by its name."""

    relations: tuple[Relation, ...]
    parts: Mapping[str, Part]

    @property
    def main(self) -> Part:
        """The part that the package is about. Raises KeyError where there is none."""
        return self.parts[next((one.target for one in self.relations if one.type == f"{R}/officeDocument"), "")]

    def reached(self, relations: Sequence[Relation]) -> tuple[Part, ...]:
        """The parts that the relationships lead to, and on from there, each once and in the order of the way."""
        found: dict[str, Part] = {}
        coming = list(reversed(relations))
        while coming:
            relation = coming.pop()
            if not relation.external and relation.target not in found:
                part = found[relation.target] = self.parts[relation.target]
                coming += reversed(part.relations)
        return tuple(found.values())


@lru_cache(maxsize=4)
def read_package(data: bytes) -> Package:
    """The parts of a package of our own making or let through by preflight. Relationships that lead nowhere are left
    out.

    Raises zipfile.BadZipFile, KeyError or lxml's XMLSyntaxError for what is no package.
    """
    with ZipFile(BytesIO(data)) as archive:
        entries = {f"/{name}": archive.read(name) for name in archive.namelist()}
    types = root_of(entries["/[Content_Types].xml"])
    overrides = {one.get("PartName", "").lower(): one.get("ContentType", "") for one in types}
    defaults = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in types}
    parts = {}
    for name, content in entries.items():
        if name != "/[Content_Types].xml" and not name.endswith((".rels", "/")):
            kind = overrides.get(name.lower()) or defaults.get(name.rsplit(".", 1)[-1].lower(), "")
            parts[name] = Part(name, kind, content, _related(entries, name))
    return Package(_related(entries, "/"), parts)


def root_of(data: bytes) -> Any:
    """The root element of a part that is known to be sound; space between its elements is left out."""
    return etree.fromstring(data, etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def _related(entries: Mapping[str, bytes], name: str) -> tuple[Relation, ...]:
    folder, file = name.rsplit("/", 1)
    listed = entries.get(f"{folder}/_rels/{file}.rels")
    found = () if listed is None else (_relation(one, folder or "/") for one in root_of(listed))
    return tuple(one for one in found if one.external or one.target in entries)


def _relation(element: Any, folder: str) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    place = target if external else posixpath.normpath(posixpath.join(folder, target))
    return Relation(element.get("Id"), element.get("Type"), place, external)


def assembled(relations: tuple[Relation, ...], parts: Sequence[Part]) -> bytes:
    """The file that holds the parts."""
    return zipped(entries(relations, parts))


def entries(relations: tuple[Relation, ...], parts: Sequence[Part]) -> Iterator[tuple[str, bytes]]:
    """What the zip holds: content types first, then the package's own relationships, then each part with its own.

    Raises ValueError where two parts have one name.
    """
    names = {part.name.lower() for part in parts}
    if len(names) < len(parts):
        raise ValueError("two parts of the package have one name")
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", _relations_xml("/", relations)
    for part in parts:
        yield part.name[1:], part.data
        if part.relations:
            folder, file = part.name.rsplit("/", 1)
            yield f"{folder[1:]}/_rels/{file}.rels", _relations_xml(folder or "/", part.relations)


def _content_types(parts: Sequence[Part]) -> bytes:
    defaults = dict(_OWN_TYPE_BY_EXTENSION)
    overrides: list[str] = []
    for part in parts:
        extension = part.name.rsplit(".", 1)[-1].lower()
        if defaults.setdefault(extension, part.content_type) != part.content_type:
            overrides.append(f'<Override PartName="{attribute(part.name)}" ContentType="{part.content_type}"/>')
    listed = "".join(f'<Default Extension="{end}" ContentType="{of}"/>' for end, of in defaults.items())
    return f'{DECLARATION}<Types xmlns="{_CONTENT_TYPES}">{listed}{"".join(overrides)}</Types>'.encode()


def _relations_xml(folder: str, relations: tuple[Relation, ...]) -> bytes:
    found = "".join(
        f'<Relationship Id="{relation.id}" Type="{relation.type}" '
        + (
            f'Target="{attribute(relation.target)}" TargetMode="External"/>'
            if relation.external
            else f'Target="{attribute(_relative(folder, relation.target))}"/>'
        )
        for relation in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{found}</Relationships>'.encode()


def _relative(folder: str, target: str) -> str:
    there, file = target.rsplit("/", 1)
    way = _way(folder, there or "/")
    return file if way == "." else f"{way}/{file}"


@lru_cache(maxsize=256)
def _way(folder: str, there: str) -> str:
    return posixpath.relpath(there, folder)
