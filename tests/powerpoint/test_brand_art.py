"""What a brand draws on slide layouts: its motif or mark, its logo in all forms, its lines and its named colours."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from test_template import DARK, MARK, THEME, A, P, parsed, parts, sheets

from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.grounds import grounds
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.theme import Artwork, Form, Layer, LogoPicture, Theme
from deckgen.model.units import inches
from deckgen.powerpoint.own_template.build import build_template, own_template
from deckgen.powerpoint.own_template.layouts import BESIDE_TITLE, FOOT_RULE

HILL = VectorPath((("M", (0, 90)), ("C", (20, 10, 40, 10, 60, 90)), ("Z", ())))
PATH = VectorPath((("M", (0, 40)), ("L", (60, 70))), filled=False, stroke=2)
MOTIF = Artwork("", 60, 90, (Layer("tint2", Outline(60, 90, (HILL,))), Layer("accent", Outline(60, 90, (PATH,)))))
WITH_MOTIF = replace(THEME, motif=MOTIF)
OPENINGS = ("Cover", "Section", "Contact")


def png(width: int = 300, height: int = 80) -> LogoPicture:
    file = BytesIO()
    Image.new("RGB", (width, height), (40, 90, 140)).save(file, "PNG")
    return LogoPicture("Acme", width, height, file.getvalue(), "png")


def layouts(theme: Theme) -> dict[str, bytes]:
    """Slide layouts by the names that kinds say."""
    found = {}
    for part in sheets(build_template(theme, DANISH)).values():
        said = parsed(part).find(f"{P}cSld").get("name")
        if said:
            found[said] = part
    return found


def master(theme: Theme) -> bytes:
    """What stands on the pages of content."""
    (part,) = (part for name, part in sheets(build_template(theme, DANISH)).items() if "slideMasters" in name)
    return part


def groups(part: bytes, name: str) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of the groups of a name."""
    found = []
    for group in parsed(part).iter(f"{P}grpSp"):
        if group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name") == name:
            at, size = (group.find(f"{P}grpSpPr/{A}xfrm/{A}{one}") for one in ("off", "ext"))
            left, top = int(at.get("x")), int(at.get("y"))
            found.append((left, top, left + int(size.get("cx")), top + int(size.get("cy"))))
    return found


@pytest.mark.parametrize("theme", [WITH_MOTIF, replace(DARK, motif=MOTIF)], ids=["light", "dark"])
def test_a_motif_stands_at_the_right_edge_of_the_pages_that_open_and_close_and_nowhere_else(theme: Theme) -> None:
    for name, part in layouts(theme).items():
        found = groups(part, "motif")
        assert len(found) == (name in OPENINGS), name
        for left, top, right, bottom in found:
            assert left >= inches(BESIDE_TITLE) and top >= 0
            assert (right, bottom) == (theme.slide_width, theme.slide_height)


def test_a_motif_keeps_clear_of_every_text() -> None:
    slots = own_template(WITH_MOTIF, DANISH).slide_layouts
    for name in OPENINGS:
        texts = (slot for slot in slots[name].slots.values() if slot.type not in ("sldNum", "pic"))
        assert all(slot.box.right <= inches(BESIDE_TITLE) for slot in texts), name


def test_a_page_without_a_motif_gives_its_texts_the_room() -> None:
    plain, drawn = (own_template(theme, DANISH).slide_layouts for theme in (THEME, WITH_MOTIF))
    for name in OPENINGS:
        wide, narrow = (each[name].slots["title"].box.width for each in (plain, drawn))
        assert wide > narrow + inches(2), name


def test_a_motif_is_drawn_natively_in_what_its_roles_are_painted_with_on_primary() -> None:
    drawn = layouts(WITH_MOTIF)["Cover"].decode()
    (group,) = re.findall(r'<p:grpSp>(?:(?!</p:grpSp>).)*name="motif".*?</p:grpSp>', drawn)
    accent = grounds(WITH_MOTIF)["primary"]["accent"]
    assert f'<a:schemeClr val="{accent.scheme}"><a:lumMod val="{accent.times * 100}"/>' in group
    assert group.count("<a:custGeom>") == 2 and "<a:blip" not in group
    assert "adec:decorative" in group


def test_a_motif_only_accompanies_where_a_chapter_opens() -> None:
    found = layouts(WITH_MOTIF)
    assert b"<a:alpha" in found["Section"]
    for name in ("Cover", "Contact"):
        assert b'name="motif"' in found[name] and b"<a:alpha" not in found[name], name


def test_a_mark_is_drawn_larger_than_the_page_where_there_is_no_motif() -> None:
    found = layouts(replace(THEME, mark=MARK))
    for name, part in found.items():
        assert len(groups(part, "mark")) == (name in OPENINGS), name
    ((left, top, _, bottom),) = groups(found["Cover"], "mark")
    assert left >= inches(BESIDE_TITLE) and top < 0 and bottom > THEME.slide_height


