"""A content folder made of the examples that kinds and charts carry: one deck, one slide each.

In: a folder. Out: content that tests build, and the frames of its deck.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

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
    return folder


def frames(folder: Path, diagnostics: Diagnostics) -> FrameDeck:
    """The frames of the deck `gallery` in a content folder."""
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    return pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
