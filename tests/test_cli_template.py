"""The commands on a client's template: look into it, map it, build on it; and every way in which that goes wrong."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from asked import BRAND, asked, committed, edit, run, write
from deckgen.model.template import DRAWN_COVER, LAYOUT_NAMES, on_ground
from deckgen.model.theme import GROUNDS
from templates import made, written
from templates.building.package import packed, unpacked


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "project/content")


@pytest.fixture
def client(tmp_path: Path) -> Path:
    """German names, and nothing odd."""
    file = tmp_path / "client.pptx"
    file.write_bytes(made("german_names"))
    return file


def brand_with(folder: Path, template: str) -> Path:
    """A brand file that names a template, with what it needs beside it."""
    written = yaml.safe_load(BRAND.read_text(encoding="utf-8"))
    written["defaults"]["deckgen"]["template"] = template
    written.pop("logo", None)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "_brand.yml"
    file.write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    return file


def on(content: Path, brand: Path, *words: str) -> Result:
    return run(*words, "--content", str(content), "--brand", str(brand))


def layout_names(file: Path) -> set[str]:
    from pptx import Presentation

    presentation: Any = Presentation(str(file))
    return {slide.slide_layout.name for slide in presentation.slides}


def test_inspecting_tells_which_layout_serves_which_kind_and_why(client: Path) -> None:
    said = run("template", "inspect", str(client))
    assert said.exit_code == 0
    assert "Cover (cover)\n  on 'Titelfolie':" in said.stdout
    assert "its name says so" in said.stdout
    assert "placeholder 'Titel' (title 0)" in said.stdout
    assert "Serving nothing: Leer" in said.stdout
    assert said.stderr == ""


def test_inspecting_for_machines_gives_boxes_in_inches_of_the_real_page(tmp_path: Path) -> None:
    said = json.loads(run("template", "inspect", str(written("french_names", tmp_path)), "--format", "json").stdout)
    assert said["page"]["width"] == pytest.approx(10)
    assert said["page"]["scale"] == pytest.approx(0.75)
    assert tuple(said["layouts"]) == LAYOUT_NAMES
    assert said["own"] is False
    for layout in said["layouts"].values():
        assert layout["why"]
        for slot in layout["slots"].values():
            x, y, width, height = slot["box"]
            assert x >= 0 and y >= 0
            assert x + width <= 10.01 and y + height <= 5.64
            assert slot.get("drawn") or {"placeholder", "type"} <= set(slot)


def test_inspecting_says_what_is_missing(tmp_path: Path) -> None:
    said = run("template", "inspect", str(written("titleless_bands", tmp_path)))
    assert said.exit_code == 0
    assert "[template-no-title]" in said.stderr
    assert "hint:" in said.stderr


def test_inspecting_draws_each_slide_layout_with_its_regions(client: Path, tmp_path: Path) -> None:
    from PIL import Image

    assert run("template", "inspect", str(client), "--pictures", str(tmp_path / "seen")).exit_code == 0
    pictures = sorted((tmp_path / "seen").glob("*.png"))
    assert len(pictures) == len(LAYOUT_NAMES)
    for file in pictures:
        with Image.open(file) as image:
            assert image.size == (1280, 720)
            assert len(image.getcolors(1 << 20) or ()) > 3


def test_a_mapping_is_written_corrected_by_a_person_and_used(content: Path, client: Path, tmp_path: Path) -> None:
    said = run("template", "map", str(client))
    mapping = tmp_path / "client.map.yml"
    assert said.exit_code == 0
    assert mapping.as_posix() in said.stdout
    text = mapping.read_text(encoding="utf-8")
    assert tuple(yaml.safe_load(text)["layouts"]) == LAYOUT_NAMES
    assert "#   Leer" in text
    target = tmp_path / "out"
    build = ("build", "board", "--template", str(client), "--output", str(target))
    assert asked(content, *build).exit_code == 0
    plain = layout_names(target / "board.pptx")
    assert asked(content, *build).exit_code == 0, "a mapping as it is written changes nothing"
    assert layout_names(target / "board.pptx") == plain
    mapping.write_text(text.replace('Section: "Abschnittsüberschrift"', 'Section: "Titelfolie"'), encoding="utf-8")
    inspected = run("template", "inspect", str(client)).stdout
    assert "Section (section)\n  on 'Titelfolie': the mapping says so" in inspected


def test_names_that_are_none_are_reported_with_their_place_and_the_nearest(client: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "client.map.yml"
    mapping.write_text("layouts:\n  Cover: Titelfoli\n  Sektion: Kapitel\n  Diagram: Nur Titel\n", encoding="utf-8")
    said = run("template", "inspect", str(client))
    assert said.exit_code == 1
    assert "client.map.yml:3:3: error: deckgen has no slide layout `Sektion`" in said.stderr
    mapping.write_text("layouts:\n  Cover: Titelfoli\n", encoding="utf-8")
    said = run("template", "inspect", str(client))
    assert said.exit_code == 1
    assert "client.map.yml:2:10: error: master 1 of the template has no slide layout 'Titelfoli'" in said.stderr
    assert "Titelfolie" in said.stderr.partition("hint:")[2]


def test_no_deck_is_built_on_a_mapping_that_is_wrong(content: Path, client: Path, tmp_path: Path) -> None:
    (tmp_path / "client.map.yml").write_text("layouts:\n  Cover: Nothing\n", encoding="utf-8")
    said = asked(content, "build", "board", "--template", str(client), "--output", str(tmp_path / "out"))
    assert said.exit_code == 1
    assert "[template-layout-unknown]" in said.stderr
    assert not (tmp_path / "out/board.pptx").exists()


def test_a_mapping_that_is_there_is_not_written_over(client: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "client.map.yml"
    mapping.write_text("layouts: {}\n", encoding="utf-8")
    said = run("template", "map", str(client))
    assert said.exit_code == 1
    assert "[mapping-exists]" in said.stderr and "--force" in said.stderr
    assert mapping.read_text(encoding="utf-8") == "layouts: {}\n"
    assert run("template", "map", "--force", str(client)).exit_code == 0
    assert "Titelfolie" in mapping.read_text(encoding="utf-8")


@pytest.mark.parametrize("old", ["layouts: [\n", "layouts:\n  Section: Nothing\n", "layouts:\n  Section: Leer\n"])
def test_a_mapping_written_anew_takes_nothing_from_the_old_one(client: Path, tmp_path: Path, old: str) -> None:
    mapping = tmp_path / "client.map.yml"
    run("template", "map", str(client))
    first = mapping.read_bytes()
    mapping.write_text(old, encoding="utf-8")
    said = run("template", "map", "--force", str(client))
    assert (said.exit_code, said.stderr) == (0, "")
    assert mapping.read_bytes() == first


def renamed(target: Path, name: str, said: str) -> Path:
    """A template with one of its slide layouts named otherwise; `said` as XML has it."""
    entries = unpacked(made("german_names"))
    for part, data in entries.items():
        entries[part] = data.replace(f'name="{name}"'.encode(), f'name="{said}"'.encode())
    target.write_bytes(packed(entries))
    return target


def test_a_mapping_as_written_changes_nothing_whatever_slide_layouts_are_called(
    content: Path, tmp_path: Path
) -> None:
    odd = "Titel &quot;A\\B&quot;&#10;und: Inhalt&#x2028;#x&#133;\N{GRINNING FACE}"
    own = tmp_path / "own.pptx"
    assert on(content, BRAND, "template", "write", str(own)).exit_code == 0
    for file in (
        written("repeated_names", tmp_path),
        renamed(tmp_path / "odd.pptx", "Titel und Inhalt", odd),
        renamed(tmp_path / "doubled.pptx", "Zwei Inhalte", "Titelfolie"),
        own,
    ):
        target = tmp_path / "out/board.pptx"
        build = ("build", "board", "--template", str(file), "--output", str(target.parent))
        assert asked(content, *build).exit_code == 0
        plain = target.read_bytes()
        assert run("template", "map", str(file)).exit_code == 0
        said = asked(content, *build)
        assert said.exit_code == 0, said.stderr
        assert target.read_bytes() == plain, file.name


def test_slide_layouts_of_one_name_are_told_apart_by_a_number(tmp_path: Path) -> None:
    file = written("repeated_names", tmp_path)
    names = json.loads(run("template", "inspect", str(file), "--format", "json").stdout)["masters"][0]["layouts"]
    assert len(names) == len(set(names)) > 3
    assert "Custom Layout (2)" in names and "without a name" in names
    (tmp_path / f"{file.stem}.map.yml").write_text("layouts:\n  Section: Custom Layout (2)\n", encoding="utf-8")
    assert (
        "Section (section)\n  on 'Custom Layout (2)': the mapping says so"
        in run("template", "inspect", str(file)).stdout
    )


def test_a_deck_is_built_where_a_person_maps_everything_to_the_cover(
    content: Path, client: Path, tmp_path: Path
) -> None:
    mapping = "layouts:\n" + "".join(f"  {name}: Titelfolie\n" for name in LAYOUT_NAMES)
    (tmp_path / "client.map.yml").write_text(mapping, encoding="utf-8")
    said = asked(content, "build", "board", "--template", str(client), "--output", str(tmp_path / "out"))
    assert said.exit_code == 0, said.stderr
    assert layout_names(tmp_path / "out/board.pptx") == {"Titelfolie"}


def test_a_mapping_may_name_the_master_alone(tmp_path: Path) -> None:
    file = written("two_masters", tmp_path)
    mapping = tmp_path / f"{file.stem}.map.yml"
    mapping.write_text("master: 2\n", encoding="utf-8")
    assert "master 2 (used)" in run("template", "inspect", str(file)).stdout
    mapping.write_text("layouts:\nmaster: 3\n", encoding="utf-8")
    said = run("template", "inspect", str(file))
    assert said.exit_code == 1
    assert f"{mapping.as_posix()}:2:9: error: the template has no master 3" in said.stderr


def test_data_stay_data_where_pictures_are_asked_for_too(client: Path, tmp_path: Path) -> None:
    said = run("template", "inspect", str(client), "--format", "json", "--pictures", str(tmp_path / "seen"))
    assert json.loads(said.stdout)["master"] == 1
    assert f"{len(LAYOUT_NAMES)} pictures" in said.stderr


def test_pictures_and_mappings_that_cannot_be_written_are_errors(client: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = run("template", "inspect", str(client), "--pictures", str(tmp_path / "file/seen"))
    assert (said.exit_code, "[output-not-writable]" in said.stderr) == (1, True)
    (tmp_path / "client.map.yml").mkdir()
    said = run("template", "map", "--force", str(client))
    assert (said.exit_code, "[output-not-writable]" in said.stderr) == (1, True)


@cache
def hostile() -> dict[str, bytes]:
    entries = unpacked(made("german_names"))
    doctype = b'<!DOCTYPE x [<!ENTITY a "b">]>'
    theme = entries["ppt/theme/theme1.xml"]
    head, end, rest = theme.partition(b"?>")
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", entries["[Content_Types].xml"])
        package.writestr("ppt/presentation.xml", b" " * 400_000_000)
    return {
        "text": b"this is no template",
        "empty": b"",
        "doctype": packed(entries | {"ppt/theme/theme1.xml": head + end + doctype + rest}),
        "bomb": bomb.getvalue(),
        "cut": made("german_names")[:3000],
    }


@pytest.mark.parametrize("command", ["build", "plan", "check"])
@pytest.mark.parametrize("name", ["text", "empty", "doctype", "bomb", "cut"])
def test_a_hostile_template_ends_in_a_message_and_the_last_deck_stays(
    name: str, command: str, content: Path, tmp_path: Path
) -> None:
    file = tmp_path / "hostile.pptx"
    file.write_bytes(hostile()[name])
    target = tmp_path / "out"
    target.mkdir()
    (target / "board.pptx").write_bytes(b"the last good one")
    output = ("--output", str(target)) if command == "build" else ()
    said = asked(content, command, "board", "--template", str(file), *output)
    assert said.exit_code == 1
    told = said.stdout + said.stderr
    assert f"{file.as_posix()}:" in told
    assert "error:" in told and "hint:" in told
    assert "Traceback" not in told
    assert (target / "board.pptx").read_bytes() == b"the last good one"


@pytest.mark.parametrize("command", ["plan", "check"])
def test_plan_and_check_ask_on_the_template_that_is_named(command: str, content: Path, client: Path) -> None:
    said = asked(content, command, "board", "--template", str(client))
    assert said.exit_code == 0, said.stderr


def test_a_brand_may_name_the_template(content: Path, tmp_path: Path) -> None:
    brand = brand_with(tmp_path / "brand", "skabelon/client.pptx")
    (tmp_path / "brand/skabelon").mkdir()
    (tmp_path / "brand/skabelon/client.pptx").write_bytes(made("german_names"))
    said = on(content, brand, "build", "board", "--output", str(tmp_path / "out"))
    assert said.exit_code == 0, said.stderr
    assert "Titel und Inhalt" in layout_names(tmp_path / "out/board.pptx")


def test_a_brand_whose_template_is_missing_says_where_it_is_named(content: Path, tmp_path: Path) -> None:
    brand = brand_with(tmp_path / "brand", "nowhere.potx")
    line = next(
        number for number, said in enumerate(brand.read_text("utf-8").splitlines(), 1) if "nowhere.potx" in said
    )
    said = on(content, brand, "build", "board", "--output", str(tmp_path / "out"))
    assert said.exit_code == 1
    assert f"_brand.yml:{line}:" in said.stderr
    assert "[brand-template-missing]" in said.stderr and "hint:" in said.stderr


def test_the_template_on_the_command_line_takes_the_place_of_the_brands(
    content: Path, client: Path, tmp_path: Path
) -> None:
    brand = brand_with(tmp_path / "brand", "nowhere.potx")
    said = on(content, brand, "build", "board", "--template", str(client), "--output", str(tmp_path / "out"))
    assert said.exit_code == 0, said.stderr
    assert "Titel und Inhalt" in layout_names(tmp_path / "out/board.pptx")


@pytest.mark.parametrize(
    ("brand", "template", "held"),
    [
        ("project/assets", "client.pptx", True),
        ("project/assets", "client.pptx", False),
        ("project/assets", "../templates/client.pptx", True),
        ("project/assets", "../../outside.pptx", False),
        ("project", "templates/client.pptx", True),
    ],
)
def test_changes_since_a_revision_are_told_on_a_brand_that_names_a_template(
    brand: str, template: str, held: bool, content: Path, tmp_path: Path
) -> None:
    """Wherever it lies, and whether or not the repository holds it."""
    file = brand_with(tmp_path / brand, template)
    place = tmp_path / brand / template
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(made("german_names"))
    if not held:
        (tmp_path / "project/.gitignore").write_text("*.pptx\n", encoding="utf-8")
    committed(tmp_path / "project")
    edit(content, "slides", "Det siger klyngerne", "Det siger de tretten")
    committed(tmp_path / "project")
    said = on(content, file, "diff", "board", "--since", "HEAD~1")
    assert said.exit_code == 0, said.stderr
    assert "{+de tretten+}" in said.stdout


def test_figures_are_told_on_a_brand_that_names_a_template(content: Path, tmp_path: Path) -> None:
    brand = brand_with(tmp_path / "brand", "client.pptx")
    (tmp_path / "brand/client.pptx").write_bytes(made("german_names"))
    said = on(content, brand, "figures", "members")
    assert said.exit_code == 0, said.stderr
    assert "375" in said.stdout


def test_our_own_template_changed_in_powerpoint_is_taken_as_it_is(content: Path, tmp_path: Path) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    own, target = tmp_path / "own.pptx", tmp_path / "out"
    assert asked(content, "template", "write", str(own)).exit_code == 0
    presentation: Any = Presentation(str(own))
    layout = next(one for one in presentation.slide_layouts if one.name == "Diagram")
    title = next(one for one in layout.placeholders if one.name == "title")
    title.left, title.width = title.left + Inches(1), title.width - Inches(1)
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = "Efterladt i skabelonen"
    presentation.save(str(own))
    inspected = json.loads(run("template", "inspect", str(own), "--format", "json").stdout)
    assert inspected["own"] is True
    assert "used as it is" in run("template", "inspect", str(own)).stdout
    assert asked(content, "build", "board", "--template", str(own), "--output", str(target)).exit_code == 0
    built: Any = Presentation(str(target / "board.pptx"))
    ours = {on_ground(name, ground) for name in LAYOUT_NAMES for ground in GROUNDS} | {DRAWN_COVER}
    assert layout_names(target / "board.pptx") <= ours
    assert all(
        "Efterladt" not in shape.text_frame.text
        for one in built.slides
        for shape in one.shapes
        if shape.has_text_frame
    )
    moved = next(one for one in built.slide_layouts if one.name == "Diagram")
    assert next(one for one in moved.placeholders if one.name == "title").left == title.left


def test_a_deck_on_a_clients_template_is_built_over_itself_and_not_over_what_somebody_edited(
    content: Path, client: Path, tmp_path: Path
) -> None:
    from pptx import Presentation

    deck = tmp_path / "out/board.pptx"
    build = ("build", "board", "--template", str(client), "--output", str(deck.parent))
    assert asked(content, *build).exit_code == 0
    first = deck.read_bytes()
    assert asked(content, *build).exit_code == 0
    assert deck.read_bytes() == first
    edited: Any = Presentation(str(deck))
    edited.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = "Ny titel"
    edited.save(str(deck))
    before = deck.read_bytes()
    said = asked(content, *build)
    assert (said.exit_code, "[deck-edited]" in said.stderr) == (1, True)
    assert deck.read_bytes() == before
