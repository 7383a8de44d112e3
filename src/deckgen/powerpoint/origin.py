"""Where a deck comes from, kept inside the file for this audience alone: so that an edited file can be told.

In: a FrameDeck with the fingerprint of each slide. Out: a custom XML part; and back, from a file, an Origin.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from deckgen.model.frames import FrameDeck
from deckgen.powerpoint.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.package import Part, Relation
from deckgen.powerpoint.xml import DECLARATION, R, attribute

NAMESPACE = "urn:deckgen:origin:1"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


@dataclass(frozen=True, slots=True)
class OriginSlide:
    """A slide as it was written: where in the content it comes from, and the figures it shows as (name, shown)."""

    id: str
    path: str
    fingerprint: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    deck: str
    audience: str
    slides: tuple[OriginSlide, ...]


def origin_of(deck: FrameDeck, fingerprints: tuple[str, ...]) -> Origin:
    """`fingerprints` in the order of the frames."""
    shown = dict(deck.figures)
    slides = tuple(
        OriginSlide(frame.id, frame.path, mark, tuple((name, shown[name]) for name in frame.figures if name in shown))
        for frame, mark in zip(deck.frames, fingerprints, strict=True)
    )
    return Origin(deck.deck, deck.audience, slides)


def origin_parts(origin: Origin, number: int = 1) -> tuple[Part, Part]:
    """The item and its properties; `number` is the first one free in the template."""
    name, properties = f"/customXml/item{number}.xml", f"/customXml/itemProps{number}.xml"
    item_id = f"{{{uuid5(NAMESPACE_URL, f'{NAMESPACE}/{origin.deck}')}}}".upper()
    about = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_PROPERTIES_NAMESPACE}" ds:itemID="{item_id}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return (
        Part(name, "application/xml", _xml(origin), (Relation("rId1", f"{R}/customXmlProps", properties),)),
        Part(properties, _PROPERTIES_TYPE, about.encode()),
    )


def read_origin(path: Path) -> Origin | None:
    """The origin of a file; None where it has none or cannot be read. Raises OSError where it cannot be opened."""
    try:
        parts = read_parts(path, is_origin)
    except UnreadableFileError:
        return None
    return origin_in(parts)


def is_origin(name: str) -> bool:
    """Whether a part of that name (no leading slash) may be an origin."""
    return name.startswith("customXml/item") and name.endswith(".xml")


def origin_in(parts: dict[str, bytes]) -> Origin | None:
    """The origin among the parts of a file, whatever number PowerPoint gave it."""
    from deckgen.powerpoint.fingerprint import parsed

    for name in sorted(filter(is_origin, parts)):
        try:
            root = parsed(parts[name])
        except ValueError:
            continue
        if root.tag == f"{{{NAMESPACE}}}origin":
            return _read(root)
    return None


def _xml(origin: Origin) -> bytes:
    slides = "".join(_slide_xml(slide) for slide in origin.slides)
    return (
        f'{DECLARATION}<origin xmlns="{NAMESPACE}" deck="{attribute(origin.deck)}" '
        f'audience="{attribute(origin.audience)}">{slides}</origin>'
    ).encode()


def _slide_xml(slide: OriginSlide) -> str:
    figures = "".join(
        f'<figure name="{attribute(name)}" shown="{attribute(shown)}"/>' for name, shown in slide.figures
    )
    return (
        f'<slide id="{attribute(slide.id)}" path="{attribute(slide.path)}" fingerprint="{slide.fingerprint}">'
        f"{figures}</slide>"
    )


def _read(root: Any) -> Origin:
    slides = tuple(
        OriginSlide(
            slide.get("id", ""),
            slide.get("path", ""),
            slide.get("fingerprint", ""),
            tuple((figure.get("name", ""), figure.get("shown", "")) for figure in slide),
        )
        for slide in root
    )
    return Origin(root.get("deck", ""), root.get("audience", ""), slides)
