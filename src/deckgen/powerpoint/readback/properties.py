"""What a file says of itself as a document. In: its parts and the package's relationships. Out: marks by name.

What programs note by saving (who saved last, when, how often, a thumbnail, counts of words) is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from deckgen.powerpoint.ooxml.package import Part, Relation
from deckgen.powerpoint.readback.fingerprint import bytes_fingerprint, parsed

_CORE: Final = {
    "title": "document title",
    "creator": "document author",
    "subject": "document subject",
    "keywords": "document keywords",
    "category": "document category",
    "description": "document comments",
    "contentStatus": "document status",
}
_EXTENDED: Final = {"Company": "company", "Manager": "manager", "HyperlinkBase": "base of links"}
_LABEL: Final = "sensitivity label"
_LABEL_PROPERTY: Final = "MSIP_Label_"
_PROPERTY: Final = "property "
_NAMES: Final = {"classificationlabels": _LABEL, "origin": "digital signature", "extensibility": "ribbon"}
_SAVED: Final = frozenset(("officeDocument", "thumbnail", "customXml"))

Mark = tuple[str, str]


def property_marks(parts: Mapping[str, Part], relations: tuple[Relation, ...]) -> Iterator[Mark]:
    """(name for people, fingerprint) of each property that somebody may have written, and of what else is attached.

    Raises ValueError or KeyError for a package that is broken.
    """
    for relation in relations:
        kind = relation.type.rsplit("/", 1)[-1]
        if relation.external or kind in _SAVED:
            continue
        data = parts[relation.target].data
        read = _READERS.get(kind)
        if read is None:
            yield _NAMES.get(kind, kind), bytes_fingerprint(data)
        else:
            yield from read(parsed(data))


def is_label(name: str) -> bool:
    """Whether a mark is of what programs attach to a file when it is filed or classified."""
    return name == _LABEL or name.startswith(_PROPERTY)


def _core(root: Any) -> Iterator[Mark]:
    yield from _named(root, _CORE)


def _extended(root: Any) -> Iterator[Mark]:
    yield from _named(root, _EXTENDED)


def _named(root: Any, names: Mapping[str, str]) -> Iterator[Mark]:
    """An empty property is none."""
    for element in root.iterchildren(etree.Element):
        name, text = names.get(etree.QName(element).localname), (element.text or "").strip()
        if name and text:
            yield name, _digest(text)


def _custom(root: Any) -> Iterator[Mark]:
    for element in root.iterchildren(etree.Element):
        name, text = element.get("name", ""), "".join(element.itertext()).strip()
        yield _LABEL if name.startswith(_LABEL_PROPERTY) else f"{_PROPERTY}{name}", _digest(f"{name}\0{text}")


def _digest(text: str) -> str:
    return bytes_fingerprint(text.encode("utf-8", "surrogatepass"))


_READERS: Final[dict[str, Callable[[Any], Iterator[Mark]]]] = {
    "core-properties": _core,
    "extended-properties": _extended,
    "custom-properties": _custom,
}
