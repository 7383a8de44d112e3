"""A content folder made of the examples that kinds and charts carry: one deck, one slide each.

In: a folder, and a room. Out: content that tests build, and the frames of its deck.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

import invented_land
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.kind import Purpose
from deckgen.model.theme import Room
from deckgen.registry import registry

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"

PROJECT = """\
language: da
audiences:
  - board
organisation:
  name: Navigators
  role: Direktør
  person: Kirsten Ågård
  phone: 12 34 56 78
  email: ka@navigators.example
  web: navigators.example
client:
  name: Kunden
"""
SOURCES = "survey: Spørgeskema, 2023\nregister: Registertal, 2022\n"
FIGURES = """\
survey.answered:
  value: 12
  unit: klynger
  source: survey
  as-of: 2023
  label: Klynger, der har svaret
"""
MORE_FIGURES = """\
survey.asked: {value: 13, unit: klynger, source: survey, as-of: 2023, label: "Klynger, der er spurgt"}
survey.present: {value: 7, unit: klynger, source: survey, as-of: 2023, label: Klynger med folk i landsdelen}
survey.agreements: {value: 7, unit: aftaler, source: survey, as-of: 2023, label: Aftaler med kommuner}
register.members: {value: 375, unit: medlemmer, source: register, as-of: 2022, label: Medlemmer i landsdelen}
register.small: {value: 252, unit: medlemmer, source: register, as-of: 2022, label: Heraf mindre virksomheder}
register.projects: {value: 58, unit: projekter, source: register, as-of: 2022, label: Projekter, qualifier: minimum}
"""
HEAD = """\
audience: board
title: Galleri
subtitle: Alle slags slides
meeting: Møde
date: 2023
minutes: 30
room: {room}
"""
DECK = (
    HEAD
    + """\
opening: []
chapters:
  - id: all
    title: Alle slags
    slides:
