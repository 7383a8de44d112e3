"""In: the colours of a brand by role. Out: a diagnostic for each pair of text and ground that is hard to read."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.brand.colors import Used
from deckgen.diagnostics import Diagnostics
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast, is_dark
from deckgen.model.theme import Color

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

LARGE_PAIRS: tuple[tuple[Color, Color], ...] = (("data4", "primary"),)
"""The number of a section, on its page of a light brand; a dark brand has it in primary on panel."""


def check_contrast(used: Mapping[Color, Used], diagnostics: Diagnostics) -> None:
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
            diagnostics.error("brand-contrast", message, used[changed].span, f"choose another colour for {changed}")
