"""A colour made lighter, darker or duller as DrawingML does. In: `RRGGBB`, and by how much. Out: the same form."""

from __future__ import annotations

import colorsys


def hls(value: str) -> tuple[float, float, float]:
    """Hue, lightness and saturation of a colour, each from 0 to 1."""
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)


def modulated(value: str, times: float, plus: float, saturation: float = 1.0) -> str:
    """The colour with its lightness multiplied and shifted (lumMod, lumOff), its saturation multiplied (satMod)."""
    hue, lightness, full = hls(value)
    lightness, full = _share(lightness * times + plus), _share(full * saturation)
    return "".join(f"{round(_share(channel) * 255):02X}" for channel in colorsys.hls_to_rgb(hue, lightness, full))


def mixed(value: str, other: str, share: float) -> str:
    """The colour with that share of another one, as paint under glass."""
    pairs = ((int(value[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
