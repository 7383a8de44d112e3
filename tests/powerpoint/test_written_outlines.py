"""Outlines as they are written: one native freeform each, in colours of the theme, drawn where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from powerpoint_sample import BODY, deck, frame
from powerpoint_written import NAMES, write

from deckgen.icons import icon_set
from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.model.blocks import Block, Group, Row
from deckgen.model.frames import Item, ShapeItem
from deckgen.model.icon import Icon, icon_block
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.shapes import Drawing, Paint
from deckgen.model.theme import Theme
from deckgen.model.units import EMU_PER_POINT, inches

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
RING = (("M", (10, 0)), ("L", (20, 10)), ("L", (10, 20)), ("L", (0, 10)), ("Z", ()))
FILLED = Outline(20, 20, (VectorPath(RING),))
LINED = Outline(20, 20, (VectorPath(RING, filled=False, stroke=2),))


def icon(name: str) -> Icon:
    outline = icon_set.outline(name)
    assert outline
    return Icon(name, outline)


def placed(block: Block) -> tuple[Item, ...]:
    made = place(block, BODY, SETTING)
    assert not made.misfits
    return made.items


BLOCKS: dict[str, Block] = {
    "icons": Row((icon_block(icon("handshake"), 60), icon_block(icon("landmark"), 60, "background", "primary"))),
    "forms": Row((Drawing(FILLED, Paint("accent"), 100), Drawing(LINED, Paint("accent", "primary", 6), 100))),
    "group": Group(icon_block(icon("target"), 90), "diagram", "En målskive"),
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    frames = (frame(name, *placed(block)) for name, block in BLOCKS.items())
    return write(tmp_path_factory.mktemp("outlines") / "outlines.pptx", deck(*frames))


@pytest.fixture(scope="module")
def slides(file: Path) -> list[Any]:
    from pptx import Presentation

    presentation: Any = Presentation(str(file))
    return list(presentation.slides)


def test_a_validator_passes_them(file: Path, validate: Callable[[Path], list[str]]) -> None:
    assert validate(file) == []


def test_each_is_one_freeform_in_a_color_of_the_theme(slides: list[Any]) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.shapes import MSO_SHAPE_TYPE

    bare, ground, light = (shape for shape in slides[0].shapes if shape.name.startswith("icon "))
    assert [bare.shape_type, light.shape_type] == [MSO_SHAPE_TYPE.FREEFORM] * 2
    assert ground.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
    assert bare.line.color.theme_color == MSO_THEME_COLOR.ACCENT_1
    assert light.line.color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert bare.line.width.pt == pytest.approx(2.75)


def test_each_path_takes_the_fill_or_the_line(slides: list[Any]) -> None:
    drawings = (shape._element for shape in slides[1].shapes if shape.name.startswith("drawing"))
    paths = [drawing.findall(".//a:path", NAMES) for drawing in drawings]
    assert [(path.get("fill"), path.get("stroke")) for (path,) in paths] == [(None, "0"), ("none", None)]


def test_it_is_decoration_and_its_group_says_what_it_shows(slides: list[Any]) -> None:
    (group,) = (shape for shape in slides[2].shapes if shape.name == "diagram")
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "En målskive"
    (drawn,) = group.shapes
    assert drawn._element.find(".//adec:decorative", NAMES).get("val") == "1"


def test_it_is_drawn_where_it_stands(file: Path, to_pdf: Callable[[Path], Path]) -> None:
    """A filled ring has ink in its middle and none in its corners; one of a line alone has it on its edge."""
    page = pypdfium2.PdfDocument(to_pdf(file))[1]
    bitmap = page.render(scale=2).to_pil().convert("RGB")

    def ink(item: ShapeItem, across: float, down: float) -> bool:
        box = item.box
        at = ((box.x + box.width * across), (box.y + box.height * down))
        return bool(min(bitmap.getpixel(tuple(round(side * 2 / EMU_PER_POINT) for side in at))) < 200)

    filled, lined = (item for item in placed(BLOCKS["forms"]) if isinstance(item, ShapeItem))
    assert [ink(filled, *at) for at in ((0.5, 0.5), (0.1, 0.1), (0.26, 0.26))] == [True, False, True]
    assert [ink(lined, *at) for at in ((0.5, 0.5), (0.1, 0.1), (0.25, 0.25))] == [False, False, True]
