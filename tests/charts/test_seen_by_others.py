"""A series, a row or a value that an audience is not shown leaves no trace in its chart, whatever the form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import gallery
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from deckgen.slide_pictures import draw_slides

CHARTS = [slide for slide in gallery.examples() if slide.startswith("example-chart.")]
SECRET, VALUE = "Hemmelig", 1731
"""What only the directorate is shown."""


def with_others(slide: dict[str, Any]) -> dict[str, Any]:
    """The slide with a row and a series more, and other values, for the directorate alone.

    The first row keeps its values, so that a broken axis has bars that end before the break.
    """
    rows, series = slide["data"], slide.get("series")
    more = [VALUE] if series else []
    for row in rows:
        values = row["value"] if isinstance(row["value"], list) else [row["value"]]
        others = values if row is rows[0] else [VALUE + at for at in range(len(values))]
        row["value"] = {"board": row["value"], "directorate": others + more}
    width = len(series) + 1 if series else 1
    added = {"for": "directorate", "label": f"{SECRET} række", "value": [VALUE] * width}
    told = {**slide, "data": [added, *rows]}
    return told | {"series": [*series, {"for": "directorate", "text": f"{SECRET} serie"}]} if series else told


def built(folder: Path, slide: dict[str, Any]) -> tuple[bytes, str]:
    """The board's file, and the picture of the slide."""
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in slide.items())
    gallery.write(folder, {slide["id"]: text})
    project = gallery.PROJECT.replace("  - board\n", "  - board\n  - directorate\n")
    (folder / "project.yaml").write_text(project, encoding="utf-8")
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded is not None
    told = repr(loaded.contents["directorate"].slides[slide["id"]].fields)
    assert (SECRET in told) == (SECRET in text) == (str(VALUE) in told)
    made = pipeline.make_deck(loaded, "gallery", diagnostics, WRITTEN)
    drawn = draw_slides(loaded, made.frames, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return made.data, drawn[slide["id"]]


@pytest.mark.parametrize("name", CHARTS)
def test_the_file_and_the_picture_are_those_without_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    alone = built(tmp_path / "alone", yaml.safe_load(gallery.examples()[name]))
    beside = built(tmp_path / "beside", with_others(yaml.safe_load(gallery.examples()[name])))
    assert beside == alone
