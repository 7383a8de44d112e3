"""What a built file says, flat, as the people at the meeting saw it. In: the path of a .pptx. Out: a DeckView.

Both the earlier file and the deck of today are read through here, so that what differs is in the decks and not in how
they were looked at. Alt texts, page numbers, trackers and the lines that the engine adds to notes are not claims.
Where a program dropped the names of slides and placeholders, slides are told by their texts, placeholders by their
type.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from deckgen.compare.claims import NAMELESS, Claim, DeckView, Place, SlideView, plain_number
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import FigureRow
from deckgen.powerpoint.ooxml.archive import read_parts
from deckgen.powerpoint.ooxml.package import PACKAGE_RELATIONS
from deckgen.powerpoint.ooxml.xml import A, C, P, R
from deckgen.powerpoint.readback.edits import page_ids, since_parts
from deckgen.powerpoint.readback.fingerprint import parsed
from deckgen.powerpoint.readback.manifest import Origin, origin_in
from deckgen.powerpoint.readback.resaving import SavedAgain, dropped_origin

_MAIN = "ppt/presentation.xml"
_NO_ORIGIN = Origin("", "", "", (), (), ())
_AROUND = ("tracker", "number")
_SHAPES = (f"{{{P}}}sp", f"{{{P}}}graphicFrame")
_NUMBERED = re.compile(r"\A\d+\s+")
_TYPED = {"title": "title", "ctrTitle": "title", "sldNum": "number"}
"""What the type of a placeholder says, where its name is gone."""


class DamagedFileError(ValueError):
    """The file is a zip or a package that cannot be read."""


def read_built(path: Path, labels: Labels) -> DeckView | None:
    """The deck of a file that deckgen built, sections left out; None for any other file.

    The deck and its audience are "" where a program dropped the origin. `labels` are of the language of the deck.
    Raises OSError where the file cannot be opened, DamagedFileError where it cannot be read.
    """
    try:
        parts = read_parts(path, lambda _: True)
        origin = origin_in(parts) or (_NO_ORIGIN if dropped_origin(parts) else None)
        if origin is None:
            return None
        again = since_parts(parts)
        view = _view(parts, origin, labels)
        return replace(view, saved_again=again.told) if isinstance(again, SavedAgain) else view
    except KeyError as missing:
        raise DamagedFileError(f"a part is missing: {missing.args[0]}") from missing
    except (ValueError, StopIteration) as broken:
        raise DamagedFileError(str(broken) or "a slide holds nothing") from broken


def _view(parts: dict[str, bytes], origin: Origin, labels: Labels) -> DeckView:
    targets = _targets(parts, _MAIN)
    entries = parsed(parts[_MAIN]).findall(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    names = [targets[entry.get(f"{{{R}}}id")][0] for entry in entries]
    ids = [_written_id(parts[name]) for name in names]
    if origin.slides and not any(ids):
        ids = list(page_ids(parts, origin))
    slides: dict[str, SlideView] = {}
    for page, (name, id) in enumerate(zip(names, ids, strict=True), 1):
        read = _slide(parts, name, id, page, labels, origin)
        first = slides.get(read.id)
        claims = (*first.claims, *(claim for claim in read.claims if claim.path != "title")) if first else read.claims
        one = first or read
        slides[read.id] = SlideView(one.id, one.title, "", one.page, claims)
    shown = {figure.name: figure for slide in origin.slides for figure in slide.figures}
    rows = {one.name: FigureRow(one.name, "", one.shown, "", "", "", value=one.value) for one in shown.values()}
    return DeckView(origin.deck, origin.audience, Decimal(0), (), (), tuple(slides.values()), rows)


def _written_id(slide: bytes) -> str:
    return next(parsed(slide).iter(f"{{{P}}}cSld")).get("name") or ""


def _slide(parts: dict[str, bytes], name: str, written: str, page: int, labels: Labels, origin: Origin) -> SlideView:
    root, targets = parsed(parts[name]), _targets(parts, name)
    id = written.partition("~")[0] or f"page {page}"
    named = _written_id(parts[name]) != ""
    claims = [
        claim
        for shape in root.iter(*_SHAPES)
        for claim in _shape(shape, _path(shape, written, named), page, parts, targets)
        if not (claim.path == NAMELESS and _in_placeholder(shape) and _is_tracker(claim.text, origin.sections))
    ]
    for target, kind in targets.values():
        if kind == "notesSlide":
            claims += _notes(parsed(parts[target]), page, labels)
    title = next((claim.text for claim in claims if claim.path == "title"), "")
    return SlideView(id, title, "", page, tuple(claims))


def _shape(
    shape: Any, path: str, page: int, parts: dict[str, bytes], targets: dict[str, tuple[str, str]]
) -> Iterator[Claim]:
    chart = next(shape.iter(f"{{{C}}}chart"), None)
    if chart is not None:
        yield from _chart(parsed(parts[targets[chart.get(f"{{{R}}}id")][0]]), path, page)
        return
    rows = list(shape.iter(f"{{{A}}}tr"))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row.iter(f"{{{A}}}tc"), 1):
            yield from _paragraphs(cell, f"{path}/{number}/{column}", "table", page)
    if not rows and path not in _AROUND:
        yield from _paragraphs(shape, path, "title" if path == "title" else "text", page)


def _in_placeholder(shape: Any) -> bool:
    return next(shape.iter(f"{{{P}}}ph"), None) is not None


def _is_tracker(text: str, sections: tuple[str, ...]) -> bool:
    """Whether a text says in which section its slide stands, with its number or without."""
    return _NUMBERED.sub("", text) in sections


def _path(shape: Any, slide: str, named: bool) -> str:
    """The place of a shape in the content, told by the type of its placeholder where its slide has no name."""
    name = next(shape.iter(f"{{{P}}}cNvPr")).get("name") or ""
    if named or name.startswith(f"{slide}/"):
        return name.removeprefix(f"{slide}/")
    place = next(shape.iter(f"{{{P}}}ph"), None)
    return NAMELESS if place is None else _TYPED.get(place.get("type", ""), NAMELESS)


def _paragraphs(element: Any, path: str, place: Place, page: int) -> Iterator[Claim]:
    said = [_said(paragraph) for paragraph in element.iter(f"{{{A}}}p")]
    if path == "title":
        said = ["\n".join(said)]
    for number, text in enumerate(said, 1):
        if text.strip():
            yield Claim(path if len(said) == 1 else f"{path}/{number}", place, text, page)


def _said(paragraph: Any) -> str:
    pieces = paragraph.iter(f"{{{A}}}t", f"{{{A}}}br")
    return "".join(piece.text or "" if piece.tag == f"{{{A}}}t" else "\n" for piece in pieces)


def _chart(root: Any, path: str, page: int) -> Iterator[Claim]:
    """A claim for each value: its category, and its series where there are several."""
    every = list(root.iter(f"{{{C}}}ser"))
    for series in every:
        name = "".join(value.text or "" for value in series.iterfind(f"{{{C}}}tx//{{{C}}}v"))
        categories, values = _points(series, "cat"), _points(series, "val")
        for at, category in categories.items():
            label = f"{category}, {name}" if len(every) > 1 else category
            number = _number(values.get(at, ""))
            said = values.get(at, "") if number is None else plain_number(number)
            yield Claim(f"{path}/{at + 1}", "chart", f"{label}: {said}", page, (), number, label)


def _points(series: Any, part: str) -> dict[int, str]:
    found = series.iterfind(f"{{{C}}}{part}//{{{C}}}pt")
    return {int(point.get("idx", "0")): "".join(value.text or "" for value in point) for point in found}


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _notes(root: Any, page: int, labels: Labels) -> Iterator[Claim]:
    added = tuple(f"{label}: " for label in (labels.notes_minutes, labels.notes_sources, labels.drawn))
    for shape in root.iter(f"{{{P}}}sp"):
        place = next(shape.iter(f"{{{P}}}ph"), None)
        if place is not None and place.get("type") == "body":
            for claim in _paragraphs(shape, "notes", "notes", page):
                if not claim.text.startswith(added):
                    yield claim


def _targets(parts: dict[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """Relationship id → the name of the part inside the file, and the last word of the relationship's type."""
    folder, file = posixpath.split(name)
    data = parts.get(f"{folder}/_rels/{file}.rels")
    if data is None:
        return {}
    return {
        relation.get("Id"): (_inside(folder, relation.get("Target", "")), relation.get("Type", "").rsplit("/", 1)[-1])
        for relation in parsed(data).iter(f"{{{PACKAGE_RELATIONS}}}Relationship")
        if relation.get("TargetMode") != "External"
    }


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
