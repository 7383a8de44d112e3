"""Drawings: the same bytes on every run, at their final size, all that they show in words; and what is refused."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

import deckgen
import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.drawings.draw import draw_deck
from deckgen.drawings.faces import Faces
from deckgen.drawings.forms.network import crossed
from deckgen.model.chart import Rect
from deckgen.model.drawing import Drawn, Images
from deckgen.model.frames import FrameDeck, Item, PictureItem
from deckgen.model.text import MISSING
from deckgen.model.units import EMU_PER_POINT
from deckgen.registry import registry

FORMS = sorted(registry().drawings)


def written(form: str, **changed: str) -> str:
    """The example of a form as a slide, its texts changed."""
    slug = form.replace("_", "-")
    said = f"id: example-drawing.{slug}\nkind: drawing\ntitle: Tegningen viser det hele\n"
    said += registry().drawings[form].example
    for old, new in changed.items():
        assert old in said
        said = said.replace(old, new)
    return said


def loaded(folder: Path, *slides: str, brand: Path = gallery.BRAND) -> tuple[pipeline.Loaded, Diagnostics]:
    named = {re.findall(r"^id: (\S+)", said)[0]: said for said in slides}
    diagnostics = Diagnostics()
    found = pipeline.load(gallery.write(folder, named), brand, diagnostics)
    assert found is not None
    return found, diagnostics


def frames(known: pipeline.Loaded, diagnostics: Diagnostics) -> FrameDeck:
    return pipeline.set_deck(known, pipeline.plan_deck(known, "gallery", diagnostics), diagnostics)


def pictures(items: tuple[Item, ...]) -> Iterator[PictureItem]:
    return (item for item in items if isinstance(item, PictureItem))


def faults(folder: Path, said: str) -> list[tuple[str, str]]:
    _, found = loaded(folder, said)
    assert all(one.span.line for one in found)
    return [(one.code, one.message) for one in found if one.severity == "error"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[FrameDeck, bytes]:
    known, found = loaded(tmp_path_factory.mktemp("content"), *map(written, FORMS))
    deck = frames(known, found)
    data = pipeline.deck_bytes(known, deck, found)
    assert not found.has_errors
    return deck, data


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_as_large_as_its_place_in_both_of_its_forms(form: str, built: tuple[FrameDeck, bytes]) -> None:
    frame = next(one for one in built[0].frames if one.id.endswith(form.replace("_", "-")))
    (item,) = pictures(frame.items)
    page = next(one for one in Presentation(BytesIO(built[1])).slides if one.name == frame.id)
    (shape,) = (one for one in page.shapes if one.shape_type == 13)
    assert (shape.width, shape.height) == (item.box.width, item.box.height)
    with Image.open(BytesIO(shape.image.blob)) as png:
        assert png.width / png.height == pytest.approx(shape.width / shape.height, rel=0.01)
        assert not png.text and png.width > 1500  # type: ignore[attr-defined]
    (svg,) = svgs(page)
    root = ET.fromstring(svg)
    assert float(str(root.get("width")).removesuffix("pt")) == pytest.approx(item.box.width / EMU_PER_POINT, abs=0.1)
    assert b"matplotlib" not in svg.lower() and b"date" not in svg.lower()


def svgs(page: object) -> list[bytes]:
    related = page.part.rels.values()  # type: ignore[attr-defined]
    return [one.target_part.blob for one in related if str(one.target_part.partname).endswith(".svg")]


@pytest.mark.parametrize("form", FORMS)
def test_alt_text_and_notes_say_all_of_it(form: str, built: tuple[FrameDeck, bytes]) -> None:
    frame = next(one for one in built[0].frames if one.id.endswith(form.replace("_", "-")))
    (item,) = pictures(frame.items)
    assert item.drawn is not None
    table = "".join(run.text for run in frame.notes[-1])
    assert table.startswith("Tegningens tal: ")
    data = item.drawn.data
    shown = [one for row in data.rows for one in row.shown if one != MISSING]
    for said in [*(row.label for row in data.rows), *shown]:
        assert said in item.alt
        assert said in table
    assert item.alt.startswith("Tegningen viser det hele. ")


def test_of_a_distribution_quartiles_are_said_and_no_single_answer(tmp_path: Path) -> None:
    known, found = loaded(tmp_path, written("distribution"))
    (item,) = pictures(frames(known, found).frames[0].items)
    assert "EU: 9; 11; 13; n = 16" in item.alt
    assert "21" not in item.alt


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        known, found = loaded(tmp_path / name, *map(written, FORMS))
        made.append(pipeline.deck_bytes(known, frames(known, found), found))
    assert made[0] == made[1]


def test_colours_are_those_of_the_ground_and_the_brand(tmp_path: Path) -> None:
    known, found = loaded(tmp_path, written("heat_map"), written("network") + "ground: primary\n")
    white, dark = (svg.decode().lower() for svg in drawn_svgs(known, found))
    primary = f"#{known.theme.colors['primary'].lower()}"
    assert primary in white
    assert "#ffffff" in dark
    accent = f"#{known.theme.colors['accent'].lower()}"
    assert accent in white
    assert accent not in dark


def drawn_svgs(known: pipeline.Loaded, found: Diagnostics) -> list[bytes]:
    from deckgen.drawings.draw import Studio

    studio = Studio(known.registry.drawings, known.theme, known.template)
    deck = draw_deck(frames(known, found), studio, found)
    images = [item.images for frame in deck.frames for item in pictures(frame.items)]
    return [one.svg for one in images if isinstance(one, Images)]


def test_the_face_is_one_of_the_same_measures_where_the_theme_s_own_is_not_there() -> None:
    """Calibri and Carlito are as wide; where neither is installed, the face that matplotlib brings stands in."""
    calibri, carlito, unknown = (Faces(name) for name in ("Calibri", "Carlito", "No Such Face"))
    assert calibri.width("Tågehavn", 18, False) == carlito.width("Tågehavn", 18, False)
    assert unknown.width("Tågehavn", 18, False) == Faces("DejaVu Sans").width("Tågehavn", 18, False)
    assert unknown.width("Tågehavn", 18, True) > unknown.width("Tågehavn", 18, False)


def test_text_steps_down_where_it_has_no_room_and_what_has_none_at_all_is_an_error(tmp_path: Path) -> None:
    long = "En meget lang betegnelse for en sammenslutning af virksomheder i landsdelen"
    known, found = loaded(tmp_path, written("heat_map", Thisted=long))
    assert pipeline.deck_bytes(known, frames(known, found), found) == b""
    (one,) = (one for one in found if one.severity == "error")
    assert (one.code, one.span.line > 0) == ("drawing-crowded", True)
    assert long in one.message


def test_a_deck_whose_drawing_cannot_be_made_is_told_when_it_is_held_against_an_earlier_file(tmp_path: Path) -> None:
    known, found = loaded(tmp_path / "then", written("heat_map"))
    built = tmp_path / "earlier.pptx"
    built.write_bytes(pipeline.deck_bytes(known, frames(known, found), found))
    long = "En meget lang betegnelse for en sammenslutning af virksomheder i landsdelen"
    loaded(tmp_path / "now", written("heat_map", Thisted=long))
    result = deckgen.diff(tmp_path / "now", "gallery", since=str(built), brand=gallery.BRAND)
    assert "drawing-crowded" in [one.code for one in result.diagnostics]


@pytest.mark.parametrize(
    ("form", "old", "new", "said"),
    [
        ("heat_map", "[5, 6, 8, 4, 2]", "[5, 6, 8, 4]", "has 4 values, and 5 columns are named"),
        ("correlation", "[0.31, 0.44]", "[0.31]", "has 1 values, and 2 rows stand above it"),
        ("correlation", "[0.62]", "[1.2]", "is no coefficient of correlation"),
        ("distribution", "value: 5,", "value: 6,", "the median of `Region` is 5, and `value` says 6"),
        ("distribution", ", answers: [3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 12, 14]", "", "has 0 answers"),
        (
            "heat_map",
            "series:",
            "coefficient: pearson\nseries:",
            "`coefficient` means nothing in a drawing of the form",
        ),
        ("correlation", "n: 212", "n: 212\nseries: [A, B]", "`series` means nothing in a drawing of the form"),
        ("ridgeline", "value: 8,", "value: 9,", "the median of `Havneby` is 8, and `value` says 9"),
        ("network", "end: Havnen", "end: Havn", "there is no actor `Havn`"),
        ("network", "end: Havnen", "end: Energiklyngen", "is tied to itself"),
        ("network", "label: Havnen", "label: Regionen", "two actors are called `Regionen`"),
    ],
)
def test_data_that_a_form_cannot_show_are_refused_at_their_place(
    form: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    found = faults(tmp_path, written(form, **{old: new}))
    assert any(said in message for _, message in found), found
    assert {code for code, _ in found} <= {"drawing-data", "label-twice", "fields-disagree"}


def test_a_form_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    ((code, message),) = faults(tmp_path, written("network").replace("drawing: network", "drawing: netvaerk"))
    assert (code, message) == ("unknown-drawing", "there is no drawing `netvaerk`")


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.drawings.draw.LIBRARY", "no_such_package")
    known, found = loaded(tmp_path, written("network"))
    assert pipeline.deck_bytes(known, frames(known, found), found) == b""
    (one,) = (one for one in found if one.severity == "error")
    assert (one.code, "deckgen[drawings]" in one.hint, one.span.line > 0) == ("drawings-missing", True, True)


def test_rows_without_the_height_of_a_line_are_an_error(tmp_path: Path) -> None:
    rows = "".join(f"  - {{label: Egn {number}, value: [{number}, 2]}}\n" for number in range(30))
    head = "id: example-drawing.many\nkind: drawing\ntitle: Der er mange egne\ndrawing: heat_map\ncounted: Alt\n"
    known, found = loaded(tmp_path, f"{head}series: [A, B]\ndata:\n{rows}")
    assert pipeline.deck_bytes(known, frames(known, found), found) == b""
    assert [one.code for one in found if one.severity == "error"] == ["drawing-crowded"]


def test_labels_of_a_crowded_network_touch_nothing(tmp_path: Path) -> None:
    """Twelve actors round one: each has its name beside it, and no two names stand over each other."""
    names = [f"Aktør {number}" for number in range(1, 14)]
    data = "".join(f"  - {{label: {name}}}\n" for name in names)
    links = "".join(f"  - {{start: {names[0]}, end: {name}}}\n" for name in names[1:])
    head = "id: example-drawing.many\nkind: drawing\ntitle: Mange er bundet til en\n"
    known, found = loaded(tmp_path, f"{head}drawing: network\ncounted: Bånd\ndata:\n{data}links:\n{links}")
    assert drawn_svgs(known, found)
    assert not found.has_errors


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        ((100.0, 0.0), (104.0, 400.0), True),
        ((0.0, 57.0), (400.0, 57.0), True),
        ((100.0, 100.0), (100.0, 400.0), False),
        ((0.0, 0.0), (300.0, 0.0), False),
    ],
)
def test_a_tie_that_grazes_a_name_is_noticed(
    start: tuple[float, float], end: tuple[float, float], touches: bool
) -> None:
    """However short the way through it is: the box ends at 100, and ties have a width."""
    assert (crossed(Rect(40, 50, 60, 5), start, end) > 0) is touches


def test_a_drawing_is_kept_out_of_frames(tmp_path: Path) -> None:
    """Layout holds what is to be drawn; the picture is made for the file alone."""
    known, found = loaded(tmp_path, written("network"))
    (item,) = pictures(frames(known, found).frames[0].items)
    assert isinstance(item.drawn, Drawn)
    assert item.images is None
