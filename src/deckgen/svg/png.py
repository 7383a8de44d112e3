"""Drawings as pixels. In: the SVG of a slide. Out: a PNG, made by the library of the extra `pictures`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

LIBRARY: Final = "resvg_py"
_DOTS: Final = 96
"""An inch of lengths that an embedded drawing gives in points or inches."""


def can_rasterise() -> bool:
    """Whether the library is installed."""
    return find_spec(LIBRARY) is not None


def png(svg: str, width: int) -> bytes:
    """The slide `width` pixels wide. Raises ImportError where the library is not installed."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, width=width, dpi=_DOTS))
