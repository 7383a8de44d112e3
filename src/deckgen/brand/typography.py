"""In: `typography:` of a brand file. Out: the faces of a deck, the weight and colour of its titles.

Sizes, line heights and styles of the convention are a web page's: a deck's follow from the room it is shown in.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from pathlib import Path

from deckgen.brand.fonts import load_fonts
from deckgen.brand.keys import NOTHING, Typography
from deckgen.brand.weights import BOLD_FROM, weight_of
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.metrics import FaceMetrics
from deckgen.nodes.node import Mapping, Node, Scalar

FACES = ("Arial", "Arial Narrow", "Calibri", "Cambria", "Courier New", "Georgia", "Times New Roman")
"""Faces that every PowerPoint has and whose metrics ship with the project."""

_USUAL = "Calibri"
"""The face of a brand that names none."""


@dataclass(frozen=True, slots=True)
class Faces:
    """What is written in the theme; `title_color` as the brand file names it, empty where it does not."""

    heading: str
    body: str
    bold_titles: bool
    title_color: Scalar
    fonts: Dict[str, FaceMetrics]


def faces(written: Typography, folder: Path, diagnostics: Diagnostics) -> Faces:
    """The faces of headings and of all else; a brand that names one has it in both."""
    body, heading = (_family(node, diagnostics) for node in (written.base, written.headings))
    body, heading = (body if body.text else heading), (heading if heading.text else body)
    used = [one for one in dict.fromkeys((heading.text, body.text)) if one]
    given = load_fonts(written.fonts, used, folder, diagnostics)
    fonts = {family: face for family, face in given.items() if face}
    told = {family.casefold() for family in given if family not in fonts}
    names = [_named(node, fonts, told, diagnostics) for node in dict.fromkeys((heading, body))]
    color = written.headings.get("color") if isinstance(written.headings, Mapping) else None
    return Faces(
        names[0],
        names[-1],
        _bold(written.headings, diagnostics),
        color if isinstance(color, Scalar) else NOTHING,
        fonts,
    )


def _family(node: Node, diagnostics: Diagnostics) -> Scalar:
    """The first family of a list such as `Arial, sans-serif`; empty where none is named."""
    if isinstance(node, Mapping):
        node = node.get("family") or NOTHING
    if not isinstance(node, Scalar):
        diagnostics.error("brand-face", "a typeface is not named", node.span, f"write `family: {_USUAL}`")
        return NOTHING
    first = node.text.split(",")[0].strip().strip("\"'")
    return Scalar(first, node.plain, node.span) if first else NOTHING


def _named(node: Scalar, fonts: Dict[str, FaceMetrics], told: set[str], diagnostics: Diagnostics) -> str:
    """A family as it is known. One that is not is measured with more room, with a warning unless there was one."""
    if not node.text:
        return _USUAL
    known = {face.casefold(): face for face in (*FACES, *fonts)}
    found = known.get(node.text.casefold())
    if found or node.text.casefold() in told:
        return found or node.text
    hint = f"text gets more room than it needs; give its font file (`source: file`), or use {', '.join(FACES)}"
    diagnostics.warning("brand-face-unknown", f"the metrics of `{node.text}` are not known", node.span, hint)
    return node.text


def _bold(headings: Node, diagnostics: Diagnostics) -> bool:
    """Whether titles are bold, by `weight:` beside the family of the headings; bold where nothing is said."""
    weight = headings.get("weight") if isinstance(headings, Mapping) else None
    if weight is None:
        return True
    number = weight_of(weight)
    if not number:
        diagnostics.error(
            "brand-weight", "the headings have a weight that is none", weight.span, "write `weight: bold`"
        )
    return number >= BOLD_FROM
