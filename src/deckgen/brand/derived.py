"""Colours that a brand leaves out, made from those that it has.

In: the roles that are given, those already chosen, and all colours that the brand names. Out: a colour for one more
role, in the brand's own where one fits, else of the primary's hue. Whether it can be read is seen to afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.model.contrast import TEXT_CONTRAST, contrast, is_dark, luminance
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.lightness import mixed
from deckgen.model.oklch import Oklch, falls_short, hues_apart, nearest, oklch, rgb
from deckgen.model.theme import Color

_NO_COLOR = "2B4A63"
"""The primary of a brand that names no colour: a blue that is nearly grey."""
_SIGNAL_HUE = 42.0
"""An orange red, where primary has no hue that another could stand against, or one against which stands a brown."""
_MUD = (45.0, 115.0)
"""Hues that are brown or olive where they are dark enough to be read."""
_STRONG, _PLAIN = 0.07, 0.04
"""Chroma from which a colour is one, and up to which it is a grey."""
_APART = 35.0
"""Degrees of hue from which two colours are told apart at a glance."""
_BENT = 0.22
"""How much lighter or darker a colour may become and still be taken for itself."""


@dataclass(frozen=True, slots=True)
class Deriving:
    """`said`: roles that the brand file gives; `values`: those chosen so far; `named`: every colour that it names."""

    said: Mapping[Color, str]
    values: Mapping[Color, str]
    named: Mapping[str, str]

    def of(self, role: Color) -> str:
        """A colour for a role, whose forerunners are all chosen."""
        match role:
            case "background":
                return self._background()
            case "foreground":
                return self._foreground()
            case "panel":
                return self._panel()
            case "primary":
                return self._primary()
            case "muted":
                return self._muted()
            case "accent":
                return self._accent()
            case "data3":
                return self._third()
            case "data4":
                return self._tint(0.79, 0.46, 0.6)
            case "data5":
                return self._tint(0.67, 0.5, 0.15)
            case "rule":
                return self._rule()
            case "mark" | "tint1" | "tint2" | "tint3" | "shade" | "highlight":
                raise ValueError("tones follow from primary, and the highlight from it and the accent")

    def _primary(self) -> str:
        return self.said.get("primary") or next(self._strong(), _NO_COLOR)

    def _background(self) -> str:
        """White paper, unless the brand's text is light."""
        ink = self.said.get("foreground", "000000")
        if luminance(ink) < 0.18:
            return "FFFFFF"
        dark = self.named.get("dark", "FFFFFF")
        return dark if luminance(dark) < 0.04 else self._hued(0.2, 0.02)

    def _foreground(self) -> str:
        ground = self.values["background"]
        own = self.named.get("dark" if luminance(ground) > 0.18 else "light", ground)
        if contrast(own, ground) >= 10:
            return own
        return self._hued(0.23, 0.025) if luminance(ground) > 0.18 else self._hued(0.95, 0.008)

    def _panel(self) -> str:
        ground = self.values["background"]
        own = self.named.get("light" if not is_dark(self.values) else "dark", ground)
        if 1.04 <= contrast(own, ground) <= 1.35:
            return own
        lightness = oklch(ground).lightness
        return (
            self._hued(lightness - 0.032, 0.012) if not is_dark(self.values) else self._hued(lightness + 0.075, 0.03)
        )

    def _muted(self) -> str:
        own = self.named.get("secondary", "")
        grounds = {self.values[role]: TEXT_CONTRAST for role in ("background", "panel")}
        if own and oklch(own).chroma <= _PLAIN and falls_short(own, grounds) >= 1:
            return own
        return mixed(self.values["foreground"], self.values["background"], 0.36)

    def _rule(self) -> str:
        ground = self.values["background"]
        own = self.named.get("tertiary", ground)
        if oklch(own).chroma <= _PLAIN and 1.25 <= contrast(own, ground) <= 2:
            return own
        return mixed(ground, self.values["foreground"], 0.17)

    def _accent(self) -> str:
        """What the brand calls its accent, else its colour that stands out most from primary, else one across."""
        if "accent" in self.named:
            return self.named["accent"]
        primary = self.values["primary"]
        fitting = [one for one in self._strong() if self._apart(one, primary) and self._bent(one) <= _BENT]
        if fitting:
            return max(fitting, key=lambda one: oklch(one).chroma - self._bent(one) / 2)
        across = (oklch(primary).hue + 180) % 360
        hue = across if oklch(primary).chroma > _PLAIN and not _MUD[0] < across < _MUD[1] else _SIGNAL_HUE
        return rgb(Oklch(0.78 if is_dark(self.values) else 0.53, 0.15, hue))

    def _third(self) -> str:
        """Another colour of the brand's own, else a lighter primary, or a darker where there is nothing lighter."""
        primary, accent = self.values["primary"], self.values["accent"]
        for one in self._strong():
            if self._apart(one, primary) and self._apart(one, accent) and self._bent(one) <= _BENT / 2:
                return one
        at = oklch(primary)
        away = -1 if is_dark(self.values) else 1
        ground = {self.values["background"]: TEXT_CONTRAST}
        softer = nearest(rgb(at._replace(lightness=at.lightness + away * 0.14, chroma=at.chroma * 0.85)), ground)
        if contrast(softer, primary) >= 1.3:
            return softer
        return rgb(at._replace(lightness=at.lightness - away * 0.14))

    def _tint(self, lightness: float, in_dark: float, strength: float) -> str:
        at = oklch(self.values["primary"])
        return rgb(Oklch(in_dark if is_dark(self.values) else lightness, at.chroma * strength, at.hue))

    def _hued(self, lightness: float, chroma: float) -> str:
        """Nearly a grey, of the primary's hue."""
        at = oklch(self._primary())
        return rgb(Oklch(lightness, min(chroma, at.chroma), at.hue))

    def _strong(self) -> Iterator[str]:
        """The brand's colours that are no greys, each once."""
        return (one for one in dict.fromkeys(self.named.values()) if oklch(one).chroma >= _STRONG)

    def _apart(self, one: str, other: str) -> bool:
        return hues_apart(one, other) >= _APART or oklch(other).chroma <= _PLAIN

    def _bent(self, value: str) -> float:
        """How much lighter or darker a colour has to become to be read as text."""
        grounds = {self.values[role]: TEXT_CONTRAST for role in ("background", "panel")}
        return abs(oklch(nearest(value, grounds)).lightness - oklch(value).lightness)
