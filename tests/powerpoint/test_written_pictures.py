"""Pictures as they are written: upright, in screen colours, cut to their focus, bare, a drawing beside its PNG."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from powerpoint_sample import BODY, deck, frame
from powerpoint_written import NAMES, write

from deckgen.content.pictures import settled_picture
from deckgen.diagnostics import Diagnostics
from deckgen.layout.draw import place_picture
from deckgen.model.blocks import PictureBlock
from deckgen.model.picture import Picture

RED, BLUE = (200, 20, 20), (20, 20, 200)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:e="urn:editor" e:export="C:/Hemmelig" viewBox="0 0 40 20">'
    "<metadata>Hemmelig</metadata><!-- Hemmelig --><path d='M0 0H40V20H0Z'/></svg>"
)


def halves(mode: str = "RGB") -> Image.Image:
    """Red over the left half of 40 by 20 pixels, blue over the right one."""
    image = Image.new("RGB", (40, 20), RED)
    image.paste(BLUE, (20, 0, 40, 20))
    return image.convert(mode)


def saved(folder: Path, name: str, image: Image.Image, **options: Any) -> str:
    image.save(folder / name, **options)
    return name


def exif(orientation: int) -> Image.Exif:
    noted = Image.Exif()
    noted[0x0112] = orientation
    noted[0x013B] = "Hemmelig Ejer"
    return noted


def settled(folder: Path, name: str) -> Picture:
    diagnostics = Diagnostics()
    picture = settled_picture(Picture(name), folder, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return picture


def written(folder: Path, name: str, focus: tuple[float, float] | None = None) -> Path:
    """A deck with the picture, as content settles it and layout places it."""
    picture = settled(folder, name)
    block = PictureBlock(picture.path, "Billede", "s/picture", "", picture.size, focus, picture.drawing)
    return write(folder / "deck.pptx", deck(frame("s", *place_picture(block, BODY, None).items)))


def media(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")}
        assert not any(b"Hemmelig" in archive.read(name) for name in archive.namelist())
    return found


def only(file: Path) -> Image.Image:
    ((_, data),) = media(file).items()
    return Image.open(BytesIO(data))


def near(seen: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(seen, wanted, strict=True))


@pytest.mark.parametrize(
    ("orientation", "size", "first"),
    [(1, (40, 20), RED), (3, (40, 20), BLUE), (6, (20, 40), RED), (8, (20, 40), BLUE)],
)
def test_a_picture_stands_as_the_camera_was_held(
    orientation: int, size: tuple[int, int], first: tuple[int, int, int], tmp_path: Path
) -> None:
    name = saved(tmp_path, "held.jpg", halves(), exif=exif(orientation), quality=95)
    assert settled(tmp_path, name).size == size
    image = only(written(tmp_path, name))
    assert image.size == size
    assert near(image.convert("RGB").getpixel((4, 4)), first)
    assert not image.getexif()


def test_the_four_inks_of_print_become_colours_of_a_screen(tmp_path: Path) -> None:
    image = only(written(tmp_path, saved(tmp_path, "print.jpg", halves("CMYK"), quality=95)))
    assert image.mode == "RGB"
    assert near(image.getpixel((4, 4)), RED)


@pytest.mark.parametrize(("mode", "form"), [("RGB", "JPEG"), ("RGBA", "PNG")])
def test_a_webp_is_made_what_every_program_shows(mode: str, form: str, tmp_path: Path) -> None:
    drawn = halves(mode)
    if mode == "RGBA":
        drawn.putalpha(128)
    image = only(written(tmp_path, saved(tmp_path, "new.webp", drawn, quality=95)))
    assert (image.format, image.mode, image.size) == (form, mode, (40, 20))


def test_what_every_program_shows_is_kept_pixel_for_pixel(tmp_path: Path) -> None:
    image = only(written(tmp_path, saved(tmp_path, "plain.png", halves())))
    assert image.tobytes() == halves().tobytes()


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    name = saved(tmp_path, "held.jpg", halves("CMYK"), exif=exif(6))
    assert media(written(tmp_path, name)) == media(written(tmp_path, name))


def test_a_picture_is_cut_to_its_focus(tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    from pptx import Presentation

    file = written(tmp_path, saved(tmp_path, "wide.png", halves().resize((400, 20))), (1, 0.5))
    assert validate(file) == []
    presentation: Any = Presentation(str(file))
    (shown,) = (shape for shape in presentation.slides[0].shapes if shape.name == "s/picture")
    assert (shown.crop_top, shown.crop_bottom, shown.crop_right) == (0, 0, pytest.approx(0, abs=1e-4))
    assert shown.crop_left == pytest.approx(1 - BODY.width / BODY.height / 20, abs=1e-4)


def test_a_drawing_stands_beside_its_png_without_what_its_editor_noted(
    tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    from pptx import Presentation

    saved(tmp_path, "drawn.png", halves())
    (tmp_path / "drawn.svg").write_text(SVG, encoding="utf-8")
    file = written(tmp_path, "drawn.svg")
    assert validate(file) == []
    assert sorted(name.rpartition(".")[2] for name in media(file)) == ["png", "svg"]
    presentation: Any = Presentation(str(file))
    (shown,) = (shape for shape in presentation.slides[0].shapes if shape.name == "s/picture")
    svg = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
    drawn = shown._element.find(f".//{svg}").get(f"{{{NAMES['r']}}}embed")
    assert shown.part.related_part(drawn).content_type == "image/svg+xml"
    assert shown.image.content_type == "image/png"


@pytest.mark.parametrize("named", ["../drawn.png", "/etc/drawn.png", "C:\\drawn.png", "a/../../drawn.png"])
def test_no_picture_comes_from_outside_the_folder(named: str, tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    saved(tmp_path, "drawn.png", halves())
    diagnostics = Diagnostics()
    assert settled_picture(Picture(named), inside, diagnostics).size == (0, 0)
    assert [one.code for one in diagnostics] == ["picture-outside"]
