"""The template that is built from a brand: complete, always the same, in the colours and faces of the brand only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.locale.en import LANGUAGE as ENGLISH
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.theme import Artwork, Color, Layer, Theme
from deckgen.model.units import inches
from deckgen.powerpoint.own_template.build import build_template
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS, Field, after_dark

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
COLORS: dict[Color, str] = {
    "foreground": "101112",
    "background": "FDFEFF",
    "primary": "203040",
    "accent": "A04010",
    "muted": "505152",
    "panel": "F0F1F2",
    "rule": "D0D1D2",
    "data3": "307080",
    "data4": "90B0C0",
    "data5": "8090A0",
}
TRIANGLE = VectorPath((("M", (0, 0)), ("L", (40, 10)), ("Z", ())))
MARK = Artwork("Acme & Søn", 40, 10, (Layer("accent", Outline(40, 10, (TRIANGLE,))),))
THEME = Theme("Acme & Søn", "Cambria", "Calibri", COLORS, inches(40 / 3), inches(7.5), MARK)


DARK = replace(THEME, dark=True, colors={**COLORS, "foreground": "FDFEFF", "background": "101112", "panel": "202122"})


@pytest.fixture(scope="module")
def template() -> bytes:
    return build_template(THEME, DANISH)


@pytest.fixture(scope="module")
def dark() -> bytes:
    return build_template(DARK, DANISH)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def parsed(part: bytes) -> Any:
    return etree.fromstring(part)


def sheets(data: bytes) -> dict[str, bytes]:
    """Slide layouts and masters."""
    return {name: part for name, part in parts(data).items() if re.search(r"(slideLayout|Master)\d+\.xml$", name)}


def placeholders(layout: Any) -> Counter[tuple[str, str]]:
    return Counter((one.name, one.element.ph.get("type")) for one in layout.placeholders)


def test_the_validator_finds_nothing(template: bytes, tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    file = tmp_path / "template.pptx"
    file.write_bytes(template)
    assert validate(file) == []


def test_the_same_theme_gives_the_same_bytes_whatever_the_hash_seed(template: bytes) -> None:
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import test_template as t;"
        "print(hashlib.sha256(t.build_template(t.THEME, t.DANISH)).hexdigest())"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONHASHSEED"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]
    digests = {
        subprocess.run(
            command,
            env=environment | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert digests == {sha256(template).hexdigest()}


def test_it_has_no_slides_and_one_master_with_every_slide_layout(template: bytes) -> None:
    presentation = Presentation(BytesIO(template))
    assert len(presentation.slides) == 0
    assert len(presentation.slide_masters) == 1
    assert [layout.name for layout in presentation.slide_layouts] == [spec.name for spec in SLIDE_LAYOUTS]


def test_at_least_nine_slide_layouts_differ_in_their_placeholders(template: bytes) -> None:
    layouts = Presentation(BytesIO(template)).slide_layouts
    assert len({frozenset(placeholders(layout).items()) for layout in layouts}) >= 9


def test_notes_and_handout_masters_are_listed_and_each_has_a_theme_of_its_own(template: bytes) -> None:
    found = parts(template)
    root = parsed(found["ppt/presentation.xml"])
    lists = [child.tag.removeprefix(P) for child in root][:3]
    assert lists == ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"]
    targets = [
        re.search(r'Target="(\.\./theme/[^"]+)"', part.decode()).group(1)  # type: ignore[union-attr]
        for name, part in found.items()
        if re.search(r"Masters/_rels/", name)
    ]
    assert len(targets) == len(set(targets)) == 3


def test_ids_and_indexes_are_unique_on_every_sheet(template: bytes) -> None:
    for name, part in sheets(template).items():
        root = parsed(part)
        ids = [shape.get("id") for shape in root.iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids)), name
        indexes = [holder.get("idx", "0") for holder in root.iter(f"{P}ph")]
        assert len(indexes) == len(set(indexes)), name


def test_layout_ids_differ_from_each_other_and_from_the_master(template: bytes) -> None:
    found = parts(template)
    layouts = parsed(found["ppt/slideMasters/slideMaster1.xml"]).iter(f"{P}sldLayoutId")
    masters = parsed(found["ppt/presentation.xml"]).iter(f"{P}sldMasterId")
    ids = [int(one.get("id")) for one in (*layouts, *masters)]
    assert len(ids) == len(SLIDE_LAYOUTS) + 1 == len(set(ids))
    assert min(ids) >= 2**31


def test_every_content_slide_layout_has_the_same_four_zones() -> None:
    content = [spec for spec in SLIDE_LAYOUTS if any(slot.name == "tracker" for slot in spec.slots)]
    assert len(content) >= 10
    for spec in content:
        named = {slot.name: slot for slot in spec.slots}
        assert {"tracker", "title", "foot", "number"} <= set(named), spec.name
        assert [named[name].index for name in ("tracker", "foot", "number")] == [10, 11, 12], spec.name


def test_no_two_placeholders_of_a_slide_layout_overlap_or_leave_the_page() -> None:
    for spec in SLIDE_LAYOUTS:
        for at, one in enumerate(spec.slots):
            assert one.x >= 0.6 and one.x + one.width <= 12.734 and one.y + one.height <= 7.5, (spec.name, one.name)
            for other in spec.slots[at + 1 :]:
                apart = (
                    one.x + one.width <= other.x
                    or other.x + other.width <= one.x
                    or one.y + one.height <= other.y + 1e-9
                    or other.y + other.height <= one.y + 1e-9
                )
                assert apart, (spec.name, one.name, other.name)


def test_a_changed_brand_shows_in_every_theme_part_and_where_paints_are_made_for_a_ground(template: bytes) -> None:
    changed = replace(THEME, colors={**COLORS, "primary": "C0FFEE"}, heading_face="Georgia", body_face="Verdana")
    before, after = parts(template), parts(build_template(changed, DANISH))
    differ = {name for name in after if before[name] != after[name]}
    themes = {f"ppt/theme/theme{number}.xml" for number in (1, 2, 3)}
    on_grounds = {
        f"ppt/slideLayouts/slideLayout{number}.xml"
        for number, spec in enumerate(SLIDE_LAYOUTS, 1)
        if spec.ground != "white"
    }
    assert themes <= differ <= themes | on_grounds
    for name in themes:
        root = parsed(after[name])
        assert root.find(f".//{A}accent1/{A}srgbClr").get("val") == "C0FFEE"
        assert root.find(f".//{A}hlink/{A}srgbClr").get("val") == "C0FFEE"
        assert root.find(f".//{A}majorFont/{A}latin").get("typeface") == "Georgia"
        assert root.find(f".//{A}minorFont/{A}latin").get("typeface") == "Verdana"


def test_no_colour_value_and_no_text_face_stands_outside_the_theme(template: bytes) -> None:
    for name, part in sheets(template).items():
        root = parsed(part)
        assert not list(root.iter(f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr")), name
        assert all(face.get("typeface").startswith("+") for face in root.iter(f"{A}latin")), name


def test_placeholders_fix_size_language_insets_and_autofit(template: bytes) -> None:
    for name, part in sheets(template).items():
        if "slide" not in name:
            continue
        for shape in parsed(part).iter(f"{P}sp"):
            if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
                continue
            body = shape.find(f"{P}txBody/{A}bodyPr")
            assert [body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")] == ["0"] * 4
            assert body.find(f"{A}noAutofit") is not None
            defaults = list(shape.find(f"{P}txBody/{A}lstStyle").iter(f"{A}defRPr"))
            assert defaults
            assert all(one.get("sz") and one.get("lang") == "da-DK" for one in defaults)


def test_the_language_of_the_deck_is_that_of_all_text() -> None:
    found = sheets(build_template(THEME, ENGLISH))
    languages = {lang for part in found.values() for lang in re.findall(rb' lang="([^"]*)"', part)}
    assert languages == {b"en-GB"}


def test_coordinates_are_whole_numbers(template: bytes) -> None:
    for name, part in sheets(template).items():
        for element in parsed(part).iter(f"{A}off", f"{A}ext", f"{A}pt", f"{A}ln", f"{A}path"):
            numbers = [element.get(key) for key in ("x", "y", "cx", "cy", "w", "h") if element.get(key) is not None]
            assert all(re.fullmatch(r"-?\d+", number) for number in numbers), name


def test_what_is_drawn_stays_on_the_page(template: bytes) -> None:
    for name, part in sheets(template).items():
        if "slide" not in name:
            continue
        for path in parsed(part).iter(f"{A}path"):
            width, height = int(path.get("w")), int(path.get("h"))
            for point in path.iter(f"{A}pt"):
                slack = inches(0.02)
                assert -slack <= int(point.get("x")) <= width + slack, name
                assert -slack <= int(point.get("y")) <= height + slack, name


def test_a_brand_without_a_wordmark_has_slide_layouts_without_one() -> None:
    plain = sheets(build_template(replace(THEME, logo=None), DANISH))
    assert not any(b'name="wordmark"' in part for part in plain.values())
    named = sheets(build_template(THEME, DANISH))
    assert b'name="wordmark" descr="Acme &amp; S' in named["ppt/slideMasters/slideMaster1.xml"]


def mapped(data: bytes, master: str, theme: int, place: str) -> str:
    """The colour that a place of the colour map leads to."""
    found = parts(data)
    key = parsed(found[f"ppt/{master}s/{master}1.xml"]).find(f"{P}clrMap").get(place)
    color = parsed(found[f"ppt/theme/theme{theme}.xml"]).find(f".//{A}{key}/{A}srgbClr")
    return str(color.get("val"))


def test_the_validator_finds_nothing_in_a_dark_template(
    dark: bytes, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    file = tmp_path / "dark.pptx"
    file.write_bytes(dark)
    assert validate(file) == []


def test_a_dark_theme_keeps_its_dark_colours_dark_and_its_map_swaps_them(dark: bytes) -> None:
    theme = parsed(parts(dark)["ppt/theme/theme1.xml"])
    assert theme.find(f".//{A}dk1/{A}srgbClr").get("val") == "101112"
    assert theme.find(f".//{A}lt1/{A}srgbClr").get("val") == "FDFEFF"
    wanted = {"tx1": "foreground", "bg1": "background", "tx2": "muted", "bg2": "panel"}
    for place, role in wanted.items():
        assert mapped(dark, "slideMaster", 1, place) == DARK.colors[role]  # type: ignore[index]


@pytest.mark.parametrize(("master", "theme"), [("notesMaster", 2), ("handoutMaster", 3)])
def test_notes_and_handouts_are_black_on_white_whatever_the_brand(
    template: bytes, dark: bytes, master: str, theme: int
) -> None:
    for data in (template, dark):
        assert (mapped(data, master, theme, "tx1"), mapped(data, master, theme, "bg1")) == ("000000", "FFFFFF")


def test_no_page_or_panel_of_a_dark_template_stands_on_primary() -> None:
    assert any(spec.background == "primary" for spec in SLIDE_LAYOUTS)
    for spec in map(after_dark, SLIDE_LAYOUTS):
        fields = [one for one in spec.ornaments if isinstance(one, Field) and one.width * one.height > 1]
        assert "primary" not in {spec.background, *(field.color for field in fields)}, spec.name


def test_bold_titles_are_bold_in_the_master_and_on_every_slide_layout() -> None:
    data = build_template(replace(THEME, bold_titles=True), DANISH)
    root = parsed(parts(data)["ppt/slideMasters/slideMaster1.xml"])
    assert root.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr").get("b") == "1"
    for name, part in sheets(data).items():
        if "slideLayout" in name:
            (title,) = [one for one in parsed(part).iter(f"{P}sp") if is_title(one)]
            assert title.find(f".//{A}lvl1pPr/{A}defRPr").get("b") == "1", name


def test_what_a_user_inserts_takes_its_colours_from_the_slide(template: bytes) -> None:
    """Shapes and tables by themselves would be set in lt1 and dk1, which a dark brand swaps."""
    found = parts(template)
    shape = parsed(found["ppt/theme/theme1.xml"]).find(f"{A}objectDefaults/{A}spDef/{A}style/{A}fontRef")
    assert shape[0].get("val") == "bg1"
    light_style_1 = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
    assert parsed(found["ppt/tableStyles.xml"]).get("def") == light_style_1


def is_title(shape: Any) -> bool:
    holder = shape.find(f".//{P}ph")
    return holder is not None and holder.get("type") in ("title", "ctrTitle")
