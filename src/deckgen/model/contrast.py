"""How far two colours stand apart. In: colours as `RRGGBB`. Out: ratios, by WCAG 2."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from deckgen.model.theme import Color

TEXT_CONTRAST = 4.5
"""What WCAG 2 (AA) asks of text of any size."""

LARGE_CONTRAST = 3.0
"""What it asks of text from 18 points, or from 14 in bold."""


@lru_cache(maxsize=1024)
def luminance(value: str) -> float:
    """Relative luminance of `RRGGBB`, from 0 to 1."""
    red, green, blue = (to_linear(int(value[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def to_linear(channel: float) -> float:
    """The light of a channel of a colour, each from 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def from_linear(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(colors: Mapping[Color, str]) -> bool:
    """Whether text is lighter than its ground."""
    return luminance(colors["foreground"]) > luminance(colors["background"])
