"""A deck that a program saved again which drops names: what is told of it, and what can still be compared."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from edited import changed, nameless, swap
from powerpoint_sample import full
from powerpoint_written import write

from deckgen.diagnostics import Diagnostics
from deckgen.output import check_target
from deckgen.powerpoint.readback.edits import Edited, since_built
from deckgen.powerpoint.readback.resaving import SavedAgain


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write(tmp_path / "deck.pptx", full(tmp_path))


def _again(path: Path) -> SavedAgain:
    since = since_built(path)
    assert isinstance(since, SavedAgain), since
    return since


def _message(path: Path) -> str:
    diagnostics = Diagnostics()
    assert not check_target(path, "deck", False, diagnostics)
    (one,) = diagnostics
    assert one.code == "saved-again"
    return one.message


def test_what_was_dropped_is_told_in_one_line_and_the_texts_are_as_built(built: Path) -> None:
    assert _message(nameless(built)) == (
        "this file was saved again by a program that drops names of slides, names of placeholders, sections, "
        "workbooks of charts (LibreOffice); its texts are as built"
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "slide"),
    [
        ("ppt/slides/slide2.xml", "Venstre", "Højre", "krop"),
        ("ppt/slides/slide4.xml", "Række 1, 1", "Ny", "tabel"),
        ("ppt/charts/chart1.xml", "<c:v>450</c:v>", "<c:v>451</c:v>", "pladsdiagram"),
        ("ppt/notesSlides/notesSlide1.xml", "Sig dette", "Sig mere", "tekst"),
    ],
)
def test_a_slide_that_says_something_else_is_named(built: Path, part: str, old: str, new: str, slide: str) -> None:
    assert _again(changed(nameless(built), swap(part, old, new))).differs == (slide,)


def test_a_slide_that_came_or_went_is_told(built: Path) -> None:
    entry = '<p:sldId id="258" r:id="[^"]*"/>'
    nameless(built)
    assert _again(changed(built, swap("ppt/presentation.xml", entry, ""))).differs == ("slide removed: gruppe",)


def test_a_deck_that_says_nothing_of_its_origin_is_still_known_by_its_names(built: Path) -> None:
    def drop(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("customXml")]:
            del parts[name]

    since = _again(changed(built, drop))
    assert since.differs is None
    assert _message(built).endswith("drops where its slides come from; whether its texts are as built cannot be told")


def test_a_program_that_writes_each_slide_anew_is_named(built: Path) -> None:
    def anew(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("ppt/slides/slide")]:
            parts[name] = parts[name].replace(b'<a:spcPts val="0"/>', b'<a:spcPct val="0"/>')
            parts[name] = parts[name].replace(b"</p:spTree>", b"<p:sp><p:spPr/></p:sp></p:spTree>")
        parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"deckgen<", b"Slides Engine<")

    since = _again(changed(built, anew))
    assert (since.program, since.drops, since.differs) == ("Slides Engine", (), ())


def test_every_slide_edited_in_powerpoint_is_an_edit_of_every_slide(built: Path) -> None:
    def every(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("ppt/slides/slide")]:
            parts[name] = parts[name].replace(b"<p:sld ", b'<p:sld show="0" ')
        parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"deckgen<", b"Microsoft Office PowerPoint<")

    since = since_built(changed(built, every))
    assert isinstance(since, Edited)
    assert len(since.what) == len(full(built.parent).frames)


def test_libreoffice_itself(built: Path, tmp_path: Path, soffice: str) -> None:
    out, profile = tmp_path / "out", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pptx", "--outdir", str(out), str(built)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    since = _again(out / built.name)
    assert since.program == "LibreOffice"
    assert {"names of slides", "sections", "workbooks of charts"} <= set(since.drops)
    assert since.differs == ()
