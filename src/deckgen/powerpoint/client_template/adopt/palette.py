"""Which colours of a client's theme stand for our colour roles.

In: the theme's colours, the ground of its content slides and the colours that the design shows. Out: a paint for each
role, and what it comes to. Every pair of text and ground that slides and charts use has the contrast that text asks
for, or the most there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from deckgen.model.contrast import TEXT_CONTRAST, contrast, luminance
from deckgen.model.grounds import read_on, tones, value_of
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.template import Paint
from deckgen.model.theme import Color
from deckgen.powerpoint.ooxml.colors import Scheme, hue_of

_ACCENTS = tuple(f"accent{at}" for at in range(1, 7))
_Steps = tuple[tuple[int, int], ...]
_DARKER: _Steps = tuple((times, 0) for times in (1000, 850, 750, 700, 650, 600, 500, 425, 350, 250, 0))
_LIGHTER: _Steps = ((1000, 0), (800, 200), (700, 300), (600, 400), (400, 600), (250, 750), (150, 850), (0, 1000))
"""Down to black and up to white, which is read where nothing else is."""
_DEEP_TINTS: _Steps = ((750, 0), (500, 0), (350, 0), (200, 0), (100, 0))
_PALE_TINTS: _Steps = ((600, 400), (400, 600), (250, 750), (150, 850), (50, 950))
_NEAR = 3
"""How many steps the first accent colour may be changed before the next one is tried."""
_GREYS = tuple(
    Paint(name, times, plus)
    for times in (950, 900, 850, 750, 650, 500, 350, 250, 150, 0)
    for name in ("bg1", "tx1")
    for plus in (0, 1000 - times)
)
_NEAR_PAGE: _Steps = ((950, 0), (900, 0), (950, 50), (900, 100), (850, 0), (850, 150))
_PLAIN_SATURATION = 0.2
_APART = 0.09
"""How far two hues lie apart, as a part of the circle, to be told apart."""
_ALIKE = 0.03
"""Under this two colours are one and the same hue in lighter and darker tones."""
_AS_FULL = 0.4
"""How much fuller one of them may be."""
_FAR = 8
"""How many steps a colour of the design may be changed before one that appears nowhere in it is tried."""
_LIGHTER_OR_DARKER, _TOLD, _MOVED, _ACCENT_STAYS = 1.5, 1.2, 1.6, 1.2
"""The contrast that tells an accent from a primary of its hue, and of another, and how far one goes for that."""
_AS_IT_IS = (1000, 0)
"""The step that changes nothing."""
_MUCH = 7.0
_APART_FROM_LIGHT, _APART_FROM_DARK = (1.05, 1.25), (1.12, 1.4)
"""The contrast that tells a panel from its page; a dark page swallows what would be seen on a light one."""


@dataclass(frozen=True, slots=True)
class Palette:
    paints: Mapping[Color, Paint]
    colors: Mapping[Color, str]


def palette_of(scheme: Scheme, ground: str, shown: Sequence[str] = ()) -> Palette:
    """`ground` as `RRGGBB`: what the text of content slides stands on; `shown`: the colours that the design has.

    Accents that appear nowhere in the design are passed over: many themes have those of a program still.
    """
    chosen = _Chosen(scheme)
    dark = contrast(ground, "FFFFFF") > contrast(ground, "000000")
    steps = _LIGHTER if dark else _DARKER
    _take_plain(chosen, ground, steps)
    back, ink, panel = (chosen.colors[role] for role in _PLAIN)
    on = (ground, back, panel)
    colored = [name for name in _ACCENTS if hue_of(scheme[name])[1] > _PLAIN_SATURATION] or list(_ACCENTS)
    leading = _leading(scheme, colored, shown)
    first = [*_steps(leading[:1], steps[:_NEAR]), *_steps(leading, steps[:_FAR]), *_steps(colored, steps)]
    chosen.take("primary", first, lambda value: _readable(value, *on))
    own, primary = chosen.paints["primary"].scheme, chosen.colors["primary"]
    base = _base(scheme, own)
    rest = [name for name in dict.fromkeys((*leading, *colored)) if name != own] or [own]
    others = [name for name in rest if _apart(_base(scheme, name), base)]
    drawn = [name for name in others if name in leading and shown]
    accents = [*_steps(drawn or others[:1], steps[:_FAR]), *_steps(others or rest, steps)]
    chosen.take("accent", accents, lambda value: _readable(value, *on) - (0 if others else _same(value, primary)))
    _part(chosen, steps)
    third = [name for name in rest if name != chosen.paints["accent"].scheme] or rest
    chosen.take("data3", _steps(third, steps), lambda value: _readable(value, back))
    far = _DEEP_TINTS if dark else _PALE_TINTS
    chosen.take("data4", _steps([own], far), lambda value: _readable(value, ink))
    chosen.take("data5", _GREYS, lambda value: 1000 * _readable(value, ink) + min(contrast(value, ground), 1.6))
    for role, paint in tones(chosen.paints["primary"], base, ground, ink, panel).items():
        chosen.take(role, [paint], lambda value: 0.0)
    accent = chosen.paints["accent"]
    lit = read_on(accent, _base(scheme, accent.scheme), chosen.colors["primary"], back)
    chosen.take("highlight", [lit], lambda value: 0.0)
    return Palette(chosen.paints, chosen.colors)


def _part(chosen: _Chosen, steps: _Steps) -> None:
    """Primary and accent apart in lightness, so that they are told apart whatever hues a reader sees.

    Of the two one that the template does not have as it is goes further on its way: the one that has less far to go.
    """
    ways: list[tuple[float, Color, Paint]] = []
    pairs: tuple[tuple[Color, Color], ...] = (("primary", "accent"), ("accent", "primary"))
    for role, other in pairs:
        paint, held = chosen.paints[role], chosen.colors[other]
        if contrast(chosen.colors[role], held) >= _TOLD:
            return
        if (paint.times, paint.plus) != _AS_IT_IS:
            further = _steps([paint.scheme], tuple(step for step in steps if step[0] < paint.times))
            told = [one for one in further if contrast(chosen.value(one), held) >= _TOLD][:1]
            weight = _ACCENT_STAYS if role == "accent" else 1.0
            ways += [(weight * contrast(chosen.value(one), chosen.colors[role]), role, one) for one in told]
    far, role, paint = min(ways, key=lambda way: way[0], default=(_MOVED + 1, "primary", chosen.paints["primary"]))
    if far <= _MOVED:  # farther on it would be another colour
        chosen.take(role, [paint], lambda value: 0.0)


_PLAIN: tuple[Color, ...] = ("background", "foreground", "panel")


def _take_plain(chosen: _Chosen, ground: str, steps: _Steps) -> None:
    """Page, ink, panel, and the greys between them."""
    pages = [Paint(name) for name in ("bg1", "tx1", "bg2", "tx2")]
    chosen.take("background", [*pages, *_GREYS], lambda value: -contrast(value, ground) - _foreign(value, ground))
    inks = [*_steps(["tx1", "tx2", "bg1"], steps[:1]), *_steps(["tx1", "tx2"], steps), *_steps(["bg1"], steps)]
    chosen.take("foreground", inks, lambda value: min(contrast(value, ground), _MUCH))
    ink = chosen.colors["foreground"]
    near = [Paint(chosen.paints["background"].scheme, *step) for step in _NEAR_PAGE]
    chosen.take("panel", [Paint("bg2"), *near, *_GREYS], lambda value: _quiet(value, ground, ink))
    panel = chosen.colors["panel"]
    plain = [Paint("tx2"), Paint("tx1", 650, 350), *reversed(_GREYS)]
    back = chosen.colors["background"]
    chosen.take("muted", plain, lambda value: _grey(value, ink) + _readable(value, ground, back, panel))
    chosen.take("rule", _GREYS, lambda value: -abs(contrast(value, ground) - 1.4))


class _Chosen:
    """The paints as they are chosen, one after the other."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self.paints: dict[Color, Paint] = {}
        self.colors: dict[Color, str] = {}

    def take(self, role: Color, offered: Iterable[Paint], good: Callable[[str], float]) -> None:
        """The first of the paints that is as good as any."""
        values = {paint: self.value(paint) for paint in offered}
        self.paints[role] = best = max(values, key=lambda paint: round(good(values[paint]), 6))
        self.colors[role] = values[best]

    def value(self, paint: Paint) -> str:
        """What a paint comes to."""
        return value_of(paint, _base(self._scheme, paint.scheme))


