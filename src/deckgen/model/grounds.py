"""What each colour role is painted with, on each ground that a page may stand on.

In: the colours of a theme by role. Out: paints by role and ground, and the colours that they come to.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast, luminance
from deckgen.model.lightness import hls, mixed, modulated
from deckgen.model.oklch import oklch, rgb
from deckgen.model.template import OWN_PAINTS, Paint, Template
from deckgen.model.theme import SCHEME, Color, Ground, Theme

Colors = Mapping[Color, str]
Paints = Mapping[Color, Paint]

_TINTS: Mapping[Color, tuple[float, float]] = {
    "tint1": (0.81, TEXT_CONTRAST),
    "tint2": (0.62, TEXT_CONTRAST),
    "tint3": (0.43, TEXT_CONTRAST),
}
"""How much of the page's colour is in each tint of primary; more, until the page's text is read on it so well."""
_PALER = (0.0, 0.25, 0.5, 0.75, 1.0)
_SHADE = 0.28
"""How much black is in the shade; white, where pages are dark."""
_MARK = (0.15, 0.12, 0.09, 0.06, 0.03)
"""How much nearer to the page than primary a mark is in lightness: as much of it as is still read."""
_LIGHTER = (0.0, 0.4, 0.6, 0.75, 0.9, 1.0)
"""By how much a colour is made lighter, or darker, until it is read on primary."""


def tones(primary: Paint, base: str, page: str, ink: str, panel: str) -> dict[Color, Paint]:
    """The mark, the tints and the shade of the paint that stands for primary; `base` is the colour of its scheme.

    Tints are those of the mark, which stands between them and primary with all its chroma: they stay colours. On the
    palest of them primary is read where it is read on the page.
    """
    away = 1 if luminance(page) > luminance(ink) else -1
    mark = _mark(primary, base, away, (page, panel))
    full = value_of(mark, base)
    made = {role: _tint(primary, base, full, page, (ink,), *asked) for role, asked in _TINTS.items()}
    own = value_of(primary, base)
    if contrast(own, page) >= TEXT_CONTRAST > contrast(own, value_of(made["tint1"], base)):
        made["tint1"] = _tint(primary, base, full, page, (ink, own), *_TINTS["tint1"])
    return {"mark": mark, **made, "shade": _toward(primary, base, "000000" if away > 0 else "FFFFFF", _SHADE)}


def _mark(primary: Paint, base: str, away: int, behind: tuple[str, ...]) -> Paint:
    """A tone of primary with all its chroma, for what is counted or measured and is not the finding.

    It is lighter where pages are light and darker where they are dark (`away`), so that the finding stands out;
    primary itself, where nothing else can be read.
    """
    at = oklch(value_of(primary, base))
    tones = (at.lightness + away * step for step in _MARK)
    nearer = (_as(primary, base, rgb(at._replace(lightness=max(0.0, min(1.0, tone))))) for tone in tones)
    read = (one for one in nearer if min(contrast(value_of(one, base), page) for page in behind) >= TEXT_CONTRAST)
    return next(read, primary)


def _tint(
    primary: Paint, base: str, full: str, page: str, inks: tuple[str, ...], share: float, wanted: float
) -> Paint:
    paler = [_as(primary, base, mixed(full, page, share + (1 - share) * more)) for more in _PALER]
    return next((one for one in paler if _least(value_of(one, base), inks) >= wanted), paler[-1])


def _least(value: str, inks: tuple[str, ...]) -> float:
    """The contrast of what is read worst on it."""
    return min(contrast(value, ink) for ink in inks)


def _toward(paint: Paint, base: str, other: str, share: float) -> Paint:
    """The paint mixed with another colour."""
    return _as(paint, base, mixed(value_of(paint, base), other, share))


@lru_cache(maxsize=256)
def _as(paint: Paint, base: str, target: str) -> Paint:
    """The paint made like another colour by what a program can do to it: lightness and saturation.

    Its hue stays, and it is as light to the eye as that colour is. Every slide layout asks for the same ones.
    """
    value = value_of(paint, base)
    (_, own, full), (_, _, left) = hls(value), hls(target)
    dull = round(1000 * left / full) if full else 1000
    wanted = _as_light(value, dull, own, luminance(target))
    if wanted >= own:  # towards white: what is left of the lightness, and white
        times = round(1000 * (1 - wanted) / (1 - own)) if own < 1 else 1000
        return _stepped(paint, times, 1000 - times, dull)
    return _stepped(paint, round(1000 * wanted / own), 0, dull)


def _as_light(value: str, dull: int, own: float, wanted: float) -> float:
    """The lightness that gives a colour of that hue and saturation the wanted luminance."""
    low, high = 0.0, 1.0
    for _ in range(10):
        middle = (low + high) / 2
        if luminance(modulated(value, 0, middle, dull / 1000)) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _stepped(paint: Paint, times: int, plus: int, saturation: int) -> Paint:
    return Paint(
        paint.scheme,
        paint.times * times // 1000,
        paint.plus * times // 1000 + plus,
        paint.saturation * saturation // 1000,
    )


@lru_cache(maxsize=1024)
def value_of(paint: Paint, base: str) -> str:
    """The colour that a paint comes to, where `base` is that of its scheme."""
    if paint == Paint(paint.scheme):
        return base
    return modulated(base, paint.times / 1000, paint.plus / 1000, paint.saturation / 1000)


def tinted(colors: Colors) -> dict[Color, str]:
    """The colours with the tones of their primary."""
    primary, page, ink, panel = (colors[role] for role in ("primary", "background", "foreground", "panel"))
    made = tones(OWN_PAINTS["primary"], primary, page, ink, panel)
    lit = value_of(read_on(OWN_PAINTS["accent"], colors["accent"], primary, page), colors["accent"])
    return {**colors, **{role: value_of(paint, primary) for role, paint in made.items()}, "highlight": lit}


def grounds(theme: Theme) -> dict[Ground, Paints]:
    """The paints of our own template on each ground.

    On the panel ground panels are white. On primary all is turned round: what is primary on a white page is white,
    white is primary, and the accent and what is muted are as light as it takes to be read. Where all pages are dark,
    a deep tint of primary is that ground, and the light text's colour stands for white.
    """
    colors = theme.colors
    primary = OWN_PAINTS["primary"]
    base, page, ink, box = (colors[role] for role in ("primary", "background", "foreground", "panel"))
    lit = read_on(OWN_PAINTS["accent"], colors["accent"], base, page)
    white = {**OWN_PAINTS, **tones(primary, base, page, ink, box), "highlight": lit}
    panel = {**white, "panel": white["background"]}
    if theme.dark:
        panel |= {**tones(primary, base, box, ink, page), "shade": white["shade"]}
    return {"white": white, "panel": panel, "primary": _on_primary(theme, white)}


def _on_primary(theme: Theme, white: Paints) -> Paints:
    base = theme.colors["primary"]
    page, ink = _LIGHT_AND_DARK[theme.dark]
    paint, light = white[on_primary(theme)], theme.colors[page]
    behind = value_of(paint, base)
    turned = tones(paint, base, light, theme.colors[ink], light)
    return {
        **white,
        "foreground": white[page],
        "background": paint,
        "primary": white[page],
        "accent": read_on(white["accent"], theme.colors["accent"], behind, light),
        "highlight": read_on(white["accent"], theme.colors["accent"], light, behind),
        "muted": _mixed_until_read(paint, base, light, (0.72, 0.8, 0.9)) or white[page],
        "panel": turned["shade"],
        "rule": _mixed_until_read(paint, base, light, (0.42, 0.5, 0.6, 0.8), LARGE_CONTRAST) or white[page],
        "data3": _mixed_until_read(paint, base, light, (0.66, 0.76, 0.86)) or white[page],
        "mark": _mixed_until_read(paint, base, light, (0.72, 0.8, 0.9)) or white[page],
        "data4": _toward(paint, base, "000000", 0.42),
        "data5": _toward(paint, base, "000000", 0.2),
        "tint1": turned["shade"],
        "tint2": _lighter(paint, base, light, 0.12, 0.14),
        "tint3": _lighter(paint, base, light, 0.28, 0.42),
        "shade": turned["tint1"],
    }


_LIGHT_AND_DARK: Mapping[bool, tuple[Color, Color]] = {
    False: ("background", "foreground"),
    True: ("foreground", "background"),
}
"""The roles of what is light and what is dark on a white page, by whether pages are dark."""


def on_primary(theme: Theme) -> Color:
    """The role, as it is on a white page, of the ground of pages in primary."""
    return "tint2" if theme.dark else "primary"


def read_on(paint: Paint, base: str, behind: str, ink: str) -> Paint:
    """The paint as full as it is, nearer to the ink of texts on what is behind it, until it is read there."""
    light = luminance(ink) > luminance(behind)
    steps = ((round(1000 * (1 - share)), round(1000 * share) if light else 0) for share in _LIGHTER)
    nearer = [_stepped(paint, times, plus, 1000) for times, plus in steps]
    read = (one for one in nearer if contrast(value_of(one, base), behind) >= TEXT_CONTRAST)
    return next(read, nearer[-1])


def _mixed_until_read(
    paint: Paint, base: str, light: str, shares: tuple[float, ...], wanted: float = TEXT_CONTRAST
) -> Paint | None:
    """The paint of a ground mixed with the least of light that makes it read there; None where no share does."""
    behind = value_of(paint, base)
    mixtures = (_toward(paint, base, light, share) for share in shares)
    return next((one for one in mixtures if contrast(value_of(one, base), behind) >= wanted), None)


def _lighter(paint: Paint, base: str, light: str, share: float, darker: float) -> Paint:
    """The paint mixed with light; with black instead, where light text on it could not be read any more."""
    mixture = _toward(paint, base, light, share)
    if contrast(value_of(mixture, base), light) >= LARGE_CONTRAST:
        return mixture
    return _toward(paint, base, "000000", darker)


def painted(theme: Theme, paints: Paints) -> dict[Color, str]:
    """What the paints of our own template come to in a theme, as `RRGGBB` by role."""
    roles = {scheme: role for role, scheme in SCHEME.items()}
    return {role: value_of(paint, theme.colors[roles[paint.scheme]]) for role, paint in paints.items()}


def ground_colors(theme: Theme, template: Template, ground: Ground) -> Colors:
    """What colour roles come to on a ground of a template, as `RRGGBB`; a client's own has but one ground."""
    paints = template.grounds.get(ground)
    return theme.colors if paints is None else painted(theme, paints)
