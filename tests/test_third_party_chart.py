"""A chart type of another package in one file: native, bound to its data, opened and drawn by other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import gallery
from brought import bring
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics

GUIDE = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
POINTS = GUIDE.partition("## Adding a chart type")[2].partition("```python\n")[2].partition("```")[0]
"""The listing of the guide, word for word."""


@pytest.fixture
def points_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck with one chart of the guide's type."""
    bring(tmp_path / "site", monkeypatch, "deckgen.charts", "points", POINTS)
    example = POINTS.partition('EXAMPLE = """\\\n')[2].partition('"""')[0]
    slide = f"id: a.plane\nkind: chart\ntitle: De store klynger har flere ansatte\n{example}"
    folder = gallery.write(tmp_path / "content", {"a.plane": slide})
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded is not None
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    (tmp_path / "plane.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    return tmp_path / "plane.pptx"


def test_a_chart_type_in_one_file_is_a_native_chart_with_its_data(
    points_deck: Path, validate: Callable[[Path], list[str]]
) -> None:
    from pptx import Presentation
    from pptx.enum.chart import XL_CHART_TYPE

    assert validate(points_deck) == []
    presentation: Any = Presentation(str(points_deck))
    (chart,) = (shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart)
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER
    (series,) = chart.plots[0].series
    assert (series.name, tuple(series.values)) == ("Ansatte", (40, 21, 7))
    across = series._element.xpath("c:xVal//c:v/text()")
    assert across == ["450", "252", "85"]
    assert b"<c:catAx>" not in chart.part.blob and chart.part.blob.count(b"<c:valAx>") == 2
    assert "Fødevarer".encode() in chart.part.blob


def test_a_chart_type_in_one_file_is_drawn(points_deck: Path, to_pdf: Callable[[Path], Path]) -> None:
    page = pypdfium2.PdfDocument(to_pdf(points_deck))[0]
    said = page.get_textpage().get_text_range()
    assert all(name in said for name in ("Energi", "Byggeri", "Fødevarer"))
    assert "400" in said, "the axis across is labelled"