def test_a_logo_keeps_its_own_colours_and_is_of_one_colour_on_primary() -> None:
    own = replace(MARK, layers=(replace(MARK.layers[0], own="C00040"),))
    found = layouts(replace(THEME, logo=own))
    assert b'<a:srgbClr val="C00040"' not in found["Cover"]
    assert b'<a:srgbClr val="C00040"' in master(replace(THEME, logo=own))


def test_a_logo_for_dark_grounds_stands_on_primary() -> None:
    dark = Artwork("Acme i hvidt", 40, 10, MARK.layers)
    found = layouts(replace(THEME, logo_on_primary=dark))
    assert "Acme i hvidt" in found["Cover"].decode()
    assert "Acme i hvidt" not in master(replace(THEME, logo_on_primary=dark)).decode()


def test_a_logo_fits_its_place_whatever_its_proportions() -> None:
    for width, height in ((400, 10), (10, 40), (10, 10)):
        logo = Artwork("Acme", width, height, MARK.layers)
        for name, part in layouts(replace(THEME, logo=logo)).items():
            for left, top, right, bottom in groups(part, "wordmark"):
                assert left >= inches(0.6) - 1 and top >= 0, name
                assert right <= THEME.slide_width - inches(0.6) and bottom <= THEME.slide_height, name
                assert (right - left) / (bottom - top) == pytest.approx(width / height, rel=0.02)


@pytest.mark.parametrize("on_primary", [None, png(90, 90)], ids=["one logo", "two logos"])
def test_a_logo_that_is_a_picture_is_whole_in_the_file(
    on_primary: LogoPicture | None, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    theme = replace(WITH_MOTIF, logo=png(), logo_on_primary=on_primary)
    file = tmp_path / "template.pptx"
    file.write_bytes(build_template(theme, DANISH))
    assert validate(file) == []
    media = [name for name in parts(file.read_bytes()) if "/media/" in name]
    assert len(media) == (2 if on_primary else 1)
    plated = b'name="plate"' in layouts(theme)["Cover"]
    assert plated == (on_primary is None), "a picture for paper has paper behind it on a dark page"


def test_every_picture_of_a_part_is_related_and_no_other() -> None:
    data = build_template(replace(THEME, logo=png(), logo_on_primary=png(90, 90)), DANISH)
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if not re.search(r"slide(Layout|Master)\d+\.xml$", name):
                continue
            shown = set(re.findall(rb'r:embed="([^"]+)"', package.read(name)))
            folder, file = name.rsplit("/", 1)
            related = parsed(package.read(f"{folder}/_rels/{file}.rels"))
            images = {one.get("Id").encode() for one in related if one.get("Type").endswith("/image")}
            assert shown == images, name


def test_lines_are_of_the_brands_weight_and_the_line_of_a_cover_may_be_in_the_accent() -> None:
    heavy = replace(THEME, form=Form(rule=1.5, accent_rules=True))
    master = sheets(build_template(heavy, DANISH))["ppt/slideMasters/slideMaster1.xml"].decode()
    assert f'cy="{inches(FOOT_RULE.height * 1.5)}"' in master
    cover = layouts(heavy)["Cover"].decode()
    horizon = cover[cover.index('name="horizon"') :]
    light = grounds(heavy)["primary"]["accent"]
    assert f'<a:schemeClr val="{light.scheme}"><a:lumMod' in horizon[:900]


def test_the_brands_own_colours_are_offered_by_name_to_whoever_edits_the_deck() -> None:
    named = {"hav & himmel": "2F6690", "rav": "D98324"}
    theme = parsed(parts(build_template(replace(THEME, named_colors=named), DANISH))["ppt/theme/theme1.xml"])
    offered = {one.get("name"): one[0].get("val") for one in theme.iter(f"{A}custClr")}
    assert offered == named
    assert not list(parsed(parts(build_template(THEME, DANISH))["ppt/theme/theme1.xml"]).iter(f"{A}custClrLst"))


@pytest.mark.parametrize("theme", [THEME, DARK], ids=["light", "dark"])
def test_the_plate_behind_a_clients_logo_is_the_same_light_paper_on_every_page_that_has_one(theme: Theme) -> None:
    plates = set()
    for part in layouts(theme).values():
        for shape in parsed(part).iter(f"{P}sp"):
            if shape.find(f"{P}nvSpPr/{P}cNvPr").get("name") == "logo":
                plates.add(shape.find(f"{P}spPr/{A}solidFill/{A}schemeClr").get("val"))
    assert plates == {"tx1" if theme.dark else "bg1"}
