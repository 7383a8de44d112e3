"""Where a deck comes from, kept inside the file for this audience alone: so that an edited file can be told.

In: a FrameDeck and the marks of what was written. Out: a custom XML part; and back, from a file, an Origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from deckgen.model.frames import ChartItem, FrameDeck, GroupItem, Item, ShownFigure
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.ooxml.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.ooxml.package import Part, Relation
from deckgen.powerpoint.ooxml.xml import DECLARATION, R
from deckgen.powerpoint.readback.part_fingerprints import Marks, SlideMark
from deckgen.xml_text import attribute

NAMESPACE = "urn:deckgen:origin:1"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


@dataclass(frozen=True, slots=True)
class StillLabel:
    """A label of a chart in words: it stays as it is where somebody edits the value in the chart's data."""

    chart: str
    series: str
    category: str
    text: str


@dataclass(frozen=True, slots=True)
class OriginSlide:
    """A slide as it was written, the figures it shows, and its still labels.

    Where in the content it stands is not said: a line number tells how much of the file stands above it, what others
    see included.
    """

    mark: SlideMark
    figures: tuple[ShownFigure, ...] = ()
    labels: tuple[StillLabel, ...] = ()

    @property
    def id(self) -> str:
        return self.mark.id


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from and what it said then. `deck` and `audience` are empty for a template.

    `digest` is of the bytes of all parts but the origin; the other marks tell what changed where it differs.
    """

    deck: str
    audience: str
    digest: str
    slides: tuple[OriginSlide, ...]
    sections: tuple[str, ...]
    around: tuple[tuple[str, str], ...]

    @property
    def marks(self) -> Marks:
        return Marks(tuple(slide.mark for slide in self.slides), self.sections, self.around)


def origin_of(deck: FrameDeck, marks: Marks, digest: str) -> Origin:
    """The origin of a deck whose slides have `marks`, in the order of its frames."""
    shown = {figure.name: figure for figure in deck.figures}
    slides = tuple(
        OriginSlide(
            mark,
            tuple(shown[name] for name in frame.figures if name in shown),
            tuple(_still_labels(frame.items)),
        )
        for frame, mark in zip(deck.frames, marks.slides, strict=True)
    )
    return Origin(deck.deck, deck.audience, digest, slides, marks.sections, marks.around)


def _still_labels(items: Iterable[Item]) -> Iterator[StillLabel]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _still_labels(item.children)
        elif isinstance(item, ChartItem):
            for series in item.plot.series:
                named = zip(item.plot.categories, series.labels.words, strict=False)
                yield from (StillLabel(item.name, series.name, category, word) for category, word in named if word)


def digest_of(entries: Iterable[tuple[str, bytes]]) -> str:
    """One digest of all entries of a file but the origin's own; their order does not count."""
    digest = blake2b(digest_size=16)
    for name, data in sorted(entries):
        if not is_origin(name):
            digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
            digest.update(data)
    return digest.hexdigest()


def origin_parts(deck: str, number: int = 1) -> tuple[Part, Part]:
    """The item, still empty, and its properties; `number` is the first one free in the template."""
    name, properties = f"/customXml/item{number}.xml", f"/customXml/itemProps{number}.xml"
    item_id = f"{{{uuid5(NAMESPACE_URL, f'{NAMESPACE}/{deck}')}}}".upper()
    about = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_PROPERTIES_NAMESPACE}" ds:itemID="{item_id}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return (
        Part(name, "application/xml", b"", (Relation("rId1", f"{R}/customXmlProps", properties),)),
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
    from deckgen.powerpoint.readback.fingerprint import parsed

    for name in sorted(filter(is_origin, parts)):
        try:
            root = parsed(parts[name])
        except ValueError:
            continue
        if root.tag == f"{{{NAMESPACE}}}origin":
            return _read(root)
    return None


def origin_xml(origin: Origin) -> bytes:
    slides = "".join(_slide_xml(slide) for slide in origin.slides)
    sections = "".join(f'<section title="{attribute(title)}"/>' for title in origin.sections)
    around = "".join(
        f'<around name="{attribute(name)}" fingerprint="{attribute(mark)}"/>' for name, mark in origin.around
    )
    return (
        f'{DECLARATION}<origin xmlns="{NAMESPACE}" deck="{attribute(origin.deck)}" '
        f'audience="{attribute(origin.audience)}" digest="{origin.digest}">{slides}{sections}{around}</origin>'
    ).encode()


def _slide_xml(slide: OriginSlide) -> str:
    figures = "".join([_figure_xml(figure) for figure in slide.figures])
    labels = "".join(
        f'<label chart="{attribute(label.chart)}" series="{attribute(label.series)}" '
        f'category="{attribute(label.category)}" text="{attribute(label.text)}"/>'
        for label in slide.labels
    )
    return (
        f'<slide id="{attribute(slide.id)}" section="{slide.mark.section}" '
        f'fingerprint="{slide.mark.fingerprint}" notes="{slide.mark.notes}" texts="{slide.mark.texts}">'
        f"{figures}{labels}</slide>"
    )


def _figure_xml(figure: ShownFigure) -> str:
    value = "" if figure.value is None else f' value="{figure.value:f}"'
    return f'<figure name="{attribute(figure.name)}" shown="{attribute(figure.shown)}"{value}/>'


def _read(root: Any) -> Origin:
    slides = tuple(
        OriginSlide(
            _mark(slide),
            tuple(map(_read_figure, slide.iterfind(f"{{{NAMESPACE}}}figure"))),
            tuple(map(_read_label, slide.iterfind(f"{{{NAMESPACE}}}label"))),
        )
        for slide in root.iterfind(f"{{{NAMESPACE}}}slide")
    )
    sections = tuple(section.get("title", "") for section in root.iterfind(f"{{{NAMESPACE}}}section"))
    around = tuple(
        (thing.get("name", ""), thing.get("fingerprint", "")) for thing in root.iterfind(f"{{{NAMESPACE}}}around")
    )
    return Origin(root.get("deck", ""), root.get("audience", ""), root.get("digest", ""), slides, sections, around)


def _mark(slide: Any) -> SlideMark:
    id, fingerprint, notes, texts = (slide.get(name, "") for name in ("id", "fingerprint", "notes", "texts"))
    return SlideMark(id, fingerprint, notes, texts, int(slide.get("section", "-1")))


def _read_figure(written: Any) -> ShownFigure:
    """A file of an earlier version has no `value`."""
    try:
        value = Decimal(written.get("value", ""))
    except InvalidOperation:
        value = None
    return ShownFigure(written.get("name", ""), written.get("shown", ""), value)


def _read_label(written: Any) -> StillLabel:
    return StillLabel(*(written.get(name, "") for name in ("chart", "series", "category", "text")))
