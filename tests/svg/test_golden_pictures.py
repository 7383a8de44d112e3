"""Pictures of slides, each element of them: held against golden text that a person has read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest
from test_slide import drawn, stage

import gallery
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import Frame, ShapeItem
from deckgen.model.shapes import Geometry
from deckgen.model.units import Box, points
from deckgen.svg.slide import slide
from golden_xml import outline
from goldens import Held

SLIDES = (
    "example.agenda",
    "example.cover",
    "example.cycle",
    "example.key-figures",
    "example.map",
    "example.picture",
    "example.swimlane",
    "example.table",
    "example-chart.clustered-bar",
    "example-chart.column",
    "example-chart.doughnut",
    "example-chart.line",
    "example-chart.waterfall",
)
"""Together they have every sort of item."""


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Frame]:
    folder = gallery.write_all(tmp_path_factory.mktemp("gallery") / "content")
    return {frame.id: frame for frame in gallery.frames(folder, Diagnostics()).frames}


@pytest.mark.parametrize("name", SLIDES)
def test_a_picture_is_as_in_its_golden_text(name: str, frames: Mapping[str, Frame], held: Held) -> None:
    held(f"pictures/{name}.txt", outline(slide(frames[name], stage()).encode()))


def test_every_form_is_drawn_as_in_the_golden_text(held: Held) -> None:
    """Wide and high, and where it has a tip, with a long one too."""
    sizes = ((300, 80, 0), (80, 200, 0), (300, 80, points(30)))
    told = []
    for geometry in get_args(Geometry):
        for width, height, tip in sizes:
            box = Box(points(100), points(100), points(width), points(height))
            svg = drawn(ShapeItem("s.one/shape", box, geometry, "accent", tip=tip))
            told.append(f"{geometry} {width}×{height} {tip}\n{svg[svg.index('data-path') :]}\n")
    held("pictures/forms.txt", "".join(told))
