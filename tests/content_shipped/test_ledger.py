"""The shipped decks say every fact of the engagement, and nothing that belongs to the other audience.

In: `tests/ledger.yaml` and the written files. The ledger's head says what its keys mean.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx import Presentation

LEDGER: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "ledger.yaml").read_text(encoding="utf-8"))
SECTIONS = range(1, 19)
OTHER = {"board": "directorate", "directorate": "board"}


@dataclass(frozen=True)
class Fact:
    fact: str
    section: int
    says: tuple[str, ...]
    slides: tuple[str, ...]
    decks: tuple[str, ...]


def _fact(entry: dict[str, Any]) -> Fact:
    says = tuple(str(pattern) for pattern in entry["says"])
    return Fact(entry["fact"], entry["section"], says, tuple(entry["slides"]), tuple(entry["decks"]))


FACTS = tuple(_fact(entry) for entry in LEDGER["facts"])
TOLD = [pytest.param(fact, deck, id=f"{deck}: {fact.fact}") for fact in FACTS for deck in fact.decks]
SECRETS = [pytest.param(owner, pattern, id=pattern) for owner, held in LEDGER["secrets"].items() for pattern in held]


def test_the_ledger_covers_every_section_of_the_engagement() -> None:
    assert {fact.section for fact in FACTS} >= set(SECTIONS)
    assert len({fact.fact for fact in FACTS}) == len(FACTS)
    assert all(fact.says and fact.slides and fact.decks for fact in FACTS)


@pytest.fixture(scope="module")
def slides(built_decks: dict[str, Path]) -> dict[str, dict[str, str]]:
    """What each slide of each deck shows and has in its notes; a continuation belongs to its slide."""
    return {deck: _slides(path) for deck, path in built_decks.items()}


@pytest.fixture(scope="module")
def parts(built_decks: dict[str, Path]) -> dict[str, str]:
    """Everything that each file holds, embedded workbooks unzipped."""
    return {deck: _normal("\n".join(_all_parts(path.read_bytes()))) for deck, path in built_decks.items()}


@pytest.mark.parametrize(("fact", "deck"), TOLD)
def test_the_deck_says(fact: Fact, deck: str, slides: dict[str, dict[str, str]]) -> None:
    there = [slide for slide in fact.slides if slide in slides[deck]]
    assert there, f"{deck} has none of {fact.slides}"
    unsaid = [
        (slide, pattern) for slide in there for pattern in fact.says if not _found(pattern, slides[deck][slide])
    ]
    assert not unsaid


def test_every_slide_that_the_ledger_names_is_in_a_deck_that_says_it(slides: dict[str, dict[str, str]]) -> None:
    lost = [
        (fact.fact, slide)
        for fact in FACTS
        for slide in fact.slides
        if not any(slide in slides[deck] for deck in fact.decks)
    ]
    assert not lost


@pytest.mark.parametrize(("owner", "pattern"), SECRETS)
def test_what_one_audience_has_alone_is_in_its_own_file_only(owner: str, pattern: str, parts: dict[str, str]) -> None:
    assert _found(pattern, parts[owner]), "the ledger guards what no slide says"
    assert not _found(pattern, parts[OTHER[owner]])


def _found(pattern: str, said: str) -> bool:
    return re.search(pattern, said, re.IGNORECASE) is not None


def _normal(said: str) -> str:
    return re.sub(r"\s+", " ", said)


def _slides(path: Path) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for slide in Presentation(str(path)).slides:
        own = said.setdefault(slide.name.split("~")[0], [])
        own.extend(_shown(slide.shapes))
        if slide.has_notes_slide:
            own.append(slide.notes_slide.notes_text_frame.text)
    return {id: _normal("\n".join(lines)) for id, lines in said.items()}


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
