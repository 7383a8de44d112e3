"""The file as a package: what PowerPoint would repair is not in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from powerpoint_sample import CREATED, deck, frame, full, many, template, texts
from powerpoint_written import NAMES, RELATION_ID, Written, every, find, write, write_full

from deckgen.model.frames import FrameSection
from deckgen.powerpoint.writer.deck import write_deck

IMPLIED = {"slideLayout", "notesSlide", "notesMaster", "package", "customXmlProps"}
"""Relationships that a part has by its kind, and does not name."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_full(tmp_path_factory.mktemp("written"))


def test_the_validator_finds_nothing(written: Written, validate: Callable[[Path], list[str]]) -> None:
    assert validate(written.path) == []


def test_names_are_unique_and_content_types_come_first(written: Written) -> None:
    assert written.names[0] == "[Content_Types].xml"
    assert len({name.lower() for name in written.names}) == len(written.names)


def test_every_part_has_a_content_type_and_every_override_a_part(written: Written) -> None:
    types = written.xml("[Content_Types].xml")
    endings = {entry.get("Extension") for entry in types if entry.tag.endswith("Default")}
    named = {entry.get("PartName", "")[1:] for entry in types if entry.tag.endswith("Override")}
    assert named <= set(written.names)
    assert all(name in named or name.rsplit(".", 1)[-1] in endings for name in written.names[1:])


def test_relationships_lead_to_parts_and_none_is_unused(written: Written) -> None:
    for name in (*written.named("ppt/slides/"), *written.named("ppt/notesSlides/"), *written.named("ppt/charts/")):
        related = written.related(name)
        used = {
            value
            for element in written.xml(name).iter()
            for key, value in element.attrib.items()
            if key.startswith(RELATION_ID)
        }
        assert used <= set(related)
        assert all(found.external or found.target in written.parts for found in related.values())
        implied = {key for key, found in related.items() if found.kind in IMPLIED or name.startswith("ppt/notes")}
        assert set(related) == used | implied


def test_every_part_is_reached_from_the_package(written: Written) -> None:
    reached, open_ends = {"[Content_Types].xml", "_rels/.rels"}, [""]
    while open_ends:
        for found in written.related(open_ends.pop()).values():
            if not found.external and found.target not in reached:
                reached.add(found.target)
                open_ends.append(found.target)
    assert {name for name in written.names if "_rels/" not in name} <= reached


def test_shape_ids_are_unique_on_each_slide(written: Written) -> None:
    for name in written.named("ppt/slides/"):
        ids = [element.get("id") for element in every(written.xml(name), "p:cNvPr")]
        assert len(set(ids)) == len(ids) > 1


def test_slides_stand_in_order_with_ids_from_256(written: Written) -> None:
    entries = every(written.xml("ppt/presentation.xml"), "p:sldIdLst/p:sldId")
    related = written.related("ppt/presentation.xml")
    ids = [int(entry.get("id", "")) for entry in entries]
    assert len(set(ids)) == len(ids) and min(ids) >= 256
    order = [find(written.xml(related[entry.get(f"{RELATION_ID}id", "")].target), "p:cSld") for entry in entries]
    assert [page.get("name") for page in order] == [page.id for page in written.deck.frames]


def test_sections_hold_each_slide_once(written: Written) -> None:
    root = written.xml("ppt/presentation.xml")
    sections = every(root, "p14:section")
    assert [section.get("name") for section in sections] == ["Indledning", "Bilag & kilder"]
    assert len({section.get("id") for section in sections}) == len(sections)
    listed = [entry.get("id") for entry in every(root, "p14:sldId")]
    assert listed == [entry.get("id") for entry in every(root, "p:sldIdLst/p:sldId")]


def test_a_section_list_that_is_wrong_still_names_each_slide_once(tmp_path: Path) -> None:
    sections = (FrameSection("Et", ("a", "a", "gone")), FrameSection("To", ("a", "c")), FrameSection("Tom", ()))
    made = deck(frame("a"), frame("a~2"), frame("c"), sections=sections)
    root = Written(write(tmp_path / "deck.pptx", made), made).xml("ppt/presentation.xml")
    listed = {section.get("name"): len(every(section, "p14:sldId")) for section in every(root, "p14:section")}
    assert listed == {"Et": 2, "To": 1, "Tom": 0}


def test_the_notes_master_is_listed(written: Written) -> None:
    entry = find(written.xml("ppt/presentation.xml"), "p:notesMasterIdLst/p:notesMasterId")
    related = written.related("ppt/presentation.xml")[entry.get(f"{RELATION_ID}id", "")]
    assert related.kind == "notesMaster" and related.target in written.parts