def _base(scheme: Scheme, name: str) -> str:
    """The colour behind a name of the theme, or behind one that is written out."""
    return name[1:] if name.startswith("#") else scheme[name]


def _leading(scheme: Scheme, colored: list[str], shown: Sequence[str]) -> list[str]:
    """The names of what the design has, as far as accents stand for it, else of a colour of the theme or its own.

    The first accent leads where it is among them, as themes mean it; all accents where the design has no colour.
    """
    names = [_named(scheme, colored, one) for one in shown]
    found = list(dict.fromkeys(names)) or colored
    return sorted(found, key=lambda name: name != colored[0])


def _named(scheme: Scheme, colored: list[str], value: str) -> str:
    alike = [name for name in colored if _alike(scheme[name], value)]
    same = [name for name in ("tx2", "bg2", "hlink") if scheme[name] == value]
    return next(iter((*alike, *same)), f"#{value}")


def _steps(names: list[str], steps: _Steps) -> Iterator[Paint]:
    """Every name as it is before any of them is changed."""
    return (Paint(name, *step) for step, name in product(steps, names))


def _readable(value: str, *grounds: str) -> float:
    """The least contrast with the grounds, as far as text asks for it."""
    return min(TEXT_CONTRAST, *(contrast(value, ground) for ground in grounds))


def _quiet(value: str, ground: str, ink: str) -> float:
    """A ground that is told from the page and stays behind its text."""
    apart = contrast(value, ground)
    least, most = _APART_FROM_DARK if luminance(ground) < luminance(ink) else _APART_FROM_LIGHT
    return min(contrast(value, ink), _MUCH) - (0 if least <= apart <= most else 10)


def _foreign(value: str, ground: str) -> float:
    """What tells against a page in a full colour that the ground does not have."""
    return 1.0 if hue_of(value)[1] > _PLAIN_SATURATION and value != ground and not _alike(value, ground) else 0.0


def _grey(value: str, ink: str) -> float:
    """Of what can be read equally, what stays behind the ink and is no colour of its own."""
    return 0.0 if contrast(value, ink) > 1.2 and hue_of(value)[1] < 0.6 else -0.001


def _alike(one: str, other: str) -> bool:
    """Whether two colours are one hue to a reader, and as full."""
    (hue, full), (second, other_full) = hue_of(one), hue_of(other)
    distance = abs(hue - second)
    colored = min(full, other_full) > _PLAIN_SATURATION and abs(full - other_full) < _AS_FULL
    return min(distance, 1 - distance) < _ALIKE and colored


def _same(value: str, primary: str) -> float:
    """What tells against an accent that is of the hue of primary and as light."""
    return 0.0 if contrast(value, primary) >= _LIGHTER_OR_DARKER else 0.001


def _apart(one: str, other: str) -> bool:
    distance = abs(hue_of(one)[0] - hue_of(other)[0])
    return min(distance, 1 - distance) > _APART
