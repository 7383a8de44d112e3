"""A slide of a deck alone: it is the only one that is shown, and has the number that it has in the deck."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

import deckgen
from deckgen.powerpoint.ooxml.archive import UnreadableFileError
from deckgen.powerpoint.ooxml.one_slide import slide_alone
from projects import GOOD, write


@pytest.fixture
def deck(tmp_path: Path) -> bytes:
    project = write(tmp_path, GOOD)
    brand, output = project / "assets/_brand.yml", tmp_path / "out"
    result = deckgen.build(project / "content", decks=["board"], brand=brand, output=output)
    return result.files[0].read_bytes()


def texts(data: bytes) -> list[list[str]]:
    slides = Presentation(BytesIO(data)).slides
    return [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]


def test_it_is_the_only_one_and_keeps_its_number(deck: bytes) -> None:
    every = texts(deck)
    for number, said in enumerate(every, 1):
        alone = slide_alone(deck, number)
        assert texts(alone) == [said]
        assert b'type="slidenum"' not in alone
    assert every[3].count("4") == 1


def test_what_there_is_not_cannot_be_alone(deck: bytes) -> None:
    for number in (0, 6):
        with pytest.raises(IndexError):
            slide_alone(deck, number)
    with pytest.raises(UnreadableFileError):
        slide_alone(b"no zip", 1)
