"""The ledger held against a deck. In: `tests/ledger.yaml`, a file's bytes. Out: what is unsaid, what is overheard."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation

LEDGER = Path(__file__).parents[1] / "ledger.yaml"
DECKS = ("board", "directorate")
OTHER = {"board": "directorate", "directorate": "board"}
_ADDED = re.compile(r"(Tid: [\d,.]+ min\.|Tallene på siden: )")
"""Where the lines begin that the program adds below the notes."""


@dataclass(frozen=True)
class Fact:
    fact: str
    section: int
    decks: tuple[str, ...]
    slides: tuple[str, ...]
    shown: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Never:
    pattern: str
    decks: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class Said:
    """What a slide says: on the page and in its notes. A continuation belongs to its slide."""

    shown: str
    noted: str


@cache
def _ledger() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(LEDGER.read_text(encoding="utf-8"))
    return read


def facts() -> tuple[Fact, ...]:
    lists = ("decks", "slides", "shown", "noted")
    return tuple(
        Fact(entry["fact"], entry["section"], **{key: tuple(entry.get(key, ())) for key in lists})
        for entry in _ledger()["facts"]
    )


def secrets() -> tuple[tuple[str, str], ...]:
    """Owner and pattern of what one audience has alone."""
    return tuple((owner, str(pattern)) for owner, patterns in _ledger()["secrets"].items() for pattern in patterns)


def never() -> tuple[Never, ...]:
    return tuple(Never(entry["pattern"], tuple(entry["for"]), entry["example"]) for entry in _ledger()["never"])


def unsaid(deck: str, slides: dict[str, Said]) -> list[tuple[str, str, str]]:
    """Fact, slide and pattern of all that the deck does not say where the ledger places it."""
    missing = []
    for fact in (fact for fact in facts() if deck in fact.decks):
        there = [slide for slide in fact.slides if slide in slides]
        missing += [(fact.fact, slide, pattern) for slide in there for pattern in _unsaid(fact, slides[slide])]
        missing += [] if there else [(fact.fact, "no slide", "")]
    return missing


def _unsaid(fact: Fact, said: Said) -> list[str]:
    on_page = [pattern for pattern in fact.shown if not found(pattern, said.shown)]
    return on_page + [pattern for pattern in fact.noted if not found(pattern, said.noted)]


def overheard(deck: str, parts: Iterable[str]) -> list[str]:
    """The patterns of all that no part of this audience's file may say, and that some part says."""
    barred = [pattern for owner, pattern in secrets() if owner == OTHER[deck]]
    barred += [entry.pattern for entry in never() if deck in entry.decks]
    said = "\n".join(parts)
    return [pattern for pattern in barred if found(pattern, said)]


def found(pattern: str, said: str) -> bool:
    return re.search(pattern, said, re.IGNORECASE) is not None


def slides_of(blob: bytes) -> dict[str, Said]:
    pages: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    for slide in Presentation(io.BytesIO(blob)).slides:
        id = slide.name.split("~")[0]
        pages.setdefault(id, []).extend(_shown(slide.shapes))
        if slide.has_notes_slide:
            notes.setdefault(id, []).append(_ADDED.split(slide.notes_slide.notes_text_frame.text)[0])
    return {id: Said(_normal("\n".join(page)), _normal("\n".join(notes.get(id, ())))) for id, page in pages.items()}


def parts_of(blob: bytes) -> tuple[str, ...]:
    """Everything that a file holds, embedded workbooks unzipped."""
    return tuple(_normal(part) for part in _all_parts(blob))


def _normal(said: str) -> str:
    return re.sub(r"\s+", " ", said).strip()


def _shown(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shown(shape.shapes)
        elif getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif getattr(shape, "has_chart", False):
            yield from _charted(shape.chart)
        elif shape.has_text_frame:
            yield shape.text_frame.text


def _charted(chart: Any) -> Iterator[str]:
    """Each value that the chart has cached, with its category before it and its series after it."""
    for plot in chart.plots:
        for series in plot.series:
            for category, value in zip(plot.categories, series.values, strict=True):
                yield f"{category} {value:g} {series.name}" if value is not None else str(category)


def _all_parts(blob: bytes) -> Iterator[str]:
    """Each part by name, as it is written, and as text alone, in which runs stand together."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield name
            if part.startswith(b"PK"):
                yield from _all_parts(part)
            else:
                written = part.decode("utf-8", errors="ignore")
                yield from (html.unescape(written), html.unescape(re.sub(r"<[^>]+>", "", written)))
