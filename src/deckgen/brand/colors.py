"""In: colour keys of the brand file. Out: what it says of each colour role; what is no colour is reported."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import fields

from deckgen.brand.css import color_of_style_sheets, hex_color
from deckgen.brand.keys import Colors, DeckColors
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import SCHEME, Color
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import suggestion

ROLES: tuple[Color, ...] = tuple(SCHEME)
_DATA: tuple[Color, ...] = ("data3", "data4", "data5")
_HOW = 'write "#RRGGBB" in quotes, or a name from the palette'


@dataclass(frozen=True, slots=True)
class Used:
    """A colour as `RRGGBB`, and where the brand file gives it its role."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class BrandColors:
    """The roles that the brand file gives a colour, and all colours that it names, in its order.

    Names are those of the convention's roles first, then those of the palette, then data colours beyond the third;
    `written` has where each that has a name in the file stands.
    """

    used: Dict[Color, Used]
    named: Dict[str, str]
    written: Dict[str, Span]


def colors(shared: Colors, own: DeckColors, diagnostics: Diagnostics) -> BrandColors | None:
    """What the brand file says, None where any of it is no colour; all of it is looked at, used or not."""
    wrong = Diagnostics()
    said = _colors(shared, own, wrong)
    diagnostics.extend(wrong)
    return None if wrong.has_errors else said


def _colors(shared: Colors, own: DeckColors, diagnostics: Diagnostics) -> BrandColors:
    names = _Names(_palette(shared.palette, diagnostics), _said(shared), diagnostics)
    given: dict[Color, Scalar] = {
        "foreground": shared.foreground,
        "background": shared.background,
        "primary": shared.primary,
        "accent": own.accent,
        "muted": own.muted,
        "panel": own.panel,
        "rule": own.rule,
        **dict(zip(_DATA, own.data, strict=False)),
    }
    used = {
        role: Used(value, node.span) for role, node in given.items() if node.text and (value := names.value(node))
    }
    known = {name: value for name, node in names.all() if (value := names.value(node))}
    more = {f"data {number}": names.value(node) for number, node in enumerate(own.data, 3) if number > 5}
    return BrandColors(used, known | more, {name: node.span for name, node in names.all()})


def role_of(node: Scalar, brand: BrandColors) -> Color | None:
    """The role that a colour elsewhere in the brand file stands for, by its name or its value."""
    value = brand.named.get(node.text, node.text.removeprefix("#").upper())
    roles = (role for role in ROLES if role == node.text or (role in brand.used and brand.used[role].value == value))
    return next(roles, None)


def _said(shared: Colors) -> dict[str, Scalar]:
    """The convention's roles that the brand file gives a colour."""
    named = ((one.name, getattr(shared, one.name)) for one in fields(shared) if one.name != "palette")
    return {name: node for name, node in named if node.text}


def _palette(node: Node, diagnostics: Diagnostics) -> dict[str, Scalar]:
    if isinstance(node, Scalar) and not node.text:
        return {}
    if not isinstance(node, Mapping):
        diagnostics.error(
            "brand-palette",
            "the palette is no list of names with a colour each",
            node.span,
            'write `name: "#RRGGBB"` on a line each',
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
    return palette


class _Names:
    """The colours by name: a role of the convention, one of the palette, or one that every browser knows."""

    def __init__(self, palette: Dict[str, Scalar], roles: Dict[str, Scalar], diagnostics: Diagnostics) -> None:
        self._palette, self._roles, self._diagnostics = palette, roles, diagnostics
        self._reported: set[Span] = set()

    def all(self) -> Iterator[tuple[str, Scalar]]:
        yield from self._roles.items()
        yield from ((name, node) for name, node in self._palette.items() if name not in self._roles)

    def value(self, node: Scalar) -> str:
        """`RRGGBB` of a value or a name, through names of names; empty, and reported once, where there is none."""
        at, seen = node, {node.span}
        while not at.text.startswith("#"):
            further = [named for names in (self._roles, self._palette) if (named := names.get(at.text))]
            unseen = next((named for named in further if named.span not in seen), None)
            if unseen is None:
                return color_of_style_sheets(at.text) or self._unknown(at, bool(further))
            at = unseen
            seen.add(at.span)
        return hex_color(at.text) or self._wrong("brand-color-invalid", f"`{at.text}` is not a colour", at, _HOW)

    def _unknown(self, at: Scalar, by_itself: bool) -> str:
        if by_itself:
            return self._wrong("brand-color-invalid", f"`{at.text}` is named by itself", at, _HOW)
        hint = f"{suggestion(at.text, (*self._palette, *self._roles))}; or {_HOW}"
        return self._wrong("brand-color-unknown", f"no colour is named `{at.text}`", at, hint)

    def _wrong(self, code: str, message: str, at: Scalar, hint: str) -> str:
        if at.span not in self._reported:
            self._reported.add(at.span)
            self._diagnostics.error(code, message, at.span, hint)
        return ""
