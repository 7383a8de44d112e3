"""What every text and shape of a deck is written with: its language, and what stands for each colour role.

In: colour roles. Out: solid fills in colours of the theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.template import OWN_PAINTS, Paint
from deckgen.model.theme import Color

Paints = Mapping[Color, Paint]


def scheme_color(color: Color, paints: Paints = OWN_PAINTS, opacity: int = 100) -> str:
    """A colour of the theme; `opacity` in per cent."""
    paint = paints[color]
    times = f'<a:lumMod val="{paint.times * 100}"/>' if paint.times != 1000 else ""
    plus = f'<a:lumOff val="{paint.plus * 100}"/>' if paint.plus else ""
    dull = f'<a:satMod val="{paint.saturation * 100}"/>' if paint.saturation != 1000 else ""
    changes = times + plus + (dull if times or plus else "") + _alpha(opacity)
    own = paint.scheme.startswith("#")
    tag, value = ("srgbClr", paint.scheme[1:]) if own else ("schemeClr", paint.scheme)
    return f'<a:{tag} val="{value}">{changes}</a:{tag}>' if changes else f'<a:{tag} val="{value}"/>'


def fill(color: Color, paints: Paints = OWN_PAINTS, opacity: int = 100) -> str:
    """A solid fill; the slide layouts of our own template are painted in the theme's colours as they are."""
    return f"<a:solidFill>{scheme_color(color, paints, opacity)}</a:solidFill>"


def own_fill(value: str, opacity: int = 100) -> str:
    """A solid fill in a colour that is no theme's, `RRGGBB`, as a logo brings it."""
    return f'<a:solidFill><a:srgbClr val="{value}">{_alpha(opacity)}</a:srgbClr></a:solidFill>'


def _alpha(opacity: int) -> str:
    return f'<a:alpha val="{opacity * 1000}"/>' if opacity != 100 else ""


@dataclass(frozen=True, slots=True)
class Style:
    """The language of a deck, and the paints of its template."""

    language: str
    paints: Paints = field(default_factory=lambda: OWN_PAINTS)

    def fill(self, color: Color, opacity: int = 100) -> str:
        return fill(color, self.paints, opacity)
