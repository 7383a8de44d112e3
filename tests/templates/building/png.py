"""Pictures made of pixels. In: a size and colours as RRGGBB. Out: the bytes of a PNG, the same each time."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw


@cache
def logo(width: int, height: int, color: str, ground: str | None = None) -> bytes:
    """A mark of three bars and a ring, on nothing or on a ground."""
    image = Image.new("RGBA", (width, height), f"#{ground}" if ground else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((2, 2, height - 3, height - 3), outline=f"#{color}", width=max(3, height // 8))
    bar = height // 7
    for at, length in enumerate((1.0, 0.8, 0.55)):
        top = bar + at * 2 * bar
        draw.rectangle(
            (height + bar, top, height + bar + (width - height - bar) * length - 2, top + bar), fill=f"#{color}"
        )
    return _saved(image)


@cache
def landscape(width: int, height: int, sky: str, land: str) -> bytes:
    """A picture with light above and dark below, as a photograph on a cover has."""
    top, bottom = ImageColor.getrgb(f"#{sky}"), ImageColor.getrgb(f"#{land}")
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        part = y / height
        draw.line(
            (0, y, width, y), fill=tuple(round(a + (b - a) * part) for a, b in zip(top[:3], bottom[:3], strict=True))
        )
    for at in range(5):
        left = width * at // 5 - width // 10
        draw.polygon(
            ((left, height), (left + width // 5, height - height // (3 + at % 3)), (left + width // 2, height)),
            fill=tuple(max(0, channel - 12 * (at + 1)) for channel in bottom[:3]),
        )
    return _saved(image)


@cache
def wood(width: int, height: int, light: str, dark: str) -> bytes:
    """Rows of dark trees on a lighter ground: neither black nor white is read on all of it."""
    image = Image.new("RGB", (width, height), f"#{light}")
    draw = ImageDraw.Draw(image)
    side = height // 4
    for top in range(0, height, side):
        for left in range(0, width, side):
            draw.polygon(((left, top + side), (left + side // 2, top), (left + side, top + side)), fill=f"#{dark}")
    return _saved(image)


@cache
def disc(size: int, color: str) -> bytes:
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, size - 1, size - 1), fill=f"#{color}")
    return _saved(image)


def _saved(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