def test_properties_are_the_decks_own(written: Written) -> None:
    from pptx import Presentation

    core = Presentation(str(written.path)).core_properties
    assert (core.title, core.subject, core.language) == (written.deck.title, "Samarbejde", "da-DK")
    assert core.author == core.last_modified_by == "Navigators"
    assert core.created == core.modified and core.created is not None and core.created.year == 2023
    assert b"<Company>Navigators</Company>" in written.parts["docProps/app.xml"]
    assert not any("thumbnail" in name for name in written.names)


def test_the_same_deck_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hashlib import sha256\n"
        "from powerpoint_sample import CREATED, full, template\n"
        "from deckgen.powerpoint.writer.deck import write_deck\n"
        "print(sha256(write_deck(full(Path(sys.argv[1])), template(), CREATED)).hexdigest())"
    )
    # Each run makes the template anew, and python-pptx stamps its zip with the time: nothing of that may remain.
    found = set()
    for number, (seed, zone) in enumerate((("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "America/New_York"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        variables = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        run = [sys.executable, "-c", script, str(folder)]
        found.add(subprocess.run(run, env=os.environ | variables, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1


def test_the_templates_own_slides_and_sections_are_left_behind(tmp_path: Path) -> None:
    used = replace(template(), data=write_deck(full(tmp_path), template(), CREATED))
    made = deck(frame("alene", texts()))
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(made, used, CREATED))
    written = Written(path, made)
    assert list(written.named("ppt/slides/")) == ["ppt/slides/slide1.xml"]
    assert [section.get("name") for section in every(written.xml("ppt/presentation.xml"), "p14:section")] == [
        "Indhold"
    ]
    assert not list(written.named("ppt/charts/")) and not list(written.named("ppt/media/", ""))


def test_a_deck_without_notes_or_slides_is_still_a_file(
    tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    assert validate(write(tmp_path / "empty.pptx", deck())) == []


def test_parts_grow_with_slides_and_nothing_else() -> None:
    def sizes(count: int) -> tuple[int, int]:
        data = write_deck(many(count), template(), CREATED)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return len(archive.namelist()), len(data)

    (few, small), (more, middle), (most, large) = sizes(35), sizes(70), sizes(105)
    assert most - more == more - few
    assert abs((large - middle) - (middle - small)) < 0.05 * large


def test_two_slides_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        write_deck(deck(frame("a"), frame("a")), template(), CREATED)


def test_the_file_opens_in_python_pptx_with_all_that_was_put_in(written: Written) -> None:
    from pptx import Presentation

    slides = list(Presentation(str(written.path)).slides)
    assert len(slides) == len(written.deck.frames)
    for page, made in zip(slides, written.deck.frames, strict=True):
        assert [shape.name for shape in page.shapes] == [item.name for item in made.items]
        assert page.slide_layout.name == made.slide_layout
        assert page.has_notes_slide == bool(made.notes)
    assert NAMES["p"] in slides[0].element.tag


REQUIRED = {
    "ppt/slides/": {"slideLayout"},
    "ppt/notesSlides/": {"notesMaster", "slide"},
    "ppt/slideLayouts/": {"slideMaster"},
    "ppt/slideMasters/": {"slideLayout", "theme"},
    "ppt/notesMasters/": {"theme"},
    "ppt/charts/": {"package"},
    "ppt/presentation.xml": {"slideMaster", "slide", "notesMaster", "theme", "presProps", "viewProps", "tableStyles"},
    "customXml/item": {"customXmlProps"},
}
"""The relationships that parts of a sort must have; each leads to one part, but for lists of slides and layouts."""
LISTS = {"slide", "slideLayout", "slideMaster"}


def test_every_part_has_the_relationships_that_its_sort_must_have(written: Written) -> None:
    for start, kinds in REQUIRED.items():
        names = [
            name for name in written.names if name.startswith(start) and name.endswith(".xml") and "Props" not in name
        ]
        assert names, start
        for name in names:
            found = [one.kind for one in written.related(name).values()]
            assert kinds <= set(found), (name, kinds - set(found))
            assert all(found.count(kind) == 1 for kind in kinds - LISTS), name
    noted = [written.related(name) for name in written.named("ppt/slides/")]
    back = [written.related(name) for name in written.named("ppt/notesSlides/")]
    assert len(back) == sum("notesSlide" in {one.kind for one in related.values()} for related in noted) > 3
