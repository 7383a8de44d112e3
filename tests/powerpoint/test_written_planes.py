"""Drawings by data as they are written: native, valid, and drawn by LibreOffice where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from powerpoint_sample import BODY, deck, frame
from powerpoint_written import write

from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.model.blocks import Group
from deckgen.model.frames import GroupItem, ShapeItem
from deckgen.model.plane import Area, Bands, Label, Linear, Plane, Point, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import EMU_PER_POINT, inches

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
SOLID, OPEN, AXIS = Paint("accent"), Paint(line="muted", dashed=True), Paint(line="primary", width=2)


def said(words: str, **more: Any) -> Label:
    return Label((Styled(text(words), "lead", bold=True),), **more)


UNITS = Plane(
    Bands(12, gap=4, most=48),
    Bands(2, gap=0),
    (
        *(Area(f"unit {at}", SOLID if at < 7 else OPEN, (at, at + 1), (0, 1), "hexagon") for at in range(12)),
        Area("of them", AXIS, (0, 5), (1, 1.05), label=said("heraf 5", side="below", width=120)),
    ),
)
TIMES = Plane(
    Linear(2020, 2025),
    Linear(0, 3),
    (
        Area("new", SOLID, (2020, 2022.9), (0, 0.9), label=said("Den nye klyngestruktur")),
        Area("able", Paint("panel"), (2020, 2024), (1, 1.9)),
        Area("open", OPEN, (2024, 2025), (1, 1.9), label=said("op til 5 år")),
        Segment("now", AXIS, (2022.9, 2022.9), (0, 2.4), label=said("Her er I", side="below", width=90)),
        Segment("rising", AXIS, (2020, 2021), (3, 2)),
        Point("pin", Paint("primary", "accent", 2), 2024.5, 2.5, 18),
    ),
    height=160,
)
DRAWN = {"units": UNITS, "times": TIMES}


@pytest.fixture(scope="module")
def groups() -> dict[str, GroupItem]:
    made = {}
    for name, plane in DRAWN.items():
        placed = place(Group(plane, f"{name}/drawing", "En tegning"), BODY, SETTING)
        assert not placed.misfits
        (item,) = placed.items
        assert isinstance(item, GroupItem)
        made[name] = item
    return made


@pytest.fixture(scope="module")
def file(groups: dict[str, GroupItem], tmp_path_factory: pytest.TempPathFactory) -> Path:
    frames = (frame(name, item) for name, item in groups.items())
    return write(tmp_path_factory.mktemp("planes") / "planes.pptx", deck(*frames))


def test_a_plane_is_native_shapes_that_a_validator_passes(file: Path, validate: Callable[[Path], list[str]]) -> None:
    from pptx import Presentation
    from pptx.enum.shapes import MSO_AUTO_SHAPE_TYPE

    assert validate(file) == []
    presentation: Any = Presentation(str(file))
    (units,) = (shape for shape in presentation.slides[0].shapes if shape.name == "units/drawing")
    signs = [shape for shape in units.shapes if shape.name.startswith("unit ")]
    assert [sign.auto_shape_type for sign in signs] == [MSO_AUTO_SHAPE_TYPE.HEXAGON] * 12
    assert {sign.rotation for sign in signs} == {90}


def test_a_line_that_rises_is_written_so(file: Path) -> None:
    from pptx import Presentation

    presentation: Any = Presentation(str(file))
    (times,) = (shape for shape in presentation.slides[1].shapes if shape.name == "times/drawing")
    flipped = {shape.name: shape._element.spPr.xfrm.get("flipV") for shape in times.shapes if shape.name == "rising"}
    assert flipped == {"rising": "1"}


def test_a_sign_is_drawn_where_it_stands(
    file: Path, groups: dict[str, GroupItem], to_pdf: Callable[[Path], Path]
) -> None:
    """Filled signs have ink in their middle and at the points they stand on; outlined ones are empty."""
    page = pypdfium2.PdfDocument(to_pdf(file))[0]
    scale = 2.0
    bitmap = page.render(scale=scale).to_pil().convert("RGB")

    def ink(x: float, y: float) -> bool:
        at = (round(x / EMU_PER_POINT * scale), round(y / EMU_PER_POINT * scale))
        return bool(min(bitmap.getpixel(at)) < 200)

    signs = [one for one in groups["units"].children if isinstance(one, ShapeItem) and one.geometry == "hexagon"]
    for at, sign in enumerate(signs):
        box = sign.box
        across = box.x + box.width / 2
        middle, top = (across, box.y + box.height / 2), (across, box.y + 3 * EMU_PER_POINT)
        corner = (box.x + 2 * EMU_PER_POINT, box.y + 2 * EMU_PER_POINT)
        assert [ink(*middle), ink(*top), ink(*corner)] == [at < 7, at < 7, False], sign.name
