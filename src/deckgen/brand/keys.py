"""The keys of `_brand.yml` as nodes, so that every value keeps its place.

In: named by the brand.yml convention, all of them optional; our own stand under `defaults.deckgen`. Out: read by
load. Keys of the convention that a deck has no use for are allowed and left alone.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.nodes.node import Mapping, Node, Scalar

NOTHING = Scalar("", True, NOWHERE)
"""A key that was left out."""


@dataclass(frozen=True)
class Colors:
    """`color:` of the convention: what its roles name, and the palette."""

    foreground: Scalar = NOTHING
    background: Scalar = NOTHING
    primary: Scalar = NOTHING
    secondary: Scalar = NOTHING
    tertiary: Scalar = NOTHING
    success: Scalar = NOTHING
    info: Scalar = NOTHING
    warning: Scalar = NOTHING
    danger: Scalar = NOTHING
    light: Scalar = NOTHING
    dark: Scalar = NOTHING
    emphasis: Scalar = NOTHING
    link: Scalar = NOTHING
    palette: Node = NOTHING


@dataclass(frozen=True)
class Typography:
    base: Node = NOTHING
    headings: Node = NOTHING
    fonts: Node = NOTHING
    emphasis: Node = NOTHING
    link: Node = NOTHING
    monospace: Node = NOTHING
    monospace_inline: Node = NOTHING
    monospace_block: Node = NOTHING


@dataclass(frozen=True)
class BrandFile:
    span: Span
    meta: Mapping = Mapping((), NOWHERE)
    color: Colors = field(default_factory=Colors)
    typography: Typography = field(default_factory=Typography)
    logo: Node = NOTHING
    defaults: Mapping = Mapping((), NOWHERE)


@dataclass(frozen=True)
class DeckColors:
    """`defaults.deckgen.color`: the roles that the convention has no word for."""

    accent: Scalar = NOTHING
    muted: Scalar = NOTHING
    panel: Scalar = NOTHING
    rule: Scalar = NOTHING
    data: tuple[Scalar, ...] = ()


@dataclass(frozen=True)
class DeckForm:
    """`defaults.deckgen.form`: points, and whether the accent is for findings alone or for lines too."""

    corner: Decimal = Decimal(0)
    rule: Decimal = Decimal(1)
    accent: Literal["finding", "rules"] = "finding"
    corner_span: Span = NOWHERE
    rule_span: Span = NOWHERE


@dataclass(frozen=True)
class DeckDefaults:
    color: DeckColors = field(default_factory=DeckColors)
    form: DeckForm = field(default_factory=DeckForm)
    motif: Scalar = NOTHING
    """The name of an SVG; `mark` for the logo's sign drawn large; `none` for plain pages."""
    template: Scalar = NOTHING
