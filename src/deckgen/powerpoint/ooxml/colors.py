"""In: colour elements of DrawingML and the colour scheme they stand in. Out: what they come to, as `RRGGBB`."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from deckgen.model.contrast import contrast, from_linear, to_linear
from deckgen.model.lightness import mixed, modulated
from deckgen.powerpoint.ooxml.xml import A, P

Scheme = Mapping[str, str]
"""Names as slides say them (tx1, bg1, accent1, …) and as themes do (dk1, …) → `RRGGBB`."""

_BASE = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
_FALLBACK = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_PER = 100_000
_STEEP = 7.0


def scheme_of(theme: Any, *maps: Any) -> Scheme:
    """The colours of a theme (its root element, or None) under the last of the given colour maps that is there."""
    found = dict(_FALLBACK)
    named = None if theme is None else theme.find(f".//{{{A}}}clrScheme")
    for name in _BASE:
        entry = None if named is None else named.find(f"{{{A}}}{name}")
        value = resolved(entry[0], {}) if entry is not None and len(entry) else ""
        if value:
            found[name] = value
    for name in _BASE:
        found.setdefault(name, found["dk2"])
    mapped = dict(_USUAL_MAP)
    for one in maps:
        if one is not None:
            mapped |= {name: base for name, base in one.attrib.items() if base in found}
    return found | {name: found[base] for name, base in mapped.items()}


def colored(parent: Any, scheme: Scheme, behind: str = "") -> str:
    """The colour of a solid fill under `parent`, or the mean of a gradient; empty where there is none.

    `behind` shows through what is transparent of it; nothing does where it is empty.
    """
    if parent is None:
        return ""
    fill = parent.find(f"{{{A}}}solidFill")
    tones = [fill[0]] if fill is not None and len(fill) else _tones(parent)
    found = [(value, tone) for tone in tones if (value := resolved(tone, scheme))]
    return mean([mixed(value, behind, 1 - opacity(tone)) if behind else value for value, tone in found])


def opacity(element: Any) -> float:
    """How much of what is behind a colour it covers, from 0 to 1."""
    alpha = element.find(f"{{{A}}}alpha")
    return 1.0 if alpha is None else min(1.0, max(0.0, int(alpha.get("val", "100000")) / _PER))


def from_light_to_dark(parent: Any, scheme: Scheme) -> bool:
    """Whether a gradient under `parent` goes so far that no colour of text is read on all of it."""
    found = _stops(parent, scheme)
    return any(contrast(one, other) > _STEEP for one in found for other in found)


def _stops(parent: Any, scheme: Scheme) -> list[str]:
    return [value for stop in _tones(parent) if (value := resolved(stop, scheme))]


def _tones(parent: Any) -> list[Any]:
    return [one[0] for one in parent.iterfind(f"{{{A}}}gradFill/{{{A}}}gsLst/{{{A}}}gs") if len(one)]


def styled(shape: Any, scheme: Scheme) -> str:
    """The fill that a shape takes from its style, as most themes draw it: flat."""
    entry = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
    if entry is None or entry.get("idx", "0") == "0" or not len(entry):
        return ""
    return resolved(entry[0], scheme)


def mean(values: list[str]) -> str:
    if not values:
        return ""
    channels = zip(*(_channels(value) for value in values), strict=True)
    return _hex(*(sum(channel) / len(values) for channel in channels))


def resolved(element: Any, scheme: Scheme) -> str:
    """`RRGGBB` of a colour element with its transforms; empty where it is of a form that nobody writes."""
    tag, said = element.tag.rpartition("}")[2], element.get("val", "")
    if tag == "srgbClr":
        base = said.upper()
    elif tag == "schemeClr":
        base = scheme.get(said, "")
    elif tag == "sysClr":
        base = element.get("lastClr", "").upper() or ("FFFFFF" if said == "window" else "000000")
    elif tag == "prstClr":
        base = {"black": "000000", "white": "FFFFFF"}.get(said, "")
    else:
        base = ""
    if len(base) != 6:
        return ""
    try:
        return _transformed(base, element)
    except ValueError:
        return ""


def _transformed(value: str, element: Any) -> str:
    for step in element:
        tag, amount = step.tag.rpartition("}")[2], int(step.get("val", "0")) / _PER
        if tag in ("lumMod", "lumOff"):
            value = modulated(value, amount if tag == "lumMod" else 1.0, amount if tag == "lumOff" else 0.0)
        elif tag == "satMod":
            value = modulated(value, 1.0, 0.0, amount)
        elif tag in ("shade", "tint"):
            white = 1 - amount if tag == "tint" else 0.0
            value = _hex(*(from_linear(to_linear(channel) * amount + white) for channel in _channels(value)))
    return value


def hue_of(value: str) -> tuple[float, float]:
    """Hue and saturation, each from 0 to 1."""
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(value))
    return hue, saturation


def _channels(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02X}" for channel in (red, green, blue))
