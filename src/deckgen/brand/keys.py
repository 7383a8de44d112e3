"""The keys of `_brand.yml` as nodes, so that every value keeps its place.

In: named by the brand.yml convention; our own stand under `defaults.deckgen`. Out: read by load. Keys of the
convention that a deck has no use for are allowed and left alone.
"""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.nodes.node import Mapping, Node, Scalar

NOTHING: Node = Scalar("", True, NOWHERE)
"""A key that was left out."""


@dataclass(frozen=True)
class Meta:
    name: Node
    link: Node = NOTHING


@dataclass(frozen=True)
class Colors:
    foreground: Scalar
    background: Scalar
    primary: Scalar
    palette: Node = NOTHING
    secondary: Node = NOTHING
    tertiary: Node = NOTHING
    success: Node = NOTHING
    info: Node = NOTHING
    warning: Node = NOTHING
    danger: Node = NOTHING
    light: Node = NOTHING
    dark: Node = NOTHING


@dataclass(frozen=True)
class Typography:
    base: Node
    headings: Node
    fonts: Node = NOTHING
    monospace: Node = NOTHING
    monospace_inline: Node = NOTHING
    monospace_block: Node = NOTHING
    link: Node = NOTHING


@dataclass(frozen=True)
class BrandFile:
    meta: Meta
    color: Colors
    typography: Typography
    defaults: Mapping
    span: Span
    logo: Node = NOTHING


@dataclass(frozen=True)
class DeckColors:
    accent: Scalar
    muted: Scalar
    panel: Scalar
    rule: Scalar
    data: tuple[Scalar, ...]
    data_span: Span


@dataclass(frozen=True)
class DeckDefaults:
    color: DeckColors
    template: Scalar | None = None
