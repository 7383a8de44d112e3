"""What a kind, chart type, rule, language or data reader of another package may import: this module and no other.

In: the nouns of the rooms below. Out: those that are promised. What is imported from anywhere else in deckgen may
change in any version. `VERSION` goes up when a name here goes, or means something else; new names may come at any
time.

An extension is one module, declared as an entry point of its package by the word that content knows it by:

    [project.entry-points."deckgen.kinds"]      quote = "yours.quote"
    [project.entry-points."deckgen.charts"]     scatter = "yours.scatter"
    [project.entry-points."deckgen.rules"]      notes-missing = "yours.notes_missing"
    [project.entry-points."deckgen.languages"]  nb = "yours.norwegian"
    [project.entry-points."deckgen.readers"]    jsonl = "yours.json_lines"
"""

from __future__ import annotations

from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.data.sheet import Origin, Sheet, sheet_of
from deckgen.diagnostics import Diagnostics, Fault, Related, Severity, Span
from deckgen.model.blocks import (
    GUTTER,
    Arrangement,
    Block,
    ChartBlock,
    Column,
    Flow,
    Grid,
    Group,
    Mark,
    Panel,
    PictureBlock,
    Row,
    ShareBar,
    Space,
    Styled,
    TableBlock,
    TableCell,
    Tally,
    TextBlock,
)
from deckgen.model.chart import FINDING, PALETTE, Category, ChartData, Plot, Series
from deckgen.model.chart_fields import ChartFields
from deckgen.model.content import Content, Deck, Slide
from deckgen.model.date_style import DateStyle
from deckgen.model.figure import Figure
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.kind import Context, described
from deckgen.model.language import Labels, Language, NumberStyle, Prompts, Prose
from deckgen.model.number import Number, Qualifier
from deckgen.model.number_format import NumberFormat, Separators
from deckgen.model.plan import Plan, PlannedSlide
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color, Role

VERSION: Final = 1
"""What is promised; an extension may refuse to run on another."""

__all__ = [
    "FINDING",
    "GUTTER",
    "PALETTE",
    "VERSION",
    "Arrangement",
    "Block",
    "Category",
    "ChartBlock",
    "ChartData",
    "ChartFields",
    "Color",
    "Column",
    "Content",
    "Context",
    "DateStyle",
    "Deck",
    "Diagnostics",
    "Fault",
    "Figure",
    "Flow",
    "Frame",
    "FrameDeck",
    "Grid",
    "Group",
    "Labels",
    "Language",
    "Mark",
    "Number",
    "NumberFormat",
    "NumberStyle",
    "Origin",
    "Panel",
    "PictureBlock",
    "Plan",
    "PlannedSlide",
    "Plot",
    "Prompts",
    "Prose",
    "Qualifier",
    "Related",
    "Role",
    "Row",
    "Separators",
    "Series",
    "Severity",
    "ShareBar",
    "Sheet",
    "Slide",
    "Space",
    "Span",
    "Stage",
    "Styled",
    "Subject",
    "TableBlock",
    "TableCell",
    "Tally",
    "Text",
    "TextBlock",
    "Value",
    "described",
    "sheet_of",
    "text",
]
