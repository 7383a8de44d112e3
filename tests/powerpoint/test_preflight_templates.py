"""Preflight over every made template: clean, whole, nothing of its author's left, nothing of its design lost."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from powerpoint_sample import CREATED, deck, frame
from preflighted import MAIN, A, P, layouts, parts_of, reached, relations, run, used_ids

from deckgen.powerpoint.own_template.reader import read_template
from deckgen.powerpoint.writer.deck import write_deck
from templates import NAMES, is_potx, made, written
from templates.building.demo import SECRET

every_template = pytest.mark.parametrize("name", NAMES)
_KINDS = {"slideMasters", "slideLayouts", "notesMasters", "theme", "media"}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """A made template after preflight, which has nothing to warn of."""
    folder = tmp_path_factory.mktemp("clean")
    done: dict[str, bytes] = {}

    def cleaned(name: str) -> bytes:
        if name not in done:
            data, found = run(made(name), folder, f"{name}.{'potx' if is_potx(made(name)) else 'pptx'}")
            assert [one for one in found if one.severity != "info"] == []
            assert data is not None
            done[name] = data
        return done[name]

    return cleaned


def test_there_are_templates_of_many_sorts() -> None:
    assert len(NAMES) >= 15
    assert any(is_potx(made(name)) for name in NAMES)
    assert not all(is_potx(made(name)) for name in NAMES)


@every_template
def test_a_made_template_is_valid_and_always_the_same(
    name: str, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    made.cache_clear()
    first = made(name)
    made.cache_clear()
    assert made(name) == first
    assert validate(written(name, tmp_path)) == []


@every_template
def test_the_validator_finds_nothing(
    name: str, clean: Callable[[str], bytes], tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(clean(name))
    assert validate(file) == []


@every_template
def test_only_masters_layouts_themes_and_pictures_are_left_and_each_is_reached(
    name: str, clean: Callable[[str], bytes]
) -> None:
    parts = parts_of(clean(name))
    content = {part for part in parts if not part.endswith(".rels") and part != "[Content_Types].xml"}
    assert content == reached(parts)
    assert {part.split("/")[1] for part in content} <= {"presentation.xml", "tableStyles.xml", *_KINDS}


@every_template
def test_every_relationship_is_used_and_every_reference_resolves(name: str, clean: Callable[[str], bytes]) -> None:
    parts = parts_of(clean(name))
    for part in [part for part in parts if part.endswith(".xml") and "Content_Types" not in part]:
        known = relations(parts, part)
        by_type = {id for id, (kind, _, _) in known.items() if kind in ("theme", "slideMaster", "tableStyles")}
        named = used_ids(parts[part])
        assert named <= set(known), part
        assert set(known) - by_type <= named, part


@every_template
def test_nothing_of_the_author_is_left(name: str, clean: Callable[[str], bytes]) -> None:
    for part, data in parts_of(clean(name)).items():
        for trace in (SECRET, "Mette Designer", "Designbureauet", "Steve Canny", "customXml", "docProps"):
            for encoding in ("utf-8", "utf-16-le"):
                assert trace.encode(encoding) not in data, part


@every_template
def test_the_design_is_all_there(name: str, clean: Callable[[str], bytes]) -> None:
    def described(parts: dict[str, bytes]) -> list[tuple[str, list[tuple[str, str]], int]]:
        found = []
        for master in _ordered(parts, MAIN, "sldMasterId"):
            for layout in _ordered(parts, master, "sldLayoutId"):
                root = etree.fromstring(parts[layout])
                holders = [(one.get("type", "obj"), one.get("idx", "0")) for one in root.iter(f"{P}ph")]
                drawn = sum(1 for _ in root.iter(f"{P}sp", f"{P}pic", f"{P}cxnSp", f"{A}blip"))
                found.append((root.find(f"{P}cSld").get("name", ""), holders, drawn))
        return found

    assert described(parts_of(clean(name))) == described(parts_of(made(name)))


def _ordered(parts: dict[str, bytes], owner: str, tag: str) -> list[str]:
    """The parts that a list of ids names, in its order."""
    known = relations(parts, owner)
    ids = [
        one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for one in etree.fromstring(parts[owner]).iter(f"{P}{tag}")
    ]
    return [known[id][1] for id in ids]


@every_template
def test_python_pptx_opens_it_without_slides(name: str, clean: Callable[[str], bytes]) -> None:
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(clean(name)))
    assert len(presentation.slides) == 0
    _one_slide_each(presentation)
    presentation.save(BytesIO())


def _one_slide_each(presentation: Any) -> int:
    """Add a slide of every layout; how many."""
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            presentation.slides.add_slide(layout)
    return len(presentation.slides)


@every_template
def test_what_is_clean_stays_as_it_is(name: str, clean: Callable[[str], bytes], tmp_path: Path) -> None:
    again, found = run(clean(name), tmp_path)
    assert again == clean(name)
    assert found == []


@every_template
def test_ids_of_masters_and_layouts_are_legal_and_unlike(name: str, clean: Callable[[str], bytes]) -> None:
    parts = parts_of(clean(name))
    ids = [
        int(one.get("id"))
        for part in parts
        if part == MAIN or part.startswith("ppt/slideMasters/slideMaster")
        for one in etree.fromstring(parts[part]).iter(f"{P}sldMasterId", f"{P}sldLayoutId")
    ]
    assert len(ids) == len(set(ids))
    assert min(ids) >= 2147483648


@pytest.mark.parametrize("name", ["portrait_a4", "danish_widescreen", "demo_slides", "python_pptx_default"])
def test_a_deck_with_notes_is_written_on_it_with_or_without_a_notes_master(
    name: str, clean: Callable[[str], bytes], tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    titled = next(one for one in layouts(clean(name)) if any(ph.is_placeholder for ph in one.placeholders))
    frames = (frame("a", notes=("Sig dette.",), layout=titled.name), frame("b", layout=titled.name))
    file = tmp_path / "deck.pptx"
    file.write_bytes(write_deck(deck(*frames), read_template(clean(name)), CREATED))
    assert validate(file) == []
    masters = [part for part in parts_of(file.read_bytes()) if part.startswith("ppt/notesMasters/notesMaster")]
    assert masters == ["ppt/notesMasters/notesMaster1.xml"]


def test_libreoffice_shows_every_layout_of_every_template(clean: Callable[[str], bytes], tmp_path: Path) -> None:
    import pypdfium2
    from pptx import Presentation

    soffice = shutil.which("soffice")
    if not soffice:
        pytest.fail("LibreOffice is not installed: run `make test`")
    pages = {}
    for name in NAMES:
        presentation: Any = Presentation(BytesIO(clean(name)))
        pages[name] = _one_slide_each(presentation)
        presentation.save(str(tmp_path / f"{name}.pptx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.pptx") for name in NAMES]
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert {name: len(pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")) for name in NAMES} == pages
