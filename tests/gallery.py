"""A content folder made of the examples that kinds and charts carry: one deck, one slide each.

In: a folder. Out: content that tests build, and the frames of its deck.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from PIL import Image, ImageDraw

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck
from deckgen.registry import registry

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"

PROJECT = """\
language: da
audiences:
  - board
organisation:
  name: Navigators
  role: Direktør
client:
  name: Kunden
"""
SOURCES = "survey: Spørgeskema, 2023\n"
FIGURES = """\
survey.answered:
  value: 12
  unit: klynger
  source: survey
  as-of: 2023
  label: Klynger, der har svaret
"""
DECK = """\
audience: board
title: Galleri
subtitle: Alle slags slides
meeting: Møde
date: 2023
minutes: 30
opening: []
chapters:
  - id: all
    title: Alle slags
    slides:
"""


def examples() -> dict[str, str]:
    """Slide id → its YAML, for every kind, and for every chart type as a slide of kind chart."""
    known = registry()
    found = {f"example.{name.replace('_', '-')}": kind.example for name, kind in known.kinds.items()}
    for name, chart in known.charts.items():
        slug = name.replace("_", "-")
        head = f"id: example-chart.{slug}\nkind: chart\ntitle: Et diagram af typen {slug}\n"
        found[f"example-chart.{slug}"] = head + chart.example
    return found


def write(folder: Path, slides: dict[str, str], figures: str = FIGURES) -> Path:
    """Write a content folder with these slides, in one deck named `gallery`."""
    (folder / "decks").mkdir(parents=True)
    listed = "".join(f"      - {slide}\n" for slide in slides)
    items = "".join("  - " + textwrap.indent(body, "    ").lstrip() for body in slides.values())
    files = {
        "project.yaml": PROJECT,
        "sources.yaml": SOURCES,
        "figures.yaml": figures,
        "decks/gallery.yaml": DECK + listed,
        "examples.yaml": "slides:\n" + items,
    }
    for name, body in files.items():
        (folder / name).write_text(body, encoding="utf-8")
    if any("havn.png" in body for body in slides.values()):
        harbour().save(folder / "havn.png")
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


def frames(folder: Path, diagnostics: Diagnostics) -> FrameDeck:
    """The frames of the deck `gallery` in a content folder."""
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    return pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
