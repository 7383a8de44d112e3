"""In: what a brand file says of colours. Out: a colour for every role, each of which can be read where slides set it.

A role that the brand leaves out is derived from the others. A colour that is hard to read is replaced by the nearest
that is not, and the brand file's author is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.brand.colors import BrandColors
from deckgen.brand.derived import Deriving
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast, is_dark
from deckgen.model.oklch import nearest, oklch
from deckgen.model.theme import Color, Ground

PAIRS: tuple[tuple[Color, Color], ...] = (
    ("foreground", "background"),
    ("muted", "background"),
    ("primary", "background"),
    ("accent", "background"),
    ("mark", "background"),
    ("foreground", "panel"),
    ("muted", "panel"),
    ("primary", "panel"),
    ("accent", "panel"),
    ("mark", "panel"),
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

_ON_PAGE: tuple[tuple[Color, Color, float], ...] = (
    ("foreground", "tint1", TEXT_CONTRAST),
    ("foreground", "tint2", TEXT_CONTRAST),
    ("foreground", "tint3", TEXT_CONTRAST),
    ("primary", "tint1", LARGE_CONTRAST),
    ("background", "shade", TEXT_CONTRAST),
    ("highlight", "primary", TEXT_CONTRAST),
)
ON_GROUNDS: Mapping[Ground, tuple[tuple[Color, Color, float], ...]] = {
    "white": _ON_PAGE,
    "panel": _ON_PAGE,
    "primary": (
        ("foreground", "background", TEXT_CONTRAST),
        ("accent", "background", TEXT_CONTRAST),
        ("muted", "background", TEXT_CONTRAST),
        ("rule", "background", LARGE_CONTRAST),
        ("mark", "background", TEXT_CONTRAST),
        ("foreground", "panel", TEXT_CONTRAST),
        ("accent", "panel", TEXT_CONTRAST),
        ("muted", "panel", TEXT_CONTRAST),
        ("foreground", "tint1", TEXT_CONTRAST),
        ("foreground", "tint2", LARGE_CONTRAST),
        ("foreground", "tint3", LARGE_CONTRAST),
        ("background", "primary", TEXT_CONTRAST),
        ("background", "accent", TEXT_CONTRAST),
        ("background", "data3", TEXT_CONTRAST),
        ("foreground", "data4", TEXT_CONTRAST),
        ("foreground", "data5", TEXT_CONTRAST),
        ("background", "shade", LARGE_CONTRAST),
        ("highlight", "primary", TEXT_CONTRAST),
    ),
}
"""Text on its ground, and its least contrast, in what the roles are painted with on each ground.

The paints are made so that these hold whatever the brand's colours are, light or dark. A page in panel has the pairs
above too.
"""

_SETTLED: tuple[Color, ...] = (
    "background",
    "foreground",
    "panel",
    "primary",
    "muted",
    "accent",
    "data3",
    "data4",
    "data5",
    "rule",
)
"""The order in which colours are chosen: each must be read with those before it, and gives way to them."""
_ROOM = 7.0
"""What text has on a ground that leaves room for other colours of text."""
_SEEN = 0.03
"""By how much lighter or darker a colour is seen to be another."""


def settled(brand: BrandColors, diagnostics: Diagnostics) -> dict[Color, str]:
    """A colour for every role, or none at all where the ground is one on which colours cannot be told apart."""
    said = {role: used.value for role, used in brand.used.items()}
    values: dict[Color, str] = {}
    for role in _SETTLED:
        used = brand.used.get(role)
        value = used.value if used else Deriving(said, values, brand.named).of(role)
        if role == "background" and _leaves_no_room(value):
            _refuse(value, used.span if used else Span(""), diagnostics)
            return {}
        wanted = dict(_wanted(role, values))
        by_value = {
            values[other]: max(least for name, least in wanted.items() if values[name] == values[other])
            for other in wanted
        }
        values[role] = nearest(value, by_value)
        if values[role] != value and (place := _written(role, value, values[role], brand)):
            _tell(role, *place, value, values, wanted, diagnostics)
    return values


def _written(role: Color, value: str, instead: str, brand: BrandColors) -> tuple[str, Span] | None:
    """What a colour is called and where the brand file has it; None where it is derived and nobody's own.

    One of the brand's own that was taken for a role it does not give is told where another is seen instead.
    """
    if used := brand.used.get(role):
        return role, used.span
    if abs(oklch(value).lightness - oklch(instead).lightness) < _SEEN:
        return None
    name = next((name for name, named in brand.named.items() if named == value and name in brand.written), "")
    return (f"`{name}`, taken as {role},", brand.written[name]) if name else None


def _wanted(role: Color, values: Mapping[Color, str]) -> Iterator[tuple[Color, float]]:
    """The contrast that a role wants with each of those that are chosen."""
    large = LARGE_PAIRS if {"foreground", "background"} <= values.keys() and not is_dark(values) else ()
    for pairs, least in ((PAIRS, TEXT_CONTRAST), (large, LARGE_CONTRAST)):
        for pair in pairs:
            if role in pair and (other := pair[pair[0] == role]) in values:
                yield other, _ROOM if role == "panel" and other == "foreground" else least


def _leaves_no_room(ground: str) -> bool:
    return max(contrast(ground, "000000"), contrast(ground, "FFFFFF")) < _ROOM


def _refuse(value: str, span: Span, diagnostics: Diagnostics) -> None:
    message = f"no colours can be told apart on the background #{value}: neither light nor dark text stands out"
    diagnostics.error("brand-background", message, span, "choose a background that is clearly light or clearly dark")


def _tell(
    role: Color,
    called: str,
    span: Span,
    value: str,
    values: Mapping[Color, str],
    wanted: Mapping[Color, float],
    diagnostics: Diagnostics,
) -> None:
    other = min(wanted, key=lambda one: contrast(value, values[one]) / wanted[one])
    ratio = int(contrast(value, values[other]) * 10) / 10
    message = (
        f"{called} #{value} has a contrast of {ratio:g}:1 to {other}; {wanted[other]:g}:1 is wanted, "
        f"and #{values[role]} takes its place"
    )
    diagnostics.warning(
        "brand-contrast", message, span, f"write #{values[role]}, or choose another colour for {role}"
    )
