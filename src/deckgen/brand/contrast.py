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

LARGE_CONTRAST = 3.0
"""What WCAG 2 (AA) asks of large text: from 18 points, or 14 in bold."""

LARGE_PAIRS: tuple[tuple[Color, Color], ...] = (("data4", "primary"),)
"""The number of a section, on its page of a light brand; a dark brand has it in primary on panel."""


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


def is_dark(colors: Mapping[Color, str]) -> bool:
    """Whether text is lighter than its ground."""
    return luminance(colors["foreground"]) > luminance(colors["background"])


def check_contrast(used: Mapping[Color, Used], found: Diagnostics) -> None:
    """Every pair of known colours that this brand's slides set on each other."""
    values = {role: one.value for role, one in used.items()}
    light = {"foreground", "background"} <= values.keys() and not is_dark(values)
    pairs = [(*pair, TEXT_CONTRAST) for pair in PAIRS]
    pairs += [(*pair, LARGE_CONTRAST) for pair in LARGE_PAIRS if light]
    for text, ground, wanted in pairs:
        if text not in used or ground not in used:
            continue
        ratio = contrast(values[text], values[ground])
        if ratio < wanted:
            changed = ground if text in ("background", "foreground") and ground != "background" else text
            message = f"{text} on {ground} has a contrast of {int(ratio * 10) / 10:g}:1; {wanted:g}:1 is wanted"
            found.error("brand-contrast", message, used[changed].span, f"choose another colour for {changed}")