"""
)

CHAPTERS: Mapping[str, tuple[str, int, tuple[Purpose, ...]]] = {
    "messages": ("Hvad vi vil sige", 5, ("message",)),
    "findings": ("Hvad vi fandt", 7, ("finding",)),
    "explanations": ("Hvordan det hænger sammen", 3, ("explanation", "divider")),
    "recommendations": ("Hvad man kan vælge", 3, ("recommendation",)),
    "asks": ("Hvad I skal tage stilling til", 12, ("ask", "dialogue", "closing")),
}
"""The chapters of the whole gallery: title, minutes, and what its slides are for."""
APPENDIX_FIRST = "example.appendix"
"""The slide that lists the others of the appendix."""
NUMBERS = "gallery.numbers"
NUMBERS_HEAD = f"id: {NUMBERS}\nkind: bullets\ntitle: Tallene bag galleriet\nitems:\n"
"""A slide that shows every figure, so that the slide of sources has some to list."""


def examples() -> dict[str, str]:
    """Slide id → its YAML, for every kind, and for every chart type and form of drawing as a slide of its kind."""
    known = registry()
    found = {f"example.{name.replace('_', '-')}": kind.example for name, kind in known.kinds.items()}
    for name, chart in known.charts.items():
        slug = name.replace("_", "-")
        title = "" if chart.example.startswith("title:") else f"title: Et diagram af typen {slug}\n"
        head = f"id: example-chart.{slug}\nkind: chart\n{title}"
        found[f"example-chart.{slug}"] = head + chart.example
    for name, drawing in known.drawings.items():
        slug = name.replace("_", "-")
        found[f"example-drawing.{slug}"] = (
            f"id: example-drawing.{slug}\nkind: drawing\ntitle: En tegning af formen {slug}\n{drawing.example}"
        )
    return found


def purposes() -> dict[str, Purpose]:
    """Slide id → what its kind is for."""
    kinds = registry().kinds
    return {slide: kinds[_kind_of(slide)].purpose for slide in examples()}


def _kind_of(slide: str) -> str:
    kind, _, name = slide.partition(".")
    return name.replace("-", "_") if kind == "example" else kind.removeprefix("example-")


def write(folder: Path, slides: dict[str, str], figures: str = FIGURES, room: Room = "chamber") -> Path:
    """Write a content folder with these slides, in one deck named `gallery`."""
    listed = "".join(f"      - {slide}\n" for slide in slides)
    return _write(folder, slides, figures, DECK.format(room=room) + listed)


def write_all(folder: Path, room: Room = "chamber") -> Path:
    """Write a content folder with every example, in the deck of a meeting: chapters with minutes, an appendix."""
    slides, by_purpose = examples(), purposes()
    chapters: dict[str, list[str]] = {
        name: [slide for slide in slides if by_purpose[slide] in wanted and slide != APPENDIX_FIRST]
        for name, (_, _, wanted) in CHAPTERS.items()
    }
    for name, listed in chapters.items():
        slides[listed[0]] += f"minutes: {CHAPTERS[name][1]}\n"
    figures = FIGURES + MORE_FIGURES
    names = re.findall(r"(?m)^([a-z.]+):", figures)
    opening = [slide for slide in slides if by_purpose[slide] in ("opening", "agenda")]
    slides[NUMBERS] = NUMBERS_HEAD + "".join(f"  - ${{{name}}}\n" for name in names)
    placed = {*opening, *(slide for listed in chapters.values() for slide in listed)}
    appendix = [APPENDIX_FIRST, *(slide for slide in slides if slide not in placed and slide != APPENDIX_FIRST)]
    titled = [
        {"id": name, "title": CHAPTERS[name][0], "opening": "none", "slides": listed}
        for name, listed in chapters.items()
    ]
    parts = {"opening": opening, "chapters": titled, "appendix": {"slides": appendix}}
    return _write(folder, slides, figures, HEAD.format(room=room) + _yaml(parts))


def _yaml(parts: Mapping[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(part, ensure_ascii=False)}\n" for key, part in parts.items())


def _write(folder: Path, slides: dict[str, str], figures: str, deck: str) -> Path:
    (folder / "decks").mkdir(parents=True)
    items = "".join("  - " + textwrap.indent(body, "    ").lstrip() for body in slides.values())
    files = {
        "project.yaml": PROJECT,
        "sources.yaml": SOURCES,
        "figures.yaml": figures,
        "decks/gallery.yaml": deck,
        "examples.yaml": "slides:\n" + items,
    }
    for name, body in files.items():
        (folder / name).write_text(body, encoding="utf-8")
    if any("havn.png" in body for body in slides.values()):
        harbour().save(folder / "havn.png")
    if any(invented_land.FILE in body for body in slides.values()):
        (folder / invented_land.FILE).write_text(invented_land.geojson(), encoding="utf-8")
    return folder


def harbour() -> Image.Image:
    """The picture that examples name: a quay with cranes before a morning sky."""
    picture = Image.new("RGB", (1200, 800))
    pen = ImageDraw.Draw(picture)
    for line in range(800):
        share = min(1.0, line / 520)
        sky = (round(96 + 150 * share), round(136 + 80 * share), round(170 + 10 * share))
        pen.line((0, line, 1200, line), sky if line < 520 else (38, 84 - (line - 520) // 8, 104 - (line - 520) // 8))
    pen.ellipse((860, 330, 1000, 470), (255, 236, 196))
    pen.rectangle((0, 500, 1200, 540), (44, 52, 60))
    for x, height in ((180, 330), (420, 280), (640, 360)):
        pen.rectangle((x, 500 - height, x + 16, 500), (30, 40, 48))
        pen.polygon((x - 60, 500 - height, x + 210, 500 - height - 60, x + 210, 500 - height - 46), (30, 40, 48))
    for x, length in ((300, 260), (760, 340)):
        pen.polygon((x, 560, x + length, 560, x + length - 40, 630, x + 30, 630), (150, 60, 44))
        pen.rectangle((x + 40, 515, x + length // 2, 560), (232, 228, 220))
    return picture


def frame_of(slide: str, folder: Path) -> Frame:
    """The first page of a slide, in YAML from its `id:` on, that is written to the folder."""
    found = Diagnostics()
    id = slide.partition("\n")[0].removeprefix("id: ")
    made = frames(write(folder / "content", {id: slide}), found).frames
    assert not found.has_errors, [str(one) for one in found]
    return made[0]


def found(slide: str, folder: Path) -> list[Diagnostic]:
    """What is said of a slide, in YAML from its `id:` on, that is written to the folder."""
    diagnostics = Diagnostics()
    id = slide.partition("\n")[0].removeprefix("id: ")
    pipeline.load(write(folder / "content", {id: slide}), BRAND, diagnostics)
    return list(diagnostics)


def frames(folder: Path, diagnostics: Diagnostics) -> FrameDeck:
    """The frames of the deck `gallery` in a content folder."""
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    return pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
