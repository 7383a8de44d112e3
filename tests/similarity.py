"""How alike two pictures of a slide are where there is anything to be seen.

In: two pictures of one page. Out: their foreground structural similarity, from -1 to 1; 1 is the same picture.

Both are made grey and `WIDTH` pixels wide. Structural similarity (SSIM, with the constants of its authors) is taken
in every window of `WINDOW` by `WINDOW` pixels; its mean is over the windows that hold ink in either picture, which is
to say that their grey varies by more than `INK`. Empty ground, which any two pictures share, counts for nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

WIDTH, WINDOW, INK = 640, 8, 4.0
_LUMINANCE, _CONTRAST = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def similarity(one: Image.Image, other: Image.Image) -> float:
    """Foreground structural similarity of two pictures; two empty ones are the same."""
    a, b = _grey(one), _grey(other)
    mean_a, mean_b = _means(a), _means(b)
    var_a, var_b = _means(a * a) - mean_a**2, _means(b * b) - mean_b**2
    both = _means(a * b) - mean_a * mean_b
    alike = (2 * mean_a * mean_b + _LUMINANCE) * (2 * both + _CONTRAST)
    alike /= (mean_a**2 + mean_b**2 + _LUMINANCE) * (var_a + var_b + _CONTRAST)
    inked = np.maximum(var_a, var_b) > INK**2
    return float(alike[inked].mean()) if inked.any() else 1.0


def _grey(picture: Image.Image) -> Any:
    height = round(WIDTH * picture.height / picture.width)
    return np.asarray(picture.convert("L").resize((WIDTH, height), Image.Resampling.LANCZOS), dtype=float)


def _means(values: Any) -> Any:
    """The mean of every window."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    across = sums[:, WINDOW:] - sums[:, :-WINDOW]
    return (across[WINDOW:] - across[:-WINDOW]) / WINDOW**2
