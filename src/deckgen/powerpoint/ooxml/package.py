"""Parts and relationships as plain data, and the package made of them.

In: a template opened by python-pptx, and the parts of one deck. Out: the bytes of the file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.xml import DECLARATION, R, attribute

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


def relations_of(relationships: Any) -> tuple[Relation, ...]:
    """The relationships of a python-pptx part or package as data."""
    return tuple(
        Relation(
            relation.rId,
            relation.reltype,
            relation.target_ref if relation.is_external else str(relation.target_part.partname),
            relation.is_external,
        )
        for relation in relationships.values()
    )


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
