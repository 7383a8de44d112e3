"""In: a colour as style sheets write it. Out: `RRGGBB`, or nothing where it is none."""

from __future__ import annotations

import re
from typing import Final

_HEX: Final = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\Z")


def hex_color(written: str) -> str:
    match = _HEX.match(written)
    if match is None:
        return ""
    digits = match[1].upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def color_of_style_sheets(written: str) -> str:
    """Of a name or a form, such as `rgb(0, 90, 120)`, that browsers know. Pillow has the list of names."""
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:
        return ""
    return f"{red:02X}{green:02X}{blue:02X}"
