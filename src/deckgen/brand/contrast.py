"""In: the colours of a brand by role. Out: a diagnostic for each pair of text and ground that is hard to read."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.brand.colors import Used
from deckgen.diagnostics import Diagnostics
from deckgen.model.theme import Color

TEXT_CONTRAST = 4.5
"""What WCAG 2 (AA) asks of text of any size."""

PAIRS: tuple[tuple[Color, Color], ...] = (
    ("foreground", "background"),
    ("muted", "background"),
    ("primary", "background"),
    ("accent", "background"),
    ("foreground", "panel"),
    ("muted", "panel"),
    ("primary", "panel"),
    ("accent", "panel"),
    ("background", "primary"),
    ("panel", "primary"),
    ("background", "accent"),
    ("background", "data3"),
    ("foreground", "data4"),
    ("foreground", "data5"),
)
"""Text on its ground, as slide layouts, kinds and chart labels pair them."""


def luminance(value: str) -> float:
    """Relative luminance of `RRGGBB`, from 0 to 1, by WCAG 2."""
    red, green, blue = (_linear(int(value[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def check_contrast(used: Mapping[Color, Used], found: Diagnostics) -> None:
    for text, ground in PAIRS:
        if text not in used or ground not in used:
            continue
        ratio = contrast(used[text].value, used[ground].value)
        if ratio < TEXT_CONTRAST:
            changed = ground if text in ("background", "foreground") and ground != "background" else text
            message = (
                f"{text} on {ground} has a contrast of {int(ratio * 10) / 10:g}:1; {TEXT_CONTRAST:g}:1 is wanted"
            )
            found.error("brand-contrast", message, used[changed].span, f"choose another colour for {changed}")
