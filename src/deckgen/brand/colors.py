"""In: colour keys of the brand file. Out: value and place per colour role; what is no colour is reported."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict

from deckgen.brand.keys import Colors, DeckColors
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import SCHEME, Color
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import suggestion

ROLES: tuple[Color, ...] = tuple(SCHEME)
_HEX = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\Z")
_DATA: tuple[Color, ...] = ("data3", "data4", "data5")
_HOW = 'write "#RRGGBB" in quotes, or a name from the palette'


@dataclass(frozen=True, slots=True)
class Used:
    """A colour as `RRGGBB`, and where the brand file gives it its role."""

    value: str
    span: Span


def colors(shared: Colors, own: DeckColors, diagnostics: Diagnostics) -> dict[Color, Used]:
    """The roles whose colour is known."""
    palette = _palette(shared.palette, diagnostics)
    named: dict[Color, Scalar] = {
        "foreground": shared.foreground,
        "background": shared.background,
        "primary": shared.primary,
        "accent": own.accent,
        "muted": own.muted,
        "panel": own.panel,
        "rule": own.rule,
    }
    if len(own.data) == len(_DATA):
        named |= dict(zip(_DATA, own.data, strict=True))
    else:
        message = f"the data palette has {len(own.data)} colours; {len(_DATA)} are wanted"
        diagnostics.error(
            "brand-data-colors", message, own.data_span, "primary and accent come before them by themselves"
        )
    resolved = {role: _resolved(node, palette, diagnostics) for role, node in named.items()}
    return {role: Used(value, named[role].span) for role, value in resolved.items() if value}


def _palette(node: Node, diagnostics: Diagnostics) -> dict[str, Scalar]:
    """The named colours; every one is checked, used or not."""
    if isinstance(node, Scalar) and not node.text:
        return {}
    if not isinstance(node, Mapping):
        diagnostics.error(
            "brand-palette", "the palette is no mapping", node.span, 'write `name: "#RRGGBB"` on a line each'
        )
        return {}
    palette = {}
    for key, value in node.entries:
        if isinstance(value, Scalar) and value.text:
            palette[key.text] = value
        else:
            diagnostics.error(
                "brand-color-invalid", f"`{key.text}` has no colour", key.span, 'write "#RRGGBB" in quotes'
            )
    for value in palette.values():
        _resolved(value, palette, diagnostics)
    return palette


def _resolved(node: Scalar, palette: Dict[str, Scalar], diagnostics: Diagnostics) -> str:
    """`RRGGBB` of a value or a name, through names of names; empty, and reported, where there is none."""
    at, seen = node, set[str]()
    while not at.text.startswith("#") and at.text in palette and at.text not in seen:
        seen.add(at.text)
        at = palette[at.text]
    match = _HEX.match(at.text)
    if match:
        digits = match[1].upper()
        return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    if at.text in seen:
        diagnostics.error("brand-color-invalid", f"`{at.text}` is named by itself", at.span, _HOW)
    elif at.text.startswith("#"):
        diagnostics.error("brand-color-invalid", f"`{at.text}` is not a colour", at.span, _HOW)
    else:
        hint = f"{suggestion(at.text, tuple(palette))}; or {_HOW}"
        diagnostics.error("brand-color-unknown", f"no colour is named `{at.text}`", at.span, hint)
    return ""
