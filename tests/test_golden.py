"""Every kind's example, laid out: held against golden frames that a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

import gallery
from deckgen.diagnostics import Diagnostics
from golden_text import golden

FOLDER = Path(__file__).parent / "golden"
NAMES = sorted(gallery.examples())


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = gallery.write_all(tmp_path_factory.mktemp("gallery") / "content")
    diagnostics = Diagnostics()
    deck = gallery.frames(folder, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    said: dict[str, str] = {}
    for frame in deck.frames:
        slide = frame.id.partition("~")[0]
        said[slide] = said.get(slide, "") + golden(frame)
    return said


@pytest.mark.parametrize("name", NAMES)
def test_example_is_laid_out_as_its_golden_frame(
    name: str, frames: dict[str, str], request: pytest.FixtureRequest
) -> None:
    file = FOLDER / f"{name}.txt"
    if request.config.getoption("--rewrite-golden"):
        file.write_text(frames[name], encoding="utf-8")
    assert frames[name] == file.read_text(encoding="utf-8"), f"{name}: read the difference; `make golden` accepts it"


def test_no_golden_frame_is_left_over() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == NAMES
