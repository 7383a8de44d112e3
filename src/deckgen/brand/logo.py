"""In: the logo and the motif of a brand file. Out: what they draw, from files beside the brand file.

A deck wants the middle size of a logo, which holds the name, for light and for dark grounds; and the small one, which
is a sign, where it is to be drawn large. What cannot be drawn is left out with a warning: a deck without its logo is
still a deck.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from deckgen.brand.artwork import parse_artwork
from deckgen.brand.beside import stays
from deckgen.brand.logo_picture import parse_logo_picture
from deckgen.diagnostics import Diagnostics
from deckgen.model.contrast import contrast
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Artwork, Layer, Logo
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Mapping, Node, Scalar

MAX_BYTES = 4_000_000
_SIZES = ("path", "medium", "large", "small")
_GROUNDS = ("light", "dark")
_PICTURES = (".png", ".jpg", ".jpeg")
_SEEN = 1.7
"""The contrast from which a shape is told from its ground."""
_HERE = "put the file beside the brand file and write its name"


@dataclass(frozen=True, slots=True)
class Logos:
    """`light` is for light grounds, `dark` for dark ones; where one file serves both, it is the first."""

    light: Logo | None = None
    dark: Logo | None = None

    def on(self, dark: bool) -> Logo | None:
        """The one for a ground, else the other."""
        return (self.dark or self.light) if dark else (self.light or self.dark)


@dataclass(frozen=True, slots=True)
class Decoration:
    """What opens and closes a deck: a motif, else the mark, else nothing."""

    motif: Artwork | None = None
    mark: Artwork | None = None


class _File(NamedTuple):
    path: Scalar
    alt: str


def load_logos(node: Node, name: str, folder: Path, shown: str, diagnostics: Diagnostics) -> Logos:
    """`name` is the text of a logo without one of its own; `shown` is the brand file as messages name it."""
    images = node.get("images") if isinstance(node, Mapping) else None
    sized = next((value for size in _SIZES if (value := node.get(size))), None) if isinstance(node, Mapping) else node
    if not isinstance(node, Scalar | Mapping) or (sized is None and images is None):
        diagnostics.error("brand-logo", "the logo is not the name of a file", node.span, "write `logo: wordmark.svg`")
        return Logos()
    light, dark = (_file(sized, ground, images) for ground in _GROUNDS)
    if light and dark and light.path.text == dark.path.text:
        dark = None
    return Logos(*(_drawn(one, name, folder, shown, diagnostics) if one else None for one in (light, dark)))


def seen_on(logo: Logo | None, ground: str) -> Logo | None:
    """The logo, what of it would be lost on the ground in the colour of text; a picture stays as it is."""
    if not isinstance(logo, Artwork):
        return logo
    lost = (bool(layer.own) and contrast(layer.own, ground) < _SEEN for layer in logo.layers)
    layers = (Layer("foreground", one.outline) if gone else one for one, gone in zip(logo.layers, lost, strict=True))
    return replace(logo, layers=tuple(layers))


def load_decoration(motif: Scalar, logo: Node, folder: Path, shown: str, diagnostics: Diagnostics) -> Decoration:
    """The motif that the brand names. Where it names none, the small logo, if that is not the one that is shown."""
    if motif.text == "none":
        return Decoration()
    if motif.text and motif.text != "mark":
        drawn = _drawn(_File(motif, ""), "", folder, shown, diagnostics)
        return Decoration(motif=drawn if isinstance(drawn, Artwork) else None)
    sign = _sign(logo)
    drawn = _drawn(sign, "", folder, shown, Diagnostics()) if sign else None
    if motif.text and drawn is None:
        hint = "write an SVG under `small:` of the logo, or `motif: none`"
        diagnostics.warning("brand-motif", "the logo has no sign that could be drawn large", motif.span, hint)
    return Decoration(mark=drawn if isinstance(drawn, Artwork) else None)


def _sign(logo: Node) -> _File | None:
    """The small logo, where there is a larger one beside it."""
    if not isinstance(logo, Mapping):
        return None
    images = logo.get("images")
    small, larger = (
        _file(logo.get("small"), "light", images),
        _file(logo.get("medium") or logo.get("large"), "light", images),
    )
    return small if small and larger and small.path.text != larger.path.text else None


def _file(node: Node | None, ground: str, images: Node | None) -> _File | None:
    """The file for a ground: named here, by `path` with its `alt`, among `images`, or one for each ground."""
    if isinstance(node, Mapping):
        if any(node.get(one) for one in _GROUNDS):
            return _file(node.get(ground), ground, images)
        path, alt = node.get("path"), node.get("alt")
        if not isinstance(path, Scalar):
            return None
        return _File(path, alt.text if isinstance(alt, Scalar) else "")
    if not isinstance(node, Scalar) or not node.text:
        return None
    named = images.get(node.text) if isinstance(images, Mapping) else None
    return _file(named, ground, None) if named else _File(node, "")


def _drawn(file: _File, name: str, folder: Path, shown: str, diagnostics: Diagnostics) -> Logo | None:
    data = _bytes(file.path, folder, diagnostics)
    if data is None:
        return None
    if file.path.text.lower().endswith(_PICTURES):
        return parse_logo_picture(data, file.alt or name, file.path, diagnostics)
    beside = PurePosixPath(shown.replace("\\", "/")).parent / file.path.text
    return parse_artwork(data, file.alt or name, str(beside), diagnostics)


def _bytes(path: Scalar, folder: Path, diagnostics: Diagnostics) -> bytes | None:
    """The file's content, if it lies in the folder and is not out of all measure."""
    named, span = path.text, path.span
    if not stays(named, folder):
        message = f"the logo `{named}` is not inside the brand file's folder"
        diagnostics.warning("brand-logo-outside", message, span, _HERE)
        return None
    if not named.lower().endswith((".svg", *_PICTURES)):
        hint = "give an SVG, which is drawn, or a PNG"
        diagnostics.warning("brand-logo-format", f"the logo `{named}` is neither SVG, PNG nor JPEG", span, hint)
        return None
    try:
        file = on_disk(folder / named)
        if not file.is_file():  # opening a pipe would wait for ever
            raise FileNotFoundError(file)
        too_large = file.stat().st_size > MAX_BYTES
        data = b"" if too_large else file.read_bytes()
    except OSError:
        diagnostics.warning("brand-logo-missing", f"the logo `{named}` cannot be read", span, _HERE)
        return None
    if too_large:
        message = f"the logo `{named}` is over {MAX_BYTES // 1_000_000} MB"
        diagnostics.warning("brand-logo-format", message, span, "draw it with fewer points, or make it smaller")
        return None
    return data
