"""In: the path of a brand file. Out: its theme: faces, colours by role, logo; all that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckgen.brand.colors import colors, role_of
from deckgen.brand.contrast import settled
from deckgen.brand.form import load_form
from deckgen.brand.keys import BrandFile, DeckDefaults
from deckgen.brand.logo import load_decoration, load_logos, seen_on
from deckgen.brand.typography import faces
from deckgen.diagnostics import Diagnostics
from deckgen.model.contrast import is_dark
from deckgen.model.grounds import tinted
from deckgen.model.theme import Theme
from deckgen.model.units import inches
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.reader import read, read_text
from deckgen.nodes.schema import INVALID, Invalid, convert
from deckgen.paths import is_file

_SLIDE = (inches(40 / 3), inches(7.5))
_NO_NAME = "Brand"
"""What a theme is called whose brand file has no name."""


def load_brand(path: Path, shown: str, diagnostics: Diagnostics, with_template: bool = True) -> Theme | None:
    """The theme of a brand file; None where it cannot be used. `shown` is the file as messages name it.

    Without `with_template` the template that it names is not looked for, since another takes its place.
    """
    root = read(path, shown, diagnostics)
    return None if root is None else _loaded(root, path, shown, diagnostics, with_template)


def check_brand_text(text: str, path: Path, shown: str, diagnostics: Diagnostics) -> None:
    """Report what is wrong with a brand that is about to be written to a path."""
    root = read_text(text, shown, diagnostics)
    if root is not None:
        _loaded(root, path, shown, diagnostics, with_template=False)


def _loaded(root: Node, path: Path, shown: str, diagnostics: Diagnostics, with_template: bool) -> Theme | None:
    wrong = Diagnostics()
    theme = _theme(convert(root, BrandFile, "", wrong), path, shown, wrong, with_template)
    diagnostics.extend(wrong)
    return None if wrong.has_errors else theme


def named_files(path: Path) -> tuple[Path, ...]:
    """Every file beside a brand file that a text in it may name, there or not."""
    root = read(path, path.as_posix(), Diagnostics())
    return tuple(dict.fromkeys(path.parent / text for text in _texts(root) if "." in text)) if root else ()


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
        return
    for part in node.items if isinstance(node, Sequence) else (value for _, value in node.entries):
        yield from _texts(part)


def _theme(
    brand: BrandFile | Invalid, path: Path, shown: str, diagnostics: Diagnostics, with_template: bool
) -> Theme | None:
    if brand is INVALID:
        return None
    own = _own_keys(brand, diagnostics)
    name = _name(brand.meta, diagnostics)
    set_in = faces(brand.typography, path.parent, diagnostics)
    logos = load_logos(brand.logo, name, path.parent, shown, diagnostics)
    if own is INVALID:
        return None
    said = colors(brand.color, own.color, diagnostics)
    values = settled(said, diagnostics) if said else {}
    if said is None or not values:
        return None
    template = _template(own.template, path.parent, diagnostics) if with_template else None
    dark = is_dark(values)
    decoration = load_decoration(own.motif, brand.logo, path.parent, shown, diagnostics)
    return Theme(
        name,
        set_in.heading,
        set_in.body,
        tinted(values),
        *_SLIDE,
        logo=seen_on(logos.on(dark), values["background"]),
        logo_on_primary=logos.dark,
        motif=decoration.motif,
        mark=decoration.mark,
        dark=dark,
        bold_titles=set_in.bold_titles,
        title_color="primary" if role_of(set_in.title_color, said) == "primary" else "foreground",
        form=load_form(own.form, diagnostics),
        template=template,
        fonts=set_in.fonts,
        named_colors=said.named,
    )


def _template(node: Scalar, folder: Path, diagnostics: Diagnostics) -> Path | None:
    """The client's template that a brand builds on, seen from the brand file's folder."""
    if not node.text:
        return None
    file = folder / node.text
    if not is_file(file):
        hint = "write its place as seen from the brand file"
        diagnostics.error("brand-template-missing", f"there is no template `{node.text}`", node.span, hint)
        return None
    return file


def _own_keys(brand: BrandFile, diagnostics: Diagnostics) -> DeckDefaults | Invalid:
    node = brand.defaults.get("deckgen")
    return DeckDefaults() if node is None else convert(node, DeckDefaults, "defaults/deckgen", diagnostics)


def _name(meta: Mapping, diagnostics: Diagnostics) -> str:
    """A text, or the full or short name of the convention."""
    node: Node | None = meta.get("name")
    if isinstance(node, Mapping):
        node = node.get("full") or node.get("short") or node
    if node is None:
        return _NO_NAME
    if isinstance(node, Scalar) and node.text:
        return node.text
    diagnostics.error("brand-name", "the brand has no name", node.span, "write `name: …` under meta")
    return ""
