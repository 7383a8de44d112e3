"""Drawings lose what they say beside what they show."""

from __future__ import annotations

from base64 import b64decode, b64encode
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from deckgen.picture_files.drawing import bare_drawing

WORD = b"Hemmelig"
SHAPE = '<path d="M0 0H9V9Z"/>'


def png() -> bytes:
    out, notes = BytesIO(), PngImagePlugin.PngInfo()
    notes.add_text("Author", WORD.decode())
    Image.new("RGB", (4, 4), "red").save(out, "PNG", pnginfo=notes)
    return out.getvalue()


def drawing(inside: str, about: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{about}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        drawing(f"<g>Hemmelig{SHAPE}Hemmelig</g>"),
        drawing(f"<title>Hemmelig</title><desc>Hemmelig</desc><metadata>Hemmelig</metadata>{SHAPE}"),
        drawing(f"<style>/* Hemmelig */ path {{fill: red}}</style>{SHAPE}"),
        drawing(f'<text display="none">Hemmelig</text>{SHAPE}'),
        drawing(f'<g style="fill: red; display: none"><text>Hemmelig</text></g>{SHAPE}'),
        drawing(f'<text visibility="hidden">Hemmelig</text>{SHAPE}'),
        drawing(f"<note>Hemmelig</note>{SHAPE}"),
        drawing(f'<note xmlns="urn:x">Hemmelig</note>{SHAPE}'),
        drawing(SHAPE.replace("<path", '<path id="Hemmelig" class="Hemmelig"')),
        drawing(SHAPE, ' onload="Hemmelig()"'),
        drawing(SHAPE, ' xml:base="file:///Hemmelig" xml:id="Hemmelig"'),
        b"<?Hemmelig x?><!-- Hemmelig -->" + drawing(SHAPE),
    ],
)
def test_what_nobody_sees_goes(data: bytes) -> None:
    bare = bare_drawing(data)
    assert WORD in data and bare is not None and WORD not in bare
    assert b"M0 0H9V9Z" in bare


def test_a_picture_inside_is_bare_too() -> None:
    data = drawing(f'<image href="data:image/png;base64,{b64encode(png()).decode()}"/>')
    bare = bare_drawing(data)
    assert bare is not None
    held = b64decode(bare.partition(b"base64,")[2].partition(b'"')[0])
    assert WORD in png() and WORD not in held
    with Image.open(BytesIO(held)) as image:
        assert image.getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize("href", ["https://example.org/x.png", "data:image/svg+xml;base64,PHN2Zy8+", "data:text/x,x"])
def test_what_cannot_be_made_bare_is_no_drawing(href: str) -> None:
    assert bare_drawing(drawing(f'<image href="{href}"/>')) is None


def test_what_is_drawn_with_stays_though_it_is_not_shown_itself() -> None:
    """A gradient in a hidden group colours what refers to it; words of a text stay around an element that goes."""
    hidden = '<g display="none"><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></g>'
    bare = bare_drawing(drawing(f'{hidden}<rect fill="url(#a)"/><text>Før<title>x</title> og efter</text>'))
    assert bare is not None
    assert b'id="a"' in bare and "Før og efter".encode() in bare
