"""In: the path of a brand file. Out: its theme: faces, colours by role, wordmark; all that is wrong at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from deckgen.brand.colors import ROLES, colors
from deckgen.brand.contrast import check_contrast
from deckgen.brand.fonts import load_fonts
from deckgen.brand.keys import BrandFile, DeckDefaults
from deckgen.brand.logo import load_logo
from deckgen.diagnostics import Diagnostics
from deckgen.model.contrast import is_dark
from deckgen.model.grounds import tinted
from deckgen.model.theme import Theme
from deckgen.model.units import inches
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.reader import read
from deckgen.nodes.schema import INVALID, Invalid, convert
from deckgen.paths import is_file

FACES = ("Arial", "Arial Narrow", "Calibri", "Cambria", "Courier New", "Georgia", "Times New Roman")
"""Faces that every PowerPoint has and whose metrics ship with the project."""

_REGULAR = (
    "thin",
    "extra-light",
    "ultra-light",
    "light",
    "normal",
    "regular",
    "medium",
    "100",
    "200",
    "300",
    "400",
    "500",
)
_BOLD = ("semi-bold", "demi-bold", "bold", "extra-bold", "ultra-bold", "black", "600", "700", "800", "900")
"""Weights of the convention; a slide has regular and bold."""

_SLIDE = (inches(40 / 3), inches(7.5))


def load_brand(path: Path, shown: str, diagnostics: Diagnostics, with_template: bool = True) -> Theme | None:
    """The theme of a brand file; None where it cannot be used. `shown` is the file as messages name it.

    Without `with_template` the template that it names is not looked for, since another takes its place.
    """
    root = read(path, shown, diagnostics)
    if root is None:
        return None
    wrong = Diagnostics()
    theme = _theme(convert(root, BrandFile, "", wrong), path, shown, wrong, with_template)
    diagnostics.extend(wrong)
    return None if wrong.has_errors else theme


def _theme(
    brand: BrandFile | Invalid, path: Path, shown: str, diagnostics: Diagnostics, with_template: bool
) -> Theme | None:
    if brand is INVALID:
        return None
    own = _own_keys(brand, diagnostics)
    name = _name(brand.meta.name, diagnostics)
    given = load_fonts(brand.typography.fonts, path.parent, diagnostics)
    heading, body = (_face(node, given, diagnostics) for node in (brand.typography.headings, brand.typography.base))
    bold = _bold(brand.typography.headings, diagnostics)
    wordmark = load_logo(brand.logo, name, path.parent, shown, diagnostics)
    if own is INVALID:
        return None
    used = colors(brand.color, own.color, diagnostics)
    check_contrast(used, diagnostics)
    if len(used) < len(ROLES):
        return None
    fonts = {family: face for family, face in given.items() if face is not None}
    named = {role: used[role].value for role in ROLES}
    dark = is_dark(named)
    template = _template(own.template, path.parent, diagnostics) if with_template else None
    return Theme(name, heading, body, tinted(named), *_SLIDE, wordmark, dark, bold, template, fonts)


def _template(node: Scalar | None, folder: Path, diagnostics: Diagnostics) -> Path | None:
    """The client's template that a brand builds on, seen from the brand file's folder."""
    if node is None or not node.text:
        return None
    file = folder / node.text
    if not is_file(file):
        hint = "write its place as seen from the brand file"
        diagnostics.error("brand-template-missing", f"there is no template `{node.text}`", node.span, hint)
        return None
    return file


def _own_keys(brand: BrandFile, diagnostics: Diagnostics) -> DeckDefaults | Invalid:
    node = brand.defaults.get("deckgen")
    if node is None:
        hint = "write under it `color:` with accent, muted, panel, rule and data"
        diagnostics.error("missing-key", "`defaults.deckgen` is missing", brand.defaults.span, hint)
        return INVALID
    return convert(node, DeckDefaults, "defaults/deckgen", diagnostics)


def _name(node: Node, diagnostics: Diagnostics) -> str:
    """A text, or the full or short name of the convention."""
    if isinstance(node, Mapping):
        node = node.get("full") or node.get("short") or node
    if isinstance(node, Scalar) and node.text:
        return node.text
    diagnostics.error("brand-name", "the brand has no name", node.span, "write `name: …` under meta")
    return ""


def _face(node: Node, fonts: Collection[str], diagnostics: Diagnostics) -> str:
    """A family, alone or as `family:`. One that is not known is measured with more room, with a warning."""
    if isinstance(node, Mapping):
        node = node.get("family") or node
    if not isinstance(node, Scalar) or not node.text:
        hint = f"write `family: {FACES[1]}`"
        diagnostics.error("brand-face", "a typeface has no family", node.span, hint)
        return ""
    known = {face.lower(): face for face in (*FACES, *fonts)}
    if node.text.lower() in known:
        return known[node.text.lower()]
    hint = f"text gets more room than it needs; give its font file (`source: file`), or use {', '.join(FACES)}"
    diagnostics.warning("brand-face-unknown", f"the metrics of `{node.text}` are not known", node.span, hint)
    return node.text


def _bold(headings: Node, diagnostics: Diagnostics) -> bool:
    """Whether titles are bold, by `weight:` beside the family of the headings; bold where nothing is said."""
    weight = headings.get("weight") if isinstance(headings, Mapping) else None
    if weight is None:
        return True
    said = weight.text if isinstance(weight, Scalar) else ""
    if said not in (*_REGULAR, *_BOLD):
        diagnostics.error(
            "brand-weight", "the headings have a weight that is none", weight.span, "write `weight: bold`"
        )
    return said in _BOLD
