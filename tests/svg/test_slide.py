"""Frames made by hand, drawn: what a renderer must keep of each item, in any face."""

from __future__ import annotations

from functools import cache
from typing import get_args
from xml.etree import ElementTree

import pytest
from drawn import SVG, lines, marks

from deckgen.brand import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.frames import Frame, FrameParagraph, FrameRun, GroupItem, Item, ShapeItem, TextItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.shapes import Geometry
from deckgen.model.styled import Align
from deckgen.model.units import Box, points
from deckgen.powerpoint.backdrops.read import backdrop
from deckgen.powerpoint.own_template.build import own_template
from deckgen.svg.slide import slide
from deckgen.svg.stage import Stage
from gallery import BRAND

BOX = Box(points(100), points(200), points(300), points(80))


@cache
def stage(face: str = "") -> Stage:
    theme = load_brand(BRAND, "brand", Diagnostics())
    assert theme
    theme = replace(theme, body_face=face) if face else theme
    template = own_template(theme, DANISH)
    return Stage(theme, template, lambda name: backdrop(template, name))


def drawn(*items: Item, face: str = "") -> str:
    return slide(Frame("s.one", "Diagram", "En titel & mere", items, (), "", ()), stage(face))


def text(*runs: FrameRun, align: Align = "left") -> TextItem:
    return TextItem("s.one/text", BOX, (FrameParagraph(runs, 20, align=align),))


def texts(svg: str) -> list[ElementTree.Element]:
    return [
        one for one in ElementTree.fromstring(svg).iter() if one.tag in (f"{SVG}text", f"{SVG}tspan") and one.text
    ]


@pytest.mark.parametrize("geometry", get_args(Geometry))
def test_every_shape_fills_its_box(geometry: Geometry) -> None:
    box = Box(points(100), points(200), points(80), points(80)) if geometry == "hexagon" else BOX
    svg = drawn(ShapeItem("s.one/shape", box, geometry, "accent", tip=0))
    ((path, extent),) = marks(svg)
    assert path == "shape"
    sides = (box.x, box.y, box.right, box.bottom)
    assert (extent.left, extent.top, extent.right, extent.bottom) == tuple(side / 12700 for side in sides)


def test_an_outline_is_stretched_to_its_box_and_its_paths_say_what_they_take() -> None:
    square = (("M", (0.0, 0.0)), ("L", (10.0, 0.0)), ("L", (10.0, 10.0)), ("Z", ()))
    outline = Outline(10, 10, (VectorPath(square), VectorPath(square, filled=False, stroke=1)))
    svg = drawn(ShapeItem("s.one/icon", BOX, outline, "primary", "accent"))
    paths = [one for one in ElementTree.fromstring(svg).iter(f"{SVG}path") if one.get("d") == "M0 0L300 0L300 80Z"]
    assert [(one.get("fill"), one.get("stroke")) for one in paths] == [(None, "none"), ("none", None)]


def test_a_line_of_several_styles_keeps_each_in_its_place() -> None:
    svg = drawn(text(FrameRun("CO"), FrameRun("2", script="sub"), FrameRun(" og "), FrameRun("vi", bold=True)))
    base, below, *rest = lines(svg)
    assert below.y > base.y == rest[0].y
    assert below.x == pytest.approx(base.x + base.width, abs=0.02)
    assert texts(svg)[-1].get("font-weight") == "700"


def test_links_lead_to_addresses_and_slides() -> None:
    svg = drawn(text(FrameRun("her", link="https://navigators.example/?a=1&b=2"), FrameRun("der", slide="s.two")))
    links = [one.get("href") for one in ElementTree.fromstring(svg).iter(f"{SVG}a")]
    assert links == ["https://navigators.example/?a=1&b=2", "#s.two"]


def test_a_group_tells_its_alt_text_and_holds_its_children() -> None:
    svg = drawn(GroupItem("s.one/flow", BOX, (text(FrameRun("Havn")),), 'Fra "kaj" til skib'))
    (group,) = (one for one in ElementTree.fromstring(svg).iter() if one.get("data-path") == "flow")
    assert group.get("aria-label") == group[0].text == 'Fra "kaj" til skib'
    assert [one.get("data-path") for one in group.iter() if one.get("data-path")] == ["flow", "text"]


@pytest.mark.parametrize(
    ("align", "anchor", "x"), [("left", "start", 100), ("center", "middle", 250), ("right", "end", 400)]
)
def test_a_face_without_measures_is_not_stretched(align: Align, anchor: str, x: float) -> None:
    """What was measured as a wider face stands where its line does, in the width of its own."""
    svg = drawn(text(FrameRun("Havn "), FrameRun("og kaj", bold=True), align=align), face="Aptos")
    (line,) = (one for one in ElementTree.fromstring(svg).iter(f"{SVG}text") if one.get("text-anchor"))
    assert line.get("text-anchor") == anchor
    assert abs(float(line.get("x", "0")) - x) < 0.02
    assert not any(one.get("textLength") for one in texts(svg))


def test_whatever_a_text_holds_the_picture_is_well_formed() -> None:
    said = "<a href=\"x\"> & 'b'\x00\ud800 ￾ 🙂"
    assert "🙂" in "".join(one.text or "" for one in texts(drawn(text(FrameRun(said)))))
