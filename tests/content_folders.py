"""A content folder written from text, and a small registry of kinds, for the tests of content and plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any, Literal

from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.model.blocks import Arrangement
from deckgen.model.chart_fields import ChartFields
from deckgen.model.content import Content
from deckgen.model.kind import Context, Kind, Registry, described
from deckgen.model.text import Text, Value
from deckgen.registry import registry

PROJECT = """\
language: da
audiences: [board, directorate]
organisation: {name: Navigators}
client: {name: BRN}
"""
SOURCES = "survey: Klyngesurvey, 2023\nstate: Styrelsen, 2022\n"
FIGURES = """\
asked: {value: 13, label: Klynger spurgt, source: survey}
answered: {value: 12, label: Klynger der svarede, source: survey, as-of: 2023-11, base: "${asked} klynger"}
members: {value: 1740, qualifier: minimum, label: Medlemmer, source: state, as-of: 2022, unit: medlemmer}
rate: {value: 92.4, unit: "%", decimals: 0, label: Svarprocent, source: survey, base: "${asked} klynger"}
"""
DECK = """\
audience: board
title: Klynger
minutes: 10
chapters:
  - {id: findings, title: Fund, slides: [survey.rate]}
"""
SLIDES = """\
slides:
  - id: survey.rate
    kind: plain
    title: Svar fra ${answered}
    minutes: 10
"""


@dataclass(frozen=True)
class Plain:
    lead: Text | None = described("A line.", default=None)


@dataclass(frozen=True)
class Row:
    label: Text = described("What it is.")
    value: Value = described("How much.")
    emphasis: bool = described("True on the finding.", default=False)


@dataclass(frozen=True)
class Rows:
    rows: tuple[Row, ...] = described("The rows.", minimum=1, maximum=12)
    order: Literal["value", "given"] = described("How they are sorted.", default="value")


def _compose(fields: Any, context: Context) -> tuple[Arrangement, ...]:
    return ()


REGISTRY = Registry(
    {
        **{
            name: Kind(name, "finding", fields, "", _compose, "")
            for name, fields in (("plain", Plain), ("rows", Rows), ("charted", ChartFields))
        },
        "agenda": Kind("agenda", "agenda", Plain, "", _compose, ""),
        "section": Kind("section", "divider", Plain, "", _compose, ""),
        "curtain": Kind("curtain", "divider", Rows, "", _compose, ""),
    },
    registry().charts,
)


def write(folder: Path, **files: str) -> Path:
    """A content folder that is well-formed but for what `files` says; `decks__x` is `decks/x.yaml`."""
    wanted = {"project": PROJECT, "sources": SOURCES, "figures": FIGURES, "decks__board": DECK, "slides": SLIDES}
    for name, text in {**wanted, **files}.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8", newline="")
    return folder


def loaded(folder: Path, **files: str) -> tuple[dict[str, Content], Diagnostics]:
    """What each audience sees of a folder, and what was found."""
    diagnostics = Diagnostics()
    return load(write(folder, **files), REGISTRY, diagnostics), diagnostics


def codes(diagnostics: Diagnostics) -> list[str]:
    """The codes found, in order of their place."""
    return [each.code for each in diagnostics]


def clean(folder: Path, **files: str) -> dict[str, Content]:
    """Content in which nothing is wrong."""
    contents, found = loaded(folder, **files)
    assert [str(each) for each in found if each.severity == "error"] == []
    return contents
